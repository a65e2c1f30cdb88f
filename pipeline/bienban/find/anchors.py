"""Where in a text one of many words stands: one pass over it, however many the words are."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick


class Anchors:
    """Finds where some forms may begin; whether they end there too is for a pattern to say."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms = sorted(set(forms))
        self._automaton = AhoCorasick(self._forms)

    def find(self, text: str) -> list[tuple[int, str]]:
        """Where a form begins that no letter or digit stands before, and which, in order."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        begun = [(start, number) for number, start, _ in found if not text[start - 1 : start].isalnum()]
        return [(start, self._forms[number]) for start, number in sorted(begun)]
