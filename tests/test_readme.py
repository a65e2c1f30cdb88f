"""What the README shows, works."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from bienban.store.database import open_database

README = (Path(__file__).parents[1] / "README.md").read_text("utf8")


def test_code_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    open_database("sqlite:///bienban.db", create=True).close()
    for code in regex.findall(r"```python\n(.*?)```", README, regex.S):
        exec(compile(code, "README.md", "exec"), {})
    assert "5.412 5412" in capsys.readouterr().out
