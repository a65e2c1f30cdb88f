"""The mentions of people in an article, linked to persons."""

from __future__ import annotations

from dataclasses import dataclass

from bienban.find.people.authors import find_authors
from bienban.find.people.items import find_items
from bienban.find.people.mentions import assemble
from bienban.find.people.phrases import Token, tokenize
from bienban.find.people.roles import SPEAKER, SUBJECT, appointments, roles_of, station
from bienban.link.people import identify
from bienban.model import PersonMention
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import SentenceSpan


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
    taken = [author.span for author in authors]
    by_sentence = [_in_sentence(reading, sentence, taken, frozenset()) for sentence in reading.sentences]
    spans = {mention.span for mentions in by_sentence for mention in mentions}
    names = {name for span in spans if " " in (name := reading.norm[span.start : span.end])}
    known = frozenset(names | {name.upper() for name in names})
    for number, sentence in enumerate(reading.sentences):
        if any(_is_missed(reading, sentence, name, spans) for name in known):
            by_sentence[number] = _in_sentence(reading, sentence, taken, known)
    return sorted([*authors, *(m for mentions in by_sentence for m in mentions)], key=lambda mention: mention.span)


def _is_missed(reading: Reading, sentence: SentenceSpan, name: str, spans: set[Span]) -> bool:
    at = reading.norm.find(name, sentence.start, sentence.end)
    while at >= 0:
        if Span(at, at + len(name)) not in spans:
            return True
        at = reading.norm.find(name, at + len(name), sentence.end)
    return False


def _in_sentence(reading: Reading, sentence: SentenceSpan, taken: list[Span], known: frozenset[str]) -> list[_Found]:
    tokens = tokenize(reading.norm, reading.low, sentence.start, sentence.end)
    mine = [span for span in taken if sentence.start <= span.start < sentence.end]
    busy = {number for number, token in enumerate(tokens) if any(s.start <= token.start < s.end for s in mine)}
    mentions = assemble(tokens, find_items(tokens, known, busy))
    found = []
    for number, (mention, role) in enumerate(zip(mentions, roles_of(tokens, mentions), strict=True)):
        limit = mentions[number + 1].first if number + 1 < len(mentions) else len(tokens)
        found.append(
            _Found(
                _span(tokens, (mention.item.first, mention.item.last)),
                mention.item.rule,
                role,
                mention.honorific,
                tuple(_span(tokens, post) for post in mention.posts + station(tokens, mention, limit)),
                tuple(_span(tokens, post) for post in appointments(tokens, mention, limit)),
            )
        )
    return found


def _span(tokens: list[Token], words: tuple[int, int]) -> Span:
    return Span(tokens[words[0]].start, tokens[words[1] - 1].end)
