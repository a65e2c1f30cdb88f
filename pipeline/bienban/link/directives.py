"""Mentions of guiding documents -> the register of documents."""

from __future__ import annotations

from collections.abc import Iterable

from bienban.model import Directive, DirectiveMention


def register(mentions: Iterable[DirectiveMention]) -> list[Directive]:
    """One row per document, in order of first mention; each column holds the first value that a mention gives."""
    by_id: dict[tuple[str, str], list[DirectiveMention]] = {}
    for mention in mentions:
        by_id.setdefault((mention.doc_id, mention.directive_id), []).append(mention)
    return [
        Directive(
            doc_id=doc_id,
            directive_id=directive_id,
            doc_type=rows[0].doc_type,
            number=next((row.number for row in rows if row.number), None),
            issuer=next((row.issuer for row in rows if row.issuer), None),
            issued_on=next((row.issued_on for row in rows if row.issued_on), None),
            subject=next((row.subject for row in rows if row.subject), None),
            n_mentions=len(rows),
        )
        for (doc_id, directive_id), rows in by_id.items()
    ]
