"""Who wrote the article and who took its pictures: labels, credits and signatures."""

from __future__ import annotations

from typing import NamedTuple

from bienban.find.people.names import name_run, other_name
from bienban.find.people.patterns import CREDIT, DATELINE, LABEL, NOT_NAMES, SIGNATURE, SIGNATURE_GAP
from bienban.find.people.phrases import HONORIFICS, OPENERS, Token, tokenize
from bienban.find.people.posts import head_end
from bienban.segment.reading import Reading
from bienban.segment.sentences import BYLINE

#: How many characters the names of a byline take at most.
_LONGEST = 100


class Author(NamedTuple):
    """A name at `norm[start:end]`."""

    start: int
    end: int
    rule: str


def find_authors(reading: Reading) -> list[Author]:
    """Authors and photographers, in order."""
    found: list[Author] = []
    norm = reading.norm
    for sentence in reading.sentences:
        for credit in CREDIT.finditer(norm, sentence.start, sentence.end):
            found += _names(reading, credit.end(), sentence.end, "author.credit")
        if sentence.role == BYLINE:
            label = LABEL.match(norm, sentence.start, sentence.end)
            found += _names(reading, label.end() if label else sentence.start, sentence.end, "author.byline")
        elif label := LABEL.match(norm, sentence.start, min(sentence.end, sentence.start + 80)):
            found += _names(reading, label.end(), sentence.end, "author.label")
        elif (signature := SIGNATURE.match(norm, sentence.start, sentence.end)) and DATELINE.match(
            norm, signature.end(), sentence.end
        ):
            found += _names(reading, sentence.start, signature.end(), "author.dateline")
    return list({author[:2]: author for author in sorted(found, reverse=True)}.values())[::-1]


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
    if (
        end is None
        or (other_name(tokens, at) or at) - at > 1
        or OPENERS.match(tokens, at)
        or HONORIFICS.match(tokens, at)
    ):
        return None
    for stop in range(at + 1, end):
        if head_end(tokens, stop) or tokens[stop].text in NOT_NAMES:
            end = stop  # the next sentence was run into the credit
            break
    single = end - at == 1 and "." in tokens[at].text and len(tokens[at].text.rsplit(".", 1)[1]) > 1
    if (not single and not 2 <= end - at <= 4) or any(token.text.capitalize() in NOT_NAMES for token in tokens[at:end]):
        return None
    runs_on = end < len(tokens) and tokens[end].gap == " " and not tokens[end].capital and tokens[end].text.isalpha()
    return None if runs_on else end
