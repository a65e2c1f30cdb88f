"""Rows of a table become articles, the same from every format, by default and by chosen columns."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_decode import windows_1258

from bienban.cli import main
from bienban.read.article import Article
from bienban.read.records import Columns
from bienban.read.source import UnreadableArticle
from bienban.read.sources import sources

Row = dict[str, object]


def write_jsonl(path: Path, rows: list[Row]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")


def write_csv(path: Path, rows: list[Row], encoding: str = "utf8", **dialect: str) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, rows[0], **dialect)
        writer.writeheader()
        writer.writerows(rows)


def write_parquet(path: Path, rows: list[Row]) -> None:
    pq.write_table(pa.Table.from_pylist(rows), path)


WRITERS = {".jsonl": write_jsonl, ".csv": write_csv, ".parquet": write_parquet}
formats = pytest.mark.parametrize(("suffix", "write"), WRITERS.items(), ids=WRITERS.keys())


def read(path: Path, **columns: str) -> list[Article]:
    return [source.read() for source in sources([path], Columns(**columns))]


@formats
def test_columns_are_known_by_their_names(tmp_path: Path, suffix: str, write: Callable[..., None]) -> None:
    row = {
        "text": "Xã có\n12 thôn, “2” chợ.",
        "title": "Tin",
        "author": "Hoa",
        "published": "2024-03-05T07:00:00+07:00",
    }
    write(tmp_path / f"a{suffix}", [row, row | {"title": "", "published": "Thứ Ba, 5/3/2024 - 10:30"}])
    first, second = read(tmp_path / f"a{suffix}")
    assert (first.text, first.title, first.author, first.published) == (*list(row.values())[:3], "2024-03-05")
    assert (second.title, second.published) == (None, "2024-03-05")
    assert first.source.startswith(f"{tmp_path}/a{suffix}:")
    assert first.source != second.source


@formats
def test_columns_are_chosen(tmp_path: Path, suffix: str, write: Callable[..., None]) -> None:
    path = tmp_path / f"a{suffix}"
    write(path, [{"nội dung": "Xã có 12 thôn.", "ma": "7", "url": "https://an-khe.example/7", "text": "x"}])
    (article,) = read(path, text="nội dung", id="ma")
    assert (article.text, article.source) == ("Xã có 12 thôn.", f"{path}:7")
    (article,) = read(path, text="nội dung", id="ma", source="url")
    assert article.source == "https://an-khe.example/7"


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_chosen_column_must_be_there(tmp_path: Path, suffix: str) -> None:
    WRITERS[suffix](tmp_path / f"a{suffix}", [{"text": "Xã"}])
    with pytest.raises(UnreadableArticle, match=r'no column "ngày" for published \(columns: text\)'):
        read(tmp_path / f"a{suffix}", published="ngày")


def test_rows_are_called_by_the_line_where_they_begin(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, [{"text": "Một\nhai"}, {"text": "Ba"}])
    assert [article.source for article in read(path)] == [f"{path}:2", f"{path}:4"]


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-8-sig", ";"), ("utf-16", "\t"), ("utf8", ",")])
def test_what_spreadsheets_save_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [{"id": "1", "text": "Xã có 12 thôn; 3 chợ, 2 trường."}]
    write_csv(tmp_path / "a.csv", rows, encoding, delimiter=delimiter)
    assert [article.text for article in read(tmp_path / "a.csv")] == [rows[0]["text"]]


def test_each_row_has_its_own_encoding(tmp_path: Path) -> None:
    text = "Đảng ủy xã tổ chức hội nghị"
    (tmp_path / "a.csv").write_bytes(b"text\n" + windows_1258(text) + b"\n" + text.encode())
    assert [unicodedata.normalize("NFC", article.text) for article in read(tmp_path / "a.csv")] == [text, text]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05 23:59:00Z", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("2024/03/05", "2024-03-05"),
        ("2024.3.5 10:30", "2024-03-05"),
        ("5/3/2024", "2024-03-05"),
        ("Thứ Ba, 05-03-2024 - 10:30 GMT+7", "2024-03-05"),
        ("Tue, 05 Mar 2024 07:00:00 +0700", "2024-03-05"),
        (1709600000, "2024-03-05"),
        ("1709600000", "2024-03-05"),
        (1709600000123, "2024-03-05"),
        (1709600000.5, "2024-03-05"),
        (20240305, "2024-03-05"),
        ("2024-03", None),
        ("Tháng 5/2024", None),
        ("05/2024", None),
        ("2024", None),
        (2024, None),
        (" ", None),
        (None, None),
    ],
)
def test_days_of_publication_are_read(tmp_path: Path, written: str | float | None, day: str | None) -> None:
    write_jsonl(tmp_path / "a.jsonl", [{"text": "Xã có 12 thôn.", "published": written}])
    assert read(tmp_path / "a.jsonl")[0].published == day


@pytest.mark.parametrize("written", ["hôm qua", "31/02/2024", "202403051030", 7, True, ["2024-03-05"]])
def test_an_article_whose_day_cannot_be_read_is_read_without_it(
    tmp_path: Path, written: object, capsys: pytest.CaptureFixture[str]
) -> None:
    write_jsonl(tmp_path / "a.jsonl", [{"text": "Xã có 12 thôn.", "published": written}, {"text": "Xã có 13 thôn."}])
    assert main(["extract", str(tmp_path / "a.jsonl"), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr()
    assert said.err.startswith(f"{tmp_path / 'a.jsonl'}:1: published is ")
    assert said.err.endswith("; left out\n")
    assert said.err.count("\n") == 1
    lines = (tmp_path / "out" / "documents.jsonl").read_text("utf8").splitlines()
    assert [json.loads(line)["published"] for line in lines] == [None, None]


def test_days_of_parquet_are_days(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["Xã"], "published": [date(2024, 3, 5)]}), tmp_path / "a.parquet")
    assert read(tmp_path / "a.parquet")[0].published == "2024-03-05"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1), min_size=1, max_size=5))
def test_every_text_comes_back_from_every_format(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("tables")
    for suffix, write in WRITERS.items():
        path = folder / f"a{suffix}"
        write(path, [{"id": "x", "text": text + "."} for text in texts])
        assert [article.text for article in read(path)] == [text + "." for text in texts]
