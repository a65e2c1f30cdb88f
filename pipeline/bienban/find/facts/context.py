"""An amount with the words around it, and what is found of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bienban.find.facts import words as w
from bienban.find.facts.chunks import MEASURE, PARTICLE, VERB, WORD, Chunk
from bienban.find.facts.phrases import noun_phrase
from bienban.find.numbers import Amount
from bienban.segment.reading import Span

#: Where the action of an amount was found: the verb before it, one after its object (a finite verb, or one that could
#: be an attribute as well), or the verb of the amount before it.
LEFT, RIGHT, FINITE, INHERITED = "left", "right", "finite", "inherited"


@dataclass(frozen=True, slots=True)
class Frame:
    """Object and action as places in the normal form, None where the text names none.

    `rule` tells where the object stood, `source` where the action did; `end` is where the amount ends with the noun
    phrase after it.
    """

    kind: str
    object: Span | None
    action: Span | None
    change: str | None
    rule: str
    source: str | None
    end: int


@dataclass(frozen=True)
class Context:
    """An amount, the words between it and its neighbours in the sentence, and the frame of the amount before it."""

    amount: Amount
    before: Sequence[Chunk]
    after: Sequence[Chunk]
    previous: Frame | None

    @cached_property
    def left(self) -> Sequence[Chunk]:
        """`before` without what stands in parentheses and the words that only say how exact the amount is."""
        left: list[Chunk] = []
        opened: list[int] = []
        for chunk in self.before:
            left.append(chunk)
            if chunk.form == "(":
                opened.append(len(left) - 1)
            elif chunk.form == ")" and opened:
                del left[opened.pop() :]
        while left and (left[-1].form in w.EXACTNESS or left[-1].role == PARTICLE):
            left.pop()
        return left

    @cached_property
    def last(self) -> str:
        """The word before the amount, exactness aside; "" at the begin of a sentence or right after another amount."""
        return self.left[-1].form if self.left else ""

    @cached_property
    def following(self) -> Span | None:
        """The noun phrase after the amount, unless another measure begins there: "800 m2 trị giá 2 tỷ đồng"."""
        measure = bool(self.after) and self.after[0].role == MEASURE and self.after[0].form not in w.FUNDS
        if measure and self.amount.kind not in ("count", "percent"):
            return None
        if self.amount.value == 2 and self.after and self.after[0].form in w.SIDES:
            return Span(self.after[0].start, self.after[0].end)  # "hai bên phối hợp chặt chẽ"
        return noun_phrase(self.after, nominal=self.amount.kind == "count")

    @cached_property
    def verb(self) -> int | None:
        """The index in `left` of the verb that the amount depends on; None at a clause's begin and in a noun phrase."""
        if self.conjoined or self.last in w.EQUALS:
            return None
        if self.last in w.POSSESSIVE:
            # "với sự tham gia của 500 đại biểu", "thực hiện theo 2 phương án"
            act = len(self.left) - 2
            own = act > 0 and (self.left[act - 1].form == "sự" or self.last == "theo")
            return act if own and self.left[act].role == VERB else None
        if len(self.left) > 1 and self.left[-1].role == WORD and self.left[-2].form in w.AUXILIARIES | w.PASSIVE:
            return len(self.left) - 1
        nominal: int | None = None  # "kết quả kiểm tra đối với 5 xã": for want of another
        for index in range(len(self.left) - 1, -1, -1):
            chunk, before = self.left[index], self.left[index - 1] if index else None
            adjacent = index == len(self.left) - 1
            if chunk.form in w.SECONDARY and before and _goes_before_result(before):
                continue  # "rút xuống còn 88", "chia làm 2 tổ": what it comes to
            # "Tham dự hội nghị có 120 đại biểu", but "Ngành giáo dục có 120 trường"
            if self.last == "có" and chunk.form in w.ATTENDANCE:
                return index
            if self.last != "có" and governs(chunk, adjacent):
                if adjacent or chunk.form in w.STATES or not self._is_nominal(index):
                    return index
                nominal = index if nominal is None else nominal
            if chunk.form in (";", ":", "trong đó") or (chunk.form == "," and self.last == "có"):
                break
            if chunk.form == "là":
                # "ước thực hiện là", but "chuyên ngành đào tạo là"
                return index - 1 if before and governs(before, adjacent=True) and before.form not in w.NOMINAL else None
            if chunk.role == MEASURE and not (
                before and (before.role in (VERB, MEASURE) or before.form in w.BEFORE_MEASURE)
            ):
                break
        return nominal

    def _is_nominal(self, index: int) -> bool:
        """Whether a verb, alone or joined to others, stands after a noun that makes it one: "công tác kiểm tra"."""
        while index and (self.left[index].role == VERB or self.left[index].form in w.JOINS):
            index -= 1
        head = self.left[index].form
        if self.left[index].role == MEASURE:  # "rút ngắn thời gian giải quyết từ 9 ngày"
            return True
        # "kiểm tra việc thực hiện quy chế đối với 5 xã", but "việc sáp nhập hai xã thành 5 thôn"
        return head in w.NOMINALIZERS or (head == "việc" and self.last == "đối với")

    @cached_property
    def respect(self) -> Span | None:
        """What a share is of, said after it: "tăng 8% về lượng, 5% về giá trị"."""
        about = self.amount.kind == "percent" and len(self.after) > 1 and self.after[0].form == "về"
        measure = about and (self.after[1].role == MEASURE or self.after[1].form in w.QUANTITIES)
        return noun_phrase(self.after[1:]) if measure else None

    @property
    def is_dimension(self) -> bool:
        """Whether the amount says how long, wide or heavy the thing before it is: "tuyến đường dài 5 km"."""
        return self.last in w.DIMENSIONS and self.amount.kind in ("length", "area", "mass", "volume")

    @cached_property
    def away(self) -> int | None:
        """The index in `left` of "cách", where the amount is a distance: "Cảng cách thành phố 8 km"."""
        if self.amount.kind != "length":
            return None
        apart = (at for at in range(len(self.left) - 1, -1, -1) if self.left[at].form == w.APART)
        at = next(apart, None)
        between = self.left[at + 1 :] if at is not None else ()
        return None if any(chunk.role in (VERB, MEASURE) or chunk.form in ",;" for chunk in between) else at

    @property
    def verb_form(self) -> str | None:
        """The verb that the amount depends on."""
        return self.left[self.verb].form if self.verb is not None else None

    @property
    def changed(self) -> int | None:
        """The index in `left` of a verb of change of which a duration is the amount, not in "giảm trong 3 năm"."""
        return self.verb if self.verb_form in w.CHANGES and self.last not in w.WITHIN else None

    @property
    def conjoined(self) -> bool:
        """Whether the amount begins a clause or goes on with an enumeration."""
        return not self.left or self.last in w.CONJUNCTIONS


def _goes_before_result(chunk: Chunk) -> bool:
    return chunk.form == "xuống" or (chunk.role == VERB and chunk.form not in w.SUPPORTS)


def governs(chunk: Chunk, adjacent: bool) -> bool:
    """Whether a word can be the verb of an amount; some can only right beside it."""
    return chunk.role == VERB and chunk.form not in w.REPORTS and (adjacent or chunk.form not in w.AMBIGUOUS)
