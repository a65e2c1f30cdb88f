"""What looks like a person's name and is none: places, bodies, and what is named after somebody."""

from __future__ import annotations

from enum import Enum

from bienban import lexicon
from bienban.find.people.patterns import EXAMPLES, PLURAL
from bienban.find.people.phrases import BODIES, NOT_PEOPLE, PLACES, Token

_NOT_PEOPLE_KINDS = lexicon.mapping("not_people", "kind")
_PLACE_ROWS = {row["form"]: row for row in lexicon.table("places")}
# In small letters, the words without which there is nothing to look up.
_OPENERS = {opener.lower() for opener in NOT_PEOPLE.openers}
_OTHERS = {opener.lower() for opener in BODIES.openers | PLACES.openers}
#: Longest phrase of `not_people` in words.
_LOOK_BACK = 5
#: Longest list of places in words: each name asks for the words before it, which must not be all of a long sentence.
_LONGEST_LIST = 100


class Context(Enum):
    """What stands directly before a possible name."""

    ADDRESS = "address"  # an honorific
    POST = "post"  # a post that takes any name at once, or that a name of a place abroad ends
    BODY_POST = "body_post"  # a post that may go on with the name of its body
    DEGREE = "degree"  # a degree or a calling, which common words follow as well ("tiến sĩ Kinh tế")
    MEMBER = "member"  # a list of names
    NONE = "none"


#: Contexts in which the unit before a name is the post's own ("Chủ tịch UBND tỉnh …").
AFTER_POST = (Context.POST, Context.BODY_POST)


def other_name(tokens: list[Token], at: int) -> int | None:
    """The end of a place's or a body's name that begins here, or None."""
    if tokens[at].low not in _OTHERS:
        return None
    found = BODIES.match(tokens, at) or PLACES.match(tokens, at)
    return found[1] if found else None


def is_abroad(tokens: list[Token], at: int) -> bool:
    """Whether the name of a country or a city abroad begins here."""
    found = PLACES.match(tokens, at)
    return found is not None and _PLACE_ROWS[found[0]]["level"] == "abroad"


def is_namesake(tokens: list[Token], at: int) -> bool:
    """Whether a place begins here that is named as a person is ("Chủ tịch Hồ Chí Minh")."""
    found = PLACES.match(tokens, at)
    return found is not None and _PLACE_ROWS[found[0]]["person"] == "yes"


def opens_body(tokens: list[Token], at: int) -> bool:
    """Whether a word begins the name of a school, a hospital, a company …"""
    found = NOT_PEOPLE.match(tokens, at)
    return found is not None and _NOT_PEOPLE_KINDS[found[0]] in ("school", "body")


def names_something_else(tokens: list[Token], at: int, context: Context) -> bool:
    """Whether the words before make a name here that of a street, a school, an award, a style of thought …

    After a post the unit before a name is the post's own ("Chủ tịch UBND tỉnh …").
    """
    if context is Context.ADDRESS:
        return False
    if (
        context not in AFTER_POST
        and at > 0
        and tokens[at - 1].text[0].isdigit()
        and (tokens[at].gap == " " or tokens[max(0, at - 2)].low == "số")
    ):
        return True  # an address
    for first in range(max(0, at - _LOOK_BACK), at):
        found = NOT_PEOPLE.match(tokens, first) if tokens[first].low in _OPENERS else None
        if not found or found[1] > at or any(token.gap.strip(' "“‘') for token in tokens[found[1] : at + 1]):
            continue
        kind = _NOT_PEOPLE_KINDS[found[0]]
        if kind == "none" and found[1] == at:
            return False
        single = found[1] == first + 1 and tokens[first].text.istitle()
        if first and single and tokens[first - 1].capital and tokens[first].gap == " ":
            continue  # "Vũng Tàu"
        listed = found[1] == at - 1 and tokens[at - 1].low in EXAMPLES and kind in ("place", "memorial")
        if found[1] == at or listed:
            return context not in AFTER_POST or kind not in ("place", "memorial")
        if context is Context.NONE and kind == "award" and at - found[1] < 3:
            return True  # "giải báo chí …"
    return context in (Context.NONE, Context.MEMBER) and _among_places(tokens, at)


def _among_places(tokens: list[Token], at: int) -> bool:
    """Whether a list of places holds the name here ("các phường Tân Sơn, Lê Lợi và | Trần Phú")."""
    first, begin = at, max(0, at - _LONGEST_LIST)
    while (
        first > begin
        and tokens[first].gap in (" ", ", ")
        and (tokens[first - 1].capital or tokens[first - 1].low == "và")
    ):
        first -= 1
    exemplified = first > 1 and tokens[first - 1].low in EXAMPLES
    last = first - exemplified
    if first == at or last < 1:
        return False
    for start in range(max(0, last - 2), last):
        found = NOT_PEOPLE.match(tokens, start)
        if found and found[1] == last and _NOT_PEOPLE_KINDS[found[0]] in ("place", "memorial"):
            return exemplified or (start > 0 and tokens[start - 1].low in PLURAL)
    return False


def names_memorial(tokens: list[Token], at: int) -> bool:
    """Whether a memorial is named after the person whose name, posts included, begins here."""
    matches = (NOT_PEOPLE.match(tokens, first) for first in range(max(0, at - _LOOK_BACK), at))
    named = any(match and match[1] == at and _NOT_PEOPLE_KINDS[match[0]] == "memorial" for match in matches)
    return named and tokens[at].gap == " "
