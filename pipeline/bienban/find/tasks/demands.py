"""A clause with its reporting verb -> the demand that it makes."""

from __future__ import annotations

from bienban.find.tasks.clauses import Clauses
from bienban.find.tasks.content import Content
from bienban.find.tasks.demand import Clause, Demand
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.order_patterns import (
    BY_STATUTE,
    DONE,
    INFORMS,
    LOOKS_BACK,
    MEETING,
    PAST,
    SEVERAL,
    SLOGAN,
    STATUTE_SAYS,
    TOLD_ORDER,
)
from bienban.find.tasks.orders import Orders
from bienban.find.tasks.parts import Parts
from bienban.find.tasks.patterns import COMMENT, REPLIES, REPORTED, TOLD
from bienban.find.tasks.quote_patterns import QUOTED
from bienban.find.tasks.refusals import Refusals
from bienban.find.tasks.sayings import Sayings
from bienban.find.tasks.subjects import Subjects
from bienban.find.tasks.words import CUES
from bienban.segment.reading import Reading, Span


class Demands:
    """Reads the demands of one article."""

    def __init__(self, reading: Reading, subjects: Subjects, parts: Parts, clauses: Clauses) -> None:
        self._norm, self._low = reading.norm, reading.low
        self._subjects, self._parts, self._clauses = subjects, parts, clauses
        self._sayings = Sayings(reading, subjects, parts, clauses)
        self._refusals = Refusals(reading, subjects, parts)
        self._orders = Orders(reading, subjects, parts, clauses, self._refusals)

    def demand(self, clause: Clause) -> Demand | None:
        """The first demand of a clause, None where it makes none."""
        start, end, running, named, _ = clause
        if self._comments(start, end):
            quoted = QUOTED.match(self._norm, start, end)  # "“Như vậy là chậm”, | ông A nói và giao …"
            if quoted is None or self._comments(quoted.end(), end):
                return None
            start = quoted.end()
            clause = clause._replace(start=start)
        if self.is_provided(start, end):
            return None
        reported = past = informed = False
        for cue, kind in self._parts.cues(start, end):
            explicit = self._subjects.explicit(start, cue.start)
            if past and kind == "direct" and not explicit:
                return None  # "Sở đã có công văn đề nghị các xã phối hợp, chỉ đạo các thôn …"
            if kind in ("order", "direct") or (kind == "list" and self._briefs(cue, end)):
                if self.is_told(start, cue.end):
                    return None
                if found := self._orders.order(clause, cue, kind):
                    return found
                past = PAST.search(self._low[start : cue.start]) is not None
            elif kind == "hope":
                found = self._sayings.hope(start, cue, end, running)
                if found or explicit:
                    return found
            elif kind == "modal":
                if past:
                    return None  # "Tỉnh đã yêu cầu công ty phải …"
                found = self._clauses.clause(start, end, plain=False) if running else None
                if found and found.cue == cue and found.kind == "modal":
                    break
            elif explicit or (named and self._sayings.goes_on(start, cue, kind)):
                said = self._subjects.subject(start, cue.start, running)
                if said is None:
                    continue
                if self._has_told(start, cue, said) or (kind == "wish" and said.positions):
                    return None
                if kind == "wish" or self._does(said, cue, kind, end):
                    continue
                if REPLIES.match(self._low, start, end):
                    return None
                reported = True
                informed = INFORMS.match(self._low, cue.start) is not None
                if found := self._sayings.told(cue, kind, end, said):
                    return found
        found = self._clauses.clause(start, end, plain=not reported) if running else None
        return None if informed and found and not found.assignees else found  # "cho biết: “Cần nhiều công sức”"

    def _comments(self, start: int, end: int) -> bool:
        """Whether a clause begins with a comment on what was said ("Như vậy …")."""
        return COMMENT.match(self._low, self._parts.after_connective(start, end), end) is not None

    def _has_told(self, start: int, cue: Span, said: Speaker) -> bool:
        """Whether a body said something in the past; what a meeting said is what the report is about."""
        told = not said.is_person and PAST.search(self._low[start : cue.start])
        agreed = self._low.startswith((" giao ", " phân công ", " yêu cầu "), cue.end)  # "đã nhất trí giao …"
        decides = agreed and not LOOKS_BACK.match(self._low, start)
        return bool(told) and not decides and not MEETING.match(said.name.lower())

    def _does(self, said: Speaker, cue: Span, kind: str, end: int) -> bool:
        """Whether a verb tells what a body does, not what it says: "các chi bộ đề cao …"."""
        doing = self._parts.predicate(cue.start, end)
        if said.is_person or doing is None:
            return False
        # "Bộ A, Bộ B thống nhất phương án", "Ban C định hướng dư luận"
        together = kind == "list" and (SEVERAL.search(said.name) or self._low[slice(*cue)] in DONE)
        return bool(together) or kind == "report" or doing.role == "lead"

    def quoted(self, clause: Clause, asked: Span) -> Demand | None:
        """The demand of a clause in a quotation, with `asked`, the cue beside it, where it has none of its own."""
        start, end = clause.start, clause.end
        found = self.demand(clause) or self._must(start, end)
        if found and found.kind == "faint" and found.content == start and not REPORTED.search(self._low, start, end):
            found = found._replace(kind="bare")  # who is quoted does not begin with a noun: "“Bảo đảm an toàn …”"
        if found and found.kind == "bare" and SLOGAN.match(self._low, start, end):
            return None
        stressed = found and found.kind == "bare" and CUES.at(self._low, *asked) == (asked.end, "word")
        if found is None or (stressed and (found.content > start or REPORTED.search(self._low, start, end))):
            return found
        return found._replace(kind="modal" if found.kind == "thing" else found.kind, cue=found.cue or asked)

    def is_told(self, start: int, end: int) -> bool:
        """Whether a clause tells of an order as of something past: then what follows in its sentence goes on so."""
        return TOLD_ORDER.search(self._low[start:end]) is not None

    def is_done(self, start: int, end: int) -> bool:
        """Whether a clause tells of an order as of a result."""
        for cue, kind in self._parts.cues(start, end):
            speaker = self._subjects.subject(start, cue.start, None) if kind in ("order", "direct") else None
            if speaker and self._refusals.is_past(start, cue, speaker):
                return True
        return False

    def is_provided(self, start: int, end: int) -> bool:
        """Whether a clause says what a law provides, and nobody orders anything in it."""
        first = self._parts.after_connective(start, end)
        cited = self._low.find("theo ", first, end) >= 0 and BY_STATUTE.search(self._low, first, end)
        if not cited and not STATUTE_SAYS.match(self._low, first, end):
            return False
        return not any(kind == "order" for _, kind in self._parts.cues(start, end))

    def _briefs(self, cue: Span, end: int) -> bool:
        """Whether somebody is told right away what to do: "quán triệt các xã thực hiện …"."""
        stop = self._parts.phrase(cue.end + 1, end) if self._low[slice(*cue)] == "quán triệt" else None
        return stop is not None and self._parts.content(stop, end) == stop + 1

    def wishes(self, start: int, end: int) -> bool:
        """Whether a clause makes a petition ("kiến nghị Trung ương …")."""
        return any(
            kind == "wish" and self._parts.recipients(cue.end, end)[0] for cue, kind in self._parts.cues(start, end)
        )

    def asks(self, start: int, end: int) -> bool:
        """Whether a clause says what is to be done: it begins with a verb, or one follows its topic or its modal."""
        begins = self._parts.predicate(start, end) or Content(self._norm, self._low, end).begins(start, end) > start
        return bool(begins) or any(kind == "modal" for _, kind in self._parts.cues(start, end))

    def announcing_cue(self, start: int, end: int) -> Span | None:
        """The first cue of a clause that is not a modal, whatever follows; a verb of telling only without one."""
        cues = list(self._parts.cues(start, end))
        asking = (cue for cue, kind in cues if kind in ("order", "direct", "word"))
        return next(asking, None) or next((cue for cue, kind in cues if kind == "list"), None)

    def _must(self, start: int, end: int) -> Demand | None:
        """The demand of any "cần" or "phải" before a verb, where what stands before it tells of nothing else."""
        for cue, kind in self._parts.cues(start, end):
            told = TOLD.search(self._low, start, cue.start)
            if kind == "modal" and not told and self._parts.predicate(self._parts.after_modal(cue.start, end), end):
                return Demand("thing", cue, None, [], self._parts.after_connective(start, end))
        return None
