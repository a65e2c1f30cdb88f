"""Documents cited without a number: by name, by quoted title, by subject alone, or by a pointer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bienban.find.directives import context, patterns
from bienban.find.directives.anchors import Anchor
from bienban.link.directives import Citation
from bienban.segment.reading import Reading, Span

#: Types that are known by a quoted title, or by the title alone where it is written like one.
_TITLED = frozenset(("Đề án", "Chương trình", "Kế hoạch", "Nghị quyết", "Quy chế", "Tờ trình", "Báo cáo"))
_TITLED_WITHOUT_QUOTES = frozenset(("Đề án", "Báo cáo"))
#: Types of which "về …" names one document; a decision on a post, or a plan, is not named by it.
_KNOWN_BY_SUBJECT = frozenset(("Nghị quyết", "Chỉ thị", "Nghị định", "Thông tư", "Kết luận", "Quy chế", "Tờ trình"))


def named(reading: Reading, anchor: Anchor) -> list[Citation]:
    """The documents that a type word without a number names; [] where it names none."""
    for rule in _BY_NAME if anchor.is_plural else _BY_NAME + _UNNAMED:
        if citation := rule(reading, anchor):
            return [citation, *_further_congresses(reading, anchor, citation)]
    return []


def _plenum(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type not in ("Nghị quyết", "Kết luận"):
        return None
    found = patterns.PLENUM.match(reading.norm, anchor.end, anchor.limit)
    if not found:
        return None
    committee = Span(*found.span("body")) if found["body"] else None
    return _named(reading, anchor, found.end(), "name.plenum", issuer=committee)


def _congress(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type != "Nghị quyết":
        return None
    found = patterns.CONGRESS.match(reading.norm, anchor.end, anchor.limit)
    if not found or patterns.EVERY_LEVEL.match(reading.low, found.end(), anchor.limit):
        return None
    is_any = patterns.ANY_CONGRESS.fullmatch(found["congress"])
    if is_any and not anchor.is_capital:
        return None
    issuer = None if is_any else Span(*found.span("congress"))
    return _named(reading, anchor, found.end(), "name.congress", issuer=issuer)


def _further_congresses(reading: Reading, anchor: Anchor, first: Citation) -> Iterator[Citation]:
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


def _meeting(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type not in ("Nghị quyết", "Kết luận"):
        return None
    end = anchor.limit
    if found := patterns.MEETING.match(reading.norm, anchor.end, end):
        body = next((Span(*span) for span in found.spans("body")), None)
        return _named(reading, anchor, found.end(), "name.meeting", issuer=body)
    if found := patterns.CONFERENCE.match(reading.norm, anchor.end, end):
        return _named(reading, anchor, found.end(), "name.conference", issuer=Span(*found.span("body")))
    return None


def _amending_statute(reading: Reading, anchor: Anchor) -> Citation | None:
    found = (
        anchor.doc_type == "Luật"
        and not anchor.is_draft
        and patterns.AMENDING.match(reading.norm, anchor.end, anchor.limit)
    )
    if not found:
        return None
    amended = patterns.LISTED.match(reading.low, found.end(), anchor.limit)
    amended = amended or patterns.STATUTE.match(reading.norm, found.end("type"), anchor.limit)
    return _named(reading, anchor, amended.end(), "name.amending") if amended else None


def _statute(reading: Reading, anchor: Anchor) -> Citation | None:
    if not anchor.is_statute or not anchor.is_capital or anchor.doc_type == "Hiến pháp":
        return None
    found = patterns.STATUTE.match(reading.norm, anchor.end, anchor.limit)
    if not found or patterns.AMENDING.match(reading.norm, anchor.end, anchor.limit):
        return None
    year = patterns.STATUTE_YEAR.match(reading.norm, found.end(), anchor.limit)
    return _named(reading, anchor, year.end() if year else found.end(), "name.statute")


def _regulation(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type != "Quy chế" or not anchor.is_capital or anchor.is_draft or anchor.is_new:
        return None
    found = patterns.REGULATION.match(reading.norm, anchor.end, anchor.limit)
    return _named(reading, anchor, found.end(), "name.regulation") if found else None


def _listed(reading: Reading, anchor: Anchor) -> Citation | None:
    found = patterns.LISTED.match(reading.low, anchor.start, anchor.limit)
    if not found or not (anchor.is_capital or reading.norm[anchor.end + 1].isupper()):
        return None
    if anchor.is_statute:
        year = patterns.STATUTE_YEAR.match(reading.norm, found.end(), anchor.limit)
        end = year.end() if year else found.end()
        about = context.following(reading, end, anchor.limit, with_subject=False)
    else:
        end = found.end()
        about = context.following(reading, end, anchor.limit)
    name = patterns.NAMES[found.group().replace(",", "")] + reading.norm[found.end() : end]
    rule = "name.draft" if anchor.is_draft and not anchor.is_statute else "name.listed"
    return _named(reading, anchor, end, rule, name=name, about=about)


def _constitution(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type != "Hiến pháp" or not anchor.is_capital:
        return None
    found = patterns.CONSTITUTION.match(reading.norm, anchor.end, anchor.limit)
    return _named(reading, anchor, found.end(), "name.constitution") if found else None


def _programme(reading: Reading, anchor: Anchor) -> Citation | None:
    norm, end = reading.norm, anchor.limit
    found = anchor.doc_type == "Chương trình" and patterns.PROGRAMME.match(norm, anchor.end, end)
    if not found or not anchor.is_capital or not (body := context.body_after(norm, found.end(), end)):
        return None
    last = patterns.TERM.match(norm, body.end, end) or patterns.PROGRAMME_YEAR.match(norm, body.end, end)
    return _named(reading, anchor, last.end() if last else body.end, "name.programme", issuer=body)


def _quoted(reading: Reading, anchor: Anchor) -> Citation | None:
    # "chương trình “…”" in small letters is a show or a campaign.
    if anchor.doc_type not in _TITLED or not (anchor.is_capital or anchor.doc_type == "Đề án"):
        return None
    norm, end = reading.norm, anchor.limit
    if title := patterns.QUOTED.match(norm, anchor.end, end):
        return _named(reading, anchor, title.end(), "title.quoted", subject=Span(*title.span("title")))
    # After a colon the quotation is somebody's words.
    if anchor.doc_type != "Chương trình" and patterns.OPENING_QUOTE.search(
        norm, max(0, anchor.start - 3), anchor.start
    ):
        title = patterns.QUOTED.match(norm, anchor.start - 1, end)
        if title and anchor.end + 1 < title.end("title"):
            subject = Span(anchor.end + 1, title.end("title"))
            return _named(reading, anchor, title.end("title"), "title.in_quotes", subject=subject)
    return None


def _titled(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type not in _TITLED_WITHOUT_QUOTES or not anchor.is_capital or anchor.opens_sentence:
        return None
    norm, end = reading.norm, anchor.limit
    if anchor.is_draft or anchor.is_new:
        return None
    start = patterns.TITLE_START.match(norm, anchor.end, end)
    if not start and anchor.doc_type == "Đề án":
        start = patterns.CAPITAL_TITLE.match(norm, anchor.end, end)
    if not start:
        return None
    last = context.clause_end(norm, start.end(), end, patterns.TITLE_END)
    return _named(reading, anchor, last, "title.capital", about=context.Context(last))


def _by_subject(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type not in _KNOWN_BY_SUBJECT or not anchor.is_capital or anchor.is_draft:
        return None
    about = context.following(reading, anchor.end, anchor.limit)
    if not about.subject or reading.norm[about.subject.start - 1] != " ":
        return None
    name = f"{anchor.doc_type} {reading.norm[about.subject.start : about.subject.end]}"
    return _named(reading, anchor, anchor.end, "subject.about", name=name)


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


def _named(
    reading: Reading,
    anchor: Anchor,
    end: int,
    rule: str,
    *,
    name: str | None = None,
    issuer: Span | None = None,
    subject: Span | None = None,
    about: context.Context | None = None,
) -> Citation:
    """A citation up to `end`. What is not given is read from the words around it."""
    about = about or context.following(reading, end, anchor.limit, by_verb=rule == "name.programme")
    body, issued_on = context.preceding(reading, anchor.start)
    name = name or anchor.doc_type + reading.norm[anchor.end : end]
    if not rule.startswith("title.") and (title := context.title_after(reading.norm, end, anchor.limit)):
        end = title.end()
    return Citation(
        anchor.start,
        end,
        anchor.sentence.sent_no,
        anchor.doc_type,
        rule,
        name=name,
        issuer=issuer or about.issuer or body,
        issued_on=about.issued_on or issued_on,
        subject=subject or about.subject,
    )


_Rule = Callable[[Reading, Anchor], Citation | None]
#: Names say which document is meant even in the plural ("các Luật Đất đai, Luật Nhà ở").
_BY_NAME: tuple[_Rule, ...] = (_plenum, _congress, _meeting, _amending_statute, _listed, _constitution, _statute)
_UNNAMED: tuple[_Rule, ...] = (_programme, _quoted, _titled, _by_subject, _pointer, _regulation)
