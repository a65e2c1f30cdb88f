"""The content of a clause: where what is to be done begins, and its main verb."""

from __future__ import annotations

from bienban.find.tasks.action_patterns import BEFORE_MODAL, CASE, HOW_OFTEN, NAMED, OF_SUBJECT, PASSIVE, SUPPOSES
from bienban.find.tasks.patterns import BESIDE, CONNECTIVE, TOPIC, WORD
from bienban.find.tasks.phrases import noun_phrase
from bienban.find.tasks.words import ADVERBS, Predicate, predicate_at, steps
from bienban.segment.reading import Span

SURE = ("main", "lead")  # roles of verbs that are nothing else


class Content:
    """The content of a clause that ends at `end`."""

    def __init__(self, norm: str, low: str, end: int) -> None:
        self.norm, self.low, self.end = norm, low, end

    def begins(self, start: int, end: int) -> int:
        """Where a thing to do begins after its topic, time or doer: "Để …, các xã cần | rà soát"."""
        if self.predicate(start) and not self.low.startswith("là ", start):
            return start
        named = NAMED.match(self.low, start, end)
        if named and (said := self.predicate(at := self.skip(named.end()))) and said.role in SURE:
            return at
        doer = noun_phrase(self.norm, self.low, start, end)
        if doer is not None and (word := WORD.search(self.low, doer, end)):
            verb = self.skip(word.start())
            if self.predicate(verb):
                return verb
        if doer is not None or any(before.match(self.low, start, end) for before in (TOPIC, BEFORE_MODAL)):
            for at in steps(self.low, start, end):
                if self.low.endswith("thì ", start, at) and "nếu " in self.low[start:at]:
                    break  # "nếu …, thì phải …" is one
                if self.is_modal(at) and self.predicate(verb := self.skip(at)):
                    return verb
        return start

    def verb(self, start: int, end: int) -> Span | None:
        """The verb that a thing to do begins with, unless it is part of its subject; else that of its main clause."""
        beside = BESIDE.match(self.low, start, end)
        helper = noun_phrase(self.norm, self.low, beside.end(), end) if beside else None
        start = self.skip(helper) if helper else start
        often = HOW_OFTEN.match(self.low, start, end)
        start = often.end() if often and self.predicate(often.end()) else start
        supposed = SUPPOSES.match(self.low, start, end) or CASE.match(self.low, start, end)
        first = None if supposed else self.predicate(start)
        subject = first is not None and OF_SUBJECT.match(self.low, first.verb.end, end) is not None
        if first and not subject:
            return first.verb
        sure: Span | None = None
        for at in steps(self.low, first.verb.end if first else start, end):
            later = self._stated(at)
            if later is None or later.verb.end > end:
                continue
            said = self.is_modal(at) or (supposed and self.low.endswith((", ", "thì "), start, at))
            if said and (later.role in SURE or not subject):
                return later.verb
            if later.role in SURE and not subject:
                sure = sure or later.verb
        return sure or (first.verb if first else None)

    def predicate(self, at: int) -> Predicate | None:
        """The predicate that begins at a position."""
        return predicate_at(self.norm, self.low, at, self.end)

    def is_modal(self, at: int) -> bool:
        """Whether "cần" or "phải" begins here."""
        adverb = ADVERBS.at(self.low, at, self.end)
        return adverb is not None and adverb[1] == "modal" and not self.low.startswith(" thiết", adverb[0])

    def skip(self, at: int) -> int:
        """Over blanks, connectives and modals."""
        while at < self.end:
            if self.low[at] in " *\n\t":
                at += 1
            elif connective := CONNECTIVE.match(self.low, at, self.end):
                at = connective.end()
            elif (adverb := ADVERBS.at(self.low, at, self.end)) and adverb[1] == "modal":
                at = adverb[0]
            else:
                break
        return at

    def _stated(self, at: int) -> Predicate | None:
        """The predicate at a position of a sentence, also one that a modal makes passive ("phải được | thực hiện")."""
        passive = PASSIVE.match(self.low, self.skip(at)) if self.is_modal(at) else None
        if passive:
            return self.predicate(passive.end())
        return self.predicate(at) if self.norm[at].islower() else None
