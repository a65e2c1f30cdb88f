"""Who is speaking: the subject of a reporting verb, by name, by title, by pronoun or as a body."""

from __future__ import annotations

from typing import NamedTuple

import regex

from bienban import lexicon
from bienban.find.tasks.patterns import BEFORE_CUE, CONNECTIVE, PASSIVE, TOPIC, WORD
from bienban.find.tasks.phrases import noun_phrase
from bienban.find.tasks.words import CUES, REPORTS, VERBS, Forms
from bienban.model import PersonMention
from bienban.segment.reading import Mention, Reading
from bienban.segment.sentences import BODY, SentenceSpan

POSITIONS = Forms("positions", "names")

_HONORIFIC = regex.compile(r"(?:(?:các )?đồng chí|đ/c|ông|bà|anh|chị|cô|thầy|tân|nguyên|đại diện|thay mặt)\s")
_DEPUTY = regex.compile(r"(?:quyền |phó |tân |nguyên )+")
PRONOUN = regex.compile(r"(?:đồng chí|ông|bà|anh|chị|cô|thầy|vị này|người đứng đầu[\w ]*)(?: này)?")
_THING = regex.compile(
    r"(?:hội nghị|cuộc họp|phiên họp|thông báo(?: kết luận)?|kết luận|chỉ thị|nghị quyết|công điện|công văn|văn bản|kế hoạch)[\w ]{0,60}"
)
_JOINED = regex.compile(r"(?:^|[,;:(“\"-]|\b(?:và|đồng thời|trong đó|còn|cũng|rồi|sau đó|từ đó|nên|riêng))\s*$")
_OBJECT = regex.compile(r"\b(?:của|với|cho|do|là|gồm|cùng|về|tới|đến|gặp|bởi|giúp)\s+(?:[\w ]{0,60})$")
_ACCORDING = regex.compile(r"theo (?=đồng chí|đ/c|ông|bà|anh|chị|\p{L}+ )")
_NO_TITLE = regex.compile(r"[,;] \p{Ll}|\b(?:đã|có|là|sẽ|đang|được|trong|tại|khi|và|về|với)\b")


class Speaker(NamedTuple):
    """Somebody who speaks: `name` is the person's full name or the body's words; `positions` are the person's."""

    name: str
    positions: tuple[str, ...] = ()
    is_person: bool = False


class Voices:
    """The speakers of an article, found from the people of the stage before."""

    def __init__(self, reading: Reading) -> None:
        self._norm, self._low = reading.norm, reading.low
        self._mentions: list[Mention] = [m for m in reading.found("people") if m.row.role != "author"]
        self._held: dict[str, list[str]] = {}
        for mention in self._mentions:
            self._held.setdefault(mention.row.person_id, []).extend(mention.row.positions + mention.row.appointed_to)

    def subject(self, start: int, verb: int, running: Speaker | None) -> Speaker | None:
        """Who is the subject of the verb at `verb` in the clause from `start` on; `running` for a pronoun or none."""
        end = start + len(BEFORE_CUE.sub("", self._low[start:verb]))
        if PASSIVE.search(self._low, start, verb):
            return None
        if _JOINED.search(self._low, max(start, end - 12), end) or end <= start:
            return running
        if any(PRONOUN.fullmatch(self._low, at, end) for at in self._starts(start, end)):
            return running
        return (
            self._person(start, end)
            or self._titled(self._starts(start, end, chained=False), end, running)
            or self._body(start, end)
            or self._titled(self._posts(start, end), end, running)
        )

    def names_person(self, start: int, end: int) -> bool:
        """Whether a person's name stands in the range."""
        return any(start <= m.start and m.end <= end for m in self._mentions)

    def explicit(self, start: int, verb: int) -> bool:
        """Whether the clause names a subject of its own before the verb."""
        end = start + len(BEFORE_CUE.sub("", self._low[start:verb]))
        return end > start and not _JOINED.search(self._low, max(start, end - 12), end)

    def of(self, sentence: SentenceSpan, running: Speaker | None) -> Speaker | None:
        """The one whose speech a sentence reports; None where it reports none of its own."""
        start = sentence.start
        if match := _ACCORDING.match(self._low, start, sentence.end):
            comma = self._low.find(",", match.end(), sentence.end)
            if comma > 0 and (said := self._person(match.end(), comma) or self._titled([match.end()], comma, running)):
                return said
        at = start
        while word := WORD.search(self._low, at, sentence.end):
            verb, at = word.start(), word.end()
            report = REPORTS.at(self._low, verb, sentence.end)
            cue = CUES.longest(self._low, verb, sentence.end, self._norm)
            if cue and cue[1] == "none":
                at = cue[0]
                continue
            if self._norm[verb].isupper() and verb > start:
                continue
            at = cue[0] if cue else at
            if (report and report[1] == "speaker") or (cue and cue[1] != "modal"):
                if self.explicit(start, verb) and (said := self.subject(start, verb, running)):
                    # Of a body, "đề xuất", "báo cáo" and the like are as often what it is to do.
                    doing = VERBS.at(self._low, verb, sentence.end)
                    if said.positions or (cue and cue[1] == "order") or doing is None or doing[0] < (report or doing)[0]:
                        return said
        return None

    def goes_on(self, sentence: SentenceSpan) -> bool:
        """Whether the sentence continues a speech without naming its speaker ("Đồng thời, đề nghị …")."""
        at = self._after_connective(sentence.start, sentence.end)
        report = REPORTS.at(self._low, at, sentence.end)
        return bool(report and report[1] == "speaker") or CUES.at(self._low, at, sentence.end) is not None

    def _speaker(self, mention: PersonMention) -> Speaker:
        return Speaker(mention.name, tuple(self._held[mention.person_id]), True)

    def _person(self, start: int, end: int) -> Speaker | None:
        inside = [m for m in self._mentions if start <= m.start and m.end <= end]
        if not inside:
            return None
        last = inside[-1]
        gap = self._low[last.end : end]
        if gap.strip() and not self._is_apposition(last.end, end):
            speaks = last.row.role in ("speaker", "chair") and "," in gap and len(gap) < 120
            return self._speaker(last.row) if speaks else None
        if _OBJECT.search(self._low, max(start, last.start - 70), last.start) and not gap:
            before = self._low[max(start, last.start - 70) : last.start]
            if "," not in before:
                return None
        joint = inside[-2:] if len(inside) > 1 and self._are_joint(inside[-2], last) else [last]
        if len(joint) > 1:
            return Speaker(", ".join(m.row.name for m in joint), self._speaker(last.row).positions, True)
        return self._speaker(last.row)

    def _are_joint(self, one: Mention, two: Mention) -> bool:
        between = self._low[one.end : two.start]
        joined = regex.match(r"\s?(?:,|và)\s(?=.)", between)
        before = regex.split(r"[,.:;\n] ", self._low[max(0, one.start - 100) : one.start])[-1]
        if before and not (POSITIONS.at(before, 0, len(before)) or _HONORIFIC.match(before)):
            return False  # the first name stands in a topic ("Nhân dịp kỷ niệm …")
        return bool(joined) and one.row.role == two.row.role and bool(POSITIONS.at(self._low, one.end + joined.end(), two.start)) and "-" not in between

    def _is_apposition(self, start: int, end: int) -> bool:
        match = regex.compile(r"\s*[,(-]\s*").match(self._low, start, end)
        if match is None:
            return False
        at = (_DEPUTY.match(self._low, match.end(), end) or match).end()
        if not (POSITIONS.at(self._low, at, end) or POSITIONS.at(self._low, match.end(), end)):
            return False
        return not any(
            (found := REPORTS.at(self._low, word.start(), end)) and found[1] == "speaker" and self._norm[word.start()].islower()
            for word in WORD.finditer(self._low, match.end(), end)
        )

    def _titled(self, starts: list[int], end: int, running: Speaker | None) -> Speaker | None:
        for at in starts:
            honorific = _HONORIFIC.match(self._low, at, end)
            first = honorific.end() if honorific else at
            deputy = _DEPUTY.match(self._low, first, end)
            post = POSITIONS.at(self._low, first, end) or (deputy and POSITIONS.at(self._low, deputy.end(), end))
            if post and (honorific or post[1] == "yes" or self._norm[first].isupper()):
                if end - first < 120 and not self._reports(first, end) and not _NO_TITLE.search(self._norm, first, end):
                    return self._holder(self._low[first:end].strip(" ,"), first, running)
        return None

    def _holder(self, title: str, position: int, running: Speaker | None) -> Speaker | None:
        """The one person that a title can mean: the last one who held it so far, else the one who is speaking."""
        said = lexicon_words(title)
        earlier = [m for m in self._mentions if m.start < position]
        for exact in (True, False):
            for mention in [*reversed(earlier), *[m for m in self._mentions if m.start >= position]]:
                for held in self._held[mention.row.person_id]:
                    words = lexicon_words(held.lower())
                    if words == said if exact else words[: len(said)] == said or set(said) <= set(words) and words[:1] == said[:1]:
                        return self._speaker(mention.row)
        return running if running and running.positions else Speaker(self._norm[position : position + len(title)])

    def _body(self, start: int, end: int) -> Speaker | None:
        for at in self._starts(start, end):
            if noun_phrase(self._norm, self._low, at, end) == end or _THING.fullmatch(self._low, at, end):
                return Speaker(self._norm[at:end])
        return None

    def _posts(self, start: int, end: int) -> list[int]:
        """Where a title begins inside the clause, the last first ("Để đạt mục tiêu này Thủ tướng …")."""
        words = [w.start() for w in WORD.finditer(self._low, max(start, end - 80), end) if self._norm[w.start()].isupper()]
        return [at for at in reversed(words) if POSITIONS.at(self._low, at, end) and not _OBJECT.search(self._low[start:at])]

    def _starts(self, start: int, end: int, chained: bool = True) -> list[int]:
        """Where the subject may begin, last first: the clause's start, and after the comma of each topic (any comma)."""
        starts = [self._after_connective(start, end)]
        for stop in regex.finditer(r"[,:;”\"][ -]{1,3}(?:thì |nên )?", self._low[start:end]):
            if not chained or TOPIC.match(self._low, starts[-1], end) or self._norm[start + stop.start()] in "”\":;":
                starts.append(self._after_connective(start + stop.end(), end))
        return starts[::-1]

    def _after_connective(self, start: int, end: int) -> int:
        match = CONNECTIVE.match(self._low, start, end)
        return match.end() if match else start

    def _reports(self, start: int, end: int) -> bool:
        return any(
            (found := REPORTS.at(self._low, word.start(), end)) and found[1] == "speaker" and self._norm[word.start()].islower()
            for word in WORD.finditer(self._low, start, end)
        )


def lexicon_words(title: str) -> list[str]:
    """A title's words with abbreviations of bodies written out."""
    full = lexicon.mapping("bodies")
    lowered = {form.lower(): canonical.lower() for form, canonical in full.items()}
    return " ".join(lowered.get(word, word) for word in title.replace("-", " ").split()).split()


def body_sentences(reading: Reading) -> list[SentenceSpan]:
    """The sentences of the report itself."""
    return [s for s in reading.sentences if s.role == BODY]
