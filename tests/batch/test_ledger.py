"""A run does what is new or changed, and nothing twice."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from serial import serially

from bienban import lexicon
from bienban.batch import plan
from bienban.batch.plan import Articles
from bienban.batch.run import run
from bienban.batch.writer import Outcome
from bienban.cli import main
from bienban.read.records import Columns
from bienban.store.database import open_database
from databases import connect, contents


def extract(address: str, *files: Path, **options: Any) -> Outcome:
    with open_database(address, create=True) as database:
        return run(Articles(files, Columns()), database, print, each=serially, **options)


@pytest.fixture
def files(tmp_path: Path, report: str) -> list[Path]:
    """Three articles, the last one not to be read."""
    for name, text in ("a", report.encode()), ("b", "Năm 2023, xã có 12 thôn.".encode()), ("c", b"\xff\xff"):
        (tmp_path / f"{name}.txt").write_bytes(text)
    return sorted(tmp_path.glob("*.txt"))


@pytest.fixture
def written(address: str, files: list[Path]) -> Iterator[Callable[[], bool]]:
    """A database with the articles, and whether it was written since this was asked last."""
    extract(address, *files)
    engine = sa.create_engine(address.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        queries = ["PRAGMA data_version"]
        if engine.dialect.name == "postgresql":
            queries = [f"SELECT xmin, xmax, ctid FROM {table}" for table in sa.inspect(connection).get_table_names()]
        last: list[Any] = []

        def changed() -> bool:
            before = list(last)
            last[:] = [sorted(map(str, connection.exec_driver_sql(query))) for query in queries]
            return last != before

        changed()
        yield changed


def test_a_second_run_writes_nothing(address: str, files: list[Path], written: Callable[[], bool]) -> None:
    outcome = extract(address, *files)
    assert (outcome.seen, outcome.done_before, outcome.rejected_before) == (0, 2, 1)
    assert not written()
    outcome = extract(address, *files, force=True)
    assert (outcome.seen, outcome.done_before, outcome.rejected_before) == (3, 0, 0)
    assert written()


def test_a_changed_article_replaces_its_rows(address: str, files: list[Path], tmp_path: Path) -> None:
    extract(address, *files)
    files[0].write_text("Xã có 13 thôn.", encoding="utf8")
    files[1].write_bytes(b"\xff\xff\xff")
    files[2].write_text("Năm 2023, xã có 12 thôn.", encoding="utf8")
    outcome = extract(address, *files)
    assert (outcome.seen, outcome.rejected) == (3, 1)
    fresh = f"sqlite:///{tmp_path / 'fresh.db'}"
    extract(fresh, *files)
    assert contents(address) == contents(fresh)


def test_another_version_redoes_all(address: str, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    extract(address, *files)
    monkeypatch.setattr(plan, "version", lambda _name: "99")
    assert extract(address, *files).seen == 3
    monkeypatch.setattr(lexicon, "version", lambda: "other lists")
    assert extract(address, *files).seen == 3
    assert extract(address, *files).seen == 0
    assert {row[2:4] for row in contents(address)["ledger"]} == {("99", "other lists")}


def test_words_are_added_when_they_are_asked_for(address: str, files: list[Path]) -> None:
    extract(address, *files)
    assert extract(address, *files, words=True).rows["words"] > 20
    assert extract(address, *files, words=True).seen == 0
    assert extract(address, *files).seen == 0


def test_what_cannot_be_opened_now_keeps_its_rows(address: str, files: list[Path]) -> None:
    extract(address, *files)
    before = contents(address)
    for file in files:
        file.unlink()
    assert extract(address, *files).rejected == 3
    assert contents(address) == before


def test_an_article_that_is_deleted_is_read_again(address: str, files: list[Path]) -> None:
    extract(address, *files)
    before = contents(address)
    with connect(address).begin() as connection:
        connection.exec_driver_sql("DELETE FROM documents WHERE source LIKE '%%/b.txt'")
    assert extract(address, *files).seen == 1
    assert contents(address) == before


TEXTS = ["Năm 2023, xã có 12 thôn.", "Xã có 13 thôn.", "Xã có 14 thôn.", ""]


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.tuples(st.lists(st.sampled_from(TEXTS), min_size=4, max_size=4), st.permutations(range(4))), max_size=3)
)
def test_whatever_came_before_the_rows_are_those_of_a_fresh_run(
    tmp_path_factory: pytest.TempPathFactory, states: list[tuple[list[str], list[int]]]
) -> None:
    """Four files have one text after the other, some the same, and are read in any order."""
    folder = tmp_path_factory.mktemp("states")
    files = [folder / f"{number}.txt" for number in range(4)]
    for number, (texts, order) in enumerate(states):
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf8")
        extract(f"sqlite:///{folder / 'lasting.db'}", *(files[at] for at in order))
        extract(f"sqlite:///{folder / f'{number}.db'}", *files)
        assert contents(f"sqlite:///{folder / 'lasting.db'}") == contents(f"sqlite:///{folder / f'{number}.db'}")


def test_files_of_the_same_name_in_two_folders_are_two_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, folder in enumerate(("2023", "2024")):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        Path("a.txt").write_text(TEXTS[number], encoding="utf8")
        assert main(["extract", "a.txt", "--to", "sqlite:///../all.db"]) == 0
    assert len(contents("sqlite:///../all.db")["documents"]) == 2


def test_a_file_is_the_same_by_whichever_way(tmp_path: Path, files: list[Path]) -> None:
    address = f"sqlite:///{tmp_path / 'all.db'}"
    extract(address, *files)
    assert extract(address, *(tmp_path / ".." / tmp_path.name / file.name for file in files)).seen == 0


def test_a_file_that_is_not_there_leaves_nothing_behind(address: str, tmp_path: Path) -> None:
    assert extract(address, tmp_path / "tpyo.txt").rejected == 1
    assert not any(contents(address).values())


def test_lines_of_standard_input_are_known_by_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = f"sqlite:///{tmp_path / 'out.db'}"
    for lines in ('{"text": "Xã có 12 thôn."}\n', '{"text": "Xã có 13 thôn."}\n{"text": "Xã có 12 thôn."}\n'):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(lines.encode()))))
        assert main(["extract", "-", "--to", target]) == 0
    assert capsys.readouterr().out.endswith("documents 1, sentences 1, facts 1; 1 done before\n")
    assert len(contents(target)["documents"]) == 2


@pytest.mark.parametrize(("line", "code"), [('{"text": "Xã có 12 thôn."}\n', 0), ("0\n", 3)])
def test_a_line_that_standard_input_has_twice_counts_once(
    line: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = f"sqlite:///{tmp_path / 'out.db'}"
    found = []
    for lines in (line, line * 2):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(lines.encode()))))
        assert main(["extract", "-", "--to", target, "--force"]) == code
        found.append(contents(target))
    assert len(found[0]["ledger"]) == 1
    assert found[0] == found[1]


def test_a_dry_run_says_what_there_is_to_do(
    files: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["extract", "--out", str(tmp_path / "out"), *map(str, files)]
    assert main([*command, "--dry-run"]) == 0
    assert not (tmp_path / "out").exists()
    assert main(command) == 3
    before = {path: os.stat(path) for path in (tmp_path / "out").iterdir()}
    files[0].write_text("Xã có 13 thôn.", encoding="utf8")
    (tmp_path / "d.txt").write_text("Xã có 14 thôn.", encoding="utf8")
    assert main([*command, str(tmp_path / "d.txt"), "--dry-run"]) == 0
    assert {path: os.stat(path) for path in (tmp_path / "out").iterdir()} == before
    said = capsys.readouterr().out.splitlines()
    assert (said[0], said[2]) == (
        "3 new, 0 changed, 0 unread before, 0 done, 0 rejected before",
        "1 new, 1 changed, 0 unread before, 1 done, 1 rejected before",
    )


def test_what_waits_for_an_extra_has_not_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page, target = tmp_path / "a.html", f"sqlite:///{tmp_path / 'out.db'}"
    page.write_text("<p>Xã có 12 thôn.</p>", encoding="utf8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)  # as where it is not installed
    extract(target, page)
    capsys.readouterr()
    assert main(["extract", str(page), "--to", target, "--dry-run"]) == 0
    assert capsys.readouterr().out == "0 new, 0 changed, 1 unread before, 0 done, 0 rejected before\n"
    assert extract(target, page).seen == 1
