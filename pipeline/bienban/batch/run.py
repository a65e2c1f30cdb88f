"""Many articles through the pipeline into a store."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bienban.batch import pool
from bienban.batch.pool import Done, Lost
from bienban.batch.work import extract_source
from bienban.model import TABLES, Row
from bienban.read.source import MissingExtra, Source, UnreadableArticle

if TYPE_CHECKING:
    from bienban.tabulate import Tables

#: Rows in one transaction, of whole articles: fewer cost time, more cost memory.
BATCH = 30_000


class Store(Protocol):
    """What takes the rows of a batch of articles."""

    def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
        """Keeps the rows; raises when it cannot."""


class Each(Protocol):
    """Who does the work on every source, and gives back each with what came of it, in order."""

    def __call__(
        self, work: Callable[[Source], Tables], items: Iterable[Source], *, timeout: float, preload: Sequence[str]
    ) -> Iterator[Done[Source, Tables]]:
        """As `pool.each`."""


@dataclass(slots=True)
class Outcome:
    """What came of a run: articles seen and rejected, rows by table."""

    seen: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    rejected: int = 0


class Interrupted(Exception):
    """Ctrl-C ended a run; `outcome` tells what was given to the store before."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"interrupted after {outcome.seen} articles")
        self.outcome = outcome


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    sources: Iterable[Source],
    store: Store,
    report: Callable[[str], None],
    *,
    words: bool = False,
    workers: int | None = None,
    each: Each | None = None,
    timeout: float = 30.0,
    progress: Callable[[Outcome], None] = lambda outcome: None,
) -> Outcome:
    """Extracts articles into a store, in order, on `workers` processes (default: one for each core), or by `each`.

    One that cannot be read, or extracted within `timeout` seconds (a long report takes one), is reported by name and
    reason, and the others go on; a text that the run held already is reported and stored once. `progress` is told
    after each article. What the store raises ends the run; Ctrl-C ends it after the article in hand, stores all that
    came before, and raises Interrupted.
    """
    outcome = Outcome()
    first_source: dict[str, str] = {}
    said: set[str] = set()  # what to install is said once, not for every file
    batch: Tables = {table: [] for table in TABLES}
    work = partial(extract_source, words=words)
    each = each or partial(pool.each, workers=workers or cores())
    results = each(work, sources, timeout=timeout, preload=["bienban.batch.warm"])
    with _interrupts() as interrupted:
        for done in results:
            source, tables, error = done.item, done.result, done.error
            outcome.seen += 1
            if tables is None:
                outcome.rejected += 1
                reason = _reason(error)
                if reason not in said:
                    report(f"{source.name}: {reason}")
                if isinstance(error, MissingExtra):
                    said.add(reason)
            elif first := first_source.get(doc_id := tables["documents"][0].doc_id):
                report(f"{source.name}: same text as {first}, stored once")
            else:
                first_source[doc_id] = source.name
                for table, rows in tables.items():
                    batch[table] += rows
                    outcome.rows[table] += len(rows)
            progress(outcome)
            if interrupted():
                store.write(batch)
                raise Interrupted(outcome)
            if sum(map(len, batch.values())) >= BATCH:
                store.write(batch)
                batch = {table: [] for table in TABLES}
        store.write(batch)
    return outcome


def _reason(error: Exception | None) -> str:
    if isinstance(error, UnreadableArticle | Lost):
        return str(error)
    return f"extraction failed: {type(error).__name__}: {error}"


@contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Notes Ctrl-C in place of raising it, so that the work in hand ends in good order; a second one raises."""
    received: list[int] = []

    def note(number: int, _frame: object) -> None:
        received.append(number)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(received)
    finally:
        signal.signal(signal.SIGINT, before)
