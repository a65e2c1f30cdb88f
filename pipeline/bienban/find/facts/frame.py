"""What an amount is of and what happened to it: object, action and change, from the words around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bienban.find.facts import patterns as p
from bienban.find.dates import DateMention
from bienban.find.facts.chunks import FUNCTION, MARK, MEASURE, NUMBER, PARTICLE, VERB, WORD, Chunk, chunks
from bienban.find.facts.phrases import between, measured, noun_phrase, subject
from bienban.find.numbers import Amount
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import SentenceSpan


LEFT, RIGHT, FINITE, INHERITED = "left", "right", "finite", "inherited"
_NEAR = 4  # chunks across which an amount goes on with the verb of the one before it


@dataclass(frozen=True, slots=True)
class Frame:
    """Object and action as places in the normal form, None where the text names none.

    `rule` tells where the object stood, `source` on which side the action did.
    """

    object: Span | None = None
    action: Span | None = None
    change: str | None = None
    rule: str = "alone"
    source: str | None = None
    end: int = 0  # where the amount and the noun phrase after it end


def frames(reading: Reading, amounts: Sequence[Amount], dates: Sequence[DateMention]) -> list[Frame]:
    """One frame for each amount, in order; within a sentence one may take over what the one before it has."""
    found: list[Frame] = []
    times = [Span(date.start, date.end) for date in dates]
    sentence: SentenceSpan | None = None
    words: list[Chunk] = []
    starts: list[int] = []
    previous: Frame | None = None
    outside: Frame | None = None  # the last one before an open parenthesis: what is inside hands nothing on
    for number, amount in enumerate(amounts):
        floor = found[-1].end if found else 0
        if reading.sentence_at(amount.start) != sentence:
            sentence = reading.sentence_at(amount.start)
            words = chunks(reading, sentence.start, sentence.end, times)
            starts = [chunk.start for chunk in words]
            previous = outside = None
        stop = amounts[number + 1].start if number + 1 < len(amounts) else len(reading.low)
        before = words[bisect_left(starts, floor) : bisect_left(starts, amount.start)]
        after = words[bisect_left(starts, amount.end) : bisect_left(starts, stop)]
        for chunk in before:
            if chunk.form == "(":
                outside = previous
            elif chunk.form == ")":
                previous, outside = outside or previous, None
        previous = _frame(amount, before, after, previous)
        found.append(previous)
    return _shared(reading, amounts, found)


def _frame(amount: Amount, before: list[Chunk], after: list[Chunk], previous: Frame | None) -> Frame:
    left = _strip(before)
    verb = _governing(left)
    rule, named = _object(amount, left, verb, after, previous)
    if amount.kind == "duration":
        action, source = _duration_action(left, verb)
    elif after and after[0].form in p.SIDES or _is_place(before, after):
        action, source = None, None
    else:
        action, source = _action(left, verb, after, named, previous)
    if source == INHERITED and previous is not None:
        change = previous.change
    else:
        change = _change(amount, before, verb, left)
    following = noun_phrase(after, nominal=amount.kind == "count")
    end = max([amount.end, *(span.end for span in (named, following) if span)])
    return Frame(named, action, change, f"{amount.kind}.{rule}", source, end)


def _is_place(before: Sequence[Chunk], after: Sequence[Chunk]) -> bool:
    """ "trên cả 3 tiêu chí": where something happens, not to what."""
    forms = [chunk.form for chunk in before[-2:]]
    return "trên" in forms and bool(after) and after[0].form in p.PLACES


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
        chunk, before = left[index], left[index - 1] if index else None
        if _governs(chunk, last=index == len(left) - 1):
            return index
        if chunk.form in (";", ":") or (chunk.form == "," and left[-1].form == "có"):
            return None
        if chunk.form == "là":
            # "ước thực hiện là", but "chuyên ngành đào tạo là"
            return index - 1 if before and _governs(before, last=True) and before.form not in p.NOMINAL else None
        if chunk.role == MEASURE and not (before and (before.role == VERB or before.form in p.BEFORE_MEASURE)):
            return None
    return None


def _governs(chunk: Chunk, last: bool) -> bool:
    return chunk.role == VERB and chunk.form not in p.NOT_GOVERNING and (last or chunk.form not in p.AMBIGUOUS)


def _object(
    amount: Amount, left: list[Chunk], verb: int | None, after: list[Chunk], previous: Frame | None
) -> tuple[str, Span | None]:
    if amount.kind == "duration":
        return _duration_object(left, verb, after, previous)
    following = noun_phrase(after, nominal=amount.kind == "count") if amount.kind != "other" else None
    leading = measured(left, verb)
    near = leading is not None and not any(chunk.role == MARK for chunk in left if chunk.start >= leading.end)
    if amount.kind == "count" and following:
        if (
            near
            and leading
            and verb is not None
            and left[verb].form in p.CHANGES
            and _names(left, leading, after[0].form)
        ):
            return "measure_before", leading
        return "noun_after", following
    if following and not near and not (amount.kind == "percent" and left and after[0].form in p.BASES):
        return "noun_after", following
    if leading:
        return "measure_before", leading
    if verb is not None and (left[verb].form in p.STATES or amount.kind == "percent"):
        if named := subject(left, verb):
            return "subject", named
    elif verb is not None and (named := between(left, verb)):
        return "between", named
    if verb is None and left and left[-1].form in p.COPULAS and (named := subject(left, len(left) - 1)):
        return "subject", named
    return ("inherited", previous.object) if previous else ("alone", None)


def _names(left: Sequence[Chunk], span: Span, noun: str) -> bool:
    """Whether the phrase has the noun: "số người bị thương giảm 12 người"."""
    inside = (chunk.form for chunk in left if span.start <= chunk.start < span.end)
    return any(form == noun or form.startswith(f"{noun} ") for form in inside)


def _duration_object(
    left: list[Chunk], verb: int | None, after: list[Chunk], previous: Frame | None
) -> tuple[str, Span | None]:
    occasion = bool(left) and left[-1].form in p.COMMEMORATE
    occasion = occasion or (previous is not None and previous.rule == "duration.occasion")
    if after and (after[0].role == VERB or occasion):
        return ("occasion" if occasion else "verb_after"), noun_phrase(after, verbal=True)
    if left and (leading := measured(left, verb)) and leading.end == left[-1].end:
        return "measure_before", leading
    return "alone", None


def _duration_action(left: list[Chunk], verb: int | None) -> tuple[Span | None, str | None]:
    """Only the verb right before a duration has it for its amount, and an anniversary only at a clause's begin."""
    if verb is None or any(chunk.role not in (MEASURE, WORD) for chunk in left[verb + 1 :]):
        return None, None
    if left[verb].form in p.COMMEMORATE and verb and left[verb - 1].form not in (",", ";", ":"):
        return None, None
    return Span(left[verb].start, left[verb].end), LEFT


def _action(
    left: list[Chunk], verb: int | None, after: list[Chunk], named: Span | None, previous: Frame | None
) -> tuple[Span | None, str | None]:
    rest = [chunk for chunk in after if named is None or chunk.start >= named.end]
    later, finite = _verb_after(rest, free=not left or left[-1].form == "trong đó")
    if verb is not None and not (left[-1].form == "với" and later):
        return Span(left[verb].start, left[verb].end), LEFT
    conjoined = not left or left[-1].form in p.CONJUNCTIONS
    if left and left[-1].form in p.CONSISTS and len(left) > _NEAR:
        return None, None
    if not conjoined and left[-1].form != "với" and any(c.role == MEASURE or c.form in p.COPULAS for c in left):
        return None, None
    # "3 doanh nghiệp và 5 đơn vị thực hiện dự án" goes on, "3 doanh nghiệp và 5 đơn vị đã thực hiện" says anew.
    goes_on = (
        previous is not None and previous.source in (LEFT, INHERITED) and bool(left) and left[-1].form in (",", "và")
    )
    if later is not None and (finite or not goes_on):
        return Span(later.start, later.end), (FINITE if finite else RIGHT)
    if left and left[-1].form == "có" and named and previous is None:
        inner = next((chunk for chunk in after[1:3] if chunk.role == VERB and chunk.end <= named.end), None)
        if inner is not None:
            return Span(inner.start, inner.end), RIGHT
    if rest and (
        rest[0].form == "là" or (rest[0].form == "có" and (previous is None or previous.source in (RIGHT, FINITE)))
    ):
        return None, RIGHT
    near = conjoined or len(left) <= _NEAR
    return (previous.action, INHERITED) if previous and near else (None, None)


def _verb_after(rest: Sequence[Chunk], free: bool) -> tuple[Chunk | None, bool]:
    """The verb that follows the object ("đã được tỉnh tặng", "chưa đáp ứng", "do công ty đóng"), and whether words
    before it say that it is no attribute. With `free`, at a clause's begin, a few others may stand there too."""
    passive = finite = False
    for index, chunk in enumerate(rest[:16]):
        if _governs(chunk, last=False):
            return chunk, finite
        if chunk.form in ("được", "bị", "do"):
            passive = finite = True
        elif chunk.form in p.AUXILIARIES:
            finite = True
        elif chunk.role in (MARK, NUMBER) or chunk.form in ("có", "là") or not (passive or (free and index < 5)):
            break
    return None, False


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
            found[number] = replace(here, object=following.object, rule=f"{amounts[number].kind}.pair")
            if following.source == INHERITED:
                found[number + 1] = replace(following, action=None)
        elif here.object and here.source != LEFT and following.source == FINITE:
            joined = reading.low[here.object.end : amounts[number + 1].start].strip()
            if joined in (",", "và", ", và"):
                found[number] = replace(here, action=following.action, source=FINITE)
    return found
