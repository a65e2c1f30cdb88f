"""Documents cited without a number: by name, by title, by subject alone, or by a pointer."""

from __future__ import annotations

from collections.abc import Callable

from bienban.find.directives import context, names, patterns, titles
from bienban.find.directives.anchors import Anchor
from bienban.link.directives import Citation
from bienban.segment.reading import Reading


def named(reading: Reading, anchor: Anchor) -> list[Citation]:
    """The documents that a type word without a number names; [] where it names none."""
    if listed := titles.listed_subjects(reading, anchor):
        return listed
    for rule in _NAMES if anchor.is_plural else _NAMES + _TITLES:
        if citation := rule(reading, anchor):
            return [citation, *names.further_congresses(reading, anchor, citation)]
    return []


def _pointer(reading: Reading, anchor: Anchor) -> Citation | None:
    norm, end = reading.norm, anchor.limit
    others = patterns.OTHER_TYPES.match(reading.low, anchor.end, end)
    at = others.end() if others else anchor.end
    if this := patterns.DEICTIC.match(norm, at, end):
        if anchor.is_draft:
            return None
        last = this.end() if at == anchor.end else anchor.end
        return Citation(anchor.start, last, anchor.sentence.sent_no, anchor.doc_type, "pointer.this")
    if not anchor.is_capital or anchor.is_draft or anchor.is_new:
        return None
    if anchor.opens_sentence and anchor.is_verb and not patterns.PREDICATE.match(norm, at, end):
        return None
    if anchor.opens_sentence and anchor.doc_type == "Luật":
        # "Luật phải nghiêm minh": the law as such.
        return None
    in_list = others and norm[others.start("first")].isupper()
    if not in_list and patterns.POINTER_END.match(norm, anchor.end, end):
        return Citation(anchor.start, anchor.end, anchor.sentence.sent_no, anchor.doc_type, "pointer.bare")
    about = context.following(reading, anchor.end, end)
    if not about.issuer:
        return None
    return Citation(
        anchor.start,
        anchor.end,
        anchor.sentence.sent_no,
        anchor.doc_type,
        "pointer.of",
        issuer=about.issuer,
        issued_on=about.issued_on,
        subject=about.subject,
    )


_Rule = Callable[[Reading, Anchor], Citation | None]
#: Names say which document is meant even in the plural ("các Luật Đất đai, Luật Nhà ở").
_NAMES: tuple[_Rule, ...] = (
    names.plenum,
    names.congress,
    names.meeting,
    names.amending_statute,
    names.listed,
    names.constitution,
    names.statute,
)
_TITLES: tuple[_Rule, ...] = (
    titles.programme,
    titles.national_programme,
    titles.quoted,
    titles.titled,
    titles.dated,
    titles.by_subject,
    _pointer,
    titles.regulation,
)
