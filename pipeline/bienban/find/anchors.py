"""Where in a text one of many words stands: one pass over it, however many the words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex
from ahocorasick_rs import AhoCorasick

# Words joined by one of these marks are one.
_INSIDE = regex.compile(r"(?<=\w|\w[.&/’'-])")


class Anchors:
    """Finds where some forms, in lower case, may begin; whether they end there too is for a pattern to say."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = sorted(set(forms))
        self._automaton = AhoCorasick(self._forms)

    def find(self, low: str) -> Iterator[tuple[int, str]]:
        """Where a form begins at the beginning of a word, and which, in order."""
        found = self._automaton.find_matches_as_indexes(low, overlapping=True)
        for start, number in sorted((start, number) for number, start, _ in found):
            if not _INSIDE.match(low, start):
                yield start, self._forms[number]
