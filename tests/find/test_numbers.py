"""Numbers: what is written in words, in digits and with a unit comes back as the number that was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bienban.find.numbers import read_amount, read_number_words
from bienban.find.numbers.amounts import read_digits

ONES = "không một hai ba bốn năm sáu bảy tám chín".split()
GROUPS = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, ""))


def below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return ONES[ones]
    begin = "mười" if tens == 1 else f"{ONES[tens]} mươi"
    if ones == 0:
        return begin
    last = {1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, ONES[ones])
    return f"{begin} {last}"


def below_thousand(number: int, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return below_hundred(rest)
    if not rest:
        return f"{ONES[hundreds]} trăm"
    return f"{ONES[hundreds]} trăm {f'linh {ONES[rest]}' if rest < 10 else below_hundred(rest)}"


def spelled(number: int) -> str:
    """A number in words, as it is read out."""
    words: list[str] = []
    for size, name in GROUPS:
        group, number = divmod(number, size)
        if group:
            words += [below_thousand(group, full=bool(words)), name]
    return " ".join(filter(None, words)) or ONES[0]


@given(st.integers(0, 10**12 - 1))
def test_a_number_in_words_is_read_back(number: int) -> None:
    text = spelled(number)
    assert read_number_words(text, 0) == (number, len(text))


@given(st.integers(1, 10**12), st.sampled_from([" đảng viên", ", ", "", " và"]))
def test_what_follows_a_number_in_words_is_no_part_of_it(number: int, after: str) -> None:
    text = spelled(number % 1000)
    assert read_number_words(text + after, 0) == (number % 1000, len(text))


@given(st.integers(0, 10**12))
def test_dots_separate_thousands(number: int) -> None:
    assert read_digits(f"{number:,}".replace(",", ".")) == number


@given(st.integers(1, 10**6), st.integers(0, 99))
def test_a_comma_is_decimal(whole: int, part: int) -> None:
    assert read_digits(f"{whole:,}".replace(",", ".") + f",{part:02}") == pytest.approx(whole + part / 100)


@given(
    st.integers(1, 10**6), st.sampled_from([("nghìn", 10**3), ("triệu", 10**6), ("tỷ", 10**9), ("nghìn tỷ", 10**12)])
)
def test_a_magnitude_multiplies(number: int, magnitude: tuple[str, int]) -> None:
    name, factor = magnitude
    text = f"{number:,}".replace(",", ".") + f" {name} đồng"
    amount = read_amount(text, 0, len(text))
    assert amount is not None
    assert (amount.value, amount.unit, amount.end) == (number * factor, "VND", len(text))


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(["-", " - ", " đến "]))
def test_a_range_has_its_lower_end_first(one: int, other: int, to: str) -> None:
    text = f"{one}{to}{other}%"
    amount = read_amount(text, 0, len(text))
    assert amount is not None
    assert (amount.value, amount.high) == ((one, other) if one < other else (one, None))


@pytest.mark.parametrize(
    ("text", "value", "high", "unit", "kind"),
    [
        ("5,403 đảng viên", 5403, None, None, "count"),
        ("3,077 tỷ đồng", 3_077_000_000, None, "VND", "money"),
        ("394 tỷ 581triệu đồng", 394_581_000_000, None, "VND", "money"),
        ("50 đến 54 nghìn đồng/kg", 50_000, 54_000, "VND/kg", "rate"),
        ("500 triệu - 1 tỷ đồng", 500_000_000, 1_000_000_000, "VND", "money"),
        ("1.5 tỷ", 1_500_000_000, None, None, "count"),
        ("hai triệu rưỡi", 2_500_000, None, None, "count"),
        ("2 vạn tấn", 20_000, None, "tấn", "mass"),
        ("11.220 người/năm", 11_220, None, "người/năm", "rate"),
        ("½ giá", 0.5, None, None, "other"),
        ("2/3 số hộ", 2 / 3, None, None, "other"),
        ("17/44 tàu", 17, None, None, "count"),
        ("30 ngày công", 30, None, None, "count"),
        ("24 tập đoàn/tổng công ty", 24, None, None, "count"),
    ],
)
def test_amounts(text: str, value: float, high: float | None, unit: str | None, kind: str) -> None:
    amount = read_amount(text, 0, len(text))
    assert amount is not None
    assert (amount.value, amount.high, amount.unit, amount.kind) == (pytest.approx(value), high, unit, kind)


@given(st.text(alphabet="0123456789.,-/ %½ạtỷđồngnămhaibarưỡi", max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    for start in range(len(text)):
        amount = read_amount(text, start, len(text))
        assert amount is None or start < amount.end <= len(text)
