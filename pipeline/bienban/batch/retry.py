"""What was rejected, read again."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bienban.batch.plan import Articles, Located, place_of
from bienban.batch.run import run
from bienban.batch.writer import Outcome
from bienban.read.records import Columns
from bienban.store.database import Database


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Those of the articles that have a place among `places`; which were `found` is known afterwards."""

    articles: Articles
    places: Collection[str]
    found: set[str] = field(default_factory=set)

    def __iter__(self) -> Iterator[Located]:
        for located in self.articles:
            if (place := place_of(located)) in self.places:
                self.found.add(place)
                yield located


def retry(database: Database, report: Callable[[str], None], **options: Any) -> Outcome:
    """Extracts all that the database has as rejected, as it was asked for; `options` are those of `run`.

    What cannot be found again is reported, and stays rejected.
    """
    outcome = Outcome()
    groups: dict[tuple[str, bool, Columns], dict[str, Path]] = defaultdict(dict)
    for entry in database.rejects():
        if (reject := entry.reject) is None:
            continue
        if reject.folder is None:
            outcome.rejected += 1
            report(f"{entry.source}: came by standard input: give it to bienban extract --force once more")
        else:
            groups[reject.folder, entry.words, Columns(**reject.columns)][entry.source] = Path(reject.file)
    for (folder, words, columns), files in groups.items():
        wanted = _Wanted(Articles(list(dict.fromkeys(files.values())), columns), files.keys())
        with _within(folder) if os.path.isdir(folder) else nullcontext():  # a full path leads there from anywhere
            run(wanted, database, report, words=words, force=True, outcome=outcome, **options)
        for place in sorted(files.keys() - wanted.found):
            outcome.rejected += 1
            report(f"{place}: not found again")
    return outcome


@contextmanager
def _within(folder: str) -> Iterator[None]:
    """Files are named as they were when bienban was called, and where."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
