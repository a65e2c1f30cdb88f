"""How exact an amount is meant: "hơn", "khoảng", "ít nhất", "… trở lên"."""

from __future__ import annotations

from bienban.find.facts import patterns as p
from bienban.find.numbers import Amount

_CONTEXT = 48  # characters before the amount
_SMALL = 100  # "trên 3 lĩnh vực" is in three, "trên 300 xã" is more than three hundred


def comparator(low: str, amount: Amount) -> str:
    """`eq`, `approx`, `gt`, `ge`, `lt` or `le`."""
    begin = max(0, amount.start - _CONTEXT)
    if p.OR_MORE.match(low, amount.end):
        return "ge"
    if p.OR_LESS.match(low, amount.end):
        return "le"
    for name, pattern in p.COMPARATORS:
        if match := pattern.search(low, begin, amount.start):
            return "eq" if _says_something_else(low, match.group(), amount) else name
    return "approx" if p.ESTIMATED.search(low, begin, amount.start) else "eq"


def _says_something_else(low: str, word: str, amount: Amount) -> bool:
    if word.startswith("vượt"):
        return amount.kind in ("percent", "duration") or p.OVER_TARGET.match(low, amount.end) is not None
    located = word.startswith("trên ") and amount.kind == "count" and amount.value < _SMALL
    return located and p.PLACE_AFTER.match(low, amount.end) is not None
