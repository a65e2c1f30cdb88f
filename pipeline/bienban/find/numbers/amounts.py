"""An amount at a given place: number, magnitude, range, unit, quotient; the value with its magnitude applied."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from bienban import lexicon
from bienban.find.numbers.words import MAGNITUDES, read_number_words

_MAGNITUDES = {**MAGNITUDES, "trăm": 100, "chục": 10}
_MAGNITUDE = regex.compile(rf" ?(?P<word>{'|'.join(_MAGNITUDES)})(?:(?!\p{{L}})|(?=đồng\b))")
_GREATEST = 10**12  # a magnitude that is not multiplied further: "nghìn tỷ"
_MOST_DIGITS = 24  # with marks; more are no amount
_DIGITS = regex.compile(r"[0-9]+(?:[.,][0-9]+)*")
_LOWER_PART = regex.compile(rf" ?(?P<digits>{_DIGITS.pattern})")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_DIVISIBLE = (
    "số|tổng|diện tích|dân số|thời gian|quãng|chặng|kim ngạch|sản lượng|khối lượng|chiều dài|công suất|giá trị|vốn"
)
_FRACTION = regex.compile(
    rf"([0-9]{{1,2}})/([0-9]{{1,2}})(?= (?:{_DIVISIBLE})\b)|"
    r"(?<=\b(?:bằng|chiếm|hay|còn) )([0-9])/([0-9]|10)(?=[.,;)]| (?:so|hay|hoặc|của|mức)\b)"
)
_PARTS_IN_WORDS = {word: n for n, word in enumerate(("một", "hai", "ba", "bốn", "năm"), 1)}
_WHOLES_IN_WORDS = {"hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "mười": 10, "trăm": 100}
_FRACTION_IN_WORDS = regex.compile(
    rf"(?P<part>{'|'.join(_PARTS_IN_WORDS)}) phần (?P<whole>{'|'.join(_WHOLES_IN_WORDS)})(?!\p{{L}}| mươi)"
)
_HALF = regex.compile(r" rưỡi(?!\p{L})")
# "từ 14,2 lên 15,9 triệu đồng": two levels, of which the second says in what both are measured.
_FROM = "từ "
_LEVEL = regex.compile(r" (?:tăng |giảm |nâng )?(?:lên|xuống)(?: còn| đến| tới)? (?:gần |hơn |trên |khoảng )?")
# "150/180 tỷ đồng": so much of so much, in what the second is measured.
_OVER = regex.compile(r" ?/ ?")
_TO = regex.compile(r" ?- ?| (?:đến|tới)(?: dưới)? ")

_UNITS = lexicon.mapping("units", "unit")
_KINDS = lexicon.mapping("units", "kind")
_BASES = lexicon.mapping("rate_bases")
_NOT_BEFORE = {
    row["form"]: regex.compile(rf" (?:{row['not_before']})(?!\p{{L}})")
    for row in lexicon.table("units")
    if row["not_before"]
}
_BASE = rf"(?P<base>{'|'.join(map(regex.escape, lexicon.forms('rate_bases')))})(?![\p{{L}}\d])"
_PER = regex.compile(rf" ?/ ?{_BASE}")
_COUNTED_PER = regex.compile(rf" (?P<noun>\p{{L}}+(?: \p{{L}}+){{0,2}}) ?/ ?{_BASE}")
# "2 đ/c" are two comrades, no dong.
_UNIT = regex.compile(rf" ?(?P<unit>{'|'.join(map(regex.escape, lexicon.forms('units')))})(?![\p{{L}}\d]|/c\b)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit at `low[start:end]`; `high` only for a range, `unit` None for a count."""

    start: int
    end: int
    value: float
    high: float | None
    unit: str | None
    kind: str
    digits: bool  # written in digits, not in words


@dataclass(frozen=True, slots=True)
class _Number:
    end: int
    value: float
    magnitude: int
    digits: bool


def read_amount(low: str, start: int, stop: int) -> Amount | None:
    """The amount that begins at `start` of a lower-case text and ends by `stop`; None where no number begins."""
    if fraction := _FRACTION.match(low, start, stop):
        part, whole = (int(number) for number in fraction.groups() if number)
        return Amount(start, fraction.end(), part / whole, None, None, "other", True) if part < whole else None
    if words := _FRACTION_IN_WORDS.match(low, start, stop):
        value = _PARTS_IN_WORDS[words["part"]] / _WHOLES_IN_WORDS[words["whole"]]
        return Amount(start, words.end(), value, None, None, "other", False) if value < 1 else None
    if low[start : start + 1] in _VULGAR:
        return Amount(start, start + 1, _VULGAR[low[start]], None, None, "other", True)
    number = _number(low, start, stop)
    if number is None:
        return None
    unit, kind, end = _unit(low, number.end, stop)
    low_end = Amount(start, end, number.value, None, unit, kind, number.digits)
    if unit is None and low.endswith(_FROM, 0, start) and (level := _LEVEL.match(low, end, stop)):
        return _first_level(low_end, number, low, level.end(), stop)
    if unit is None and number.digits and (over := _OVER.match(low, end, stop)):
        return _first_level(low_end, number, low, over.end(), stop)
    to = _TO.match(low, end, stop)
    upper = _number(low, to.end(), stop) if to else None
    if upper is None or upper.digits != number.digits:
        return low_end
    upper_unit, kind, end = _unit(low, upper.end, stop)
    shared = upper.magnitude if number.magnitude == 1 and unit is None else 1  # "50 đến 54 nghìn đồng"
    value = number.value * shared
    if value >= upper.value or unit not in (None, upper_unit):
        return low_end
    return Amount(start, end, value, upper.value, upper_unit, kind, number.digits)


def _first_level(first: Amount, number: _Number, low: str, start: int, stop: int) -> Amount:
    """`first` with the unit, and the magnitude, of the level or the whole that is named after it."""
    second = _number(low, start, stop)
    unit, kind, _ = _unit(low, second.end, stop) if second else (None, "", 0)
    if second is None or unit is None:
        return first
    shared = second.magnitude if number.magnitude == 1 else 1
    return replace(first, value=first.value * shared, unit=unit, kind=kind)


def read_digits(text: str, measured: bool = False) -> float:
    """Digits with dots and commas -> a number.

    A dot before three digits separates thousands; so does a comma, unless the number is `measured` (has a magnitude
    or unit: "3,077 tỷ đồng"). A single mark before fewer digits is the decimal one; of two kinds, the last.
    """
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return float(text)
    whole, mark, part = text[:last], text[last], text[last + 1 :]
    mixed = ("," if mark == "." else ".") in whole
    grouped = len(part) == 3 and whole != "0" and not mixed and (mark == "." or not measured)
    if grouped or mark in whole:
        return float(whole.replace(".", "").replace(",", "") + part)
    return float(f"{whole.replace('.', '').replace(',', '')}.{part}")


def _number(low: str, start: int, stop: int) -> _Number | None:
    digits = _DIGITS.match(low, start, stop)
    if digits and digits.end() - start > _MOST_DIGITS:
        return None
    if digits is None:
        words = read_number_words(low, start, stop)
        return _Number(words[1], words[0], 1, False) if words else None
    magnitude, end = _magnitude(low, digits.end(), stop)
    value = read_digits(digits.group(), measured=magnitude > 1 or _UNIT.match(low, end, stop) is not None) * magnitude
    least = magnitude
    # "394 tỷ 581 triệu đồng"
    while least > 1 and (digits := _LOWER_PART.match(low, end, stop)):
        part, part_end = _magnitude(low, digits.end(), stop)
        if not 1 < part < least:
            break
        value, least, end = value + read_digits(digits["digits"], measured=True) * part, part, part_end
    if least > 1 and (half := _HALF.match(low, end, stop)):
        value, end = value + least / 2, half.end()
    return _Number(end, round(value, 6), magnitude, True)


def _magnitude(low: str, start: int, stop: int) -> tuple[int, int]:
    factor = 1
    while factor < _GREATEST and (word := _MAGNITUDE.match(low, start, stop)):
        factor, start = factor * _MAGNITUDES[word["word"]], word.end()
    return factor, start


def _unit(low: str, start: int, stop: int) -> tuple[str | None, str, int]:
    """Unit, kind and end of what follows a number: a unit, a quotient, or nothing, which makes it a count."""
    match = _UNIT.match(low, start, stop)
    if match is None or _begins_noun(low, match):
        counted = _COUNTED_PER.match(low, start, stop)
        if counted is None:
            return None, "count", start
        return f"{counted['noun']}/{_BASES[counted['base']]}", "rate", counted.end()
    unit, kind, end = _UNITS[match["unit"]], _KINDS[match["unit"]], match.end()
    while base := _PER.match(low, end, stop):
        unit, kind, end = f"{unit}/{_BASES[base['base']]}", "rate", base.end()
    return unit, kind, end


def _begins_noun(low: str, unit: regex.Match[str]) -> bool:
    after = _NOT_BEFORE.get(unit["unit"])
    return after is not None and after.match(low, unit.end()) is not None
