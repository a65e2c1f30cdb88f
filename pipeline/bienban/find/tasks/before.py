"""The words before a comma: what shows whether a verb after it goes on with them."""

from __future__ import annotations

import regex

from bienban.find.tasks.action_patterns import (
    AS_OBJECT,
    BOUND,
    COMMA,
    MANNER,
    NOMINAL,
    ORDERS,
    PUBLICITY,
    REMISS,
    SECOND_HALF,
    TELLS_TOO,
    TOGETHER,
)
from bienban.find.tasks.content import SURE, Content
from bienban.find.tasks.patterns import WORD
from bienban.find.tasks.phrases import noun_phrase
from bienban.find.tasks.words import ADVERBS, BODIES, VERBS, Predicate

_NEAR = 40  # characters before a comma in which its last verb is looked for
_FAR = 160  # characters before a verb in which those begin with whom it is done


class Before(Content):
    """The words before the commas of a clause that ends at `end`."""

    def _orders(self, first: int, stop: int) -> bool:
        """Whether the thing before a comma tells a body what to do, so that what follows is for that body too."""
        body = self._body_after(ORDERS, first, stop)
        if body is None:
            return False
        word = WORD.search(self.low, body, stop)
        return word is None or self.predicate(word.start()) is not None

    def _body_after(self, orders: regex.Pattern[str], first: int, stop: int) -> int | None:
        """Where the body ends that the thing before a comma tells what to do by one of some verbs; None without one."""
        left = self.predicate(first)
        order = orders.match(self.low, left.verb.start, stop) if left else None
        return noun_phrase(self.norm, self.low, order.end(), stop) if order else None

    def _lists_verbs(self, first: int, stop: int) -> bool:
        """Whether an earlier comma has joined a verb to the text before this one, which then goes on so."""
        commas = (c for c in COMMA.finditer(self.low, first, stop) if not SECOND_HALF.match(self.low, c.start()))
        following = (self.predicate(comma.end()) for comma in commas)
        return any(verb and verb.role in SURE and not self.low.startswith(" của ", verb.verb.end) for verb in following)

    def _is_nominal(self, first: int, stop: int) -> bool:
        """Whether a noun makes nouns of the verbs before the comma ("công tác tuyên truyền, …"), so of the next too."""
        nouns = (noun.span() for noun in NOMINAL.finditer(self.low, first, stop))
        verbs = (VERBS.at(self.low, verb, stop) for noun, verb in nouns if not self._is_compound(noun, verb))
        return any(verb and (verb[1] in SURE or verb[0] == stop) for verb in verbs)

    def _is_compound(self, noun: int, verb: int) -> bool:
        """Whether a noun and the verb after it are one word: "chương trình đào tạo"."""
        found = VERBS.longest(self.low, noun, self.end)
        return found is not None and found[0] > verb

    def _last_verb(self, first: int, stop: int) -> tuple[int, int, str] | None:
        """The verb without object, words of manner left out, that the text before a comma ends in."""
        stop = first + len(self.low[first:stop].rstrip())
        manner = MANNER.search(self.low, max(first, stop - _NEAR), stop)
        stop = manner.start() if manner else stop
        for word in list(WORD.finditer(self.low, max(first, stop - 30), stop))[-4:]:
            verb = VERBS.longest(self.low, word.start(), stop)
            if verb and verb[0] == stop and (self.norm[word.start()].islower() or word.start() == first):
                return None if verb[1] == "none" else (word.start(), stop, verb[1])
        return None

    def _ends_bare(self, first: int, stop: int, right: Predicate, objectless: bool) -> bool:
        """Whether the text before a comma ends in a verb without object, so that the comma joins two verbs."""
        last = self._last_verb(first, stop)
        if last is None:
            return False
        start, end, role = last
        if self.low.startswith("không ", start):  # "không được chủ quan, lơ là", but "không chủ quan, | nâng cao …"
            return REMISS.match(self.low, right.start) is not None
        left = self.predicate(first)
        if left and left.role != "lead" and left.verb.end < start and AS_OBJECT.match(self.low, start, end):
            return False
        if PUBLICITY.search(self.low, max(first, stop - _NEAR), stop) and not TELLS_TOO.match(self.low, right.start):
            return objectless
        before = self.low[max(first, start - 12) : start]
        if role == "noun":  # a verb only in a list of verbs: "phòng ngừa, hạn chế, ngăn chặn"
            return before.endswith(", ") and self._ends_bare(first, start - 2, right, objectless)
        alike = objectless or right.role == role == "modifier"  # "cán bộ phụ trách, theo dõi …"
        return not BOUND.search(before) and (alike or not self._has_subject(start, end, first))

    def _ends_in_series(self, first: int, stop: int) -> bool:
        """Whether nothing but verbs and adverbs stands before that verb: "nghiên cứu, xử lý các vụ việc"."""
        last = None if MANNER.search(self.low, max(first, stop - _NEAR), stop) else self._last_verb(first, stop)
        if last is None or last[0] == first:
            return last is not None
        start = last[0]
        if self.low.endswith((", ", " và "), first, start) or self._is_companion(start, first):
            return True
        words = list(WORD.finditer(self.low, max(first, start - 20), start))[-3:]
        return any(
            found and found[0] == start - 1
            for word in words
            for found in (ADVERBS.at(self.low, word.start(), start), VERBS.at(self.low, word.start(), start))
        )

    def _ends_in_body(self, first: int, stop: int) -> bool:
        """Whether the text before a comma ends in a body, to which others may be joined: "chỉ đạo Phòng A, Phòng B"."""
        words = (word.start() for word in WORD.finditer(self.low, max(first, stop - _NEAR), stop))
        return any(self.norm[at].isupper() and noun_phrase(self.norm, self.low, at, stop) == stop for at in words)

    def _has_subject(self, start: int, end: int, first: int) -> bool:
        """Whether the verb follows a body that it is said of, or is part of the body's name ("đoàn kiểm tra")."""
        before = list(WORD.finditer(self.low, max(first, start - 20), start))
        named = any((body := BODIES.at(self.low, word.start(), end)) and body[0] in (start - 1, end) for word in before)
        return named and not self._is_companion(start, first)

    def _is_companion(self, start: int, first: int) -> bool:
        """Whether the words before a verb are those with whom it is done: "phối hợp với Sở A, Sở B | kiểm tra"."""
        beside = TOGETHER.finditer(self.low, max(first, start - _FAR), start)
        return any(noun_phrase(self.norm, self.low, b.end(), start) == start - 1 for b in beside)
