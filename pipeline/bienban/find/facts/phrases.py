"""Noun phrases around an amount: what is counted after it, what is measured before it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from bienban.find.facts import words as w
from bienban.find.facts.chunks import FUNCTION, MARK, MEASURE, NOUN, NUMBER, PARTICLE, TIME, VERB, WORD, Chunk
from bienban.segment.reading import Span

_VOWEL = regex.compile("[aăâeêioôơuưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụ]")
_NO_WORD = frozenset({FUNCTION, MARK, NUMBER, TIME})
_NO_HEAD = _NO_WORD | {PARTICLE}
_LONGEST = 12  # chunks of an object
_SECTORS = 6  # chunks from "khu vực" to what joins them


def noun_phrase(after: Sequence[Chunk], nominal: bool = False, verbal: bool = False) -> Span | None:
    """The noun phrase that `after` begins with, up to its head's own modifiers; None where it begins with none.

    `nominal`: a verb at its begin is a noun ("hai kiến nghị"). `verbal`: it may be a clause ("thực hiện Chỉ thị …").
    """
    at = 0
    while at < len(after) and (after[at].form in w.QUANTIFIERS or _is_classifier(after, at)):
        at += 1
    if at == len(after) or after[at].role in _NO_HEAD or (after[at].role == VERB and not (nominal or verbal)):
        return None
    first = last = at
    at += 1
    while at < len(after) and at - first < _LONGEST:
        chunk = after[at]
        if chunk.form in (",", "và", "/") and (following := _coordinated(after, first, at)):
            last = following
            at = following + 1
            continue
        if chunk.role in _NO_WORD:
            break
        if chunk.form in w.OWN_MEASURES or chunk.form in w.TO_LEVEL:
            break
        if chunk.role == PARTICLE and at + 1 < len(after) and after[at + 1].role == VERB:
            break
        if chunk.role == VERB and not (verbal or chunk.form in w.MODIFIERS or _takes_verb(after, first, last)):
            break
        if chunk.form in w.OPINIONS or (chunk.form in w.REGIONS and after[first].form in w.LOCALITIES):
            break
        last = at
        at += 1
    return Span(after[first].start, after[last].end)


def _is_classifier(after: Sequence[Chunk], at: int) -> bool:
    noun = after[at + 1] if at + 1 < len(after) else None
    return after[at].form in w.CLASSIFIERS and noun is not None and noun.role not in _NO_HEAD | {VERB}


def _takes_verb(after: Sequence[Chunk], first: int, last: int) -> bool:
    """Whether a verb right after the head modifies it: "buổi biểu diễn", "người tham gia", not "người tăng ca"."""
    head, verb = after[first].form, after[last + 1].form
    if first != last or head not in w.VERBAL_HEADS or verb in w.CHANGES:
        return False
    return head not in w.LOCALITIES or verb in w.ATTAINS  # "8 xã đạt chuẩn", but "8 xã thành lập tổ hợp tác"


def _coordinated(after: Sequence[Chunk], first: int, at: int) -> int | None:
    """Where the comma or "và" at `at` joins nouns of one kind ("huyện, thị xã"), the index of the noun after it."""
    following = at + 1
    while following < len(after) and after[following].form in w.QUANTIFIERS:
        following += 1
    if following == len(after) or after[following].form not in w.COORDINABLE:
        return None
    if following + 1 == len(after) and after[following].form in w.VERBS:  # "56 văn bản, tổ chức 12 hội nghị"
        return None
    listed = after[at].form != "và" or any(chunk.form == "," for chunk in after[first:at])
    # "25 xã và huyện đã …" begins a new clause, "25 xã, huyện" does not.
    return following if listed and any(chunk.form in w.COORDINABLE for chunk in after[first:at]) else None


def measured(left: Sequence[Chunk], verb: int | None) -> Span | None:
    """The noun phrase before an amount of which it is the measure: from its head to the verb at index `verb`."""
    heads = [
        index
        for index, chunk in enumerate(left)
        if chunk.role == MEASURE and not (chunk.form in w.BARE_MEASURES and _says_nothing(left, index, verb))
    ]
    if not heads:
        return None
    at = heads[-1]
    for head in reversed(heads[:-1]):
        between = left[head + 1 : at]
        if any(chunk.role in (MARK, NUMBER) or chunk.form in w.CLAUSAL for chunk in between):
            break
        at = head
    if at and _lists_sectors(left, at - 1):  # "khu vực dịch vụ và thuế sản phẩm" is a subject
        return None
    stop = verb if verb is not None and verb > at else len(left)
    if stop == at + 1 == len(left) - 1 and (
        left[at].form in w.BARE_MEASURES or left[stop].form not in w.STATES | w.OF_FUNDS
    ):
        stop = len(left)  # "mức hỗ trợ 5 triệu đồng", "giá trị quyết toán 5 tỷ đồng"
    return _cut(left[at:stop])


def subject(left: Sequence[Chunk], verb: int) -> Span | None:
    """The noun phrase between the last clause boundary and the verb at index `verb`."""
    begin = verb
    while begin and left[begin - 1].form not in w.LEADS and left[begin - 1].role != NUMBER:
        mark = left[begin - 1].role == MARK and left[begin - 1].form != "-"
        if mark and not _between_abbreviations(left, begin - 1) and not _lists_sectors(left, begin - 1):
            break
        begin -= 1
    while begin < verb and left[begin].role == FUNCTION:
        begin += 1
    named = left[begin:verb]
    return _cut(named) if any(chunk.role in (WORD, NOUN, MEASURE) for chunk in named) else None


def between(left: Sequence[Chunk], verb: int) -> Span | None:
    """The noun phrase between a verb at index `verb` and the amount: "thu BHXH được …"."""
    begin = verb + 1
    while begin < len(left) and (left[begin].role == FUNCTION or left[begin].form in w.RESULTS):
        begin += 1
    return _cut(left[begin:])


def apposed(left: Sequence[Chunk]) -> Span | None:
    """The noun phrase right before an amount: "…, cao đẳng 18%"."""
    begin = stop = len(left) - (bool(left) and left[-1].form in w.DIMENSIONS)
    while begin and left[begin - 1].role in (WORD, NOUN):
        begin -= 1
    return _cut(left[begin:stop]) if begin < stop else None


def _between_abbreviations(left: Sequence[Chunk], at: int) -> bool:
    """Whether a comma joins two short forms: "BHXH, BHYT"."""
    return (
        0 < at < len(left) - 1
        and left[at].form == ","
        and all(
            chunk.role == WORD and " " not in chunk.form and len(chunk.form) > 2 and not _VOWEL.search(chunk.form)
            for chunk in (left[at - 1], left[at + 1])
        )
    )


def _lists_sectors(left: Sequence[Chunk], at: int) -> bool:
    """Whether what stands at `at` joins branches of the economy: "khu vực nông, lâm nghiệp và thủy sản"."""
    if left[at].form in w.JOINS:
        for chunk in reversed(left[max(0, at - _SECTORS) : at]):
            if chunk.form in w.SECTORS:
                return True
            if chunk.role not in (WORD, NOUN) and chunk.form not in w.JOINS:
                break
    return False


def _says_nothing(left: Sequence[Chunk], index: int, verb: int | None) -> bool:
    if index + 2 == len(left) and verb == index + 1:  # "mức hỗ trợ 5 triệu đồng", but "mức giảm 5%"
        return left[verb].form in w.STATES
    return index + 1 == len(left) or left[index + 1].role in _NO_WORD | {VERB}


def _cut(phrase: Sequence[Chunk]) -> Span | None:
    """The phrase up to what places it in time or space, None when nothing is left of it."""
    end = next((index for index in range(1, len(phrase)) if _ends(phrase, index)), len(phrase))
    trailing = w.CHANGES.keys() | w.RESULTS | w.REPORTS
    while end and (phrase[end - 1].role in (FUNCTION, MARK, PARTICLE) or phrase[end - 1].form in trailing):
        if _closes(phrase[:end]):
            break
        end -= 1
    return Span(phrase[0].start, phrase[end - 1].end) if end and phrase[0].role not in _NO_HEAD else None


def _closes(phrase: Sequence[Chunk]) -> bool:
    """Whether a quotation ends with the phrase that begins in it: "Quỹ “Vì người nghèo”"."""
    opening = {"”": "“", '"': '"'}.get(phrase[-1].form)
    if opening is None:
        return False
    opened = sum(chunk.form == opening for chunk in phrase[:-1])
    return opened > 0 if opening == "“" else opened % 2 == 1


def _ends(phrase: Sequence[Chunk], index: int) -> bool:
    chunk = phrase[index]
    if chunk.form in w.JOINS:  # "tốc độ đô thị hóa, phấn đấu đạt"
        return index + 1 < len(phrase) and phrase[index + 1].role == VERB
    return chunk.form in w.LOCATIVES or chunk.role in (NUMBER, TIME) or chunk.form in (":", ";", "(")
