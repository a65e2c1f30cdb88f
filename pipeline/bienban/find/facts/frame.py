"""What each amount is of and what happened to it: object, action and change, from the words of its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from bienban.find.dates import DateMention
from bienban.find.facts import words as w
from bienban.find.facts.actions import change_of, find_action
from bienban.find.facts.chunks import Chunk, chunks, wholes
from bienban.find.facts.context import FINITE, INHERITED, LEFT, RIGHT, Context, Frame
from bienban.find.facts.objects import find_object
from bienban.find.numbers import Amount
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import SentenceSpan


def frames(reading: Reading, amounts: Sequence[Amount], dates: Sequence[DateMention]) -> list[Frame]:
    """One frame for each amount, in order; within a sentence one may take over what the one before it has."""
    found: list[Frame] = []
    whole = wholes(
        reading,
        (Span(date.start, date.end) for date in dates),
        (Span(amount.start, amount.end) for amount in amounts),
    )
    sentence: SentenceSpan | None = None
    words: list[Chunk] = []
    starts: list[int] = []
    previous: Frame | None = None
    outside: Frame | None = None  # the last one before an open parenthesis: what is inside hands nothing on
    for number, amount in enumerate(amounts):
        floor = found[-1].end if found else 0
        if reading.sentence_at(amount.start) != sentence:
            sentence = reading.sentence_at(amount.start)
            words = chunks(reading, sentence.start, sentence.end, whole)
            starts = [chunk.start for chunk in words]
            previous = outside = None
        stop = amounts[number + 1].start if number + 1 < len(amounts) else len(reading.low)
        before = words[bisect_left(starts, floor) : bisect_left(starts, amount.start)]
        after = words[bisect_left(starts, amount.end) : bisect_left(starts, stop)]
        if after and after[0].form in w.OR_BEYOND:
            del after[0]
        for chunk in before:
            if chunk.form == "(":
                outside = previous
            elif chunk.form == ")":
                previous, outside = outside or previous, None
        previous = _frame(Context(amount, before, after, previous))
        found.append(previous)
    return _shared(reading, amounts, found)


def _frame(context: Context) -> Frame:
    rule, named = find_object(context)
    action, source = find_action(context, named)
    inherited = source == INHERITED and context.previous is not None and context.last not in w.TO_LEVEL
    return Frame(
        kind=context.amount.kind,
        object=named,
        action=action,
        change=context.previous.change if inherited and context.previous else change_of(context),
        rule=f"{context.amount.kind}.{rule}",
        source=source,
        end=max([context.amount.end, *(span.end for span in (named, context.following) if span)]),
    )


def _shared(reading: Reading, amounts: Sequence[Amount], found: list[Frame]) -> list[Frame]:
    """What only the last of several says holds for all: "25/63 xã", "5 tập thể và 3 cá nhân được khen thưởng"."""
    for number in range(len(found) - 2, -1, -1):
        here, following = found[number], found[number + 1]
        gap = reading.low[amounts[number].end : amounts[number + 1].start].strip()
        if here.object is None and here.kind == following.kind and gap in w.JOINS:
            found[number] = replace(here, object=following.object, rule=f"{here.kind}.pair")
        elif gap == "/":
            action = here.action if here.source == LEFT else following.action or here.action
            found[number] = replace(
                here, object=following.object or here.object, action=action, rule=f"{here.kind}.pair"
            )
            found[number + 1] = replace(following, action=None)
        elif (
            here.object
            and here.source != LEFT
            and not (here.action and here.object.start < here.action.start < here.object.end)  # "12 người | chết"
            and (following.source == FINITE or (following.source == RIGHT and here.action is None))
        ):
            joined = reading.low[here.object.end : amounts[number + 1].start].strip()
            if joined in (",", "và", ", và"):
                found[number] = replace(here, action=following.action, source=FINITE)
    return found
