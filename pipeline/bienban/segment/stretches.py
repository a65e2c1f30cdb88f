"""Stretches of a text: without the blanks around them, and in parts where they are too long to be read as one."""

from __future__ import annotations

from collections.abc import Iterator

#: Characters of the longest sentence; news have none above 2,300. Reading one may take time quadratic in its length.
LONGEST = 5_000


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without surrounding blanks."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch without surrounding blanks; above LONGEST in such that end at a semicolon, else a comma, else a blank,
    else anywhere.
    """
    while end - start > LONGEST:
        limit = start + LONGEST
        cuts = (text.rfind(mark, start, limit) + 1 for mark in (";", ", ", " "))
        cut = next(filter(None, cuts), limit)
        yield strip(text, start, cut)
        start, end = strip(text, cut, end)
    yield start, end
