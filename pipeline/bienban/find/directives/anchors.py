"""Type words ("Nghị quyết", "quyết định"), the places where a citation may begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from bienban import lexicon
from bienban.find.anchors import Anchors
from bienban.find.directives import parts, patterns
from bienban.segment.reading import Reading
from bienban.segment.sentences import SentenceSpan

_FORMS = Anchors(lexicon.forms("doc_types"))
#: Longest citation with issuer, date and subject; without a limit endless sentences would cost quadratic time.
REACH = 800


@dataclass(frozen=True, slots=True)
class Anchor:
    """A type word with what its form and the words before it say about it."""

    start: int
    end: int
    sentence: SentenceSpan
    doc_type: str
    is_capital: bool
    is_verb: bool  # the word is a verb too
    takes_bare_number: bool
    is_plural: bool
    is_draft: bool
    is_new: bool

    @property
    def limit(self) -> int:
        """How far a citation and what is said of it may reach: the sentence's end, or REACH where that is far."""
        return min(self.sentence.end, self.end + REACH)

    @property
    def opens_sentence(self) -> bool:
        """Whether the capital is that of the sentence."""
        return self.start <= self.sentence.start + 1

    @property
    def is_statute(self) -> bool:
        """Whether such documents are known by name rather than number."""
        return self.doc_type in parts.STATUTES


def _type_words(low: str) -> Iterator[regex.Match[str]]:
    end = 0
    for start, _ in _FORMS.find(low):
        if start >= end and (found := patterns.TYPE_WORD.match(low, start)):
            yield found
            end = found.end()


def find_anchors(reading: Reading) -> Iterator[Anchor]:
    """All type words of an article, in order."""
    rows = {row["form"]: row for row in lexicon.table("doc_types")}
    previous: Anchor | None = None
    for found in _type_words(reading.low):
        start, end = found.span()
        sentence = reading.sentence_at(start)
        before = reading.low[max(sentence.start, start - 40) : start]
        if patterns.INSIDE_A_BODY.search(before):
            continue
        row = rows[found.group()]
        joined = previous is not None and reading.low[previous.end : start] in (", ", " và ")
        previous = Anchor(
            start,
            end,
            sentence,
            row["canonical"],
            is_capital=reading.norm[start].isupper(),
            is_verb=row["verb"] == "yes",
            takes_bare_number=row["bare"] == "yes",
            is_plural=bool(patterns.PLURAL.search(before)) or (joined and previous is not None and previous.is_plural),
            is_draft=bool(patterns.DRAFT.search(before)),
            is_new=bool(patterns.NEW.search(before)),
        )
        yield previous
