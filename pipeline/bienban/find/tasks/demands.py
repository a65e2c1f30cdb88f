"""A clause with its reporting verb -> the demand that it makes."""

from __future__ import annotations

from bienban.find.tasks.content import Content
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.modals import Demand
from bienban.find.tasks.order_patterns import (
    BY_STATUTE,
    DONE,
    INFORMS,
    MEETING,
    PAST,
    SEVERAL,
    SLOGAN,
    STATUTE_SAYS,
    TOLD_ORDER,
)
from bienban.find.tasks.orders import Orders
from bienban.find.tasks.patterns import COMMENT, LISTED, REPLIES, REPORTED, STRESSED, TOLD
from bienban.find.tasks.words import CUES
from bienban.segment.reading import Span


class Demands(Orders):
    """Reads the demands of one article."""

    def demand(self, start: int, end: int, running: Speaker | None, named: bool, opens: bool) -> Demand | None:
        """The first demand of the clause, None where it makes none.

        `running` is the one who is speaking, `named` tells whether the sentence itself names him, `opens` whether the
        clause is its first or follows another demand in it.
        """
        if COMMENT.match(self._low, self.after_connective(start, end), end) or self.is_provided(start, end):
            return None
        reported = past = False
        for cue, kind in self._cues(start, end):
            explicit = self._voices.explicit(start, cue.start)
            if past and kind == "direct" and not explicit:
                return None  # "Sở đã có công văn đề nghị các xã phối hợp, chỉ đạo các thôn …"
            if kind in ("order", "direct") or (kind == "list" and self._briefs(cue, end)):
                if self.is_told(start, cue.end):
                    return None
                if found := self._order(start, cue, kind, end, running, named, opens):
                    return found
                past = PAST.search(self._low[start : cue.start]) is not None
            elif kind == "hope":
                found = self._hope(start, cue, end, running)
                if found or explicit:
                    return found
            elif kind == "modal":
                if past:
                    return None  # "Tỉnh đã yêu cầu công ty phải …"
                found = self.clause(start, end, plain=False) if running else None
                if found and found.cue == cue and found.kind == "modal":
                    break
            elif explicit or (named and self._goes_on_saying(start, cue, kind)):
                said = self._voices.subject(start, cue.start, running)
                if said and kind == "wish" and said.positions:
                    return None
                told = said and not said.is_person and PAST.search(self._low[start : cue.start])
                if said and told and not MEETING.match(said.name.lower()):
                    return None
                doing = self._predicate(cue.start, end)
                # "Bộ A, Bộ B thống nhất phương án", "Ban C định hướng dư luận"
                together = kind == "list" and said and (SEVERAL.search(said.name) or self._low[slice(*cue)] in DONE)
                if said and not said.is_person and doing and (kind == "report" or together or doing.role == "lead"):
                    continue  # "các chi bộ đề cao …": what a body does, not what it says
                if said and kind != "wish":
                    if REPLIES.match(self._low, start, end):
                        return None
                    reported = True
                    if found := self._told(cue, kind, end, said):
                        return found
        return self.clause(start, end, plain=not reported) if running else None

    def quoted(
        self, start: int, end: int, running: Speaker | None, named: bool, opens: bool, asked: Span
    ) -> Demand | None:
        """The demand of a clause in a quotation, with `asked`, the cue beside it, where it has none of its own."""
        found = self.demand(start, end, running, named, opens) or self._must(start, end)
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
        for cue, kind in self._cues(start, end):
            speaker = self._voices.subject(start, cue.start, None) if kind in ("order", "direct") else None
            if speaker and self._is_past(self._low[start : cue.start], cue, speaker):
                return True
        return False

    def is_provided(self, start: int, end: int) -> bool:
        """Whether a clause says what a law provides, and nobody orders anything in it."""
        first = self.after_connective(start, end)
        cited = self._low.find("theo ", first, end) >= 0 and BY_STATUTE.search(self._low, first, end)
        if not cited and not STATUTE_SAYS.match(self._low, first, end):
            return False
        return not any(kind == "order" for _, kind in self._cues(start, end))

    def _briefs(self, cue: Span, end: int) -> bool:
        """Whether somebody is told right away what to do: "quán triệt các xã thực hiện …"."""
        stop = self._phrase(cue.end + 1, end) if self._low[slice(*cue)] == "quán triệt" else None
        return stop is not None and self._content(stop, end) == stop + 1

    def wishes(self, start: int, end: int) -> bool:
        """Whether a clause makes a petition ("kiến nghị Trung ương …")."""
        return any(kind == "wish" and self._object(cue.end, end)[0] for cue, kind in self._cues(start, end))

    def asks(self, start: int, end: int) -> bool:
        """Whether a clause says what is to be done: it begins with a verb, or one follows its topic or its modal."""
        begins = self._predicate(start, end) or Content(self._norm, self._low, end).begins(start, end) > start
        return bool(begins) or any(kind == "modal" for _, kind in self._cues(start, end))

    def announcing_cue(self, start: int, end: int) -> Span | None:
        """The first cue of a clause that is not a modal, whatever follows; a verb of telling only without one."""
        cues = list(self._cues(start, end))
        asking = (cue for cue, kind in cues if kind in ("order", "direct", "word"))
        return next(asking, None) or next((cue for cue, kind in cues if kind == "list"), None)

    def _told(self, cue: Span, kind: str, end: int, said: Speaker) -> Demand | None:
        """What is demanded after a reporting verb: "nhấn mạnh, các xã cần …", "chỉ rõ, Sở Y tế chủ trì …"."""
        listed = LISTED.match(self._low, cue.end, end) if said.positions else None
        if listed and self._predicate(listed.end(), end):
            return Demand("order", cue, said, [], listed.end())
        stressed = STRESSED.match(self._low, cue.end, end) if said.positions else None
        if stressed and (doing := self._predicate(stressed.end(), end)) and doing.role in ("main", "lead"):
            return Demand("order", cue, said, [], self._after_modal(stressed.end(), end))
        told = self._after_cue(cue.end, end)
        if (topic := self._low.rfind(" với ", cue.end, told)) >= 0:
            told = topic + 1  # "cho rằng với lợi thế của mình, các xã cần …"
        concludes = self._low.startswith("kết luận:", cue.start)
        found = self.clause(told, end, plain=kind == "word" or concludes)
        if found and found.kind == "bare" and kind == "word" and said.positions and self._is_set_out(cue, told, end):
            return Demand("order", cue, said, found.assignees, found.content)
        if found and found.kind in ("bare", "faint"):
            found = self.clause(told, end, plain=False)  # "nhấn mạnh, quy hoạch phải …"
        if found and not found.assignees and INFORMS.match(self._low, cue.start):
            return None  # "cho biết, muốn thu phí thì phải …" explains
        if found and found.cue and any(self._goes_on_saying(told, *c) for c in self._cues(told, found.cue.start)):
            return None  # "chia sẻ với khó khăn, đồng thời cho rằng các xã cần …": what is said last
        stopped = self._norm[cue.end : told].strip() in (",", ":", "rằng", ", rằng")
        # "nhấn mạnh việc đào tạo phải thiết thực"
        done = kind == "word" and self._low.startswith(("việc ", "công tác ", "quá trình "), told)
        if found and found.kind == "thing" and said.positions and (stopped or done) and kind != "affirm":
            return found._replace(kind="modal", speaker=said)
        if found is None and kind == "word" and said.positions:
            found = self._stressed(told, end)
        if found is None or found.kind not in ("modal", "plain"):
            return None
        if found.kind == "plain" and (not stopped or found.assignees[0].start != told):
            return None
        return found._replace(cue=found.cue or cue, speaker=said)

    def _goes_on_saying(self, start: int, cue: Span, kind: str) -> bool:
        """Whether a verb of saying shares the subject of the one before; "và hướng dẫn" may be what is to be done."""
        joined = (" và ", ", đồng thời ") if kind == "word" else ", đồng thời "
        return kind in ("word", "report") and self._low.endswith(joined, start, cue.start)

    def _is_set_out(self, cue: Span, told: int, end: int) -> bool:
        """Whether things to do follow a colon ("nhấn mạnh: Tiếp tục rà soát …"), and nothing is said of them."""
        doing = self._predicate(told, end)
        sure = doing is not None and (doing.adverbs or doing.role == "lead")
        return sure and self._low[cue.end : told].strip() == ":" and not REPORTED.search(self._low, told, end)

    def _stressed(self, told: int, end: int) -> Demand | None:
        """What must be done after a reason: "nhấn mạnh đây là nhiệm vụ đột phá, phải làm quyết liệt"."""
        for cue, kind in self._cues(told, end):
            content = self._after_modal(cue.start, end)
            if kind == "modal" and self._low.endswith(", ", told, cue.start) and self._predicate(content, end):
                return Demand("modal", cue, None, [], content)
        return None

    def _must(self, start: int, end: int) -> Demand | None:
        """The demand of any "cần" or "phải" before a verb, where what stands before it tells of nothing else."""
        for cue, kind in self._cues(start, end):
            told = TOLD.search(self._low, start, cue.start)
            if kind == "modal" and not told and self._predicate(self._after_modal(cue.start, end), end):
                return Demand("thing", cue, None, [], self.after_connective(start, end))
        return None

    def _hope(self, start: int, cue: Span, end: int, running: Speaker | None) -> Demand | None:
        """ "mong muốn các xã cần …": a hope is a demand where a modal says so."""
        speaker = self._voices.subject(start, cue.start, running)
        assignees, at = self._object(cue.end, end)
        modal = next((c for c, kind in self._cues(at, end) if kind == "modal"), None)
        if speaker is None or modal is None or not assignees:
            return None
        return Demand("modal", modal, speaker, assignees, self._after_modal(modal.start, end))
