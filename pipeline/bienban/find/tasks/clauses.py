"""A clause without its reporting verb: who is to do something, by which cue, and where the thing to do begins."""

from __future__ import annotations

import regex

from bienban.find.tasks.content import SURE
from bienban.find.tasks.demand import Demand
from bienban.find.tasks.modals import PLURAL, Modals
from bienban.find.tasks.order_patterns import LOOKS_BACK, PASSIVE, SLOGAN
from bienban.find.tasks.parts import Parts
from bienban.find.tasks.patterns import (
    ADDRESSED,
    ANY_CASE,
    AS_OF,
    AS_REPORTED,
    ASIDE,
    BESIDE,
    CARRIES_OUT,
    NOUN_BEFORE,
    REPORTED,
    TENSE,
    TOPIC,
    WHEN_DONE,
    WORD,
)
from bienban.find.tasks.subject_patterns import PRONOUN
from bienban.find.tasks.subjects import Subjects
from bienban.find.tasks.words import BODIES, CUES, REPORTS, Predicate
from bienban.segment.reading import Reading, Span

_SHORT = 2  # blanks in a phrase that may be too general to name anybody
_REPORT = 300  # characters after a verb of saying in which the report's own verb may stand
_STATES = ("có", "là")  # verbs of what a body has or is
# What tells something in the report, and is no body.
_TELLER = regex.compile(r"(?:báo cáo|tham luận|(?:các |nhiều )?ý kiến|hội nghị|kết luận)\b")
_ALSO = regex.compile(r" (?:cùng|cũng)(?= )")  # "Ban A và Ban B | cùng rà soát"


class Clauses:
    """Reads the clauses of one article."""

    def __init__(self, reading: Reading, subjects: Subjects, parts: Parts) -> None:
        self._norm, self._low = reading.norm, reading.low
        self._subjects, self._parts, self.modals = subjects, parts, Modals(reading, parts)

    def clause(self, start: int, end: int, plain: bool) -> Demand | None:
        """The demand of a clause, None where it makes none; without `plain` only one with "cần" or "phải"."""
        asks = self._low[start:end].rstrip(' "”').endswith("?")  # a question demands nothing
        modal = None if asks else self.modals.modal(start, end)
        if modal and modal.kind == "modal":
            return modal
        bare = self._without_modal(start, end) if plain else None
        return modal if bare is None or (bare.kind == "faint" and modal) else bare  # "Quy hoạch … phải …"

    def _without_modal(self, start: int, end: int) -> Demand | None:
        if LOOKS_BACK.match(self._low, start, end):
            return None
        if beside := BESIDE.match(self._low, start, end):
            stop = self._parts.phrase(beside.end(), end)
            content = None if stop is None else self._parts.content(stop, end)
            if stop is not None and content is not None and not self._low[stop:content].strip(" ,"):
                return Demand("bare", None, None, [], content)
        if case := ANY_CASE.match(self._low, self._parts.after_connective(start, end), end):
            doing = self._parts.predicate(case.end(), end)
            return Demand("bare", None, None, [], case.start()) if doing and doing.role in SURE else None
        for at in self._parts.starts(start, end):
            stop = self._parts.phrase(at, end)
            predicate = self._parts.predicate(at, end)
            # "Phòng Quản trị | kiểm kê": what may be a noun is one where a verb follows the phrase that it begins.
            noun = predicate and stop and predicate.role in ("noun", "modifier") and stop > predicate.verb.end
            if predicate and not (noun and stop and self._parts.content(stop, end) == stop + 1):
                return self._bare(start, at, end, predicate)
            if stop and any(kind == "order" for _, kind in self._parts.cues(start, at)):
                return None  # "Khi họp đề nghị các xã mời thêm Sở A, | Vụ B …"
            if stop:
                return self._plain(at, stop, end)
            if not TOPIC.match(self._low, at, end):
                return None
        return None

    def starts_body(self, start: int, end: int) -> bool:
        """Whether a body stands at the beginning, with a verb of its own."""
        found = self.clause(self._parts.after_connective(start, end), end, plain=True)
        return found is not None and bool(found.assignees)

    def order_at(self, start: int, end: int) -> Span | None:
        """The order that the clause begins with, if the one who gets it is named ("giao Sở Nội vụ …")."""
        at = self._parts.after_connective(start, end)
        cue = CUES.at(self._low, at, end)
        given = cue and cue[1] == "order" and self._parts.recipients(cue[0], end)[0]
        return Span(at, cue[0]) if cue and given else None

    def _bare(self, start: int, at: int, end: int, predicate: Predicate) -> Demand | None:
        """A verb without a subject. After a topic, or with a tense or a modal of its own, it may be none."""
        after = WORD.search(self._low, predicate.verb.end, min(end, predicate.verb.end + 4))
        if after and (REPORTED.match(self._low, after.start(), end) or self._parts.is_modal(after.start(), end)):
            return None
        if self._low[slice(*predicate.verb)] == "là" and not predicate.adverbs:
            return None
        if SLOGAN.match(self._low, at, end):
            return None  # "Tiếp cận nhà ở là thước đo của tiến bộ"
        ensured = predicate.role == "aim" and WHEN_DONE.match(self._low, start, at)
        sure = predicate.role in ("main", "lead") or bool(ensured or (predicate.role and predicate.adverbs))
        if at > self._parts.after_connective(start, end) and (
            not sure or (REPORTED.search(self._low, start, at) and not ADDRESSED.match(self._low, start, at))
        ):
            return None
        reported = self.reporter(predicate.verb, end) is not None or self._is_carried_out(at, end)
        if reported and not predicate.adverbs:
            return None
        content = self._parts.after_modal(at, end)
        return Demand(
            "bare" if sure else "faint",
            None,
            None,
            self.modals.asked(start, self._parts.addressed(start, at), content),
            content,
        )

    def _is_carried_out(self, start: int, end: int) -> bool:
        """Whether a clause tells who carried something out ("Thực hiện chỉ đạo của Bí thư, Sở Y tế đã …")."""
        carries = CARRIES_OUT.match(self._low, start, end)
        stop = self._parts.phrase(carries.end(), end) if carries else None
        told = TENSE.match(self._low, stop + 1, end) if stop is not None else AS_OF.match(self._low, start, end)
        return told is not None

    def reporter(self, verb: Span, end: int) -> int | None:
        """The comma before the one who reports what a verb of saying begins ("Đánh giá kết quả, báo cáo nêu rõ …")."""
        said = REPORTS.at(self._low, verb.start, end)
        if said is None or said[1] != "speaker":
            return None
        for cue, kind in self._parts.cues(verb.end, min(end, verb.end + _REPORT)):
            if kind in ("report", "word") and self._low.startswith((",", ":", " rằng", " đây"), cue.end):
                comma = self._before_subject(verb.end, cue.start)
                if comma is not None:
                    return comma
        return None

    def _before_subject(self, start: int, verb: int) -> int | None:
        """The comma before the subject of a verb of saying, which without one may be a noun ("các chỉ thị, …")."""
        comma = self._low.rfind(", ", start, verb)
        said_of = self._low[comma + 2 : verb]
        if comma < 0 or not said_of.strip() or NOUN_BEFORE.search(said_of) or PASSIVE.search(said_of):
            return None
        says = self._norm[comma + 2].isupper() or self._parts.is_listed(comma + 2, verb)
        return comma if says or _TELLER.match(said_of) else None  # "…, thảo luận thẳng thắn" is more to do

    def _plain(self, start: int, stop: int, end: int) -> Demand | None:
        """A body of the list, and its verb right after it or after an aside ("theo chức năng, nhiệm vụ")."""
        if (
            self.modals.is_leader(start, stop)
            or self._low.startswith("đại diện ", start)
            or PRONOUN.fullmatch(self._low, start, stop)
            or not self._parts.is_listed(start, end)
        ):
            return None
        if self._subjects.names_person(start, stop) or AS_REPORTED.match(self._low, stop, end):
            return None
        if self._is_general(start, stop):
            return None
        aside = ASIDE.match(self._low, stop, end)
        for at in (stop, aside.end() if aside else stop):
            also = _ALSO.match(self._low, at, end)
            at = also.end() if also else at
            word = WORD.search(self._low, at, min(end, at + 4))
            predicate = self._parts.predicate(word.start(), end) if word else None
            if word and predicate and (predicate.adverbs or self._is_doing(predicate)):
                return Demand(
                    "plain", None, None, self._parts.bodies(start, stop), self._parts.after_modal(word.start(), end)
                )
        return None

    def _is_doing(self, predicate: Predicate) -> bool:
        """Whether a verb is of the list, and of what is done; "có ít nhất …", "có giải pháp …" set what is to be."""
        if self._low[slice(*predicate.verb)] in _STATES:
            return self._low.startswith((" ít nhất", " tối thiểu", " biện pháp", " giải pháp"), predicate.verb.end)
        return bool(predicate.role)

    def _is_general(self, start: int, stop: int) -> bool:
        """Whether a phrase is a general noun alone ("biên phòng"), which is nobody in particular."""
        body = BODIES.at(self._low, start, stop)
        short = self._low.count(" ", start, stop) < _SHORT and not (body and body[1])
        return short and self._low[start:stop] == self._norm[start:stop] and not PLURAL.search(self._low, start, stop)
