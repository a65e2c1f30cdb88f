"""A clause -> the demand that it makes: its cue, who is to do it, and where the thing to do begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from bienban.find.tasks.patterns import (
    ADDRESSED,
    AFTER_CUE,
    APPOINTMENT,
    AS_REPORTED,
    ASIDE,
    COMMENT,
    CONNECTIVE,
    COUNTED_TASKS,
    MODIFIER,
    NO_DEMAND,
    NO_ORDER,
    NOT_MODAL,
    PASSIVE,
    PREPOSITION,
    QUANTIFIER,
    REPORTED,
    SUBORDINATE,
    TOPIC,
    WORD,
)
from bienban.find.tasks.phrases import LIKE, bodies, noun_phrase, short_phrase
from bienban.find.tasks.words import ADVERBS, BODIES, CUES, REPORTS, Predicate, predicate_at, steps
from bienban.link.speech import POSITIONS, PRONOUN, Speaker, Voices
from bienban.segment.reading import Reading, Span

_NEAR = 40  # characters between an order without addressee and what it orders
_FAR = 160  # characters after its subject in which a predicate is looked for


class Demand(NamedTuple):
    """What a clause asks. `kind`: order ("yêu cầu …"), modal ("… cần …"), plain (a body and its verb), bare
    (a verb); faint is a verb that may be a noun, enough to go on with a task, not to begin one.
    """

    kind: str
    cue: Span | None
    speaker: Speaker | None
    assignees: list[Span]
    content: int


class Clauses:
    """Reads the clauses of one article."""

    def __init__(self, reading: Reading, voices: Voices) -> None:
        self._norm, self._low, self._voices = reading.norm, reading.low, voices

    def demand(self, start: int, end: int, running: Speaker | None, named: bool, opens: bool) -> Demand | None:
        """The first demand of the clause, None where it makes none.

        `running` is the one who is speaking, `named` tells whether the sentence itself names him, `opens` whether the
        clause is its first or follows another demand in it.
        """
        reported = False
        if COMMENT.match(self._low, self._after_connective(start, end), end):
            return None
        for cue, kind in self._cues(start, end):
            if kind == "wish" and self._voices.explicit(start, cue.start):
                if (wishes := self._voices.subject(start, cue.start, running)) and wishes.positions:
                    return None
            if kind in ("order", "direct") and (found := self._order(start, cue, kind, end, running, named, opens)):
                return found
            if kind == "hope" and (found := self._hope(start, cue, end, running)):
                return found
            if kind in ("word", "report") and (said := self._voices.subject(start, cue.start, running)):
                joined = kind == "word" and named and self._low[start : cue.start].endswith(" và ")
                if not self._voices.explicit(start, cue.start) and not joined:
                    continue
                reported = True
                told = AFTER_CUE.match(self._low, cue.end, end).end()
                inner = self._clause(told, end, plain=kind == "word")
                stopped = self._norm[cue.end : told].strip() in (",", ":")
                if inner and (inner.kind == "modal" or (inner.kind == "plain" and stopped and inner.assignees[0].start == told)):
                    return inner._replace(cue=inner.cue or cue, speaker=said)
            if kind == "modal" and running:
                break
        return self._clause(start, end, plain=not reported) if running else None

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
            name = self._norm[word.start()].isupper() and word.start() > start and self._norm[word.start() - 2] not in ".:;!?…"
            found = CUES.longest(self._low, word.start(), end, self._norm)
            if found and self._norm[word.start() + 1 : found[0]] != self._low[word.start() + 1 : found[0]]:
                found = None  # "các vấn đề Nghị viện"
            if found and (found[1] == "none" or not name):
                at = found[0]
                if found[1] != "none":
                    yield Span(word.start(), at), found[1]
            elif name:
                continue
            elif (report := REPORTS.at(self._low, word.start(), end)) and report[1] == "speaker":
                yield Span(word.start(), report[0]), "report"
                at = report[0]

    def _order(
        self, start: int, cue: Span, kind: str, end: int, running: Speaker | None, named: bool, opens: bool
    ) -> Demand | None:
        left = self._low[start : cue.start]
        if PASSIVE.search(left):
            return self._passive(start, cue, end) if running else None
        speaker = self._voices.subject(start, cue.start, running)
        if NO_ORDER.search(left) or SUBORDINATE.search(left) or speaker is None or APPOINTMENT.search(self._low, cue.end, end):
            return None
        explicit = self._voices.explicit(start, cue.start)
        if not explicit and not named and (kind == "direct" or not opens or self._after_connective(start, end) < cue.start):
            return None
        told = AFTER_CUE.match(self._low, cue.end, end).end()
        if COUNTED_TASKS.match(self._low, told, end) or self._low.startswith((" cụ thể", " trọng tâm"), cue.end):
            return Demand("order", cue, speaker if explicit else None, self._addressed(start, cue.start), end)
        told_past = left.rstrip().endswith("đã")
        if told_past and (not speaker.positions or self._low.startswith("chỉ đạo", cue.start)):
            if not self._low.startswith("yêu cầu", cue.start):
                return None
        assignees, at = self._object(cue.end, end)
        content = self._content(at, end)
        if kind == "direct" and not assignees and not (speaker.positions and explicit and content == cue.end + 1):
            return None
        if not assignees:
            assignees = self._addressed(start, cue.start)
            if content is None:
                return None
            if content > told + _NEAR and not any(kind == "modal" for _, kind in self._cues(told, end)):
                return None
            if not assignees and (inner := self._modal(cue.end, end, chained=False)):
                assignees = inner.assignees
        elif content is None and not explicit:
            return None
        return Demand("order", cue, speaker if explicit else None, assignees, content if content is not None else at)

    def _passive(self, start: int, cue: Span, end: int) -> Demand | None:
        for at in self._starts(start, cue.start):
            stop = noun_phrase(self._norm, self._low, at, end)
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
                if self._content(stop, end) is None:
                    stop = short_phrase(self._norm, self._low, first, end)  # the verb is not in the list
                if self._content(stop, end) is not None or stop + 1 < end and self._low[stop] == " ":
                    return bodies(self._norm, self._low, first, stop), stop
        return [], at

    def _content(self, at: int, end: int) -> int | None:
        """Where the thing to do begins: at the next predicate, modals left out."""
        limit = min(end, at + _FAR)
        for word in steps(self._low, at, limit):
            if REPORTED.match(self._low, word, limit):
                return None
            adverb = ADVERBS.at(self._low, word, end)
            modal = adverb is not None and adverb[1] == "modal"
            if modal or (self._norm[word].islower() or word == at) and predicate_at(self._norm, self._low, word, end):
                return self._after_modal(word, end)
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
            predicate = predicate_at(self._norm, self._low, at, end)
            if predicate and not (stop and self._content(stop, min(end, stop + 3)) is not None):
                return self._bare(start, at, end, predicate)
            if stop:
                return self._plain(at, stop, end)
            if not TOPIC.match(self._low, at, end):
                return None
        return None

    def _bare(self, start: int, at: int, end: int, predicate: Predicate) -> Demand | None:
        """A verb without a subject. After a topic, or with a tense or a modal of its own, it may be none."""
        after = WORD.search(self._low, predicate.verb.end, min(end, predicate.verb.end + 4))
        modal = ADVERBS.at(self._low, after.start(), end) if after else None
        if after and (REPORTED.match(self._low, after.start(), end) or (modal and modal[1] == "modal")):
            return None
        if self._low[slice(*predicate.verb)] == "là" and not predicate.adverbs:
            return None
        sure = predicate.role in ("main", "lead") or (predicate.role and predicate.adverbs)
        if at > self._after_connective(start, end):
            if not sure or REPORTED.search(self._low, start, at):
                return None
        kind = "bare" if sure else "faint"
        return Demand(kind, None, None, self._addressed(start, at), self._after_modal(at, end))

    def _plain(self, start: int, stop: int, end: int) -> Demand | None:
        """A body that listed nouns name, and its verb right after it or after an aside ("theo chức năng, nhiệm vụ")."""
        leader = POSITIONS.at(self._low, start, stop) and not regex.search(r"\b(?:các|những|từng|mỗi)\b", self._low[start:stop])
        if leader or PRONOUN.fullmatch(self._low, start, stop) or not self._listed(start, end):
            return None
        if self._voices.names_person(start, stop):
            return None
        if AS_REPORTED.match(self._low, stop, end):
            return None
        aside = ASIDE.match(self._low, stop, end)
        for at in (stop, aside.end() if aside else stop):
            word = WORD.search(self._low, at, min(end, at + 4))
            predicate = predicate_at(self._norm, self._low, word.start(), end) if word else None
            single = predicate and " " not in self._low[slice(*predicate.verb)]
            if word and predicate and predicate.role and (predicate.adverbs or not (single and predicate.role == "noun")):
                who = bodies(self._norm, self._low, start, self._trim(start, stop))
                return Demand("plain", None, None, who, self._after_modal(word.start(), end))
        return None

    def _listed(self, start: int, end: int) -> bool:
        quantifier = QUANTIFIER.match(self._low, start, end)
        return BODIES.at(self._low, quantifier.end() if quantifier else start, end) is not None

    def _hope(self, start: int, cue: Span, end: int, running: Speaker | None) -> Demand | None:
        speaker = self._voices.subject(start, cue.start, running)
        assignees, at = self._object(cue.end, end)
        modal = next((c for c, kind in self._cues(at, end) if kind == "modal"), None)
        if speaker is None or modal is None or not assignees:
            return None
        return Demand("modal", modal, speaker, assignees, self._after_modal(modal.start, end))

    def _modal(self, start: int, end: int, chained: bool = True) -> Demand | None:
        for cue, kind in self._cues(start, end):
            if kind != "modal" or NOT_MODAL.match(self._low, cue.end, end):
                continue
            for at in self._starts(start, cue.start + 1, chained):
                if at > cue.start:
                    continue
                left = self._low[at : cue.start]
                if topic := ADDRESSED.match(self._low, at, cue.start):
                    at = topic.end()
                stop = noun_phrase(self._norm, self._low, at, cue.start) if self._listed(at, cue.start) else None
                if stop and "," not in self._low[stop : cue.start] and not NO_DEMAND.search(left) and not REPORTED.search(self._low, stop, cue.start):
                    if MODIFIER.fullmatch(self._low, stop, cue.start) and not PREPOSITION.match(self._low, stop, cue.start):
                        stop = cue.start  # what looked like a verb is a modifier: "đơn vị tổ chức … cần"
                    who = bodies(self._norm, self._low, at, self._trim(at, stop))
                    return Demand("modal", cue, None, who, self._after_modal(cue.start, end))
                if not left.strip() or (TOPIC.match(left) and "," not in left and not NO_DEMAND.search(left) and " là " not in left):
                    if predicate_at(self._norm, self._low, self._after_modal(cue.start, end), end):
                        return Demand("modal", cue, None, self._addressed(start, cue.start), self._after_modal(cue.start, end))
        return None

    def _addressed(self, start: int, end: int) -> list[Span]:
        """The bodies of a topic ("Đối với Sở Y tế, …"), [] where the topic is none."""
        at = CONNECTIVE.match(self._low, start, end)
        comma = self._low.rfind(", ", start, end)
        for first in (start, at.end() if at else start):
            if topic := ADDRESSED.match(self._low, first, end):
                first = (LIKE.match(self._low, topic.end(), end) or topic).end()
                stop = noun_phrase(self._norm, self._low, first, comma if comma > first else end)
                return bodies(self._norm, self._low, first, self._trim(first, stop)) if stop else []
        return []

    def _after_connective(self, start: int, end: int) -> int:
        match = CONNECTIVE.match(self._low, start, end)
        return match.end() if match else start

    def _starts(self, start: int, end: int, chained: bool = True) -> Iterator[int]:
        """Where the clause proper may begin: after its connective, and, if that opens a topic, after each comma."""
        at = self._after_connective(start, end)
        yield at
        if chained and not TOPIC.match(self._low, at, end):
            return
        for comma in regex.finditer(r"[,:]\s", self._low[at:end]):
            first = at + comma.end()
            yield self._after_connective(first, end)

    def _trim(self, start: int, stop: int) -> int:
        while stop > start and self._norm[stop - 1] in " ,":
            stop -= 1
        return stop
