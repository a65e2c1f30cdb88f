"""Number words -> numbers: "hai mươi mốt" -> 21, "một nghìn không trăm linh năm" -> 1005, "hai triệu rưỡi"."""

from __future__ import annotations

import regex

MAGNITUDES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}

_ONES = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
# Said only after "mươi" and "mười": "hai mươi mốt", "mười lăm".
_ONES_AFTER_TEN = _ONES | {"mốt": 1, "tư": 4, "lăm": 5}
_WORD = regex.compile(r"\p{L}+")
_MOST_WORDS = 32
_GREATEST = 10**12  # a magnitude that is not multiplied further: "nghìn tỷ"


def read_number_words(low: str, start: int, stop: int | None = None) -> tuple[float, int] | None:
    """The longest number in words that begins at `start`: its value and its end; None where none begins."""
    words = _words(low, start, len(low) if stop is None else stop)
    total, at, last = 0.0, 0, None
    while at < len(words):
        group, after = _below_thousand([word for word, _ in words], at)
        if group is None:
            break
        magnitude = 1
        while magnitude < _GREATEST and after < len(words) and words[after][0] in MAGNITUDES:
            magnitude *= MAGNITUDES[words[after][0]]
            after += 1
        if last is not None and magnitude >= last:
            break
        total, at, last = total + group * magnitude, after, magnitude
        if at < len(words) and words[at][0] == "rưỡi":
            half = magnitude if magnitude > 1 else 100 if words[at - 1][0] == "trăm" else 1
            return total + half / 2, words[at][1]
        if magnitude == 1:
            break
    return (total, words[at - 1][1]) if at else None


def _words(low: str, start: int, stop: int) -> list[tuple[str, int]]:
    """Words and their ends, as long as single spaces join them."""
    words: list[tuple[str, int]] = []
    while len(words) < _MOST_WORDS and (match := _WORD.match(low, start, stop)):
        words.append((match.group(), match.end()))
        if not low.startswith(" ", match.end()):
            break
        start = match.end() + 1
    return words


def _below_thousand(words: list[str], at: int) -> tuple[int | None, int]:
    """The number below a thousand at `words[at]`, and where it ends."""
    value = _ONES.get(words[at]) if at < len(words) else None
    if words[at : at + 1] == ["mười"]:
        return _tens(words, at)
    if value is None:
        return None, at
    if words[at + 1 : at + 2] == ["mươi"]:
        return _tens(words, at)
    if words[at + 1 : at + 2] == ["chục"]:
        return 10 * value, at + 2
    if words[at + 1 : at + 2] != ["trăm"]:
        return value, at + 1
    at += 2
    if at + 1 < len(words) and words[at] in ("linh", "lẻ") and words[at + 1] in _ONES_AFTER_TEN:
        return 100 * value + _ONES_AFTER_TEN[words[at + 1]], at + 2
    if words[at : at + 1] == ["mười"] or words[at + 1 : at + 2] == ["mươi"]:
        tens, at = _tens(words, at)
        return 100 * value + (tens or 0), at
    return 100 * value, at


def _tens(words: list[str], at: int) -> tuple[int | None, int]:
    if words[at] == "mười":
        tens, at = 10, at + 1
    elif words[at] in _ONES:
        tens, at = 10 * _ONES[words[at]], at + 2
    else:
        return None, at
    # "hai mươi năm" is twenty years: five after a ten is "lăm".
    if at < len(words) and words[at] in _ONES_AFTER_TEN and words[at] not in ("không", "năm"):
        return tens + _ONES_AFTER_TEN[words[at]], at + 1
    return tens, at
