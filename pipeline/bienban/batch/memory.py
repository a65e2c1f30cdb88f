"""A limit to the memory that an article may take."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def memory_limit(megabytes: int) -> Iterator[None]:
    """Within it, this process may take so much memory more than it has; what takes more raises MemoryError.

    What counts is memory that it may write to, and not the files mapped into it: what the system must find room for.
    Only Linux limits this; elsewhere nothing happens.
    """
    if sys.platform != "linux":
        yield
        return
    from resource import RLIM_INFINITY, RLIMIT_DATA, getpagesize, getrlimit, setrlimit

    before = getrlimit(RLIMIT_DATA)
    taken = int(Path("/proc/self/statm").read_text().split()[5]) * getpagesize()
    lowest = min((taken + (megabytes << 20), *(limit for limit in before if limit != RLIM_INFINITY)))
    setrlimit(RLIMIT_DATA, (lowest, before[1]))
    try:
        yield
    finally:
        setrlimit(RLIMIT_DATA, before)
