"""The amounts of an article: every number that is no date, code, ordinal, name or list label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bienban.find.dates import DateMention
from bienban.find.facts import patterns as p
from bienban.find.numbers import Amount, read_amount
from bienban.segment.reading import Reading
from bienban.segment.sentences import SentenceSpan

_CONTEXT = 40  # characters before a number that decide


def find_amounts(reading: Reading, dates: Iterable[DateMention]) -> Iterator[Amount]:
    """The amounts in order. `dates` are those of `find_dates`; names of documents come from the stage before."""
    low = reading.low
    closed = bytearray(len(low))
    for start, end in _closed(reading, dates):
        closed[start:end] = b"\1" * (end - start)
    floor = 0
    for start in sorted(match.start() for pattern in (p.DIGITS, p.NUMBER_WORD) for match in pattern.finditer(low)):
        sentence = reading.sentence_at(start)
        if start < floor or closed[start] or start >= sentence.end:
            continue
        amount = _double(low, start) or read_amount(low, start, sentence.end)
        if amount is None or any(closed[start : amount.end]):
            continue
        amount = _settled(low, amount)
        floor = amount.end
        if _is_amount(reading, amount, sentence):
            yield amount


def _closed(reading: Reading, dates: Iterable[DateMention]) -> Iterator[tuple[int, int]]:
    yield from ((mention.start, mention.end) for mention in dates)
    yield from ((mention.start, mention.end) for mention in reading.found("directives"))
    yield from (match.span() for pattern in p.NO_AMOUNTS for match in pattern.finditer(reading.low))


def _double(low: str, start: int) -> Amount | None:
    if not low.startswith(p.DOUBLE, start):
        return None
    return Amount(start, start + len(p.DOUBLE), 2, None, "lần", "other", False)


def _settled(low: str, amount: Amount) -> Amount:
    """The amount without a unit that is none here: "5 điểm cầu", "tổ chức 3 lần" are counts."""
    doubtful = p.DOUBTFUL_UNITS.get(amount.unit or "")
    if (
        doubtful is None
        or not float(amount.value).is_integer()
        or doubtful.search(low, max(0, amount.start - _CONTEXT), amount.start)
    ):
        return amount
    number = p.NUMBER_ALONE.match(low, amount.start, amount.end)
    return replace(amount, end=number.end(), unit=None, kind="count") if number else amount


def _is_amount(reading: Reading, amount: Amount, sentence: SentenceSpan) -> bool:
    low, start, end = reading.low, amount.start, amount.end
    begin = max(sentence.start, start - _CONTEXT)
    if low[end : end + 1].isalpha() or p.NAME_AFTER.match(low, end):
        return False
    if p.VAGUE_BEFORE.search(low, begin, start):
        return False
    if amount.unit is None and p.ORDINAL_BEFORE.search(low, begin, start):
        return False
    if p.OPENING_QUOTE.search(low, begin, start) and p.SOON_CLOSED.match(low, end):
        return False
    counted = p.NOUN_AFTER.match(low, end) is not None
    if amount.digits:
        if start == sentence.start and p.LIST_NUMBER.match(low, start):
            return False
        if amount.unit is not None:
            return amount.kind != "duration" or not p.AWARD_BEFORE.search(low, begin, start)
        if p.YEAR_LIKE.fullmatch(low, start, end):
            return p.COUNTED_NOUN.match(low, end) is not None
        return counted or not (
            p.ORDINAL_BEFORE_ALONE.search(low, begin, start)
            or p.NAME_BEFORE.search(reading.norm, max(sentence.start + 1, begin), start)
            or not p.AMOUNT_BEFORE.search(low[begin:start])
        )
    word = low[start:end]
    if word in p.DOUBTFUL_WORDS or amount.unit is None:
        named = reading.norm[start].isupper() and (start != sentence.start or reading.norm[end + 1 : end + 2].isupper())
        known = word not in p.DOUBTFUL_WORDS or (
            p.COUNTED_NOUN.match(low, end) is not None and not p.YEAR_BEFORE.search(low, begin, start)
        )
        return counted and known and (not named or p.CLAUSE_START.search(low, begin, start) is not None)
    return True
