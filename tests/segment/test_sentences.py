"""Sentences hold all words of a text, and none is longer than any sentence is."""

from __future__ import annotations

import pytest

from bienban.segment.sentences import BODY, split
from bienban.segment.stretches import LONGEST


@pytest.mark.parametrize("piece", ["rà soát; ", "rà soát, ", "rà soát ", "a", ";", ", ; ", "và" + " " * 6000])
def test_what_is_too_long_for_a_sentence_is_read_in_parts(piece: str) -> None:
    text = piece * (3 * LONGEST // len(piece)) + "Hết"
    sentences = split(text)
    assert "".join("".join(text[s.start : s.end].split()) for s in sentences) == "".join(text.split())
    assert all(0 < s.end - s.start <= LONGEST and s.role == BODY for s in sentences)
    assert len(sentences) <= 5
