"""What the clause makes of a person: role, posts conferred, and the post on whose station somebody acts."""

from __future__ import annotations

from bienban import lexicon
from bienban.find.people.mentions import Mention
from bienban.find.people.others import other_name
from bienban.find.people.patterns import (
    BESIDES,
    CHAIRED_BY,
    COMPANY,
    CONFER,
    CONFERRED,
    DUTY,
    LISTING,
    MORE_THAN_ATTENDING,
    OBLIQUE,
    OPENS_LIST,
    OPINION,
    QUOTED,
    STATION,
    TOWARDS,
)
from bienban.find.people.phrases import CLAUSE_WORDS, NO_NAMES, Token
from bienban.find.people.posts import head_end, post_end

_ROLES = lexicon.mapping("clause_words", "role")
SPEAKER, CHAIR, ATTENDEE, SUBJECT = "speaker", "chair", "attendee", "subject"
#: How many words before or after a mention its verb may stand.
_REACH = 40


def roles_of(tokens: list[Token], mentions: list[Mention]) -> list[str | None]:
    """The role of each mention of a sentence; None for one that opens it and of which nothing is said."""
    after = _after_all(tokens, mentions)
    roles: list[str | None] = []
    listed = False  # whether the mention before got its role from what stands before its list
    opening = _opening(tokens)
    for number, mention in enumerate(mentions):
        if mention.linked and listed:
            apart = roles[-1] == SUBJECT and tokens[mention.first].gap == ", "
            roles.append((apart and after[number]) or roles[-1])
            continue
        role = _before(tokens, mention, after[number])
        listed = role is not None
        if not role and after[number] in (None, SUBJECT) and mention.first:
            gap = tokens[mention.first].gap
            role = SPEAKER if QUOTED.fullmatch(gap) else opening if gap == ", " else None
        roles.append(role or _headline(tokens, mention) or after[number] or _leading(tokens, mention))
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
    quoted = mention.first == 0 and mention.last < len(tokens) and tokens[mention.last].gap.startswith(":")
    return SPEAKER if quoted else None


def _before(tokens: list[Token], mention: Mention, after: str | None) -> str | None:
    """The role that the words directly before the mention, a preposition or a verb, give it."""
    first = mention.first
    if first == 0:
        return None
    before, gap = tokens[first - 1].low, tokens[first].gap
    lead = _text(tokens, max(0, first - _REACH), first)
    listing = next(reversed(list(LISTING.finditer(lead))), None)
    if before in OPENS_LIST:
        return SUBJECT if not listing else CHAIR if listing["chair"] else ATTENDEE
    if gap not in (" ", ": "):
        return None
    if before == "theo" or OPINION.search(lead):
        return SPEAKER
    if BESIDES.search(lead):
        return SUBJECT
    if CHAIRED_BY.search(lead):
        return CHAIR
    if before == "do":
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
            return ATTENDEE if role == ATTENDEE else SUBJECT
    if before in COMPANY and listing:
        return ATTENDEE
    return SUBJECT if before in OBLIQUE else None


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
    while at < limit and ";" not in tokens[at].gap:
        found = _clause_word(tokens, at)
        if found and (role := _ROLES[found[0]]):
            return _strongest(tokens, role, found[1])
        if found and found[0] == "sẽ" and found[1] < limit and not _clause_word(tokens, found[1]):
            return SUBJECT
        at = found[1] if found else at + 1
    return None


def _strongest(tokens: list[Token], role: str, at: int) -> str:
    """ "dự và phát biểu chỉ đạo" makes a speaker, "dự và chủ trì" a chair."""
    if role != ATTENDEE:
        return role
    more = MORE_THAN_ATTENDING.search(_text(tokens, at, min(len(tokens), at + 12)))
    return role if not more else CHAIR if more["chair"] else SPEAKER


def _leading(tokens: list[Token], mention: Mention) -> str | None:
    """The role that the clause before the mention gives it: "Tại hội nghị, phát biểu …, ông …", "Cùng dự: …"."""
    roles = {SPEAKER, CHAIR, ATTENDEE}
    for at in range(mention.first - 1, max(-1, mention.first - 1 - _REACH), -1):
        if ";" in tokens[at + 1].gap:
            roles = {ATTENDEE}  # "Cùng dự có các thành viên …; ông …"
        found = _clause_word(tokens, at)
        if found and _ROLES[found[0]] in roles and (len(roles) > 1 or at == 0):
            return _ROLES[found[0]]
    return None


def appointments(tokens: list[Token], mention: Mention, limit: int) -> list[tuple[int, int]]:
    """The posts that the clause after a mention confers on it, as word ranges."""
    clause = _text(tokens, mention.last, limit)
    before = _text(tokens, max(0, mention.first - 12), mention.first)
    conferred = bool(CONFERRED.search(f"{before} {clause}"))
    if tokens[mention.last : mention.last + 1] and tokens[mention.last].low == "làm":
        conferred = True
    if not conferred or "giới thiệu" in before or "từng " in clause:
        return []
    posts: list[tuple[int, int]] = []
    for at in range(mention.last + 1, limit):
        if _text(tokens, at, at + 2) == "giới thiệu":
            break  # a nomination confers nothing
        joined = bool(posts) and posts[-1][1] == at and tokens[at].gap == ", "
        if head_end(tokens, at) and (joined or CONFER.fullmatch(_text(tokens, max(0, at - 3), at))):
            posts.append((at, post_end(tokens, at, NO_NAMES) or at + 1))
    return posts


def appointment_before(tokens: list[Token], mention: Mention) -> list[tuple[int, int]]:
    """The post conferred on whom "đối với" introduces: "bầu bổ sung chức danh … đối với các ông: …"."""
    for at in range(max(0, mention.first - _REACH), mention.first):
        if not DUTY.search(_text(tokens, max(0, at - 8), at)) or not head_end(tokens, at):
            continue
        end = post_end(tokens, at, NO_NAMES) or at + 1
        return [(at, end)] if TOWARDS.fullmatch(_text(tokens, end, mention.first)) else []
    return []


def station(tokens: list[Token], mention: Mention, limit: int) -> list[tuple[int, int]]:
    """The post in whose capacity the clause says that the person acts ("trên cương vị …")."""
    for at in range(mention.last + 1, limit):
        if head_end(tokens, at) and STATION.search(_text(tokens, max(0, at - 6), at)):
            return [(at, post_end(tokens, at, NO_NAMES) or at + 1)]
    return []


def _clause_word(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The clause word that begins here, and the index after it."""
    if (tokens[at].capital and at > 0) or other_name(tokens, at):
        return None
    return CLAUSE_WORDS.match(tokens, at)


def _text(tokens: list[Token], first: int, last: int) -> str:
    return " ".join(token.low for token in tokens[first:last])
