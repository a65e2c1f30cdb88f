"""Words that look like an order and are none: told of, somebody else's, or something that is to be done."""

from __future__ import annotations

from bienban.find.tasks.demand import Order
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.order_patterns import (
    AFTERWARDS,
    APPOINTMENT,
    AT_MEETING,
    BY_AGENT,
    BY_LAW,
    CAME_OF_IT,
    COUNTED_TASKS,
    JUDGED,
    LOOKS_BACK,
    MEETING,
    ORDERED,
    PAST,
    RECOUNTS,
)
from bienban.find.tasks.parts import Parts
from bienban.find.tasks.patterns import SHOULD_HAVE
from bienban.find.tasks.subjects import Subjects
from bienban.find.tasks.words import REPORTS
from bienban.segment.reading import Reading, Span


class Refusals:
    """Tells the orders of one article from what only looks so."""

    def __init__(self, reading: Reading, subjects: Subjects, parts: Parts) -> None:
        self._norm, self._low, self._subjects, self._parts = reading.norm, reading.low, subjects, parts

    def refuses(self, order: Order) -> bool:
        """Whether an order is none that the one who gives it makes here and now."""
        past = self.is_past(order.start, order.cue, order.speaker)
        return past or self._is_another(order) or self._is_thing_to_do(order)

    def _is_another(self, order: Order) -> bool:
        """Whether the words are no order, or one that somebody else gave to the one who is named."""
        start, cue, kind = order.start, order.cue, order.kind
        left = self._low[start : cue.start]
        if order.until and (kind == "direct" or self.counts(cue, order.end)):
            return True
        if (agent := BY_AGENT.search(left)) and self._parts.phrase(start + agent.end(), cue.start) == cue.start - 1:
            return True  # "Ông A bị Bộ Chính trị | đề nghị kỷ luật"
        if (circumstance := AFTERWARDS.search(left)) and self._parts.phrase(start + circumstance.end(), cue.start):
            return True  # "Ngày 3/5, sau khi Sở A đề nghị …, | Chủ tịch ký quyết định"
        if kind == "direct" and ORDERED.search(left):
            return True  # "đã đề nghị Giám đốc Sở A | chỉ đạo …"
        if left.endswith(" thì ") and self._subjects.names_person(start, cue.start):
            return True  # "Ông A thì đề nghị …": one opinion among others
        told = self._parts.after_cue(cue.end, order.end)
        return any(pattern.match(self._low, told, order.end) for pattern in (BY_LAW, SHOULD_HAVE, JUDGED)) or (
            APPOINTMENT.search(self._low, cue.end, order.end) is not None
        )

    def _is_thing_to_do(self, order: Order) -> bool:
        """Whether the one who is asked is to order something, so that it goes on with what was asked before."""
        start, cue = order.start, order.cue
        if not order.explicit and (self._is_in_series(start, cue) or self._low[cue.end + 1 : cue.end + 2].isdigit()):
            return True
        if order.kind != "direct":
            return False
        if order.explicit and not order.speaker.positions and order.running and order.running.positions:
            return True  # in a leader's speech, what a body directs is what it is to do
        named_next = self._norm[cue.end + 1 : cue.end + 2].isupper() and self._low[slice(*cue)] == "phân công"
        # "yêu cầu các xã …; | phân công cán bộ …", but "giao Sở A …; | phân công Ban B …"
        return cue.start == start and self._low.startswith("; ", start - 2) and not named_next

    def is_past(self, start: int, cue: Span, speaker: Speaker) -> bool:
        """Whether "đã" tells of an order as of a result: always of "chỉ đạo", else of a body's but "đã yêu cầu"."""
        left = self._low[start : cue.start]
        if RECOUNTS.search(left) and " đã " in left:
            return True
        past = PAST.search(left)
        if past is None:
            return False
        if "từng" in past.group() or LOOKS_BACK.match(left) or CAME_OF_IT.match(self._low, cue.end):
            return True
        if AT_MEETING.search(left) or MEETING.match(speaker.name.lower()):
            return False
        verb = self._low[slice(*cue)]
        return verb in ("chỉ đạo", "căn dặn") or bool(past["written"]) or (not speaker.positions and verb != "yêu cầu")

    def counts(self, cue: Span, end: int) -> bool:
        """Whether an order only counts the things to do ("giao 84 đầu việc")."""
        counted = COUNTED_TASKS.match(self._low, self._parts.after_cue(cue.end, end), end)
        return counted is not None or self._low.startswith((" cụ thể", " trọng tâm"), cue.end)

    def _is_in_series(self, start: int, cue: Span) -> bool:
        """Whether the order is the second of two things to do: "rà soát hộ nghèo, | yêu cầu các thôn …"."""
        at = self._parts.after_connective(start, cue.start)
        first = self._parts.predicate(at, cue.start)
        if self._subjects.names_person(start, cue.start):
            return False  # "Chủ trì hội nghị, ông A khen các xã, yêu cầu …"
        if first is None or not self._low.endswith((", ", " và "), start, cue.start):
            return False
        return self._low[first.verb.end : cue.start] in (", ", " và ") or (
            first.role in ("main", "lead") and REPORTS.at(self._low, first.verb.start, cue.start) is None
        )
