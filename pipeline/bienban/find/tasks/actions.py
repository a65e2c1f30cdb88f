"""The clauses of a task -> the things to do, each with its main verb."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from bienban.find.tasks.patterns import CONNECTIVE, NOMINAL, PURPOSE, WORD
from bienban.find.tasks.phrases import noun_phrase
from bienban.find.tasks.words import ADVERBS, VERBS, Predicate, predicate_at
from bienban.segment.reading import Span

_BREAK = regex.compile(r";|,|\bđồng thời\b|(?<=[.!?…])\s")
_TRAIL = " .;:,…/-”\"“"
_PAREN = regex.compile(r"\([^()]*\)|“[^“”]*”|\"[^\"]*\"")
_CONDITION = regex.compile(r"(?:nếu|khi|trường hợp|những vấn đề|vấn đề|nhất là|qua đó|trong đó|tinh thần)\b")
_BEFORE_BARE = regex.compile(r"\b(?:theo|các|những|của|đúng|được|nhiệm vụ|một số|mọi|nhiều|sự|quy trình)\s$")


def split_actions(norm: str, low: str, clauses: list[Span]) -> list[tuple[Span, Span]]:
    """The things to do in a task's clauses, in order: each with the place of its verb."""
    found: list[tuple[Span, Span]] = []
    for start, end in clauses:
        found += _split(norm, low, start, end)
    return found


def _split(norm: str, low: str, start: int, end: int) -> list[tuple[Span, Span]]:
    shut = [m.span() for m in _PAREN.finditer(low, start, end)]
    pieces: list[tuple[int, int]] = []
    first = start
    for stop in _BREAK.finditer(low, start, end):
        if any(a <= stop.start() < b for a, b in shut):
            continue
        at = _after_connective(low, stop.end(), end)
        if _begins(norm, low, first, stop, at, end):
            pieces.append((first, stop.start()))
            first = at
    pieces.append((first, end))
    return list(_rows(norm, low, pieces))


def _rows(norm: str, low: str, pieces: list[tuple[int, int]]) -> Iterator[tuple[Span, Span]]:
    for first, last in pieces:
        start, end = first, last
        while end > start and norm[end - 1] in _TRAIL:
            end -= 1
        while start < end and not norm[start].isalnum():
            start += 1
        # A quotation or bracket that opens inside belongs to the text.
        if end < last and norm[end] in "”\")" and norm[end] != '"':
            end += 1
        if end > start:
            predicate = _main_verb(norm, low, start, end)
            word = WORD.match(low, start, end)
            yield Span(start, end), predicate.verb if predicate else Span(start, word.end() if word else end)


def _main_verb(norm: str, low: str, start: int, end: int) -> Predicate | None:
    """The predicate at the start, else the one after the first modal or after the first noun phrase."""
    if predicate := predicate_at(norm, low, start, end):
        if predicate.role != "" or not predicate.adverbs:
            if low.startswith("căn cứ", predicate.verb.start):
                return _later(norm, low, predicate.verb.end, end) or predicate
        return predicate
    return _later(norm, low, start, end)


def _later(norm: str, low: str, start: int, end: int) -> Predicate | None:
    best: Predicate | None = None
    for word in WORD.finditer(low, start, end):
        adverb = ADVERBS.at(low, word.start(), end)
        predicate = predicate_at(norm, low, word.start(), end) if norm[word.start()].islower() else None
        if adverb and adverb[1] == "modal" and predicate:
            return predicate
        if best is None and predicate and predicate.role in ("main", "lead", ""):
            best = predicate
    return best


def _begins(norm: str, low: str, first: int, stop: regex.Match[str], at: int, end: int) -> bool:
    """Whether a new thing to do begins at `at`, after the semicolon, comma, conjunction or full stop `stop`."""
    predicate = predicate_at(norm, low, at, end)
    sign = stop.group()
    if sign not in (",", "đồng thời"):
        if sign == ";" and (_CONDITION.match(low, at, end) and not low.startswith(("qua đó", "nhất là", "trong đó"), stop.end() + 1)):
            return True
        if predicate is None:
            return not sign.strip(" ;") and sign != ";" and False or (sign != ";" and bool(sign.isspace()))
        if sign == ";" and low.startswith(("qua đó", "từ đó", "nhất là"), stop.end() + 1):
            return False
        return not (sign == ";" and predicate.role in ("noun", "aim") and not predicate.adverbs and low[predicate.verb.end : predicate.verb.end + 1] == ",")
    left = predicate_at(norm, low, first, end)
    if predicate is None or at >= end or (left and left.verb.end > stop.start()):
        return False
    if sign == "đồng thời":
        return predicate.role != "noun" or predicate.adverbs
    if predicate.role in ("noun", "aim") and not predicate.adverbs:
        return False
    if _ends_bare(norm, low, first, stop.start()) and not (predicate.adverbs and predicate.role == "lead"):
        return False
    if low[predicate.verb.end : predicate.verb.end + 1] in ",;." :
        return predicate.adverbs
    if predicate.role == "lead" or predicate.adverbs:
        return True
    chunk = low[first : stop.start()]
    return not (NOMINAL.search(chunk) and _nominal_verb(norm, low, first, stop.start())) and not PURPOSE.search(chunk)


def _ends_bare(norm: str, low: str, first: int, end: int) -> bool:
    """Whether the text before a comma ends in a verb without object, so that the comma joins two verbs."""
    words = list(WORD.finditer(low, max(first, end - 30), end))
    for word in words[-3:]:
        verb = VERBS.at(low, word.start(), end)
        if verb and verb[0] == end and norm[word.start()].islower() or verb and verb[0] == end and word.start() == first:
            return not _BEFORE_BARE.search(low, max(first, word.start() - 12), word.start())
    return False


def _nominal_verb(norm: str, low: str, first: int, end: int) -> bool:
    return any(VERBS.at(low, m.end(), end) for m in NOMINAL.finditer(low, first, end))


def _after_connective(low: str, at: int, end: int) -> int:
    while at < end and low[at].isspace():
        at += 1
    match = CONNECTIVE.match(low, at, end)
    return match.end() if match else at


__all__ = ["noun_phrase", "split_actions"]
