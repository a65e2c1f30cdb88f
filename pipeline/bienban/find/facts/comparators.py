"""How exact an amount is meant: "hơn", "khoảng", "ít nhất", "… trở lên"."""

from __future__ import annotations

import regex

from bienban.find.facts import patterns as p
from bienban.find.numbers import Amount
from bienban.segment.reading import Cued, Span

_CONTEXT = 48  # characters before or after the amount
_SMALL = 100  # "trên 3 lĩnh vực" is in three, "trên 300 xã" is more than three hundred


def comparator(low: str, amount: Amount) -> Cued:
    """`eq`, `approx`, `gt`, `ge`, `lt` or `le`, with the words that say so."""
    begin = max(0, amount.start - _CONTEXT)
    if match := p.OR_BEYOND.match(low, amount.end, amount.end + _CONTEXT):
        return Cued("ge" if match["more"] else "le", _trimmed(match))
    match = p.COMPARATOR_BEFORE.match(low, begin, amount.start)
    if not match or p.COMPARED.match(low, begin, match.start()) or _says_something_else(low, match.group(), amount):
        return Cued("eq", None)
    return Cued(match.lastgroup, _trimmed(match))


def _trimmed(match: regex.Match[str]) -> Span:
    words = match.group()
    return Span(match.end() - len(words.lstrip()), match.start() + len(words.rstrip()))


def _says_something_else(low: str, word: str, amount: Amount) -> bool:
    if word.startswith("vượt"):
        return amount.kind in ("percent", "duration") or p.OVER_TARGET.match(low, amount.end) is not None
    located = word.startswith("trên ") and amount.kind == "count" and amount.value < _SMALL
    return located and p.PLACE_AFTER.match(low, amount.end) is not None
