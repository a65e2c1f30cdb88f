"""Work on a Dask cluster, with the results of `pool.each`: every worker is one more machine with such a pool.

A task of Dask is a few items, done in a process below the worker: an item that hangs, dies or takes too much memory
ends that process, and the worker goes on. What a lost worker had in hand, Dask gives to another. Needs the extra
`cluster`.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.metadata import version
from itertools import islice
from operator import methodcaller
from types import TracebackType
from typing import Any, TypeVar
from uuid import uuid4

import dask
from distributed import CancelledError, Client, Future, KilledWorker, get_worker, wait
from distributed.comm.core import connect
from distributed.security import Security

from bienban import lexicon
from bienban.batch import pool
from bienban.batch.errors import ClusterError
from bienban.batch.failure import Failure
from bienban.batch.mortal import ending_after
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
        for name in ("distributed", "distributed.client"):  # what goes wrong is raised, and needs no log beside that
            logging.getLogger(name).setLevel(logging.CRITICAL)
        with self._naming("cannot be reached: "):
            asyncio.run(_greet(address))
            self._client = Client(address)  # type: ignore[no-untyped-call]

    def each(
        self, work: Callable[[ItemT], ResultT], items: Iterable[ItemT], *, timeout: float, preload: Sequence[str]
    ) -> Iterator[Done[ItemT, ResultT]]:
        """Every item with what `work` made of it, in the items' order, as `pool.each` does it on one machine.

        Files are read here and sent, so that workers need not see them. An item that ends one worker after the other
        is killed.
        """
        task = partial(_do, work, timeout=timeout, preload=preload, expected=_versions())
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
        # As bytes: the scheduler need not know bienban, and a worker that does not says so in place of breaking off.
        work = pickle.dumps(partial(task, sent))
        key = f"bienban-{uuid4()}"
        graph = {key: (methodcaller("__call__"), (pickle.loads, work))}
        # Articles are small, and each is sent once: Dask would warn of the rare task that has ten megabytes of them.
        with self._naming(), dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GB"}):
            future: Future[list[_Answer[ResultT]]] = self._client.get(graph, key, sync=False)  # type: ignore[no-untyped-call]
        return future

    def _answers(self, future: Future[list[_Answer[ResultT]]]) -> list[_Answer[ResultT]]:
        with self._naming("a worker failed: "):
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


async def _greet(address: str) -> None:
    """Raises an exception where nothing answers as a scheduler, for which a client would wait for ever."""
    try:
        comm = await asyncio.wait_for(connect(address, **Security().get_connection_args("client")), _PATIENCE)  # type: ignore[no-untyped-call]
    except asyncio.TimeoutError:
        raise TimeoutError(f"no scheduler answered in {_PATIENCE} s") from None
    await comm.close()


def _versions() -> str:
    return f"bienban {version('bienban')} with the lexicon {lexicon.version()}"


def _do(
    work: Callable[[ItemT], ResultT], items: list[ItemT], *, timeout: float, preload: Sequence[str], expected: str
) -> list[_Answer[ResultT]]:
    """A task of Dask: what `work` makes of items, in a process below the worker."""
    if (here := _versions()) != expected:
        raise RuntimeError(f"{get_worker().address} has {here}, not {expected}")
    # Dask's nanny starts a worker as one that may have no processes, lest they outlive it. Those of a pool end with it,
    # but for one that hangs, which nobody is left to end: it ends itself.
    multiprocessing.current_process().daemon = False
    mortal = partial(ending_after, timeout + _GRACE, work)
    done = pool.each(mortal, items, workers=1, timeout=timeout, preload=preload)
    return [(one.result, one.error) for one in done]
