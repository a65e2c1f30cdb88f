"""One article as read, before anything is looked for in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what its source says of it.

    `text` is what all offsets refer to. `title` and `author` are those that the source names, `published` is a day as
    ISO date ("2024-03-05"), `captions` are the ranges of lines that the source marks as captions of photos. `doc_id`
    depends on the text alone, so the same text has the same id on every machine. Raises TypeError for a text that is
    no string, ValueError for a day that is no ISO date.
    """

    text: str
    source: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    captions: tuple[tuple[int, int], ...] = ()
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise TypeError(f"the text of an article is a string, not {type(self.text).__name__}")
        # Of Python 3.11 on, fromisoformat takes other forms too ("20240305", "2024-W10-2").
        if self.published is not None and date.fromisoformat(self.published).isoformat() != self.published:
            raise ValueError(f"Invalid isoformat string: {self.published!r} (expected as 2024-03-05)")
        # surrogatepass: a str may hold lone surrogates, and an id is owed to every text.
        digest = hashlib.sha256(self.text.encode("utf8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "sha256", digest)

    @property
    def doc_id(self) -> str:
        """The first 16 hexadecimal digits of the text's SHA-256."""
        return self.sha256[:16]
