"""Work done here and now, for tests of what comes before and after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from bienban.batch.pool import Done

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


def serially(
    work: Callable[[ItemT], ResultT], items: Iterable[ItemT], *, timeout: float, preload: Sequence[str]
) -> Iterator[Done[ItemT, ResultT]]:
    """As `pool.each`, without limit of time."""
    for item in items:
        try:
            yield Done(item, result=work(item))
        except Exception as error:
            yield Done(item, error=error)
