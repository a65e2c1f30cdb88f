"""What stands around a citation: who issued the document, when, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import regex

from bienban import lexicon
from bienban.find.dates import find_dates, reference_year
from bienban.find.directives import context_patterns
from bienban.find.directives.anchors import Anchor
from bienban.link.directives import Citation
from bienban.segment.reading import Reading, Span

_CODE_PARTS = regex.compile(r"[-/.]")


@dataclass(slots=True)
class Context:
    """The columns that the words after a citation give, and where they end."""

    end: int
    issuer: Span | None = None
    issued_on: str | None = None
    subject: Span | None = None


def following(reading: Reading, at: int, end: int, *, by_verb: bool = False) -> Context:
    """The context from a citation's end to `end`.

    With `by_verb` a subject may begin with a verb ("quy định …"), as it always may after an issuer.
    """
    norm = reading.norm
    context = Context(at)
    while True:
        if not context.issued_on and (dated := context_patterns.DATE.match(norm, context.end, end)):
            context.issued_on, context.end = _iso(dated), dated.end()
        elif not context.issued_on and (dated := context_patterns.IN_YEAR.match(norm, context.end, end)):
            context.issued_on, context.end = dated["year"], dated.end()
        elif not context.issuer and (issuer := body_after(norm, context.end, end)):
            context.issuer, context.end = issuer, issuer.end
        elif not context.issuer and (issued := context_patterns.ISSUED_AFTER.match(norm, context.end, end)):
            context.issuer, context.end = Span(*issued.span("body")), issued.end()
        elif not context.issued_on and (dated := context_patterns.ON_DAY.match(norm, context.end, end)):
            context.issued_on, context.end = _iso(dated, reading.once(_year_of)), dated.end()
        elif skipped := context_patterns.OF_TERM.match(norm, context.end, end) or context_patterns.PLACE.match(
            norm, context.end, end
        ):
            context.end = skipped.end()
        else:
            break
    opens = context_patterns.OPENING.match(reading.low, reading.sentence_at(at).start, at)
    stop = context_patterns.OPENING_END if opens else context_patterns.SUBJECT_END
    context.subject = _subject(norm, context.end, end, by_verb or context.issuer is not None, stop)
    if context.subject and not context.issuer:
        issued = context_patterns.ISSUED_AFTER_SUBJECT.search(norm, context.subject.start, context.subject.end)
        if issued:
            context.issuer = Span(*issued.span("body"))
            context.subject = Span(context.subject.start, issued.start())
    # After a comma the day is that of what happens.
    if context.subject and not context.issued_on and norm[context.subject.end : context.subject.end + 1] == " ":
        dated = context_patterns.DATE.match(norm, context.subject.end, end)
        context.issued_on = _iso(dated) if dated else None
    if context.issuer and norm[context.issuer.start : context.issuer.end] in context_patterns.GENERIC_BODY:
        context.issuer = None
    return context


def body_after(norm: str, at: int, end: int) -> Span | None:
    """The body named by "của …" at a position."""
    if not (of := context_patterns.OF.match(norm, at, end)) or not (
        body := context_patterns.BODIES.match(norm, of.end(), end)
    ):
        return None
    return Span(*body.span())


def _subject(norm: str, at: int, end: int, by_verb: bool, stop: regex.Pattern[str]) -> Span | None:
    if title := title_after(norm, at, end):
        return Span(*title.span("title"))
    start = context_patterns.ABOUT.match(norm, at, end) or (
        by_verb and context_patterns.SUBJECT_VERB.match(norm, at, end)
    )
    if not start:
        return None
    if quoted := context_patterns.QUOTED.match(norm, start.end() + len("về"), end):
        return Span(start.end(), quoted.end())
    return Span(start.end(), clause_end(norm, start.end(), end, stop))


def title_after(norm: str, at: int, end: int) -> regex.Match[str] | None:
    """A title in quotation marks, not somebody's words, at a position."""
    found = context_patterns.QUOTED.match(norm, at, end)
    return found if found and context_patterns.TITLE.match(found["title"]) else None


def clause_end(norm: str, at: int, end: int, stop: regex.Pattern[str]) -> int:
    """Where a subject or title that begins at a position ends: at the first `stop` outside quotation marks."""
    found = stop.search(norm, at + 1, end)
    while found and (title := context_patterns.QUOTED_TITLE.match(norm, found.start(), end)):
        found = stop.search(norm, title.end(), end)
    last = found.start() if found else end
    return at + len(norm[at:last].rstrip(" .,").removesuffix(" và").rstrip(" .,"))


def preceding(reading: Reading, at: int) -> tuple[Span | None, str | None]:
    """Issuer and date of "ngày 5/3/2021, UBND tỉnh ban hành" before a citation."""
    start = reading.sentence_at(at).start
    found = context_patterns.ISSUED_BEFORE.search(reading.norm, max(start, at - 160), at)
    if not found:
        return None, None
    issued_on = _iso(found, reading.once(_year_of)) if found["day"] else None
    return None if found["body"] in context_patterns.GENERIC_BODY else Span(*found.span("body")), issued_on


def _year_of(reading: Reading) -> int | None:
    return reference_year(reading, find_dates(reading))


def _iso(found: regex.Match[str], year: int | None = None) -> str | None:
    """The day of a match, of its own year or else of `year`."""
    year = int(found.groupdict().get("year") or 0) or year
    if not year:
        return None
    try:
        return date(year, int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def issuer_of_code(number: str, reading: Reading) -> str | None:
    """The issuer that a number's code stands for, where that is one body in this article."""
    issuers = lexicon.mapping("issuer_codes", "issuer")
    parts = {part if part in issuers else part.rstrip("0123456789") for part in _CODE_PARTS.split(number)}
    known = [issuers[part] for part in parts if part in issuers]
    if len(known) != 1:
        return None
    bodies = tuple(known[0].split(" | "))
    return bodies[0] if len(bodies) == 1 else _spoken_of(bodies, reading.low)


# One article asks for the same few bodies over and over.
@lru_cache(maxsize=16)
def _spoken_of(bodies: tuple[str, ...], low: str) -> str | None:
    count = {body: low.count(body.lower()) for body in bodies}
    best = max(bodies, key=lambda body: count[body])
    return best if count[best] else None


def cite(
    reading: Reading,
    anchor: Anchor,
    end: int,
    rule: str,
    *,
    name: str | None = None,
    issuer: Span | None = None,
    subject: Span | None = None,
    about: Context | None = None,
) -> Citation:
    """A citation without a number, up to `end`. What is not given is read from the words around it."""
    about = about or following(reading, end, anchor.limit, by_verb=rule == "name.programme")
    body, issued_on = preceding(reading, anchor.start)
    name = name or anchor.doc_type + reading.norm[anchor.end : end]
    if not anchor.is_statute and context_patterns.QUOTATION.fullmatch(reading.norm, max(0, anchor.start - 1), end + 1):
        subject = Span(anchor.end + 1, end)
    if not rule.startswith("title.") and (title := title_after(reading.norm, end, anchor.limit)):
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
        # "Luật Đất đai về thu hồi đất": a part of the law.
        subject=subject or (None if anchor.is_statute else about.subject),
    )
