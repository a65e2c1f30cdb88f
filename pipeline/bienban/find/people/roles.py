"""What the clause makes of a person: role, posts conferred, and the post on whose station somebody acts."""

from __future__ import annotations

from bienban import lexicon
from bienban.find.people.mentions import Mention
from bienban.find.people.patterns import (
    ATTENDING,
    CONFER,
    CONFERRED,
    MORE_THAN_ATTENDING,
    OBLIQUE,
    OPINION,
    STATION,
)
from bienban.find.people.phrases import Token
from bienban.find.people.posts import clause_word, head_end, post_end

_ROLES = lexicon.mapping("clause_words", "role")
SPEAKER, CHAIR, ATTENDEE, SUBJECT = "speaker", "chair", "attendee", "subject"
#: How many words after a mention its verb may stand.
_REACH = 30


def roles_of(tokens: list[Token], mentions: list[Mention]) -> list[str | None]:
    """The role of each mention of a sentence; None for one that is all there is, a caption of name and post."""
    roles: list[str | None] = []
    listed = False  # whether the mention before got its role from what stands before its list
    for number, mention in enumerate(mentions):
        if mention.linked and listed:
            apart = roles[-1] == SUBJECT and tokens[mention.first].gap == ", "
            roles.append((apart and _after(tokens, mentions, number)) or roles[-1])
            continue
        role = _before(tokens, mentions, number)
        listed = role is not None
        roles.append(role or _after(tokens, mentions, number) or _leading(tokens, mention) or _silent(tokens, mention))
    return roles


def _silent(tokens: list[Token], mention: Mention) -> str | None:
    """The role where no word gives one: unknown if name and post are all there is, as in captions."""
    return None if mention.first == 0 and mention.last == len(tokens) else SUBJECT


def _before(tokens: list[Token], mentions: list[Mention], number: int) -> str | None:
    """The role that the words directly before the mention, a preposition or a verb, give it."""
    first = mentions[number].first
    if first == 0:
        return None
    before, gap = tokens[first - 1], tokens[first].gap
    if before.low in ("có", "gồm", "tụ", "còn"):
        return ATTENDEE if ATTENDING.search(_text(tokens, 0, first)) else SUBJECT
    if gap not in (" ", ": "):
        return None
    if before.low == "theo":
        return SPEAKER
    if before.low in ("do", "của", "trì"):
        if before.low != "do":
            if OPINION.search(_text(tokens, max(0, first - 5), first)):
                return SPEAKER
            return CHAIR if "chủ trì" in _text(tokens, max(0, first - 3), first) else SUBJECT
        role = _after(tokens, mentions, number)
        return role if role in (CHAIR, ATTENDEE) else SUBJECT
    for start in range(max(0, first - 4), first):
        found = clause_word(tokens, start)
        if found and found[1] == first and (role := _ROLES[found[0]]):
            if gap == ": ":
                return role if role in (CHAIR, ATTENDEE) else None
            return ATTENDEE if role == ATTENDEE else SUBJECT
    if before.low in ("với", "cho", "cùng") and ATTENDING.search(_text(tokens, 0, first)):
        return ATTENDEE
    return SUBJECT if before.low in OBLIQUE else None


def _after(tokens: list[Token], mentions: list[Mention], number: int) -> str | None:
    """The role that the first verb after the mention gives it; the verb of a list stands after its last member."""
    following = {mention.first: mention for mention in mentions[number + 1 :]}
    at = mentions[number].last
    limit = min(len(tokens), at + _REACH)
    while at < limit:
        if at in following and following[at].linked:
            at = limit if at == following[at].last else following[at].last
            limit = min(len(tokens), at + _REACH)
            continue
        if at in following or ";" in tokens[at].gap:
            return None
        found = clause_word(tokens, at)
        if found and (role := _ROLES[found[0]]):
            return _strongest(tokens, role, found[1])
        at = found[1] if found else at + 1
    return None


def _strongest(tokens: list[Token], role: str, at: int) -> str:
    """ "dự và phát biểu chỉ đạo" makes a speaker, "dự và chủ trì" a chair."""
    if role != ATTENDEE:
        return role
    more = MORE_THAN_ATTENDING.search(_text(tokens, at, min(len(tokens), at + 12)))
    return role if not more else CHAIR if more["chair"] else SPEAKER


def _leading(tokens: list[Token], mention: Mention) -> str | None:
    """The role that the clause before the mention gives it: "Phát biểu tại hội nghị, …", "Cùng dự: …"."""
    for at in range(mention.first - 1, -1, -1):
        if ";" in tokens[at + 1].gap:
            return None
        found = clause_word(tokens, at)
        if found and _ROLES[found[0]] in (SPEAKER, CHAIR, ATTENDEE):
            return _ROLES[found[0]]
    return None


def appointments(tokens: list[Token], mention: Mention, limit: int) -> list[tuple[int, int]]:
    """The posts that the clause after a mention confers on it, as word ranges."""
    clause = _text(tokens, mention.last, limit)
    before = _text(tokens, max(0, mention.first - 12), mention.first)
    conferred = bool(CONFERRED.search(f"{before} {clause}"))
    if tokens[mention.last : mention.last + 1] and tokens[mention.last].low == "làm":
        conferred = True
    if not conferred or "giới thiệu" in before:
        return []
    posts = []
    for at in range(mention.last + 1, limit):
        if CONFER.fullmatch(_text(tokens, max(0, at - 3), at)) and head_end(tokens, at):
            posts.append((at, post_end(tokens, at, frozenset()) or at + 1))
    return posts


def station(tokens: list[Token], mention: Mention, limit: int) -> list[tuple[int, int]]:
    """The post in whose capacity the clause says that the person acts ("trên cương vị …")."""
    for at in range(mention.last + 1, limit):
        if head_end(tokens, at) and STATION.search(_text(tokens, max(0, at - 6), at)):
            return [(at, post_end(tokens, at, frozenset()) or at + 1)]
    return []


def _text(tokens: list[Token], first: int, last: int) -> str:
    return " ".join(token.low for token in tokens[first:last])
