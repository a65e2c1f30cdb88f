"""Notebooks are documents: short, with their outputs, and the same for everyone. That they run, `make test` shows."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
import regex

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_short_and_stored_with_its_outputs(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert len(cells) <= 15
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert any(cell.outputs for cell in code)
    assert not [output for cell in code for output in cell.outputs if output.output_type == "error"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_tells_nothing_of_who_ran_it(path: Path) -> None:
    assert not regex.findall(
        r"(?<![\w.])/(?:tmp|home|root|Users|work)/\S+|iopub\.\w+|[A-Z]:\\\\\S+", path.read_text("utf8")
    )
