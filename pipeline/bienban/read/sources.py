"""Paths -> sources, in order, each file once. What cannot be read is named with its reason, and costs only itself."""

from __future__ import annotations

import glob
import io
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import cast

from bienban.read.archives import DAMAGED, Bomb, gunzip, members
from bienban.read.formats import FORMATS, Bytes, File, cannot_read
from bienban.read.records import Columns
from bienban.read.source import LARGEST, Source, Unreadable, UnreadableArticle
from bienban.read.tables import TABLES

#: Standard input, which is read as JSONL.
STDIN = Path("-")

_PACKED = {".gz", ".zip"}
#: What a folder or an archive stands for: the files in it with these suffixes.
SUFFIXES = {*FORMATS, *TABLES, *_PACKED}

_FOLDER = UnreadableArticle(f"a folder without articles ({', '.join(sorted(SUFFIXES))})")


def find_files(paths: Iterable[Path], left: Counter[str] | None = None) -> Iterator[Path]:
    """The files behind paths, in order, each once.

    A folder stands for the files in and below it whose suffix is one of SUFFIXES, sorted, hidden ones left out; a glob
    for what it matches. A path behind which there is no such file is passed on itself, so that reading it tells why.
    `left` counts the other files of folders, by suffix.
    """
    left = Counter() if left is None else left
    seen: set[str] = set()
    for path in paths:
        matches = [path] if os.path.lexists(path) else [Path(match) for match in sorted(glob.glob(str(path)))]
        for match in matches or [path]:
            for found in (sorted(_inside(match, left)) if os.path.isdir(match) else ()) or [match]:
                if (real := os.path.realpath(found)) not in seen:
                    seen.add(real)
                    yield found


def _inside(folder: Path, left: Counter[str]) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or not path.is_file():
            continue
        if _suffix(path):
            yield path
        else:
            left[path.suffix.lower() or "no suffix"] += 1


def _suffix(path: PurePath) -> str | None:
    """The suffix that tells what a file holds, of `a.txt.gz` too; None where it tells nothing."""
    suffix = path.suffix.lower()
    return suffix if suffix in SUFFIXES and (suffix != ".gz" or _suffix(path.with_suffix(""))) else None


def is_article(path: Path) -> bool:
    """Whether a file is one article, rather than a table or an archive that may hold many."""
    return path != STDIN and _suffix(path) not in {*TABLES, *_PACKED}


def sources(files: Iterable[Path], columns: Columns) -> Iterator[Source]:
    """The articles in files, in order; tables and archives are streamed, and read by `columns`."""
    for file in files:
        if os.path.isdir(file):
            yield Unreadable(str(file), _FOLDER)
        elif is_article(file):
            yield File(file)
        else:
            yield from _contained("stdin" if file == STDIN else str(file), file, columns)


def _contained(name: str, file: Path, columns: Columns) -> Iterator[Source]:
    """The articles in a table or an archive, and what hindered reading on in it."""
    empty = True
    try:
        for source in _opened(name, file, columns):
            empty = False
            yield source
    except UnreadableArticle as reason:
        yield Unreadable(name, reason)
    except DAMAGED as error:
        yield Unreadable(name, _damaged(error))
    else:
        if empty:
            yield Unreadable(name, UnreadableArticle("empty: no articles in it"))


def _opened(name: str, file: Path, columns: Columns) -> Iterator[Source]:
    if file == STDIN:
        yield from TABLES[".jsonl"](name, cast(io.BufferedReader, sys.stdin.buffer), columns)
    elif file.suffix.lower() == ".zip":
        yield from _unzipped(name, file, columns)
    elif file.suffix.lower() == ".gz":
        with gunzip(file) as stream:
            yield from _streamed(name, file.with_suffix("").suffix.lower(), stream, columns)
    else:
        with file.open("rb") as stream:
            yield from _streamed(name, file.suffix.lower(), stream, columns)


def _unzipped(name: str, file: Path, columns: Columns) -> Iterator[Source]:
    """The articles in a .zip; a member that cannot be read costs only itself."""
    times: Counter[str] = Counter()
    for member, opened in members(file):
        place, suffix = f"{name}/{member}", PurePath(member).suffix.lower()
        times[member] += 1
        if times[member] > 1:  # a name may stand for several files
            place += f"#{times[member]}"
        if suffix not in SUFFIXES:
            continue
        try:
            with opened() as stream:
                yield from _streamed(place, suffix, stream, columns)
        except Bomb:
            raise
        except UnreadableArticle as reason:
            yield Unreadable(place, reason)
        except DAMAGED as error:
            yield Unreadable(place, _damaged(error))


def _streamed(name: str, suffix: str, stream: io.BufferedReader, columns: Columns) -> Iterator[Source]:
    if suffix in _PACKED:
        raise UnreadableArticle("an archive in an archive: unpack the outer one first")
    if suffix in TABLES:
        yield from TABLES[suffix](name, stream, columns)
    else:
        yield Bytes(name, suffix, stream.read(LARGEST + 1))


def _damaged(error: Exception) -> UnreadableArticle:
    if isinstance(error, OSError) and error.errno:
        return cannot_read(error)
    return UnreadableArticle(f"damaged: {error}")
