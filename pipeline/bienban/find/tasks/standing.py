"""Which drafts are no tasks after all: petitions upward, and leads that repeat what the report says later."""

from __future__ import annotations

import regex

from bienban import lexicon
from bienban.find.tasks.draft import Draft
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.patterns import QUANTIFIER, WORD
from bienban.find.tasks.subjects import POSITIONS
from bienban.find.tasks.words import BODIES, PLACES
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import BYLINE

_LEVELS = {
    "public": 0,
    "business": 1,
    "commune": 2,
    "district": 3,
    "province": 4,
    "national": 5,
    "state": 6,
    "abroad": 7,
    "above": 8,
}
_CALLINGS = [form for form, kind in lexicon.mapping("honorifics", "kind").items() if kind == "calling"]
_DELEGATE = regex.compile(
    r"(?:đại biểu|đbqh|đb|nguyên|cựu|chuyên gia|gi(?:áo|ảng) viên|học sinh|sinh viên|phụ huynh)\b"
    rf"|(?:{'|'.join(_CALLINGS)})$"
)
# Bodies that speak as delegates.
_MANY = regex.compile(
    r"(?:cũng )?(?:có|ý kiến|đa số|phần lớn|các|những|nhiều|một số|đại diện|đại biểu|lãnh đạo (?:các|một số|nhiều))\b"
)
_MEMBER = regex.compile(r"(?:ủy viên|đại biểu|thành viên|nguyên)\b")
_RULING = regex.compile(r"ủy viên (?:bộ chính trị|ban bí thư|trung ương đảng)")
# A body that serves another of the same level, and those that it serves: what it asks of them is a petition.
_SERVES = regex.compile(r"\b(?:sở|phòng|chi cục|trung tâm|ban quản lý|bệnh viện|trường|công ty)\b")
_RULES = regex.compile(r"(?:thường trực |ban thường vụ )?(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|\w+ ủy)\b")
_OPENING = 4  # sentences in which a lead stands
_REPEATED = 0.7  # share of a lead's words that stand in the demand that it repeats
_SAME = 0.95  # the same share for a demand told twice
_SIGNED = 3  # sentences after a byline in which captions stand
_RETOLD = 0.4  # the same share for a caption, which says it in words of its own


def standing(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are tasks, in order."""
    top = max((_standing(d.speaker) or 0 for d in drafts), default=0)
    asked: list[Draft] = []
    refused: list[Span] = []  # the cues of what is asked in vain: whoever shares one is told of, not asked
    for draft in drafts:
        if draft.cue in refused or _is_petition(reading, draft) or _is_from_below(draft, top):
            refused.append(draft.cue)
        elif not _is_own(reading, draft):
            asked.append(draft)
    told: list[Draft] = []
    for number, draft in enumerate(asked):
        if not _is_lead(reading, draft, asked[number + 1 :]) and not _is_retold(reading, draft, told):
            told.append(draft)
    return told


def _standing(speaker: Speaker) -> int | None:
    """The level of a person's highest office, of a body its own; None where nothing tells it."""
    if not speaker.is_person:
        return _first_level(speaker.name.lower())
    levels = [_level(post.lower()) for post in speaker.positions if not _MEMBER.match(post.lower())]
    return max((level for level in levels if level), default=None)


def _is_from_below(draft: Draft, top: int) -> bool:
    """Whether somebody of a lower level than another speaker says what is to be done, and names nobody to do it."""
    level = _standing(draft.speaker)
    return level is not None and level < top and not draft.assignees and draft.parent is None


def _is_own(reading: Reading, draft: Draft) -> bool:
    """Whether a demand without a cue of its own is of the speaker's body: then it tells what that body does."""
    if draft.rule != "plain":
        return False
    bodies = [reading.low[slice(*span)] for span in draft.assignees]
    if draft.heir_of:
        return draft.speaker.name.lower() in bodies
    owns = [own.lower() for own in (draft.speaker.name, *draft.speaker.positions)]
    return bool(bodies) and all(any(body in own for own in owns) for body in bodies)


def _is_petition(reading: Reading, draft: Draft) -> bool:
    """Whether a lower body asks a higher one, or somebody without office says what he thinks."""
    if any(_is_abroad(reading, *body) for body in draft.assignees):
        return True
    speaker = draft.speaker
    if speaker.is_person:
        posts = [post.lower() for post in speaker.positions]
        if (posts and all(_DELEGATE.match(post) for post in posts)) or any(_is_foreign(post) for post in posts):
            return True
        lowly = all(_MEMBER.match(post) and not _RULING.match(post) for post in posts)
        if lowly and draft.rule in ("modal", "plain", "bare"):
            return True
    elif _standing(speaker) == 0 or _MANY.match(speaker.name.lower()):
        return True
    asking = _standing(speaker)
    if asking is None:
        asking = _LEVELS["national"]  # who is asked then is asked by somebody lower only at the top
    asks = reading.low[slice(*draft.cue)] == "đề nghị" or draft.rule == "modal"
    if not asks or not draft.assignees:
        return False
    asked = _head_level(reading, *draft.assignees[0])
    name = reading.low[slice(*draft.assignees[0])]
    if _RULES.match(name) and _SERVES.search((" ".join(speaker.positions) or speaker.name).lower()):
        asked = (_level(name) or 0) + 1  # above the offices of its level
    return asked is not None and asked > asking


def _level(name: str) -> int | None:
    """The highest level that a word of a title or body names."""
    return max(_levels(name), default=None)


def _first_level(name: str) -> int | None:
    """The level of a body: the public's if it begins so, else the highest that it names."""
    levels = _levels(name)
    return 0 if levels[:1] == [0] else max(levels, default=None)


def _levels(name: str) -> list[int]:
    found, at = [], 0
    while word := WORD.search(name, at):
        body = BODIES.at(name, word.start(), len(name))
        at = body[0] if body else word.end()
        if body and body[1]:
            found.append(_LEVELS[body[1]])
    return found


def _head_level(reading: Reading, start: int, end: int) -> int | None:
    quantifier = QUANTIFIER.match(reading.low, start, end)
    body = BODIES.at(reading.low, quantifier.end() if quantifier else start, end)
    return _LEVELS[body[1]] if body and body[1] else None


def _is_foreign(post: str) -> bool:
    """Whether a post is of another country ("Thủ tướng Nhật Bản")."""
    office = POSITIONS.at(post, 0, len(post))
    place = PLACES.at(post, office[0] + 1, len(post)) if office else None
    return place is not None and place[1] == "abroad" and not post.endswith("việt nam")


def _is_abroad(reading: Reading, start: int, end: int) -> bool:
    place = PLACES.at(reading.low, start, end)
    return (place is not None and place[1] == "abroad") or (_head_level(reading, start, end) or 0) >= _LEVELS["abroad"]


def _is_lead(reading: Reading, draft: Draft, later: list[Draft]) -> bool:
    """Whether a demand stands in the article's lead, or a caption run into it, and a later one says the same."""
    sentence = reading.sentence_at(draft.start)
    leads = sentence.sent_no < _OPENING or reading.low.startswith(" ảnh:", sentence.end)
    if draft.rule == "caption":
        return _is_said(reading, draft, later, _RETOLD)
    return leads and _is_said(reading, draft, later, _REPEATED)


def _is_retold(reading: Reading, draft: Draft, earlier: list[Draft]) -> bool:
    """Whether a demand repeats an earlier one: word for word, or as a caption under the author's name."""
    number = reading.sentence_at(draft.start).sent_no
    signed = any(s.role == BYLINE for s in reading.sentences[max(_OPENING, number - _SIGNED) : max(_OPENING, number)])
    return _is_said(reading, draft, earlier, _RETOLD if signed or draft.rule == "caption" else _SAME)


def _is_said(reading: Reading, draft: Draft, others: list[Draft], least: float) -> bool:
    said = _words(reading, draft.clauses[0].start, draft.end)
    return any(len(said & _words(reading, other.start, other.end)) >= least * len(said) for other in others)


def _words(reading: Reading, start: int, end: int) -> set[str]:
    return {word.group() for word in WORD.finditer(reading.low, start, end)}
