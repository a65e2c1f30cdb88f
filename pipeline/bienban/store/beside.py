"""Files that are there when all of them is written: what fails leaves what was there."""

from __future__ import annotations

import glob
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """A path beside a file's place, for this process alone to write to.

    The file is moved to its place when the block ends, and deleted where it raises. Those that processes of this
    machine left behind when they were killed are deleted too.
    """
    parts = f"{place.name}.part-{platform.node()}-"
    for left in place.parent.glob(f"{glob.escape(parts)}*"):
        if not _runs(left.name.removeprefix(parts)):
            left.unlink(missing_ok=True)
    part = place.with_name(f"{parts}{os.getpid()}")
    try:
        yield part
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)


def _runs(pid: str) -> bool:
    """Whether a process is alive; True where that cannot be told."""
    if os.name != "posix" or not pid.isdecimal():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True
