"""Who is the subject of a verb: somebody by name, by title, by pronoun, or a body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.order_patterns import BEFORE_CUE, PASSIVE
from bienban.find.tasks.parts import Parts
from bienban.find.tasks.patterns import TOPIC
from bienban.find.tasks.phrases import noun_phrase
from bienban.find.tasks.subject_patterns import (
    AND,
    APPOSITION,
    CIRCUMSTANCE,
    CLAUSE_STOP,
    CLOSED_TITLE,
    CONSTITUENCY,
    ENCLOSED,
    HONORIFIC,
    ISSUED,
    JOINED,
    LED,
    MANY,
    OBJECT,
    OWN_BODY,
    OWN_DOCUMENT,
    PRONOUN,
    SIDE,
    STOP,
    THING,
)
from bienban.find.tasks.titles import LONGEST_TITLE, Titles
from bienban.find.tasks.words import between, cue_anchors
from bienban.segment.reading import Mention, Reading


class Subjects:
    """The subjects of an article's clauses, found from the people of the stage before."""

    def __init__(self, reading: Reading, parts: Parts) -> None:
        self._norm, self._low, self._reading = reading.norm, reading.low, reading
        self._parts, self._titles = parts, Titles(reading)
        self._known: dict[tuple[int, int, Speaker | None], Speaker | None] = {}  # each is asked for again and again

    def subject(self, start: int, verb: int, running: Speaker | None) -> Speaker | None:
        """Who is the subject of the verb at `verb` in the clause from `start` on; `running` for a pronoun or none."""
        asked = start, verb, running
        if asked not in self._known:
            self._known[asked] = self._subject(start, verb, running)
        return self._known[asked]

    def _subject(self, start: int, verb: int, running: Speaker | None) -> Speaker | None:
        start = self.after_circumstance(start, verb)
        end = self._subject_end(start, verb)
        if PASSIVE.search(self._low, start, verb):
            return None
        if self._is_joined(start, end):
            return running or self._named_last(start)
        starts = self._starts(start, end)
        if self._is_pronoun(starts, start, end) and (meant := self._alone(start) or running or self._named_last(start)):
            return meant
        if running and any(OWN_DOCUMENT.fullmatch(self._low, at, end) for at in starts):
            return running
        if running and not running.is_person and any(OWN_BODY.fullmatch(self._low, at, end) for at in starts):
            return running
        if signed := self._signed(starts, end):
            return signed
        several = MANY.search(self._low, start, end) and not self._titles.inside(start, end)
        if several and (many := self._body([start], end, None)):
            return many  # "Bộ trưởng các bộ, Chủ tịch UBND tỉnh" are those who get an order
        return (
            self.person(start, end)
            or self._titles.titled(self._starts(start, end, chained=False), end, running)
            or self._titles.leader(starts, end, running)
            or self._body(starts, end, running)
            or self._titles.titled(self._titles.posts(start, end), end, running)
        )

    def _signed(self, starts: Iterable[int], end: int) -> Speaker | None:
        """The person whose letter says it: "Thông báo kết luận của Chủ tịch UBND tỉnh Nguyễn Văn A (nêu rõ)"."""
        issued = (ISSUED.match(self._low, at, end) for at in starts)
        signed = (inside[0] for letter in issued if letter and (inside := self._titles.inside(letter.end(), end)))
        mention = next(signed, None)
        return self._titles.speaker(mention.row) if mention else None

    def explicit(self, start: int, verb: int) -> bool:
        """Whether the clause names a subject of its own before the verb."""
        return not self._is_joined(start, self._subject_end(start, verb))

    def names_person(self, start: int, end: int) -> bool:
        """Whether a person's name stands in the range."""
        return bool(self._titles.inside(start, end))

    def titled_end(self, start: int, end: int) -> int | None:
        """Where the name ends of the one whose title stands at the start."""
        inside = self._titles.inside(start, end)
        return inside[0].end if inside and self._titles.post_at(start, inside[0].start) else None

    def titled(self, start: int, end: int, running: Speaker | None) -> Speaker | None:
        """Whom a title means that fills the range."""
        return self._titles.titled([start], end, running)

    def _subject_end(self, start: int, verb: int) -> int:
        near = max(start, verb - LONGEST_TITLE)
        before = BEFORE_CUE.match(self._low, near, verb)
        end = before.start() if before else verb
        besides = self._low.find("đồng thời", end, verb)
        if besides >= 0 and not self._is_named(start, end):
            return besides + len(
                "đồng thời"
            )  # "Ông A khen các xã đồng thời | yêu cầu …", but "Ông A | đồng thời yêu cầu …"
        closed = self._norm.endswith(("-", ","), near, end) and CLOSED_TITLE.search(self._norm, near, end)
        if closed and not self._titles.inside(*closed.span(1)):
            return closed.end(1)
        led = self._low.endswith("làm trưởng đoàn", near, end) and LED.search(self._low, start, end)
        return led.start() if led else end

    def _is_named(self, start: int, end: int) -> bool:
        """Whether a subject ends at `end`."""
        inside = self._titles.inside(start, end)
        starts = self._starts(start, end)
        return bool(
            (inside and inside[-1].end == end)
            or self._body(starts, end, None)
            or self._titles.titled(starts, end, None)
        )

    def after_circumstance(self, start: int, end: int) -> int:
        """Past a clause that tells after or upon what somebody speaks ("Sau khi nghe Sở Y tế báo cáo, …")."""
        comma = self._low.find(", ", start, end) if CIRCUMSTANCE.match(self._low, start, end) else -1
        return comma + 2 if comma > 0 else start

    def _is_joined(self, start: int, end: int) -> bool:
        return (
            end <= self._parts.after_connective(start, end)
            or JOINED.search(self._low, max(start, end - 12), end) is not None
        )

    def _is_pronoun(self, starts: list[int], start: int, end: int) -> bool:
        """Whether a pronoun is the subject, also right after the comma of what is done meanwhile."""
        commas = (stop.end() for stop in CLAUSE_STOP.finditer(self._low, start, end))
        return any(PRONOUN.fullmatch(self._low, at, end) for at in (*starts, *commas))

    def meant(self, start: int, end: int, running: Speaker | None) -> Speaker | None:
        """Whom a pronoun means, None where no pronoun stands."""
        return running or self._named_last(start) if PRONOUN.fullmatch(self._low, start, end) else None

    def _alone(self, start: int) -> Speaker | None:
        """The person who alone is named in the paragraph before a sentence, where nobody speaks in it so far."""
        sentences, sentence = self._reading.sentences, self._reading.sentence_at(start)
        first = sentences[bisect_left(sentences, sentence.para_no, key=lambda s: s.para_no)]
        if between(self._reading.once(cue_anchors), first.start, sentence.start):
            return None
        named = self._titles.inside(first.start, sentence.start)
        alone = len({mention.row.person_id for mention in named}) == 1
        return self._titles.speaker(named[-1].row) if alone else None

    def _named_last(self, start: int) -> Speaker | None:
        """The person named last before a position, if he speaks or presides."""
        last = self._titles.last_before(start)
        return self._titles.speaker(last.row) if last and last.row.role in ("speaker", "chair") else None

    def person(self, start: int, end: int) -> Speaker | None:
        """The last person named before the verb, with nothing but a title between; two of them if they are joined."""
        inside = self._titles.inside(start, end)
        if not inside:
            return None
        last = inside[-1]
        gap = self._low[last.end : end]
        if CONSTITUENCY.fullmatch(gap):
            gap = ""
        if gap.strip() and not self._is_apposition(last.end, end):
            named = last.row.role in ("speaker", "chair") and "," in gap and len(gap) < LONGEST_TITLE
            speaks = named and not self._body([self._low.rfind(", ", last.end, end) + 2], end, None)
            return self._titles.speaker(last.row) if speaks else None
        before = self._low[max(start, last.start - 70) : last.start]
        if not gap and OBJECT.search(before):
            return None
        if len(inside) > 1 and self._are_joint(inside[-2], last):
            return Speaker(f"{inside[-2].row.name}, {last.row.name}", self._titles.speaker(last.row).positions, True)
        return self._titles.speaker(last.row)

    def _are_joint(self, one: Mention, two: Mention) -> bool:
        """Whether two persons speak together: "Bí thư A, Chủ tịch B yêu cầu …"."""
        before = STOP.split(self._low[max(0, one.start - 100) : one.start])[-1]
        if before and not (self._titles.post_at(one.start - len(before), one.start) or HONORIFIC.match(before)):
            return False  # the first name stands in a topic ("Nhân dịp kỷ niệm …")
        joined = AND.match(self._low, one.end, two.start)
        titled = joined and self._titles.post_at(joined.end(), two.start)
        return bool(titled) and one.row.role == two.row.role and "-" not in self._low[one.end : two.start]

    def _is_apposition(self, start: int, end: int) -> bool:
        match = APPOSITION.match(self._low, start, end)
        return (
            match is not None
            and self._titles.post_at(match.end(), end) is not None
            and not self._titles.reports(match.end(), end)
        )

    def _body(self, starts: Iterable[int], end: int, running: Speaker | None) -> Speaker | None:
        enclosed = ENCLOSED.search(self._low, 0, end) if self._low.endswith(")", 0, end) else None
        end = enclosed.start() if enclosed else end
        for at in starts:
            issued = ISSUED.match(self._low, at, end) or SIDE.match(self._low, at, end)
            at = issued.end() if issued else at
            if noun_phrase(self._norm, self._low, at, end) == end or THING.fullmatch(self._low, at, end):
                name = self._norm[at:end]
                # "Bộ" alone is the ministry that is speaking.
                short = running and not running.is_person and running.name.startswith(f"{name} ")
                return running if short else Speaker(name)
        return None

    def _starts(self, start: int, end: int, chained: bool = True) -> list[int]:
        """Where the subject may begin, last first: the clause's start, and after each comma of a topic, or of all."""
        starts = [self._parts.after_connective(start, end)]
        for stop in CLAUSE_STOP.finditer(self._low, start, end):
            if not chained or self._norm[stop.start()] != "," or TOPIC.match(self._low, starts[0], end):
                starts.append(self._parts.after_connective(stop.end(), end))
        return starts[::-1]
