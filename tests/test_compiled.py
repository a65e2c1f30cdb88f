"""The compiled build: mypyc's Python is not Python in every detail, so its rows are compared with the interpreter's."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

COMPILER = shutil.which((sysconfig.get_config_var("CC") or "cc").split()[0])
HEADERS = Path(sysconfig.get_path("include"), "Python.h")
ROOT = Path(__file__).parents[1]
EXTRACT = """
import sys
from bienban.cli import main
from bienban.find.tasks import runs
print(runs.__file__)
main(["extract", sys.argv[1], "--out", sys.argv[2], "--format", "jsonl", "--workers", "1"])
"""


def extract(out: Path, **environment: str) -> str:
    """Writes the tables of the whole corpus, cases included; the file that a module of the rules came from."""
    command = [sys.executable, "-c", EXTRACT, str(ROOT / "corpus"), str(out)]
    run = subprocess.run(command, env={**os.environ, **environment}, check=True, capture_output=True, text=True)
    return run.stdout.splitlines()[0]


@pytest.mark.skipif(
    not (COMPILER and HEADERS.exists()) and not os.environ.get("CI"),
    reason="needs a C compiler and the headers of Python",
)
def test_the_compiled_build_writes_the_same_tables(tmp_path: Path) -> None:
    wheels = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(wheels, env={**os.environ, "HATCH_BUILD_HOOKS_ENABLE": "1"}, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    assert extract(tmp_path / "interpreted").endswith(".py")
    assert not extract(tmp_path / "compiled", PYTHONPATH=str(tmp_path / "site")).endswith(".py")
    tables = sorted((tmp_path / "interpreted").glob("*.jsonl"))
    assert tables
    for table in tables:
        assert (tmp_path / "compiled" / table.name).read_bytes() == table.read_bytes(), table.name
