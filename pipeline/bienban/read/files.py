"""Paths -> articles. What cannot be read is named with its reason, and costs only itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bienban.read.article import Article

_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b")


#: Characters of the longest article that is read, which is what spaCy takes: a report has 10,000, a book 500,000.
LONGEST = 1_000_000


class UnreadableArticle(Exception):
    """An article that cannot be read; the message is the reason."""


def sources(paths: Iterable[Path]) -> Iterator[Path]:
    """The files behind paths, in order, each once: a folder stands for the `.txt` files in and below it, sorted.

    Hidden files and folders are left out. A folder without any article is passed on itself, so that reading it tells
    why nothing came of it.
    """
    seen: set[Path] = set()
    for path in paths:
        inside = sorted(_texts(path)) if path.is_dir() else [path]
        for found in inside or [path]:
            real = found.resolve()
            if real not in seen:
                seen.add(real)
                yield found


def _texts(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() == ".txt" and path.is_file() and not hidden:
            yield path


def read_article(path: Path) -> Article:
    """The UTF-8 text file at a path as an article, its line ends and blanks as they stand.

    Raises UnreadableArticle for what is missing, empty, too long, not text or not UTF-8.
    """
    if path.is_dir():
        raise UnreadableArticle("a folder without .txt files" if not any(_texts(path)) else "a folder, not a file")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableArticle("no such file") from None
    except OSError as error:
        raise UnreadableArticle(f"cannot be read: {error.strerror}") from None
    return Article(decode(data), source=str(path))


def decode(data: bytes) -> str:
    """Bytes of a UTF-8 text, with or without byte order mark, as a string.

    Raises UnreadableArticle with the reason.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableArticle("wrong encoding: UTF-16, expected UTF-8")
    if _CONTROL.intersection(data):
        raise UnreadableArticle("not text: it holds control characters")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableArticle(f"wrong encoding: not UTF-8 at byte {error.start}") from None
    if not text.strip():
        raise UnreadableArticle("empty")
    if len(text) > LONGEST:
        raise UnreadableArticle(f"too long: {len(text):,} characters, at most {LONGEST:,}")
    return text
