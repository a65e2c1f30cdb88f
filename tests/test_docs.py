"""What the pages of docs/ show, works; so do the commands in the README."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
import regex

import bienban
from bienban.cli import main

DOCS = Path(__file__).parents[1] / "docs"


def test_the_function_for_spark_gives_the_rows_of_bienban(report: str) -> None:
    code, _job = regex.findall(r"```python\n(.*?)```", (DOCS / "spark.md").read_text("utf8"), regex.S)
    page = {"__name__": "bienban_spark"}
    exec(compile(code, "spark.md", "exec"), page)
    files = pd.DataFrame({"path": ["s3a://a/b.txt", "empty.html"], "content": [bytearray(report.encode()), b""]})
    (frame,) = page["extract"](iter([files]))
    done, rejected = pa.Table.from_pandas(frame, schema=page["COLUMNS"]).to_pylist()  # as Spark does
    for table, rows in bienban.extract([bienban.Article(report, source="s3a://a/b.txt")]).items():
        assert pd.DataFrame(done[table], columns=rows.columns).astype(object).equals(rows.astype(object)), table
    assert (rejected["path"], rejected["stage"], rejected["reason"]) == ("empty.html", "read", "empty")
    assert rejected["documents"] is None


PAGES = "".join(page.read_text("utf8") for page in (DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))))
SHELL = "".join(regex.findall(r"```sh\n(.*?)```", PAGES, regex.S))


@pytest.mark.parametrize("line", regex.findall(r"^bienban [^#\n]*", SHELL, regex.M))
def test_commands_have_these_options(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, command, *words = line.split()
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    known = regex.findall(r"--[a-z-]+", capsys.readouterr().out)
    assert {word for word in words if word.startswith("--")} <= {*known}
