"""What an amount counts or measures."""

from __future__ import annotations

from collections.abc import Sequence

from bienban.find.facts import words as w
from bienban.find.facts.chunks import MARK, MEASURE, NOUN, VERB, WORD, Chunk
from bienban.find.facts.context import Context
from bienban.find.facts.phrases import apposed, between, measured, noun_phrase, subject
from bienban.segment.reading import Span

Found = tuple[str, Span | None]


def find_object(context: Context) -> Found:
    """How the object was found, and its place; ("alone", None) where the text names none."""
    if context.amount.kind == "duration":
        return _of_duration(context)
    if context.away is not None:
        if context.previous and context.previous.rule == "length.distance":
            return "distance", context.previous.object
        lies = context.away > 0 and context.left[context.away - 1].form == w.LIES
        return "distance", subject(context.left, context.away - lies)
    if context.respect:
        return "noun_after", context.respect
    if context.is_dimension and (named := apposed(context.left)):
        return "apposed", named
    if context.last == w.WORTH and (worth := _of_worth(context)):
        return "apposed", worth
    leading = measured(context.left, context.verb)
    near = leading if leading and not any(c.role == MARK for c in context.left if c.start >= leading.end) else None
    if following := _counted_after(context, near):
        return "noun_after", following
    if leading:
        return "measure_before", leading
    return _of_age(context) if context.amount.kind == "age" and context.last in w.OF_AGE | {""} else _of_verb(context)


def _of_worth(context: Context) -> Span | None:
    """What is worth the amount: "thu hồi tài sản trị giá 5 tỷ đồng", "12 suất quà, trị giá 6 triệu đồng"."""
    left = list(context.left[:-1])
    while left and left[-1].form in (",", "với", "có"):
        left.pop()
    return apposed(left) if left else context.previous.object if context.previous else None


def _counted_after(context: Context, near: Span | None) -> Span | None:
    """The noun phrase after the amount, unless one before it is what is measured."""
    if context.following is None or context.amount.kind == "other":
        return None
    head = context.after[0].form
    if context.amount.kind == "count":
        # "số vụ cháy giảm 14 vụ": the vụ that are fewer are those of the subject.
        changed = near and context.verb_form in w.CHANGES and _names(context.left, near, head)
        return None if changed else context.following
    # "bổ sung 5 tỷ đồng vốn dự phòng": what is measured before another verb is of that verb.
    acted = context.verb is not None and context.verb_form not in w.STATES
    if near and acted and context.left[context.verb or 0].start >= near.end:
        near = None
    # "đạt 85% kế hoạch" is of what has reached it, "hoàn thành 85% kế hoạch" of the plan.
    share = head in w.QUANTIFIERS and context.verb_form in w.CHANGES  # "giảm 5% số vụ" is of the cases
    base = (head in w.BASES and not share) or (context.verb_form == "đạt" and context.after[0].role == MEASURE)
    on_base = context.amount.kind == "percent" and base and bool(context.left) and not acted
    return None if near or on_base else context.following


def _of_age(context: Context) -> Found:
    """Who is of the age: "trẻ em từ đủ 14 tuổi"."""
    if not context.before and context.previous:  # "98% trẻ 6 tuổi"
        return "inherited", context.previous.object
    left = list(context.left)
    while left and left[-1].form in w.OF_AGE:
        left.pop()
    return "apposed", apposed(left)


def _of_verb(context: Context) -> Found:
    """The subject of "đạt", what stands between another verb and the amount, or what the amount before it was of."""
    named: Span | None = None
    rule = "subject"
    if context.verb is not None:
        if context.verb_form in w.STATES or context.amount.kind == "percent":
            named = subject(context.left, context.verb)
        else:
            rule, named = "between", between(context.left, context.verb)
    elif context.last in w.COPULAS:
        named = subject(context.left, len(context.left) - 1)
    else:
        rule, named = "apposed", apposed(context.left)
    if named:
        return rule, named
    if context.last in w.BARE_MEASURES:  # ", đạt tỷ lệ 90%"
        return "measure_before", Span(context.left[-1].start, context.left[-1].end)
    if context.previous and _goes_on(context):
        return "inherited", context.previous.object
    return ("base", context.following) if context.following else ("alone", None)


def _goes_on(context: Context) -> bool:
    """Whether an amount without a noun is of what the one before it was: a share, a change, or more of the kind."""
    same = context.previous is not None and context.previous.kind == context.amount.kind
    return same or context.amount.kind in ("percent", "rate", "other") or context.verb_form in w.STATES


def _of_duration(context: Context) -> Found:
    """What the time is filled with ("3 năm thực hiện …"), what it commemorates, or the term that it measures."""
    term = measured(context.left, None)
    if term and all(chunk.form in w.WITHIN for chunk in context.left if chunk.start >= term.end):
        return "measure_before", term
    occasion = context.last in w.OCCASIONS
    occasion = occasion or (context.previous is not None and context.previous.rule == "duration.occasion")
    if context.after and (context.after[0].role == VERB or occasion):
        return ("occasion" if occasion else "verb_after"), noun_phrase(context.after, verbal=True)
    if context.changed is not None:
        return "subject", between(context.left, context.changed) or subject(context.left, context.changed)
    if context.previous and context.previous.rule == "duration.subject" and context.last in w.TO_LEVEL:
        return "subject", context.previous.object  # "giảm từ 8 ngày xuống còn 5 ngày"
    if context.last in w.WITHIN and len(context.left) > 1 and context.left[-2].role == VERB:  # "diễn ra trong 3 ngày"
        return "subject", subject(context.left, len(context.left) - 2)
    for index in range(len(context.left) - 1, -1, -1):
        if context.left[index].form in w.PLANS:  # "kế hoạch sử dụng đất 5 năm"
            return "apposed", Span(context.left[index].start, context.left[-1].end)
        if context.left[index].role not in (WORD, NOUN, VERB):
            break
    if named := _lasting(context):
        return "between", named
    return "alone", None


def _lasting(context: Context) -> Span | None:
    """What lies between a verb and how long it lasts: "đạt danh hiệu xuất sắc (trong) 5 năm liền"."""
    left, verb = context.left, context.verb
    stop = len(left)
    while stop and left[stop - 1].form in w.WITHIN:
        stop -= 1
    if verb is None or left[verb].form in w.OCCASIONS or any(c.role not in (NOUN, WORD) for c in left[verb + 1 : stop]):
        return None
    return between(left[:stop], verb)


def _names(left: Sequence[Chunk], span: Span, noun: str) -> bool:
    inside = (chunk.form for chunk in left if span.start <= chunk.start < span.end)
    return any(form == noun or form.startswith(f"{noun} ") for form in inside)
