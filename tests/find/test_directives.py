"""Guiding documents: every printed form of a number, ids that stay what they are, any text at all."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bienban.find.directives import find_directives
from bienban.model import DirectiveMention
from bienban.read.article import Article
from bienban.segment.reading import Reading

TYPES = ("Nghị quyết", "Chỉ thị", "Nghị định", "Quyết định", "Kết luận", "Quy định", "Kế hoạch", "Thông tư", "Công văn")
TYPE_CODES = ("NQ", "CT", "NĐ", "QĐ", "KL", "QĐi", "KH", "TT", "CTr", "QĐNS")
ISSUER_CODES = ("TW", "TU", "CP", "TTg", "UBND", "QH15", "BTGTW", "BGDĐT", "TƯ", "T.Ư")
#: (before the code, inside the code)
PARTY = (("-", "/"), (" -", "/"), ("–", "/"), (" ", "/"), ("", "/"), ("- ", "/"), ("-", " / "))
STATE = (("/", "-"), ("/", " - "), ("/", "–"), ("/ ", "-"))
LABELS = (" ", " số ", " Số ", " số: ")


def directives(text: str) -> list[DirectiveMention]:
    return find_directives(Reading(Article(text)))


def check(mention: str, doc_type: str, number: str) -> None:
    rows = directives(f"Huyện Lăng Sơn thực hiện {mention} trong tháng này.")
    squeezed = "".join(number.split()).replace("–", "-")
    assert [(row.text, row.doc_type, row.number) for row in rows] == [(mention, doc_type, squeezed)]


def test_every_type_and_label() -> None:
    for doc_type, label, number in product(TYPES, LABELS, ("05-CT/TW", "33–CT/TƯ", "36a/NQ-CP", "116/2020/NĐ - CP")):
        check(f"{doc_type}{label}{number}", doc_type, number)
        check(f"{doc_type.lower()}{label}{number}", doc_type, number)


def test_every_party_number() -> None:
    for digits, code, issuer, (dash, slash) in product(("5", "05", "123"), TYPE_CODES, ISSUER_CODES, PARTY):
        number = f"{digits}{dash}{code}{slash}{issuer}"
        check(f"Nghị quyết số {number}", "Nghị quyết", number)


def test_every_state_number() -> None:
    years = ("", "/1999", "/2024")
    for digits, year, code, issuer, (slash, dash) in product(("7", "1719"), years, TYPE_CODES, ISSUER_CODES, STATE):
        number = f"{digits}{year}{slash}{code}{dash}{issuer}"
        check(f"Quyết định {number}", "Quyết định", number)


NAMED = (
    "Nghị quyết Đại hội XIII của Đảng",
    "Nghị quyết Trung ương 4 (khóa XII)",
    "Luật Đất đai năm 2024",
    "Bộ luật Lao động 2019",
    "Hiến pháp năm 2013",
    "Điều lệ Đảng",
    "Báo cáo chính trị",
    "Đề án “Mỗi xã một sản phẩm”",
)


@given(
    doc_type=st.sampled_from(TYPES),
    digits=st.integers(1, 99999),
    year=st.sampled_from(("", "/2008", "/2023")),
    code=st.sampled_from(TYPE_CODES),
    issuer=st.sampled_from(ISSUER_CODES),
    separators=st.sampled_from(PARTY + STATE),
)
def test_an_id_is_canonical(
    doc_type: str, digits: int, year: str, code: str, issuer: str, separators: tuple[str, str]
) -> None:
    first, second = separators
    (row,) = directives(f"Hội nghị bàn {doc_type} số {digits}{year}{first}{code}{second}{issuer} chiều nay.")
    (again,) = directives(row.directive_id)
    assert again.directive_id == row.directive_id
    assert (again.doc_type, again.number) == (row.doc_type, row.number)


@pytest.mark.parametrize("name", NAMED)
def test_the_id_of_a_name_is_canonical(name: str) -> None:
    (row,) = directives(f"Hội nghị bàn {name}.")
    (again,) = directives(row.directive_id)
    assert again.directive_id == row.directive_id == name


@given(st.lists(st.sampled_from(("Nghị quyết 18", "Nghị quyết số 018", "Nghị quyết số 18-NQ/TW")), min_size=1))
def test_all_mentions_of_a_document_have_one_id(mentions: list[str]) -> None:
    rows = directives(" và ".join(mentions) + ".")
    assert len(rows) == len(mentions)
    assert len({row.directive_id for row in rows}) == 1


def test_decomposed_text_gives_its_own_words() -> None:
    text = unicodedata.normalize("NFD", "Thành uỷ quán triệt Nghị quyết số 18-NQ/TU của Thành uỷ.")
    (row,) = directives(text)
    assert text[row.start : row.end] == row.text
    assert unicodedata.normalize("NFC", row.text) == "Nghị quyết số 18-NQ/TU"
    assert (row.doc_type, row.number) == ("Nghị quyết", "18-NQ/TU")


PIECES = (
    *(
        "Nghị quyết",
        "nghị quyết",
        "Luật",
        "Đất đai",
        "số",
        "18",
        "-NQ/TW",
        "của",
        "Bộ Chính trị",
        "về",
        "khóa XII",
        "này",
    ),
    *("ngày 1/2/2023", "ngày 31/2/2023", "“", "”", '"', "(", ")", ",", ".", "\n", " ", "các", "và", "\ud800"),
    *("Đại hội", "Đề án", "Hội nghị", "năm 2013", "sửa đổi", "Chương trình", "công tác", "Hiến pháp"),
)


@given(st.lists(st.sampled_from(PIECES)).map(" ".join) | st.text())
def test_any_text_is_read(text: str) -> None:
    for row in directives(text):
        assert text[row.start : row.end] == row.text
        assert row.directive_id


@pytest.mark.parametrize(
    "piece",
    [
        "Nghị quyết ",
        "Nghị quyết 1, 2, ",
        "Luật Đất đai ",
        "Nghị quyết Đại hội A ",
        "1234/",
        "Quyết định 1/QĐ-UBND ",
        "“Đề án ",
        "Quyết định của A ",
    ],
)
def test_long_repetitions_are_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(text[row.start : row.end] == row.text for row in directives(text))
