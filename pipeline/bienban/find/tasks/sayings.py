"""What is demanded after a verb of saying, hoping or stressing."""

from __future__ import annotations

from bienban.find.tasks.clauses import Clauses
from bienban.find.tasks.demand import Demand
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.order_patterns import INFORMS
from bienban.find.tasks.parts import Parts
from bienban.find.tasks.patterns import LISTED, REPORTED, STATED, STRESSED
from bienban.find.tasks.subjects import Subjects
from bienban.segment.reading import Reading, Span

_DIRECTS = "chỉ rõ"  # a verb of saying that asks by itself, also before "cần" and "phải"


class Sayings:
    """Reads what is said in the clauses of one article."""

    def __init__(self, reading: Reading, subjects: Subjects, parts: Parts, clauses: Clauses) -> None:
        self._norm, self._low = reading.norm, reading.low
        self._subjects, self._parts, self._clauses = subjects, parts, clauses

    def told(self, cue: Span, kind: str, end: int, said: Speaker) -> Demand | None:
        """What is demanded after a reporting verb: "nhấn mạnh, các xã cần …", "chỉ rõ, Sở Y tế chủ trì …"."""
        listed = LISTED.match(self._low, cue.end, end) if said.positions else None
        if listed and self._parts.predicate(listed.end(), end):
            return Demand("order", cue, said, self._listed_for(cue.end, listed.end()), listed.end())
        stressed = STRESSED.match(self._low, cue.end, end) if said.positions else None
        if stressed and (doing := self._parts.predicate(stressed.end(), end)) and doing.role in ("main", "lead"):
            return Demand("order", cue, said, [], self._parts.after_modal(stressed.end(), end))
        told = self._parts.after_cue(cue.end, end)
        if (topic := self._low.rfind(" với ", cue.end, told)) >= 0:
            told = topic + 1  # "cho rằng với lợi thế của mình, các xã cần …"
        concludes = self._low.startswith("kết luận:", cue.start)
        found = self._clauses.clause(told, end, plain=kind == "word" or concludes)
        if found and found.kind == "bare" and kind == "word" and said.positions and self._is_set_out(cue, told, end):
            return Demand("order", cue, said, found.assignees, found.content)
        if found and found.kind in ("bare", "faint"):
            found = self._clauses.clause(told, end, plain=False)  # "nhấn mạnh, quy hoạch phải …"
        if found and not found.assignees and INFORMS.match(self._low, cue.start):
            return None  # "cho biết, muốn thu phí thì phải …" explains
        if found and found.cue and any(self.goes_on(told, *c) for c in self._parts.cues(told, found.cue.start)):
            return None  # "chia sẻ với khó khăn, đồng thời cho rằng các xã cần …": what is said last
        stopped = self._norm[cue.end : told].strip() in (",", ":", "rằng", ", rằng")
        # "nhấn mạnh việc đào tạo phải thiết thực"
        stated = found and kind == "word" and STATED.match(self._low, told, end)
        if found and found.kind == "thing" and said.positions and (stopped or stated) and kind != "affirm":
            return found._replace(kind="modal", speaker=said)
        if found is None and kind == "word" and said.positions:
            found = self._stressed(told, end)
        if found is None or found.kind not in ("modal", "plain"):
            return None
        if found.kind == "plain" and (not stopped or found.assignees[0].start != told):
            return None
        directs = self._low[slice(*cue)] == _DIRECTS
        return found._replace(cue=cue if directs else found.cue or cue, speaker=said)

    def _listed_for(self, start: int, end: int) -> list[Span]:
        """The bodies for whom a list of things to do is ("nêu ba yêu cầu đối với các xã: …"), [] for nobody named."""
        at = self._low.find(" đối với ", start, end)
        stop = self._parts.phrase(at + len(" đối với "), end) if at >= 0 else None
        return self._parts.bodies(at + len(" đối với "), stop) if stop and self._low[stop] == ":" else []

    def hope(self, start: int, cue: Span, end: int, running: Speaker | None) -> Demand | None:
        """ "mong muốn các xã cần …": a hope is a demand where a modal says so."""
        speaker = self._subjects.subject(start, cue.start, running)
        assignees, at = self._parts.recipients(cue.end, end)
        modal = next((c for c, kind in self._parts.cues(at, end) if kind == "modal"), None)
        if speaker is None or modal is None or not assignees:
            return None
        return Demand("modal", modal, speaker, assignees, self._parts.after_modal(modal.start, end))

    def _is_set_out(self, cue: Span, told: int, end: int) -> bool:
        """Whether things to do follow a colon ("nhấn mạnh: Tiếp tục rà soát …"), and nothing is said of them."""
        doing = self._parts.predicate(told, end)
        sure = doing is not None and (doing.adverbs or doing.role == "lead")
        return sure and self._low[cue.end : told].strip() == ":" and not REPORTED.search(self._low, told, end)

    def _stressed(self, told: int, end: int) -> Demand | None:
        """What must be done after a reason: "nhấn mạnh đây là nhiệm vụ đột phá, phải làm quyết liệt"."""
        for cue, kind in self._parts.cues(told, end):
            content = self._parts.after_modal(cue.start, end)
            if kind == "modal" and self._low.endswith(", ", told, cue.start) and self._parts.predicate(content, end):
                return Demand("modal", cue, None, [], content)
        return None

    def goes_on(self, start: int, cue: Span, kind: str) -> bool:
        """Whether a verb of saying shares the subject of the one before; "và hướng dẫn" may be what is to be done."""
        joined = (" và ", ", đồng thời ") if kind in ("word", "list") else ", đồng thời "
        return kind in ("word", "list", "report") and self._low.endswith(joined, start, cue.start)
