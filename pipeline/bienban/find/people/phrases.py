"""Words of a sentence, and lexicon phrases found among them by one dictionary look-up a word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bienban import lexicon
from bienban.find.people.patterns import BLANKS, COMPANY_WORDS, TOKEN


class Token(NamedTuple):
    """A word at `norm[start:end]`; `gap` is what stands between it and the word before, runs of blanks as one
    ("" before the first)."""

    start: int
    end: int
    text: str
    low: str
    gap: str
    capital: bool


def tokenize(norm: str, low: str, start: int, end: int) -> list[Token]:
    """The words of `norm[start:end]`, in order."""
    tokens: list[Token] = []
    at = start
    before: int | None = None  # where the word before ends
    for piece in norm[start:end].split(" "):
        stop = at + len(piece)
        # Most pieces are one word.
        places = [(at, stop)] if piece.isalpha() else [match.span() for match in TOKEN.finditer(norm, at, stop)]
        for first, last in places:
            gap = "" if before is None else norm[before:first]
            if len(gap) > 1 and gap != ", ":
                gap = BLANKS.sub(" ", gap)
            tokens.append(Token(first, last, norm[first:last], low[first:last], gap, norm[first].isupper()))
            before = last
        at = stop + 1
    return tokens


def between(tokens: list[Token], first: int, last: int) -> str:
    """What stands between the word before `first` and the word `last`, with the words between."""
    return "".join(token.gap + token.text for token in tokens[first:last]) + (
        tokens[last].gap if last < len(tokens) else ""
    )


def low_words(tokens: list[Token], first: int, last: int) -> str:
    """The words `first` to `last` (exclusive) in lower case, joined by blanks."""
    return " ".join(token.low for token in tokens[first:last])


class _Node:
    """A word of phrases: the phrase that ends with it, if any, and the words that may follow, each with the gap before
    it."""

    __slots__ = ("following", "form")

    def __init__(self) -> None:
        self.form: str | None = None
        self.following: dict[tuple[str, str], _Node] = {}


class Phrases:
    """A list of phrases. A word of a phrase in lower case stands for any case, one with capitals for itself alone."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._openers: dict[str, _Node] = {}
        for form in forms:
            first, *rest = tokenize(form, form.lower(), 0, len(form))
            node = self._openers.setdefault(first.text, _Node())
            for word in rest:
                node = node.following.setdefault((word.gap, word.text), _Node())
            node.form = form

    @property
    def openers(self) -> frozenset[str]:
        """The first words of the phrases."""
        return frozenset(self._openers)

    def match(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """The longest phrase that begins at a word, and the index of the word after it."""
        token = tokens[at]
        node = self._openers.get(token.text)
        found = _longest(node, tokens, at + 1) if node else None
        if found or token.text == token.low:
            return found
        node = self._openers.get(token.low)
        return _longest(node, tokens, at + 1) if node else None


def _longest(node: _Node, tokens: list[Token], end: int) -> tuple[str, int] | None:
    """The longest phrase that goes on from a node with the words from `end` on."""
    found = None
    if node.following and end < len(tokens):
        token = tokens[end]
        if longer := node.following.get((token.gap, token.text)):
            found = _longest(longer, tokens, end + 1)
        if token.text != token.low and (longer := node.following.get((token.gap, token.low))):
            found = max(found, _longest(longer, tokens, end + 1), key=lambda phrase: phrase[1] if phrase else 0)
    if found or node.form is None:
        return found
    return node.form, end


#: For a reader who knows no names of the article yet.
NO_NAMES = Phrases(())
HONORIFICS = Phrases(lexicon.forms("honorifics"))
POSTS = Phrases(lexicon.forms("positions"))
CLAUSE_WORDS = Phrases(lexicon.forms("clause_words"))
PLACES = Phrases(lexicon.forms("places"))
BODIES = Phrases(lexicon.forms("bodies"))
OPENERS = Phrases(lexicon.forms("openers"))
COMPANIES = Phrases(COMPANY_WORDS)
NOT_PEOPLE = Phrases(lexicon.forms("not_people"))
