"""A stretch of text as the known words that stand in it: verbs, measured nouns, function words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from bienban.find.facts import patterns as p
from bienban.find.facts import words as w
from bienban.segment.reading import Reading, Span
from bienban.segment.words import word_spans

VERB, MEASURE, FUNCTION, PARTICLE, NOUN, NUMBER, WORD, MARK, TIME = range(9)

_WORD = regex.compile(r"\p{L}[^,;:()]*")
_PIECE = regex.compile(r"\p{L}[\p{L}\d]*(?:[-/&.]\p{L}[\p{L}\d]*)*|\d[\d.,/]*%?|[^\s]")


class Chunk(NamedTuple):
    """A known word of one or more syllables, or a syllable that is none, at `low[start:end]`."""

    start: int
    end: int
    role: int
    form: str


_ROLES: dict[str, int] = {
    **dict.fromkeys(w.COORDINABLE | w.CLASSIFIERS | w.VERBAL_HEADS | w.SIDES | w.PLACES | w.BASES | w.COMPOUNDS, NOUN),
    **dict.fromkeys(w.VERBS, VERB),
    **dict.fromkeys(w.PARTICLES, PARTICLE),
    **dict.fromkeys(w.FUNCTION_WORDS, FUNCTION),
    **dict.fromkeys(w.MEASURES, MEASURE),
}
#: What longer known words begin with.
_BEGUN = {form[:end] for form in _ROLES for end, mark in enumerate(form) if mark == " "}


def wholes(reading: Reading, times: Iterable[Span], numbers: Iterable[Span]) -> list[tuple[int, int, int]]:
    """What is one chunk each, in order: dates, numbers and names of documents, as start, end and role."""
    named = (Span(mention.start, mention.end) for mention in reading.found("directives"))
    kinds = ((TIME, times), (NUMBER, numbers), (NOUN, named))
    return sorted((first, last, role) for role, spans in kinds for first, last in spans)


def chunks(reading: Reading, start: int, end: int, whole: Sequence[tuple[int, int, int]]) -> list[Chunk]:
    """The sentence `norm[start:end]` cut into the longest known words, left to right; `whole` are those of `wholes`.

    A verb with a capital inside a clause is part of a name ("Ban Quản lý dự án").
    """
    low, norm = reading.low, reading.norm
    tokens: list[tuple[int, int, int | None]] = []
    at = start
    for first, last, role in whole[bisect_left(whole, (start,)) : bisect_left(whole, (end,))]:
        if first >= at:
            tokens += _words(low, norm, at, first)
            tokens.append((first, last, role))
            at = last
    tokens += _words(low, norm, at, end)
    return list(_merged(low, norm, tokens))


def _words(low: str, norm: str, start: int, end: int) -> Iterator[tuple[int, int, None]]:
    """Words whole; numbers and marks, which the segmenter may join, one by one."""
    for first, last in word_spans(norm, start, end):
        word = low[first:last]
        if word in _ROLES or word.isalpha():
            yield first, last, None
        elif _WORD.fullmatch(word):
            yield from ((*place, None) for place in _known_parts(low, first, last))
        else:
            yield from ((match.start(), match.end(), None) for match in _PIECE.finditer(low, first, last))


def _known_parts(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """A long word that is not known, cut where all its parts are: the segmenter joins "ngân sách ước"."""
    word = low[start:end]
    cut = word.rfind(" ")
    while cut >= 0 and word not in _ROLES:
        if (word[:cut] in _ROLES or word[cut + 1 :] in w.NEVER_LAST) and word[cut + 1 :] in _ROLES:
            return [(start, start + cut), (start + cut + 1, end)]
        cut = word.rfind(" ", 0, cut)
    return [(start, end)]


def _merged(low: str, norm: str, tokens: Sequence[tuple[int, int, int | None]]) -> Iterator[Chunk]:
    at = 0
    while at < len(tokens):
        first, last, role = tokens[at]
        at += 1
        if role is None:
            form = low[first:last]
            role = _ROLES.get(form)
            following = at
            while form in _BEGUN and following < len(tokens):
                end = tokens[following][1]
                following += 1
                form = low[first:end]
                if form in _ROLES:
                    role, last, at = _ROLES[form], end, following
            if role is None:
                role = WORD if low[first].isalnum() else MARK  # a number that is no amount belongs to a name
        if (
            role == VERB
            and low[first:last] not in w.OCCASIONS
            and norm[first].isupper()
            and not p.CLAUSE_START.match(low, max(0, first - 3), first)
        ):
            role = WORD
        yield Chunk(first, last, role, low[first:last])
