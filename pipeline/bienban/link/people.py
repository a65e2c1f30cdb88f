"""Mentions of people -> persons: who is meant by a short form or a title, and who wrote the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import regex

from bienban import lexicon
from bienban.model import Person, PersonMention
from bienban.read.normal import canonical, lower

_WORD = regex.compile(r"[\p{L}\d][\p{L}\d.&-]*")
_PRONOUNS = {"ông", "bà", "anh", "chị", "đồng chí", "cô", "ngài"}


def gather(mentions: Iterable[PersonMention]) -> list[Person]:
    """One row per person, in order of first mention, with all their positions in order of appearance."""
    by_person: dict[tuple[str, str], list[PersonMention]] = {}
    for mention in mentions:
        by_person.setdefault((mention.doc_id, mention.person_id), []).append(mention)
    return [
        Person(
            doc_id=doc_id,
            person_id=person_id,
            name=rows[0].name,
            positions=list(dict.fromkeys(position for row in rows for position in row.positions)),
            n_mentions=len(rows),
        )
        for (doc_id, person_id), rows in by_person.items()
    ]


def holder_of(title_text: str, mentions_before: Sequence[PersonMention]) -> PersonMention | None:
    """The last mention of the one person meant by a title ("đồng chí Bí thư Tỉnh ủy") or a pronoun ("Ông").

    A title means whoever holds that very post; failing that, whoever holds a post that it shortens ("Thủ tướng" of
    "Thủ tướng Chính phủ") or spells out. A pronoun means the last one who spoke or chaired and is so addressed.
    None unless exactly one person fits.
    """
    wanted = _words(title_text)
    for pronoun in ("đồng chí", "ông", "bà", "anh", "chị"):
        wanted = wanted.removeprefix(pronoun).lstrip()
    if not wanted:
        return _addressed(_words(title_text), mentions_before)
    fits: tuple[Callable[[str], bool], ...] = (
        lambda post: post == wanted,
        lambda post: post.startswith(wanted + " ") or wanted.startswith(post + " "),
    )
    for fit in fits:
        holders = {row.person_id: row for row in mentions_before if any(fit(_words(post)) for post in row.positions)}
        if holders:
            return next(iter(holders.values())) if len(holders) == 1 else None
    return None


def _addressed(pronoun: str, mentions: Sequence[PersonMention]) -> PersonMention | None:
    spoken = [row for row in mentions if row.role in ("speaker", "chair")]
    if not spoken or pronoun not in _PRONOUNS:
        return None
    used: dict[str, set[str]] = defaultdict(set)
    for row in mentions:
        used[row.person_id].add((row.honorific or "").split(" ")[0])
    last = spoken[-1]
    others = used[last.person_id] & {"ông", "bà", "anh", "chị"}
    return last if pronoun == "đồng chí" or not others or pronoun in others else None


def _words(post: str) -> str:
    """A post for comparison: abbreviations spelled out, in lower case; a former post equals no present one."""
    full = lexicon.mapping("bodies")
    return lower(" ".join(full.get(word, word) for word in _WORD.findall(canonical(post)))).removeprefix("tân ")
