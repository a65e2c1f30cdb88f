"""The normal form and its way back to the text as it came."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bienban.read.normal import canonical, lower, normalize

marked = st.text(alphabet="aeoôđuyqy \u0301\u0309\u031b\u0323\u200b\ufeff–—\u00a0\r\nỶÒ", max_size=40)


@given(st.one_of(st.text(max_size=80), marked))
def test_ranges_lead_back(text: str) -> None:
    normal = normalize(text)
    for start in range(len(normal.text)):
        first, last = normal.source(start, start + 1)
        assert 0 <= first < last <= len(text)
        covered_start, covered_end = normal.target(first, last)
        assert covered_start <= start < covered_end


@given(st.one_of(st.text(max_size=80), marked))
def test_a_normal_form_is_its_own(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


@given(st.text(max_size=80))
def test_lower_case_keeps_the_length(text: str) -> None:
    assert len(lower(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Huyện uỷ", "Huyện ủy"),
        ("hoà bình", "hòa bình"),
        ("toàn huyện", "toàn huyện"),  # a closed syllable has one place for its mark
        ("quý I", "quý I"),  # after q, u is no vowel
        ("HUYỆN UỶ", "HUYỆN ỦY"),
        (unicodedata.normalize("NFD", "tổ chức đảng"), "tổ chức đảng"),
        ("33–CT/TW", "33-CT/TW"),
        ("12\u00a0xã", "12 xã"),
        ("tổ\u200b chức", "tổ chức"),
        ("năm ２０２４", "năm 2024"),
    ],
)
def test_one_written_form(written: str, normal: str) -> None:
    assert canonical(written) == normal
