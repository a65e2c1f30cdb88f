"""The amounts of an article: every number that is no date, code, ordinal, name or list label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bienban.find.anchors import Anchors
from bienban.find.dates import DateMention
from bienban.find.facts import patterns as p
from bienban.find.numbers import Amount, read_amount, read_number_words
from bienban.read.normal import normalize
from bienban.segment.reading import Reading
from bienban.segment.sentences import SentenceSpan

_CONTEXT = 40  # characters before a number that decide
_NUMBER_WORDS = Anchors(p.NUMBER_WORDS)
_SUBJECT = 60  # characters between the name of a document and its subject ("ngày … của …")


def find_amounts(reading: Reading, dates: Iterable[DateMention]) -> Iterator[Amount]:
    """The amounts in order. `dates` are those of `find_dates`; names of documents come from the stage before."""
    low = reading.low
    closed = bytearray(len(low))
    for start, end in _closed(reading, dates):
        closed[start:end] = b"\1" * (end - start)
    floor = 0
    digits = (match.start() for match in p.DIGITS.finditer(reading.norm))
    words = (start for start, _ in _NUMBER_WORDS.find(low) if p.NUMBER_WORD.match(low, start))
    for start in sorted((*digits, *words)):
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
    for name in reading.found("directives"):
        yield name.start, name.end
        subject = normalize(name.row.subject or "").text
        at = reading.norm.find(subject, name.start, name.end + _SUBJECT + len(subject))
        if at >= 0:
            yield at, at + len(subject)
    yield from (match.span() for pattern in p.NO_AMOUNTS for match in pattern.finditer(reading.low))


def _double(low: str, start: int) -> Amount | None:
    if not low.startswith(p.DOUBLE, start):
        return None
    return Amount(start, start + len(p.DOUBLE), 2.0, None, "lần", "other", False)


def _settled(low: str, amount: Amount) -> Amount:
    """The amount without a unit that is none here: "5 điểm cầu", "tổ chức 3 lần" are counts."""
    measured_before = p.DOUBTFUL_UNITS.get(amount.unit or "")
    if measured_before is None or amount.value % 1:
        return amount
    if measured_before.match(low, max(0, amount.start - _CONTEXT), amount.start):
        return amount
    digits = p.NUMBER_ALONE.match(low, amount.start)
    words = None if digits else read_number_words(low, amount.start, amount.end)
    end = digits.end() if digits else words[1] if words else amount.end
    return replace(amount, end=end, unit=None, kind="count")


def _is_amount(reading: Reading, amount: Amount, sentence: SentenceSpan) -> bool:
    low, start, end = reading.low, amount.start, amount.end
    begin = max(sentence.start, start - _CONTEXT)
    if low[end : end + 1].isalpha() or p.NAME_AFTER.match(low, end) or p.VAGUE_BEFORE.match(low, begin, start):
        return False
    if p.OPENING_QUOTE.match(low, begin, start) and p.SOON_CLOSED.match(low, end):
        return False
    if amount.unit is not None:
        return amount.kind not in ("duration", "age") or not p.AWARD_BEFORE.match(low, begin, start)
    grouped = p.GROUPED.match(low, start, end) and p.NOUN_AFTER.match(low, end)
    if not grouped and p.ORDINAL_BEFORE.match(low, begin, start):
        return False
    return (_is_count if amount.digits else _is_count_in_words)(reading, amount, sentence, begin)


def _is_count(reading: Reading, amount: Amount, sentence: SentenceSpan, begin: int) -> bool:
    low, start, end = reading.low, amount.start, amount.end
    if start == sentence.start and p.LIST_NUMBER.match(low, start):
        return False
    if p.ADDRESS_BEFORE.match(low, begin, start) and p.ADDRESS_AFTER.match(reading.norm, end):
        return False
    if p.YEAR_LIKE.fullmatch(low, start, end):
        return p.COUNTED_NOUN.match(low, end) is not None
    if p.MAGNITUDE.search(low, start, end):
        return True
    if p.NAMES_BEFORE.match(reading.norm, begin, start) and not p.COUNTED_NOUN.match(low, end):
        return False
    if p.NOUN_AFTER.match(low, end):
        return True
    if p.RESPECTIVELY_BEFORE.search(low, begin, start) and p.LISTED_AFTER.match(low, end):
        return True
    named = p.NAME_BEFORE.match(reading.norm, max(sentence.start + 1, begin), start)
    ordinal = p.ORDINAL_BEFORE_ALONE.match(low, begin, start)
    return not named and not ordinal and p.AMOUNT_BEFORE.match(low[begin:start]) is not None


def _is_count_in_words(reading: Reading, amount: Amount, sentence: SentenceSpan, begin: int) -> bool:
    low, start, end = reading.low, amount.start, amount.end
    if not p.NOUN_AFTER.match(low, end) and not p.MAGNITUDE.search(low, start, end):
        return False
    doubtful = low[start:end] in p.DOUBTFUL_WORDS
    if doubtful and (not p.COUNTED_NOUN.match(low, end) or p.YEAR_BEFORE.match(low, begin, start)):
        return False
    if not reading.norm[start].isupper():
        return True
    # A capital is that of a name, but at the begin of a clause before a small letter.
    opens = start == sentence.start or p.CLAUSE_START.match(low, begin, start) is not None
    return opens and not reading.norm[end + 1 : end + 2].isupper()
