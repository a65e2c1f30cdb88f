"""The items of an article's lists: "Thứ nhất, …", "Một là, …", "1. …", "(1) …", "a) …", "- …"."""

from __future__ import annotations

from typing import NamedTuple

import regex

from bienban.segment.sentences import BODY, SentenceSpan

_WORDS = {word: number for number, word in enumerate("nhất hai ba tư năm sáu bảy tám chín mười".split(), 1)}
_COUNT = {word: number for number, word in enumerate("một hai ba bốn năm sáu bảy tám chín mười".split(), 1)}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}

_LABELS = (
    ("thứ", regex.compile(r"[Tt]hứ (?P<n>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?\b")),
    ("là", regex.compile(r"(?P<n>[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười) là\b")),
    ("(1)", regex.compile(r"\((?P<n>[0-9]{1,2})\)")),
    ("1)", regex.compile(r"(?P<n>[0-9]{1,2})\)")),
    ("1.", regex.compile(r"(?P<n>[0-9]{1,2})\.(?=\s?\p{Lu})")),
    ("I.", regex.compile(r"(?P<n>I{1,3}|IV|VI{0,3}|IX|X)\.(?=\s)")),
    ("(a)", regex.compile(r"\((?P<n>[a-eđ])\)")),
    ("a)", regex.compile(r"(?P<n>[a-eđ])\)")),
    ("-", regex.compile(r"[-+•*](?=\s?\p{L})")),
)
_INLINE = regex.compile(r"(?<=[;:.,…]\s)(?=[Tt]hứ |\p{L}{2,4} là\b|\(?[0-9]{1,2}[).])")


class Item(NamedTuple):
    """A list item: where its label begins and ends, the label itself, its style and number (None for a dash)."""

    start: int
    end: int
    label: str
    style: str
    ordinal: int | None


def find_items(norm: str, sentences: list[SentenceSpan]) -> list[Item]:
    """The items in order. A numbered one counts only in its sequence, which begins with the first."""
    places = sorted(
        {s.start for s in sentences if s.role == BODY}
        | {m.start() for s in sentences if s.role == BODY for m in _INLINE.finditer(norm, s.start, s.end)}
    )
    items: list[Item] = []
    last: dict[str, int] = {}
    for place in places:
        item = _item_at(norm, place)
        if item and (item.ordinal is None or item.ordinal == 1 or last.get(item.style) == item.ordinal - 1):
            items.append(item)
            if item.ordinal is not None:
                last[item.style] = item.ordinal
    firsts = {(i.style, i.ordinal) for i in items}
    # A number without a second is no list ("Một là …" in the middle of a sentence, a year, a date).
    return [i for i in items if i.ordinal is None or (i.style, 2) in firsts]


def _item_at(norm: str, place: int) -> Item | None:
    for style, pattern in _LABELS:
        if match := pattern.match(norm, place):
            return Item(place, match.end(), match.group(), style, _number(style, match))
    return None


def _number(style: str, match: regex.Match[str]) -> int | None:
    if style == "-":
        return None
    written = match["n"]
    if style in ("thứ", "là"):
        return (_WORDS if style == "thứ" else _COUNT)[written.lower()]
    if style == "I.":
        return _ROMAN[written]
    return int(written) if written.isdigit() else "abcdđe".index(written) + 1
