"""What a worker does with one article. The process that only hands them out imports this too, and never the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bienban.read.source import Source

if TYPE_CHECKING:
    from bienban.tabulate import Tables


def extract_source(source: Source, *, words: bool) -> Tables:
    """The rows of the article behind a source; `words`: with the table of words.

    Raises UnreadableArticle where there is no article to read.
    """
    from bienban.stages import read
    from bienban.tabulate import tables_of

    return tables_of(read(source.read(), disable=() if words else ("bienban_words",)))
