"""Amounts -> the total that each is part of.

The text says so ("255 chi bộ, trong đó 12 …", "12/255 chi bộ", "12 chi bộ trong tổng số 255 chi bộ"), or the arithmetic
does: several amounts of one thing add up to one named before. Parts never exceed their total.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from bienban.segment.reading import Reading

_MARKER = regex.compile(
    r"(?<!\p{L})(?:(?P<among>trong đó|trong số (?:đó|này))|(?:bao )?gồm|chia ra|cụ thể(?= ?:))(?!\p{L})"
)
_HAVE = regex.compile(r"(?:đã )?có ")  # "Toàn tỉnh có 300 hộ được hỏi ý kiến. Có 280 hộ trả lời"
# "Trong tổng số 255 chi bộ, 12 chi bộ …, 5 chi bộ …": what follows is part of it.
_OF_ALL = regex.compile(r"(?:^|[,;.] )trong (?:tổng )?số $")
_OUT_OF = regex.compile(r"[^,;.]{0,60}?\(?(?:trong|trên) (?:tổng )?số $| trong $")
_SUMMABLE = frozenset({"count", "money", "area", "mass"})
_ANYBODY = ("người", "đồng chí", "trường hợp")  # what may stand for any that were counted
_REACH = 6  # amounts before a marker among which the total is looked for
_ADDENDS = 8  # most parts that are added up
_APART = regex.compile(r"[.:;(]|\n")
_LISTED = regex.compile(r"[:(]")
_NEXT = regex.compile(r"[,;:(]| (?:và|còn) ")  # before another part: not "56.000 người tiêm đủ 2 mũi"
_SLACK = 1e-6


class Part(NamedTuple):
    """An amount as this module sees it."""

    start: int
    end: int
    value: float
    kind: str
    unit: str | None
    object: str  # in lower case, "" for none
    change: bool  # whether it is itself a change
    aside: bool  # whether it stands in parentheses


def link_totals(reading: Reading, amounts: Sequence[Part]) -> list[int | None]:
    """For each amount the index of its total, None where it has none."""
    totals: list[int | None] = [None] * len(amounts)
    sentences = [reading.sentence_at(amount.start).sent_no for amount in amounts]
    _pairs(reading, amounts, totals)
    _added(reading, amounts, sentences, totals)
    _marked(reading, amounts, sentences, totals)
    return totals


def _pairs(reading: Reading, amounts: Sequence[Part], totals: list[int | None]) -> None:
    """ "12/255 chi bộ", "1 trong 3", "12 chi bộ (trong tổng số 255 chi bộ)"."""
    for at, (part, whole) in enumerate(pairwise(amounts)):
        gap = reading.low[part.end : min(whole.start, part.end + 100)]
        if _fits(part, whole) and (
            gap.strip() == "/" or (part.end + len(gap) == whole.start and _OUT_OF.fullmatch(gap))
        ):
            totals[at] = at + 1
        elif _fits(whole, part) and gap.strip() == "/":  # printed the wrong way round: "126/106"
            totals[at + 1] = at


def _marked(reading: Reading, amounts: Sequence[Part], sentences: Sequence[int], totals: list[int | None]) -> None:
    """ "… 89 huy chương, gồm 12 vàng, 29 bạc", "… 255 chi bộ. Trong đó, 12 chi bộ …"."""
    group: list[int] = []  # what the last marker can point back to, the likeliest first
    left = {i: 0.0 for i in totals if i is not None}  # what the parts so far leave of each
    of_all = False  # whether the group is of what a sentence counts only to divide it
    for at, amount in enumerate(amounts):
        same_sentence = at > 0 and sentences[at - 1] == sentences[at]
        begin = amounts[at - 1].end if same_sentence else reading.sentence_at(amount.start).start
        gap = reading.low[begin : amount.start]
        markers = list(_MARKER.finditer(gap))
        if not same_sentence:
            group = []
        if _OF_ALL.search(gap) and not _is_second_of_pair(at, totals):
            group, left[at], of_all = [at], amount.value, True
            continue
        if markers and (same_sentence or markers[0].start() == 0):
            elsewhere = not markers[0]["among"] and ";" in gap[: markers[0].start()]  # "27 người; bầu đoàn gồm 15 …"
            group, of_all = [] if elsewhere else _totals_before(amounts, at, totals, sentences), False
        elif not same_sentence and _HAVE.fullmatch(gap):
            before = range(at - 1, max(-1, at - 1 - _REACH), -1)
            group = [i for i in before if _fits(amount, amounts[i]) and amounts[i].object == amount.object][:1]
            of_all = False
        if not group or totals[at] is not None or _is_second_of_pair(at, totals):
            continue
        total = next((i for i in group if _same_thing(amounts[i], amount)), None)
        if total is None and gap.endswith("/"):  # "12 vụ/30 bị can" of so many vụ
            continue
        if total is None and of_all and not _is_of(amount, amounts[group[0]]):
            continue  # "Trong số 15 xã, mỗi xã đạt 12 tiêu chí"
        total = group[0] if total is None else total
        within = same_sentence and not markers and not _NEXT.search(gap)
        if within or (amount.change and not amounts[total].change):
            continue
        if markers or "(" in gap:
            left[total] = amounts[total].value
        whole = _alike(amounts, at, total)
        if whole is None:
            continue
        rest = left.get(total, amounts[total].value)
        if amount.kind != amounts[total].kind:
            totals[at] = whole
        elif amount.value <= rest * (1 + _SLACK):
            totals[at] = whole
            left[total] = rest - amount.value
        else:
            group = []


def _totals_before(
    amounts: Sequence[Part], at: int, totals: Sequence[int | None], sentences: Sequence[int]
) -> list[int]:
    """What a marker before amount `at` can point back to: levels before changes and asides, the last first; of a
    sentence before, one of the same thing or one that is no part itself."""
    candidates = [i for i in range(at - 1, max(-1, at - 1 - _REACH), -1) if _fits(amounts[at], amounts[i])]
    candidates = [
        i - 1 if _is_second_of_pair(i, totals) and _fits(amounts[at], amounts[i - 1]) else i for i in candidates
    ]
    candidates = [i for i in candidates if sentences[i] == sentences[candidates[0]]]
    if amounts[at].aside:
        return candidates
    candidates.sort(key=lambda i: (amounts[i].aside, amounts[i].change))
    if candidates and sentences[at] != sentences[candidates[0]]:
        candidates.sort(key=lambda i: (not _same_thing(amounts[i], amounts[at]), totals[i] is not None))
    return candidates


def _alike(amounts: Sequence[Part], at: int, total: int) -> int | None:
    """The total itself, or what stands beside it in the unit of amount `at`: "(10.811 người/năm)" of a rate."""
    for index in range(total, min(at, total + 3)):
        if _fits(amounts[at], amounts[index]):
            return index
    return None


def _added(reading: Reading, amounts: Sequence[Part], sentences: Sequence[int], totals: list[int | None]) -> None:
    """Amounts of one thing that add up exactly to one named just before them, in another sentence or clause."""
    for at, total in enumerate(amounts):
        following = amounts[at + 1].start if at + 1 < len(amounts) else total.end
        if total.kind not in _SUMMABLE or not total.object or not _APART.search(reading.low, total.end, following):
            continue
        listed = _LISTED.search(reading.low, total.end, following) is not None
        added = 0.0
        for index in range(at + 1, min(len(amounts), at + 1 + _ADDENDS)):
            part = amounts[index]
            known = totals[index] is not None or sentences[index] > sentences[at] + 1
            if known or not _fits(part, total) or not (listed or _same_thing(part, total)):
                break
            added += part.value
            if index > at + 1 and abs(added - total.value) <= _SLACK * total.value:
                totals[at + 1 : index + 1] = [at] * (index - at)
                break


def _fits(part: Part, whole: Part) -> bool:
    comparable = part.kind == whole.kind and part.unit == whole.unit
    return comparable and part.kind not in ("percent", "duration", "age", "score") and 0 < part.value <= whole.value


def _same_thing(one: Part, other: Part) -> bool:
    """Whether one object begins with the other: "nhiệm vụ" and "nhiệm vụ cụ thể"."""
    short, long = sorted((one.object, other.object), key=len)
    return bool(short) and (long == short or long.startswith(f"{short} "))


def _is_of(part: Part, whole: Part) -> bool:
    """Whether a part is named like its total ("dự án vướng mặt bằng" of "dự án chậm tiến độ"), or like anybody."""
    return bool(whole.object) and part.object.startswith((whole.object.split(" ")[0], *_ANYBODY))


def _is_second_of_pair(at: int, totals: Sequence[int | None]) -> bool:
    return at > 0 and totals[at - 1] == at
