"""What went wrong with a store, in one line that names it and keeps its password."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


class StoreError(Exception):
    """A store that cannot be opened, written or read; the message is one line that names it."""


class NothingThere(StoreError):
    """A store that is not there yet."""


class Refused(StoreError):
    """Rows that a store does not take, which takes others."""


@contextmanager
def naming(target: str, *kinds: type[Exception], refusals: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """Raises exceptions of these kinds as a StoreError that names the target; those of `refusals` as Refused."""
    try:
        yield
    except kinds as error:
        refused = isinstance(getattr(error, "orig", None) or error, refusals)
        raise (Refused if refused else StoreError)(f"{target}: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    """What the system or the driver says; SQLAlchemy adds the statement to that, drivers add hints in further lines."""
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    said = getattr(error, "orig", None) or error
    return str(said).strip().partition("\n")[0]
