"""The clauses of a task -> the things to do, each with its main verb."""

from __future__ import annotations

import regex

from bienban.find.tasks.patterns import (
    ANNOUNCED,
    CONNECTIVE,
    ENUMERATES,
    MANNER,
    NO_OBJECT,
    NOMINAL,
    NOUN_AFTER,
    PURPOSE,
    SECOND_HALF,
    SUPPOSES,
    WORD,
)
from bienban.find.tasks.phrases import noun_phrase
from bienban.find.tasks.words import ADVERBS, BODIES, VERBS, Predicate, predicate_at, steps
from bienban.segment.reading import Span

_BREAK = regex.compile(r";|,|\bđồng thời\b")
_TRAIL = ' .;:,…/-”"“'
_SHUT = regex.compile(r"\([^()]*\)|“[^“”]*”|\"[^\"]*\"")
_OPENING_TIME = regex.compile(r"(?:(?:trong )?thời gian tới|trước mắt|từ nay đến cuối năm|sau hội nghị),? ")
# Nouns and words that bind the verb after them, so that a comma after it joins nothing.
_BOUND = regex.compile(
    r"\b(?:lớp|buổi|đợt|cuộc|khóa|đoàn|tổ|đội|hội nghị|phong trào|chiến dịch|lễ|hội thi|theo|các|những|của|đúng|được"
    r"|nhiệm vụ|một số|mọi|nhiều|sự|quy trình|đã|mà|do|về)\s$"
)


def split_actions(norm: str, low: str, clauses: list[Span]) -> list[tuple[Span, Span]]:
    """The things to do in a task's clauses, in order: each with the place of its verb."""
    return [row for clause in clauses for row in _Clause(norm, low, *clause).actions()]


class _Clause:
    def __init__(self, norm: str, low: str, start: int, end: int) -> None:
        self.norm, self.low, self.start, self.end = norm, low, start, end

    def actions(self) -> list[tuple[Span, Span]]:
        shut = [m.span() for m in _SHUT.finditer(self.low, self.start, self.end)]
        pieces: list[tuple[int, int]] = []
        announced = ANNOUNCED.match(self.low, self.start, self.end)
        first = announced.end() if announced else self.start
        for stop in _BREAK.finditer(self.low, self.start, self.end):
            if stop.start() < first or any(start <= stop.start() < end for start, end in shut):
                continue
            following = self._begins(first, stop.group(), stop.start(), stop.end())
            if following is not None:
                pieces.append((first, stop.start()))
                first = following
        return [row for piece in [*pieces, (first, self.end)] if (row := self._row(*piece))]

    def _row(self, start: int, end: int) -> tuple[Span, Span] | None:
        last = end
        while end > start and self.norm[end - 1] in _TRAIL:
            end -= 1
        while start < end and not self.norm[start].isalnum():
            start += 1
        if end < last and self.norm[end] == "”" and "“" in self.norm[start:end]:
            end += 1
        if end == start:
            return None
        word = WORD.match(self.low, start, end)
        predicate = self._main(start, end)
        return Span(start, end), predicate.verb if predicate else Span(start, word.end() if word else end)

    def _at(self, at: int) -> Predicate | None:
        return predicate_at(self.norm, self.low, at, self.end)

    def _main(self, start: int, end: int) -> Predicate | None:
        """The predicate that the text begins with; else that of its main clause, else the first."""
        supposed = SUPPOSES.match(self.low, start, end)
        predicate = None if supposed else self._at(start)
        if predicate and not self.low.startswith("căn cứ", predicate.verb.start):
            return predicate
        found: Predicate | None = None
        for word in steps(self.low, predicate.verb.end if predicate else start, end):
            later = self._at(word) if self.norm[word].islower() else None
            if later is None or later.verb.end > end:
                continue
            adverb = ADVERBS.at(self.low, word, end)
            if (adverb and adverb[1] == "modal") or (
                supposed and self.low[max(0, word - 5) : word].endswith((", ", "thì "))
            ):
                return later
            found = found or (later if later.role in ("main", "lead") else None)
        return found or predicate

    def _begins(self, first: int, sign: str, stop: int, after: int) -> int | None:
        """Where the new thing to do begins that follows a sign at `stop`, None where none does."""
        at = self._skip(after)
        if at >= self.end or self._is_in_body(first, stop, at):
            return None
        if (demanded := self._demanded(at)) is not None:
            return demanded
        if sign == ";":
            return at if self._after_semicolon(after, at) else None
        predicate = self._at(at)
        left = self._at(first)
        if predicate is None or not predicate.role or (left and left.verb.end > stop):
            return at if SUPPOSES.match(self.low, at, self.end) and self.low.startswith("nếu", at) else None
        if sign == "đồng thời":
            return at
        return at if self._after_comma(first, stop, predicate) else None

    def _is_in_body(self, first: int, stop: int, at: int) -> bool:
        """Whether the sign stands inside the name of bodies ("cá nhân, tổ chức")."""
        words = [word.start() for word in WORD.finditer(self.low, max(first, stop - 12), stop)][-2:]
        return any((body := BODIES.at(self.low, word, self.end)) and body[0] > at for word in words)

    def _after_semicolon(self, after: int, at: int) -> bool:
        if SUPPOSES.match(self.low, at, self.end):
            return True
        predicate = self._at(at)
        if predicate is None or self.low.startswith(("qua đó", "từ đó", "nhất là", "trong đó"), after + 1):
            return False
        noun = predicate.role in ("noun", "aim", "modifier") and not predicate.adverbs
        return not (noun and NOUN_AFTER.match(self.low, predicate.verb.end, self.end))

    def _after_comma(self, first: int, stop: int, predicate: Predicate) -> bool:
        if predicate.role in ("noun", "aim", "modifier") and not predicate.adverbs:
            return False
        adverb = ADVERBS.at(self.low, predicate.verb.start, predicate.verb.end)
        if adverb and adverb[0] == predicate.verb.end:
            return False  # an adverb without a verb: "…, kịp thời các yêu cầu"
        chunk = self.low[first:stop]
        if SECOND_HALF.match(self.low, stop) or SUPPOSES.match(chunk) or ENUMERATES.search(chunk):
            return False
        objectless = NO_OBJECT.match(self.low, predicate.verb.end, self.end)
        if self._ends_bare(first, stop, predicate, bool(objectless)) and not (
            predicate.adverbs and predicate.role == "lead"
        ):
            return False
        if predicate.adverbs:
            return True
        if PURPOSE.search(chunk):
            return False
        if predicate.role == "lead" and not objectless:
            return True
        if objectless and not self._at(objectless.end()):
            return False
        main = self._main(first, stop)
        verb = self.low[slice(*predicate.verb)]
        if main and verb in self.low[main.verb.end : stop]:
            return False  # "tập trung xây dựng A, xây dựng B"
        return not self._is_nominal(first, stop)

    def _is_nominal(self, first: int, stop: int) -> bool:
        verbs = (VERBS.at(self.low, noun.end(), stop) for noun in NOMINAL.finditer(self.low, first, stop))
        return any(verb and verb[1] in ("main", "lead") for verb in verbs)

    def _ends_bare(self, first: int, stop: int, right: Predicate, objectless: bool) -> bool:
        """Whether the text before a comma ends in a verb without object, so that the comma joins two verbs."""
        manner = MANNER.search(self.low, max(first, stop - 40), stop)
        stop = manner.start() if manner else stop
        for word in list(WORD.finditer(self.low, max(first, stop - 30), stop))[-3:]:
            verb = VERBS.at(self.low, word.start(), stop)
            lower = self.norm[word.start()].islower() or word.start() == first
            if verb and verb[0] == stop and lower:
                before = self.low[max(first, word.start() - 12) : word.start()]
                if verb[1] == "noun":  # a verb only in a list of verbs: "phòng ngừa, hạn chế, ngăn chặn"
                    return before.endswith(", ") and self._ends_bare(first, word.start() - 2, right, objectless)
                if before.endswith("để ") and not objectless:
                    return False
                alike = objectless or right.role == verb[1] == "modifier"  # "cán bộ phụ trách, theo dõi …"
                return not _BOUND.search(before) and (alike or not self._has_subject(word.start(), verb[0]))
        return False

    def _has_subject(self, start: int, end: int) -> bool:
        """Whether the verb follows a body that it is said of, or is part of the body's name ("đoàn kiểm tra")."""
        before = list(WORD.finditer(self.low, max(self.start, start - 20), start))
        return any((body := BODIES.at(self.low, word.start(), end)) and body[0] in (start - 1, end) for word in before)

    def _demanded(self, at: int) -> int | None:
        """After "…, thời gian tới, các xã cần …": where the thing to do begins; None where no body and modal follow."""
        opening = _OPENING_TIME.match(self.low, at, self.end)
        body = opening.end() if opening else at
        end = noun_phrase(self.norm, self.low, body, self.end)
        if end is None:
            return None
        word = WORD.search(self.low, end, min(self.end, end + 12))
        adverb = ADVERBS.at(self.low, word.start(), self.end) if word else None
        return self._skip(word.start()) if word and adverb and adverb[1] == "modal" else None

    def _skip(self, at: int) -> int:
        """Over blanks, connectives and modals."""
        while at < self.end:
            if self.low[at].isspace():
                at += 1
            elif connective := CONNECTIVE.match(self.low, at, self.end):
                at = connective.end()
            elif (adverb := ADVERBS.at(self.low, at, self.end)) and adverb[1] == "modal":
                at = adverb[0]
            else:
                break
        return at
