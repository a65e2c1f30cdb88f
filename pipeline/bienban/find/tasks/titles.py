"""Whom a title means: somebody by post, whole, shortened or in small letters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from bienban.find.tasks.holders import Holders, Speaker
from bienban.find.tasks.patterns import WORD
from bienban.find.tasks.subject_patterns import DEPUTY, HONORIFIC, LEADER, NO_TITLE, OBJECT
from bienban.find.tasks.words import POSITIONS, REPORTS
from bienban.model import PersonMention
from bienban.segment.reading import Mention, Reading

#: Characters of the longest title.
LONGEST_TITLE = 120


class Titles:
    """The titles in an article, by the people of the stage before."""

    def __init__(self, reading: Reading) -> None:
        self._norm, self._low = reading.norm, reading.low
        self._mentions: list[Mention] = [m for m in reading.found("people") if m.row.role != "author"]
        self._places = [m.start for m in self._mentions]
        self._holders = Holders(self._mentions)

    def titled(self, starts: Iterable[int], end: int, running: Speaker | None) -> Speaker | None:
        """Whom a title means that begins at one of `starts` and ends at `end`, None where none stands there."""
        for at in starts:
            honorific = HONORIFIC.match(self._low, at, end)
            first = honorific.end() if honorific else at
            post = self.post_at(first, end)
            title = self._low[first:end].strip(" ,")
            named = post and (honorific or post[1] == "yes" or self._norm[first].isupper() or self._holders.of(title))
            whole = named and end - first < LONGEST_TITLE and not NO_TITLE.search(self._norm, first, end)
            if whole and not self.reports(first, end):
                return self._holder(title, first, running)
        return None

    def _holder(self, title: str, position: int, running: Speaker | None) -> Speaker:
        """The person that a title means: who held it last so far, else who is to, else the one who is speaking."""
        if mentions := self._holders.of(title):
            number = bisect_left(mentions, position, key=lambda m: m.start)
            return self.speaker(mentions[max(0, number - 1)].row)
        post = self._norm[position : position + len(title)]
        office = self.post_at(position, position + len(title))
        held = title[: office[0] - position] if office else title
        if running and any(p.lower().startswith(held) for p in running.positions if p != running.name):
            return running  # the title of the same office may be longer or shorter than the one said before
        if running and not running.positions and self._holders.only(running):
            return running._replace(positions=(post,))
        return Speaker(post, (post,), True)  # somebody whom the article names by his post alone

    def leader(self, starts: Iterable[int], end: int, running: Speaker | None) -> Speaker | None:
        """The one who is speaking, where "lãnh đạo" and his body's name mean him."""
        for at in starts:
            leader = LEADER.match(self._low, at, end)
            if leader and running and self._holders.leads(running, self._low[leader.end() : end]):
                return running
        return None

    def post_at(self, at: int, end: int) -> tuple[int, str] | None:
        """Where the post ends that stands at a position, and whether it is one of a single person."""
        deputy = DEPUTY.match(self._low, at, end)
        return POSITIONS.at(self._low, at, end) or (POSITIONS.at(self._low, deputy.end(), end) if deputy else None)

    def posts(self, start: int, end: int) -> list[int]:
        """Where a title begins inside the clause, the last first ("Để đạt mục tiêu này Thủ tướng …")."""
        words = [w.start() for w in WORD.finditer(self._low, max(start, end - 80), end)]
        return [
            at
            for at in reversed(words)
            if self._norm[at].isupper()
            and self.post_at(at, end)
            and not self._low.endswith("phó ", start, at)
            and not OBJECT.search(self._low[max(start, at - 70) : at])
        ]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The people who are named in a range."""
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return [m for m in self._mentions[first:last] if m.end <= end]

    def last_before(self, position: int) -> Mention | None:
        """The person named last before a position."""
        number = bisect_left(self._places, position)
        return self._mentions[number - 1] if number else None

    def speaker(self, person: PersonMention) -> Speaker:
        """A person with his posts."""
        return Speaker(person.name, self._holders.posts(person), True)

    def reports(self, start: int, end: int) -> bool:
        """Whether a reporting verb stands in the range."""
        words = [w.start() for w in WORD.finditer(self._low, start, end) if self._norm[w.start()].islower()]
        return any((found := REPORTS.at(self._low, at, end)) and found[1] == "speaker" for at in words)
