"""Who holds a post: the persons of an article by their titles, whole, shortened or abbreviated."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from bienban import lexicon
from bienban.model import PersonMention
from bienban.read.normal import normalize
from bienban.segment.reading import Mention

# Honorifics that tell what somebody is: "thượng tướng", "cử tri".
_STATIONS = {form for form, kind in lexicon.mapping("honorifics", "kind").items() if kind in ("rank", "calling")}


class Speaker(NamedTuple):
    """Somebody who speaks: `name` is the person's full name or the body's words; `positions` are the person's."""

    name: str
    positions: tuple[str, ...] = ()
    is_person: bool = False


class Holders:
    """The holders of the posts that an article names."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._held: dict[str, dict[str, None]] = defaultdict(dict)  # the posts of each person, in order
        self._of_person: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            posts = (normalize(post).text for post in mention.row.positions + mention.row.appointed_to)
            self._held[mention.row.person_id].update(dict.fromkeys(posts))
            self._of_person[mention.row.person_id].append(mention)
        self._speakers = {m.row.name for m in mentions if m.row.role in ("speaker", "chair")}
        self._cached = cache(self._find)

    def posts(self, person: PersonMention) -> tuple[str, ...]:
        """The posts of a person, in order of appearance; without any, the rank or calling said with the name."""
        said = person.honorific or ""
        return tuple(self._held[person.person_id]) or ((said,) if said in _STATIONS else ())

    def leads(self, person: Speaker, body: str) -> bool:
        """Whether a person's posts are of a body: the words of its name are among theirs."""
        posts = [post.lower().replace("thủ tướng", "thủ tướng chính phủ") for post in person.positions]
        return person.is_person and set(spelt_out(body)) <= {word for post in posts for word in spelt_out(post)}

    def only(self, person: Speaker) -> bool:
        """Whether nobody else speaks in an article."""
        return person.is_person and self._speakers == {person.name}

    def of(self, title: str) -> list[Mention]:
        """The mentions of those whom a title means, in order."""
        return self._cached(title)

    def _find(self, title: str) -> list[Mention]:
        said = spelt_out(title)
        posts = {person: [spelt_out(held.lower()) for held in held_by] for person, held_by in self._held.items()}
        for fits in (_is_same, _is_short_for, _is_long_for):
            persons = [person for person, held in posts.items() if any(fits(said, post) for post in held)]
            if persons and (fits is not _is_long_for or len(persons) == 1):
                return sorted((m for person in persons for m in self._of_person[person]), key=lambda m: m.start)
        return []


def _is_same(said: list[str], post: list[str]) -> bool:
    return said == post


def _is_short_for(said: list[str], post: list[str]) -> bool:
    """Whether a title shortens a post: "Thủ tướng" that of "Thủ tướng Chính phủ"."""
    return post[:1] == said[:1] and set(said) <= set(post)


def _is_long_for(said: list[str], post: list[str]) -> bool:
    """Whether a title is longer than a post: "Thủ tướng Chính phủ" than "Thủ tướng"."""
    return _is_short_for(post, said)


def spelt_out(title: str) -> list[str]:
    """The words of a title or a body with the abbreviations of bodies written out."""
    return " ".join(_bodies_in_full().get(word, word) for word in title.replace("-", " ").split()).split()


@cache
def _bodies_in_full() -> dict[str, str]:
    return {form.lower(): canonical.lower() for form, canonical in lexicon.mapping("bodies").items()}
