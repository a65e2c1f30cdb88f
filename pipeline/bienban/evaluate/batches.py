"""What batches of articles cost: time for one article and memory of a worker as their number grows, and two workers."""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bienban.batch.plan import Located
from bienban.batch.pool import each
from bienban.batch.run import cores, run
from bienban.read.article import Article
from bienban.read.formats import Bytes
from bienban.read.records import Columns
from bienban.store.database import Database, open_database

SIZES = (1_000, 4_000, 16_000)
_TIMEOUT = 60.0
_BYTES = 1 if sys.platform == "darwin" else 1024  # the unit of ru_maxrss


#: Articles of the run whose writing is measured.
WRITTEN = 5_000


class Cost(NamedTuple):
    """Seconds on the clock, and the highest memory of a worker in bytes."""

    seconds: float
    memory: int


def print_batches(texts: list[str]) -> None:
    """Prints the costs for articles made from the sentences of `texts`."""
    print(f"\n{'articles, one worker':28}{'ms an article':>25}{'ratio':>8}{'memory of a worker':>22}{'ratio':>8}")
    first: Cost | None = None
    for count in SIZES:
        cost = _run(texts, count, workers=1)
        first = first or cost
        speed = cost.seconds / count, (cost.seconds / count) / (first.seconds / SIZES[0])
        print(
            f"{count:<28,}{1e3 * speed[0]:25.1f}{speed[1]:8.2f}"
            f"{cost.memory / 1e6:19,.0f} MB{cost.memory / first.memory:8.2f}"
        )
    two = _run(texts, SIZES[0], workers=2)
    print(f"\ntwo workers: {first.seconds / two.seconds:.2f} x the speed of one") if first else None


def print_writing(texts: list[str], address: str) -> None:
    """Prints how much of a run, on all cores, is spent on the database at an address, which must be new."""
    articles = (
        Located(Bytes(f"{number}.txt", ".txt", text.encode()), Path("articles"), Columns())
        for number, text in enumerate(_mixed(texts, WRITTEN))
    )
    with open_database(address, create=True) as database:
        store = _Watched(database)
        begun = time.perf_counter()
        rows = run(articles, store, print).rows.total()
        seconds = time.perf_counter() - begun
        print(f"\n{database.target}: {WRITTEN:,} articles, {rows:,} rows in {seconds:.0f} s on {cores()} cores,")
    print(f"of these {store.seconds:.1f} s ({store.seconds / seconds:.0%}) in the database")


class _Watched:
    """A database whose time is taken."""

    def __init__(self, database: Database) -> None:
        self.seconds = 0.0
        self.known = self._timed(database.known)
        self.write = self._timed(database.write)

    def _timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            begun = time.perf_counter()
            result = function(*arguments)
            self.seconds += time.perf_counter() - begun
            return result

        return timed


def measured(text: str) -> int:
    """Extracts an article; returns the highest memory, so far, of the process that did it."""
    from bienban.stages import read
    from bienban.tabulate import tables_of

    tables_of(read(Article(text)))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES


def _run(texts: list[str], count: int, workers: int) -> Cost:
    results = each(measured, _mixed(texts, count), workers=workers, timeout=_TIMEOUT, preload=["bienban.batch.warm"])
    next(results)  # the workers stand ready
    begun = time.perf_counter()
    memory = max(done.result or 0 for done in results)
    return Cost(time.perf_counter() - begun, memory)


def _mixed(texts: list[str], count: int) -> Iterator[str]:
    """Articles that differ from each other: paragraphs of all, drawn anew for each, about as long as those given."""
    choose = random.Random(0)
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    for number in range(count):
        drawn = choose.sample(paragraphs, min(len(paragraphs), len(paragraphs) // len(texts)))
        yield "\n".join([f"Bài số {number}", *drawn])
