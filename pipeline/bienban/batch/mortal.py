"""Work that ends by itself, where those who would end it may be gone. Unix alone has alarms."""

from __future__ import annotations

import signal
from collections.abc import Callable
from typing import TypeVar

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


def ending_after(seconds: float, work: Callable[[ItemT], ResultT], item: ItemT) -> ResultT:
    """What `work` makes of an item. The system ends a process that it takes longer, even where Python has no say."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    return work(item)
