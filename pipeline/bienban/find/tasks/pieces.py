"""A sentence -> its parts that may each make a demand of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from bienban.find.tasks.action_patterns import SHUT
from bienban.find.tasks.clauses import Clauses
from bienban.find.tasks.patterns import TOPIC
from bienban.segment.sentences import SentenceSpan

# Where a sentence may fall into two demands: at a semicolon, or at a comma before these words.
_CUT = regex.compile(r";\s|,\s(?=(?:còn|trong đó|riêng|đồng thời|yêu cầu|giao|đề nghị|vì vậy|vì thế|do đó|do vậy)\b)")


def pieces(
    norm: str, low: str, sentence: SentenceSpan, items: Sequence[int], clauses: Clauses
) -> Iterator[tuple[int, int]]:
    """The parts of a sentence in order, without an opening quotation mark; `items` are where list items begin."""
    start, end = sentence.start, sentence.end
    while start < end and norm[start] in '“"':
        start += 1
    cuts = [(at, at) for at in items[bisect_left(items, start + 1) : bisect_left(items, end)]]
    found = list(_CUT.finditer(low, start, end))
    shut = [m.span() for m in SHUT.finditer(low, start, end)] if found else []
    for match in found:
        at = match.end()
        if any(opens <= match.start() < closes for opens, closes in shut):
            continue
        if match.group() == "; ":
            cuts.append((match.start() + 1, at))
        elif cuts and TOPIC.match(low, cuts[-1][1]) and "," not in low[cuts[-1][1] : match.start()]:
            continue  # "…; đối với các xã, | đề nghị …"
        elif clauses.order_at(at, end) or (
            low.startswith(("còn", "trong đó", "riêng", "đồng thời"), at) and clauses.starts_body(at, end)
        ):
            cuts.append((match.start(), at))
    for stop, following in sorted(cuts):
        if stop > start:
            yield start, stop
            start = following
    yield start, end
