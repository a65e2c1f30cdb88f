"""A run over many articles loses none to the bad ones."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bienban.batch import run as batch
from bienban.batch.run import Interrupted, Outcome, run
from bienban.model import Row
from bienban.read.formats import File
from bienban.read.source import Source
from bienban.tabulate import Tables


class Batches:
    """A store that keeps what it is given, batch by batch."""

    def __init__(self) -> None:
        self.sources: list[list[str]] = []
        self.rows: list[Row] = []

    def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
        self.sources.append([Path(row.source).name for row in tables["documents"]])
        self.rows += [row for rows in tables.values() for row in rows]


@pytest.fixture
def articles(tmp_path: Path) -> list[File]:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_bytes(b"\xff\xff" if number == 1 else f"Bài số {number}.".encode())
    return [File(path) for path in sorted(tmp_path.iterdir())]


def test_an_article_that_fails_costs_itself_alone(articles: list[File], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "BATCH", 4)  # two articles: a document and a sentence each
    store, lines = Batches(), []
    outcome = run(articles, store, lines.append)
    assert store.sources == [["0.txt", "2.txt"], ["3.txt", "4.txt"], []]
    assert lines == [f"{articles[1].name}: wrong encoding: not UTF-8 at byte 0"]
    assert (outcome.seen, outcome.rejected, outcome.rows["documents"]) == (5, 1, 4)


def cannot_digest(source: Source, *, words: bool) -> Tables:
    raise RuntimeError("cannot digest this")


def test_an_error_in_the_extraction_is_named(articles: list[File], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "extract_source", cannot_digest)
    lines: list[str] = []
    assert run(articles[:1], Batches(), lines.append).rejected == 1
    assert lines == [f"{articles[0].name}: extraction failed: RuntimeError: cannot digest this"]


def test_an_article_that_takes_too_long_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("Năm 2023, xã có 12 thôn. " * 40_000, encoding="utf8")
    (tmp_path / "short.txt").write_text("Bài ngắn.", encoding="utf8")
    store, lines = Batches(), []
    outcome = run(map(File, sorted(tmp_path.iterdir())), store, lines.append, timeout=1)
    assert lines == [f"{tmp_path / 'long.txt'}: took longer than 1 s"]
    assert (store.sources, outcome.rejected) == ([["short.txt"]], 1)


def test_rows_do_not_depend_on_the_number_of_workers(corpus_articles: list[Path]) -> None:
    one, two = Batches(), Batches()
    files = [File(path) for path in corpus_articles]
    run(files, one, print, workers=1, words=True)
    run(files, two, print, workers=2, words=True)
    assert one.rows == two.rows


def test_an_interrupt_stores_what_came_before_and_names_it(articles: list[File]) -> None:
    store, before = Batches(), signal.getsignal(signal.SIGINT)

    def interrupt(outcome: Outcome) -> None:
        if outcome.seen == 3:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(Interrupted, match="interrupted after 3 articles"):
        run(articles, store, print, progress=interrupt)
    assert store.sources == [["0.txt", "2.txt"]]
    assert signal.getsignal(signal.SIGINT) is before


def test_what_the_store_raises_ends_the_run(articles: list[File]) -> None:
    class Full:
        def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
            raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space left"):
        run(articles, Full(), print)
