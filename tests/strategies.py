"""Texts for property tests: arbitrary ones, and reports put together from the genre's phrases."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

PHRASES = (
    "Sáng 12/6/2023, Đảng ủy xã tổ chức hội nghị sơ kết 5 năm thực hiện Nghị quyết số 08-NQ/TU",
    "toàn huyện có 1.204 đảng viên (trong tổng số 35 tổ chức đảng)",
    "tổng kinh phí hơn 12,5 tỷ đồng, tăng 7-8% so với cùng kỳ",
    "đồng chí Trần Văn Mộc, Bí thư Huyện ủy kết luận hội nghị",
    "bà Y Hoa Niê, Phó Chủ tịch UBND huyện",
    "yêu cầu các sở, ngành khẩn trương rà soát; báo cáo trước ngày 30/9",
    "Thứ nhất, tăng cường kiểm tra, giám sát",
    "1. Đẩy mạnh tuyên truyền",
    "theo Quyết định 116/2020/NĐ-CP của Chính phủ",
    "Ảnh: An Đăng",
    "hai mươi mốt xã đạt chuẩn, 5/10 xã nâng cao",
    "“Phải làm ngay”, ông Mộc nhấn mạnh",
    "từ năm 2019 đến nay, quý I/2024, 6 tháng đầu năm",
    "LÊ THỊ HOA (Đài Truyền thanh)",
)

reports = st.lists(
    st.tuples(st.sampled_from(PHRASES), st.sampled_from(["\n", ". ", ", ", "; ", ".\r\n", " – ", "… "])), max_size=12
).map(lambda pieces: "".join(phrase + end for phrase, end in pieces))

anything = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="0123456789.,/-–%() \nđồngtỷhanăm", max_size=300),
    st.text(alphabet=st.characters(categories=["Lu", "Ll", "Mn", "Zs", "Po"]), max_size=200),
    reports,
)

#: Ways in which the same text comes: each changes how it is written, none what it says.
WRITTEN: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "en dashes": lambda text: text.replace("-", "–"),
    "zero-width characters": lambda text: text.replace(" ", " \u200b"),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "old tone marks": lambda text: text.replace("ủy", "uỷ").replace("hòa", "hoà"),
}
