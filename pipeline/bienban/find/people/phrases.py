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
    for match in TOKEN.finditer(norm, start, end):
        first, last = match.span()
        gap = norm[at:first] if tokens else ""
        if len(gap) > 1:
            gap = BLANKS.sub(" ", gap)
        text = match.group()
        tokens.append(Token(first, last, text, low[first:last], gap, text[0].isupper()))
        at = last
    return tokens


def between(tokens: list[Token], first: int, last: int) -> str:
    """What stands between the word before `first` and the word `last`, with the words between."""
    return "".join(token.gap + token.text for token in tokens[first:last]) + (
        tokens[last].gap if last < len(tokens) else ""
    )


def low_words(tokens: list[Token], first: int, last: int) -> str:
    """The words `first` to `last` (exclusive) in lower case, joined by blanks."""
    return " ".join(token.low for token in tokens[first:last])


#: A phrase, and the words after its first, each with the gap before it.
_Entry = tuple[str, tuple[tuple[str, str], ...]]


class Phrases:
    """A list of phrases. A word of a phrase in lower case stands for any case, one with capitals for itself alone."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        for form in forms:
            words = tokenize(form, form.lower(), 0, len(form))
            rest = tuple((word.gap, word.text) for word in words[1:])
            self._by_first.setdefault(words[0].text, []).append((form, rest))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[1]))

    @property
    def openers(self) -> frozenset[str]:
        """The first words of the phrases."""
        return frozenset(self._by_first)

    def match(self, tokens: list[Token], at: int) -> tuple[str, int] | None:
        """The longest phrase that begins at a word, and the index of the word after it."""
        token = tokens[at]
        entries = self._by_first.get(token.text)
        found = _longest(entries, tokens, at) if entries else None
        if found or token.text == token.low:
            return found
        entries = self._by_first.get(token.low)
        return _longest(entries, tokens, at) if entries else None


def _longest(entries: list[_Entry], tokens: list[Token], at: int) -> tuple[str, int] | None:
    for form, rest in entries:
        end = at + 1
        for gap, word in rest:
            if end == len(tokens) or tokens[end].gap != gap or word not in (tokens[end].text, tokens[end].low):
                break
            end += 1
        else:
            return form, end
    return None


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
