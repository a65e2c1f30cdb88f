"""The loader of `corpus/cases/TABLE.txt` and `TABLE-….txt`: one example a line, with inline mark-up.

    # why the next cases exist
    nâng lên <fact value=5403 object="đảng viên">5.403</fact> đảng viên
    ! Chỉ thị số 33-CT/TW

A line holds all the rows of the file's table that must be found in it, and no others; the attributes that a tag
names must come out as written (lists joined by " | ", `null` for None). `!` begins a line in which nothing may be
found. `\\n` in a line is a new paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import regex

CASES = Path(__file__).parents[1] / "corpus" / "cases"
_TAG = regex.compile(r"<(?P<name>[a-z]+)(?P<attributes>(?:\s+\w+=(?:\"[^\"]*\"|\S+?))*)>|</(?P<close>[a-z]+)>")
_ATTRIBUTE = regex.compile(r"(\w+)=(?:\"([^\"]*)\"|(\S+))")


@dataclass(frozen=True)
class Case:
    """A text and the rows expected in it: (start, end, attributes), in order of their start."""

    where: str
    text: str
    expected: list[tuple[int, int, dict[str, str]]]


def load(path: Path) -> list[Case]:
    """The cases of a file. Raises ValueError for a tag that is not closed."""
    return [
        _parse(line.replace("\\n", "\n"), f"{path.name}:{number}")
        for number, line in enumerate(path.read_text(encoding="utf8").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]


def _parse(line: str, where: str) -> Case:
    text, at = "", 0
    opened: list[tuple[int, dict[str, str]]] = []
    expected = []
    line = line.removeprefix("! ")
    for tag in _TAG.finditer(line):
        text += line[at : tag.start()]
        at = tag.end()
        if tag["name"]:
            attributes = {name: quoted or bare for name, quoted, bare in _ATTRIBUTE.findall(tag["attributes"])}
            opened.append((len(text), attributes))
        else:
            start, attributes = opened.pop()
            expected.append((start, len(text), attributes))
    if opened:
        raise ValueError(f"{where}: a tag is not closed")
    return Case(where, text + line[at:], sorted(expected, key=lambda row: row[:2]))
