"""Who is speaking in a sentence: the subject of its reporting verb."""

from __future__ import annotations

import regex

from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.parts import Parts
from bienban.find.tasks.patterns import QUANTIFIER
from bienban.find.tasks.subject_patterns import CLAUSE_STOP, THING
from bienban.find.tasks.subjects import Subjects
from bienban.find.tasks.words import CUES, REPORTS, VERBS, between, cue_anchors
from bienban.segment.reading import Reading
from bienban.segment.sentences import SentenceSpan

# "theo", and the letter that somebody signed: "Theo công văn do | Giám đốc Sở … ký".
_ACCORDING = regex.compile(
    r"\btheo (?:(?:công văn|văn bản|công điện|chỉ thị|thông báo|quyết định)\b[^,;:]{0,60}? do )?(?=\p{L})"
)
_POINTS_BACK = regex.compile(
    r"(?:đó|đây|trên đây) (?:cũng )?(?:là|chính là) (?:một trong )?(?:những )?(?:nội dung |ý kiến )?"
    r"(?:yêu cầu|chỉ đạo|đề nghị|nhấn mạnh|phát biểu|lưu ý|mệnh lệnh|kết luận|nhiệm vụ)[\w ]{0,40}? (?:của|do|được|mà) "
)
_NAMED = regex.compile(r",| (?:tại|khi|trong|nhấn mạnh|nêu|đưa ra|đặt ra|yêu cầu|chỉ đạo|giao|với)\b|\.?$")
# Who is quoted without a verb: "Bí thư Nguyễn Văn A: “…”".
_QUOTES = regex.compile(r"(?P<who>[^:“”\".]{5,120}?) ?: ?[“\"]")
_CLOSE = regex.compile(r",| ký\b|\.?$")


class Voices:
    """The speakers of an article."""

    def __init__(self, reading: Reading, parts: Parts, subjects: Subjects) -> None:
        self._norm, self._low, self._parts, self._subjects = reading.norm, reading.low, parts, subjects
        self._anchors = reading.once(cue_anchors)

    def of(self, sentence: SentenceSpan, running: Speaker | None) -> Speaker | None:
        """The one whose speech a sentence reports, `running` being the last; None where it reports none of its own."""
        start, end = sentence.start, sentence.end
        if said := self._according(start, end, running):
            return said
        if (quotes := _QUOTES.match(self._norm, start, end)) and (
            said := self._subjects.person(start, quotes.end("who"))
        ):
            return said
        at = self._subjects.after_circumstance(start, end)
        doer: Speaker | None = None  # a body that does something before it gives an order
        for verb in between(self._anchors, at, end):
            if verb < at:
                continue
            cue = CUES.longest(self._low, verb, end, self._norm)
            if cue and cue[1] == "none":
                at = cue[0]
                continue
            if self._norm[verb].isupper() and verb > start:
                continue
            at = cue[0] if cue else at
            if cue and cue[1] == "order" and not self._subjects.explicit(start, verb):
                if doer and self._low[verb : cue[0]] != "đề nghị":
                    return doer
                stop = CLAUSE_STOP.search(self._low, at, end)  # until there, the names are of those who get the order
                at = stop.end() if stop else end
                continue
            if cue and cue[1] == "modal" and self._subjects.explicit(start, verb):
                stop = CLAUSE_STOP.search(self._low, at, end)  # what is to be said is not said yet
                at = stop.end() if stop else end
                continue
            report = REPORTS.at(self._low, verb, end)
            reports = (report is not None and report[1] == "speaker") or (cue is not None and cue[1] != "modal")
            if (
                reports
                and self._subjects.explicit(start, verb)
                and (said := self._subjects.subject(start, verb, running))
            ):
                # Of a body, "đề xuất", "báo cáo" and the like are as often what it is to do.
                doing = VERBS.at(self._low, verb, end)
                sure = said.is_person or THING.match(said.name.lower())
                many = doing and doing[1] != "noun" and QUANTIFIER.match(said.name.lower())
                orders = cue and cue[1] == "order" and not many
                if sure or orders or doing is None or doing[0] < (report or doing)[0]:
                    return said
                doer = doer or said
        return None

    def goes_on(self, sentence: SentenceSpan) -> bool:
        """Whether the sentence continues a speech without naming its speaker ("Đồng thời, đề nghị …")."""
        at = self._parts.after_connective(sentence.start, sentence.end)
        report = REPORTS.at(self._low, at, sentence.end)
        return (report is not None and report[1] == "speaker") or CUES.at(self._low, at, sentence.end) is not None

    def pointed_back(self, following: SentenceSpan | None, running: Speaker | None) -> Speaker | None:
        """Whose demand it was, where the next sentence says so ("Đó là yêu cầu của đồng chí …")."""
        back = _POINTS_BACK.match(self._low, following.start, following.end) if following else None
        if back is None:
            return None
        stop = _NAMED.search(self._low, back.end(), following.end) if following else None
        end = stop.start() if stop else back.end()
        return self._subjects.person(back.end(), end) or self._subjects.titled(back.end(), end, running)

    def _according(self, start: int, end: int, running: Speaker | None) -> Speaker | None:
        """ "Theo đồng chí …, …", also inside the sentence ("Các xã, theo đồng chí …, cần …") and at its end."""
        for match in _ACCORDING.finditer(self._low, start, end):
            if match.start() == start or self._low[match.start() - 2] == ",":
                stop = _CLOSE.search(self._low, match.end(), end)
                if stop and (
                    said := self._subjects.person(match.end(), stop.start())
                    or self._subjects.titled(match.end(), stop.start(), running)
                    or self._subjects.meant(match.end(), stop.start(), running)
                ):
                    return said
        return None
