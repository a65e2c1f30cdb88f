"""What is coloured in the terminal, is what was found."""

from __future__ import annotations

from io import StringIO

import pytest
from spacy.language import Language

import bienban
from bienban.reviewing.show import show
from bienban.terminal import Console


@pytest.mark.parametrize("end_of_line", ["\n", "\r\n", " \x0b\x1b\n"])
def test_colours_stand_where_the_rows_do(nlp: Language, end_of_line: str) -> None:
    text = end_of_line.join(["Hội nghị tổng kết", "Năm qua huyện làm tốt.", "Toàn huyện có 36 xã."])
    console = Console(file=StringIO(), force_terminal=True, color_system="standard")
    show(bienban.tables_of(nlp(text)), console=console)
    assert "\x1b[36m36\x1b[0m xã." in console.file.getvalue()
