"""What was rejected is kept with its reason, and read again when asked for."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from mischief import extract_with_loss
from serial import serially

from bienban.batch import run as batch
from bienban.batch.plan import Articles
from bienban.batch.run import run
from bienban.cli import main
from bienban.read.records import Columns
from bienban.store.database import open_database
from databases import contents


def test_rejects_are_read_again_wherever_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file, a member of an archive, lines of a table with columns of its own; the folder was another one."""
    folder = tmp_path / "articles"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def write(*texts: bytes) -> None:
        Path("a.txt").write_bytes(texts[0])
        with ZipFile("b.zip", "w") as archive:
            archive.writestr("b.txt", texts[1])
            archive.writestr("c.txt", "Thôn A.")
        Path("d.jsonl").write_bytes(b'{"body": "X\xc3\xa3 B."}\n{"body": %s}\n' % texts[2])

    write(b"\xff\xff", b"\xff\xff", b"0")
    command = ["extract", "a.txt", "b.zip", "d.jsonl", "--text-column", "body"]
    assert main([*command, "--to", "sqlite:///../out.db"]) == 3
    monkeypatch.chdir(tmp_path)
    assert main(["retry", "sqlite:///out.db"]) == 3
    rejects = contents("sqlite:///out.db")["rejects"]
    assert [row[:3] for row in rejects] == [
        (f"{folder}/a.txt", "read", "wrong encoding: not UTF-8 at byte 0"),
        (f"{folder}/b.zip/b.txt", "read", "wrong encoding: not UTF-8 at byte 0"),
        (f"{folder}/d.jsonl:2", "read", "text is a number, not text"),
    ]
    monkeypatch.chdir(folder)
    write(b"X\xc3\xa3 C.", b"X\xc3\xa3 D.", b'"X\xc3\xa3 E."')
    assert main([*command, "--to", "sqlite:///../fresh.db"]) == 0
    monkeypatch.chdir(tmp_path)
    capsys.readouterr()
    assert main(["retry", "sqlite:///out.db"]) == 0
    assert capsys.readouterr().out == "sqlite:///out.db: documents 3, sentences 3\n"
    assert contents("sqlite:///out.db") == contents("sqlite:///fresh.db")


def test_a_reject_that_is_not_found_again_stays_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = f"sqlite:///{tmp_path / 'out.db'}"
    (tmp_path / "a.jsonl").write_text("0\n1\n", encoding="utf8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"0\n"))))
    assert main(["extract", str(tmp_path / "a.jsonl"), "-", "--to", target]) == 3
    (tmp_path / "a.jsonl").write_text('{"text": "Xã A."}\n', encoding="utf8")
    capsys.readouterr()
    assert main(["retry", target]) == 3
    assert capsys.readouterr().err.splitlines() == [
        f"{contents(target)['rejects'][1][0]}: came by standard input: give it to bienban extract --force once more",
        f"{tmp_path}/a.jsonl:2: not found again",
    ]
    assert main(["extract", str(tmp_path / "a.jsonl"), "--to", target]) == 0
    assert len(contents(target)["rejects"]) == 2


def test_a_full_path_is_found_again_though_the_folder_of_the_run_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A relative one is not: the file that it leads to from elsewhere is another."""
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    files, target = (tmp_path / "a.txt", Path("b.txt")), f"sqlite:///{tmp_path / 'out.db'}"
    for file in files:
        file.write_bytes(b"\xff\xff")
    assert main(["extract", *map(str, files), "--to", target]) == 3
    Path("b.txt").unlink()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gone").rmdir()
    for file in files:
        file.write_text("Xã A.", encoding="utf8")
    capsys.readouterr()
    assert main(["retry", target]) == 3
    assert capsys.readouterr().err == f"{tmp_path}/gone/b.txt: not found again\n"
    assert [row[1] for row in contents(target)["documents"]] == [str(files[0])]


def test_files_of_a_folder_follow_a_retry(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xff")
    (tmp_path / "b.txt").write_text("Xã B.", encoding="utf8")
    out = tmp_path / "out"
    assert main(["extract", *map(str, sorted(tmp_path.glob("*.txt"))), "--out", str(out)]) == 3
    (tmp_path / "a.txt").write_text("Xã A.", encoding="utf8")
    assert main(["retry", str(out)]) == 0
    texts = [json.loads(line)["text"] for line in (out / "documents.jsonl").read_text("utf8").splitlines()]
    assert texts == ["Xã A.", "Xã B."]


def test_rows_that_a_database_refuses_cost_their_article_alone(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "extract_source", extract_with_loss)
    files = [tmp_path / f"{number}.txt" for number in range(5)]
    for number, file in enumerate(files):
        text = "Máy lạc rồi." if number in (1, 3) else f"Máy số {number}."
        file.write_text(text, encoding="utf8")
    lines: list[str] = []
    with open_database(address, create=True) as database:
        outcome = run(Articles(files, Columns()), database, lines.append, each=serially)
    assert (outcome.rejected, len(lines)) == (2, 2)
    found = contents(address)
    assert {row[1] for row in found["documents"]} == {str(files[at]) for at in (0, 2, 4)}
    assert [row[:2] for row in found["rejects"]] == [(str(files[1]), "store"), (str(files[3]), "store")]
    assert all("constraint" in row[2] for row in found["rejects"])
