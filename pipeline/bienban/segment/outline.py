"""The lists of an article: "Thứ nhất, …", "Một là, …", "1. …", "(1) …", "a) …", "I. …", "- …", also nested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from bienban.segment.sentences import BODY, SentenceSpan

_UNITS = "nhất hai ba tư năm sáu bảy tám chín mười".split()
_COUNT = {word: number for number, word in enumerate(_UNITS, 1)} | {"một": 1, "bốn": 4}
_COUNT |= {f"mười {word}": 10 + number for word, number in [*_COUNT.items(), ("lăm", 5)] if number < 10}
_ROMAN = {n: i for i, n in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_ALPHABET = "abcdđeghiklmnopqrstuvxy"

_WORD = "(?P<n>" + "|".join(sorted(_COUNT, key=len, reverse=True)) + ")"
_CAPITAL = "(?P<n>" + "|".join(word.capitalize() for word in sorted(_COUNT, key=len, reverse=True)) + ")"
_DIGITS = "(?P<n>[0-9]{1,2})"

# The styles of labels: `n` is the number, `head` the numbers of the items around it.
_STYLES = {
    "thứ": (
        r"(?:(?:Nhiệm vụ|Vấn đề|Giải pháp|Nội dung|Yêu cầu|Điểm|Việc|Nhóm(?: \p{Ll}+){0,3}) t|[Tt])hứ "
        rf"{_WORD}(?: là)?\b(?!,? (?:ngày|tuần|hằng|hàng)\b)"
    ),
    "là": rf"(?i:(?!nhất ){_WORD}) là\b",  # "nhất là" is no number: "above all"
    "một,": rf"{_CAPITAL}(?=[,:] )",
    "(1)": rf"\({_DIGITS}\)",
    "1)": rf"{_DIGITS}\)",
    "1.": rf"{_DIGITS}\.(?=\s?[\p{{Lu}}“\"])",
    "1.1": rf"(?P<head>(?:[0-9]{{1,2}}\.)+){_DIGITS}\.?(?=\s\p{{L}})",
    "1/": rf"{_DIGITS}/(?=\s?\p{{L}})",
    "1-": rf"{_DIGITS}\s?-(?=\s?\p{{Lu}})",
    "I.": r"(?P<n>[IVX]{1,4})(?:[.)/]|\s?-)(?=\s)",
    "A.": r"(?P<n>[A-E])[.)](?=\s\p{Lu})",
    "(i)": r"\((?P<n>[ivx]{1,4})\)",
    "(a)": rf"\((?P<n>[{_ALPHABET}])\)",
    "a)": rf"(?P<n>[{_ALPHABET}])\)",
}
_LABELS = [(style, regex.compile(pattern)) for style, pattern in _STYLES.items()]
_ANY_LABEL = regex.compile("|".join(f"(?:{pattern})" for pattern in _STYLES.values()))
_DASH = regex.compile(r"[-+•*·▪■●►➢](?=\s?\p{L})")
# Inside a sentence: what may be a label after a stop or a comma, and the first of a list without either.
_INSIDE = regex.compile(r"[;:.,…]\s(?=[Tt]hứ |\p{L}{2,4} là\b|\(?[0-9]{1,2}[).]|\(?[a-zđ]{1,4}\))")
_FIRST_INSIDE = regex.compile(r"(?<=\p{L}\s)\((?=[1ia]\) ?\p{Ll})")
_LEFT_OUT = 3  # numbers that a list may leave out and still be one


class Item(NamedTuple):
    """A list item: where its label begins and ends, the label itself, its style and number (None for a dash)."""

    start: int
    end: int
    label: str
    style: str
    ordinal: int | None


class OutlineWarning(NamedTuple):
    """A list number that is missing or doubled: the label at which it shows, and what is wrong."""

    start: int
    end: int
    text: str


class Outline(NamedTuple):
    """The items of an article's lists, in order, and what is wrong with their numbers."""

    items: list[Item]
    warnings: list[OutlineWarning]


def outline(norm: str, sentences: list[SentenceSpan]) -> Outline:
    """The lists of an article. A numbered item counts only in its sequence, which begins with the first.

    At the beginning of a sentence a sequence may leave out or repeat a number, with a warning; inside one it may not.
    """
    body = [s for s in sentences if s.role == BODY]
    starts = {s.start for s in body}
    inside = {m.end() for s in body for m in _INSIDE.finditer(norm, s.start, s.end)}
    inside |= {m.start() for s in body for m in _FIRST_INSIDE.finditer(norm, s.start, s.end)}
    lists = _Lists()
    for place in sorted(starts | inside):
        if place in starts and (dash := _DASH.match(norm, place)):
            lists.items.append(Item(place, dash.end(), dash.group(), "-", None))
        else:
            lists.add(list(_labels(norm, place)), place in starts)
    return Outline([item for item in lists.items if item not in lists.alone], lists.warnings)


class _Lists:
    """The lists of an article in the making."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.warnings: list[OutlineWarning] = []
        self.alone: set[Item] = set()  # the first of a list that has no second: "Một là …", a date
        self._last: dict[str, tuple[Item, int]] = {}  # the last item of each style, with its number
        self._nested: list[str] = []  # the styles of the lists that have not ended, outer ones first

    def add(self, labels: list[tuple[Item, int]], opens_sentence: bool) -> None:
        """Takes the first of some labels at one place that goes on with a list; else one that begins a list."""
        steps = [number - self._last[item.style][1] if item.style in self._last else 0 for item, number in labels]
        for (item, number), step in zip(labels, steps, strict=True):
            if step == 1:
                return self._go_on(item, number)
        for item, number in labels:
            if number == 1 and not (
                opens_sentence and self.items and self._last.get(item.style) == (self.items[-1], 1)
            ):
                self.alone.add(item)
                return self._take(item, number)
        for (item, number), step in zip(labels, steps, strict=True):
            if opens_sentence and item.style in self._nested and 0 <= step <= _LEFT_OUT + 1:
                self._go_on(item, number)
                self.warnings.append(OutlineWarning(item.start, item.end, _warning(item, number, step)))
                return None
        return None

    def _go_on(self, item: Item, number: int) -> None:
        self.alone.discard(self._last[item.style][0])
        self._take(item, number)

    def _take(self, item: Item, number: int) -> None:
        self.items.append(item)
        self._last[item.style] = item, number
        if item.style in self._nested:
            del self._nested[self._nested.index(item.style) :]
        self._nested.append(item.style)


def _labels(norm: str, place: int) -> Iterator[tuple[Item, int]]:
    """What the text at a place may be as a label, in every style that fits, with its number."""
    if not _ANY_LABEL.match(norm, place):
        return
    for style, pattern in _LABELS:
        match = pattern.match(norm, place)
        number = _number(match["n"], style) if match else None
        if match and number is not None:
            head = match.groupdict().get("head") or ""
            yield Item(place, match.end(), match.group(), head + style, number), number


def _number(written: str, style: str) -> int | None:
    if written.isdigit():
        return int(written)
    if style in ("I.", "(i)"):
        return _ROMAN.get(written.lower())
    if style == "A.":
        return ord(written) - ord("A") + 1
    return _COUNT.get(written.lower()) or _ALPHABET.index(written) + 1


def _warning(item: Item, number: int, step: int) -> str:
    """What is wrong where a list goes on by another step than one."""
    letters = item.style in ("(a)", "a)")
    left_out = [_ALPHABET[n - 1] if letters else str(n) for n in range(number - step + 1, number)]
    if not left_out:
        return f'list number {_ALPHABET[number - 1] if letters else number} stands twice: "{item.label}"'
    numbers, verb = ("numbers", "are") if len(left_out) > 1 else ("number", "is")
    return f'list {numbers} {", ".join(left_out)} {verb} missing before "{item.label}"'
