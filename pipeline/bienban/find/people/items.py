"""Words of a sentence -> the honorifics, posts and names among them, from left to right."""

from __future__ import annotations

from typing import NamedTuple

from bienban.find.people.heads import head_end, post_context
from bienban.find.people.honorifics import canonical_honorific, honorific_end, is_learned
from bienban.find.people.names import name_end, namesake_end, person_end
from bienban.find.people.others import Context, is_namesake, names_something_else, other_name
from bienban.find.people.patterns import AFTER_NAME, BEFORE_NAME, INTRODUCED, INTRODUCING, MEMBER, PLURAL, PREFIXES
from bienban.find.people.phrases import HONORIFICS, POSTS, Phrases, Token, between
from bienban.find.people.posts import post_end
from bienban.find.people.runs import name_run, surname

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
    run, other = name_run(tokens, at), other_name(tokens, at)
    if not run and not other:
        return None, at + 1
    context, rule = _context(tokens, at, items)
    if other and not _is_persons(tokens, at, other, context):
        return None, other
    if not run:
        return None, at + 1
    if names_something_else(tokens, at, context):
        return None, namesake_end(tokens, at, run)
    if end := person_end(tokens, at, run, context, known):
        return Item(NAME, at, end, rule=f"name.{rule}"), end
    described = run < len(tokens) and AFTER_NAME.fullmatch(tokens[run].gap) and head_end(tokens, run)
    if described and name_end(tokens, at, Context.MEMBER, known):
        return Item(NAME, at, run, rule="name.described"), run
    return None, at + 1


def _is_persons(tokens: list[Token], at: int, end: int, context: Context) -> bool:
    """Whether what may be a place's name is a person's after all ("bà Nga", "Chủ tịch Hồ Chí Minh")."""
    if context is Context.ADDRESS:
        return end == at + 1 or surname(tokens, at) is not None
    return context is not Context.NONE and is_namesake(tokens, at)


def _context(tokens: list[Token], at: int, items: list[Item]) -> tuple[Context, str]:
    """What stands before a word, and the name of the rule for a name that begins there."""
    if at and tokens[at - 1].low in INTRODUCING and INTRODUCED.search(between(tokens, max(0, at - 3), at)):
        return Context.ADDRESS, "introduced"
    if not items or at - items[-1].last > _NEAR:
        return Context.NONE, "surname"
    last = items[-1]
    text = between(tokens, last.last, at)
    if BEFORE_NAME.fullmatch(text):
        if last.kind == HONORIFIC:
            learned = is_learned(canonical_honorific(tokens, last.first, at))
            return (Context.DEGREE if learned else Context.ADDRESS), "honorific"
        if last.kind == POST:
            return post_context(tokens, last.first, last.last), "post"
    if any(item.kind == NAME for item in items[-_NEAR:]) and MEMBER.fullmatch(text):
        return Context.MEMBER, "member"
    return Context.NONE, "surname"
