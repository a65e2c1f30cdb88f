"""A Word document gives its paragraphs in order, those in tables too."""

from __future__ import annotations

import io

import docx
from test_decode import typed_for

from bienban.read.docx import read_docx


def test_paragraphs_come_in_the_order_of_the_page() -> None:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_heading("Báo cáo tổng kết")
    table = document.add_table(2, 2)
    for cell, text in zip((table.cell(0, 0), table.cell(1, 0), table.cell(1, 1)), "ABC", strict=True):
        cell.text = text
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_paragraph("Năm 2022, xã có ").add_run("12 thôn.").bold = True
    document.save(buffer)
    article = read_docx(buffer.getvalue(), "a.docx")
    assert [line for line in article.text.split("\n") if line] == [
        "Báo cáo tổng kết", "A", "B", "C", "Năm 2022, xã có 12 thôn.",
    ]  # fmt: skip
    assert (article.title, article.author, article.published) == (None, None, None)


def test_a_document_typed_for_an_old_font_is_read() -> None:
    text = "Đảng ủy xã An Khê sơ kết 3 năm thực hiện Chỉ thị"
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph(typed_for("TCVN3", text))
    document.save(buffer)
    assert read_docx(buffer.getvalue(), "a.docx").text == text
