"""Where a person's name begins and ends among the words of a sentence."""

from __future__ import annotations

from enum import Enum

from bienban import lexicon
from bienban.find.people.patterns import (
    CAPITALS,
    INITIALS,
    LOWER_UNITS,
    NOT_NAMES,
    SYLLABLE,
    TOGETHER,
    UNITS,
    VIETNAMESE,
)
from bienban.find.people.phrases import BODIES, CLAUSE_WORDS, NOT_PEOPLE, OPENERS, PLACES, Phrases, Token, between

_SURNAMES = {row["form"]: row for row in lexicon.table("surnames")}
_NOT_PEOPLE_KINDS = lexicon.mapping("not_people", "kind")
_PLACE_ROWS = {row["form"]: row for row in lexicon.table("places")}
#: Longest phrase of `not_people` in words.
_LOOK_BACK = 5
_LONGEST = 5


class Context(Enum):
    """What stands directly before a possible name."""

    ADDRESS = "address"  # an honorific
    POST = "post"  # a post that takes any name at once, or that a name of a place abroad ends
    BODY_POST = "body_post"  # a post that may go on with the name of its body
    DEGREE = "degree"  # a degree or a calling, which common words follow as well ("tiến sĩ Kinh tế")
    MEMBER = "member"  # a list of names
    NONE = "none"


_AFTER_POST = (Context.POST, Context.BODY_POST)


def other_name(tokens: list[Token], at: int) -> int | None:
    """The end of a place's or a body's name that begins here, or None."""
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


def names_something_else(tokens: list[Token], at: int, context: Context) -> bool:
    """Whether the words before make a name here that of a street, a school, an award, a style of thought …

    After a post the unit before a name is the post's own ("Chủ tịch UBND tỉnh …").
    """
    if context is Context.ADDRESS:
        return False
    if at > 0 and tokens[at - 1].text[0].isdigit() and (tokens[at].gap == " " or tokens[max(0, at - 2)].low == "số"):
        return True  # an address
    for first in range(max(0, at - _LOOK_BACK), at):
        found = NOT_PEOPLE.match(tokens, first)
        if not found or found[1] > at or any(token.gap.strip(' "“‘') for token in tokens[found[1] : at + 1]):
            continue
        kind = _NOT_PEOPLE_KINDS[found[0]]
        if found[1] == at:
            return context not in _AFTER_POST or kind not in ("place", "memorial")
        if context is Context.NONE and kind == "award" and at - found[1] < 3:
            return True  # "giải báo chí …"
    return False


def namesake_end(tokens: list[Token], at: int, context: Context) -> int | None:
    """The end of the name of a street, a school or the like that looks like a person's; None where there is none."""
    if not tokens[at].capital or not names_something_else(tokens, at, context):
        return None
    end = name_run(tokens, at)
    if end:  # "Trường THPT Chu Văn An | Nguyễn Thị …"
        end = next((later for later in range(at + 2, end) if is_common(tokens, later)), end)
    while end and end + 1 < len(tokens):
        following = end + 1 if tokens[end].low == "và" else end
        if not TOGETHER.fullmatch(between(tokens, end, following)) or not surname(tokens, following):
            break
        end = name_run(tokens, following)
    return end


def names_memorial(tokens: list[Token], at: int) -> bool:
    """Whether a memorial is named after the person whose name, posts included, begins here."""
    matches = (NOT_PEOPLE.match(tokens, first) for first in range(max(0, at - _LOOK_BACK), at))
    named = any(match and match[1] == at and _NOT_PEOPLE_KINDS[match[0]] == "memorial" for match in matches)
    return named and tokens[at].gap == " "


def name_end(tokens: list[Token], at: int, context: Context, known: Phrases) -> int | None:
    """The index after a person's name that begins at a word, or None where there is none.

    `known` holds names found elsewhere in the article, which need no further sign here.
    """
    end = name_run(tokens, at)
    if end is None or names_something_else(tokens, at, context):
        return None
    if found := known.match(tokens, at):
        return found[1]
    full = end - at > 1 and surname(tokens, at) is not None
    if CAPITALS.fullmatch(tokens[at].text):
        shouted = at > 0 and CAPITALS.fullmatch(tokens[at - 1].text) and not other_name(tokens, at - 1)
        return end if full and context is not Context.NONE and not shouted else None
    if context in _AFTER_POST and unit_end(tokens, at):
        return None
    if context is Context.NONE:
        return end if _is_sure(tokens, at, end) else None
    if full:
        return end if context is Context.ADDRESS or end - at > 2 or _stands_free(tokens, end) else None
    if OPENERS.match(tokens, at) or not _is_plain(tokens, at, end) or INITIALS.fullmatch(_text(tokens, at, end)):
        return None
    if context is Context.ADDRESS:
        foreign = not all(VIETNAMESE.fullmatch(token.low) for token in tokens[at:end])
        return end if end - at == 1 or foreign or _stands_free(tokens, end) else None
    if context is Context.DEGREE and end - at == 1:
        return end if end < len(tokens) and CLAUSE_WORDS.match(tokens, end) else None
    free = context in (Context.POST, Context.DEGREE) and tokens[at].gap != ": " and _stands_free(tokens, end)
    return end if free else None


def name_run(tokens: list[Token], at: int) -> int | None:
    """The end of the capitalised words that may form one name."""
    shape = CAPITALS if CAPITALS.fullmatch(tokens[at].text) else SYLLABLE
    end = at
    while end < len(tokens) and end - at < _LONGEST and shape.fullmatch(tokens[end].text):
        if end > at and (not _joined(tokens, at, end) or OPENERS.match(tokens, end)):
            break
        end += 1
    return end if end > at else None


def _joined(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a syllable goes on with the run: after a blank, or a hyphen in foreign names ("Grabar-Kitarovic")."""
    return tokens[end].gap == " " or (
        tokens[end].gap == "-" and not surname(tokens, at) and not other_name(tokens, end)
    )


def _is_plain(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a run that opens with no surname is nothing else either: no body's or place's name, no common words."""
    others = any((other_name(tokens, index) or index) - index > 1 for index in range(at, end))
    return tokens[at].text not in NOT_NAMES and not others


def _stands_free(tokens: list[Token], end: int) -> bool:
    """Whether the run is not the beginning of longer words ("Bộ Công an", "Đoàn Thanh niên")."""
    if end == len(tokens) or tokens[end].gap != " " or tokens[end].capital or tokens[end].low == "và":
        return True
    return CLAUSE_WORDS.match(tokens, end) is not None


def _is_sure(tokens: list[Token], at: int, end: int) -> bool:
    inside = at > 1 and tokens[at].gap == " " and tokens[at - 1].capital and tokens[at - 1].gap == " "
    return is_common(tokens, at) and 3 <= end - at <= 4 and not inside


def is_common(tokens: list[Token], at: int) -> bool:
    """Whether a surname stands here that is hardly ever anything else."""
    row = surname(tokens, at)
    return row is not None and not row["word"]


def surname(tokens: list[Token], at: int) -> dict[str, str] | None:
    """The lexicon's row of a surname at a word; prefixes with an apostrophe ("H'", "K'") count as one."""
    text = tokens[at].text.replace("’", "'").replace("‘", "'")
    if text.isupper():
        text = text.capitalize()
    return _SURNAMES.get(text) or (_SURNAMES.get(text[:2]) if "'" in text[1:2] else None)


def unit_end(tokens: list[Token], at: int) -> int | None:
    """The end of the name of the unit that a post has just named ("huyện Mai Sơn", "xã Cao Xá | Lê Văn …"), or None."""
    end, before = name_run(tokens, at), tokens[at - 1]
    if end is None or tokens[at].gap != " " or len(tokens[at].text) == 1 or "'" in tokens[at].text.replace("’", "'"):
        return None
    if before.low not in UNITS and before.text not in UNITS:
        return None
    if end - at == 4 and is_common(tokens, at):
        return None
    if end - at > 3:
        return next((later for later in (at + 2, at + 1, at + 3) if later < end - 1 and surname(tokens, later)), None)
    return end if end - at < 3 and before.low in LOWER_UNITS else None


def _text(tokens: list[Token], at: int, end: int) -> str:
    return " ".join(token.text for token in tokens[at:end])
