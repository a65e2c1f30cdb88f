"""Words of a sentence -> the honorifics, posts and names among them, from left to right."""

from __future__ import annotations

from typing import NamedTuple

from bienban.find.people.heads import head_end, post_context
from bienban.find.people.honorifics import canonical_honorific, honorific_end, is_learned
from bienban.find.people.names import name_end, namesake_end
from bienban.find.people.others import Context, is_namesake, other_name
from bienban.find.people.patterns import AFTER_NAME, BEFORE_NAME, INTRODUCED, MEMBER, PLURAL, PREFIXES
from bienban.find.people.phrases import HONORIFICS, POSTS, Phrases, Token, between
from bienban.find.people.posts import post_end
from bienban.find.people.runs import surname

HONORIFIC, POST, NAME = "honorific", "post", "name"


# What a word in small letters must be to begin an honorific or a post; most are not, and cost nothing more.
_OPENERS = HONORIFICS.openers | POSTS.openers | frozenset(PREFIXES)

#: How many words, or items, back a post or a list may stand that bears on a name.
_NEAR = 9


class Item(NamedTuple):
    """The words `first` to `last` (exclusive) of a sentence and what they are. `plural`: "các …" stands before."""

    kind: str
    first: int
    last: int
    plural: bool = False
    rule: str = ""


def find_items(tokens: list[Token], known: Phrases, taken: set[int]) -> list[Item]:
    """The items in order. `taken` holds the indices of words that belong to authors already found."""
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        item, end = None, at + 1
        if (tokens[at].capital or tokens[at].low in _OPENERS) and at not in taken:
            item, end = _item(tokens, at, items, known)
        if item:
            items.append(item)
        at = end
    return items


def _item(tokens: list[Token], at: int, items: list[Item], known: Phrases) -> tuple[Item | None, int]:
    """The item that begins at a word, if any, and where to go on."""
    plural = at > 0 and tokens[at - 1].low in PLURAL and tokens[at].gap == " "
    if end := honorific_end(tokens, at):
        return Item(HONORIFIC, at, end, plural), end
    if end := post_end(tokens, at, known):
        return Item(POST, at, end, plural), end
    if not tokens[at].capital:
        return None, at + 1
    context, rule = _context(tokens, at, items)
    if (end := other_name(tokens, at)) and not _is_persons(tokens, at, end, context):
        return None, end
    if end := namesake_end(tokens, at, context):
        return None, end
    if end := name_end(tokens, at, context, known):
        return Item(NAME, at, end, rule=f"name.{rule}"), end
    end = name_end(tokens, at, Context.MEMBER, known)
    if end and end < len(tokens) and AFTER_NAME.fullmatch(tokens[end].gap) and head_end(tokens, end):
        return Item(NAME, at, end, rule="name.described"), end
    return None, at + 1


def _is_persons(tokens: list[Token], at: int, end: int, context: Context) -> bool:
    """Whether what may be a place's name is a person's after all ("bà Nga", "Chủ tịch Hồ Chí Minh")."""
    if context is Context.ADDRESS:
        return end == at + 1 or surname(tokens, at) is not None
    return context is not Context.NONE and is_namesake(tokens, at)


def _context(tokens: list[Token], at: int, items: list[Item]) -> tuple[Context, str]:
    """What stands before a word, and the name of the rule for a name that begins there."""
    if INTRODUCED.search(between(tokens, max(0, at - 3), at)):
        return Context.ADDRESS, "introduced"
    if not items:
        return Context.NONE, "surname"
    last = items[-1]
    if at - last.last > _NEAR:
        return Context.NONE, "surname"
    text = between(tokens, last.last, at)
    if BEFORE_NAME.fullmatch(text):
        if last.kind == HONORIFIC:
            learned = is_learned(canonical_honorific(tokens, last.first, at))
            return (Context.DEGREE if learned else Context.ADDRESS), "honorific"
        if last.kind == POST:
            return post_context(tokens, last.first, last.last), "post"
    if MEMBER.fullmatch(text) and any(item.kind == NAME for item in items[-_NEAR:]):
        return Context.MEMBER, "member"
    return Context.NONE, "surname"
