"""The posts that a clause confers on people, and the posts on whose station somebody acts. Posts are word ranges."""

from __future__ import annotations

from bienban.find.people.clause_patterns import (
    CONFER,
    CONFERRED,
    DUTY,
    STATION,
    STATION_ENDS,
    TOWARDS,
    TOWARDS_ENDS,
)
from bienban.find.people.heads import head_end
from bienban.find.people.mentions import Mention
from bienban.find.people.phrases import NO_NAMES, Token, between, low_words
from bienban.find.people.posts import post_end

Post = tuple[int, int]
#: How many words before a mention a post may stand that is conferred on it, and how many of those around it count.
_REACH = 40
_NEAR = 12


def appointments(tokens: list[Token], mentions: list[Mention]) -> list[list[Post]]:
    """For each mention of a sentence the posts conferred on it; the members of a list share what stands before or
    after it."""
    limits = [*(mention.first for mention in mentions[1:]), len(tokens)]
    verb = CONFERRED.search(low_words(tokens, 0, len(tokens)))
    conferring = verb.string.count(" ", 0, verb.end()) if verb else len(tokens)
    after = [_after(tokens, mention, limit, conferring) for mention, limit in zip(mentions, limits, strict=True)]
    for number in range(len(mentions) - 2, -1, -1):
        gap = between(tokens, mentions[number].last, mentions[number + 1].first)
        if not after[number] and mentions[number + 1].linked and ";" not in gap:
            after[number] = after[number + 1]
    conferred: list[list[Post]] = []
    before: list[Post] = []
    for number, mention in enumerate(mentions):
        before = (before if mention.linked else []) or _before(tokens, mention)
        conferred.append(before + after[number])
    return conferred


def station(tokens: list[Token], mention: Mention, limit: int) -> list[Post]:
    """The post in whose capacity the clause says that the person acts ("trên cương vị …")."""
    for at in range(mention.last + 1, limit):
        if (
            tokens[at - 1].low in STATION_ENDS
            and head_end(tokens, at)
            and STATION.search(low_words(tokens, max(0, at - 6), at))
        ):
            return [_post(tokens, at)]
    return []


def _after(tokens: list[Token], mention: Mention, limit: int, conferring: int) -> list[Post]:
    """The posts that the clause after a mention confers; the word `conferring` is the sentence's first verb of that."""
    if limit <= conferring and not (mention.last < limit and tokens[mention.last].low == "làm"):
        return []
    before = low_words(tokens, max(0, mention.first - _NEAR), mention.first)
    if "giới thiệu" in before or "từng " in low_words(tokens, mention.last, limit):
        return []
    posts: list[Post] = []
    for at in range(mention.last + 1, limit):
        if low_words(tokens, at, at + 2) == "giới thiệu":
            break  # a nomination confers nothing
        joined = bool(posts) and posts[-1][1] == at and tokens[at].gap == ", "
        if head_end(tokens, at) and (joined or CONFER.fullmatch(low_words(tokens, max(0, at - 4), at))):
            posts.append(_post(tokens, at))
    return posts


def _before(tokens: list[Token], mention: Mention) -> list[Post]:
    """The post conferred on whom "đối với" introduces: "bầu bổ sung chức danh … đối với các ông: …"."""
    if tokens[mention.first - 1].low not in TOWARDS_ENDS:
        return []
    for at in range(max(0, mention.first - _REACH), mention.first):
        if not head_end(tokens, at) or not DUTY.search(low_words(tokens, max(0, at - 8), at)):
            continue
        post = _post(tokens, at)
        return [post] if TOWARDS.fullmatch(low_words(tokens, post[1], mention.first)) else []
    return []


def _post(tokens: list[Token], at: int) -> Post:
    return at, post_end(tokens, at, NO_NAMES) or at + 1
