"""Bytes -> text: UTF-8, UTF-16, and what Vietnamese was written in before Unicode.

Windows-1258 has its own bytes. TCVN3 and VNI are fonts rather than encodings: a text typed for them holds other
Latin letters ("Héi nghÞ" in TCVN3, "Hoäi nghò" in VNI for "Hội nghị"), as single bytes, or as Unicode where a program
carried it over. All three are told apart by what comes out: Vietnamese has few kinds of syllables.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec

import regex

from bienban.read.source import UnreadableArticle

Conversion = Callable[[str], str]

_FONTS: tuple[Conversion, ...] = ()
if find_spec("viparse"):  # it needs Python 3.11; without it TCVN3 and VNI are not known
    from viparse.normalize.frequency import vietnamese_score
    from viparse.normalize.tables import convert
    from viparse.normalize.tcvn3 import TCVN3
    from viparse.normalize.vni import VNI

    _FONTS = (partial(convert, charmap=TCVN3), partial(convert, charmap=VNI))

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
#: By their first bytes: kinds of file that are often taken for text.
_KINDS = {
    b"%PDF-": "a PDF document",
    b"PK\3\4": "a ZIP archive, as .docx, .xlsx and .odt files are",
    b"\xd0\xcf\x11\xe0": "a Word or Excel document of before 2007",
    b"SQLite format 3\0": "a SQLite database (sqlite:///FILE where an address is asked for)",
}
_BYTES = bytes(range(256))
_FROM_1258 = str.maketrans(_BYTES.decode("cp1252", "replace"), _BYTES.decode("cp1258", "replace"))

_CONVERSIONS: tuple[Conversion, ...] = (lambda text: text.translate(_FROM_1258), *_FONTS)

# What tells: words with letters beyond ASCII. Enough of a text is looked at to be sure of all of it.
_SAMPLE = 4_000
_WORD = regex.compile(r"[^\s\d.,;:!?()\[\]/\\\"'“”‘’…–—_-]+")
_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_SYLLABLE = regex.compile(rf"(?:[bdđghklmrstvx]|[ckgnpt]h|gi|ngh?|qu|tr|[cnp])?[{_VOWELS}]{{1,3}}(?:ch|n[gh]|[cmnpt])?")
#: The share of such words that must be Vietnamese syllables: names and abbreviations are not.
_ENOUGH = 0.9
#: So many are needed to change what is Unicode: a few may be foreign names.
_FEWEST = 5


def decode(data: bytes) -> str:
    """The text that bytes stand for, without byte order mark.

    Raises UnreadableArticle for what is no text, and for text in an encoding that is not known for certain.
    """
    text, bad_byte = characters(data)
    return conversion_of(text, bad_byte)(text)


def characters(data: bytes) -> tuple[str, int | None]:
    """The characters of a text, and None; for what is not Unicode, the Latin ones of its bytes and the first bad byte.

    Raises UnreadableArticle for what is no text.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), None
        except UnicodeDecodeError as error:
            raise UnreadableArticle(f"wrong encoding: not UTF-16 at byte {error.start}") from None
    for start, kind in _KINDS.items():
        if data.startswith(start):
            raise UnreadableArticle(f"not text, but {kind}")
    if _CONTROL.search(data):
        raise UnreadableArticle("not text: it holds control characters")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        return data.decode("cp1252", "replace"), error.start


def conversion_of(text: str, bad_byte: int | None = None) -> Conversion:
    """What makes Vietnamese of a text in an older encoding, and of all that came with it; takes what `characters` gave.

    What is Unicode already stays as it is. Raises UnreadableArticle for a text that is neither.
    """
    sample = text[:_SAMPLE]
    if bad_byte is None and (_is_vietnamese(sample) or len(_telling(sample)) < _FEWEST):
        return str
    fitting = [conversion for conversion in _CONVERSIONS if _is_vietnamese(conversion(sample))]
    if not fitting and bad_byte is not None:
        raise UnreadableArticle(f"wrong encoding: not UTF-8 at byte {bad_byte}")
    if not fitting:
        return str
    best = fitting[0]
    if len(fitting) > 1:
        best = max(fitting, key=lambda conversion: vietnamese_score(conversion(sample)))
    return best if bad_byte is not None else partial(_unless_vietnamese, best)


def _unless_vietnamese(conversion: Conversion, text: str) -> str:
    return text if _is_vietnamese(text[:_SAMPLE]) else conversion(text)


def _is_vietnamese(text: str) -> bool:
    words = _telling(unicodedata.normalize("NFC", text).lower())
    return sum(map(bool, map(_SYLLABLE.fullmatch, words))) >= _ENOUGH * len(words)


def _telling(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isascii()]
