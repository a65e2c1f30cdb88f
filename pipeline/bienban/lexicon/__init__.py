"""Word lists as TSV, one form per row: a newcomer extends the rules here without Python.

Each file has a header line; lines that start with `#` are remarks. Forms may be written with any tone placement:
they are read into the normal form that the rules match against.
"""

from __future__ import annotations

import csv
from functools import cache
from hashlib import sha256
from importlib.resources import files

from bienban.read.normal import canonical


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `NAME.tsv` as dictionaries, in the file's order, in normal form.

    Raises FileNotFoundError for a list that does not exist.
    """
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple({key: canonical((value or "").strip()) for key, value in row.items()} for row in rows)


@cache
def forms(name: str) -> tuple[str, ...]:
    """The `form` column of a list, longest form first, so that alternations prefer the longest."""
    return tuple(sorted((row["form"] for row in table(name)), key=lambda form: (-len(form), form)))


@cache
def mapping(name: str, value: str = "canonical") -> dict[str, str]:
    """`form` -> the given column."""
    return {row["form"]: row[value] for row in table(name)}


@cache
def version() -> str:
    """The same for the same lists: 16 hexadecimal digits of their SHA-256."""
    lists = sorted((file for file in files(__package__).iterdir() if file.name.endswith(".tsv")), key=lambda f: f.name)
    return sha256(b"".join(file.name.encode() + b"\0" + file.read_bytes() for file in lists)).hexdigest()[:16]
