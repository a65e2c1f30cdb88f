"""A stretch of text as the known words that stand in it: verbs, measured nouns, function words."""

from __future__ import annotations

from typing import NamedTuple

import regex

from bienban import lexicon
from bienban.find.facts import patterns as p
from bienban.segment.reading import Reading

VERB, MEASURE, FUNCTION, PARTICLE, NOUN, NUMBER, WORD, MARK = range(8)

_TOKEN = regex.compile(r"\p{L}[\p{L}\d]*(?:[-/&.]\p{L}[\p{L}\d]*)*|\d[\d.,/]*%?|[^\s]")
_LONGEST = 6


class Chunk(NamedTuple):
    """A known word of one or more syllables, or a syllable that is none, at `low[start:end]`."""

    start: int
    end: int
    role: int
    form: str


def _lexicon_forms(name: str) -> set[str]:
    return {row["form"].lower() for row in lexicon.table(name)}


_ROLES: dict[str, int] = {
    **dict.fromkeys(p.COORDINABLE | p.CLASSIFIERS | p.VERBAL_HEADS | p.SIDES | p.BASES | _lexicon_forms("compounds"), NOUN),
    **dict.fromkeys(_lexicon_forms("task_verbs") | _lexicon_forms("outcome_verbs"), VERB),
    **dict.fromkeys(p.PARTICLES, PARTICLE),
    **dict.fromkeys(p.FUNCTION_WORDS, FUNCTION),
    **dict.fromkeys(_lexicon_forms("measures"), MEASURE),
}


def chunks(reading: Reading, start: int, end: int) -> list[Chunk]:
    """The stretch `norm[start:end]` cut into the longest known words, left to right.

    A verb with a capital inside a clause is part of a name ("Ban Quản lý dự án").
    """
    low, norm = reading.low, reading.norm
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(low, start, end)]
    found: list[Chunk] = []
    at = 0
    while at < len(tokens):
        first = tokens[at][0]
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            last = tokens[at + length - 1][1]
            role = _ROLES.get(low[first:last])
            if role is not None:
                break
        else:
            length, last = 1, tokens[at][1]
            role = NUMBER if low[first].isdigit() else WORD if low[first].isalpha() else MARK
        if role == VERB and norm[first].isupper() and not p.CLAUSE_START.search(low, max(0, first - 3), first):
            role = WORD
        found.append(Chunk(first, last, role, low[first:last]))
        at += length
    return found
