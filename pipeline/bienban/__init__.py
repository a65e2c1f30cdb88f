"""bienban reads Vietnamese conference reports and writes down, as tables, what a careful secretary would."""

from __future__ import annotations

from bienban.pipeline import extract, load, make_doc
from bienban.read.article import Article
from bienban.tabulate import tables_of, to_frames

__all__ = ["Article", "extract", "load", "make_doc", "tables_of", "to_frames"]
