"""Where a person's name begins and ends among the words of a sentence."""

from __future__ import annotations

from bienban.find.people.others import AFTER_POST, Context, names_something_else, other_name
from bienban.find.people.patterns import (
    HIGHLANDER,
    INITIALS,
    LOWER_UNITS,
    NOT_NAMES,
    PREFIXES,
    QUOTED,
    TOGETHER,
    UNITS,
)
from bienban.find.people.phrases import CLAUSE_WORDS, COMPANIES, OPENERS, POSTS, Phrases, Token, between
from bienban.find.people.runs import is_common, is_foreign, name_run, surname
from bienban.find.people.shapes import is_capitals

#: How many words before a name the word "công ty" stands whose name it may be.
_COMPANY_REACH = 8


def namesake_end(tokens: list[Token], at: int, run: int) -> int:
    """The end of the name of a street, a school or the like in a run of capitals, and of those told with it."""
    # "Trường THPT Chu Văn An | Nguyễn Thị …"
    end = next((later for later in range(at + 2, run) if is_common(tokens, later)), run)
    while end + 1 < len(tokens):
        following = end + 1 if tokens[end].low == "và" else end
        last = name_run(tokens, following)
        if not TOGETHER.fullmatch(between(tokens, end, following)) or not surname(tokens, following):
            break
        if last is None or last - following < 2:
            break
        end = last
    return end


def name_end(tokens: list[Token], at: int, context: Context, known: Phrases) -> int | None:
    """The index after a person's name that begins at a word, or None where there is none.

    `known` holds names found elsewhere in the article, which need no further sign here.
    """
    run = name_run(tokens, at)
    if run is None or names_something_else(tokens, at, context):
        return None
    return person_end(tokens, at, run, context, known)


def person_end(tokens: list[Token], at: int, end: int, context: Context, known: Phrases) -> int | None:
    """The index after a person's name that a run of capitals, the words `at` to `end`, opens with, or None."""
    found = known.match(tokens, at)
    if found and (found[1] - at > 1 or not _in_longer(tokens, at)):
        return found[1]
    full = end - at > 1 and surname(tokens, at) is not None
    if is_capitals(tokens[at].text):
        shouted = at > 0 and is_capitals(tokens[at - 1].text) and not other_name(tokens, at - 1)
        shouted = shouted and not (is_common(tokens, at) and 3 <= end - at <= 4)
        return end if full and (context is Context.ADDRESS or (context is not Context.NONE and not shouted)) else None
    if context in AFTER_POST and unit_end(tokens, at):
        return None
    if context is Context.NONE:
        gap = tokens[at].gap
        quoted = QUOTED.fullmatch(gap) is not None and gap.rstrip()[-1:] in ("-", ",")
        return end if _is_sure(tokens, at, end) or (quoted and is_stranger(tokens, at)) else None
    if full and context is Context.BODY_POST and end - at == 2 and _ends_company(tokens, at):
        return None  # "Giám đốc Công ty May Hoàng Anh"
    if full and context is Context.BODY_POST and end - at == 2 and not is_common(tokens, at):
        return end if _is_confirmed(tokens, end) else None  # "Giám đốc Hợp tác xã Thái Sơn, xã …"
    if full:
        return end if context is Context.ADDRESS or end - at > 2 or _stands_free(tokens, end) else None
    if OPENERS.match(tokens, at) or not _is_plain(tokens, at, end) or INITIALS.fullmatch(_text(tokens, at, end)):
        return None
    foreign = is_foreign(tokens, at, end)
    if context is Context.ADDRESS:
        return end if end - at == 1 or foreign or _stands_free(tokens, end) else None
    if context is Context.DEGREE and end - at == 1:
        return end if end < len(tokens) and CLAUSE_WORDS.match(tokens, end) else None
    if context is Context.MEMBER:
        return end if is_stranger(tokens, at) or HIGHLANDER.fullmatch(tokens[at].text) else None
    introduced = context in (Context.POST, Context.DEGREE) and tokens[at].gap != ": "
    return end if introduced and (foreign or _stands_free(tokens, end)) else None


def is_stranger(tokens: list[Token], at: int) -> bool:
    """Whether two to four foreign words in capitals begin here that are no place or body: "Wendy Karlstrom"."""
    end = name_run(tokens, at) if at < len(tokens) else None
    if end is None or not 2 <= end - at <= 4 or tokens[at].text.isupper() or not _is_plain(tokens, at, end):
        return False
    return all(is_foreign(tokens, index, index + 1) for index in range(at, end)) and not OPENERS.match(tokens, at)


def _is_plain(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a run that opens with no surname is nothing else either: no body's or place's name, no common words."""
    others = any((other_name(tokens, index) or index) - index > 1 for index in range(at, end))
    return tokens[at].text not in NOT_NAMES and not others


def _stands_free(tokens: list[Token], end: int) -> bool:
    """Whether the run is not the beginning of longer words ("Bộ Công an", "Đoàn Thanh niên")."""
    if end == len(tokens) or tokens[end].gap != " " or tokens[end].capital or tokens[end].low == "và":
        return True
    return CLAUSE_WORDS.match(tokens, end) is not None


def _ends_company(tokens: list[Token], at: int) -> bool:
    """Whether two syllables may end the name of a company that the words before have begun; not after its place."""
    near = range(max(0, at - _COMPANY_REACH), at)
    placed = tokens[at - 1].low in UNITS or any(other_name(tokens, first) == at for first in near)
    return not placed and any(COMPANIES.match(tokens, first) for first in near)


def _is_confirmed(tokens: list[Token], end: int) -> bool:
    """Whether what follows shows that a person's name ended: the end of the sentence, a clause, a post."""
    if end == len(tokens) or tokens[end].low == "và":
        return True
    words = CLAUSE_WORDS if tokens[end].gap == " " else POSTS
    return words.match(tokens, end + (tokens[end].low in PREFIXES and end + 1 < len(tokens))) is not None


def _in_longer(tokens: list[Token], at: int) -> bool:
    """Whether another word in capitals stands directly before or after one."""
    near = [(at - 1, at), (at + 1, at + 1)]
    return any(0 <= word < len(tokens) and tokens[word].capital and tokens[gap].gap == " " for word, gap in near)


def _is_sure(tokens: list[Token], at: int, end: int) -> bool:
    inside = at > 1 and tokens[at].gap == " " and tokens[at - 1].capital and tokens[at - 1].gap == " "
    return is_common(tokens, at) and 3 <= end - at <= 4 and not inside


def unit_end(tokens: list[Token], at: int) -> int | None:
    """The end of the name of the unit that a post has just named ("huyện Mai Sơn", "xã Cao Xá | Lê Văn …"), or None."""
    before = tokens[at - 1]
    if tokens[at].gap != " " or (before.low not in UNITS and before.text not in UNITS):
        return None
    end = name_run(tokens, at)
    if end is None or len(tokens[at].text) == 1 or "'" in tokens[at].text.replace("’", "'"):
        return None
    if end - at == 4 and is_common(tokens, at):
        return None
    if end - at > 3:
        return next((later for later in (at + 2, at + 1, at + 3) if later < end - 1 and surname(tokens, later)), None)
    return end if end - at < 3 and before.low in LOWER_UNITS else None


def _text(tokens: list[Token], at: int, end: int) -> str:
    return " ".join(token.text for token in tokens[at:end])
