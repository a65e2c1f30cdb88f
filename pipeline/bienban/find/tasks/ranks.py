"""Where somebody stands: the level of a body, of those whom a phrase names, of one who speaks."""

from __future__ import annotations

from functools import lru_cache

import regex

from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.patterns import QUANTIFIER, WORD
from bienban.find.tasks.words import BODIES
from bienban.segment.reading import Reading

# From below to above; nobody up to GROUP has a say over any body of the state.
_NAMES = (
    "public hamlet unit business group authority commune district department province national state abroad above"
).split()
_LEVELS = {name: level for level, name in enumerate(_NAMES)}
PUBLIC, HAMLET, GROUP, AUTHORITY, COMMUNE = (_LEVELS[name] for name in "public hamlet group authority commune".split())
DEPARTMENT, PROVINCE, NATIONAL, ABROAD = (_LEVELS[name] for name in "department province national abroad".split())
# A membership is no office, unless it is of a body that rules.
_MEMBER = regex.compile(r"(?:ủy viên|đại biểu|thành viên|nguyên)\b")
_OF_COMMITTEE = regex.compile(r"\w+ ủy viên(?: dự khuyết)?$")
_RULING = regex.compile(r"ủy viên (?:bộ chính trị|ban bí thư|trung ương đảng|(?:ban |btv )?thường vụ|btv)\b")
# Offices that are of a province at most.
_OF_OFFICE = regex.compile(r"(?:phó )?(?:giám đốc|hiệu trưởng)\b")
_OF_CITY = regex.compile(r"\b(?:thành phố|tp|thành ủy)\b")
# A body that serves another of the same level, and those that it serves, which stand above it.
_SERVES = regex.compile(r"\b(?:phòng|chi cục|trung tâm|ban quản lý|bệnh viện|trường|công ty)\b")
_RULES = regex.compile(
    r"(?:thường trực |ban thường vụ |lãnh đạo )?(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|\w+ ủy|tỉnh|huyện)\b"
)


def is_member(speaker: Speaker) -> bool:
    """Whether a person is named as a member, delegate or former officer only, or not by any post."""
    posts = [post.lower() for post in speaker.positions]
    return all(_MEMBER.match(post) and not _RULING.match(post) for post in posts)


@lru_cache(256)
def level_of(speaker: Speaker) -> int | None:
    """The level of a person's highest office, of a body its own; None where nothing tells it."""
    if not speaker.is_person:
        return _own_level(speaker.name.lower())
    posts = [post.lower() for post in speaker.positions]
    posts = [post for post in posts if not (_MEMBER.match(post) or _OF_COMMITTEE.match(post))]
    levels = [level for level in map(_own_level, posts) if level]
    if not levels and any(_OF_OFFICE.match(post) for post in posts):
        return PROVINCE
    return max(levels, default=None)


def head_level(reading: Reading, start: int, end: int) -> int | None:
    """The level of the body that a phrase begins with: its head's, or that of the place after it ("UBND tỉnh")."""
    body = _body_at(reading.low, start, end)
    if body and reading.low.startswith(" chi nhánh", body[0]):
        return PROVINCE  # "Ngân hàng Nhà nước | chi nhánh tỉnh"
    if body is None or (body[1] or AUTHORITY) != AUTHORITY:
        return body and body[1]
    place = _body_at(reading.low, body[0] + 1, end)
    return place[1] if place and place[1] and COMMUNE <= place[1] < ABROAD else body[1]


def asked_level(reading: Reading, start: int, end: int, speaker: Speaker) -> int | None:
    """The level of those who are asked, as the one who asks them sees it."""
    name = reading.low[start:end]
    own = (" ".join(speaker.positions) or speaker.name).lower()
    if _RULES.match(name) and (_SERVES.search(own) or (_OF_CITY.search(own) and "tỉnh" in name and "tỉnh" not in own)):
        return (_own_level(name) or 0) + 1  # above the offices of its level, and above a city of its own
    return head_level(reading, start, end)


def _body_at(low: str, start: int, end: int) -> tuple[int, int | None] | None:
    """Where the body that begins at a position ends, and its level."""
    quantifier = QUANTIFIER.match(low, start, end)
    body = BODIES.at(low, quantifier.end() if quantifier else start, end)
    return (body[0], _LEVELS[body[1]] if body[1] else None) if body else None


def _own_level(name: str) -> int | None:
    """The level of a title or body: its first if that has no say over others, else the highest that it names."""
    levels, at = [], 0
    while word := WORD.search(name, at):
        body = BODIES.at(name, word.start(), len(name))
        at = body[0] if body else word.end()
        if body and body[1]:
            levels.append(_LEVELS[body[1]])
    return levels[0] if levels and (levels[0] <= GROUP or levels[0] == DEPARTMENT) else max(levels, default=None)
