"""Dates: what the text says of a day, month or period, and nothing that it does not say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bienban import Article
from bienban.find.dates import find_dates, last_day, reference_year
from bienban.find.dates.patterns import POINTS_OF_TODAY
from bienban.segment.reading import Reading
from strategies import anything

DAYS = st.dates(date(1945, 1, 1), date(2049, 12, 31))
WRITTEN_IN_FULL = (
    "ngày {0.day}/{0.month}/{0.year}",
    "ngày {0.day:02}-{0.month:02}-{0.year}",
    "{0.day}.{0.month}.{0.year}",
    "ngày {0.day} tháng {0.month} năm {0.year}",
    "ngày {0.day} tháng {0.month}/{0.year}",
)


def found(text: str) -> list[tuple[str, str | None, str | None]]:
    """The dates of a text: their words, first and last."""
    reading = Reading(Article(text))
    return [(reading.verbatim(d.start, d.end), d.first, d.last) for d in find_dates(reading) if d.kind != "time"]


@given(DAYS, st.sampled_from(WRITTEN_IN_FULL))
def test_a_day_is_read_back_however_it_is_written(day: date, written: str) -> None:
    text = written.format(day)
    assert found(f"Họp {text}, tại xã.") == [(text, day.isoformat(), day.isoformat())]


@given(DAYS, st.sampled_from(["Sáng {0.day}/{0.month}", "ngày {0.day}-{0.month}", "Chiều ngày {0.day}.{0.month}"]))
def test_a_day_without_a_year_gets_none(day: date, written: str) -> None:
    text = written.format(day)
    assert found(f"{text}, hội nghị khai mạc") == [(text, None, None)]


@given(DAYS)
def test_a_day_without_a_year_is_the_nearest_to_publication(day: date) -> None:
    published = date(2023, 5, 6)
    text = f"Sáng {day.day}/{day.month}, hội nghị khai mạc"
    (mention,) = find_dates(Reading(Article(text, published=published.isoformat())))
    assert mention.first == mention.last
    if mention.first is None:
        assert (day.month, day.day) == (2, 29), "no leap year is near"
    else:
        found_day = date.fromisoformat(mention.first)
        assert (found_day.month, found_day.day) == (day.month, day.day)
        assert abs((found_day - published).days) <= 183 or (day.month, day.day) == (2, 29)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("giao ban tháng 8/2024.", "tháng 8/2024", "2024-08", "2024-08"),
        ("trong tháng 1-2017,", "trong tháng 1-2017", "2017-01", "2017-01"),
        ("quý IV - 2016 đạt", "quý IV - 2016", "2016-10", "2016-12"),
        ("quý I/2024,", "quý I/2024", "2024-01", "2024-03"),
        ("6 tháng đầu năm 2023,", "6 tháng đầu năm 2023", "2023-01", "2023-06"),
        ("sáu tháng cuối năm 2023,", "sáu tháng cuối năm 2023", "2023-07", "2023-12"),
        ("9 tháng năm 2022,", "9 tháng năm 2022", "2022-01", "2022-09"),
        ("giai đoạn 2016 - 2020,", "giai đoạn 2016 - 2020", "2016", "2020"),
        ("nhiệm kỳ 2021-2026.", "nhiệm kỳ 2021-2026", "2021", "2026"),
        ("Từ năm 2019 - 2022, đã", "Từ năm 2019 - 2022", "2019", "2022"),
        ("từ năm 2019 đến nay.", "từ năm 2019 đến nay", "2019", None),
        ("từ nay đến năm 2030.", "từ nay đến năm 2030", None, "2030"),
        ("đến hết tháng 6/2017,", "đến hết tháng 6/2017", None, "2017-06"),
        ("tính đến ngày 30/4/2025,", "tính đến ngày 30/4/2025", None, "2025-04-30"),
        ("hết quý II/2019,", "hết quý II/2019", None, "2019-06"),
        ("từ ngày 25/1 đến ngày 1/2/2021.", "từ ngày 25/1 đến ngày 1/2/2021", "2021-01-25", "2021-02-01"),
        ("từ 15/12 đến 10/1/2020.", "từ 15/12 đến 10/1/2020", "2019-12-15", "2020-01-10"),
        ("ngày 27-28/3/2021.", "ngày 27-28/3/2021", "2021-03-27", "2021-03-28"),
        ("giữa tháng 5/2025.", "giữa tháng 5/2025", "2025-05", "2025-05"),
        ("Từ 01/1988 - 6/1994: cán bộ", "Từ 01/1988 - 6/1994", "1988-01", "1994-06"),
        ("Trong hai ngày 11 và 12/7,", "Trong hai ngày 11 và 12/7", None, None),
        ("6 tháng đầu năm,", "6 tháng đầu năm", None, None),
        ("cuối năm nay.", "cuối năm nay", None, None),
    ],
)
def test_periods(text: str, words: str, first: str | None, last: str | None) -> None:
    assert found(text) == [(words, first, last)]


@pytest.mark.parametrize("text", ["các năm 2021, 2022, 2023 đạt", "năm 2021, 2022 và 2023,"])
def test_years_of_a_list_are_dates(text: str) -> None:
    assert [words[-4:] for words, *_ in found(text)] == ["2021", "2022", "2023"]


@pytest.mark.parametrize(
    "text", ["33-CT/TW", "5/10 xã", "1.250 người", "trong 2 năm", "năm 3 tổ chức", "7-8%", "3 tháng"]
)
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Hội nghị sơ kết\nThứ 6, 21/03/2025 | 15:45\nSáng 21/3, tại xã, Đảng ủy họp.", 2025),
        ("Sáng 6/9, huyện giao ban tháng 8/2022. Năm 2019, huyện sáp nhập.", 2022),
        ("Chiều 26/12, Sở tổng kết năm 2024, triển khai nhiệm vụ năm 2025.", 2024),
        ("Chiều 6/1, Sở tổng kết năm 2024, triển khai nhiệm vụ năm 2025.", 2025),
        ("Sáng 6/9, huyện giao ban. Ông sinh tháng 5/1960, vào Đảng tháng 6/1982.", None),
        ("Quyết định số 15-QĐ/TU, ngày 3/5/2011 được quán triệt.", None),
    ],
)
def test_the_year_of_a_report(text: str, year: int | None) -> None:
    reading = Reading(Article(text))
    assert reference_year(reading, find_dates(reading)) == year


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_the_last_day_of_a_month_is_followed_by_another_month(year: int, month: int) -> None:
    last = date.fromisoformat(last_day(f"{year}-{month:02}"))
    assert date.fromordinal(last.toordinal() + 1).day == 1
    assert last_day(last.isoformat()) == last.isoformat()
    assert last_day(str(year)) == f"{year}-12-31"


@given(anything)
def test_dates_stand_in_order_without_overlaps(text: str) -> None:
    reading = Reading(Article(text))
    dates = find_dates(reading)
    ends = [0, *(d.end for d in dates)]
    assert all(end <= d.start < d.end <= len(reading.norm) for end, d in zip(ends, dates, strict=False))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Năm nay, xã trồng rừng.", "2024", "2024"),
        ("Năm ngoái, xã trồng rừng.", "2023", "2023"),
        ("Tháng trước, xã họp.", "2023-12", "2023-12"),
        ("Quý này, xã họp.", "2024-01", "2024-03"),
        ("Hôm qua, xã họp.", "2024-01-04", "2024-01-04"),
        ("Ngày 28/12, xã họp.", "2023-12-28", "2023-12-28"),
        ("Sáng 3/1, xã họp.", "2024-01-03", "2024-01-03"),
        ("Ngày 20/2 tới, xã họp.", "2024-02-20", "2024-02-20"),
        ("Năm 2019, xã họp.", "2019", "2019"),
    ],
)
def test_the_day_of_publication_completes_dates(text: str, first: str, last: str) -> None:
    (mention,) = find_dates(Reading(Article(text, published="2024-01-05")))
    assert (mention.first, mention.last) == (first, last)
    silent = find_dates(Reading(Article(text)))
    assert "2019" in text or all(date.first is None and date.last is None for date in silent)


def test_dates_begin_with_the_words_where_they_are_looked_for(corpus_articles: list[Path]) -> None:
    for path in corpus_articles:
        low = Reading(Article(path.read_text("utf8"))).low
        for point in POINTS_OF_TODAY:
            for match in point.pattern.finditer(low):
                assert match.group().startswith(tuple(point.openers)), match.group()
