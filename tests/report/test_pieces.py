"""The text of a report is that of the article, and each row is marked at its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bienban.report.article import ArticleView, view
from bienban.report.cells import SHOWN
from bienban.report.labels import Labels

TEXT = "Năm 2022, xã có 12 thôn.\nThứ nhất, rà soát hộ nghèo;\n\n  hoàn thành trước ngày 30/9/2023.\n"
STARTS = [0, 25, 56]

spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda span: span[0] < span[1])


def actions(start: int, end: int, number: int) -> dict[str, object]:
    place = {"task_id": "t0", "action_no": number, "start": start, "end": end, "text": TEXT[start:end]}
    return {**place, "verb": "rà soát", "rule": "action.item"}


def directives(start: int, end: int, number: int) -> dict[str, object]:
    place = {"mention_id": f"d{number}", "start": start, "end": end, "text": TEXT[start:end]}
    values = dict.fromkeys(("issuer", "issued_on", "subject"))
    return {**place, **values, "directive_id": "Chỉ thị 12-CT/TU", "rule": "number.after_type"}


def view_of(outer: list[tuple[int, int]], inner: list[tuple[int, int]]) -> ArticleView:
    sentences = [{"para_no": number, "start": start, "role": "body"} for number, start in enumerate(STARTS)]
    tables = {table: [] for table in SHOWN} | {"documents": [{"text": TEXT}], "sentences": sentences}
    tables["actions"] = [actions(*span, number) for number, span in enumerate(outer)]
    tables["directives"] = [directives(*span, number) for number, span in enumerate(inner)]
    return view(tables, Labels("vi"))


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_nothing_is_lost_and_every_row_stands_at_its_words(
    outer: list[tuple[int, int]], inner: list[tuple[int, int]]
) -> None:
    shown = view_of(outer, inner)
    pieces = [piece for paragraph in shown.paragraphs for piece in paragraph.pieces]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(TEXT.split())
    for table in ("actions", "directives"):
        for mark in shown.marks[table]:
            words = "".join(piece.text for piece in pieces if mark in piece.marks)
            assert "".join(words.split()) == "".join(mark.text.split())
    for piece in pieces:
        order = [SHOWN.index(mark.table) for mark in piece.marks]
        assert order == sorted(order)


def test_paragraphs_are_those_of_the_article() -> None:
    shown = ["".join(piece.text for piece in paragraph.pieces) for paragraph in view_of([(0, 60)], []).paragraphs]
    assert shown == ["Năm 2022, xã có 12 thôn.", "Thứ nhất, rà soát hộ nghèo;", "hoàn thành trước ngày 30/9/2023."]
