"""Runs of capitalised words that may form one name, and the surnames that open them."""

from __future__ import annotations

from bienban import lexicon
from bienban.find.people.others import other_name
from bienban.find.people.patterns import (
    COMMON_ADDRESSES,
    DAY_PARTS,
    DOTTED,
    MIDDLE_NAMES,
    PARTICLES,
    PREFIXES,
)
from bienban.find.people.phrases import CLAUSE_WORDS, HONORIFICS, OPENERS, POSTS, Token
from bienban.find.people.shapes import is_capitals, is_syllable, is_vietnamese

_SURNAMES = {row["form"]: row for row in lexicon.table("surnames")}
_LONGEST = 5


def name_run(tokens: list[Token], at: int) -> int | None:
    """The end of the capitalised words that may form one name."""
    capitals = is_capitals(tokens[at].text)
    has_shape = is_capitals if capitals else is_syllable
    end = at
    while end < len(tokens) and end - at < _LONGEST:
        if end > at and not tokens[end].capital and (later := _after_particles(tokens, end)):
            end = later
            continue
        if not has_shape(tokens[end].text):
            break
        if end > at and (not _joined(tokens, at, end) or _begins_anew(tokens, end)):
            break
        if capitals and end > at + 1 and CLAUSE_WORDS.match(tokens, end):
            break  # a line in capitals throughout
        end += 1
    return end if end > at else None


def surname(tokens: list[Token], at: int) -> dict[str, str] | None:
    """The lexicon's row of a surname at a word; prefixes with an apostrophe ("H'", "K'") count as one."""
    text = tokens[at].text.replace("’", "'").replace("‘", "'")
    if text.isupper():
        text = text.capitalize()
    return _SURNAMES.get(text) or (_SURNAMES.get(text[:2]) if "'" in text[1:2] else None)


def is_common(tokens: list[Token], at: int) -> bool:
    """Whether a surname stands here that is hardly ever anything else."""
    row = surname(tokens, at)
    return row is not None and not row["word"]


def is_foreign(tokens: list[Token], at: int, end: int) -> bool:
    """Whether words are not all syllables that Vietnamese could have."""
    return not all(is_vietnamese(token.low) for token in tokens[at:end])


def _after_particles(tokens: list[Token], at: int) -> int | None:
    """The index of the capitalised word that small words of a foreign name lead up to ("Ursula | von der | Leyen")."""
    end = at
    if tokens[at - 1].low == "thích" and tokens[at].low == "nữ" and at + 1 < len(tokens) and tokens[at + 1].capital:
        return at + 1  # a nun's name
    while end < len(tokens) and tokens[end].text in PARTICLES and tokens[end].gap == " ":
        end += 1
    inside = at < end < len(tokens) and tokens[end].gap == " " and tokens[end].capital
    return end if inside and is_foreign(tokens, at - 1, at) else None


def _begins_anew(tokens: list[Token], at: int) -> bool:
    """Whether a new sentence or a post begins inside a run of capitals; a middle name is no name's end ("Văn Cần")."""
    if tokens[at].text in DAY_PARTS and at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit():
        return True
    return tokens[at - 1].text not in MIDDLE_NAMES and bool(OPENERS.match(tokens, at) or _opens_title(tokens, at))


def _opens_title(tokens: list[Token], at: int) -> bool:
    """Whether a post or an honorific follows a name without a sign between ("… Phó Chủ tịch", "… Đại tá")."""
    prefixed = tokens[at].low in PREFIXES and at + 1 < len(tokens) and tokens[at + 1].gap == " "
    post = POSTS.match(tokens, at + prefixed)
    honorific = HONORIFICS.match(tokens, at)
    if honorific and (honorific[1] - at > 1 and tokens[at + 1].capital):
        honorific = None  # a name may be "Tiến Sỹ"
    return (post is not None and post[1] - at > 1) or (honorific is not None and honorific[0] not in COMMON_ADDRESSES)


def _joined(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a syllable goes on with the run: after a blank, or a hyphen in foreign names ("Grabar-Kitarovic")."""
    gap, before = tokens[end].gap, tokens[end - 1].text
    if gap == ". ":  # "J. Widodo"
        initial = len(before) == 1 and before not in DOTTED
        return initial and (end == at + 1 or is_foreign(tokens, at, at + 1))
    if gap != "-":
        return gap == " "
    return is_foreign(tokens, end - 1, end + 1) and not surname(tokens, at) and not other_name(tokens, end)
