"""What stands behind a path or inside a file: an article still to be read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, Protocol

from bienban.read.article import Article

#: Characters of the longest article that is read, which is what spaCy takes: a report has 10,000, a book 500,000.
LONGEST = 1_000_000

#: Bytes of the largest article that is read, mark-up and pictures included.
LARGEST = 16 << 20


class UnreadableArticle(Exception):
    """An article that cannot be read; the message is the reason."""


class MissingExtra(UnreadableArticle):
    """An article of a kind that this installation cannot read; the message says what to install."""

    def __init__(self, kind: str, extra: str) -> None:
        super().__init__(kind, extra)

    def __str__(self) -> str:
        kind, extra = self.args
        return f"{kind} are read by an extra: pip install 'bienban[{extra}]'"


class Source(Protocol):
    """An article still to be read: small and picklable, so that another process can do the reading."""

    @property
    def name(self) -> str:
        """What messages call it: a path, or a place in a file (`dump.jsonl:700`, `news.zip/a.html`)."""

    def read(self) -> Article:
        """The article. Raises UnreadableArticle."""

    def fingerprint(self) -> str:
        """SHA-256, hexadecimal, of all that `read` depends on: while it is the same, so is the article.

        It costs no more than having the bytes. Raises UnreadableArticle where they cannot be had.
        """


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that is known to hold no article."""

    name: str
    reason: UnreadableArticle

    def read(self) -> Article:
        """Raises the reason."""
        raise self.reason

    def fingerprint(self) -> str:
        """That of the reason."""
        return digest(str(self.reason).encode("utf8", "surrogatepass"))


def digest(*parts: bytes) -> str:
    """The SHA-256 of parts one by one, hexadecimal: ("a", "b") has another than ("ab",)."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def make_article(text: str, source: str, **known: Any) -> Article:
    """A text as an article; `known` are more of its fields.

    Raises UnreadableArticle for a text that is blank or too long.
    """
    if not text.strip():
        raise UnreadableArticle("empty")
    if len(text) > LONGEST:
        raise UnreadableArticle(f"too long: {len(text):,} characters, at most {LONGEST:,}")
    return Article(text, source=source, **known)


def too_large() -> UnreadableArticle:
    """The reason of an article above LARGEST."""
    return UnreadableArticle(f"too large: more than {LARGEST >> 20} MB")
