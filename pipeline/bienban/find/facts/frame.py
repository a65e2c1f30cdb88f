"""What an amount is of and what happened to it: object, action and change, from the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bienban.find.facts import patterns as p
from bienban.find.facts.chunks import FUNCTION, MARK, MEASURE, NUMBER, PARTICLE, VERB, Chunk, chunks
from bienban.find.facts.phrases import between, measured, noun_phrase, subject
from bienban.find.numbers import Amount
from bienban.segment.reading import Reading, Span


@dataclass(frozen=True, slots=True)
class Frame:
    """Object and action as places in the normal form, None where the text names none.

    `rule` tells where the object stood; `passive`, that the action stood after it.
    """

    object: Span | None = None
    action: Span | None = None
    change: str | None = None
    rule: str = "alone"
    passive: bool = False


def frames(reading: Reading, amounts: Sequence[Amount]) -> list[Frame]:
    """One frame for each amount, in order; within a sentence one may take over what the one before it has."""
    found: list[Frame] = []
    for number, amount in enumerate(amounts):
        sentence = reading.sentence_at(amount.start)
        previous = found[-1] if number and amounts[number - 1].start >= sentence.start else None
        floor = sentence.start
        if previous is not None:
            floor = max(amounts[number - 1].end, previous.object.end if previous.object else 0)
        stop = sentence.end
        if number + 1 < len(amounts) and amounts[number + 1].start < sentence.end:
            stop = amounts[number + 1].start
        before = chunks(reading, min(floor, amount.start), amount.start)
        after = chunks(reading, amount.end, stop)
        found.append(_frame(amount, before, after, previous))
    return _shared(reading, amounts, found)


def _frame(amount: Amount, before: list[Chunk], after: list[Chunk], previous: Frame | None) -> Frame:
    left = _strip(before)
    verb = _governing(left)
    rule, found = _object(amount, left, verb, after, previous)
    action, passive = _action(left, verb, [c for c in after if found is None or c.start >= found.end], previous, found, after)
    inherited = previous is not None and action is not None and action == previous.action
    change = previous.change if inherited and previous is not None else _change(amount, before, verb, left)
    return Frame(found, action, change, f"{amount.kind}.{rule}", passive)


def _strip(before: list[Chunk]) -> list[Chunk]:
    """`before` without the words that only say how exact the amount is."""
    end = len(before)
    while end and (before[end - 1].form in p.TRANSPARENT or before[end - 1].role == PARTICLE):
        end -= 1
    return before[:end]


def _governing(left: Sequence[Chunk]) -> int | None:
    """The index of the verb that the amount depends on, None where it begins a clause or stands in a noun phrase."""
    if not left or left[-1].form in p.CONJUNCTIONS or left[-1].form in ("của", "giữa"):
        return None
    for index in range(len(left) - 1, -1, -1):
        chunk = left[index]
        if chunk.role == VERB:
            return index
        if chunk.form == ";":
            return None
        if chunk.form == "là":
            return index - 1 if index and left[index - 1].role == VERB else None
        if chunk.role == MEASURE and not (index and (left[index - 1].role == VERB or left[index - 1].form in p.BEFORE_MEASURE)):
            return None
    return None


def _object(
    amount: Amount, left: list[Chunk], verb: int | None, after: list[Chunk], previous: Frame | None
) -> tuple[str, Span | None]:
    state = verb is not None and left[verb].form in p.STATES
    if amount.kind == "duration":
        return _duration_object(left, verb, after, previous)
    following = noun_phrase(after)
    leading = measured(left, verb)
    if amount.kind == "count":
        if verb is not None and left[verb].form in p.CHANGES and leading:
            return "measure_before", leading
        if following:
            return "noun_after", following
    elif following and after[0].role != MEASURE or (following and not leading):
        on_base = amount.kind == "percent" and after[0].form in p.BASES
        if not leading and (not on_base or not left):
            return "noun_after", following
    if leading:
        return "measure_before", leading
    if verb is not None and (state or amount.kind == "percent") and (named := subject(left, verb)):
        return "subject", named
    if verb is not None and not state and (named := between(left, verb)):
        return "between", named
    if verb is None and left and left[-1].form in p.COPULAS and (named := subject(left, len(left) - 1)):
        return "subject", named
    return ("inherited", previous.object) if previous else ("alone", None)


def _duration_object(
    left: list[Chunk], verb: int | None, after: list[Chunk], previous: Frame | None
) -> tuple[str, Span | None]:
    commemorates = bool(left) and left[-1].form in p.COMMEMORATE
    if after and (after[0].role == VERB or commemorates or (previous and previous.rule == "duration.occasion")):
        rule = "occasion" if commemorates or (previous and previous.rule == "duration.occasion") else "verb_after"
        return rule, noun_phrase(after, verbal=True)
    if left and (leading := measured(left, verb)) and leading.end == left[-1].end:
        return "measure_before", leading
    return "alone", None


def _action(
    left: list[Chunk],
    verb: int | None,
    rest: list[Chunk],
    previous: Frame | None,
    found: Span | None,
    after: list[Chunk],
) -> tuple[Span | None, bool]:
    if after and after[0].form in p.SIDES:
        return None, False
    if verb is not None:
        return Span(left[verb].start, left[verb].end), False
    conjoined = not left or left[-1].form in p.CONJUNCTIONS
    if not conjoined and any(c.role == MEASURE or c.form in p.COPULAS for c in left):
        return None, False
    later = _verb_after(rest)
    if later is not None:
        return Span(later.start, later.end), True
    if left and left[-1].form == "có" and len(after) > 1 and found and (inner := next((c for c in after[1:3] if c.role == VERB), None)):
        if inner.end <= found.end:
            return Span(inner.start, inner.end), True
    stative = bool(rest) and rest[0].form in ("có", "là")
    if previous is None or (stative and previous.passive):
        return None, stative
    return previous.action, previous.passive


def _verb_after(rest: Sequence[Chunk]) -> Chunk | None:
    """The verb that follows the object: "đã được tỉnh tặng", "chưa đáp ứng", "do công ty đóng"."""
    passive = False
    for chunk in rest[:16]:
        if chunk.role == VERB:
            return chunk
        if chunk.form in ("được", "bị", "do"):
            passive = True
        elif chunk.role in (MARK, NUMBER) or (not passive and chunk.form not in p.AUXILIARIES):
            return None
    return None


def _change(amount: Amount, before: Sequence[Chunk], verb: int | None, left: Sequence[Chunk]) -> str | None:
    if verb is None:
        return None
    form = left[verb].form
    if form == "vượt":
        return "increase" if amount.kind in ("percent", "duration") else None
    if any(chunk.form in p.TO_LEVEL for chunk in before[verb + 1 :]):
        return None
    return p.CHANGES.get(form)


def _shared(reading: Reading, amounts: Sequence[Amount], found: list[Frame]) -> list[Frame]:
    """What only the last of several says holds for all: "25/63 xã", "5 tập thể và 3 cá nhân được khen thưởng"."""
    for number in range(len(found) - 2, -1, -1):
        here, following = found[number], found[number + 1]
        gap = reading.low[amounts[number].end : amounts[number + 1].start]
        if gap == "/":
            found[number] = here = replace(here, object=following.object, rule=f"{amounts[number].kind}.pair")
            found[number + 1] = replace(following, action=None if following.action == here.action else following.action)
        elif here.object and here.action is None and following.passive and following.action:
            joined = reading.low[here.object.end : amounts[number + 1].start].strip()
            if joined in (",", "và", ", và"):
                found[number] = replace(here, action=following.action, passive=True)
    return found
