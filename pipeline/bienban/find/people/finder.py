"""The mentions of people in an article, linked to persons."""

from __future__ import annotations

from dataclasses import dataclass

from bienban.find.anchors import Anchors
from bienban.find.people.anchors import may_name
from bienban.find.people.appointments import appointments, station
from bienban.find.people.authors import find_authors
from bienban.find.people.items import find_items
from bienban.find.people.mentions import assemble
from bienban.find.people.phrases import NO_NAMES, Phrases, Token, tokenize
from bienban.find.people.roles import SPEAKER, SUBJECT, roles_of
from bienban.find.people.shapes import is_vietnamese
from bienban.link.people import identify
from bienban.model import PersonMention
from bienban.segment.reading import Reading, Span


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention before it is linked."""

    span: Span
    rule: str
    role: str | None
    honorific: str | None = None
    positions: tuple[Span, ...] = ()
    appointed_to: tuple[Span, ...] = ()


def find_people(reading: Reading) -> list[PersonMention]:
    """All mentions of people, in order, without overlaps."""
    found = _find(reading)
    names = [reading.norm[mention.span.start : mention.span.end] for mention in found]
    identities = identify(names, [mention.role == "author" for mention in found])
    speakers = {identity.number for identity, mention in zip(identities, found, strict=True) if mention.role == SPEAKER}
    rows = []
    for number, (mention, identity) in enumerate(zip(found, identities, strict=True)):
        positions = [reading.verbatim(*post) for post in mention.positions]
        rows.append(
            reading.row(
                PersonMention,
                *mention.span,
                mention_id=f"m{number}",
                name=identity.name,
                honorific=mention.honorific,
                positions=list(dict.fromkeys(positions)),
                appointed_to=list(mention.appointed_to),
                role=mention.role or (SPEAKER if identity.number in speakers else SUBJECT),
                person_id=f"p{identity.number}",
                rule=mention.rule,
            )
        )
    return rows


def _find(reading: Reading) -> list[_Found]:
    authors = [_Found(Span(author.start, author.end), author.rule, "author") for author in find_authors(reading)]
    signed = {position for author in authors for position in range(*author.span)}
    words = {s.sent_no: tokenize(reading.norm, reading.low, s.start, s.end) for s in may_name(reading)}
    found = {number: _in_sentence(tokens, signed, NO_NAMES) for number, tokens in words.items()}
    spans = {mention.span for mentions in found.values() for mention in mentions}
    names = {name for span in spans if " " in (name := reading.norm[span.start : span.end])}
    names |= {part for name in names for part in _foreign_parts(name.split())}
    names |= {name.upper() for name in names}
    missed = [start for start, name in Anchors(names).find(reading.norm) if (start, start + len(name)) not in spans]
    known = Phrases(names) if missed else NO_NAMES
    for number in {reading.sentence_at(start).sent_no for start in missed}:
        sentence = reading.sentences[number]
        tokens = words.get(number) or tokenize(reading.norm, reading.low, sentence.start, sentence.end)
        if _misses(tokens, known, spans):
            found[number] = _in_sentence(tokens, signed, known)
    return sorted(
        [*authors, *(mention for mentions in found.values() for mention in mentions)], key=lambda mention: mention.span
    )


def _foreign_parts(words: list[str]) -> list[str]:
    """The first and the last of a name's words, by which foreigners are called, where they are no Vietnamese ones."""
    return [word for word in (words[0], words[-1]) if len(word) > 3 and not is_vietnamese(word.lower())]


def _misses(tokens: list[Token], known: Phrases, spans: set[Span]) -> bool:
    """Whether a name found elsewhere in the article stands here as no mention."""
    matches = ((at, known.match(tokens, at)) for at, token in enumerate(tokens) if token.capital)
    return any(match and _span(tokens, (at, match[1])) not in spans for at, match in matches)


def _in_sentence(tokens: list[Token], signed: set[int], known: Phrases) -> list[_Found]:
    """The mentions of a sentence. `signed` holds the positions of authors' names."""
    taken = {number for number, token in enumerate(tokens) if token.start in signed}
    mentions = assemble(tokens, find_items(tokens, known, taken))
    if not mentions:
        return []
    found = []
    facts = zip(mentions, roles_of(tokens, mentions), appointments(tokens, mentions), strict=True)
    for number, (mention, role, conferred) in enumerate(facts):
        limit = mentions[number + 1].first if number + 1 < len(mentions) else len(tokens)
        found.append(
            _Found(
                _span(tokens, (mention.item.first, mention.item.last)),
                mention.item.rule,
                role,
                mention.honorific,
                tuple(_span(tokens, post) for post in mention.posts + station(tokens, mention, limit)),
                tuple(_span(tokens, post) for post in conferred),
            )
        )
    return found


def _span(tokens: list[Token], words: tuple[int, int]) -> Span:
    """Where words stand; the bracket that closes one opened among them is theirs ("Tổ chức Y tế thế giới (WHO)")."""
    first, last = words
    end = tokens[last - 1].end
    opened = any("(" in token.gap and ")" not in token.gap for token in tokens[first + 1 : last])
    return Span(tokens[first].start, end + (opened and last < len(tokens) and tokens[last].gap.startswith(")")))
