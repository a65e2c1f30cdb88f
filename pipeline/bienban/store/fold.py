"""Text as people type it in a hurry: "Chỉ thị số 91-CT/TW" is "chi thi so 91 ct tw"."""

from __future__ import annotations

import unicodedata

import regex

_BETWEEN_WORDS = regex.compile(r"[^\p{L}\p{N}]+")
_MARKS = regex.compile(r"\p{M}+")


def fold(text: str) -> str:
    """The words of a text in lower case, without diacritics (đ is d), with one blank between them."""
    plain = text.lower().replace("đ", "d").replace("ð", "d")  # ð is often typed for đ
    bare = _MARKS.sub("", unicodedata.normalize("NFD", plain))
    return str(_BETWEEN_WORDS.sub(" ", bare)).strip()
