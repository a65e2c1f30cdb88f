"""Words are underthesea's, with document codes whole."""

from __future__ import annotations

import pytest
from spacy.language import Language

import bienban


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("thành lập 12 tổ chức đảng", ["thành lập", "12", "tổ chức", "đảng"]),
        ("Chỉ thị số 33-CT/TW của", ["Chỉ thị", "số", "33-CT/TW", "của"]),
        ("Nghị định 116/2020/NĐ-CP.", ["Nghị định", "116/2020/NĐ-CP", "."]),
        ("tổ\u00a0chức   đảng", ["tổ\u00a0chức", "đảng"]),
    ],
)
def test_words(nlp_with_words: Language, text: str, words: list[str]) -> None:
    assert [word.text for word in bienban.tables_of(nlp_with_words(text))["words"]] == words


def test_words_hold_every_letter(nlp_with_words: Language, report: str) -> None:
    words = bienban.tables_of(nlp_with_words(report))["words"]
    covered = {at for word in words for at in range(word.start, word.end)}
    assert all(at in covered for at, character in enumerate(report) if not character.isspace())
