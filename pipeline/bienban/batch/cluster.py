"""Work on a Dask cluster, with the results of `pool.each`: every worker is one more machine with such a pool.

A task of Dask is a few items, done in a process below the worker: an item that hangs, dies or takes too much memory
ends that process, and the worker goes on. What a lost worker had in hand, Dask gives to another. Needs the extra
`cluster`.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from itertools import islice
from types import TracebackType
from typing import Any, TypeVar

import dask
from distributed import CancelledError, Client, Future, KilledWorker, get_worker, wait

from bienban.batch import pool
from bienban.batch.errors import ClusterError
from bienban.batch.failure import Failure
from bienban.batch.pool import Done
from bienban.read.formats import File

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

#: What comes back for an item: its result, or the exception that took the place of one.
_Answer = tuple[ResultT | None, Exception | None]

_TOGETHER = 16  # items in a task: the pool for them costs what one article does
_AHEAD = 3  # tasks handed out for each thread of the workers
_PATIENCE = 5  # seconds for a scheduler to answer
_GRACE = 10  # seconds for a pool to end a process that took too long, before it ends by itself


class Cluster:
    """A context manager over the cluster whose scheduler is at an address (`tcp://HOST:8786`).

    All that it does raises ClusterError where the scheduler does not answer, or a worker has another bienban.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        with self._naming("cannot be reached: "):
            self._client = Client(address, timeout=_PATIENCE)  # type: ignore[no-untyped-call]

    def each(
        self, work: Callable[[ItemT], ResultT], items: Iterable[ItemT], *, timeout: float, preload: Sequence[str]
    ) -> Iterator[Done[ItemT, ResultT]]:
        """Every item with what `work` made of it, in the items' order, as `pool.each` does it on one machine.

        Files are read here and sent, so that workers need not see them. An item that ends one worker after the other
        is killed.
        """
        task = partial(_do, work, timeout=timeout, preload=preload, expected=version("bienban"))
        pending: deque[tuple[list[ItemT], Future[list[_Answer[ResultT]]]]] = deque()
        left = iter(items)
        while True:
            while len(pending) < _AHEAD * self._threads() and (batch := list(islice(left, _TOGETHER))):
                pending.append((batch, self._submit(task, batch)))
            if not pending:
                return
            batch, future = pending.popleft()
            try:
                answers = self._answers(future)
            except KilledWorker:
                # An item of this batch ends workers, or one that was done beside it: each is done with none beside it.
                wait([future for _, future in pending])  # type: ignore[no-untyped-call]
                answers = [self._alone(task, item) for item in batch]
            yield from (Done(item, *answer) for item, answer in zip(batch, answers, strict=True))

    def _alone(self, task: Callable[[list[Any]], list[_Answer[ResultT]]], item: Any) -> _Answer[ResultT]:
        try:
            (answer,) = self._answers(self._submit(task, [item]))
        except KilledWorker as error:
            return None, Failure("killed", f"ended the {error.allowed_failures + 1} workers that it was given to")
        return answer

    def _submit(
        self, task: Callable[[list[Any]], list[_Answer[ResultT]]], items: list[Any]
    ) -> Future[list[_Answer[ResultT]]]:
        sent = [item.in_hand() if isinstance(item, File) else item for item in items]
        # Articles are small, and each is sent once: Dask would warn of the rare task that has ten megabytes of them.
        with self._naming(), dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GB"}):
            return self._client.submit(task, sent, pure=False)

    def _answers(self, future: Future[list[_Answer[ResultT]]]) -> list[_Answer[ResultT]]:
        with self._naming():
            return future.result()

    def _threads(self) -> int:
        with self._naming():
            threads: dict[str, int] = self._client.nthreads()  # type: ignore[no-untyped-call]
        return sum(threads.values()) or 1  # to a cluster that grows with its work, a task says that there is some

    @contextmanager
    def _naming(self, what: str = "") -> Iterator[None]:
        try:
            yield
        except KilledWorker:
            raise
        except CancelledError:
            raise ClusterError(f"{self.address}: the scheduler was lost") from None
        except Exception as error:
            raise ClusterError(f"{self.address}: {what}{error}") from error

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, _k: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        self._client.close()  # type: ignore[no-untyped-call]


def _do(
    work: Callable[[ItemT], ResultT], items: list[ItemT], *, timeout: float, preload: Sequence[str], expected: str
) -> list[_Answer[ResultT]]:
    """A task of Dask: what `work` makes of items, in a process below the worker."""
    from bienban.batch.bounds import bounded  # the client need not be on Unix

    worker = get_worker()
    if (here := version("bienban")) != expected:
        raise ClusterError(f"the worker {worker.address} has bienban {here}, not {expected}")
    # Dask's nanny starts a worker as one that may have no processes, lest they outlive it; those of a pool end with it.
    multiprocessing.current_process().daemon = False
    # The nanny sees the memory of the worker alone, and a worker that is lost ends no item that hangs.
    limit = worker.memory_manager.memory_limit
    memory = limit // worker.state.nthreads if limit else None
    within = partial(bounded, work, seconds=timeout + _GRACE, memory=memory)
    done = pool.each(within, items, workers=1, timeout=timeout, preload=preload)
    return [(one.result, one.error) for one in done]
