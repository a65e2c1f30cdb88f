"""What the README shows, works."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

README = (Path(__file__).parents[1] / "README.md").read_text("utf8")


@pytest.mark.parametrize("code", regex.findall(r"```python\n(.*?)```", README, regex.S))
def test_code_runs(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})
    assert "5.412 5412" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command",
    regex.findall(r"^bienban (\w+) .*", "\n".join(regex.findall(r"```sh\n(.*?)```", README, regex.S)), regex.M),
)
def test_commands_exist(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    from bienban.cli import main

    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
