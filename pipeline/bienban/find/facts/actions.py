"""What happened to an amount: the verb before it, the one after its object, or that of the amount before it."""

from __future__ import annotations

from collections.abc import Sequence

from bienban.find.facts import words as w
from bienban.find.facts.chunks import MARK, MEASURE, NOUN, NUMBER, VERB, WORD, Chunk
from bienban.find.facts.context import FINITE, INHERITED, LEFT, RIGHT, Context, governs
from bienban.segment.reading import Span

Found = tuple[Span | None, str | None]

_NEAR = 4  # chunks across which an amount goes on with the verb of the one before it
_FREE = 5  # chunks that may stand between an object and its verb at a clause's begin ("trong cả nước")
_NO_AGENT = w.COPULAS | {"có"}
_PASSIVE = 16  # chunks between "được" and its verb, which hold the agent


def find_action(context: Context, named: Span | None) -> Found:
    """The action's place and where it was found (see `Frame.source`); `named` is the object."""
    if context.amount.kind == "duration":
        return _of_duration(context, named)
    if (
        context.away is not None
        or _is_side(context)
        or _is_place(context)
        or _is_attribute(context)
        or _is_comparison(context)
    ):
        return None, None
    rest = [chunk for chunk in context.after if named is None or chunk.start >= named.end]
    if context.last in w.CAUSES and (suffered := _attribute(context, named)):
        return _place(suffered), RIGHT
    later, finite = _verb_after(rest, free=context.last in ("", "trong đó"))
    if context.verb is not None and not (context.last == "với" and (later or not _is_comitative(context))):
        return _place(context.left[context.verb]), LEFT
    if context.last in w.EQUIVALENT and context.previous and context.previous.action:
        return context.previous.action, INHERITED
    if _is_apposition(context) and not (later and context.last == "tổng số"):
        return None, None
    # "3 doanh nghiệp và 5 đơn vị thực hiện dự án" goes on, "3 doanh nghiệp và 5 đơn vị đã thực hiện" says anew.
    anew = any(chunk.form == "trong đó" for chunk in context.left[-2:])
    goes_on = (
        not anew and context.last in (",", "và") and context.previous and context.previous.source in (LEFT, INHERITED)
    )
    if later and (finite or not goes_on):
        return _place(later), FINITE if finite else RIGHT
    if inner := _attribute(context, named):
        return _place(inner), RIGHT
    return _inherited(context, rest)


def change_of(context: Context) -> str | None:
    """`increase` or `decrease` where the amount is itself a change, None where it is the level reached."""
    by_more = context.amount.kind == "percent" and bool(context.before) and context.before[-1].form == "hơn"
    if by_more and context.last in w.COMPARED:
        return w.COMPARED[context.last]
    if context.verb is None or context.last == "cho":  # "giảm lãi suất cho 20 hộ"
        return None
    if context.verb_form == "vượt":
        return "increase" if context.amount.kind in ("percent", "duration") else None
    verb = context.left[context.verb]
    if any(chunk.form in w.TO_LEVEL for chunk in context.before if chunk.start >= verb.end):
        return None
    return w.CHANGES.get(context.verb_form or "")


def _of_duration(context: Context, named: Span | None) -> Found:
    """Only a verb of change, or one right before it, has a duration for its amount; none in "hoạt động kỷ niệm"."""
    left, verb, previous = context.left, context.verb, context.previous
    goes_on = {"duration.occasion": {",", "và"}, "duration.subject": w.TO_LEVEL}
    if previous and context.last in goes_on.get(previous.rule, ()):
        return previous.action, INHERITED
    if context.changed is not None:
        return _place(left[context.changed]), LEFT
    if verb is None or any(
        chunk.role not in (MEASURE, NOUN, WORD) and chunk.form not in w.WITHIN | {"từ"} for chunk in left[verb + 1 :]
    ):
        return None, None
    if left[verb].form in w.OCCASIONS and verb and left[verb - 1].form in w.NOT_OBSERVED:
        return None, None
    if named and named.start < left[verb].start < named.end:  # "thời gian trả lời không quá 3 phút"
        return None, None
    return _place(left[verb]), LEFT


def _is_side(context: Context) -> bool:
    return bool(context.after) and context.after[0].form in w.SIDES


def _is_place(context: Context) -> bool:
    """ "trên cả 3 tiêu chí": where something happens, not to what."""
    on = any(chunk.form == "trên" for chunk in context.before[-2:])
    return on and bool(context.after) and context.after[0].form in w.PLACES


def _is_comitative(context: Context) -> bool:
    """Whether the verb is done with those counted: "ký hợp đồng với 9 hộ", not "tổ chức hội nghị với 20 xã"."""
    return context.left[-2].role == VERB or any(chunk.form in w.COMITATIVE for chunk in context.left)


def _is_comparison(context: Context) -> bool:
    """Whether the amount only sets one level against another: "đạt 9 tỷ đồng, gấp 2 lần", not "tăng gấp đôi"."""
    times = any(chunk.form == "gấp" for chunk in context.before[-2:])
    return context.last in w.COMPARES or (times and (not context.left or context.left[-1].role != VERB))


def _is_attribute(context: Context) -> bool:
    """Whether the amount only describes the noun before it: "5 doanh nghiệp 100% vốn nhà nước", "trẻ từ 6 tuổi"."""
    if context.amount.kind == "age":
        return context.verb is None or context.verb + 1 < len(context.left)
    return not context.before and context.previous is not None


def _is_apposition(context: Context) -> bool:
    """Whether the amount only describes a noun: "chiều dài 5 km", "tổng vốn là …", "Đoàn gồm có 24 thành viên"."""
    if context.last in w.CONSISTS:
        return len(context.left) > _NEAR
    if context.conjoined or context.last == "với":
        return False
    marks = [index for index, chunk in enumerate(context.left[:-1]) if chunk.role == MARK]
    clause = context.left[marks[-1] + 1 :] if marks else context.left
    return any(chunk.role == MEASURE or chunk.form in w.COPULAS for chunk in clause)


def _attribute(context: Context, named: Span | None) -> Chunk | None:
    """The verb within the object that says what those counted do: "có 13 người tham gia"."""
    previous = context.previous
    begins = context.last == "có" and previous is None
    goes_on = context.last in (",", "và") and previous is not None and previous.source == RIGHT
    causes = context.last in w.CAUSES or goes_on
    inside = [chunk for chunk in context.after if named and chunk.end <= named.end]
    if not inside or not (begins or causes):
        return None
    head, _, suffered = inside[0].form.partition(" ")
    if head == "người" and suffered in w.VERBS:  # one word: "người bị thương"
        return Chunk(inside[0].start + len(head) + 1, inside[0].end, VERB, suffered) if causes else None
    verb = next(
        (chunk for chunk in inside[1:2] if chunk.role == VERB and chunk.form not in w.STATES | w.MODIFIERS), None
    )
    return None if verb is None or inside[-1].form in w.ADJECTIVAL else verb


def _inherited(context: Context, rest: Sequence[Chunk]) -> Found:
    previous = context.previous
    follows_verb = previous is None or previous.source in (RIGHT, FINITE) or context.following is None
    if rest and (rest[0].form == "là" or (rest[0].form == "có" and follows_verb)):
        return None, RIGHT
    has = context.last == "có" and all(chunk.form != "trong đó" for chunk in context.left)
    if previous and not has and (context.conjoined or len(context.left) <= _NEAR):
        return previous.action, INHERITED
    return None, None


def _verb_after(rest: Sequence[Chunk], free: bool) -> tuple[Chunk | None, bool]:
    """The verb that follows the object ("đã được tỉnh tặng", "chưa đáp ứng", "do công ty đóng"), and whether words
    before it say that it is no attribute. With `free`, at a clause's begin, a few others may stand there too."""
    passive = finite = False
    for index, chunk in enumerate(rest[:_PASSIVE]):
        if chunk.form in w.RESULTS:  # "20 dự án còn hiệu lực"
            break
        if governs(chunk, adjacent=index > 0 and rest[index - 1].form in w.PASSIVE):
            adjectival = not finite and index + 1 < len(rest) and rest[index + 1].form in w.ADJECTIVAL
            return (None if adjectival else chunk), finite
        if chunk.form in w.PASSIVE:
            passive = finite = True
        elif chunk.form in w.AUXILIARIES:
            finite = True
        elif chunk.role in (MARK, NUMBER) or chunk.form in _NO_AGENT or not (passive or (free and index < _FREE)):
            break
    return None, False


def _place(chunk: Chunk) -> Span:
    return Span(chunk.start, chunk.end)
