"""Which drafts are no tasks after all: petitions upward, and leads that repeat what the report says later."""

from __future__ import annotations

import regex

from bienban import lexicon
from bienban.find.tasks.draft import Draft
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.patterns import QUANTIFIER, WORD
from bienban.find.tasks.ranks import (
    ABROAD,
    GROUP,
    HAMLET,
    NATIONAL,
    PUBLIC,
    asked_level,
    head_level,
    is_member,
    level_of,
)
from bienban.find.tasks.words import PLACES, POSITIONS
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import BYLINE

_CALLINGS = [form for form, kind in lexicon.mapping("honorifics", "kind").items() if kind == "calling"]
_DELEGATE = regex.compile(
    r"(?:đại biểu|đbqh|đb|nguyên|cựu|chuyên gia|gi(?:áo|ảng) viên|học sinh|sinh viên|phụ huynh)\b"
    rf"|(?:{'|'.join(_CALLINGS)})$"
)
# Bodies that speak as delegates.
_MANY = regex.compile(
    r"(?!(?:các |những )?thành viên (?:của )?(?:đoàn|tổ công tác))(?:cũng )?"
    r"(?:có|ý kiến|đa số|phần lớn|các|những|nhiều|một số|đại diện|đại biểu|lãnh đạo (?:các|một số|nhiều))\b"
)
# How those who have no say over others tell what they think.
_OPINES = regex.compile(r"(?:\b(?:cho rằng|nói|chia sẻ|bày tỏ|bộc bạch|tâm sự|cho biết|kể)\b|^theo )")
_HEAD = regex.compile(r"(?:chủ tịch(?: hđqt| hđtv| hội đồng \w+)?|(?:tổng )?giám đốc|bí thư đảng ủy|hiệu trưởng)")
_ANYBODY = regex.compile(r"người (?!đứng đầu|dân\b|phát ngôn)")
_AFTER_COUNTRY = regex.compile(r"$|,| (?:tại|ở|kiêm|và|-)\b")
_OPENING = 4  # sentences in which a lead stands
_REPEATED = 0.7  # share of a lead's words that stand in the demand that it repeats
_SAME = 0.95  # the same share for a demand told twice
_SIGNED = 3  # sentences after a byline in which captions stand
_FEW = 6  # words of a demand so short that all of them must stand there
_RETOLD = 0.4  # the same share for a caption, which says it in words of its own


def standing(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are tasks, in order."""
    top = max((level_of(d.speaker) or 0 for d in drafts), default=0)
    asked: list[Draft] = []
    refused: list[Span] = []  # the cues of what is asked in vain: whoever shares one is told of, not asked
    for draft in drafts:
        if draft.cue in refused or _is_petition(reading, draft) or _is_from_below(reading, draft, top):
            refused.append(draft.cue)
        elif not _is_own(reading, draft):
            asked.append(draft)
    told: list[Draft] = []
    beside = [_is_beside(reading, draft) for draft in asked]
    for number, draft in enumerate(asked):
        following = zip(asked[number + 1 :], beside[number + 1 :], strict=True)
        if not _is_repeated(reading, draft, beside[number], told, [later for later, aside in following if not aside]):
            told.append(draft)
    return told


def _is_from_below(reading: Reading, draft: Draft, top: int) -> bool:
    """Whether somebody of a lower level than another speaker says what is to be done, and names nobody to do it."""
    if draft.rule == "order" and reading.low[slice(*draft.cue)] == "yêu cầu":
        return False
    level = level_of(draft.speaker)
    return level is not None and level < top and not draft.assignees and draft.parent is None


def _is_own(reading: Reading, draft: Draft) -> bool:
    """Whether a body asks itself, or a demand without a cue of its own is of the speaker's: it tells what that does."""
    bodies = [reading.low[slice(*span)] for span in draft.assignees]
    if not draft.speaker.is_person and draft.speaker.name.lower().removeprefix("ubnd ") in [
        body.removeprefix("ubnd ") for body in bodies
    ]:
        return True
    if draft.rule != "plain":
        return False
    if draft.heir_of:
        return draft.speaker.name.lower() in bodies
    owns = [own.lower() for own in (draft.speaker.name, *draft.speaker.positions)]
    return bool(bodies) and all(any(body in own for own in owns) for body in bodies)


def _is_petition(reading: Reading, draft: Draft) -> bool:
    """Whether a lower body asks a higher one, or somebody without a say over others tells what he thinks."""
    if any(_is_abroad(reading, *body) for body in draft.assignees):
        return True
    speaker, asking = draft.speaker, level_of(draft.speaker)
    cue, said = reading.low[slice(*draft.cue)], reading.low[reading.sentence_at(draft.start).start : draft.cue.start]
    if cue == "đề nghị" and _is_citizen(reading, speaker):
        asking = HAMLET
    powerless = asking is not None and asking <= GROUP
    if speaker.is_person:
        posts = [post.lower() for post in speaker.positions]
        if (posts and all(_DELEGATE.match(post) for post in posts)) or any(_is_foreign(post) for post in posts):
            return True
        if is_member(speaker) and draft.rule in ("modal", "plain", "bare"):
            return True
    elif asking == PUBLIC or _MANY.match(speaker.name.lower()):
        return True
    if draft.rule == "modal" and ((powerless and _OPINES.search(said)) or _is_maxim(reading, draft)):
        return True
    if not draft.assignees or not (powerless or cue == "đề nghị" or draft.rule == "modal"):
        return False
    if _heads(speaker, reading.low[slice(*draft.assignees[0])]):
        return False
    asked = asked_level(reading, *draft.assignees[0], speaker)
    if asking is None:
        asking = NATIONAL  # who is asked then is asked by somebody lower only at the top
    one = powerless and not QUANTIFIER.match(reading.low, *draft.assignees[0])  # "đề nghị ngân hàng": an equal
    return asked is not None and (asked > asking or (one and asked == asking))


def _heads(speaker: Speaker, body: str) -> bool:
    """Whether somebody heads a body: "Chủ tịch HĐQT Công ty …" asks his company."""
    return any(
        post.lower().endswith(f" {body}") and _HEAD.fullmatch(post.lower(), 0, len(post) - len(body) - 1)
        for post in speaker.positions
    )


def _is_citizen(reading: Reading, speaker: Speaker) -> bool:
    """Whether an article names somebody without any post, and not as a comrade."""
    return speaker.is_person and not speaker.positions and f"đồng chí {speaker.name.lower()}" not in reading.low


def _is_maxim(reading: Reading, draft: Draft) -> bool:
    """Whether a demand that shares no other's topic is of nobody in particular: "người cán bộ phải …"."""
    return (
        draft.heir_of is None
        and bool(draft.assignees)
        and _ANYBODY.match(reading.low, draft.assignees[0].start) is not None
    )


def _is_foreign(post: str) -> bool:
    """Whether a post is of another country ("Thủ tướng Nhật Bản")."""
    office = POSITIONS.at(post, 0, len(post))
    place = PLACES.at(post, office[0] + 1, len(post)) if office else None
    whole = place and _AFTER_COUNTRY.match(post, place[0])  # "Trưởng ban Pháp | chế" is none
    return bool(place and whole and place[1] == "abroad" and not post.endswith("việt nam"))


def _is_abroad(reading: Reading, start: int, end: int) -> bool:
    place = PLACES.at(reading.low, start, end)
    return (place is not None and place[1] == "abroad") or (head_level(reading, start, end) or 0) >= ABROAD


def _is_beside(reading: Reading, draft: Draft) -> bool:
    """Whether a demand stands beside the report: in a caption, or below the author's name, where leads may stand."""
    sentence = reading.sentence_at(draft.start)
    if draft.rule == "caption" or reading.low.startswith(" ảnh:", sentence.end):
        return True
    before = reading.sentences[max(_OPENING, sentence.sent_no - _SIGNED) : max(_OPENING, sentence.sent_no)]
    return any(s.role == BYLINE for s in before)


def _is_repeated(reading: Reading, draft: Draft, beside: bool, earlier: list[Draft], later: list[Draft]) -> bool:
    """Whether a demand repeats another: one beside the report in words of its own, a lead in nearly the same."""
    if beside:
        return _is_said(reading, draft, earlier + later, _RETOLD)
    sentence = reading.sentence_at(draft.start)
    leads = sentence.sent_no < _OPENING or reading.low[sentence.end - 1].isalnum()  # a caption has no full stop
    same = _REPEATED if sentence is reading.sentences[-1] else _SAME
    return (leads and _is_said(reading, draft, later, _REPEATED)) or _is_said(reading, draft, earlier, same)


def _is_said(reading: Reading, draft: Draft, others: list[Draft], least: float) -> bool:
    said = _words(reading, draft.clauses[0].start, draft.end)
    least = 1.0 if len(said) < _FEW else least
    return any(len(said & _words(reading, other.start, other.end)) >= least * len(said) for other in others)


def _words(reading: Reading, start: int, end: int) -> set[str]:
    return {word.group() for word in WORD.finditer(reading.low, start, end)}
