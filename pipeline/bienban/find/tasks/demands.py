"""A clause -> the demand that it makes: its cue, who is to do it, and where the thing to do begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from bienban.find.tasks.patterns import (
    ADDRESSED,
    AFTER_CUE,
    APPOINTMENT,
    CONNECTIVE,
    NO_DEMAND,
    NOT_MODAL,
    PASSIVE,
    REPORTED,
    TOPIC,
    WORD,
)
from bienban.find.tasks.phrases import bodies, noun_phrase
from bienban.find.tasks.words import ADVERBS, CUES, predicate_at
from bienban.link.speech import REPORTS, Speaker, Voices
from bienban.segment.reading import Reading, Span

_FAR = 160  # characters after its subject in which a predicate is looked for


class Demand(NamedTuple):
    """What a clause asks. `kind`: order ("yêu cầu …"), modal ("… cần …"), plain (a body and its verb), bare (a verb)."""

    kind: str
    cue: Span | None
    speaker: Speaker | None
    assignees: list[Span]
    content: int


class Clauses:
    """Reads the clauses of one article."""

    def __init__(self, reading: Reading, voices: Voices) -> None:
        self._norm, self._low, self._voices = reading.norm, reading.low, voices

    def demand(self, start: int, end: int, running: Speaker | None, named: bool) -> Demand | None:
        """The first demand of the clause, None where it makes none.

        `running` is the one who is speaking, `named` tells whether the sentence itself names him.
        """
        for cue, kind in self._cues(start, end):
            if kind == "direct" and not named:
                continue
            if kind in ("order", "direct") and (found := self._order(start, cue, end, running)):
                return found
            if kind in ("word", "report") and (said := self._voices.subject(start, cue.start, running)):
                if not self._voices.explicit(start, cue.start):
                    continue
                told = AFTER_CUE.match(self._low, cue.end, end).end()
                if inner := self._clause(told, end, plain=kind == "word" and self._norm[cue.end : told].strip(" ") in (",", ":", "")):
                    if inner.kind == "bare" or (inner.kind == "plain" and kind == "report"):
                        continue
                    return inner._replace(cue=inner.cue or cue, speaker=said)
            if kind == "modal" and running:
                break
        return self._clause(start, end, plain=True) if running else None

    def announcing_cue(self, start: int, end: int) -> Span | None:
        """The first cue of a clause that is not a modal, whatever follows it."""
        return next((cue for cue, kind in self._cues(start, end) if kind in ("order", "direct", "word")), None)

    def starts_body(self, start: int, end: int) -> bool:
        """Whether a body stands at the beginning, with a verb of its own."""
        found = self._clause(self._after_connective(start, end), end, plain=True)
        return found is not None and bool(found.assignees)

    def order_at(self, start: int, end: int) -> bool:
        """Whether the clause begins with an order and the one who gets it ("giao Sở Nội vụ …")."""
        at = self._after_connective(start, end)
        cue = CUES.at(self._low, at, end)
        return bool(cue and cue[1] == "order" and self._object(cue[0], end)[0])

    def _cues(self, start: int, end: int) -> Iterator[tuple[Span, str]]:
        at = start
        while word := WORD.search(self._low, at, end):
            at = word.end()
            if found := CUES.at(self._low, word.start(), end):
                yield Span(word.start(), found[0]), found[1]
                at = found[0]
            elif (report := REPORTS.at(self._low, word.start(), end)) and report[1] == "speaker":
                yield Span(word.start(), report[0]), "report"
                at = report[0]

    def _order(self, start: int, cue: Span, end: int, running: Speaker | None) -> Demand | None:
        left = self._low[start : cue.start]
        if PASSIVE.search(left):
            return self._passive(start, cue, end) if running else None
        speaker = self._voices.subject(start, cue.start, running)
        if speaker is None or APPOINTMENT.search(self._low, cue.end, end):
            return None
        explicit = self._voices.explicit(start, cue.start)
        told_past = left.rstrip().endswith("đã")
        if told_past and (not speaker.positions or self._low.startswith("chỉ đạo", cue.start)):
            if not self._low.startswith("yêu cầu", cue.start):
                return None
        assignees, at = self._object(cue.end, end)
        content = self._content(at, end)
        if not assignees:
            assignees = self._addressed(start, cue.start)
            if content is None and not (explicit and speaker.positions and self._low.startswith(("yêu cầu", "đề nghị", "giao"), cue.start)):
                return None
        elif content is None and not explicit:
            return None
        return Demand("order", cue, speaker if explicit else None, assignees, content if content is not None else at)

    def _passive(self, start: int, cue: Span, end: int) -> Demand | None:
        for at in self._starts(start, cue.start):
            stop = noun_phrase(self._norm, self._low, at, cue.start)
            between = self._low[stop : cue.start].split() if stop else []
            if stop and set(between) <= {"được", "cũng", "đơn", "vị", "này", "đã"} and "đã" not in between:
                who = self._addressed(start, cue.start) or bodies(self._norm, self._low, at, self._trim(at, stop))
                told = AFTER_CUE.match(self._low, cue.end, end).end()
                content = self._content(told, end)
                return Demand("order", cue, None, who, content) if content is not None else None
        return None

    def _object(self, cue_end: int, end: int) -> tuple[list[Span], int]:
        """Who gets the order, and where the rest begins."""
        at = AFTER_CUE.match(self._low, cue_end, end).end()
        for first in self._starts(at, min(end, at + _FAR)):
            if predicate_at(self._norm, self._low, first, end) and not noun_phrase(self._norm, self._low, first, end):
                return [], first
            if stop := noun_phrase(self._norm, self._low, first, end):
                if self._content(stop, end) is not None:
                    return bodies(self._norm, self._low, first, stop), stop
        return [], at

    def _content(self, at: int, end: int) -> int | None:
        """Where the thing to do begins: at the next predicate, modals left out."""
        limit = min(end, at + _FAR)
        for word in WORD.finditer(self._low, at, limit):
            if REPORTED.match(self._low, word.start(), limit):
                return None
            adverb = ADVERBS.at(self._low, word.start(), end)
            modal = adverb is not None and adverb[1] == "modal"
            if modal or (self._norm[word.start()].islower() or word.start() == at) and predicate_at(self._norm, self._low, word.start(), end):
                return self._after_modal(word.start(), end)
        return None

    def _after_modal(self, at: int, end: int) -> int:
        while (adverb := ADVERBS.at(self._low, at, end)) and adverb[1] == "modal":
            word = WORD.search(self._low, adverb[0], end)
            if word is None:
                return adverb[0]
            at = word.start()
        if self._low.startswith("lưu ý ", at) and predicate_at(self._norm, self._low, at + 6, end):
            return at + 6
        return at

    def _clause(self, start: int, end: int, plain: bool) -> Demand | None:
        """The demand of a clause without its reporting verb."""
        modal = self._modal(start, end)
        if modal:
            return modal
        if not plain:
            return None
        for at in self._starts(start, end):
            stop = noun_phrase(self._norm, self._low, at, end)
            if predicate_at(self._norm, self._low, at, end) and not (stop and self._content(stop, min(end, stop + 3)) is not None):
                return Demand("bare", None, None, self._addressed(start, at), self._after_modal(at, end))
            if stop:
                content = self._content(stop, end)
                if content is None:
                    return None
                return Demand("plain", None, None, bodies(self._norm, self._low, at, self._trim(at, stop)), content)
            if not TOPIC.match(self._low, at, end):
                return None
        return None

    def _modal(self, start: int, end: int) -> Demand | None:
        for cue, kind in self._cues(start, end):
            if kind != "modal" or NOT_MODAL.match(self._low, cue.end, end):
                continue
            for at in self._starts(start, cue.start + 1):
                if at > cue.start:
                    continue
                stop = noun_phrase(self._norm, self._low, at, cue.start)
                left = self._low[at : cue.start]
                if stop and "," not in self._low[stop : cue.start] and not NO_DEMAND.search(left) and not REPORTED.search(self._low, stop, cue.start):
                    return Demand("modal", cue, None, bodies(self._norm, self._low, at, self._trim(at, stop)), self._after_modal(cue.start, end))
                if not left.strip() or (TOPIC.match(left) and "," not in left and not NO_DEMAND.search(left)):
                    if predicate_at(self._norm, self._low, self._after_modal(cue.start, end), end):
                        return Demand("modal", cue, None, self._addressed(start, cue.start), self._after_modal(cue.start, end))
        return None

    def _addressed(self, start: int, end: int) -> list[Span]:
        """The bodies of a topic ("Đối với Sở Y tế, …"), [] where the topic is none."""
        at = CONNECTIVE.match(self._low, start, end)
        for first in (start, at.end() if at else start):
            if topic := ADDRESSED.match(self._low, first, end):
                stop = noun_phrase(self._norm, self._low, topic.end(), end)
                return bodies(self._norm, self._low, topic.end(), self._trim(topic.end(), stop)) if stop else []
        return []

    def _after_connective(self, start: int, end: int) -> int:
        match = CONNECTIVE.match(self._low, start, end)
        return match.end() if match else start

    def _starts(self, start: int, end: int) -> Iterator[int]:
        """Where the clause proper may begin: after its connective, and after the comma of each topic."""
        at = self._after_connective(start, end)
        yield at
        for comma in regex.finditer(r"[,:]\s", self._low[at:end]):
            first = at + comma.end()
            yield self._after_connective(first, end)

    def _trim(self, start: int, stop: int) -> int:
        while stop > start and self._norm[stop - 1] in " ,":
            stop -= 1
        return stop
