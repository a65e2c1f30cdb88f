"""Many articles through the pipeline into a store."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bienban.batch import pool
from bienban.batch.failure import Failure
from bienban.batch.interrupts import interrupts
from bienban.batch.plan import Job, Located, State, plan
from bienban.batch.pool import Done
from bienban.batch.work import MEMORY, extract_source
from bienban.batch.writer import Outcome, Store, Writer
from bienban.read.records import remark_on
from bienban.read.source import Source

if TYPE_CHECKING:
    from bienban.tabulate import Tables


class Each(Protocol):
    """Who does the work on every source, and gives back each with what came of it, in order."""

    def __call__(
        self, work: Callable[[Source], Tables], items: Iterable[Source], *, timeout: float, preload: Sequence[str]
    ) -> Iterator[Done[Source, Tables]]:
        """As `pool.each`."""


class Interrupted(Exception):
    """Ctrl-C ended a run; `outcome` tells what was given to the store before."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"interrupted after {outcome.seen} articles")
        self.outcome = outcome


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    articles: Iterable[Located],
    store: Store,
    report: Callable[[str], None],
    *,
    words: bool = False,
    force: bool = False,
    workers: int | None = None,
    each: Each | None = None,
    timeout: float = 30.0,
    memory: int = MEMORY,
    progress: Callable[[Outcome], None] = lambda outcome: None,
    outcome: Outcome | None = None,
) -> Outcome:
    """Extracts articles into a store, in order, on `workers` processes (default: one for each core), or by `each`.

    What the store's ledger has as done or rejected, and has not changed since, is passed over, unless `force` is
    given. An article that cannot be read, or extracted within `timeout` seconds (a long report takes one) and `memory`
    MB, is reported by name and reason, and the others go on. `progress` is told after each article. What came of it
    is added to `outcome`.

    What the store raises ends the run; Ctrl-C ends it after the article in hand, stores all that came before, and
    raises Interrupted. Either way, another run goes on from there.
    """
    outcome = outcome or Outcome()
    writer = Writer(store, report, outcome)
    work = partial(extract_source, words=words, memory=memory)
    each = each or partial(pool.each, workers=workers or cores())
    with interrupts() as interrupted:

        def due() -> Iterator[tuple[Source, Job]]:
            for source, job in plan(articles, store.known, words=words):
                if interrupted():
                    return
                if force or job.state in (State.NEW, State.CHANGED, State.UNREAD):
                    yield source, job
                    continue
                if job.state is State.DONE:
                    outcome.done_before += 1
                else:
                    outcome.rejected_before += 1
                progress(outcome)

        def extract(planned: Iterable[tuple[Source, Job]]) -> None:
            pending: deque[Job] = deque()

            def sources() -> Iterator[Source]:
                for source, job in planned:
                    pending.append(job)
                    yield source

            for done in each(work, sources(), timeout=timeout, preload=["bienban.batch.warm"]):
                job = pending.popleft()
                outcome.seen += 1
                if done.result is None:
                    writer.failed(job, done.error or Failure("extract", "no rows"))
                else:
                    writer.done(job, done.result)
                    if done.result["documents"][0].published is None and (remark := remark_on(done.item)):
                        report(f"{job.name}: {remark}")
                progress(outcome)
                if interrupted():
                    break
            writer.flush()
            if interrupted():
                raise Interrupted(outcome)

        extract(due())
        if heirs := frozenset(writer.heirs):  # they came by before it was known that they are
            extract(planned for planned in plan(articles, store.known, words=words) if planned[1].entry.source in heirs)
    return outcome
