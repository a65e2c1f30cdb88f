"""What a word looks like. The same words come again and again, so the answers are remembered."""

from __future__ import annotations

from functools import lru_cache

from bienban.find.people.patterns import CAPITALS, SYLLABLE, VIETNAMESE

_REMEMBERED = 10_000


@lru_cache(_REMEMBERED)
def is_vietnamese(low: str) -> bool:
    """Whether Vietnamese could have a syllable, in lower case."""
    return VIETNAMESE.fullmatch(low) is not None


@lru_cache(_REMEMBERED)
def is_capitals(text: str) -> bool:
    """Whether a word is in capitals throughout."""
    return CAPITALS.fullmatch(text) is not None


@lru_cache(_REMEMBERED)
def is_syllable(text: str) -> bool:
    """Whether a word looks like a syllable of a name in ordinary capitals."""
    return SYLLABLE.fullmatch(text) is not None
