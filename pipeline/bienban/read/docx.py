"""A Word document -> its article."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bienban.read.article import Article
from bienban.read.decode import conversion_of
from bienban.read.source import LARGEST, MissingExtra, UnreadableArticle, make_article, too_large

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell


def read_docx(data: bytes, source: str) -> Article:
    """The paragraphs of a document, those in tables included, one a line.

    Its properties are left out: they name the computer's owner and the day it was saved, not author and publication.
    Raises UnreadableArticle for what is no Word document, MissingExtra without `bienban[docx]`.
    """
    try:
        import docx
    except ImportError:
        raise MissingExtra("Word documents", "docx") from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST:
                raise too_large()
        text = "\n".join(_paragraphs(docx.Document(io.BytesIO(data))))
    except UnreadableArticle:
        raise
    except Exception as error:  # whatever is wrong in a package of XML files
        raise UnreadableArticle(f"no Word document (.docx), or a protected one: {error}") from None
    return make_article(conversion_of(text)(text), source)


def _paragraphs(part: Document | _Cell) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    for block in part.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            cells = {cell._tc: cell for row in block.rows for cell in row.cells}  # a merged cell stands in each place
            for cell in cells.values():
                yield from _paragraphs(cell)
