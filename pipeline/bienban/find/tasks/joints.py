"""Where a new thing to do begins within a clause: at a semicolon, at a comma before a new verb with its own object."""

from __future__ import annotations

from bienban.find.tasks.action_patterns import (
    AIMS,
    ASKED_BY,
    AVOIDS,
    CASE,
    COMPANY,
    DATED,
    DIRECTS,
    DONE_SO,
    ENUMERATES,
    FIELD,
    GOES_ON,
    HANDS_OVER,
    HOW_OFTEN,
    LABEL,
    NEVER,
    NO_OBJECT,
    NOT_TO_BE,
    NOUN_AFTER,
    OPENING_TIME,
    PURPOSE,
    REMISS,
    RESULT,
    SECOND_HALF,
    SEVERAL,
    STATES,
    STRIVES,
    SUBJECT,
    SUPPOSES,
    TURNS,
    UNFINISHED,
    WEEKDAY,
    WITH,
)
from bienban.find.tasks.before import Before
from bienban.find.tasks.content import SURE
from bienban.find.tasks.patterns import BESIDE, TOPIC, WORD
from bienban.find.tasks.phrases import noun_phrase
from bienban.find.tasks.subject_patterns import HONORIFIC
from bienban.find.tasks.words import ADVERBS, BODIES, POSITIONS, Predicate

_WEAK = ("noun", "aim", "modifier")  # verbs that after a comma go on with what stands before it


class Joints(Before):
    """The joints of a clause that ends at `end`."""

    def begins_after(self, first: int, sign: str, stop: int, after: int) -> int | None:
        """Where the new thing to do begins that follows a sign at `stop`, None where none does.

        `first` is where the thing before it begins.
        """
        often = HOW_OFTEN.match(self.low, first, self.end)
        if often and often.end() > stop:
            return None  # "hằng tuần, vào chiều thứ Sáu, | báo cáo kết quả"
        if SECOND_HALF.match(self.low, stop):
            return None
        turn = TURNS.match(self.low, stop, self.end)
        at = self.skip(turn.end() if turn else after)
        label = LABEL.match(self.low, at, self.end)
        if label and not WEEKDAY.match(self.norm, at):
            at = self.skip(label.end())
            if sign == ";" or self.predicate(at):
                return at
        if at >= self.end or self._is_in_body(first, stop, at):
            return None
        if (demanded := self._asked(first, at) or self._demanded(first, stop, at)) is not None:
            return demanded
        if sign == ";":
            return self._after_semicolon(first, stop, after, at)
        if SUBJECT.match(self.low, at, self.end):
            return at
        often = HOW_OFTEN.match(self.low, at, self.end)
        beside = BESIDE.match(self.low, at, self.end)
        if beside and not turn and COMPANY.search(self.low, first, stop):
            beside = None  # "phối hợp với Sở Y tế, cùng các xã kiểm tra …"
        helper = noun_phrase(self.norm, self.low, beside.end(), self.end) if beside else None
        verb = self.skip(helper) if helper else often.end() if often else at
        right, left = self.predicate(verb), self.predicate(first)
        if right and (turn or often or helper or (not right.role and NEVER.match(self.low, right.start, self.end))):
            return at
        if right is None or not right.role or (left and left.verb.end > stop):
            return at if CASE.match(self.low, at, self.end) else None
        return at if self._after_comma(first, stop, right) else None

    def _is_in_body(self, first: int, stop: int, at: int) -> bool:
        """Whether the sign stands inside the name of bodies ("cá nhân, tổ chức")."""
        words = [word.start() for word in WORD.finditer(self.low, max(first, stop - 12), stop)][-2:]
        return any((body := BODIES.at(self.low, word, self.end)) and body[0] > at for word in words)

    def _after_semicolon(self, first: int, stop: int, after: int, at: int) -> int | None:
        if any(begins.match(self.low, at, self.end) for begins in (SUPPOSES, CASE, SUBJECT)):
            return at
        often = HOW_OFTEN.match(self.low, at, self.end)
        if often and self.predicate(often.end()):
            return at
        if opening := OPENING_TIME.match(self.low, at, self.end):
            at = self.skip(opening.end())
        enumerates = ENUMERATES.search(self.low, first, stop)
        right = self.predicate(at)
        if right is None:  # "các xã cần …", but not in a list of nouns
            closing = self.low.find(";", at, self.end)
            begun = self.begins(at, self.end if closing < 0 else closing)
            states = STATES.match(self.low, at, self.end)
            return begun if begun > at and not enumerates else at if states and not enumerates else None
        if self.low.startswith(("qua đó", "nhất là"), after + 1):
            return None
        noun = NOUN_AFTER.match(self.low, right.verb.end, self.end)
        if right.role not in _WEAK or right.adverbs or not noun:
            return at
        # "theo dõi, đánh giá …", but not in a list of nouns.
        series = noun.group() == "," and self.predicate(noun.end() + 1)
        return at if series and not enumerates else None

    def _after_comma(self, first: int, stop: int, right: Predicate) -> bool:
        """Whether the verb after a comma begins a new thing to do: what speaks against it is asked first."""
        if (TOPIC.match(self.low, first) or ADVERBS.at(self.low, first, stop)) and self.verb(first, stop) is None:
            return False
        if GOES_ON.match(self.low, stop):
            return False
        if self._orders(first, stop) and not right.adverbs:
            return False
        if self._strives(first, stop, right) or self._ends_denial(first, stop, right):
            return True
        brings = RESULT.match(self.low, right.verb.end, self.end)
        hands_over = HANDS_OVER.match(self.low, right.verb.start) is not None
        leads = right.role == "lead" or brings is not None or (hands_over and right.role == "main")
        sure = right.adverbs or leads or (right.role != "aim" and DONE_SO.match(self.low, right.verb.end, self.end))
        if (right.role in _WEAK and not sure) or self.low.startswith(" của ", right.verb.end):
            return False
        adverb = ADVERBS.at(self.low, right.verb.start, right.verb.end)
        if adverb and adverb[0] == right.verb.end:
            return False  # an adverb without a verb: "…, kịp thời các yêu cầu"
        chunk, left = self.low[first:stop], self.predicate(first)
        if SUPPOSES.match(chunk) or UNFINISHED.fullmatch(chunk) or ENUMERATES.search(chunk):
            return False
        if NEVER.match(self.low, right.start, self.end):
            return True
        if FIELD.match(self.low, right.start, self.end):
            return False
        if AVOIDS.search(self.low, right.start, right.verb.end):
            return False  # "siết quản lý, không để sai phạm": how the thing before the comma is to be done
        objectless = NO_OBJECT.match(self.low, right.verb.end, self.end)
        if self._ends_bare(first, stop, right, bool(objectless)) and not (
            (right.adverbs and right.role in SURE) or (leads and not (objectless or self._ends_in_series(first, stop)))
        ):
            return False
        if hands_over and not (right.adverbs and objectless):
            return not objectless
        if PURPOSE.search(self.low, left.verb.end if left else first, stop) and not (brings or DATED.search(chunk)):
            return False
        if right.adverbs:
            return True  # of its own, so not a part of what stands before
        if leads and not objectless:
            return True
        if NOT_TO_BE.search(chunk):
            return False
        if objectless and not ((second := self.predicate(objectless.end())) and second.role in SURE):
            return False
        verb = self.verb(first, stop)
        if verb and self.low[slice(*right.verb)] in self.low[verb.end : stop]:
            return False  # "tập trung xây dựng A, xây dựng B"
        return not (self._lists_verbs(first, stop) or self._is_nominal(first, stop))

    def _strives(self, first: int, stop: int, right: Predicate) -> bool:
        """Whether a verb says what is striven for, and does not join the one before it ("đoàn kết, quyết tâm …")."""
        strives = STRIVES.match(self.low, right.verb.start, self.end)
        if strives is None:
            return False
        doing, last = self.predicate(strives.end()), self._last_verb(first, stop)
        sure = doing is not None and doing.role in SURE
        return (sure or AIMS.match(self.low, right.verb.start) is not None) and (last is None or last[0] > first)

    def _ends_denial(self, first: int, stop: int, right: Predicate) -> bool:
        """Whether what is to be done follows what is not: "không chủ quan, lơ là, | nâng cao cảnh giác"."""
        left, last = self.predicate(first), self._last_verb(first, stop)
        denied = left and last and AVOIDS.search(self.low, left.start, left.verb.end)
        doing = (right.role in SURE or right.adverbs) and not REMISS.match(self.low, right.verb.start)
        return bool(denied and last and doing and REMISS.fullmatch(self.low, last[0], last[1]))

    def _asked(self, first: int, at: int) -> int | None:
        """Where the thing to do begins after the one who asks for it; None without him."""
        asked = ASKED_BY.match(self.norm, at, self.end)
        titled = asked and (POSITIONS.at(self.low, at, self.end) or HONORIFIC.match(self.low, at, self.end))
        return self.begins(self.skip(asked.end()), self.end) if asked and titled else None

    def _demanded(self, first: int, stop: int, at: int) -> int | None:
        """Where the thing to do begins after a time or bodies with a modal, or bodies, named or several, with a verb.

        "…, chậm nhất ngày 5/6 phải | …", "…, thời gian tới, các xã cần | …", "…, | mỗi tổ lập …"; None without them.
        """
        opening = OPENING_TIME.match(self.low, at, self.end)
        body = opening.end() if opening else at
        if opening and self.is_modal(body):
            return self.skip(body)
        if opening and (doing := self.predicate(body)) and doing.role in SURE:
            return body  # "…, cuối tháng | báo cáo lại"
        end = noun_phrase(self.norm, self.low, body, self.end)
        if end is None:
            return None
        word = WORD.match(self.low, end + 1, self.end)
        adverb = ADVERBS.at(self.low, word.start(), self.end) if word else None
        if word and adverb and adverb[1] == "modal":
            return self.skip(word.start())
        named = self.norm[body].isupper() and BODIES.at(self.low, body, end) and not POSITIONS.at(self.low, body, end)
        several = named or SEVERAL.match(self.low, body)
        said = self.predicate(word.start()) if word and several else None
        if said is None or said.role not in SURE or WITH.search(self.low, first, stop):
            return None
        if self._ends_in_body(first, stop) or (not named and self._body_after(DIRECTS, first, stop) == stop):
            return None
        return body
