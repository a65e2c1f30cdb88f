"""Phrases -> the bodies that they name: one by one, the same or others, leading or helping."""

from __future__ import annotations

import regex

from bienban.find.tasks.holders import spelt_out
from bienban.find.tasks.patterns import QUANTIFIER, WORD
from bienban.find.tasks.phrases import JOIN, head_end, noun_phrase
from bienban.find.tasks.subject_patterns import DEPUTY
from bienban.find.tasks.words import BODIES, PLACES, POSITIONS
from bienban.segment.reading import Span

# "các đơn vị như A, B": the bodies are named after it.
LIKE = regex.compile(r"(?:các|những) [\w ]{2,30}? (?:như|gồm|là)\s?:?\s?")
# Before those with whom a thing is to be done, also without "với": "phối hợp | các sở", "…, cùng | Công an phường …".
_WITH = regex.compile(
    r"\b(?:phối hợp|phối kết hợp|kết hợp|hiệp đồng|cùng)"
    r"(?: (?:chặt chẽ|tốt|đồng bộ|hiệu quả|thường xuyên|hơn nữa|và)){0,3} (?:với|cùng(?: với)?) "
    r"|\bphối hợp (?=các )|(?P<named>\bphối hợp )(?=\w)"
    r"|\bchủ trì,? cùng(?: với)? |(?<=[,;] |\b(?:đồng thời|để|và) )cùng "
)
# Before the one who helps the one who leads: "Công an tỉnh chủ trì, | Sở Y tế phối hợp kiểm tra".
_LEADS = regex.compile(r"\bchủ trì,\s")
_BESIDE = regex.compile(r"\.?\s?cùng(?: với)? (?!cấp\b)")
# What is proposed to others to do together is no coordination of one's own.
_PROPOSED = regex.compile(r"\b(?:đề xuất|kiến nghị) [^,;.]{0,120}$")
# What a place may be called after it has been named ("Hà Giang cần … Tỉnh cũng cần …").
_PLACES = {"tỉnh": "province", "thành phố": "province", "huyện": "district", "quận": "district", "thị xã": "district"}
_PERSON = regex.compile(r"(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à) \p{Lu}")
# Who heads many bodies is one beside other heads: "giám đốc các sở, | chủ tịch UBND các huyện".
_HEAD = regex.compile(r"(?:thủ trưởng|người đứng đầu|giám đốc|chủ tịch|bí thư) [\w ]*\b(?:các|cấp|từng|mỗi)\b")
_LONG = 2  # blanks in a head that says by itself which body is meant


def bodies(norm: str, low: str, start: int, end: int) -> list[Span]:
    """The bodies that a phrase names, one by one; what stands under one quantifier stays whole."""
    like = LIKE.match(low, start, end)
    if like and noun_phrase(norm, low, like.end(), end):
        start = like.end()
    found, first = [], start
    for join in JOIN.finditer(low, start, end):
        head = BODIES.at(low, first, end)
        inside = head is not None and join.start() < head[0]  # "Văn phòng Đoàn ĐBQH và HĐND"
        if not join.group().strip() or first >= join.start() or inside or _is_title(norm, low, first, join, end):
            continue
        singled = ("là" in join.group() or "cùng" in join.group()) and head_end(norm, low, join.end(), end) is not None
        if singled or _is_own(norm, low, first, join.start(), join.end(), end):
            found.append(Span(first, join.start()))
            first = join.end()
            if join.group().lstrip().startswith("cùng"):
                return found  # whoever follows is to help
    return [*found, Span(first, end)]


def same_bodies(low: str, ones: list[Span], others: list[Span]) -> bool:
    """Whether two lists name the same, one by one: one's words begin the other's ("các xã", "các xã vùng cao")."""
    return len(ones) == len(others) and all(
        _is_same(low[slice(*a)], low[slice(*b)]) for a, b in zip(ones, others, strict=True)
    )


def governs(low: str, ones: list[Span], others: list[Span]) -> bool:
    """Whether the others are the places of the ones: "UBND huyện …; huyện …"."""
    named, places = ([" ".join(spelt_out(low[slice(*body)])) for body in bodies] for bodies in (ones, others))
    return bool(places) and named == [f"ủy ban nhân dân {place}" for place in places]


def coordinators(norm: str, low: str, start: int, end: int) -> list[Span]:
    """Those with whom a thing is to be done ("phối hợp với …"). A general noun alone ("cấp ủy") names nobody."""
    found: list[Span] = []
    for leads in _LEADS.finditer(low, start, end):
        stop = noun_phrase(norm, low, leads.end(), end)
        if stop and low.startswith(" phối hợp", stop):
            found += bodies(norm, low, leads.end(), stop)
    for match in _WITH.finditer(low, start, end):
        if match["named"] and BODIES.at(low, match.end(), end) is None:
            continue
        stop = noun_phrase(norm, low, match.end(), end)
        if (
            stop
            and not _PROPOSED.search(low, start, match.start())
            and " " in low[match.end() : stop].replace("cấp ủy", "")
        ):
            found += bodies(norm, low, match.end(), stop)
    return found


def helpers(norm: str, low: str, start: int, end: int) -> list[Span]:
    """Those who stand beside the assignees ("Sở Y tế cùng các huyện …"), between them and what is to be done."""
    match = _BESIDE.match(low, start, end)
    stop = noun_phrase(norm, low, match.end(), end) if match else None
    return bodies(norm, low, match.end(), stop) if match and stop else []


def _is_title(norm: str, low: str, first: int, join: regex.Match[str], end: int) -> bool:
    """Whether a title follows the person whom it is of ("đồng chí Nguyễn Văn A - Phó Chủ tịch xã")."""
    person = join.group().strip() in ("-", ",") and _PERSON.match(norm, first, join.start())
    deputy = DEPUTY.match(low, join.end(), end)
    return bool(person) and POSITIONS.at(low, (deputy or join).end(), end) is not None


def _is_same(one: str, other: str) -> bool:
    one, other = (" ".join(spelt_out(body)) for body in (one, other))
    first, second = (QUANTIFIER.sub("", body, count=1) for body in (one, other))
    shorter, longer = sorted((first, second), key=len)
    alike = (one == first) == (other == second)  # "Sở Y tế" is not "các sở"
    place = PLACES.at(longer, 0, len(longer))
    named = place and place[0] == len(longer) and place[1].startswith(_PLACES.get(shorter, " "))
    narrowed = alike and longer.startswith(shorter) and not longer.startswith((",", " và ", " ngành"), len(shorter))
    return first == second or bool(named) or narrowed


def _is_own(norm: str, low: str, first: int, stop: int, start: int, end: int) -> bool:
    """Whether what begins at `start` is a body of its own beside the one at `first:stop`."""
    if low.startswith("chính quyền", start) and "cấp ủy" in low[first:stop]:
        return False  # of every level, the one with the other
    if _HEAD.match(low, start, end) and not QUANTIFIER.match(low, first, stop):
        return True
    if quantifier := QUANTIFIER.match(low, start, end):
        return BODIES.at(low, quantifier.end(), end) is not None
    head = BODIES.at(low, start, end)
    if head is None:
        return False
    modified = head[0] < end and low[head[0]] == " " and not JOIN.match(low, head[0], end)
    if not modified and low.count(" ", start, head[0]) < _LONG:
        return False
    return norm[start].isupper() or (low.count(" ", first, stop) >= _LONG and not _is_quantified(low, first, stop))


def _is_quantified(low: str, start: int, stop: int) -> bool:
    return any(QUANTIFIER.match(low, word.start(), stop) for word in WORD.finditer(low, start, stop))
