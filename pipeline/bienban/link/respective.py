"""Amounts told "respectively" -> the date of each: "năm 2022 và 2023 lần lượt đạt 5 tỷ đồng và 6 tỷ đồng"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

import regex

from bienban.find.dates import DateMention
from bienban.segment.reading import Reading

_RESPECTIVELY = regex.compile(r"(?<!\p{L})(?:lần lượt|tương ứng)(?!\p{L})")
_JOIN = regex.compile(r"\s?(?:[,;]|[,;]? và) (?:năm )?(?:(?:là|đạt|gần|hơn|trên|khoảng) )*")
_SOON = 40  # characters between the word and the first of its amounts


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def respective(
    reading: Reading, dates: Mapping[int, Sequence[DateMention]], amounts: Sequence[_P]
) -> dict[int, DateMention]:
    """The date of each amount that is one of as many as there are dates, by where the amount begins.

    `dates` are those of each sentence by its number.
    """
    found: dict[int, DateMention] = {}
    for word in _RESPECTIVELY.finditer(reading.low):
        sentence = reading.sentence_at(word.start())
        first = bisect_left(amounts, word.end(), key=lambda amount: amount.start)
        last = bisect_left(amounts, sentence.end, key=lambda amount: amount.start)
        listed = next(_runs(reading.low, amounts[first:last]), [])
        if len(listed) < 2 or listed[0].start - word.end() > _SOON:
            continue
        fitting = [run for run in _runs(reading.low, dates.get(sentence.sent_no, ())) if len(run) == len(listed)]
        if len(fitting) == 1:
            found.update(zip((amount.start for amount in listed), fitting[0], strict=True))
    return found


def _runs(low: str, places: Sequence[_P]) -> Iterator[list[_P]]:
    """The places in order, those together that a comma or "và" joins."""
    run: list[_P] = []
    for place in places:
        if run and not _JOIN.fullmatch(low, run[-1].end, place.start):
            yield run
            run = []
        run.append(place)
    if run:
        yield run
