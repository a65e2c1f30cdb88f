"""Items of a sentence -> mentions: each name with the honorifics and posts that belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bienban.find.people.honorifics import canonical_honorific, is_address, is_title
from bienban.find.people.items import HONORIFIC, NAME, POST, Item
from bienban.find.people.others import names_memorial
from bienban.find.people.patterns import (
    AFTER_NAME,
    APPOSED,
    AS,
    BEFORE_NAME,
    GROUP,
    MEMBER,
    NEXT_POST,
    ON_BEHALF,
)
from bienban.find.people.phrases import Token, between


@dataclass
class Mention:
    """A name (`item`) with what belongs to it; `first` and `last` bound the whole in words. Posts are word ranges."""

    item: Item
    first: int
    last: int
    honorifics: list[str]
    before: list[tuple[int, int]]
    after: list[tuple[int, int]] = field(default_factory=list)
    shared: list[tuple[int, int]] = field(default_factory=list)
    #: Whether only separators stand between the mention before and this one.
    linked: bool = False

    @property
    def posts(self) -> list[tuple[int, int]]:
        return self.shared + self.before + self.after

    @property
    def honorific(self) -> str | None:
        return " ".join(dict.fromkeys(self.honorifics)).replace(". ", ".") or None


@dataclass
class _Group:
    """What a plural opener ("các đồng chí Ủy viên …:") gives to the names that follow it."""

    honorifics: list[str]
    posts: list[tuple[int, int]]
    #: Whether a colon stands after the opener's posts, so that they hold for all names that follow.
    closed: bool


def assemble(tokens: list[Token], items: list[Item]) -> list[Mention]:
    """The mentions of a sentence, in order."""
    mentions: list[Mention] = []
    group: _Group | None = None
    used = 0  # items that belong to earlier mentions
    for index, item in enumerate(items):
        if item.kind != NAME:
            continue
        mention, opened = _with_what_precedes(tokens, items, used, index)
        if names_memorial(tokens, mention.first):
            used = index + 1
            continue
        if mentions:
            mention.linked = bool(MEMBER.fullmatch(between(tokens, mentions[-1].last, mention.first)))
        used = _take_what_follows(tokens, items, index, mention)
        if opened:
            if group and mention.linked and not opened.honorifics:
                opened.honorifics = group.honorifics  # "các đồng chí: A, …, và các Phó Chủ tịch B, C"
                mention.honorifics[:0] = group.honorifics
            group = opened
        elif not mention.linked:
            group = None
        elif group:
            if not any(map(is_address, mention.honorifics)):
                mention.honorifics[:0] = group.honorifics
            if group.closed or not mention.before:
                mention.shared = group.posts
        mentions.append(mention)
        if group and not group.posts and mention.after and not mention.before:
            _share_back(tokens, mentions)
    return mentions


def _with_what_precedes(tokens: list[Token], items: list[Item], used: int, index: int) -> tuple[Mention, _Group | None]:
    """The mention of a name with the unused items before it that belong to it, and the group that they open, if any."""
    item = items[index]
    mention = Mention(item, item.first, item.last, [], [])
    opener, crossed = False, False
    shared: list[tuple[int, int]] = []
    following = item
    for number in range(index - 1, used - 1, -1):
        before = items[number]
        text = between(tokens, before.last, following.first)
        opens_group = before.plural or (number > 0 and items[number - 1].plural)
        if not _belongs(before, following, text, tokens) and not (opens_group and GROUP.fullmatch(text)):
            break
        crossed = crossed or ":" in text
        if before.kind == POST:
            (shared if crossed else mention.before).insert(0, (before.first, before.last))
        else:
            joined = text if text == "." and following.kind == HONORIFIC else ""  # "PGS.TS"
            mention.honorifics.insert(0, canonical_honorific(tokens, before.first, before.last) + joined)
        mention.first = before.first
        following = before
        if before.plural:
            opener = True
            mention.first -= 1
            break
    apart = len(mention.before) > 1 or (mention.before and "," in tokens[mention.before[0][1]].gap)
    if apart and ON_BEHALF.search(between(tokens, max(0, mention.first - 12), mention.first).lower()):
        _, end = mention.before.pop(0)
        mention.first = next(own.first for own in items[used:] if own.first >= end)
    if not opener:
        mention.before[:0] = shared
        return mention, None
    group = _Group(
        [h for h in mention.honorifics if is_address(h)], shared if crossed else list(mention.before), bool(shared)
    )
    mention.shared = shared
    return mention, group


def _belongs(before: Item, following: Item, text: str, tokens: list[Token]) -> bool:
    """Whether an item belongs to the name that the following item, a name or what introduces one, belongs to."""
    if before.kind == NAME:
        return False
    if before.plural and following.kind == POST and AS.fullmatch(text):
        return True
    if before.kind == POST and following.kind == POST:
        return NEXT_POST.fullmatch(text) is not None
    if BEFORE_NAME.fullmatch(text):
        return True
    if not APPOSED.fullmatch(text) or (following.kind == NAME and "-" not in text):
        return False
    if before.kind == HONORIFIC:  # "Thiếu tướng, PGS.TS …", "NSƯT, đạo diễn …"
        return following.kind == HONORIFIC or is_title(canonical_honorific(tokens, before.first, before.last))
    # "Giám đốc Công an tỉnh, Đại tá …"; otherwise ("…, ông …", "… - Lê …") the post must open its clause
    ranked = following.kind == HONORIFIC and not is_address(
        canonical_honorific(tokens, following.first, following.last)
    )
    return ranked or before.first == 0 or tokens[before.first].gap == ", "


def _take_what_follows(tokens: list[Token], items: list[Item], index: int, mention: Mention) -> int:
    """Add the posts after the name, up to one that introduces the next name; the index of the first item not used."""
    separator = AFTER_NAME
    at = index + 1
    while at < len(items) and items[at].kind == POST and not items[at].plural:
        post = items[at]
        if not separator.fullmatch(between(tokens, mention.last, post.first)) or _introduces(tokens, items, at):
            break
        mention.after.append((post.first, post.last))
        mention.last = post.last
        separator = NEXT_POST
        at += 1
    return at


def _introduces(tokens: list[Token], items: list[Item], at: int) -> bool:
    """Whether a post stands directly before a name, or before the honorific of one."""
    if at + 1 >= len(items):
        return False
    text = between(tokens, items[at].last, items[at + 1].first)
    if items[at + 1].kind == POST:  # "… - Trưởng đoàn … Nguyễn …"
        return text.strip() == "-" and _introduces(tokens, items, at + 1)
    return BEFORE_NAME.fullmatch(text) is not None


def _share_back(tokens: list[Token], mentions: list[Mention]) -> None:
    """ "các đồng chí A và B, Phó Chủ tịch …": the posts are of both."""
    last = mentions[-1]
    for number in range(len(mentions) - 2, -1, -1):
        mention = mentions[number]
        text = between(tokens, mention.last, mentions[number + 1].first)
        if mention.posts or not mentions[number + 1].linked or ";" in text:
            return
        mention.shared = last.after
