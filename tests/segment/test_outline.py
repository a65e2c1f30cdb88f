"""Lists in every style of the genre, and what is wrong with their numbers."""

from __future__ import annotations

import pytest
from spacy.language import Language

from bienban.pipes import warnings_of
from bienban.read.article import Article
from bienban.segment.outline import Outline
from bienban.segment.reading import Reading


def outline(text: str) -> Outline:
    return Reading(Article(text)).outline


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # run together in one line
        ("Thứ nhất, họp. Thứ hai, bàn. Thứ ba, làm.", "Thứ nhất|Thứ hai|Thứ ba"),
        ("Thứ nhất là họp; thứ hai là bàn; thứ ba là làm.", "Thứ nhất là|thứ hai là|thứ ba là"),
        ("Nhiệm vụ thứ nhất, họp. Nhiệm vụ thứ hai, bàn.", "Nhiệm vụ thứ nhất|Nhiệm vụ thứ hai"),
        ("Một là, họp. Hai là, bàn.", "Một là|Hai là"),
        ("Một, họp xã. Hai, bàn. Ba, làm.", "Một|Hai|Ba"),
        ("Gồm: (1) họp; (2) bàn; (3) làm.", "(1)|(2)|(3)"),
        ("Gồm: 1) họp; 2) bàn.", "1)|2)"),
        ("Gồm: a) họp; b) bàn; c) làm.", "a)|b)|c)"),
        ("Gồm: (i) họp; (ii) bàn; (iii) làm.", "(i)|(ii)|(iii)"),
        # across paragraphs
        ("1. Họp.\n2. Bàn.\n3. Làm.", "1.|2.|3."),
        ("1/ Họp.\n2/ Bàn.", "1/|2/"),
        ("1 - Họp.\n2 - Bàn.", "1 -|2 -"),
        ("a) Họp.\nb) Bàn.\nc) Làm.\nd) Nghỉ.\nđ) Về.\ne) Ăn.", "a)|b)|c)|d)|đ)|e)"),
        ("A. Họp xã.\nB. Bàn thôn.", "A.|B."),
        ("Tỉnh họp.\n- Họp bàn\n+ Làm ngay\n• Xong", "-|+|•"),
        (
            "\n".join(f"Thứ {n}, họp." for n in ("nhất hai ba tư năm sáu bảy tám chín mười".split()))
            + "\nThứ mười một, về.",
            "Thứ nhất|Thứ hai|Thứ ba|Thứ tư|Thứ năm|Thứ sáu|Thứ bảy|Thứ tám|Thứ chín|Thứ mười|Thứ mười một",
        ),
        # nested
        ("1. Họp.\na) Bàn.\nb) Làm.\n2. Nghỉ.\na) Về.\nb) Ăn.", "1.|a)|b)|2.|a)|b)"),
        ("I. Kinh tế.\n1. Họp.\n2. Bàn.\nII. Xã hội.\n1. Nghỉ.\n2. Về.", "I.|1.|2.|II.|1.|2."),
        ("1. Họp.\n1.1. Bàn.\n1.2. Làm.\n2. Nghỉ.\n2.1. Về.\n2.2. Ăn.", "1.|1.1.|1.2.|2.|2.1.|2.2."),
        ("1. Họp: (1) bàn; (2) làm.\n2. Nghỉ: (1) về; (2) ăn.", "1.|(1)|(2)|2.|(1)|(2)"),
        # no lists
        ("Thứ hai, ngày 5/3, tỉnh họp.", ""),
        ("Thứ nhất, họp. Thứ hai, bàn. Thứ ba, ngày 6/3, xã họp.", "Thứ nhất|Thứ hai"),
        ("Một là niềm vui của bản làng.", ""),
        ("Các xã rà soát hộ nghèo. Nhất là các thôn xa phải làm kỹ.", ""),
        ("Năm 2023. Tỉnh họp. 2. Bàn.", ""),
        ("1. Họp.\n2. Bàn.\nb) Làm.", "1.|2."),
    ],
)
def test_items(text: str, labels: str) -> None:
    assert "|".join(item.label for item in outline(text).items) == labels
    assert outline(text).warnings == []


@pytest.mark.parametrize(
    ("text", "labels", "warning"),
    [
        ("1. Họp.\n2. Bàn.\n4. Làm.", "1.|2.|4.", 'list number 3 is missing before "4."'),
        ("1. Họp.\n4. Làm.", "1.|4.", 'list numbers 2, 3 are missing before "4."'),
        ("1. Họp.\n2. Bàn.\n2. Làm.\n3. Về.", "1.|2.|2.|3.", 'list number 2 stands twice: "2."'),
        ("1. Họp.\n1. Bàn.\n2. Làm.", "1.|1.|2.", 'list number 1 stands twice: "1."'),
        ("Thứ nhất, họp. Thứ ba, làm.", "Thứ nhất|Thứ ba", 'list number 2 is missing before "Thứ ba"'),
        ("a) Họp.\nb) Bàn.\nd) Làm.", "a)|b)|d)", 'list number c is missing before "d)"'),
        ("1. Họp.\na) Bàn.\nc) Làm.\n2. Về.", "1.|a)|c)|2.", 'list number b is missing before "c)"'),
    ],
)
def test_a_number_that_is_missing_or_doubled(text: str, labels: str, warning: str) -> None:
    found = outline(text)
    assert "|".join(item.label for item in found.items) == labels
    assert [warned.text for warned in found.warnings] == [warning]


@pytest.mark.parametrize("text", ["1. Họp.\n9. Bàn.", "Gồm: (1) họp; (3) bàn.", "2. Họp.\n3. Bàn."])
def test_no_list_no_warning(text: str) -> None:
    assert outline(text) == ([], [])


def test_a_doc_keeps_its_warnings_at_their_places_in_the_text(nlp: Language) -> None:
    text = "Xã hoà bình.\n1. Hoà giải.\n3. Bàn việc."  # the old place of the tone mark
    (warning,) = warnings_of(nlp(text))
    assert (text[warning.start : warning.end], warning.text) == ("3.", 'list number 2 is missing before "3."')
