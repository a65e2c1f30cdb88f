"""Work on several processes: order kept, failures alone, memory bounded."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

from bienban.batch.pool import each

# The server that workers fork from is one for the whole test run, and other tests need it warm.
WARM = ["bienban.batch.warm"]


def misbehave(item: str) -> str:
    if item == "slow":
        time.sleep(60)
    if item == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "raises":
        raise ValueError("no such thing")
    return item.upper()


def later_first(item: int) -> int:
    time.sleep(0.02 * (3 - item % 4))
    return item


def test_each_failure_costs_its_own_item() -> None:
    items = ["a", "slow", "b", "dies", "c", "raises", "d"]
    done = list(each(misbehave, items, workers=2, timeout=2, preload=WARM))
    assert [one.item for one in done] == items
    assert [one.result for one in done if not one.error] == ["A", "B", "C", "D"]
    assert [str(one.error) for one in done if one.error] == [
        "took longer than 2 s",
        "its process was killed (exit code -9)",
        "no such thing",
    ]


def test_results_keep_the_order_of_the_items() -> None:
    assert [one.result for one in each(later_first, range(40), workers=3, timeout=5, preload=WARM)] == [*range(40)]


def test_items_stream_through() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "x"

    results = each(misbehave, endless(), workers=2, timeout=5, preload=WARM)
    assert [next(results).result for _ in range(5)] == ["X"] * 5
    results.close()
    assert taken < 50
