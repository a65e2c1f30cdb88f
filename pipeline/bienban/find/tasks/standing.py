"""Which drafts are no tasks after all: petitions upward, and leads that repeat what the report says later."""

from __future__ import annotations

import regex

from bienban.find.tasks.draft import Draft
from bienban.find.tasks.patterns import QUANTIFIER, WORD
from bienban.find.tasks.words import BODIES
from bienban.segment.reading import Reading

_LEVELS = {"public": 0, "commune": 1, "district": 2, "province": 3, "national": 4}
_NO_OFFICE = regex.compile(r"(?:ủy viên|đại biểu|thành viên|nguyên)\b")
_OPENING = 4  # sentences in which a lead stands
_REPEATED = 0.6  # share of a lead's words that stand in the demand that it repeats


def standing(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are tasks, in order."""
    return [
        d
        for d in drafts
        if not _is_petition(reading, d) and not _is_own(reading, d) and not _is_repeated(reading, d, drafts)
    ]


def _is_own(reading: Reading, draft: Draft) -> bool:
    """Whether a demand without a cue of its own is of the speaker's body: then it tells what that body does."""
    if draft.rule != "plain":
        return False
    bodies = [reading.low[slice(*span)] for span in draft.assignees]
    return any(body in own.lower() for body in bodies for own in (draft.speaker.name, *draft.speaker.positions))


def _is_petition(reading: Reading, draft: Draft) -> bool:
    """Whether a lower body asks a higher one, or the public an authority."""
    offices = [p.lower() for p in draft.speaker.positions if not _NO_OFFICE.match(p.lower())]
    if draft.speaker.positions:
        asking = max((level for office in offices if (level := _level(office)) is not None), default=None)
    else:
        asking = _level(draft.speaker.name.lower())
    if draft.speaker.is_person and not draft.speaker.positions and draft.rule in ("modal", "plain", "bare"):
        return True  # a person without a post has opinions
    if asking == 0:
        return True
    if asking is None or reading.low[slice(*draft.cue)] != "đề nghị" or not draft.assignees:
        return False
    asked = _head_level(reading, *draft.assignees[0])
    return asked is not None and asked > asking


def _level(name: str) -> int | None:
    """The highest level that a word of a title or body names; that of its first word where it is the public's."""
    found = [
        _LEVELS[body[1]] for w in WORD.finditer(name) if (body := BODIES.at(name, w.start(), len(name))) and body[1]
    ]
    return 0 if found and found[0] == 0 else max(found, default=None)


def _head_level(reading: Reading, start: int, end: int) -> int | None:
    quantifier = QUANTIFIER.match(reading.low, start, end)
    body = BODIES.at(reading.low, quantifier.end() if quantifier else start, end)
    return _LEVELS[body[1]] if body and body[1] else None


def _is_repeated(reading: Reading, draft: Draft, drafts: list[Draft]) -> bool:
    if reading.sentence_at(draft.start).sent_no >= _OPENING:
        return False
    said = _words(reading, draft.clauses[0].start, draft.end)
    later = (_words(reading, other.start, other.end) for other in drafts if other.start > draft.start)
    return any(len(said & words) >= _REPEATED * len(said) for words in later)


def _words(reading: Reading, start: int, end: int) -> set[str]:
    return {word.group() for word in WORD.finditer(reading.low, start, end)}
