"""Tables with an article in each row: JSONL, CSV and Parquet, streamed, whatever their size."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq

from bienban.read.decode import decode
from bienban.read.records import Columns, JsonLine, Record
from bienban.read.source import LARGEST, Source, Unreadable, UnreadableArticle, too_large

#: Rows of a Parquet file in memory at a time.
_ROWS = 64

#: Bytes of a Parquet file in an archive, which must be in memory to be read.
_LARGEST_PACKED = 256 << 20

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def jsonl(name: str, stream: io.BufferedReader, columns: Columns) -> Iterator[Source]:
    """A source for each line; blank lines are passed over."""
    if stream.peek(2)[:2] in _UTF16:
        raise UnreadableArticle("wrong encoding: UTF-16, but JSONL is UTF-8")
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST)
            yield Unreadable(f"{name}:{number}", too_large())
        elif line.strip():
            yield JsonLine(f"{name}:{number}", name, line, columns)


def comma_separated(name: str, stream: io.BufferedReader, columns: Columns) -> Iterator[Source]:
    """A source for each row of a CSV file with a header line; semicolons or tabs may stand for the commas."""
    # Bytes that are not UTF-8 are kept as they are: each article's encoding is its own affair.
    utf16 = stream.peek(2)[:2] in _UTF16
    encoding, errors = ("utf-16", "strict") if utf16 else ("utf-8-sig", "surrogateescape")
    lines = io.TextIOWrapper(stream, encoding, errors, newline="")
    csv.field_size_limit(LARGEST)
    first = lines.readline(LARGEST)
    delimiter = max(",;\t", key=first.count)
    header = [decode(cell) for cell in _bytes(next(csv.reader([first], delimiter=delimiter), []))]
    there = columns.among(header) if header else {}
    rows = csv.reader(iter(partial(lines.readline, LARGEST), ""), delimiter=delimiter, strict=True)
    while True:
        place = f"{name}:{rows.line_num + 2}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Unreadable(place, UnreadableArticle(f"no CSV: {error}"))
            continue
        if len(row) == len(header):
            cells = dict(zip(header, _bytes(row), strict=True))
            yield Record(place, name, {kind: cells[column] for kind, column in there.items()})
        elif row:
            yield Unreadable(place, UnreadableArticle(f"{len(row)} cells under {len(header)} columns"))


def _bytes(row: list[str]) -> list[bytes]:
    return [cell.encode("utf8", "surrogateescape") for cell in row]


def parquet(name: str, stream: io.BufferedReader, columns: Columns) -> Iterator[Source]:
    """A source for each row. A stream that cannot seek is taken into memory."""
    try:
        file = pq.ParquetFile(stream if stream.seekable() else _in_memory(stream))
        there = columns.among(file.schema_arrow.names)
        number = 0
        for batch in file.iter_batches(_ROWS, columns=list(there.values())):
            values = {kind: _values(batch.column(column)) for kind, column in there.items()}
            for row in zip(*values.values(), strict=True):
                number += 1
                yield Record(f"{name}:{number}", name, dict(zip(values, row, strict=True)))
    except (pa.ArrowException, OSError, ValueError) as error:
        raise UnreadableArticle(f"damaged, or no Parquet file: {error}") from None


def _in_memory(stream: io.BufferedReader) -> io.BytesIO:
    data = stream.read(_LARGEST_PACKED + 1)
    if len(data) > _LARGEST_PACKED:
        raise UnreadableArticle(f"Parquet of more than {_LARGEST_PACKED >> 20} MB in an archive: unpack it first")
    return io.BytesIO(data)


def _values(column: pa.Array) -> list[object]:
    # Arrow does not look whether its strings are UTF-8: as bytes they come to the decoder like all others.
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        column = column.cast(pa.large_binary())
    values: list[object] = column.to_pylist()
    return values


#: By suffix: what makes sources of a table's name and bytes. They raise UnreadableArticle where they cannot go on.
TABLES: dict[str, Callable[[str, io.BufferedReader, Columns], Iterator[Source]]] = {
    ".jsonl": jsonl,
    ".csv": comma_separated,
    ".parquet": parquet,
}
