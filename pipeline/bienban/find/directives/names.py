"""Documents known by name: resolutions by the meeting that passed them, statutes, the constitution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bienban.find.directives import patterns
from bienban.find.directives.anchors import Anchor
from bienban.find.directives.context import cite, issuer_of_code
from bienban.link.directives import Citation
from bienban.segment.reading import Reading, Span


def plenum(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type not in ("Nghị quyết", "Kết luận"):
        return None
    found = patterns.PLENUM.match(reading.norm, anchor.end, anchor.limit)
    if not found:
        return None
    committee = Span(*found.span("body")) if found["body"] else None
    return cite(reading, anchor, found.end(), "name.plenum", issuer=committee)


def congress(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type != "Nghị quyết":
        return None
    found = patterns.CONGRESS.match(reading.norm, anchor.end, anchor.limit)
    if not found or patterns.EVERY_LEVEL.match(reading.low, found.end(), anchor.limit):
        return None
    is_any = patterns.ANY_CONGRESS.fullmatch(found["congress"])
    if is_any and not anchor.is_capital:
        return None
    issuer = None if is_any else Span(*found.span("congress"))
    return cite(reading, anchor, found.end(), "name.congress", issuer=issuer)


def further_congresses(reading: Reading, anchor: Anchor, first: Citation) -> Iterator[Citation]:
    """The others in "Nghị quyết Đại hội XIII của Đảng và Đại hội Đảng bộ tỉnh lần thứ XX"."""
    norm, end = reading.norm, first.end
    while first.rule == "name.congress" and (joint := patterns.AND_CONGRESS.match(norm, end, anchor.limit)):
        found = patterns.CONGRESS.match(norm, joint.end(), anchor.limit)
        if not found or patterns.ANY_CONGRESS.fullmatch(found["congress"]):
            return
        end = found.end()
        yield replace(
            first,
            start=found.start("congress"),
            end=end,
            rule="name.joint",
            name=anchor.doc_type + found.group(),
            issuer=Span(*found.span("congress")),
        )


def meeting(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type not in ("Nghị quyết", "Kết luận"):
        return None
    end = anchor.limit
    if found := patterns.MEETING.match(reading.norm, anchor.end, end):
        body = next((Span(*span) for span in found.spans("body")), None)
        return cite(reading, anchor, found.end(), "name.meeting", issuer=body)
    if found := patterns.CONFERENCE.match(reading.norm, anchor.end, end):
        return cite(reading, anchor, found.end(), "name.conference", issuer=Span(*found.span("body")))
    return None


def amending_statute(reading: Reading, anchor: Anchor) -> Citation | None:
    # Of a draft that amends, only the law amended is there already.
    if anchor.doc_type not in ("Luật", "Pháp lệnh") or anchor.is_draft:
        return None
    joint = patterns.AMENDING.match(reading.norm, anchor.end, anchor.limit)
    end = None
    while joint:
        amended = patterns.LISTED.match(reading.low, joint.end(), anchor.limit)
        amended = amended or patterns.STATUTE.match(reading.norm, joint.end("type"), anchor.limit)
        if not amended:
            break
        end = amended.end()
        joint = patterns.AND_STATUTE.match(reading.norm, end, anchor.limit)
    return cite(reading, anchor, end, "name.amending") if end else None


def listed(reading: Reading, anchor: Anchor) -> Citation | None:
    found = patterns.LISTED.match(reading.low, anchor.start, anchor.limit)
    if not found or not (anchor.is_capital or reading.norm[anchor.end + 1].isupper()):
        return None
    dated = patterns.STATUTE_YEAR if anchor.is_statute else patterns.PERIOD
    year = dated.match(reading.norm, found.end(), anchor.limit)
    end = year.end() if year else found.end()
    if numbered := _with_number(reading, anchor, end):
        return numbered
    name = patterns.NAMES[found.group().replace(",", "")] + reading.norm[found.end() : end]
    rule = "name.draft" if anchor.is_draft and not anchor.is_statute else "name.listed"
    return cite(reading, anchor, end, rule, name=name)


def constitution(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type != "Hiến pháp" or not anchor.is_capital or anchor.is_draft:
        return None
    found = patterns.CONSTITUTION.match(reading.norm, anchor.end, anchor.limit)
    return cite(reading, anchor, found.end(), "name.constitution") if found else None


def statute(reading: Reading, anchor: Anchor) -> Citation | None:
    # In a heading of capitals nothing shows where a name ends.
    is_heading = reading.norm[anchor.start : anchor.end].isupper()
    if not anchor.is_statute or not anchor.is_capital or is_heading or anchor.doc_type == "Hiến pháp":
        return None
    found = patterns.STATUTE.match(reading.norm, anchor.end, anchor.limit)
    if not found or patterns.AMENDING.match(reading.norm, anchor.end, anchor.limit):
        return None
    year = patterns.STATUTE_YEAR.match(reading.norm, found.end(), anchor.limit)
    end = year.end() if year else found.end()
    return _with_number(reading, anchor, end) or cite(reading, anchor, end, "name.statute")


def _with_number(reading: Reading, anchor: Anchor, end: int) -> Citation | None:
    """ "Luật Đất đai số 31/2024/QH15": the number behind the name that ends at `end`."""
    label = patterns.LABEL.match(reading.norm, end, anchor.limit)
    found = patterns.NUMBER.match(reading.norm, label.end(), anchor.limit) if label and not label["words"] else None
    if not found or not found["code"] or not anchor.is_statute:
        return None
    name = anchor.doc_type + reading.norm[anchor.end : end]
    citation = cite(reading, anchor, found.end(), "number.after_name", name=name)
    number = "".join(found.group().split())
    return replace(citation, number=number, issuer=citation.issuer or issuer_of_code(number, reading))
