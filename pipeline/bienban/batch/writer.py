"""What came of articles -> the store, a batch in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from bienban.batch.failure import Failure, failure_of
from bienban.batch.plan import Job
from bienban.model import TABLES, Row
from bienban.read.source import MissingExtra
from bienban.store.errors import Refused
from bienban.store.ledger import Entry, Written

if TYPE_CHECKING:
    from bienban.tabulate import Tables

#: Rows in one transaction, of whole articles: fewer cost time, more cost memory.
BATCH = 30_000


class Store(Protocol):
    """What takes the rows of a batch of articles, and remembers what became of their sources."""

    def known(self, sources: Collection[str]) -> Mapping[str, Entry]:
        """What it remembers of sources, by source."""

    def write(self, tables: Mapping[str, Sequence[Row]], entries: Sequence[Entry]) -> Written:
        """Keeps rows and entries, or raises: Refused for those that it does not take, while it takes others."""


@dataclass(slots=True)
class Outcome:
    """What came of a run: articles `seen` and of these `rejected`, rows stored by table; and sources that needed no
    reading, because an earlier run did them or rejected them."""

    seen: int = 0
    rejected: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    done_before: int = 0
    rejected_before: int = 0

    @property
    def met(self) -> int:
        """Sources that the run has behind it."""
        return self.seen + self.done_before + self.rejected_before


@dataclass(slots=True)
class _Article:
    """A text, as the first of its sources says it, and the jobs that came to it."""

    tables: Tables
    first: str
    jobs: list[Job]


class Writer:
    """Gathers what came of jobs, and writes it when it is enough; counts it all in `outcome`, and reports what is odd.

    What the store raises for rows of a single article costs that article alone; all else ends the run.
    """

    def __init__(self, store: Store, report: Callable[[str], None], outcome: Outcome) -> None:
        self.outcome = outcome
        #: Sources to be read again, because those that spoke for their articles have another text now.
        self.heirs: set[str] = set()
        self._store, self._report = store, report
        self._said: set[str] = set()  # what to install is said once, not for every file
        self._articles: dict[str, _Article] = {}
        self._rejects: list[Entry] = []
        self._size = 0

    def done(self, job: Job, tables: Tables) -> None:
        """Takes an article's rows."""
        doc_id, place = tables["documents"][0].doc_id, job.entry.source
        article = self._articles.setdefault(doc_id, _Article(tables, place, []))
        article.jobs.append(job)
        if place < article.first:
            article.tables, article.first = tables, place
        self._grow(sum(map(len, tables.values())))

    def failed(self, job: Job, error: Exception) -> None:
        """Takes the reason why there are none."""
        failure = failure_of(error, "extract")
        self.outcome.rejected += 1
        if failure.reason not in self._said:
            self._report(f"{job.name}: {failure.reason}")
        if isinstance(error, MissingExtra):
            self._said.add(failure.reason)
        if entry := job.rejected(failure, unread=isinstance(error, MissingExtra)):
            self._rejects.append(entry)
        self._grow(1)

    def _grow(self, rows: int) -> None:
        self._size += rows
        if self._size >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Writes what was gathered."""
        articles, rejects = list(self._articles.values()), self._rejects
        self._articles, self._rejects, self._size = {}, [], 0
        try:
            self._write(articles, rejects)
        except Refused:
            self._write_singly(articles, rejects)

    def _write_singly(self, articles: Iterable[_Article], rejects: Iterable[Entry]) -> None:
        for entry in rejects:
            self._write([], [entry])
        for article in articles:
            try:
                self._write([article], [])
            except Refused as error:
                for job in article.jobs:
                    self.failed(job, Failure("store", str(error)))
        self.flush()

    def _write(self, articles: Sequence[_Article], rejects: Sequence[Entry]) -> None:
        names, entries = {}, {entry.source: entry for entry in rejects}  # standard input may say the same thing twice
        for article in articles:
            for job in article.jobs:
                names[job.entry.source] = job.name
                entries[job.entry.source] = job.done(article.tables["documents"][0].doc_id)
        tables = {table: [row for article in articles for row in article.tables[table]] for table in TABLES}
        written = self._store.write(tables, list(entries.values()))
        self.outcome.rows.update(written.rows)
        for source, owner in written.twins.items():
            self._report(f"{names[source]}: same text as {owner}, stored once")
        self.heirs = (self.heirs | {*written.heirs}) - entries.keys()
