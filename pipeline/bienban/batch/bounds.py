"""Bounds that a process sets itself, for where nobody else watches over it. Unix alone has them."""

from __future__ import annotations

import resource
import signal
from collections.abc import Callable
from typing import TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


def bounded(work: Callable[[ItemT], ResultT], item: ItemT, *, seconds: float, memory: int | None) -> ResultT:
    """What `work` makes of an item within `memory` bytes, above which it raises MemoryError; None: any number.

    The system ends the process that takes longer than `seconds`, even where Python has no say.
    """
    signal.setitimer(signal.ITIMER_REAL, seconds)
    if memory:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    return work(item)
