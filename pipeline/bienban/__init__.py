"""bienban reads Vietnamese conference reports and writes down, as tables, what a careful secretary would.

import bienban

nlp = bienban.load()
doc = nlp(text)
frames = bienban.to_frames([doc])   # one pandas DataFrame per table
frames = bienban.extract(texts)     # the same in one call
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bienban.pipeline import extract, load, make_doc
    from bienban.read.article import Article
    from bienban.reviewing.widget import review
    from bienban.tabulate import tables_of, to_frames

__all__ = ["Article", "extract", "load", "make_doc", "review", "tables_of", "to_frames"]

# Loaded at first use: importing the package must not cost what spaCy and pandas cost.
_HOMES = {
    "Article": "bienban.read.article",
    "extract": "bienban.pipeline",
    "load": "bienban.pipeline",
    "make_doc": "bienban.pipeline",
    "review": "bienban.reviewing.widget",
    "tables_of": "bienban.tabulate",
    "to_frames": "bienban.tabulate",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'bienban' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
