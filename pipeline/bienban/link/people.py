"""Mentions of people -> persons: who is meant by a short form, and who wrote the article."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from bienban.model import Person, PersonMention
from bienban.read.normal import lower

#: What follows the name in a byline: "(Ban Tổ chức Tỉnh ủy)", "/TTXVN"; "(Theo …)" names a source, not an employer.
_ORGANISATION = regex.compile(r"\s*[(/-]\s*(?!Theo\b|theo\b|Nguồn\b)(\p{Lu}[^()\n/]{1,80}?)\s*(?:\)|(?=[./\n]|$))")


def gather(mentions: Iterable[PersonMention]) -> list[Person]:
    """One row per person, in order of first mention, with all their positions in order of appearance.

    Posts that differ in their capitals alone are one, as written first.
    """
    by_person: dict[tuple[str, str], list[PersonMention]] = {}
    for mention in mentions:
        by_person.setdefault((mention.doc_id, mention.person_id), []).append(mention)
    return [
        Person(
            doc_id=doc_id,
            person_id=person_id,
            name=rows[0].name,
            positions=_distinct(post for row in rows for post in row.positions),
            n_mentions=len(rows),
        )
        for (doc_id, person_id), rows in by_person.items()
    ]


def _distinct(posts: Iterable[str]) -> list[str]:
    first: dict[str, str] = {}
    for post in posts:
        first.setdefault(lower(post), post)
    return list(first.values())


class Identity(NamedTuple):
    """Who a mention means: the person's number in the article and full name in ordinary capitals."""

    number: int
    name: str


def identify(names: Sequence[str], is_author: Sequence[bool]) -> list[Identity]:
    """Who is meant by each name as written; an author is nobody whom the text speaks of by a short form.

    A full name means whoever is called so, capitals, a slip in the tone marks, initials ("J. Widodo") and the order of
    a foreign name aside. A short form ("Dũng", "Karlstrom")
    means the one person whose name ends, or else begins, with it; where several fit, it stands for itself.
    """
    full = dict.fromkeys(
        _key(name) for name, author in zip(names, is_author, strict=True) if not author and " " in name
    )
    slips = _slips(full) | _initials([_key(name) for name in names])
    distinct = [key for key in full if key not in slips]
    parts = _short_forms(distinct)  # "Thiện Tâm" beside "Nguyễn Thiện Tâm"
    short_forms = _short_forms([key for key in distinct if key not in parts]) | parts
    numbers: dict[str, int] = {}
    written: dict[str, str] = {}
    found: list[tuple[int, str]] = []
    for name, author in zip(names, is_author, strict=True):
        own = _key(name)
        person = slips.get(own) or short_forms.get(own, own)
        if author:
            person = own if own in full else f"author {own}"
        found.append((numbers.setdefault(person, len(numbers)), person))
        if own == person.removeprefix("author "):
            written.setdefault(person, _ordinary(name))
    return [Identity(number, written[person]) for number, person in found]


def _slips(keys: Iterable[str]) -> dict[str, str]:
    """Names that differ from the first one of an article in their tone marks alone ("Phạm Hông Thái") or in the order
    of their two words ("Abe Shinzo"), and that one."""
    first: dict[str, str] = {}
    slips: dict[str, str] = {}
    for key in keys:
        words = key.split(" ")
        likeness = _bare(key) if len(words) > 2 else " ".join(sorted(words))
        if (right := first.setdefault(likeness, key)) != key:
            slips[key] = right
    return slips


def _initials(keys: Sequence[str]) -> dict[str, str]:
    """Names with initials ("n.modi") and the one full name of the article that each shortens ("narendra modi")."""
    full: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key in keys:
        if "." not in key and " " in key:
            full[key[0], key.split(" ")[-1]].add(key)
    shortened: dict[str, str] = {}
    for key in keys:
        meant = full.get((key[0], key.split(".")[-1].strip()), set()) if "." in key else set()
        if len(meant) == 1:
            shortened[key] = next(iter(meant))
    return shortened


def _short_forms(keys: Iterable[str]) -> dict[str, str]:
    """The one person whom each end of the names fits, or else their first words ("Karlstrom", "Lục")."""
    ends: dict[str, list[str]] = defaultdict(list)
    firsts: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        words = key.split(" ")
        firsts[words[0]].append(key)
        for cut in range(1, len(words)):
            ends[" ".join(words[cut:])].append(key)
    return {form: persons[0] for form, persons in {**firsts, **ends}.items() if len(persons) == 1}


def _key(name: str) -> str:
    return lower(" ".join(name.split()))


def _bare(key: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", key.replace("đ", "d")) if not unicodedata.combining(c))


def _ordinary(name: str) -> str:
    words = name.split()
    return " ".join(word.capitalize() if len(word) > 1 and word.isupper() else word for word in words)


class Authorship(NamedTuple):
    """Who signs an article, and for whom."""

    author: str | None
    author_org: str | None


def author_of(text: str, mentions: Iterable[PersonMention]) -> Authorship:
    """Author and organisation from the byline: "THÚY HÀ (Ban Tổ chức Tỉnh ủy)" gives "Thúy Hà", "Ban Tổ chức Tỉnh ủy".

    Authors who sign together are joined by commas; who took the pictures alone is not the author.
    """
    signed = [row for row in mentions if row.role == "author" and row.rule != "author.credit"]
    if not signed:
        return Authorship(None, None)
    organisation = _ORGANISATION.match(text, signed[-1].end)
    names = dict.fromkeys(row.name for row in signed)
    return Authorship(", ".join(names), organisation.group(1) if organisation else None)
