"""Work on several processes: results in the order of the items, and an item that fails costs only itself."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from bienban.batch.failure import Failure

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

#: Items handed out ahead for each worker: enough that none waits, few enough that memory stays flat.
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Done(Generic[ItemT, ResultT]):
    """An item with its result, or with the exception that took the place of one."""

    item: ItemT
    result: ResultT | None = None
    error: Exception | None = None


def each(
    work: Callable[[ItemT], ResultT], items: Iterable[ItemT], *, workers: int, timeout: float, preload: Sequence[str]
) -> Iterator[Done[ItemT, ResultT]]:
    """Every item with what `work` made of it, in the items' order, at most `timeout` seconds of work for each.

    `work`, items and results cross to other processes, so they must be picklable; the modules of `preload` are imported
    once for all workers where the system can fork. Items are taken as results are: any number of them streams through.
    A process that hangs or dies is replaced.
    """
    pool = ProcessPool(max_workers=workers, initializer=_leave_interrupts_to_the_parent, context=_context(preload))
    pending: deque[tuple[ItemT, ProcessFuture[ResultT]]] = deque()
    try:
        for item in items:
            pending.append((item, pool.schedule(work, args=[item], timeout=timeout)))
            if len(pending) >= _AHEAD * workers:
                yield _done(*pending.popleft(), timeout)
        while pending:
            yield _done(*pending.popleft(), timeout)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _done(item: ItemT, future: ProcessFuture[ResultT], timeout: float) -> Done[ItemT, ResultT]:
    try:
        return Done(item, result=future.result())
    except TookTooLong:
        return Done(item, error=Failure("timeout", f"took longer than {timeout:g} s"))
    except ProcessExpired as error:
        return Done(item, error=Failure("killed", f"its process was killed (exit code {error.exitcode})"))
    except Exception as error:
        return Done(item, error=error)


def _leave_interrupts_to_the_parent() -> None:
    # Ctrl-C goes to the whole process group; the parent ends the run in good order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _context(preload: Sequence[str]) -> multiprocessing.context.BaseContext:
    # A server that forks clean workers starts them in milliseconds and shares the word lists between them; forking the
    # parent itself, with its threads, could leave a worker waiting for a lock for ever.
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context
