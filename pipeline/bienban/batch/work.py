"""What a worker does with one article. The process that only hands them out imports this too, and never spaCy."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bienban.read.source import Source

if TYPE_CHECKING:
    from spacy.language import Language

    from bienban.tabulate import Tables


def extract_source(source: Source, *, words: bool) -> Tables:
    """The rows of the article behind a source; `words`: with the table of words.

    Raises UnreadableArticle where there is no article to read.
    """
    from bienban.pipeline import make_doc
    from bienban.tabulate import tables_of

    nlp = pipeline(words=words)
    return tables_of(nlp(make_doc(nlp, source.read())))


@cache
def pipeline(*, words: bool) -> Language:
    """The pipeline of this process, loaded once."""
    from bienban.pipeline import load

    return load(disable=[] if words else ["bienban_words"])
