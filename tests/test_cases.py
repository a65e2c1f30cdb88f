"""Every line of `corpus/cases/` comes out as it says."""

from __future__ import annotations

import pytest

import bienban
from bienban.pipes import rows_of
from bienban.reviewing.cases import written
from cases import CASES, Case, load

ALL = [(path.stem.partition("-")[0], case) for path in sorted(CASES.glob("*.txt")) for case in load(path)]


@pytest.fixture(scope="module")
def nlp():
    return bienban.load(disable=["bienban_words"])


@pytest.mark.parametrize(("table", "case"), ALL, ids=[case.where for _, case in ALL])
def test_case(nlp, table: str, case: Case) -> None:
    rows = sorted(rows_of(nlp(case.text), table), key=lambda row: (row.start, row.end))
    assert [row.text for row in rows] == [case.text[start:end] for start, end, _ in case.expected]
    assert [(row.start, row.end) for row in rows] == [(start, end) for start, end, _ in case.expected]
    for row, (_, _, attributes) in zip(rows, case.expected, strict=True):
        assert {name: written(getattr(row, name)) for name in attributes} == attributes
