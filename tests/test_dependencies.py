"""What the package and its tests import is declared: nothing works only because another library brings it along."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import regex

ROOT = Path(__file__).parents[1]


def canonical(name: str) -> str:
    return regex.sub(r"[-_.]+", "-", name).lower()


def imported(folder: Path) -> set[str]:
    """The distributions that the modules of a folder import from."""
    files = list(folder.rglob("*.py"))
    known = {*sys.stdlib_module_names, "bienban", *(file.stem for file in files)}
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf8")))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level]
    modules = {name.partition(".")[0] for name in names} - known
    owners = packages_distributions()
    return {canonical(owners.get(module, [module])[0]) for module in modules}


def declared(lists: list[list[str]]) -> set[str]:
    return {canonical(regex.match(r"[\w.-]+", line)[0]) for lines in lists for line in lines}


def test_every_import_is_declared() -> None:
    tomllib = pytest.importorskip("tomllib")  # of Python 3.11
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]
    extras = project["optional-dependencies"]
    dev = extras.pop("dev")
    users = declared([project["dependencies"], *extras.values()])
    assert imported(ROOT / "pipeline" / "bienban") <= users
    assert imported(ROOT / "tests") <= users | declared([dev])
