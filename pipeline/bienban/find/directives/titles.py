"""Documents known by a title: in quotation marks, by its first words, or by what they are about."""

from __future__ import annotations

from bienban.find.directives import context, context_patterns, patterns
from bienban.find.directives.anchors import Anchor
from bienban.find.directives.context import cite
from bienban.link.directives import Citation
from bienban.segment.reading import Reading, Span

#: Types that are known by a quoted title, or by the title alone where it is written like one.
_TITLED = frozenset(("Đề án", "Chương trình", "Kế hoạch", "Nghị quyết", "Quy chế", "Tờ trình", "Báo cáo"))
_TITLED_BY_VERB = frozenset(("Đề án", "Báo cáo"))
_TITLED_BY_CAPITAL = frozenset(("Đề án", "Chương trình"))
_TITLED_BY_YEAR = frozenset(("Đề án", "Chương trình", "Kế hoạch", "Hướng dẫn"))
#: Types of which "về …" names one document; a decision on a post, or a plan, is not named by it.
_KNOWN_BY_SUBJECT = frozenset(
    ("Nghị quyết", "Chỉ thị", "Nghị định", "Thông tư", "Kết luận", "Quy chế", "Tờ trình", "Công điện")
)
#: Types of which it does so only together with the issuer ("Quy định của Bộ Chính trị về …").
_KNOWN_BY_ISSUER_AND_SUBJECT = frozenset(("Quy định", "Hướng dẫn"))


def programme(reading: Reading, anchor: Anchor) -> Citation | None:
    norm, end = reading.norm, anchor.limit
    found = anchor.doc_type == "Chương trình" and patterns.PROGRAMME.match(norm, anchor.end, end)
    if not found or not anchor.is_capital or not (body := context.body_after(norm, found.end(), end)):
        return None
    last = context_patterns.OF_TERM.match(norm, body.end, end) or patterns.PERIOD.match(norm, body.end, end)
    return cite(reading, anchor, last.end() if last else body.end, "name.programme", issuer=body)


def national_programme(reading: Reading, anchor: Anchor) -> Citation | None:
    """ "Chương trình mục tiêu quốc gia giảm nghèo bền vững", in small letters too."""
    if anchor.doc_type != "Chương trình":
        return None
    found = patterns.NATIONAL_PROGRAMME.match(reading.norm, anchor.end, anchor.limit)
    if not found:
        return None
    period = patterns.PERIOD.match(reading.norm, found.end(), anchor.limit)
    return cite(reading, anchor, period.end() if period else found.end(), "name.programme")


def regulation(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type != "Quy chế" or not anchor.is_capital or anchor.is_draft or anchor.is_new:
        return None
    found = patterns.REGULATION.match(reading.norm, anchor.end, anchor.limit)
    return cite(reading, anchor, found.end(), "name.regulation") if found else None


def dated(reading: Reading, anchor: Anchor) -> Citation | None:
    """ "Hướng dẫn tổ chức thi tốt nghiệp năm 2021": the year tells which one."""
    if anchor.doc_type not in _TITLED_BY_YEAR or not anchor.is_capital or anchor.opens_sentence:
        return None
    found = patterns.DATED_TITLE.match(reading.norm, anchor.end, anchor.limit)
    found = found or patterns.LONG_DATED_TITLE.match(reading.norm, anchor.end, anchor.limit)
    period = found and patterns.PERIOD.match(reading.norm, found.end(), anchor.limit)
    if not period or anchor.is_draft or anchor.is_new:
        return None
    return cite(reading, anchor, period.end(), "title.dated")


def quoted(reading: Reading, anchor: Anchor) -> Citation | None:
    # "chương trình “…”" in small letters is a show or a campaign.
    if anchor.doc_type not in _TITLED or not (anchor.is_capital or anchor.doc_type == "Đề án"):
        return None
    norm, end = reading.norm, anchor.limit
    if title := context_patterns.QUOTED.match(norm, anchor.end, end):
        return cite(reading, anchor, title.end(), "title.quoted", subject=Span(*title.span("title")))
    # After a colon the quotation is somebody's words.
    if anchor.doc_type != "Chương trình" and context_patterns.OPENING_QUOTE.search(
        norm, max(0, anchor.start - 3), anchor.start
    ):
        title = context_patterns.QUOTED.match(norm, anchor.start - 1, end)
        if title and anchor.end + 1 < title.end("title"):
            subject = Span(anchor.end + 1, title.end("title"))
            return cite(reading, anchor, title.end("title"), "title.in_quotes", subject=subject)
    return None


def titled(reading: Reading, anchor: Anchor) -> Citation | None:
    if anchor.doc_type not in _TITLED_BY_VERB | _TITLED_BY_CAPITAL or not anchor.is_capital or anchor.opens_sentence:
        return None
    norm, end = reading.norm, anchor.limit
    # A report that is only being read out is no document yet.
    if anchor.is_draft or (anchor.is_new and anchor.doc_type == "Báo cáo"):
        return None
    # A programme that nobody carries out is a show or a ceremony.
    if anchor.doc_type == "Chương trình" and not patterns.CARRIED_OUT.search(
        reading.low, max(anchor.sentence.start, anchor.start - 40), anchor.start
    ):
        return None
    start = anchor.doc_type in _TITLED_BY_VERB and patterns.TITLE_START.match(norm, anchor.end, end)
    if not start and anchor.doc_type in _TITLED_BY_CAPITAL:
        start = patterns.CAPITAL_TITLE.match(norm, anchor.end, end)
    if not start:
        return None
    last = context.clause_end(norm, start.end(), end, context_patterns.TITLE_END)
    return cite(reading, anchor, last, "title.capital", about=context.Context(last))


def listed_subjects(reading: Reading, anchor: Anchor) -> list[Citation]:
    """ "ba nghị quyết: Về …; Về …": the first under the type word, the others each by its subject alone."""
    if not anchor.is_plural or anchor.doc_type not in _KNOWN_BY_SUBJECT:
        return []
    found = context_patterns.SUBJECT_LIST.match(reading.norm, anchor.end, anchor.limit)
    return [
        Citation(
            anchor.start if item == 0 else start,
            anchor.end if item == 0 else end,
            anchor.sentence.sent_no,
            anchor.doc_type,
            "subject.listed",
            name=f"{anchor.doc_type} {reading.norm[start:end]}",
            subject=Span(start, end),
        )
        for item, (start, end) in enumerate(found.spans("item") if found else ())
    ]


def by_subject(reading: Reading, anchor: Anchor) -> Citation | None:
    needs_issuer = anchor.doc_type in _KNOWN_BY_ISSUER_AND_SUBJECT
    if not (needs_issuer or anchor.doc_type in _KNOWN_BY_SUBJECT) or not anchor.is_capital or anchor.is_draft:
        return None
    if context_patterns.TO_BE_ISSUED.search(reading.norm, max(anchor.sentence.start, anchor.start - 90), anchor.start):
        return None
    about = context.following(reading, anchor.end, anchor.limit)
    if not about.subject or reading.norm[about.subject.start - 1] != " " or (needs_issuer and not about.issuer):
        return None
    name = f"{anchor.doc_type} {reading.norm[about.subject.start : about.subject.end]}"
    return cite(reading, anchor, anchor.end, "subject.about", name=name)
