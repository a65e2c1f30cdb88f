"""Who wrote the article and who took its pictures: labels, credits and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bienban.find.people.others import other_name
from bienban.find.people.patterns import (
    AGENCY,
    BODY_HEADS,
    COMMON_ADDRESSES,
    CREDIT,
    DATELINE,
    FOR_BODY,
    INITIAL_AND_NAME,
    LABEL,
    NOT_NAMES,
    PICTURE,
    SIGNATURE,
    SIGNATURE_GAP,
)
from bienban.find.people.phrases import HONORIFICS, OPENERS, Token, tokenize
from bienban.find.people.runs import name_run
from bienban.find.people.shapes import is_vietnamese
from bienban.segment.reading import Reading
from bienban.segment.sentences import BYLINE, SentenceSpan

#: How many characters the names of a byline take at most.
_LONGEST = 100


class Author(NamedTuple):
    """A name at `norm[start:end]`."""

    start: int
    end: int
    rule: str


def find_authors(reading: Reading) -> list[Author]:
    """Authors and photographers, in order."""
    found: dict[tuple[int, int], Author] = {}
    norm = reading.norm
    places = [
        place for sentence in reading.sentences for place in _places(norm, sentence, sentence is reading.sentences[-1])
    ]
    places += [
        (credit.end(), reading.sentence_at(credit.start()).end, "author.credit") for credit in CREDIT.finditer(norm)
    ]
    for place in places:
        for author in _names(reading, *place):
            found.setdefault(author[:2], author)
    return sorted(found.values())


def _places(norm: str, sentence: SentenceSpan, is_last: bool) -> Iterator[tuple[int, int, str]]:
    """Where in a sentence an author's name may begin, where the sentence ends, and the rule that says so."""
    start, end = sentence.start, sentence.end
    if picture := PICTURE.fullmatch(norm, start, end):
        yield picture.start(1), end, "author.credit"
    if label := LABEL.match(norm, start, min(end, start + _LONGEST)):
        yield label.end(), end, "author.label"
    elif sentence.role == BYLINE:
        yield start, end, "author.byline"
    elif signature := SIGNATURE.match(norm, start, end):
        if DATELINE.match(norm, signature.end(), end):
            yield start, signature.end(), "author.dateline"
        elif is_last and AGENCY.fullmatch(norm, signature.end(), end):
            yield start, end, "author.byline"
        elif is_last and _signs_for(norm, signature.end(), end):
            yield start, signature.end(), "author.byline"


def _signs_for(norm: str, at: int, end: int) -> bool:
    """Whether nothing but a body follows a dash at `at`: "… - LĐLĐ huyện Ba Vì"."""
    dash = FOR_BODY.match(norm, at, end)
    if not dash or end - at > _LONGEST:
        return False
    tokens = tokenize(norm, norm.lower(), dash.end(), end)
    return (other_name(tokens, 0) is not None or tokens[0].text in BODY_HEADS) and all(
        token.gap == " " for token in tokens[1:]
    )


def _names(reading: Reading, start: int, end: int, rule: str) -> list[Author]:
    """The names that stand here, joined by dashes, commas or slashes; agencies among them are passed over."""
    tokens = tokenize(reading.norm, reading.low, start, min(end, start + _LONGEST))
    found: list[Author] = []
    at = 0
    while at < len(tokens) and (at == 0 or SIGNATURE_GAP.fullmatch(tokens[at].gap)):
        last = _signature_end(tokens, at)
        if last:
            found.append(Author(tokens[at].start, tokens[last - 1].end, rule))
        at = last or at + 1
    return found


def _signature_end(tokens: list[Token], at: int) -> int | None:
    """The end of a person's name that begins here, or None for an agency, a place or initials."""
    end = name_run(tokens, at)
    address = HONORIFICS.match(tokens, at)
    if end is None or OPENERS.match(tokens, at):
        return None
    if (other_name(tokens, at) or at) - at > 1 and not (end < len(tokens) and tokens[end].gap == "/"):
        return None  # a place, unless an agency follows the name
    if address and address[0] not in COMMON_ADDRESSES:
        return None
    for stop in range(at + 1, end):
        if tokens[stop].text in NOT_NAMES:
            end = stop  # the next sentence was run into the credit
            break
    words = [token.text for token in tokens[at:end]]
    single = len(words) == 1 and INITIAL_AND_NAME.fullmatch(words[0])
    if not single and not 2 <= len(words) <= 4:
        return None
    if any(word.capitalize() in NOT_NAMES for word in words) or not any(
        is_vietnamese(word.split(".")[-1].lower()) for word in words
    ):
        return None
    if end < len(tokens) and tokens[end].gap == " " and not tokens[end].capital and tokens[end].text.isalpha():
        return end - 1 if len(words) > 2 else None  # the next sentence's first word
    return end
