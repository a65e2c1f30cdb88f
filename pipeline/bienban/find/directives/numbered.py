"""Documents cited by their number: "Chỉ thị số 91-CT/TW", "Nghị quyết 18", "Nghị quyết số 18, 19-NQ/TW"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from bienban.find.directives import context, patterns
from bienban.find.directives.anchors import Anchor
from bienban.link.directives import Citation
from bienban.segment.reading import Reading, Span


def numbered(reading: Reading, anchor: Anchor) -> list[Citation]:
    """The documents of the numbers that stand after a type word; [] where there is none."""
    norm, end = reading.norm, anchor.limit
    label = patterns.LABEL.match(norm, anchor.end, end)
    first = patterns.NUMBER.match(norm, label.end() if label else _after_blank(norm, anchor.end), end)
    if first is None or not (first["code"] or (label and not label["words"]) or _may_be_bare(norm, anchor, first)):
        return []
    numbers = [(anchor.start, first), *_further(norm, first, end)]
    code = next((found["code"] for _, found in reversed(numbers) if found["code"]), None)
    citations = [
        _citation(reading, anchor, start, found, code if i < len(numbers) - 1 else None)
        for i, (start, found) in enumerate(numbers)
    ]
    # "Nghị quyết số 18, 19-NQ/TW của Bộ Chính trị": what is said after the last number is said of all.
    last = citations[-1]
    said = last.issuer if isinstance(last.issuer, Span) else None
    return [replace(c, issuer=said or c.issuer, subject=c.subject or last.subject) for c in citations]


def _after_blank(norm: str, at: int) -> int:
    return at + 1 if norm[at : at + 1] == " " else at


def _may_be_bare(norm: str, anchor: Anchor, found: regex.Match[str]) -> bool:
    """Whether a number without "số" and code is a document's: "Nghị quyết 18", not "Kế hoạch 5 năm"."""
    if norm[anchor.end : anchor.end + 1] != " " or patterns.COUNTED.match(norm, found.end(), anchor.limit):
        return False
    if found["year"]:
        return True
    if anchor.is_statute or (len(found["digits"]) == 4 and found["digits"][:2] in ("19", "20")):
        return False
    if anchor.is_verb and anchor.opens_sentence:
        return bool(patterns.POINTER_END.match(norm, found.end(), anchor.limit))
    if anchor.takes_bare_number or anchor.is_capital:
        return True
    return found.start() == anchor.end + 1 and bool(patterns.OF_ISSUER.match(norm, found.end(), anchor.limit))


def _further(norm: str, found: regex.Match[str], end: int) -> Iterator[tuple[int, regex.Match[str]]]:
    while joint := patterns.AND.match(norm, found.end(), end):
        following = patterns.NUMBER.match(norm, joint.end(), end)
        if following is None:
            return
        if not (following["code"] or joint["label"] or patterns.CLOSED.match(norm, following.end(), end)):
            return
        found = following
        yield joint.start("label") if joint["label"] else joint.end(), found


def _citation(reading: Reading, anchor: Anchor, start: int, found: regex.Match[str], code: str | None) -> Citation:
    number = "".join(found.group().split())
    if code and not found["code"]:
        number += "".join(code.split())
    about = context.following(reading, found.end(), anchor.limit, by_verb=found["code"] is not None)
    body, issued_on = context.preceding(reading, start)
    return Citation(
        start,
        found.end(),
        anchor.sentence.sent_no,
        anchor.doc_type,
        "number.after_type" if start == anchor.start else "number.joint",
        number=number,
        issuer=about.issuer or body or context.issuer_of_code(number, reading),
        issued_on=about.issued_on or issued_on,
        subject=about.subject,
    )
