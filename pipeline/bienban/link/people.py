"""Mentions of people -> persons."""

from __future__ import annotations

from collections.abc import Iterable

from bienban.model import Person, PersonMention


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
