"""What a worker does with one article. The process that only hands them out imports this too, and never the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bienban.batch.failure import Failure, failure_of
from bienban.batch.memory import memory_limit
from bienban.read.source import Source, UnreadableArticle

if TYPE_CHECKING:
    from bienban.tabulate import Tables

#: Megabytes that an article may take: the longest takes 400.
MEMORY = 2_000


def extract_source(source: Source, *, words: bool, memory: int = MEMORY) -> Tables:
    """The rows of the article behind a source, with at most `memory` MB; `words`: with the table of words.

    Raises UnreadableArticle where there is no article to read, Failure where something else went wrong.
    """
    from bienban.stages import read
    from bienban.tabulate import tables_of

    stage = "read"
    try:
        with memory_limit(memory):
            article = source.read()
            stage = "extract"
            return tables_of(read(article, disable=() if words else ("bienban_words",)))
    except UnreadableArticle:
        raise
    except MemoryError:
        raise Failure("memory", f"out of memory (limit for an article: {memory:,} MB)") from None
    except Exception as error:
        raise failure_of(error, stage) from None
