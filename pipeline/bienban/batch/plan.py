"""What there is to do: sources held against the ledger."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import Enum
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bienban import lexicon
from bienban.batch.failure import Failure
from bienban.read.records import Columns
from bienban.read.source import Source, UnreadableArticle
from bienban.read.sources import STDIN, sources
from bienban.store.ledger import Entry, Reject

#: Sources looked up in the ledger at a time.
_TOGETHER = 32


#: What a store knows of sources: their entries in its ledger, by source.
Known = Callable[[Collection[str]], Mapping[str, Entry]]


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles in files, whose tables are read by `columns`; they can be gone through again."""

    files: Sequence[Path]
    columns: Columns

    def __iter__(self) -> Iterator[Located]:
        for file in self.files:
            for source in sources([file], self.columns):
                yield Located(source, file, self.columns)


class Located(NamedTuple):
    """A source, and the file that holds it."""

    source: Source
    file: Path
    columns: Columns


class State(Enum):
    """How a source stands in the ledger."""

    NEW = "new"
    CHANGED = "changed"
    UNREAD = "unread before"
    DONE = "done"
    REJECTED = "rejected before"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be known of a source: its name, the file that holds it and how its tables are read, the entry that
    the ledger has of it, and the one that it is to have."""

    name: str
    file: Path
    columns: Columns
    before: Entry | None
    entry: Entry

    @property
    def state(self) -> State:
        """How the source stands in the ledger: unread, if nothing of it could be read yet, for want of an extra or of
        permission; changed, if it would be read in another way than it was."""
        if self.before is None:
            return State.NEW
        if self.before.sha256 is None and not self.before.doc_id:
            return State.UNREAD
        if not self.before.settles(self.entry):
            return State.CHANGED
        return State.DONE if self.before.doc_id else State.REJECTED

    def done(self, doc_id: str) -> Entry:
        """The entry for a source that gave an article."""
        return replace(self.entry, doc_id=doc_id)

    def rejected(self, failure: Failure, *, unread: bool = False) -> Entry | None:
        """The entry for a source that gave none; `unread`: because nothing could be read, which may pass.

        None where the ledger stays as it is: of what cannot be read now, what was read before is kept, and where there
        is no file, there is nothing to try again.
        """
        if unread or self.entry.sha256 is None:
            if self.before or not (self.file == STDIN or os.path.lexists(self.file)):
                return None
            return replace(self.entry, sha256=None, reject=self._reject(failure))
        return replace(self.entry, reject=self._reject(failure))

    def _reject(self, failure: Failure) -> Reject:
        return Reject(
            stage=failure.stage,
            reason=failure.reason,
            traceback=failure.trace,
            folder=None if self.file == STDIN else _storable(os.getcwd()),
            file=_storable(str(self.file)),
            columns=asdict(self.columns),
        )


def plan(articles: Iterable[Located], known: Known, *, words: bool) -> Iterator[tuple[Source, Job]]:
    """Every source with its job, in order; they are taken a few ahead."""
    versions = version("bienban"), lexicon.version()
    stream = iter(articles)
    for some in iter(lambda: list(islice(stream, _TOGETHER)), []):
        wanted = [Entry(*_identity(located), *versions, words) for located in some]
        before = known({entry.source for entry in wanted})
        for (source, file, columns), entry in zip(some, wanted, strict=True):
            yield source, Job(source.name, file, columns, before.get(entry.source), entry)


def place_of(located: Located) -> str:
    """What the ledger calls a source in the file system: the same, wherever bienban is called, and by whichever way."""
    file = str(located.file)
    return _storable(os.path.abspath(file) + located.source.name.removeprefix(file))


def _identity(located: Located) -> tuple[str, str | None]:
    """What the ledger calls a source, and its fingerprint, None where it cannot be had.

    A place in the file system keeps its name, whatever is there; on standard input there are only articles.
    """
    try:
        fingerprint = located.source.fingerprint()
    except UnreadableArticle:
        fingerprint = None
    if located.file == STDIN:
        return f"stdin:{fingerprint}", fingerprint
    return place_of(located), fingerprint


def _storable(name: str) -> str:
    """A name with what UTF-8 and databases refuse spelt out: what differs, stays different."""
    return name.replace("\0", "\\0").encode("utf8", "backslashreplace").decode("utf8")
