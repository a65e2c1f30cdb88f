"""An order in a clause ("yêu cầu", "giao", "chỉ đạo") -> who gives it to whom, and what it orders."""

from __future__ import annotations

from bienban.find.tasks.clauses import Clauses
from bienban.find.tasks.demand import Clause, Demand, Order
from bienban.find.tasks.order_patterns import (
    ANNOUNCED,
    NAMED_RIGHT_BEFORE,
    NO_ORDER,
    ON_TOPIC,
    PASSIVE,
    SUBORDINATE,
    TOLD_OF,
    WRITTEN_TO,
)
from bienban.find.tasks.parts import Parts
from bienban.find.tasks.patterns import ANNOUNCES, MODIFIER, REPORTED
from bienban.find.tasks.refusals import Refusals
from bienban.find.tasks.subjects import Subjects
from bienban.segment.reading import Reading, Span

_NEAR = 40  # characters between an order without addressee and what it orders
# "Sở Y tế (cũng) được giao", "Với Sở Y tế, đơn vị này được giao"
_BETWEEN_PASSIVE = frozenset(("được", "cũng", "đơn", "vị", "này"))


class Orders:
    """Reads the orders of one article."""

    def __init__(
        self, reading: Reading, subjects: Subjects, parts: Parts, clauses: Clauses, refusals: Refusals
    ) -> None:
        self._norm, self._low = reading.norm, reading.low
        self._subjects, self._parts, self._refusals = subjects, parts, refusals
        self._clauses, self._modals = clauses, clauses.modals

    def order(self, clause: Clause, cue: Span, kind: str) -> Demand | None:
        """What an order demands, None where the clause only tells of one."""
        if PASSIVE.search(self._low[clause.start : cue.start]):
            return self._passive(clause.start, cue, clause.end) if clause.running else None
        order = self._given(clause, cue, kind)
        return self._ordered(order) if order and not self._refusals.refuses(order) else None

    def _given(self, clause: Clause, cue: Span, kind: str) -> Order | None:
        """The order with the one who gives it, None where that is nobody."""
        left = self._low[clause.start : cue.start]
        if NO_ORDER.search(left) or SUBORDINATE.search(left):
            return None
        speaker = self._subjects.subject(clause.start, cue.start, clause.running)
        # "Về vốn | đề nghị Sở Tài chính …": a topic without a comma
        on_topic = speaker is None and kind == "order" and ON_TOPIC.fullmatch(left) is not None
        speaker = clause.running if on_topic else speaker
        if speaker is None:
            return None
        explicit = self._subjects.explicit(clause.start, cue.start) and not on_topic
        # "Yêu cầu rà soát kế hoạch, | Bí thư nhấn mạnh, đây là …"
        reporter = None if explicit else self._clauses.reporter(cue, clause.end)
        begins = any(at == cue.start for at in self._parts.starts(clause.start, cue.start + 1))
        first = on_topic or begins or left.endswith(" thì ")
        leads = clause.opens and kind == "order" and first and not self._modals.acts(clause.start, cue.start)
        if not (explicit or clause.named or leads):
            return None
        end = clause.end if reporter is None else reporter
        return Order(clause.start, cue, kind, end, speaker, clause.running, explicit, clause.named, reporter)

    def _ordered(self, order: Order) -> Demand | None:
        """What an order demands and of whom, None where nothing follows that may be ordered."""
        start, cue, end = order.start, order.cue, order.end
        by = order.speaker if order.explicit else None
        told = self._parts.after_cue(cue.end, end)
        if second := self._clauses.order_at(told, end):  # "chỉ đạo: | giao Sở Xây dựng rà soát …"
            return self._ordered(order._replace(cue=second, kind="order"))
        if told >= end or self._refusals.counts(cue, end):
            ordered_after = any(kind == "order" for _, kind in self._parts.cues(told, end))
            return None if ordered_after else Demand("order", cue, by, self._parts.addressed(start, cue.start), end)
        assignees, at = self._parts.recipients(cue.end, end)
        if assignees and not self._low.startswith("lưu ý đối với ", cue.start):  # whom it concerns is not who does it
            return self._given_to(order, assignees, at)
        content = self._parts.content(at, end)
        if self._low[slice(*cue)] == "giao" and not self._parts.addressed(start, cue.start):
            return None  # "giao chỉ tiêu": a thing to do
        if content is None or not self._is_ordered(order, told, content):
            return None
        assignees = (
            self._parts.addressed(start, cue.start)
            or self._parts.addressed(told, content)
            or self._written_to(start, cue.start)
        )
        if not assignees and (later := self._modals.modal(told, end, chained=False)):
            assignees = later.assignees
        return Demand("order", cue, by, assignees, content, order.until)

    def _given_to(self, order: Order, assignees: list[Span], at: int) -> Demand | None:
        """What an order demands of those who are named up to `at`."""
        cue, end = order.cue, order.end
        by = order.speaker if order.explicit else None
        if ANNOUNCED.fullmatch(self._low, at, end):
            return Demand("order", cue, by, assignees, end)
        if told_of := TOLD_OF.match(self._low, at, end):  # "các xã mà báo chí nêu | cần …"
            at = told_of.end()
            assignees = [*assignees[:-1], assignees[-1]._replace(end=at - 1)]
        content = self._parts.content(at, end)
        if content is None and (order.until or not (order.explicit or order.named)):
            return None
        if self._low.startswith((", đồng thời", "; "), at) or (content is None and self._low.startswith(",", at)):
            return None  # "phân công nhiệm vụ cho các đồng chí trong cơ quan, …": what is ordered is not said
        noted = content is None and self._low.startswith("lưu ý", cue.start)
        if noted and not ANNOUNCES.search(self._low[at:end]):
            return None  # "lưu ý các xã: đây là …": a fact
        return Demand("order", cue, by, assignees, at if content is None else content, order.until)

    def _written_to(self, start: int, end: int) -> list[Span]:
        """Those to whom a letter goes that orders something ("có công văn gửi các xã | yêu cầu …")."""
        letter = WRITTEN_TO.search(self._low, start, end)
        stop = self._parts.phrase(letter.end(), end) if letter else None
        return self._parts.bodies(letter.end(), stop) if letter and stop else []

    def _is_ordered(self, order: Order, told: int, content: int) -> bool:
        """Whether what follows an order without addressee is what it orders."""
        cue, end = order.cue, order.end
        if order.kind == "direct":
            leader = order.explicit and bool(order.speaker.positions)
            return leader and content in (cue.end + 1, told) and self._is_named_before(cue.start)
        near = told if self._low[slice(*cue)] == "lưu ý" else told + _NEAR  # what is noted is as often a fact
        return content <= near or any(kind == "modal" for _, kind in self._parts.cues(told, end))

    def _is_named_before(self, at: int) -> bool:
        return NAMED_RIGHT_BEFORE.search(self._norm, max(0, at - _NEAR), at) is not None

    def _passive(self, start: int, cue: Span, end: int) -> Demand | None:
        """ "Sở Y tế được giao …"; what somebody tells of, or only counts ("được giao thêm 20 biên chế"), is none."""
        told = self._parts.after_cue(cue.end, end)
        reported = any(kind in ("report", "word") for _, kind in self._parts.cues(start, cue.start))
        if reported or self._low[told : told + 1].isdigit():
            return None
        for at in self._parts.starts(start, cue.start):
            stop = self._parts.phrase(at, end) or self._subjects.titled_end(at, cue.start)
            passive = self._low.rfind(" được", at, cue.start)
            modified = stop and stop < passive and MODIFIER.fullmatch(self._low, stop, passive)
            if modified and not REPORTED.search(self._low, stop or at, passive):
                # a verb in a name: "Ban Quản lý dự án | phát triển cảng"
                stop = passive - len(" cũng") * self._low.endswith(" cũng", at, passive)
            if stop and set(self._low[stop : cue.start].split()) <= _BETWEEN_PASSIVE:
                content = self._parts.content(told, end)
                who = self._parts.addressed(start, cue.start) or self._parts.bodies(at, stop)
                return Demand("order", cue, None, who, content) if content is not None else None
        return None
