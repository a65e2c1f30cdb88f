"""Which files stand behind paths, and what they are called."""

from __future__ import annotations

import gzip
import os
import pickle
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from bad_input import zipped

from bienban.read.article import Article
from bienban.read.records import Columns
from bienban.read.sources import find_files, sources


def read(*paths: Path) -> list[Article]:
    return [source.read() for source in sources(find_files(paths), Columns())]


def test_text_is_kept_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffHội nghị\r\n\u00a0tổng kết".encode())
    (article,) = read(path)
    assert article.text == "Hội nghị\r\n\u00a0tổng kết"
    assert article.source == str(path)


def test_folders_stand_for_the_articles_in_them_each_file_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "sub/c.htm", "sub/d.txt.gz", "notes.md", "pictures.tar.gz", ".hidden/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf8")
    os.symlink(tmp_path / "a.TXT", tmp_path / "sub" / "e.txt")
    left: Counter[str] = Counter()
    paths = find_files([tmp_path, tmp_path / "b.txt", tmp_path / "*.txt"], left)
    assert [str(path.relative_to(tmp_path)) for path in paths] == ["a.TXT", "b.txt", "sub/c.htm", "sub/d.txt.gz"]
    assert left == {".md": 1, ".gz": 1}


def test_globs_stand_for_what_they_match(tmp_path: Path) -> None:
    for name in ("b.txt", "a1.txt", "a[1].txt", "2.txt"):
        (tmp_path / name).write_text(name, encoding="utf8")
    assert [path.name for path in find_files([tmp_path / "[ab]*.txt"])] == ["a1.txt", "a[1].txt", "b.txt"]
    assert [path.name for path in find_files([tmp_path / "a[1].txt"])] == ["a[1].txt"]  # a name before a pattern


def test_a_file_without_a_known_suffix_is_text(tmp_path: Path) -> None:
    (tmp_path / "bao-cao").write_text("Xã có 12 thôn.", encoding="utf8")
    assert [article.text for article in read(tmp_path / "bao-cao")] == ["Xã có 12 thôn."]


def test_packed_articles_are_named_after_their_archive(tmp_path: Path) -> None:
    table = b'{"text": "Hai"}\n\n{"text": "Ba"}\n'
    members = [
        ("a.txt", b"M\xe1\xbb\x99t"),
        ("b/c.jsonl", table),
        ("d.md", b"x"),
        ("__MACOSX/a.txt", b"x"),
        ("e/", b""),
    ]
    (tmp_path / "news.zip").write_bytes(zipped(*members))
    (tmp_path / "news.jsonl.gz").write_bytes(gzip.compress(table))
    (tmp_path / "news.txt.gz").write_bytes(gzip.compress(b"B\xe1\xbb\x91n"))
    assert [(article.source.removeprefix(f"{tmp_path}/"), article.text) for article in read(tmp_path)] == [
        ("news.jsonl.gz:1", "Hai"),
        ("news.jsonl.gz:3", "Ba"),
        ("news.txt.gz", "Bốn"),
        ("news.zip/a.txt", "Một"),
        ("news.zip/b/c.jsonl:1", "Hai"),
        ("news.zip/b/c.jsonl:3", "Ba"),
    ]


def test_members_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        (tmp_path / "a.zip").write_bytes(zipped(("a.txt", b"Hai"), ("a.txt", b"Ba")))
    assert [(article.source, article.text) for article in read(tmp_path)] == [
        (f"{tmp_path}/a.zip/a.txt", "Hai"),
        (f"{tmp_path}/a.zip/a.txt#2", "Ba"),
    ]


def test_sources_cross_to_other_processes(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("a.jsonl", b'{"text": "Hai"}'), ("b.csv", b"text\nBa"), ("c.txt", b"x")))
    (tmp_path / "b.txt").write_text("Bốn", encoding="utf8")
    for source in sources(find_files([tmp_path]), Columns()):
        copy = pickle.loads(pickle.dumps(source))
        assert (copy.name, copy.read()) == (source.name, source.read())


@pytest.mark.parametrize("packed", [False, True])
def test_tables_are_streamed(tmp_path: Path, packed: bool) -> None:
    """Taking the first of many articles reads no more than a little of the file."""
    path = tmp_path / ("a.jsonl.gz" if packed else "a.jsonl")
    with gzip.open(path, "w", 1) if packed else path.open("wb") as file:
        file.writelines(b'{"text": "%d %s"}\n' % (i, b"x" * 10_000) for i in range(2_000))
    code = (
        "import resource, sys; from pathlib import Path; from bienban.read.sources import sources;"
        "from bienban.read.records import Columns;"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "n = sum(len(source.read().text) for source in sources([Path(sys.argv[1])], Columns()));"
        "print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    output = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout
    characters, kilobytes = map(int, output.split())
    assert characters > 20_000_000
    assert kilobytes < 10_000


def test_standard_input_is_jsonl() -> None:
    code = (
        "from pathlib import Path; from bienban.read.sources import *; from bienban.read.records import Columns;"
        "print([source.read().source for source in sources(find_files([Path('-')]), Columns())])"
    )
    lines = '{"text": "Hai"}\n{"text": "Ba", "id": "x7"}\n'
    output = subprocess.run(
        [sys.executable, "-c", code], input=lines, capture_output=True, text=True, check=True
    ).stdout
    assert output == "['stdin:1', 'stdin:x7']\n"
