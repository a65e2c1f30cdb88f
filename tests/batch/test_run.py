"""A run over many articles loses none to the bad ones."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from mischief import MISCHIEF, extract_with_mischief
from serial import serially

from bienban.batch import run as batch
from bienban.batch import writer
from bienban.batch.plan import Articles
from bienban.batch.run import Interrupted, run
from bienban.batch.writer import Outcome
from bienban.read.records import Columns
from bienban.read.sources import find_files
from bienban.store.database import Database, open_database
from bienban.store.errors import StoreError
from databases import contents


def articles_in(*paths: Path) -> Articles:
    return Articles(list(find_files(paths)), Columns())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five articles, of which the second is none."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(5):
        text = f"Bài số {number}.".encode()
        (folder / f"{number}.txt").write_bytes(b"\xff\xff" if number == 1 else text)
    return folder


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(f"sqlite:///{tmp_path / 'bienban.db'}", create=True) as database:
        yield database


def stored(database: Database) -> list[str]:
    """The names of the files in the database."""
    return [Path(row["source"]).name for table, rows in database.read() if table == "documents" for row in rows]


def test_an_article_that_fails_costs_itself_alone(folder: Path, database: Database) -> None:
    lines: list[str] = []
    outcome = run(articles_in(folder), database, lines.append)
    assert stored(database) == ["0.txt", "2.txt", "3.txt", "4.txt"]
    assert lines == [f"{folder / '1.txt'}: wrong encoding: not UTF-8 at byte 0"]
    assert (outcome.seen, outcome.rejected, outcome.rows["documents"]) == (5, 1, 4)


def test_articles_are_written_in_batches(folder: Path, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "BATCH", 4)  # two articles: a document and a sentence each
    seen: list[tuple[int, int]] = []
    run(articles_in(folder), database, print, progress=lambda done: seen.append((done.seen, len(stored(database)))))
    assert seen == [(1, 0), (2, 0), (3, 2), (4, 2), (5, 4)]


@pytest.mark.parametrize("word", MISCHIEF)
def test_an_article_that_ends_its_worker_is_one_reject(
    word: str, folder: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "extract_source", extract_with_mischief)
    (folder / "2.txt").write_text(f"Máy {word} rồi.", encoding="utf8")
    lines: list[str] = []
    outcome = run(articles_in(folder), database, lines.append, timeout=9 if word == "treo" else 60, memory=300)
    stage, reason = MISCHIEF[word]
    assert lines[1:] == [f"{folder / '2.txt'}: {reason}"]
    assert (stored(database), outcome.rejected) == (["0.txt", "3.txt", "4.txt"], 2)
    (_, entry) = database.rejects()
    assert entry.reject
    assert (entry.source, entry.reject.stage, entry.reject.reason) == (str(folder / "2.txt"), stage, reason)
    assert ("in mischief" in (entry.reject.traceback or "")) == (stage == "extract")


def test_rows_do_not_depend_on_workers_or_order(corpus_articles: list[Path], tmp_path: Path) -> None:
    for number, path in enumerate(corpus_articles[:2]):  # the same text from two files, whichever comes first
        (tmp_path / f"{number}.txt").write_bytes(path.read_bytes())
    files = [*corpus_articles, *sorted(tmp_path.glob("*.txt"))]
    addresses = []
    for workers, order in (1, files), (2, files), (2, files[::-1]):
        addresses.append(f"sqlite:///{tmp_path / f'{len(addresses)}.db'}")
        with open_database(addresses[-1], create=True) as database:
            run(Articles(order, Columns()), database, print, workers=workers, words=True)
    first, *others = map(contents, addresses)
    assert [table for table, rows in first.items() if not rows] == ["rejects"]
    assert others == [first, first]


def test_an_interrupt_stores_what_came_before_and_names_it(folder: Path, database: Database) -> None:
    before = signal.getsignal(signal.SIGINT)

    def interrupt(outcome: Outcome) -> None:
        if outcome.seen == 3:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(Interrupted, match="interrupted after 3 articles"):
        run(articles_in(folder), database, print, progress=interrupt)
    assert stored(database) == ["0.txt", "2.txt"]
    assert signal.getsignal(signal.SIGINT) is before
    outcome = run(articles_in(folder), database, print)
    assert (outcome.seen, outcome.done_before, outcome.rejected_before) == (2, 2, 1)
    assert stored(database) == ["0.txt", "2.txt", "3.txt", "4.txt"]


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(
    folder: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "BATCH", 4)
    size = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(outcome: Outcome) -> None:
        if outcome.seen == 3:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, size[1]))  # as a disk with room for 1 kB

    try:
        with pytest.raises(StoreError, match=f"^{database.target}: (disk I/O error|database or disk is full)$"):
            run(articles_in(folder), database, print, each=serially, progress=fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, size)
    assert stored(database) == ["0.txt", "2.txt"]
    assert run(articles_in(folder), database, print, each=serially).done_before == 2
    assert stored(database) == ["0.txt", "2.txt", "3.txt", "4.txt"]


def test_a_lost_connection_ends_the_run_and_the_next_one_goes_on(
    folder: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "BATCH", 4)

    def lose(outcome: Outcome) -> None:
        if outcome.seen == 4:
            with psycopg.connect(postgres, autocommit=True) as administrator:
                others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                administrator.execute(f"SELECT pg_terminate_backend(pid) {others}")

    with open_database(postgres, create=True) as database:
        with pytest.raises(StoreError, match=r"^postgresql://[^\n]*connection[^\n]*$"):
            run(articles_in(folder), database, print, each=serially, progress=lose)
        assert stored(database) == ["0.txt", "2.txt"]
        assert run(articles_in(folder), database, print, each=serially).done_before == 2
        assert stored(database) == ["0.txt", "2.txt", "3.txt", "4.txt"]
