"""The parts of a clause: its cues, where it may begin, the bodies that it names, where the thing to do begins."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from bienban.find.tasks.bodies import LIKE, bodies
from bienban.find.tasks.patterns import (
    ADDRESSED,
    AFTER_CUE,
    CONNECTIVE,
    NOUN_BEFORE,
    QUANTIFIER,
    REPORTED,
    SOON,
    THEREFORE,
    TOPIC,
    WORD,
)
from bienban.find.tasks.phrases import noun_phrase, short_phrase
from bienban.find.tasks.words import (
    ADVERBS,
    BODIES,
    CUES,
    REPORTS,
    Predicate,
    between,
    cue_anchors,
    predicate_at,
    steps,
)
from bienban.segment.reading import Reading, Span

_FAR = 160  # characters after its subject in which a predicate is looked for
_NOUN = 12  # characters before a cue that may make it a noun
_NAME = regex.compile(r"\p{Lu}\p{Ll}+ \p{Lu}")
# "việc kiểm tra phải …": what a modal says of a thing begins with it.
_SUBJECT = regex.compile(
    r"\s?(?P<noun>(?:(?:các|những|mọi|từng|mỗi) )?"
    r"(?:việc|quá trình|công tác|kế hoạch|phương án|quy hoạch|đề án|dự án|công trình|hồ sơ|thủ tục|văn kiện|nghị quyết"
    r"|chương trình|nội dung|chỉ tiêu|chất lượng|tiến độ|hoạt động|phong trào|nguồn vốn|kinh phí|khoản chi)"
    r"\b[^,;:]*? (?:cần|phải)\b)"
)
# When something is to be done, before its modal: "khi xây dựng kế hoạch phải | bám sát hướng dẫn".
_WHEN = regex.compile(
    r"\s?(?:khi|trong (?:quá trình|khi)|trước khi|sau khi)\b[^,;:]*?(?:, \w+ \w+)? (?=(?:cần|phải)\b)"
)
# After what they are to do it: "Đảng ủy xã | sau kiểm tra | khẩn trương khắc phục".
_AFTER = regex.compile(
    r",? (?:ngay )?sau (?:đợt |cuộc |buổi )?(?:kiểm tra|giám sát|thanh tra|hội nghị|đại hội|sáp nhập|sắp xếp|hợp nhất)"
    r"(?: này)?,? "
)
# Between those who get an order and what they are to do.
_BY_OFFICE = regex.compile(
    r",? theo chức năng(?:,? (?:nhiệm vụ|quyền hạn|thẩm quyền))*(?: được (?:giao|phân công))?(?: của mình)?,? "
)
_STOPPED = regex.compile(r"[.:;!?…] ?[“\"]?$")
_COMMA = regex.compile(r"[,:]\s(?P<quote>(?<=: )[“\"])?")
_WILL = regex.compile(r" sẽ(?= )")


class Parts:
    """Finds the parts of the clauses of one article."""

    def __init__(self, reading: Reading) -> None:
        self._norm, self._low = reading.norm, reading.low
        self._anchors = reading.once(cue_anchors)

    def after_connective(self, start: int, end: int) -> int:
        """Where the clause goes on after "Đồng thời, " and the like."""
        match = CONNECTIVE.match(self._low, start, end)
        return match.end() if match else start

    def names_body(self, start: int, end: int) -> bool:
        """Whether the clause begins with a body."""
        return self.is_listed(self.after_connective(start, end), end)

    def recipients(self, cue_end: int, end: int) -> tuple[list[Span], int]:
        """Who gets an order, [] where nobody is named, and where the rest begins."""
        at = self.after_cue(cue_end, end)
        for first in self.starts(at, min(end, at + _FAR)):
            stop = self.phrase(first, end)
            if stop is None and self.predicate(first, end):
                return [], first
            if stop:
                if self.content(stop, end) is None and self._low[stop:end].strip(" :"):
                    stop = short_phrase(self._norm, self._low, first, end)  # the verb is not in the list
                office = _BY_OFFICE.match(self._low, stop, end)
                if office and self.predicate(office.end(), end):
                    return self.bodies(first, stop), office.end()
                each = self._low[stop:end] == "." and QUANTIFIER.match(self._low, first, stop)  # "cho từng đơn vị."
                if self.content(stop, end) is not None or self._low[stop : stop + 1] in (" ", ":") or each:
                    will = _WILL.match(self._low, stop, end)  # "đề nghị các xã sẽ | rà soát"
                    return self.bodies(first, stop), will.end() if will else stop
        return [], at

    def content(self, at: int, end: int) -> int | None:
        """Where the thing to do begins: at the next predicate, modals left out."""
        limit = min(end, at + _FAR)
        if subject := _SUBJECT.match(self._low, at, limit):
            return subject.start("noun")
        if when := _WHEN.match(self._low, at, limit):
            return self.after_modal(when.end(), end)
        if later := _AFTER.match(self._low, at, limit):
            at = later.end()
        for word in steps(self._low, at, limit):
            if REPORTED.match(self._low, word, limit):
                return None
            lower = self._norm[word].islower() or self._low[at:word] in ("", "- ") or self._low.endswith(": ", at, word)
            if self.is_modal(word, end) or (lower and self.predicate(word, end)):
                return self.after_modal(word, end)
        return None

    def after_modal(self, at: int, end: int) -> int:
        """Past the modals that stand at a position, and "lưu ý" before a verb."""
        while self.is_modal(at, end):
            word = WORD.match(self._low, at, end)
            following = WORD.search(self._low, word.end(), end) if word else None
            if following is None:
                return end
            at = following.start()
        if self._low.startswith("lưu ý ", at) and self.predicate(at + 6, end):
            return at + 6
        return at

    def addressed(self, start: int, end: int) -> list[Span]:
        """The bodies of a topic ("Đối với Sở Y tế, …"), [] where the topic is none."""
        comma = self._low.rfind(", ", start, end)
        for first in (start, self.after_connective(start, end)):
            if topic := ADDRESSED.match(self._low, first, end):
                first = (LIKE.match(self._low, topic.end(), end) or topic).end()
                stop = self.phrase(first, comma if comma > first else end)
                return self.bodies(first, stop) if stop else []
        return []

    def starts(self, start: int, end: int, chained: bool = True) -> Iterator[int]:
        """Where the clause proper may begin: after its connective, after "do đó", after each comma of a topic."""
        at = self.after_connective(start, end)
        if soon := SOON.match(self._low, at, end):
            yield soon.end()
        yield at
        free = not chained or TOPIC.match(self._low, at, end) or self._low.startswith(("riêng ", "còn "), start)
        topic = ADDRESSED.match(self._low, at, end)
        several = topic and QUANTIFIER.match(self._low, topic.end(), end)
        within = (topic and several and self.phrase(topic.end(), end)) or at  # "đối với các phòng, ban, | cần …"
        for comma in _COMMA.finditer(self._low, within, end):
            if free or comma["quote"] or THEREFORE.match(self._low, comma.end(), end):
                yield self.after_connective(comma.end(), end)

    def cues(self, start: int, end: int) -> Iterator[tuple[Span, str]]:
        """The cues and reporting verbs with their kinds; words with a capital inside a sentence are names."""
        at = start
        for first in between(self._anchors, start, end):
            if first < at:
                continue
            name = self._norm[first].isupper() and first > start and not _STOPPED.search(self._norm, first - 3, first)
            found = CUES.longest(self._low, first, end, self._norm)
            if (
                found
                and found[1] in ("order", "direct", "wish")
                and NOUN_BEFORE.search(self._low, max(start, first - _NOUN), first)
            ):
                continue
            if found and found[1] == "modal" and _NAME.match(self._norm, first):
                continue  # "Cần Thơ"
            if found and self._norm[first + 1 : found[0]] != self._low[first + 1 : found[0]]:
                found = None  # "các vấn đề Nghị viện"
            if found and (found[1] == "none" or not name):
                at = found[0]
                if found[1] != "none":
                    yield Span(first, at), found[1]
            elif not name and (report := REPORTS.at(self._low, first, end)) and report[1] == "speaker":
                at = report[0]
                yield Span(first, at), "report"

    def is_modal(self, at: int, end: int) -> bool:
        """Whether "cần", "phải" or the like stands at a position."""
        adverb = ADVERBS.at(self._low, at, end)
        return adverb is not None and adverb[1] == "modal"

    def is_listed(self, start: int, end: int) -> bool:
        """Whether a body of the word list stands at the start, with or without a quantifier."""
        quantifier = QUANTIFIER.match(self._low, start, end)
        return BODIES.at(self._low, quantifier.end() if quantifier else start, end) is not None

    def after_cue(self, at: int, end: int) -> int:
        """Past the words between a cue and what it asks ("yêu cầu | rằng: …")."""
        match = AFTER_CUE.match(self._low, at, end)
        return match.end() if match else at

    def phrase(self, start: int, end: int) -> int | None:
        """Where the noun phrase ends that names somebody and begins at the start, None where none does."""
        return noun_phrase(self._norm, self._low, start, end)

    def predicate(self, start: int, end: int) -> Predicate | None:
        """The verb that stands at the start, after its adverbs, None where none does."""
        return predicate_at(self._norm, self._low, start, end)

    def bodies(self, start: int, stop: int) -> list[Span]:
        """The bodies that a noun phrase names, one by one."""
        while stop > start and self._norm[stop - 1] in " ,":
            stop -= 1
        return bodies(self._norm, self._low, start, stop)
