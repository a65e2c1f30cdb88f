"""Quotations that run over sentences, and who is named only after them ("“… …”, ông Nam nói.")."""

from __future__ import annotations

import regex

from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.quote_patterns import ADDED, ATTRIBUTION, QUOTING
from bienban.find.tasks.speech import Voices
from bienban.find.tasks.subjects import Subjects
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import SentenceSpan

_MARK = regex.compile(r"[“”\"]")
# The end of a quotation and what may stand before the one who said it.
_CLOSED = regex.compile(r"[”\"]\s?[,.-]?\s?-?\s?(?=\p{L})")


class Quotes:
    """The quotations of one article, sentence by sentence."""

    def __init__(self, reading: Reading, voices: Voices, subjects: Subjects) -> None:
        self._voices, self._subjects, self._norm = voices, subjects, reading.norm
        self._inside: set[int] = set()  # the sentences that begin within a quotation
        self._closing: dict[int, SentenceSpan] = {}  # by the sentence that opens a quotation: what follows its end
        self._told: set[int] = set()  # the sentences that are a quotation and who only says it
        self._asked: dict[int, Span] = {}  # by sentence: the cue beside its quotation
        opened: SentenceSpan | None = None
        for sentence in reading.sentences:
            if opened and opened.para_no != sentence.para_no:
                opened = None
            if opened:
                self._inside.add(sentence.sent_no)
            for mark in _MARK.finditer(reading.norm, sentence.start, sentence.end):
                if mark.group() == "“" or (mark.group() == '"' and not opened):
                    opened = sentence
                elif opened:
                    closed = _CLOSED.match(reading.norm, mark.start(), sentence.end)
                    if closed and reading.norm[opened.start] in '“"':
                        self._closing[opened.sent_no] = sentence._replace(start=closed.end())
                    self._note_cue(opened, sentence, mark.start())
                    opened = None

    def begins_inside(self, sentence: SentenceSpan) -> bool:
        """Whether a sentence stands in a quotation that an earlier one opens."""
        return sentence.sent_no in self._inside

    def asked(self, sentence: SentenceSpan) -> Span | None:
        """The cue that stands before or after the quotation to which a sentence belongs."""
        return self._asked.get(sentence.sent_no)

    def is_told(self, sentence: SentenceSpan) -> bool:
        """Whether a sentence is a quotation, and who said it without asking for anything."""
        return sentence.sent_no in self._told

    def speaker(self, sentence: SentenceSpan, running: Speaker | None) -> Speaker | None:
        """Who is named after the quotation that a sentence opens, None where nobody is."""
        closing = self._closing.get(sentence.sent_no)
        return self._voices.of(closing, running) if closing else None

    def _note_cue(self, opened: SentenceSpan, closing: SentenceSpan, end: int) -> None:
        after = ATTRIBUTION.match(self._norm, end, closing.end)
        if after and not after["asks"] and opened == closing and self._norm[opened.start] in '“"':
            self._told.add(opened.sent_no)
        before = QUOTING.search(self._norm, opened.start, opened.end)
        for match in (after, before):
            if match and match["asks"]:
                said = range(opened.sent_no + (match is before), closing.sent_no + 1)
                self._asked.update(dict.fromkeys(said, Span(*match.span("asks"))))
                return

    def said_until(self, start: int, end: int) -> int:
        """Where a demand ends that is followed by the one who said it, in a quotation or without."""
        match = ATTRIBUTION.search(self._norm, start, end)
        if match is None:
            added = ADDED.search(self._norm, start, end)
            said = added and self._subjects.subject(added.start("who"), added.start("verb"), None)
            return added.start() if added and said else end
        opened = self._norm.count("“", start, match.start()) or self._norm.count('"', start, match.start()) % 2
        return end if opened else match.start()
