"""The first "cần" or "phải" of a clause -> what it demands, and of whom."""

from __future__ import annotations

from itertools import islice

import regex

from bienban.find.tasks.demand import Demand
from bienban.find.tasks.parts import Parts
from bienban.find.tasks.patterns import (
    ADDRESSED,
    BETWEEN,
    BOTH,
    CITES,
    DONE_TO,
    DUTY,
    EMPHASIS,
    MODIFIER,
    NAME,
    NO_DEMAND,
    NOT_MODAL,
    OWN,
    PREPOSITION,
    REPORTED,
    SHOULD_HAVE,
    SUPPOSED,
    TENSE,
    TOPIC,
)
from bienban.find.tasks.phrases import JOIN
from bienban.find.tasks.subject_patterns import DEPUTY
from bienban.find.tasks.words import POSITIONS
from bienban.segment.reading import Reading, Span

_MANY = 20  # modals of a clause that are looked at: each looks back over the clause
_NEAR = 160  # characters before a modal in which its subject may stand
_JOINT = regex.compile(r"\b(?:thì|là|rằng|nên) ")
# Where those who are to do it may begin after a topic: "trong năm học tới | các trường cần …".
_AFTER_TOPIC = regex.compile(
    r"(?<!\b(?:của|cho|với|giữa|do|bởi|là|và|về|trong|tại|ở|từ|đến|theo|ngoài|qua|trên|đối)) (?=(?:các|từng|mỗi) )"
)
# Before those whom a state of things asks to do something.
_ASKS_FOR = regex.compile(r"\bđòi hỏi (?:ở )?")
#: What makes many of a noun.
PLURAL = regex.compile(r"\b(?:các|những|từng|mỗi)\b")


class Modals:
    """Reads the modals of one article."""

    def __init__(self, reading: Reading, parts: Parts) -> None:
        self._norm, self._low, self._parts = reading.norm, reading.low, parts

    def modal(self, start: int, end: int, chained: bool = True) -> Demand | None:
        """The first "cần" or "phải" that demands: of a body that stands right before it, or of nobody."""
        thing: Demand | None = None
        supposed = SUPPOSED.match(self._low, self._parts.after_connective(start, end), end)
        cues = self._parts.cues(supposed.end() if supposed else start, end)
        for cue in islice((cue for cue, kind in cues if kind == "modal"), _MANY):
            if NOT_MODAL.match(self._low, cue.end, end):
                continue
            if OWN.search(self._low, start, cue.start) or SHOULD_HAVE.search(self._low, start, cue.start):
                continue
            for at in self._parts.starts(start, cue.start + 1, chained):
                if at > cue.start or self._tells(start, at):
                    break
                if self._is_title(start, at, cue.start):
                    continue
                if found := self._demanded(start, at, cue, end):
                    return found
                thing = thing or self._thing(start, at, cue, end)
            for joint in _JOINT.finditer(self._low, max(start, cue.start - _NEAR), cue.start):
                if who := self._subject(joint.end(), cue.start):
                    return Demand("modal", cue, None, who, self._parts.after_modal(cue.start, end))
        return thing

    def _demanded(self, start: int, at: int, cue: Span, end: int) -> Demand | None:
        """What a modal demands of those who stand between `at`, where the clause proper begins, and the modal."""
        content = self._parts.after_modal(cue.start, end)
        left = self._low[at : cue.start]
        who: list[Span] | None
        if (who := self._subject(at, cue.start)) is not None:
            return Demand("modal", cue, None, self.asked(at, who, content), content)
        if duty := DUTY.fullmatch(self._low, at, cue.start):
            return Demand("modal", cue, None, self._whose(duty), content)
        if left.endswith(" thì ") and (who := self._parts.addressed(start, cue.start)):
            after_topic = self._low.find(", ", start, cue.start) + 2  # "Đối với kiểm lâm, nếu … thì phải …"
            return Demand("modal", cue, None, who, max(at, after_topic))
        if NO_DEMAND.search(left):
            return None
        topic = TOPIC.match(left) and "," not in left and " là " not in left
        firsts = [at + joint.end() for joint in _JOINT.finditer(left) if joint.group() == "thì "]
        firsts += [many.end() for many in _AFTER_TOPIC.finditer(self._low, at, cue.start)] if topic else []
        firsts += [asks.end() for asks in _ASKS_FOR.finditer(self._low, at, cue.start)]
        for first in firsts:
            if who := self._subject(first, cue.start):
                return Demand("modal", cue, None, who, content)
        if (topic or not left.strip() or left.endswith("đòi hỏi ")) and self._parts.predicate(content, end):
            who = self.asked(start, self._parts.addressed(start, cue.start), content)
            return Demand("modal", cue, None, who, content)
        return None

    def _thing(self, start: int, at: int, cue: Span, end: int) -> Demand | None:
        """What a modal says of anything else that stands before it; None where that only tells of something."""
        left = self._low[at : cue.start]
        told = NO_DEMAND.search(left) or REPORTED.search(left) or self._parts.names_body(at, cue.start)
        if told and not left.endswith(" thì "):
            return None
        return Demand("thing", cue, None, [], self._parts.after_connective(start, end))

    def _tells(self, start: int, at: int) -> bool:
        """Whether the words before the comma before `at` tell what a body did: then no clause begins after it."""
        stop = self._acting(start, at)
        return stop is not None and TENSE.match(self._low, stop + 1, at) is not None

    def acts(self, start: int, at: int) -> bool:
        """Whether the words before the comma before `at` say what a body does ("Trước đó, Công ty A gửi đơn, …")."""
        stop = self._acting(start, at)
        return stop is not None and self._parts.predicate(stop + 1, at) is not None

    def _is_title(self, start: int, at: int, end: int) -> bool:
        """Whether the post of the one who is cited stands at `at`: "Theo ông A, | Phó Chủ tịch, các quận phải …"."""
        stop = self._low.find(", ", at, end)
        if stop < 0 or PLURAL.search(self._low, at, stop) or not CITES.match(self._low, start, at):
            return False
        deputy = DEPUTY.match(self._low, at, stop)
        return POSITIONS.at(self._low, deputy.end() if deputy else at, stop) is not None

    def _acting(self, start: int, at: int) -> int | None:
        first = self._low.rfind(", ", start, max(start, at - 2)) + 2
        return self._parts.phrase(first, at) if first > 1 else None

    def _whose(self, duty: regex.Match[str]) -> list[Span]:
        """The bodies whose duty it is, [] where none are named."""
        start, end = duty.span("whose")
        stop = self._parts.phrase(start, end) if duty["whose"] and self._parts.is_listed(start, end) else None
        return self._parts.bodies(start, stop) if stop else []

    def _subject(self, at: int, modal: int) -> list[Span] | None:
        """The bodies from `at` up to a modal; None where something else stands there."""
        if topic := ADDRESSED.match(self._low, at, modal):
            at = topic.end()
        if self._low.startswith("chúng ta ", at) and EMPHASIS.fullmatch(self._low, at + len("chúng ta"), modal):
            return []
        name = NAME.match(self._norm, at, modal)
        if name and not TOPIC.match(self._low, at, modal):
            joined = JOIN.match(self._low, name.end(), modal)
            others = self._parts.phrase(joined.end(), modal) if joined and joined.group().strip() else None
            if EMPHASIS.fullmatch(self._low, others or name.end(), modal):
                return self._parts.bodies(at, others or name.end())
        stop = self._parts.phrase(at, modal) if self._parts.is_listed(at, modal) else None
        if stop is None or NO_DEMAND.search(self._low, stop, modal):
            return None
        if one := BOTH.match(self._low, stop, modal):  # "Ban A nói riêng, ngành B nói chung | phải"
            beside = self._subject(one.end(), modal)
            return None if beside is None else [*self._parts.bodies(at, stop), *beside]
        apart = BETWEEN.fullmatch(self._low, stop, modal) and not self.is_leader(at, stop)
        if apart or EMPHASIS.fullmatch(self._low, stop, modal):
            return self._parts.bodies(at, stop)
        # What looked like a verb may be a modifier: "đơn vị tổ chức … cần".
        modified = MODIFIER.fullmatch(self._low, stop, modal) and not PREPOSITION.match(self._low, stop, modal)
        return self._parts.bodies(at, modal) if modified and not REPORTED.search(self._low, stop, modal) else None

    def asked(self, start: int, bodies: list[Span], content: int) -> list[Span]:
        """The bodies of a clause, without those of a topic to whom others are to do something."""
        topic = ADDRESSED.match(self._low, self._parts.after_connective(start, content), content)
        return [] if topic and DONE_TO.match(self._low, content) else bodies

    def is_leader(self, start: int, stop: int) -> bool:
        """Whether a phrase is the title of one person."""
        return POSITIONS.at(self._low, start, stop) is not None and not PLURAL.search(self._low, start, stop)
