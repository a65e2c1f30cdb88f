"""Input that holds no article to read: what it is, how to make it, and the message that it gives."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import docx
import pyarrow as pa
import pyarrow.parquet as pq

LINE = '{"text": "Xã có 12 thôn."}\n'
MB = 1 << 20


class Bad(NamedTuple):
    """`file` is made with these bytes, or by this function; `message` is said of `place`, or of the file."""

    kind: str
    file: str
    content: bytes | Callable[[Path], object]
    message: str
    place: str = ""


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def encrypted(data: bytes) -> bytes:
    """A zip whose first member says that it is encrypted."""
    central = data.index(b"PK\x01\x02")
    return data[:6] + b"\x01" + data[7 : central + 8] + b"\x01" + data[central + 9 :]


def damaged(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]


def document(*paragraphs: str) -> bytes:
    made, buffer = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(buffer)
    return buffer.getvalue()


def parquet(**columns: list[object]) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


def rows(*values: tuple[str, ...], delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(values)
    return text.getvalue().encode()


def record(**values: object) -> bytes:
    return json.dumps(values).encode()


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>{body}</body></html>".encode()


UTF8 = "Đảng ủy xã An Khê tổ chức hội nghị sơ kết".encode()
SPANISH = "El señor Peña llegó mañana a la reunión de educación".encode("cp1252")
ZEROS = bytes(100 * MB)

BAD = [
    Bad("empty", "a.txt", b"", "empty"),
    Bad("blank", "a.txt", b" \r\n\t", "empty"),
    Bad("byte order mark alone", "a.txt", b"\xef\xbb\xbf", "empty"),
    Bad("binary", "a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "not text: it holds control characters"),
    Bad(
        "another kind of file",
        "a.pdf.txt",
        b"%PDF-1.7\n%\xb5\xed\xae\xfb\n\x00",
        "not text, but a PDF document",
    ),
    Bad("truncated UTF-8", "a.txt", UTF8[:15], "wrong encoding: not UTF-8 at byte 14"),
    Bad("UTF-8 with a byte too many", "a.txt", UTF8 + b"\xff", f"wrong encoding: not UTF-8 at byte {len(UTF8)}"),
    Bad("truncated UTF-16", "a.txt", "Hội nghị".encode("utf-16")[:-1], "wrong encoding: not UTF-16 at byte 16"),
    Bad("another language in one byte", "a.txt", SPANISH, "wrong encoding: not UTF-8 at byte 5"),
    Bad("too long", "a.txt", b"a " * 500_001, "too long: 1,000,002 characters, at most 1,000,000"),
    Bad("50 MB in one line", "a.txt", lambda path: path.write_bytes(b"a" * 50 * MB), "too large: more than 16 MB"),
    Bad("no such file", "a.txt", lambda path: None, "no such file"),
    Bad("no such table", "a.jsonl", lambda path: None, "no such file"),
    Bad("no match", "*.none.txt", lambda path: None, "no such file"),
    Bad("link to nothing", "a.txt", lambda path: path.symlink_to("none"), "no such file"),
    Bad("link to itself", "a.txt", lambda path: path.symlink_to("a.txt"), f"cannot be read: {os.strerror(40)}"),
    Bad("name too long", f"{'a' * 300}.txt", lambda path: None, f"cannot be read: {os.strerror(36)}"),
    Bad(
        "file in place of a folder",
        "a.txt/b.txt",
        lambda path: path.parent.write_bytes(b""),
        f"cannot be read: {os.strerror(20)}",
    ),
    Bad(
        "folder without articles",
        "folder",
        lambda path: (path.mkdir(), (path / "a.png").write_bytes(b"")),
        "a folder without articles (.csv, .docx, .gz, .htm, .html, .jsonl, .parquet, .txt, .zip)",
    ),
    Bad("empty page", "a.html", b"\n", "empty"),
    Bad("page without an article", "a.html", page("<img src=a.jpg>"), "no article found in this page"),
    Bad("mark-up of nothing", "a.html", b"<!-- -->", "no article found in this page"),
    Bad(
        "100,000 nested tags",
        "a.html",
        page("<div>" * 100_000 + "<p>Hội nghị tổng kết.</p>"),
        "HTML nested too deep",
    ),
    Bad("binary page", "a.htm", b"<html>\x00", "not text: it holds control characters"),
    Bad("no Word document", "a.docx", b"Word", "no Word document (.docx), or a protected one: File is not a zip file"),
    Bad(
        "old Word document",
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "no Word document (.docx), or a protected one: File is not a zip file",
    ),
    Bad("empty Word document", "a.docx", document(), "empty"),
    Bad(
        "bomb for a Word document",
        "a.docx",
        zipped(("word/document.xml", bytes(20 * MB))),
        "too large: more than 16 MB",
    ),
    Bad("empty table", "a.jsonl", b"", "empty: no articles in it"),
    Bad(
        "wrong JSON",
        "a.jsonl",
        (LINE * 699 + '{"text": "Xã có" 12}\n').encode(),
        "no JSON: Expecting ',' delimiter at character 17",
        "a.jsonl:700",
    ),
    Bad("JSON but no object", "a.jsonl", b"[1]\n", "no JSON object, but a list", "a.jsonl:1"),
    Bad("JSON nested too deep", "a.jsonl", b"[" * 100_000, "no JSON: ", "a.jsonl:1"),
    Bad(
        "JSON without a text",
        "a.jsonl",
        record(id=1, body="Xã"),
        'no "text" for text (there are: id, body)',
        "a.jsonl:1",
    ),
    Bad("JSON with null for a text", "a.jsonl", record(text=None), "no text: the value is null", "a.jsonl:1"),
    Bad("JSON with a number for a text", "a.jsonl", record(text=5), "text is a number, not text", "a.jsonl:1"),
    Bad(
        "JSON with a list for a title",
        "a.jsonl",
        record(text="Xã", title=["a"]),
        "title is a list, not text",
        "a.jsonl:1",
    ),
    Bad("JSON with a blank text", "a.jsonl", record(text=" \n"), "empty", "a.jsonl:1"),
    Bad(
        "lone surrogate",
        "a.jsonl",
        rb'{"text": "X\u00e3 \ud83d"}',
        "text is no Unicode: half a surrogate pair at character 3",
        "a.jsonl:1",
    ),
    Bad("JSONL in UTF-16", "a.jsonl", LINE.encode("utf-16"), "wrong encoding: UTF-16, but JSONL is UTF-8"),
    Bad(
        "a line of 20 MB", "a.jsonl", b" " * 20 * MB + b"\n" + LINE.encode(), "too large: more than 16 MB", "a.jsonl:1"
    ),
    Bad("CSV without the column", "a.csv", rows(("id", "body")), 'no column "text" for text (columns: id, body)'),
    Bad("CSV with a header alone", "a.csv", rows(("text",)), "empty: no articles in it"),
    Bad(
        "CSV with a cell too many",
        "a.csv",
        b"id,text\n1,X\xc3\xa3, th\xc3\xb4n\n",
        "3 cells under 2 columns",
        "a.csv:2",
    ),
    Bad("CSV with an empty cell", "a.csv", rows(("id", "text"), ("1", "")), "empty", "a.csv:2"),
    Bad("CSV with a quote left open", "a.csv", b'text\n"X\xc3\xa3', "no CSV: unexpected end of data", "a.csv:2"),
    Bad("CSV in an unknown encoding", "a.csv", b"text\n" + SPANISH, "wrong encoding: not UTF-8 at byte 5", "a.csv:2"),
    Bad("truncated CSV in UTF-16", "a.csv", "text\nXã".encode("utf-16")[:-1], "damaged: "),
    Bad("no Parquet", "a.parquet", b"PAR1", "damaged, or no Parquet file: "),
    Bad("Parquet without the column", "a.parquet", parquet(body=["Xã"]), 'no column "text" for text (columns: body)'),
    Bad(
        "Parquet with null for a text",
        "a.parquet",
        parquet(text=pa.array([None], pa.string())),
        "no text: the value is null",
        "a.parquet:1",
    ),
    Bad("Parquet with numbers for texts", "a.parquet", parquet(text=[1]), "text is a number, not text", "a.parquet:1"),
    Bad("no zip", "a.zip", b"zip", "damaged: File is not a zip file"),
    Bad("empty zip", "a.zip", zipped(), "empty: no articles in it"),
    Bad("zip without articles", "a.zip", zipped(("a.png", b"x"), (".a.txt", b"x")), "empty: no articles in it"),
    Bad(
        "encrypted zip",
        "a.zip",
        encrypted(zipped(("a.txt", UTF8))),
        "encrypted: unpack it with its password first",
        "a.zip/a.txt",
    ),
    Bad("damaged member", "a.zip", damaged(zipped(("a.txt", UTF8)), 38), "damaged: ", "a.zip/a.txt"),
    Bad(
        "archive in an archive",
        "a.zip",
        zipped(("b.zip", zipped(("a.txt", UTF8)))),
        "an archive in an archive: unpack the outer one first",
        "a.zip/b.zip",
    ),
    Bad("large member", "a.zip", zipped(("a.txt", bytes(20 * MB))), "too large: more than 16 MB", "a.zip/a.txt"),
    Bad("zip bomb", "a.zip", zipped(("b.jsonl", ZEROS)), "unpacks to more than 83 MB, 200 times its size: a bomb?"),
    Bad("gzip bomb", "a.jsonl.gz", gzip.compress(ZEROS), "unpacks to more than 83 MB, 200 times its size: a bomb?"),
    Bad("no gzip", "a.txt.gz", b"gz", "damaged: Not a gzipped file (b'gz')"),
    Bad(
        "truncated gzip",
        "a.txt.gz",
        gzip.compress(UTF8)[:-9],
        "damaged: Compressed file ended before the end-of-stream marker was reached",
    ),
]
