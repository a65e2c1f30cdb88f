"""The words that begin a post ("nguyên Phó Chủ tịch"), and what may follow them."""

from __future__ import annotations

from bienban import lexicon
from bienban.find.people.names import is_stranger
from bienban.find.people.others import Context, is_abroad, other_name
from bienban.find.people.patterns import ABBREVIATED_POST, DELEGATES, DEPUTY_OF, GUILDS, PREFIXES
from bienban.find.people.phrases import POSTS, Token

_TAKES_NAME = lexicon.mapping("positions", "names")
_OPENERS = {opener.lower() for opener in POSTS.openers} | PREFIXES
#: How many prefixes a post has at most ("nguyên Phó …").
_MOST_PREFIXES = 3


def head_end(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The words that begin a post here ("nguyên Phó Chủ tịch"): the head without prefixes, and the index after it."""
    if tokens[at].low not in _OPENERS and not tokens[at].text.startswith("UV"):
        return None
    first, last = at, min(len(tokens) - 1, at + _MOST_PREFIXES)
    while first < last and tokens[first].low in PREFIXES and tokens[first + 1].gap == " ":
        first += 1
    if first > at and at > 0 and tokens[at].low == "quyền" and tokens[at - 1].low == "chính":
        return None  # "chính quyền | Thủ tướng …"
    found = POSTS.match(tokens, first)
    if not found and first > at and (found := POSTS.match(tokens, at)):
        first = at  # "cố vấn"
    if found and found[0] in DELEGATES and at > 0 and tokens[at - 1].low in GUILDS and tokens[at].gap == " ":
        return None  # "đoàn đại biểu Quốc hội"
    if not found:
        if tokens[first].text.isupper() and ABBREVIATED_POST.fullmatch(tokens[first].text):
            return "ủy viên", first + 1
        deputy = first > at and tokens[first - 1].low == "phó" and tokens[first].low in DEPUTY_OF
        return ("phó", first + 1) if deputy else None
    if (other_name(tokens, first) or 0) > found[1]:
        return None  # "Đại sứ quán"
    if found[0] == "vụ trưởng" and at > 0 and tokens[at - 1].low in ("chức", "nhiệm"):
        return None  # "giữ chức vụ Trưởng phòng"
    if found[0] == "trưởng" and first == at and not tokens[at].capital and tokens[at].gap == " ":
        return None  # the end of a longer word: "đội trưởng" has a row of its own
    return found


def post_context(tokens: list[Token], at: int, end: int) -> Context:
    """Which names may follow the post that began at `at`."""
    head, first = head_end(tokens, at) or ("", end)
    takes = _TAKES_NAME.get(head)
    bare = takes == "yes" and first == end
    places = [index for index in range(first, end) if is_abroad(tokens, index)]
    foreign = places and (takes or tokens[places[-1] - 1].low == "tại")
    bracketed = end < len(tokens) and tokens[end].gap.startswith(")")
    stranger = (takes == "yes" or bracketed) and is_stranger(tokens, end)  # "Bộ trưởng Thương mại | Wendy Karlstrom"
    return Context.POST if bare or foreign or stranger else Context.BODY_POST
