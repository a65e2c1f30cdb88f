"""The lists of an article, and the clauses that only announce what follows."""

from __future__ import annotations

from bisect import bisect_left

import regex

from bienban.find.tasks.patterns import ANNOUNCES, NO_LIST_OF_TASKS, UNSAID
from bienban.segment.outline import Item
from bienban.segment.reading import Reading

# Words that may stand alone between what announces a list and its first item.
_BETWEEN = regex.compile(r"\s*(?:(?:trong đó|theo đó|cụ thể(?: là| như sau)?)\s?[:,]\s*)?")
# A clause that asks for something besides announcing the list.
_ASKED = regex.compile(r"(?P<asked>.*), (?:trong đó|trọng tâm là|tập trung vào|đồng thời) ")


class Lists:
    """The list items of one article."""

    def __init__(self, reading: Reading) -> None:
        self._norm, self._low = reading.norm, reading.low
        self._items = {item.start: item for item in reading.outline.items}
        #: Where the items begin, in order.
        self.starts = sorted(self._items)

    def at(self, start: int) -> Item | None:
        """The item that begins at a position."""
        return self._items.get(start)

    def after_label(self, start: int, end: int) -> int:
        """Where the words of a part of a sentence begin: behind the label of the item that it may be."""
        item = self.at(start)
        at = item.end if item else start
        while item and at < end and not self._norm[at].isalnum():
            at += 1
        return at

    def follows(self, end: int) -> bool:
        """Whether an item begins right after a position."""
        number = bisect_left(self.starts, end)
        return number < len(self.starts) and _BETWEEN.fullmatch(self._low, end, self.starts[number]) is not None

    def heads(self, item: Item, end: int) -> bool:
        """Whether an item that ends at a position is a heading of items of another style."""
        first = self.at(self.starts[bisect_left(self.starts, end)]) if self.follows(end) else None
        return first is not None and first.style != item.style and first.ordinal in (None, 1)

    def is_announced(self, start: int, end: int) -> bool:
        """Whether a clause only says that a list of things to do follows."""
        clause = self._low[start:end].rstrip()
        return bool(self.follows(end) and ANNOUNCES.search(clause) and not NO_LIST_OF_TASKS.search(clause))


def asked_before(said: str, listed: bool) -> str:
    """What a clause asks for besides announcing what follows; `listed` tells that a list does."""
    if UNSAID.fullmatch(said.strip()):
        return ""
    if (listed or said.endswith(":")) and ANNOUNCES.search(said):
        besides = _ASKED.match(said)
        said = besides["asked"] if besides else ""
    return said.rstrip(" .:")
