"""Files that are there when all of them is written: what fails leaves what was there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """A path beside a file's place, for this process alone to write to.

    The file is moved to its place when the block ends, and deleted where it raises.
    """
    part = place.with_name(f"{place.name}.part-{os.getpid()}")
    try:
        yield part
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
