"""What holds for every text: offsets, determinism, and that nothing raises."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

import bienban
from bienban.model import TextRow
from bienban.read.normal import canonical
from strategies import WRITTEN, anything, reports

NLP = bienban.load(disable=["bienban_words"])
SETTINGS = settings(max_examples=150, deadline=None)


def found(text: str) -> dict[str, list[object]]:
    return bienban.tables_of(NLP(text))


@SETTINGS
@given(anything)
def test_every_row_points_at_its_words(text: str) -> None:
    tables = found(text)
    for rows in tables.values():
        for row in rows:
            if isinstance(row, TextRow):
                assert row.text == text[row.start : row.end]
                assert row.start < row.end


@SETTINGS
@given(anything)
def test_same_text_gives_same_rows(text: str) -> None:
    assert found(text) == found(text)


@SETTINGS
@given(reports)
def test_ids_are_unique_and_links_have_ends(text: str) -> None:
    tables = found(text)
    for table, rows in tables.items():
        keys = [tuple(getattr(row, column) for column in row.key) for row in rows]
        assert len(keys) == len(set(keys)), table
    assert {row.part_of for row in tables["facts"]} <= {None} | {row.fact_id for row in tables["facts"]}
    tasks = {row.task_id for row in tables["tasks"]}
    assert {row.parent for row in tables["tasks"]} <= {None} | tasks
    assert {row.task_id for row in tables["actions"]} <= tasks
    registered = {row.directive_id for row in tables["directive_registry"]}
    assert {row.directive_id for row in tables["directives"]} == registered


@pytest.mark.parametrize("written", WRITTEN)
def test_the_written_form_does_not_change_what_is_found(report: str, written: str) -> None:
    plain, other = found(report), found(WRITTEN[written](report))
    for table in ("sentences", "facts", "people", "directives", "tasks", "actions"):
        assert [canonical(row.text) for row in other[table]] == [canonical(row.text) for row in plain[table]], table


def test_digits_of_other_scripts_are_read_or_left() -> None:
    digit = "\U0001e4f1"  # of a script younger than Python 3.11
    found(f"Nghị quyết số {digit}-NQ/TW ngày {digit}/{digit}/{4 * digit}, ٣ xã, ² đợt")
    assert [row.value for row in found("Xã có １２ hộ nghèo.")["facts"]] == [12]


def test_lone_surrogates_are_no_reason_to_stop() -> None:
    assert bienban.extract(["ông \ud800 Trần Văn Mộc có 12 dự án"])["sentences"].shape[0] == 1


def test_another_hash_seed_and_order_give_the_same_tables(tmp_path: Path, report: str) -> None:
    for name, text in {"a": report, "b": report.replace("27", "31"), "c": report.replace("412", "500")}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf8")
    outputs = []
    for seed, order in (("0", "abc"), ("4242", "cab")):
        out = tmp_path / seed
        files = [str(tmp_path / f"{name}.txt") for name in order]
        subprocess.run(
            [sys.executable, "-m", "bienban", "extract", *files, "--out", str(out)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        outputs.append({path.name: sorted(path.read_text("utf8").splitlines()) for path in out.glob("*.jsonl")})
    assert outputs[0] == outputs[1]
