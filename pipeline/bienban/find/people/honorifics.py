"""Addresses, ranks and degrees before a name."""

from __future__ import annotations

from bienban import lexicon
from bienban.find.people.others import other_name
from bienban.find.people.patterns import COMMON_ADDRESSES, GUILDS
from bienban.find.people.phrases import HONORIFICS, Token
from bienban.find.people.runs import surname

_CANONICAL = lexicon.mapping("honorifics")
_ADDRESSES = {form for form, kind in lexicon.mapping("honorifics", "kind").items() if kind == "address"}
_TITLES = {form for form, kind in lexicon.mapping("honorifics", "kind").items() if kind in ("rank", "degree")}
_LEARNED = {form for form, kind in lexicon.mapping("honorifics", "kind").items() if kind in ("degree", "calling")}


def honorific_end(tokens: list[Token], at: int) -> int | None:
    """The index after an honorific, rank or degree that begins here and introduces a name or a post, or None."""
    found = HONORIFICS.match(tokens, at)
    if not found:
        return None
    form, end = found
    if (other_name(tokens, at) or end) > end:
        return None  # "Cô Tô", "Bà Rịa - Vũng Tàu"
    if form in ("đồng chí", "đ/c", "đc"):
        return end
    if form in _LEARNED and at > 0 and tokens[at - 1].low in GUILDS and tokens[at].gap == " ":
        return None
    if end >= len(tokens) or not tokens[end].capital:
        return None
    if not tokens[at].capital or tokens[at].gap != " ":
        return end
    # A capital within a sentence: not where a name goes on ("Cát Bà"), never where the word is a given name ("Anh")
    inside = tokens[at - 1].capital and not (surname(tokens, end) and end + 1 < len(tokens) and tokens[end + 1].capital)
    return None if form in COMMON_ADDRESSES or (end - at == 1 and inside) else end


def canonical_honorific(tokens: list[Token], at: int, end: int) -> str:
    """An honorific in lower case, abbreviations of an address spelled out."""
    found = HONORIFICS.match(tokens, at)
    return _CANONICAL[found[0]] if found else " ".join(token.low for token in tokens[at:end])


def is_address(honorific: str) -> bool:
    """Whether an honorific is an address ("đồng chí", "ông"), not a rank or degree."""
    return honorific in _ADDRESSES


def is_title(honorific: str) -> bool:
    """Whether an honorific is a rank or a degree, which a comma may part from the post that follows."""
    return honorific in _TITLES


def is_learned(honorific: str) -> bool:
    """Whether an honorific is a degree or a calling, which common words follow as well ("tiến sĩ Kinh tế")."""
    return honorific in _LEARNED
