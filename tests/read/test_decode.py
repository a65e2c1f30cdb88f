"""Every encoding gives the text back that it was made from, and nothing else passes."""

from __future__ import annotations

import sys
import unicodedata
from contextlib import suppress
from runpy import run_path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bienban.read import decode as decoder
from bienban.read.decode import decode
from bienban.read.source import UnreadableArticle

TEXTS = [
    "Đảng ủy xã An Khê sơ kết 3 năm thực hiện Chỉ thị số 12-CT/TU (khóa XIII)",
    "Hội nghị tổng kết",
    "Sáng 12/6, đ/c Trần Văn Mộc - Phó Bí thư yêu cầu: “hoàn thành 100% kế hoạch, ít nhất 1.250 ha lúa” trước 30/9!",
    "CHỦ TỊCH UBND HUYỆN KÝ QUYẾT ĐỊNH, WHO VÀ ASEAN HỖ TRỢ 2,5 TRIỆU USD; TẤT CẢ CÁC XÃ ĐỀU PHẢI THỰC HIỆN NGHIÊM",
]


def tables_of(font: str) -> Any:
    """The letters of a font, from the library that knows them; it needs Python 3.11."""
    return pytest.importorskip("viparse.normalize.encodings").CHARMAPS[font.lower()]


def typed_for(font: str, text: str) -> str:
    letters = {letter: typed for typed, letter in tables_of(font).pairs}
    return "".join(letters.get(letter) or letters.get(letter.lower(), letter) for letter in text)


def small_tones(text: str) -> str:
    return "".join(c if c in "ĂÂĐÊÔƠƯ" or c.isascii() else c.lower() for c in text)


def windows_1258(text: str) -> bytes:
    """Vowels with their tone after them, as Windows writes them."""
    tones = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
    pieces = []
    for letter in text:
        marks = unicodedata.normalize("NFD", letter)
        vowel = unicodedata.normalize("NFC", marks.translate(tones))
        pieces.append(vowel + "".join(mark for mark in marks if ord(mark) in tones))
    return "".join(pieces).encode("cp1258")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1258", "TCVN3", "VNI"])
def test_a_text_comes_back_from_every_encoding(text: str, encoding: str) -> None:
    match encoding:
        case "windows-1258":
            data = windows_1258(text)
        case "TCVN3":
            text = small_tones(text)  # it has no capitals with tones
            data = typed_for("TCVN3", text).encode("cp1252")
        case "VNI":
            data = typed_for("VNI", text).encode("cp1252")
        case _:
            data = text.encode(encoding)
    assert unicodedata.normalize("NFC", decode(data)) == text


@pytest.mark.parametrize("font", ["TCVN3", "VNI"])
def test_a_text_typed_for_an_old_font_and_saved_as_unicode_is_read(font: str) -> None:
    typed = typed_for(font, TEXTS[0])
    assert typed != TEXTS[0]
    assert decode(typed.encode()) == TEXTS[0]


def without(module: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The names of the decoder as it comes up where a module of viparse is not installed."""
    for name in [name for name in sys.modules if name.startswith("viparse")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    return run_path(decoder.__file__)


def test_without_viparse_texts_of_old_fonts_are_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    vni = "Hoäi nghò toång keát coâng taùc".encode("cp1252")
    with pytest.raises(UnreadableArticle, match="not UTF-8 at byte"):
        without("viparse", monkeypatch)["decode"](vni)


def test_another_viparse_than_the_one_known_is_no_missing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("viparse")
    with pytest.raises(ModuleNotFoundError, match=r"viparse\.normalize\.tables"):
        without("viparse.normalize.tables", monkeypatch)


@pytest.mark.parametrize(
    "text",
    [
        "Hoi nghi tong ket nam 2022 cua xa An Khe",
        "El señor Peña llegó mañana a la reunión de educación",
        "Die Größe der Häuser, für schöne Gärten: 5 m², 20 °C, © 2024",
        "Réunion à Hà Nội : l'été, où naïveté et café…",
        "Bà Hà và cô Hòa",
        "Ö",
        "Привет, мир",
        "x" * 1_000_000,
    ],
)
def test_other_unicode_stays_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60), st.integers(1, 3))
def test_broken_utf8_is_never_taken_for_something_else(before: str, cut: int) -> None:
    broken = (before + "Đảng bộ huyện tổ chức hội nghị tổng kết, đề ra nhiệm vụ mới").encode()
    broken = broken[:-8] + "ế".encode()[:cut] * (cut < 3) + b"\xff" * (cut == 3) + broken[-8:]
    with pytest.raises(UnreadableArticle, match="not UTF-8 at byte"):
        decode(broken)


@given(st.binary(max_size=200))
def test_bytes_are_text_or_a_reject(data: bytes) -> None:
    with suppress(UnreadableArticle):
        assert isinstance(decode(data), str)
