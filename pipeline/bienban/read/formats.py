"""The kinds of file that hold one article each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bienban.read.article import Article
from bienban.read.decode import decode
from bienban.read.docx import read_docx
from bienban.read.html import read_html
from bienban.read.source import LARGEST, Source, Unreadable, UnreadableArticle, digest, make_article, too_large


def read_text(data: bytes, source: str) -> Article:
    """A text file as an article, its line ends and blanks as they stand."""
    return make_article(decode(data), source)


#: By suffix: what makes an article of a file's bytes and its source.
FORMATS: dict[str, Callable[[bytes, str], Article]] = {
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
}


@dataclass(frozen=True, slots=True)
class Bytes:
    """An article whose bytes were taken out of a container; `suffix` tells its format, another than those is text."""

    name: str
    suffix: str
    data: bytes

    def read(self) -> Article:
        """The article. Raises UnreadableArticle."""
        if len(self.data) > LARGEST:
            raise too_large()
        return FORMATS.get(self.suffix, read_text)(self.data, self.name)

    def fingerprint(self) -> str:
        """Of the bytes: how they are read is in the name."""
        return digest(self.data)


@dataclass(frozen=True, slots=True)
class File:
    """An article in a file of its own."""

    path: Path

    @property
    def name(self) -> str:
        """The path."""
        return str(self.path)

    def in_hand(self) -> Source:
        """The same article with its bytes, for those who do not see the file."""
        try:
            with self.path.open("rb") as file:
                return Bytes(self.name, self.path.suffix.lower(), file.read(LARGEST + 1))
        except OSError as error:
            return Unreadable(self.name, cannot_read(error))

    def read(self) -> Article:
        """The article. Raises UnreadableArticle."""
        return self.in_hand().read()

    def fingerprint(self) -> str:
        """Of the bytes. Raises UnreadableArticle."""
        source = self.in_hand()
        if isinstance(source, Unreadable):
            raise source.reason
        return source.fingerprint()


def cannot_read(error: OSError) -> UnreadableArticle:
    """The reason of a file that the system does not give."""
    if isinstance(error, FileNotFoundError):
        return UnreadableArticle("no such file")
    return UnreadableArticle(f"cannot be read: {error.strerror or error}")
