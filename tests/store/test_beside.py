"""What a killed process leaves beside a file goes when the file is written again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bienban.store.beside import beside

_LEAVES = "import sys, os; from pathlib import Path; from bienban.store.beside import beside\n"
_LEAVES += "with beside(Path(sys.argv[1])) as part: part.write_text('half'); os._exit(9)"


@pytest.mark.skipif(os.name != "posix", reason="whether a process is alive is not asked elsewhere")
def test_parts_of_killed_processes_go_and_those_of_others_stay(tmp_path: Path) -> None:
    place = tmp_path / "facts.jsonl"
    subprocess.run([sys.executable, "-c", _LEAVES, str(place)], check=False)
    (half,) = tmp_path.iterdir()
    assert half.read_text() == "half"
    pid_of_another = half.name.rpartition("-")[0] + f"-{os.getppid()}"
    (tmp_path / pid_of_another).write_text("theirs")
    with beside(place) as part:
        part.write_text("whole")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "facts.jsonl": "whole",
        pid_of_another: "theirs",
    }
