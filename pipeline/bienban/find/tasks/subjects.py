"""Who is the subject of a verb: somebody by name, by title, by pronoun, or a body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from bienban.find.tasks.holders import Holders, Speaker
from bienban.find.tasks.order_patterns import BEFORE_CUE, PASSIVE
from bienban.find.tasks.patterns import CONNECTIVE, TOPIC, WORD
from bienban.find.tasks.phrases import noun_phrase
from bienban.find.tasks.subject_patterns import (
    AND,
    APPOSITION,
    CIRCUMSTANCE,
    CLAUSE_STOP,
    CLOSED_TITLE,
    CONSTITUENCY,
    DEPUTY,
    ENCLOSED,
    HONORIFIC,
    ISSUED,
    JOINED,
    LEADER,
    LED,
    MANY,
    NO_TITLE,
    OBJECT,
    OWN_BODY,
    OWN_DOCUMENT,
    PRONOUN,
    SIDE,
    STOP,
    THING,
)
from bienban.find.tasks.words import POSITIONS, REPORTS, cue_anchors
from bienban.model import PersonMention
from bienban.segment.reading import Mention, Reading

_LONGEST_TITLE = 120


class Subjects:
    """The subjects of an article's clauses, found from the people of the stage before."""

    def __init__(self, reading: Reading) -> None:
        self._norm, self._low = reading.norm, reading.low
        self._anchors = reading.once(cue_anchors)
        self._mentions: list[Mention] = [m for m in reading.found("people") if m.row.role != "author"]
        self._places = [m.start for m in self._mentions]
        self._holders = Holders(self._mentions)

    def subject(self, start: int, verb: int, running: Speaker | None) -> Speaker | None:
        """Who is the subject of the verb at `verb` in the clause from `start` on; `running` for a pronoun or none."""
        start = self._after_circumstance(start, verb)
        end = self._subject_end(start, verb)
        if PASSIVE.search(self._low, start, verb):
            return None
        if self._is_joined(start, end):
            return running or self._named_last(start)
        starts = self._starts(start, end)
        if self._is_pronoun(starts, start, end) and (meant := running or self._named_last(start)):
            return meant
        if running and any(OWN_DOCUMENT.fullmatch(self._low, at, end) for at in starts):
            return running
        if running and not running.is_person and any(OWN_BODY.fullmatch(self._low, at, end) for at in starts):
            return running
        several = MANY.search(self._low, start, end) and not self._inside(start, end)
        if several and (many := self._body([start], end, None)):
            return many  # "Bộ trưởng các bộ, Chủ tịch UBND tỉnh" are those who get an order
        return (
            self._person(start, end)
            or self._titled(self._starts(start, end, chained=False), end, running)
            or self._leader(starts, end, running)
            or self._body(starts, end, running)
            or self._titled(self._posts(start, end), end, running)
        )

    def explicit(self, start: int, verb: int) -> bool:
        """Whether the clause names a subject of its own before the verb."""
        return not self._is_joined(start, self._subject_end(start, verb))

    def names_person(self, start: int, end: int) -> bool:
        """Whether a person's name stands in the range."""
        return bool(self._inside(start, end))

    def titled_end(self, start: int, end: int) -> int | None:
        """Where the name ends of the one whose title stands at the start."""
        inside = self._inside(start, end)
        return inside[0].end if inside and self._post_at(start, inside[0].start) else None

    def anchors(self, start: int, end: int) -> list[int]:
        """Where in the range a cue or a reporting verb may begin."""
        return self._anchors[bisect_left(self._anchors, start) : bisect_left(self._anchors, end)]

    def _subject_end(self, start: int, verb: int) -> int:
        near = max(start, verb - _LONGEST_TITLE)
        before = BEFORE_CUE.match(self._low, near, verb)
        end = before.start() if before else verb
        besides = self._low.find("đồng thời", end, verb)
        if besides >= 0 and not self._is_named(start, end):
            return besides + len(
                "đồng thời"
            )  # "Ông A khen các xã đồng thời | yêu cầu …", but "Ông A | đồng thời yêu cầu …"
        closed = self._norm.endswith(("-", ","), near, end) and CLOSED_TITLE.search(self._norm, near, end)
        if closed:
            return closed.end(1)
        led = self._low.endswith("làm trưởng đoàn", near, end) and LED.search(self._low, start, end)
        return led.start() if led else end

    def _is_named(self, start: int, end: int) -> bool:
        """Whether a subject ends at `end`."""
        inside = self._inside(start, end)
        starts = self._starts(start, end)
        return bool(
            (inside and inside[-1].end == end) or self._body(starts, end, None) or self._titled(starts, end, None)
        )

    def _after_circumstance(self, start: int, end: int) -> int:
        """Past a clause that tells after or upon what somebody speaks ("Sau khi nghe Sở Y tế báo cáo, …")."""
        comma = self._low.find(", ", start, end) if CIRCUMSTANCE.match(self._low, start, end) else -1
        return comma + 2 if comma > 0 else start

    def _is_joined(self, start: int, end: int) -> bool:
        return end <= start or JOINED.search(self._low, max(start, end - 12), end) is not None

    def _is_pronoun(self, starts: list[int], start: int, end: int) -> bool:
        """Whether a pronoun is the subject, also right after the comma of what is done meanwhile."""
        commas = (stop.end() for stop in CLAUSE_STOP.finditer(self._low, start, end))
        return any(PRONOUN.fullmatch(self._low, at, end) for at in (*starts, *commas))

    def _meant(self, start: int, end: int, running: Speaker | None) -> Speaker | None:
        """Whom a pronoun means, None where no pronoun stands."""
        return running or self._named_last(start) if PRONOUN.fullmatch(self._low, start, end) else None

    def _named_last(self, start: int) -> Speaker | None:
        """The person named last before a position, if he speaks or presides."""
        number = bisect_left(self._places, start)
        last = self._mentions[number - 1].row if number else None
        return self._speaker(last) if last and last.role in ("speaker", "chair") else None

    def _inside(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return [m for m in self._mentions[first:last] if m.end <= end]

    def _speaker(self, person: PersonMention) -> Speaker:
        return Speaker(person.name, self._holders.posts(person), True)

    def _person(self, start: int, end: int) -> Speaker | None:
        """The last person named before the verb, with nothing but a title between; two of them if they are joined."""
        inside = self._inside(start, end)
        if not inside:
            return None
        last = inside[-1]
        gap = self._low[last.end : end]
        if CONSTITUENCY.fullmatch(gap):
            gap = ""
        if gap.strip() and not self._is_apposition(last.end, end):
            named = last.row.role in ("speaker", "chair") and "," in gap and len(gap) < _LONGEST_TITLE
            speaks = named and not self._body([self._low.rfind(", ", last.end, end) + 2], end, None)
            return self._speaker(last.row) if speaks else None
        before = self._low[max(start, last.start - 70) : last.start]
        if not gap and OBJECT.search(before):
            return None
        if len(inside) > 1 and self._are_joint(inside[-2], last):
            return Speaker(f"{inside[-2].row.name}, {last.row.name}", self._speaker(last.row).positions, True)
        return self._speaker(last.row)

    def _are_joint(self, one: Mention, two: Mention) -> bool:
        """Whether two persons speak together: "Bí thư A, Chủ tịch B yêu cầu …"."""
        before = STOP.split(self._low[max(0, one.start - 100) : one.start])[-1]
        if before and not (self._post_at(one.start - len(before), one.start) or HONORIFIC.match(before)):
            return False  # the first name stands in a topic ("Nhân dịp kỷ niệm …")
        joined = AND.match(self._low, one.end, two.start)
        titled = joined and self._post_at(joined.end(), two.start)
        return bool(titled) and one.row.role == two.row.role and "-" not in self._low[one.end : two.start]

    def _is_apposition(self, start: int, end: int) -> bool:
        match = APPOSITION.match(self._low, start, end)
        return match is not None and self._post_at(match.end(), end) is not None and not self._reports(match.end(), end)

    def _titled(self, starts: Iterable[int], end: int, running: Speaker | None) -> Speaker | None:
        for at in starts:
            honorific = HONORIFIC.match(self._low, at, end)
            first = honorific.end() if honorific else at
            post = self._post_at(first, end)
            title = self._low[first:end].strip(" ,")
            named = post and (honorific or post[1] == "yes" or self._norm[first].isupper() or self._holders.of(title))
            whole = named and end - first < _LONGEST_TITLE and not NO_TITLE.search(self._norm, first, end)
            if whole and not self._reports(first, end):
                return self._holder(title, first, running)
        return None

    def _holder(self, title: str, position: int, running: Speaker | None) -> Speaker:
        """The person that a title means: who held it last so far, else who is to, else the one who is speaking."""
        if mentions := self._holders.of(title):
            number = bisect_left(mentions, position, key=lambda m: m.start)
            return self._speaker(mentions[max(0, number - 1)].row)
        post = self._norm[position : position + len(title)]
        office = self._post_at(position, position + len(title))
        held = title[: office[0] - position] if office else title
        if running and any(p.lower().startswith(held) for p in running.positions if p != running.name):
            return running  # the title of the same office may be longer or shorter than the one said before
        if running and not running.positions and self._holders.only(running):
            return running._replace(positions=(post,))
        return Speaker(post, (post,), True)  # somebody whom the article names by his post alone

    def _leader(self, starts: Iterable[int], end: int, running: Speaker | None) -> Speaker | None:
        """The one who is speaking, where "lãnh đạo" and his body's name mean him."""
        for at in starts:
            leader = LEADER.match(self._low, at, end)
            if leader and running and self._holders.leads(running, self._low[leader.end() : end]):
                return running
        return None

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

    def _post_at(self, at: int, end: int) -> tuple[int, str] | None:
        deputy = DEPUTY.match(self._low, at, end)
        return POSITIONS.at(self._low, at, end) or (POSITIONS.at(self._low, deputy.end(), end) if deputy else None)

    def _posts(self, start: int, end: int) -> list[int]:
        """Where a title begins inside the clause, the last first ("Để đạt mục tiêu này Thủ tướng …")."""
        words = [w.start() for w in WORD.finditer(self._low, max(start, end - 80), end)]
        return [
            at
            for at in reversed(words)
            if self._norm[at].isupper()
            and self._post_at(at, end)
            and not self._low.endswith("phó ", start, at)
            and not OBJECT.search(self._low[max(start, at - 70) : at])
        ]

    def _starts(self, start: int, end: int, chained: bool = True) -> list[int]:
        """Where the subject may begin, last first: the clause's start, and after each comma of a topic, or of all."""
        starts = [self._after_connective(start, end)]
        for stop in CLAUSE_STOP.finditer(self._low, start, end):
            if not chained or self._norm[stop.start()] != "," or TOPIC.match(self._low, starts[0], end):
                starts.append(self._after_connective(stop.end(), end))
        return starts[::-1]

    def _after_connective(self, start: int, end: int) -> int:
        match = CONNECTIVE.match(self._low, start, end)
        return match.end() if match else start

    def _reports(self, start: int, end: int) -> bool:
        """Whether a reporting verb stands in the range."""
        words = [w.start() for w in WORD.finditer(self._low, start, end) if self._norm[w.start()].islower()]
        return any((found := REPORTS.at(self._low, at, end)) and found[1] == "speaker" for at in words)
