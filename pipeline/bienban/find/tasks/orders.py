"""An order in a clause ("yêu cầu", "giao", "chỉ đạo") -> who gives it to whom, and what it orders."""

from __future__ import annotations

from bienban.find.tasks.clauses import Clauses
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.modals import Demand
from bienban.find.tasks.order_patterns import (
    AFTERWARDS,
    ANNOUNCED,
    APPOINTMENT,
    AT_MEETING,
    BY_AGENT,
    BY_LAW,
    CAME_OF_IT,
    COUNTED_TASKS,
    LOOKS_BACK,
    MEETING,
    NAMED_RIGHT_BEFORE,
    NO_ORDER,
    ON_TOPIC,
    ORDERED,
    PASSIVE,
    PAST,
    RECOUNTS,
    SUBORDINATE,
    TOLD_OF,
    WRITTEN_TO,
)
from bienban.find.tasks.patterns import ANNOUNCES, MODIFIER, REPORTED, SHOULD_HAVE
from bienban.find.tasks.words import REPORTS
from bienban.segment.reading import Span

_NEAR = 40  # characters between an order without addressee and what it orders
# "Sở Y tế (cũng) được giao", "Với Sở Y tế, đơn vị này được giao"
_BETWEEN_PASSIVE = frozenset(("được", "cũng", "đơn", "vị", "này"))


class Orders(Clauses):
    """Reads the orders of one article."""

    def _order(
        self, start: int, cue: Span, kind: str, end: int, running: Speaker | None, named: bool, opens: bool
    ) -> Demand | None:
        left = self._low[start : cue.start]
        if PASSIVE.search(left):
            return self._passive(start, cue, end) if running else None
        speaker = self._voices.subject(start, cue.start, running)
        # "Về vốn | đề nghị Sở Tài chính …": a topic without a comma
        on_topic = speaker is None and kind == "order" and ON_TOPIC.fullmatch(left) is not None
        speaker = running if on_topic else speaker
        if speaker is None or NO_ORDER.search(left) or SUBORDINATE.search(left):
            return None
        explicit = self._voices.explicit(start, cue.start) and not on_topic
        # "Yêu cầu rà soát kế hoạch, | Bí thư nhấn mạnh, đây là …"
        reporter = None if explicit else self._reporter(cue, end)
        if reporter is not None:
            if kind == "direct" or self._counts(cue, end):
                return None
            end = reporter
        first = on_topic or any(at == cue.start for at in self._starts(start, cue.start + 1)) or left.endswith(" thì ")
        leads = opens and kind == "order" and first and not self._acts(start, cue.start)
        if not (explicit or named or leads) or self._is_past(left, cue, speaker):
            return None
        if not explicit and (self._is_in_series(start, cue) or self._low[cue.end + 1 : cue.end + 2].isdigit()):
            return None
        if (agent := BY_AGENT.search(left)) and self._phrase(start + agent.end(), cue.start) == cue.start - 1:
            return None  # "Ông A bị Bộ Chính trị | đề nghị kỷ luật"
        if (circumstance := AFTERWARDS.search(left)) and self._phrase(start + circumstance.end(), cue.start):
            return None  # "Ngày 3/5, sau khi Sở A đề nghị …, | Chủ tịch ký quyết định"
        if kind == "direct" and ORDERED.search(left):
            return None  # "đã đề nghị Giám đốc Sở A | chỉ đạo …"
        if kind == "direct" and explicit and not speaker.positions and running and running.positions:
            return None  # in a leader's speech, what a body directs is what it is to do
        if left.endswith(" thì ") and self._voices.names_person(start, cue.start):
            return None  # "Ông A thì đề nghị …": one opinion among others
        named_next = self._norm[cue.end + 1 : cue.end + 2].isupper() and self._low[slice(*cue)] == "phân công"
        if kind == "direct" and cue.start == start and self._low.startswith("; ", start - 2) and not named_next:
            return None  # "yêu cầu các xã …; | phân công cán bộ …", but "giao Sở A …; | phân công Ban B …"
        if APPOINTMENT.search(self._low, cue.end, end):
            return None
        by = speaker if explicit else None
        told = self._after_cue(cue.end, end)
        announced = self._counts(cue, end)
        if BY_LAW.match(self._low, told, end) or SHOULD_HAVE.match(self._low, told, end):
            return None
        if announced and any(kind == "order" for _, kind in self._cues(told, end)):
            return None
        if announced or told >= end:
            return Demand("order", cue, by, self._addressed(start, cue.start), end)
        assignees, at = self._object(cue.end, end)
        if self._low.startswith("lưu ý đối với ", cue.start):
            assignees = []  # whom it concerns is not who is to do it
        if assignees and ANNOUNCED.fullmatch(self._low, at, end):
            return Demand("order", cue, by, assignees, end)
        if assignees and (told_of := TOLD_OF.match(self._low, at, end)):  # "các xã mà báo chí nêu | cần …"
            at = told_of.end()
            assignees[-1] = assignees[-1]._replace(end=at - 1)
        content = self._content(at, end)
        if assignees:
            if content is None and (reporter is not None or not (explicit or named)):
                return None
            noted = content is None and self._low.startswith("lưu ý", cue.start)
            if noted and not ANNOUNCES.search(self._low[at:end]):
                return None  # "lưu ý các xã: đây là …": a fact
            return Demand("order", cue, by, assignees, at if content is None else content, reporter)
        if self._low[slice(*cue)] == "giao" and not self._addressed(start, cue.start):
            return None  # "giao chỉ tiêu": a thing to do
        if content is None or not self._is_ordered(cue, kind, told, content, end, explicit and bool(speaker.positions)):
            return None
        assignees = (
            self._addressed(start, cue.start) or self._addressed(told, content) or self._written_to(start, cue.start)
        )
        if not assignees and (later := self._modal(told, end, chained=False)):
            assignees = later.assignees
        return Demand("order", cue, by, assignees, content, reporter)

    def _counts(self, cue: Span, end: int) -> bool:
        """Whether an order only counts the things to do ("giao 84 đầu việc")."""
        counted = COUNTED_TASKS.match(self._low, self._after_cue(cue.end, end), end)
        return counted is not None or self._low.startswith((" cụ thể", " trọng tâm"), cue.end)

    def _written_to(self, start: int, end: int) -> list[Span]:
        """Those to whom a letter goes that orders something ("có công văn gửi các xã | yêu cầu …")."""
        letter = WRITTEN_TO.search(self._low, start, end)
        stop = self._phrase(letter.end(), end) if letter else None
        return self._bodies(letter.end(), stop) if letter and stop else []

    def _is_past(self, left: str, cue: Span, speaker: Speaker) -> bool:
        """Whether "đã" tells of an order as of a result: always of "chỉ đạo", else of a body's but "đã yêu cầu"."""
        if RECOUNTS.search(left) and " đã " in left:
            return True
        past = PAST.search(left)
        if past is None:
            return False
        if LOOKS_BACK.match(left) or CAME_OF_IT.match(self._low, cue.end):
            return True
        if AT_MEETING.search(left) or MEETING.match(speaker.name.lower()):
            return False
        verb = self._low[slice(*cue)]
        return verb == "chỉ đạo" or bool(past["written"]) or (not speaker.positions and verb != "yêu cầu")

    def _is_in_series(self, start: int, cue: Span) -> bool:
        """Whether the order is the second of two things to do: "rà soát hộ nghèo, | yêu cầu các thôn …"."""
        at = self.after_connective(start, cue.start)
        first = self._predicate(at, cue.start)
        if first is None or not self._low.endswith((", ", " và "), start, cue.start):
            return False
        return self._low[first.verb.end : cue.start] in (", ", " và ") or (
            first.role in ("main", "lead") and REPORTS.at(self._low, first.verb.start, cue.start) is None
        )

    def _is_ordered(self, cue: Span, kind: str, told: int, content: int, end: int, leader: bool) -> bool:
        """Whether what follows an order without addressee is what it orders."""
        if kind == "direct":
            return leader and content in (cue.end + 1, told) and self._is_named_before(cue.start)
        near = told if self._low[slice(*cue)] == "lưu ý" else told + _NEAR  # what is noted is as often a fact
        return content <= near or any(kind == "modal" for _, kind in self._cues(told, end))

    def _is_named_before(self, at: int) -> bool:
        return NAMED_RIGHT_BEFORE.search(self._norm, max(0, at - _NEAR), at) is not None

    def _passive(self, start: int, cue: Span, end: int) -> Demand | None:
        """ "Sở Y tế được giao …"."""
        for at in self._starts(start, cue.start):
            stop = self._phrase(at, end) or self._voices.titled_end(at, cue.start)
            passive = self._low.rfind(" được", at, cue.start)
            modified = stop and stop < passive and MODIFIER.fullmatch(self._low, stop, passive)
            if modified and not REPORTED.search(self._low, stop or at, passive):
                # a verb in a name: "Ban Quản lý dự án | phát triển cảng"
                stop = passive - len(" cũng") * self._low.endswith(" cũng", at, passive)
            if stop and set(self._low[stop : cue.start].split()) <= _BETWEEN_PASSIVE:
                content = self._content(self._after_cue(cue.end, end), end)
                who = self._addressed(start, cue.start) or self._bodies(at, stop)
                return Demand("order", cue, None, who, content) if content is not None else None
        return None
