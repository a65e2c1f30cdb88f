"""Text as it came -> text as the rules read it, and the way back.

The rules match against one written form: composed (NFC) characters, tone marks as in "hòa" and "ủy", one kind of
space, one kind of dash, no zero-width characters. Offsets of the tables refer to the text as it came, so each
normal form knows where its characters stood.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import regex

# Characters replaced one for one, so that offsets stay: spaces of all widths, line separators, dashes and hyphens.
_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\r\x0b\x0c"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"
_ONE_TO_ONE = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_DASHES, "-"),
    "\u2028": "\n",
    "\u2029": "\n",
    "\x85": "\n",
    "Ð": "Đ",
    "ð": "đ",
    # Half of a UTF-16 pair is no character, and no library in another language takes it.
    **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),
}
# `re` looks for one of many characters several times faster than `regex`, which knows their classes.
_REPLACED = re.compile(f"[{_SPACES}{_DASHES}\u2028\u2029\x85Ðð\ud800-\udfff]")
# What changes the length: combining marks that compose, and characters without width.
_RESHAPED = regex.compile(r"\P{M}\p{M}+|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_BEYOND_LATIN = re.compile("[^\x00-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027]")
_MARKED = regex.compile(r"[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")

# Old tone placement ("hoà", "uỷ") to the one that the lexicons use ("hòa", "ủy"); open syllables only, never after q.
_OLD = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_NEW = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_TONES = {
    case(old): case(new) for old, new in zip(_OLD, _NEW, strict=True) for case in (str, str.upper, str.capitalize)
}
_OLD_TONE = regex.compile(r"(?<![qQ])(?:[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|[uU][ỳýỷỹỵỲÝỶỸỴ])(?!\w)")
_OTHER_DIGIT = regex.compile(r"[^\P{Nd}0-9]")


def canonical(text: str) -> str:
    """The normal form alone, for word lists and comparisons."""
    return normalize(text).text


def lower(text: str) -> str:
    """Lower case of the same length, character by character."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class Normal:
    """A normal form: `text`, and for each of its characters the range of the original that it stands for.

    `starts` and `ends` are None when both have the same length, character for character.
    """

    text: str
    starts: list[int] | None = None
    ends: list[int] | None = None

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original text behind `text[start:end]`."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= len(self.starts):
            at = self.ends[-1] if self.ends else 0
            return at, at
        first = self.starts[start]
        return first, (self.ends[end - 1] if end > start else first)

    def target(self, start: int, end: int) -> tuple[int, int]:
        """The range of the normal form that covers the original range: the way back of `source`."""
        if self.starts is None or self.ends is None:
            return start, end
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def normalize(text: str) -> Normal:
    """The normal form of a text. Takes any string, surrogates included, and never raises."""
    if not (_BEYOND_LATIN.search(text) and _MARKED.search(text)):
        return Normal(_one_form(text))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _RESHAPED.finditer(text):
        first, last = match.span()
        pieces.append(text[at:first])
        starts.extend(range(at, first))
        ends.extend(range(at + 1, first + 1))
        composed = unicodedata.normalize("NFC", match.group()) if last - first > 1 else ""
        pieces.append(composed)
        starts.extend([first] * len(composed))
        ends.extend([last] * len(composed))
        at = last
    pieces.append(text[at:])
    starts.extend(range(at, len(text)))
    ends.extend(range(at + 1, len(text) + 1))
    return Normal(_one_form("".join(pieces)), starts, ends)


def _one_form(text: str) -> str:
    """Letters and digits of a composed text in one written form, each for one character."""
    text = _REPLACED.sub(lambda match: _ONE_TO_ONE[match.group()], text)
    text = _OLD_TONE.sub(lambda match: _TONES.get(match.group(), match.group()), text)
    # `regex` may know digits of scripts that this Python's own tables do not: those stand for no number.
    return str(_OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match.group(), "?")), text))
