"""A clause without its reporting verb: who is to do something, by which cue, and where the thing to do begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from bienban.find.tasks.bodies import LIKE, bodies
from bienban.find.tasks.patterns import (
    ADDRESSED,
    AFTER_CUE,
    AS_REPORTED,
    ASIDE,
    BETWEEN,
    CONNECTIVE,
    EMPHASIS,
    MODIFIER,
    NAME,
    NO_DEMAND,
    NOT_MODAL,
    NOUN_BEFORE,
    PREPOSITION,
    QUANTIFIER,
    REPORTED,
    THEREFORE,
    TOPIC,
    WORD,
)
from bienban.find.tasks.phrases import noun_phrase, short_phrase
from bienban.find.tasks.speech import POSITIONS, PRONOUN, Speaker, Voices
from bienban.find.tasks.words import ADVERBS, BODIES, CUES, REPORTS, Predicate, predicate_at, steps
from bienban.segment.reading import Reading, Span

_SHORT = 2  # blanks in a phrase that may be too general to name anybody
_FAR = 160  # characters after its subject in which a predicate is looked for
_COMMA = regex.compile(r"[,:]\s")
_JOINT = regex.compile(r"\b(?:thì|là|rằng) ")
_PLURAL = regex.compile(r"\b(?:các|những|từng|mỗi)\b")


class Demand(NamedTuple):
    """What a clause asks.

    `kind`: order ("yêu cầu …"), modal ("… cần …"), plain (a body and its verb), bare (a verb). Two are enough to go on
    with a task, not to begin one: thing (a modal with any other subject), faint (a verb that may be a noun). `content`
    is where the thing to do begins.
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

    def clause(self, start: int, end: int, plain: bool) -> Demand | None:
        """The demand of a clause, None where it makes none; without `plain` only one with "cần" or "phải"."""
        modal = self._modal(start, end)
        if modal and modal.kind == "modal":
            return modal
        return (self._without_modal(start, end) if plain else None) or modal

    def _without_modal(self, start: int, end: int) -> Demand | None:
        for at in self._starts(start, end):
            stop = self._phrase(at, end)
            predicate = self._predicate(at, end)
            if predicate and not (stop and self._content(stop, min(end, stop + 3)) is not None):
                return self._bare(start, at, end, predicate)
            if stop:
                return self._plain(at, stop, end)
            if not TOPIC.match(self._low, at, end):
                return None
        return None

    def starts_body(self, start: int, end: int) -> bool:
        """Whether a body stands at the beginning, with a verb of its own."""
        found = self.clause(self.after_connective(start, end), end, plain=True)
        return found is not None and bool(found.assignees)

    def names_body(self, start: int, end: int) -> bool:
        """Whether the clause begins with a body."""
        return self._is_listed(self.after_connective(start, end), end)

    def order_at(self, start: int, end: int) -> bool:
        """Whether the clause begins with an order and the one who gets it ("giao Sở Nội vụ …")."""
        cue = CUES.at(self._low, self.after_connective(start, end), end)
        return bool(cue and cue[1] == "order" and self._object(cue[0], end)[0])

    def after_connective(self, start: int, end: int) -> int:
        """Where the clause goes on after "Đồng thời, " and the like."""
        match = CONNECTIVE.match(self._low, start, end)
        return match.end() if match else start

    def _modal(self, start: int, end: int, chained: bool = True) -> Demand | None:
        """The first "cần" or "phải" that demands: of a body that stands right before it, or of nobody."""
        thing: Demand | None = None
        for cue, kind in self._cues(start, end):
            if kind != "modal" or NOT_MODAL.match(self._low, cue.end, end):
                continue
            content = self._after_modal(cue.start, end)
            for at in self._starts(start, cue.start + 1, chained):
                if at > cue.start:
                    break
                if (who := self._subject(at, cue.start)) is not None:
                    return Demand("modal", cue, None, who, content)
                left = self._low[at : cue.start]
                if not thing and left.endswith(" thì "):
                    thing = Demand("thing", cue, None, [], self.after_connective(start, end))
                if NO_DEMAND.search(left):
                    continue
                topic = TOPIC.match(left) and "," not in left and " là " not in left
                if (topic or not left.strip()) and self._predicate(content, end):
                    return Demand("modal", cue, None, self._addressed(start, cue.start), content)
                if not thing and not REPORTED.search(left):
                    thing = Demand("thing", cue, None, [], self.after_connective(start, end))
            for joint in _JOINT.finditer(self._low, start, cue.start):
                if who := self._subject(joint.end(), cue.start):
                    return Demand("modal", cue, None, who, content)
        return thing

    def _subject(self, at: int, modal: int) -> list[Span] | None:
        """The bodies from `at` up to a modal; None where something else stands there."""
        if topic := ADDRESSED.match(self._low, at, modal):
            at = topic.end()
        if self._low.startswith("chúng ta ", at) and EMPHASIS.fullmatch(self._low, at + len("chúng ta"), modal):
            return []
        name = NAME.match(self._norm, at, modal)
        if name and EMPHASIS.fullmatch(self._low, name.end(), modal):
            return self._bodies(at, name.end())
        stop = self._phrase(at, modal) if self._is_listed(at, modal) else None
        if stop is None or NO_DEMAND.search(self._low, stop, modal):
            return None
        if EMPHASIS.fullmatch(self._low, stop, modal) or BETWEEN.fullmatch(self._low, stop, modal):
            return self._bodies(at, stop)
        # What looked like a verb may be a modifier: "đơn vị tổ chức … cần".
        modified = MODIFIER.fullmatch(self._low, stop, modal) and not PREPOSITION.match(self._low, stop, modal)
        return self._bodies(at, modal) if modified and not REPORTED.search(self._low, stop, modal) else None

    def _bare(self, start: int, at: int, end: int, predicate: Predicate) -> Demand | None:
        """A verb without a subject. After a topic, or with a tense or a modal of its own, it may be none."""
        after = WORD.search(self._low, predicate.verb.end, min(end, predicate.verb.end + 4))
        if after and (REPORTED.match(self._low, after.start(), end) or self._is_modal(after.start(), end)):
            return None
        if self._low[slice(*predicate.verb)] == "là" and not predicate.adverbs:
            return None
        sure = predicate.role in ("main", "lead") or bool(predicate.role and predicate.adverbs)
        if at > self.after_connective(start, end) and (not sure or REPORTED.search(self._low, start, at)):
            return None
        if not predicate.adverbs and self._is_topic_of_report(predicate.verb, end):
            return None
        kind = "bare" if sure else "faint"
        return Demand(kind, None, None, self._addressed(start, at), self._after_modal(at, end))

    def _is_topic_of_report(self, verb: Span, end: int) -> bool:
        """Whether a verb of saying begins the clause and another follows ("Đánh giá kết quả, báo cáo nêu rõ …")."""
        said = REPORTS.at(self._low, verb.start, end)
        if said is None or said[1] != "speaker":
            return False
        later = (cue.end for cue, kind in self._cues(verb.end, end) if kind in ("report", "word"))
        return any(self._low.startswith((",", ":", " rằng"), at) for at in later)

    def _plain(self, start: int, stop: int, end: int) -> Demand | None:
        """A body of the list, and its verb right after it or after an aside ("theo chức năng, nhiệm vụ")."""
        leader = POSITIONS.at(self._low, start, stop) and not _PLURAL.search(self._low, start, stop)
        if leader or PRONOUN.fullmatch(self._low, start, stop) or not self._is_listed(start, end):
            return None
        if self._voices.names_person(start, stop) or AS_REPORTED.match(self._low, stop, end):
            return None
        if self._is_general(start, stop):
            return None
        aside = ASIDE.match(self._low, stop, end)
        for at in (stop, aside.end() if aside else stop):
            word = WORD.search(self._low, at, min(end, at + 4))
            predicate = self._predicate(word.start(), end) if word else None
            if word and predicate and predicate.role:
                single = predicate.role == "noun" and " " not in self._low[slice(*predicate.verb)]
                if predicate.adverbs or not single:
                    return Demand("plain", None, None, self._bodies(start, stop), self._after_modal(word.start(), end))
        return None

    def _object(self, cue_end: int, end: int) -> tuple[list[Span], int]:
        """Who gets an order, [] where nobody is named, and where the rest begins."""
        at = self._after_cue(cue_end, end)
        for first in self._starts(at, min(end, at + _FAR)):
            stop = self._phrase(first, end)
            if stop is None and self._predicate(first, end):
                return [], first
            if stop:
                if self._content(stop, end) is None:
                    stop = short_phrase(self._norm, self._low, first, end)  # the verb is not in the list
                if self._content(stop, end) is not None or self._low[stop : stop + 1] in (" ", ":"):
                    return self._bodies(first, stop), stop
        return [], at

    def _content(self, at: int, end: int) -> int | None:
        """Where the thing to do begins: at the next predicate, modals left out."""
        limit = min(end, at + _FAR)
        for word in steps(self._low, at, limit):
            if REPORTED.match(self._low, word, limit):
                return None
            lower = self._norm[word].islower() or word == at
            if self._is_modal(word, end) or (lower and self._predicate(word, end)):
                return self._after_modal(word, end)
        return None

    def _after_modal(self, at: int, end: int) -> int:
        while self._is_modal(at, end):
            word = WORD.match(self._low, at, end)
            following = WORD.search(self._low, word.end(), end) if word else None
            if following is None:
                return end
            at = following.start()
        if self._low.startswith("lưu ý ", at) and self._predicate(at + 6, end):
            return at + 6
        return at

    def _addressed(self, start: int, end: int) -> list[Span]:
        """The bodies of a topic ("Đối với Sở Y tế, …"), [] where the topic is none."""
        comma = self._low.rfind(", ", start, end)
        for first in (start, self.after_connective(start, end)):
            if topic := ADDRESSED.match(self._low, first, end):
                first = (LIKE.match(self._low, topic.end(), end) or topic).end()
                stop = self._phrase(first, comma if comma > first else end)
                return self._bodies(first, stop) if stop else []
        return []

    def _starts(self, start: int, end: int, chained: bool = True) -> Iterator[int]:
        """Where the clause proper may begin: after its connective, after "do đó", after each comma of a topic."""
        at = self.after_connective(start, end)
        yield at
        free = not chained or TOPIC.match(self._low, at, end)
        for comma in _COMMA.finditer(self._low, at, end):
            if free or THEREFORE.match(self._low, comma.end(), end):
                yield self.after_connective(comma.end(), end)

    def _cues(self, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """The cues and reporting verbs with their kinds; words with a capital inside a sentence are names."""
        at = start
        while word := WORD.search(self._low, at, end):
            first, at = word.start(), word.end()
            name = self._norm[first].isupper() and first > start and self._norm[first - 2] not in ".:;!?…"
            found = CUES.longest(self._low, first, end, self._norm)
            if found and found[1] in ("order", "direct") and NOUN_BEFORE.search(self._low, start, first):
                continue
            if (
                found
                and found[1] == "modal"
                and self._norm[first].isupper()
                and self._norm[found[0] + 1 : found[0] + 2].isupper()
            ):
                continue  # "Cần Thơ"
            if found and self._norm[first + 1 : found[0]] != self._low[first + 1 : found[0]]:
                found = None  # "các vấn đề Nghị viện"
            if found and (found[1] == "none" or not name):
                at = found[0]
                if found[1] != "none":
                    yield Span(first, at), found[1]
            elif not name and (report := REPORTS.at(self._low, first, end)) and report[1] == "speaker":
                at = report[0]
                yield Span(first, at), "report"

    def _is_modal(self, at: int, end: int) -> bool:
        adverb = ADVERBS.at(self._low, at, end)
        return adverb is not None and adverb[1] == "modal"

    def _is_general(self, start: int, stop: int) -> bool:
        """Whether a phrase is a general noun alone ("biên phòng"), which is nobody in particular."""
        body = BODIES.at(self._low, start, stop)
        short = self._low.count(" ", start, stop) < _SHORT and not (body and body[1])
        return short and self._low[start:stop] == self._norm[start:stop] and not _PLURAL.search(self._low, start, stop)

    def _is_listed(self, start: int, end: int) -> bool:
        quantifier = QUANTIFIER.match(self._low, start, end)
        return BODIES.at(self._low, quantifier.end() if quantifier else start, end) is not None

    def _after_cue(self, at: int, end: int) -> int:
        match = AFTER_CUE.match(self._low, at, end)
        return match.end() if match else at

    def _phrase(self, start: int, end: int) -> int | None:
        return noun_phrase(self._norm, self._low, start, end)

    def _predicate(self, start: int, end: int) -> Predicate | None:
        return predicate_at(self._norm, self._low, start, end)

    def _bodies(self, start: int, stop: int) -> list[Span]:
        while stop > start and self._norm[stop - 1] in " ,":
            stop -= 1
        return bodies(self._norm, self._low, start, stop)
