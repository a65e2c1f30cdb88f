"""What cannot be read is named with its reason, and costs only itself."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from bad_input import BAD, Bad
from hypothesis import given, settings
from hypothesis import strategies as st

from bienban.batch.plan import Articles, Located
from bienban.batch.run import run
from bienban.read.records import Columns
from bienban.read.source import MissingExtra, Unreadable, UnreadableArticle
from bienban.read.sources import find_files, sources
from bienban.store.database import open_database


def make(bad: Bad, folder: Path) -> Path:
    path = folder / bad.file
    if isinstance(bad.content, bytes):
        path.write_bytes(bad.content)
    else:
        bad.content(path)
    return path


def rejects(paths: Iterable[Path]) -> dict[str, str]:
    """The message for each source that cannot be read."""
    found = {}
    for source in sources(find_files(paths), Columns()):
        try:
            source.read()
        except UnreadableArticle as reason:
            found[source.name] = str(reason)
    return found


@pytest.mark.parametrize("bad", BAD, ids=[bad.kind for bad in BAD])
def test_a_reject_says_where_and_why(bad: Bad, tmp_path: Path) -> None:
    found = rejects([make(bad, tmp_path)])
    place = str(tmp_path / (bad.place or bad.file))
    assert found.keys() == {place}
    if bad.message.endswith(": "):  # a library says the rest
        assert found[place].startswith(bad.message)
    else:
        assert found[place] == bad.message


def test_good_input_beside_bad_is_extracted(tmp_path: Path) -> None:
    paths = []
    for number, bad in enumerate(BAD):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "good.txt").write_text(f"Năm 2023, xã có {number + 2} thôn.", encoding="utf8")
        paths += [make(bad, folder), folder / "good.txt"]
    articles = Articles(list(find_files(paths)), Columns())
    with open_database(f"sqlite:///{tmp_path / 'bienban.db'}", create=True) as database:
        outcome = run(articles, database, lambda line: None)
        found = {row["source"] for table, rows in database.read() if table == "documents" for row in rows}
        reasons = {entry.source: entry.reject.reason for entry in database.rejects() if entry.reject}
    assert {str(path) for path in paths[1::2]} <= found
    said = rejects(paths)
    assert outcome.rejected == len(BAD) == len(said)
    not_there = said.keys() - reasons.keys()
    impossible = {"cannot be read: Not a directory", "cannot be read: File name too long"}
    assert {said[name] for name in not_there} == {"no such file", *impossible}
    assert {name: said[name] for name in said if name not in not_there} == reasons


def test_what_to_install_is_said_once_for_each_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("trafilatura", "docx"):
        monkeypatch.setitem(sys.modules, module, None)  # as where it is not installed
    for name in ("a.html", "b.HTM", "c.docx", "d.txt", "e.docx"):
        (tmp_path / name).write_text("Xã có 12 thôn.", encoding="utf8")
    found = rejects([tmp_path])
    assert [Path(name).name for name in found] == ["a.html", "b.HTM", "c.docx", "e.docx"]
    assert set(found.values()) == {
        "HTML pages are read by an extra: pip install 'bienban[html]'",
        "Word documents are read by an extra: pip install 'bienban[docx]'",
    }
    said: list[str] = []
    missing = [Unreadable(f"{i}.html", MissingExtra("HTML pages", "html")) for i in range(3)]
    articles = [Located(source, Path(source.name), Columns()) for source in missing]
    with open_database(f"sqlite:///{tmp_path / 'bienban.db'}", create=True) as database:
        assert run(articles, database, said.append).rejected == 3
    assert said == ["0.html: HTML pages are read by an extra: pip install 'bienban[html]'"]


SMALL = [(bad.file, bad.content) for bad in BAD if isinstance(bad.content, bytes) and len(bad.content) < 50_000]


@settings(deadline=None)
@given(st.sampled_from(SMALL), st.data())
def test_whatever_the_bytes_they_are_articles_or_rejects(
    tmp_path_factory: pytest.TempPathFactory, bad: tuple[str, bytes], data: st.DataObject
) -> None:
    content = bytearray(bad[1])
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=3))
    path = tmp_path_factory.mktemp("any") / bad[0]
    path.write_bytes(content)
    found = list(sources([path], Columns()))
    assert found
    for source in found:
        with suppress(UnreadableArticle):
            source.read().text.encode()
