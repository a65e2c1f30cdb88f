"""What the clause makes of a person: who chairs, speaks, attends, and of whom it is spoken."""

from __future__ import annotations

import regex

from bienban import lexicon
from bienban.find.people.clause_patterns import (
    AGENT,
    AT_EVENT,
    ATTENDED_BY,
    BESIDES,
    CHAIRED_BY,
    CLOSING_QUOTES,
    COMPANY,
    EVENTS,
    GIVING,
    HEARING,
    LISTING,
    MORE_THAN_ATTENDING,
    OBLIQUE,
    OPENING_QUOTES,
    OPENS_LIST,
    OPINION,
    PLACE_OF_LIST,
    SAYS,
)
from bienban.find.people.mentions import Mention
from bienban.find.people.others import other_name
from bienban.find.people.patterns import QUOTED
from bienban.find.people.phrases import CLAUSE_WORDS, Token, low_words

_ROLES = lexicon.mapping("clause_words", "role")
SPEAKER, CHAIR, ATTENDEE, SUBJECT = "speaker", "chair", "attendee", "subject"
#: How many words before or after a mention its verb may stand.
_REACH = 40
#: How many words before a mention make it the agent or the object of what is said.
_NEAR = 8


def roles_of(tokens: list[Token], mentions: list[Mention]) -> list[str | None]:
    """The role of each mention of a sentence; None for one that opens it and of which nothing is said."""
    after = _after_all(tokens, mentions)
    roles: list[str | None] = []
    listed = False  # whether the mention before got its role from what stands before its list
    opening = _opening(tokens)
    first = True  # whether the mention is the sentence's first or in a list with it
    for number, mention in enumerate(mentions):
        first = first and (number == 0 or mention.linked)
        if mention.linked and listed:
            apart = roles[-1] == SUBJECT and tokens[mention.first].gap in (", ", "; ")
            roles.append((apart and after[number]) or roles[-1])
            continue
        role = _before(tokens, mention, after[number])
        listed = role is not None
        if not role and after[number] in (None, SUBJECT) and mention.first:
            gap = tokens[mention.first].gap
            role = SPEAKER if QUOTED.fullmatch(gap) else opening if gap == ", " else None
        role = role or _headline(tokens, mention) or after[number]
        if mention.linked and not role:
            role = roles[-1]
        leading = _leading(tokens, mention) if first and not role else None
        listed = listed or leading in (CHAIR, ATTENDEE)
        roles.append(role or leading)
        if not roles[-1] and not (mention.linked and roles[-2] is None) and not _is_caption(tokens, mention):
            roles[-1] = SUBJECT
    return roles


def _is_caption(tokens: list[Token], mention: Mention) -> bool:
    """Whether name and post are all there is, or only brackets, another name or where the picture was taken follow."""
    if mention.first or mention.last == len(tokens):
        return mention.first == 0
    following = tokens[mention.last]
    return "(" in following.gap or following.low in ("và", "tại", "trong", "ở")


def _opening(tokens: list[Token]) -> str | None:
    """The role that a verb at the sentence's very beginning gives to its subject: "Cho rằng …, ông …"."""
    found = _clause_word(tokens, 0) if tokens else None
    return SPEAKER if found and _ROLES[found[0]] == SPEAKER else None


def _headline(tokens: list[Token], mention: Mention) -> str | None:
    """Who says what follows: "Bộ trưởng …: Phải làm ngay"."""
    quoted = mention.first == 0 and mention.last < len(tokens) and ":" in tokens[mention.last].gap
    return SPEAKER if quoted else None


def _before(tokens: list[Token], mention: Mention, after: str | None) -> str | None:
    """The role that the words directly before the mention, a preposition or a verb, give it."""
    first = mention.first
    if first == 0:
        return None
    before, gap = tokens[first - 1].low, tokens[first].gap
    start = next((at for at in range(first - 1, max(0, first - _REACH), -1) if ";" in tokens[at].gap), 0)
    if before in OPENS_LIST or before in COMPANY:
        listing = _listing(low_words(tokens, max(start, first - _REACH), first))
        if before in OPENS_LIST and listing:
            return CHAIR if listing["chair"] else ATTENDEE
        if before in OPENS_LIST and before != "còn":
            return SUBJECT
    if gap not in (" ", ": "):
        return None
    lead = low_words(tokens, max(start, first - _NEAR), first)
    if before == "theo" or OPINION.search(lead):
        return SPEAKER
    if BESIDES.search(lead):
        return SUBJECT
    if CHAIRED_BY.search(lead):
        return CHAIR
    if ATTENDED_BY.search(lead):
        return ATTENDEE
    if before in AGENT:
        return after or SUBJECT
    if before == "nghe":
        return after or ATTENDEE
    if before == "lời":
        return SPEAKER
    for start in range(max(0, first - 4), first):
        found = _clause_word(tokens, start)
        if found and found[1] == first and (role := _ROLES[found[0]]):
            if gap == ": ":
                return role if role in (CHAIR, ATTENDEE) else None
            return ATTENDEE if role == ATTENDEE and found[0] not in GIVING else SUBJECT
    if before in COMPANY and listing:
        return ATTENDEE
    return SUBJECT if before in OBLIQUE else None


def _listing(lead: str) -> regex.Match[str] | None:
    """The last word that makes a list of names one of those who chair, or of those present, best one of no place."""
    listings = list(LISTING.finditer(lead))
    named = (found for found in reversed(listings) if found.group() not in PLACE_OF_LIST)
    return next(named, listings[-1] if listings else None)


def _after_all(tokens: list[Token], mentions: list[Mention]) -> list[str | None]:
    """For each mention the role that the first verb after it gives it; a list shares the verb after its last member."""
    roles: list[str | None] = [None] * len(mentions)
    limit = len(tokens)
    for number in range(len(mentions) - 1, -1, -1):
        mention = mentions[number]
        role = _after(tokens, mention.last, min(limit, mention.last + _REACH))
        following = mentions[number + 1 : number + 2]
        roles[number] = roles[number + 1] if not role and following and following[0].linked else role
        limit = mention.first
    return roles


def _after(tokens: list[Token], at: int, limit: int) -> str | None:
    """The role that the verb after a mention gives it; what follows a semicolon or the end of the quotation in which
    the mention stands is said of somebody else."""
    accompanied, quoted = None, 0
    while at < limit:
        gap = tokens[at].gap
        if gap != " ":
            quoted += sum((mark in OPENING_QUOTES) - (mark in CLOSING_QUOTES) for mark in gap)
            if ";" in gap or quoted < 0:
                break
            if SAYS.search(gap):
                return SPEAKER
        found = _clause_word(tokens, at)
        role = _ROLES[found[0]] if found and not _names_event(tokens, at) else None
        if found and found[0] == "cùng":
            accompanied = ATTENDEE
        elif found and role:
            return role if found[0] in HEARING else _strongest(tokens, role, found[1])
        if found and found[0] == "sẽ" and found[1] < limit and not _clause_word(tokens, found[1]):
            return SUBJECT
        at = found[1] if found else at + 1
    return accompanied


def _names_event(tokens: list[Token], at: int) -> bool:
    """Whether the verb at a word only says what a meeting is for ("tại buổi | làm việc")."""
    return tokens[at - 1].low in EVENTS and any(token.low in AT_EVENT for token in tokens[max(0, at - 4) : at - 1])


def _strongest(tokens: list[Token], role: str, at: int) -> str:
    """ "dự và phát biểu chỉ đạo" makes a speaker, "dự và chủ trì" a chair."""
    if role != ATTENDEE:
        return role
    more = MORE_THAN_ATTENDING.search(low_words(tokens, at, min(len(tokens), at + 12)))
    return role if not more else CHAIR if more["chair"] else SPEAKER


def _leading(tokens: list[Token], mention: Mention) -> str | None:
    """The role that the words before a sentence's first mention give it: "Tại hội nghị, phát biểu …, ông …"."""
    if tokens[mention.first].gap == " " and not mention.linked:
        return None  # the object of what stands before
    roles = {SPEAKER, CHAIR, ATTENDEE}
    for at in range(mention.first - 1, max(-1, mention.first - 1 - _REACH), -1):
        if ";" in tokens[at + 1].gap:
            roles = {ATTENDEE}  # "Cùng dự có các thành viên …; ông …"
        found = _clause_word(tokens, at)
        if found and _ROLES[found[0]] in roles and (len(roles) > 1 or at == 0):
            return _ROLES[found[0]]
    return None


def _clause_word(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The clause word that begins here, and the index after it."""
    if (tokens[at].capital and at > 0) or other_name(tokens, at):
        return None
    return CLAUSE_WORDS.match(tokens, at)
