"""What is packed in .gz and .zip files, read in passing: nothing is unpacked to disk, and no bomb is let off."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from bienban.read.source import UnreadableArticle

#: Text packs to a tenth or a fiftieth of its size; what unpacks to more than this many times, and to more than a few
#: articles' worth, is a bomb.
MOST_TIMES = 200
_ALLOWANCE = 64 << 20

#: What the libraries raise for a file that is damaged or of a kind that they do not know.
DAMAGED = (OSError, EOFError, ValueError, RuntimeError, struct.error, zlib.error, zipfile.BadZipFile)


class Bomb(UnreadableArticle):
    """An archive that unpacks to far more than any text does."""


class _Allowance:
    """How many bytes an archive may still unpack to."""

    def __init__(self, packed: int) -> None:
        self._limit = self._left = _ALLOWANCE + MOST_TIMES * packed

    def spend(self, n_bytes: int) -> None:
        """Raises Bomb when too much has been spent."""
        self._left -= n_bytes
        if self._left < 0:
            raise Bomb(f"unpacks to more than {self._limit >> 20:,} MB, {MOST_TIMES} times its size: a bomb?")


class _Unpacked(io.RawIOBase):
    """A stream whose bytes are counted."""

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, allowance: _Allowance) -> None:
        self._stream, self._allowance = stream, allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._allowance.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


def gunzip(path: Path) -> io.BufferedReader:
    """What is packed in a .gz file. Reading raises Bomb, or one of DAMAGED for what is no gzip."""
    return io.BufferedReader(_Unpacked(gzip.GzipFile(path), _Allowance(path.stat().st_size)))


def members(path: Path) -> Iterator[tuple[str, Callable[[], io.BufferedReader]]]:
    """The files of a .zip, in its order, hidden ones left out: their names, and what opens them.

    Opening and reading raises Bomb, UnreadableArticle for an encrypted file, or one of DAMAGED, as this itself does for
    what is no zip file.
    """
    allowance = _Allowance(path.stat().st_size)
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            parts = PurePosixPath(member.filename).parts
            if not member.filename.endswith("/") and not any(part.startswith((".", "__MACOSX")) for part in parts):
                yield member.filename, partial(_open, archive, member, allowance)


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo, allowance: _Allowance) -> io.BufferedReader:
    if member.flag_bits & 1:
        raise UnreadableArticle("encrypted: unpack it with its password first")
    return io.BufferedReader(_Unpacked(archive.open(member), allowance))
