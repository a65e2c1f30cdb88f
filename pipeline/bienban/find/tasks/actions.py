"""The clauses of a task -> the things to do, each with its main verb."""

from __future__ import annotations

from collections.abc import Iterator

from bienban.find.tasks.action_patterns import ANNOUNCED, AS_FOLLOWS, JOINT, REMARK, SHUT
from bienban.find.tasks.joints import Joints
from bienban.find.tasks.patterns import WORD
from bienban.segment.reading import Span

_TRAIL = ' .;:,…/-”"“'


def split_actions(norm: str, low: str, clauses: list[Span]) -> list[tuple[Span, Span]]:
    """The things to do in a task's clauses, in order: each with the place of its verb."""
    rows: list[tuple[Span, Span]] = []
    for start, end in clauses:
        joints = Joints(norm, low, end)
        rows += [row for piece in _pieces(joints, start, end) if (row := _row(joints, *piece))]
    return rows


def _pieces(joints: Joints, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A clause cut where new things to do begin."""
    low = joints.low
    shut = [m.span() for m in SHUT.finditer(low, start, end)]
    announced = ANNOUNCED.match(low, start, end)
    first = announced.end() if announced and joints.predicate(joints.skip(announced.end())) else start
    first = joints.begins(first, end)
    for sign in JOINT.finditer(low, start, end):
        if sign.start() < first or any(opens <= sign.start() < closes for opens, closes in shut):
            continue
        following = joints.begins_after(first, sign.group(), *sign.span())
        if following is not None:
            yield first, sign.start()
            first = following
    yield first, end


def _row(joints: Joints, start: int, end: int) -> tuple[Span, Span] | None:
    """A thing to do without the signs around it, and its verb (else its first word); None where nothing is left."""
    norm, low, last = joints.norm, joints.low, end
    for said_besides in (AS_FOLLOWS, REMARK):
        if besides := said_besides.search(low, start, end):
            end = besides.start()
    while end > start and norm[end - 1] in _TRAIL:
        end -= 1
    while start < end and not norm[start].isalnum():
        start += 1
    start = joints.begins(start, end)
    said = norm[start:end]
    if end < last and ((norm[end] == "”" and "“" in said) or (norm[end] == '"' and said.count('"') % 2)):
        end += 1
    if end == start:
        return None
    word = WORD.match(low, start, end)
    return Span(start, end), joints.verb(start, end) or Span(start, word.end() if word else end)
