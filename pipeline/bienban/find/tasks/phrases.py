"""Noun phrases that name those who are to do a task: where they end, and how they fall into bodies."""

from __future__ import annotations

import regex

from bienban.find.tasks.patterns import QUANTIFIER, WORD
from bienban.find.tasks.words import ADVERBS, BODIES, CUES, MODIFIED, REPORTS, VERBS, predicate_at
from bienban.segment.reading import Span

_JOIN = regex.compile(
    r"\s?(?:,|;|-(?= )|\bvà\b|\bcùng(?: với)?\b|\bvới\b|\bcũng như\b|\bhoặc\b)\s?(?:(?:và|nhất là|đặc biệt là|trước hết là|trong đó có|cùng|cả)\b\s?)?"
)
_ENDS = regex.compile(
    r"(?:đã|đang|sẽ|từng|theo(?! dõi)|căn cứ|để|nhằm|khi|nếu|về|vì|từ|trước|sau|(?<!nước )ngoài(?! nước)|thông qua|trên cơ sở|với|cùng|là|cũng|còn|vẫn|rất|được (?:giao|yêu cầu|đề nghị|phân công)|mà|thì|rằng|như|không|chưa|tới|bằng|qua"
    r"|do đó|vì vậy|bên cạnh|ngay|hết|trong (?:thời gian|quá trình|năm|tháng|quý|công tác|việc|tổ chức)|nên|nói chung|nói riêng)\b"
)
_PERSON = regex.compile(r"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị) (?=\p{Lu}\p{Ll})\p{L}+")
_MODIFIER = regex.compile(
    r" (?:\p{Lu}[\w.&-]*|liên quan|có liên quan|chức năng|trực thuộc|địa phương|nghiệp vụ|chuyên môn|các cấp|cơ sở|cấp (?:tỉnh|huyện|xã|trên)"
    r"|(?:trong|trên|toàn) (?:toàn )?(?:tỉnh|huyện|xã|thành phố|ngành|địa bàn|cả nước)(?: (?:tỉnh|huyện|xã|thành phố))?|tỉnh|huyện|xã|thành phố)(?!\w)"
)
_OWN_VERBS = ("có", "là", "làm", "đưa", "lập", "giao")  # never the second syllable of a name
_AFTER_NOUN = regex.compile(r"(?:được|bị|có|các|những|của|theo|trong|ban)\s$")
# "các đơn vị như A, B": the bodies are named after it.
LIKE = regex.compile(r"(?:các|những) [\w ]{2,30}? (?:như|gồm|là)\s?:?\s?")


def noun_phrase(norm: str, low: str, start: int, end: int) -> int | None:
    """Where the phrase that names bodies or people from `start` on ends; None where none begins."""
    at = _head_end(norm, low, start, end)
    if at is None:
        return None
    # Whether a general noun stood last: a verb after it may be its modifier ("cơ quan | quản lý nhà nước").
    bare = _is_modified(low, start, at) and (norm[_word_start(low, at)].islower() or _opens_sentence(norm, start))
    while word := WORD.search(low, at, end):
        gap = norm[at : word.start()]
        joined = _JOIN.match(low, at, end)
        if joined and joined.end() > joined.start() and joined.group().strip():
            head = _head_end(norm, low, joined.end(), end)
            inside = norm[joined.end() : joined.end() + 1].isupper() and _in_name(norm, low, at)
            if head is None and not inside:
                return at
            if head is None:
                word = WORD.match(low, joined.end(), end)
                head = word.end() if word else at
            if head <= at:
                return at
            at, bare = head, _is_modified(low, joined.end(), head)
            continue
        compound = VERBS.longest(low, word.start(), end)
        if compound and compound[1] == "none" and not gap.strip():
            at, bare = compound[0], False
            continue
        cue = CUES.longest(low, word.start(), end, norm)
        if cue and cue[1] == "none" and not gap.strip() and not VERBS.at(low, word.start(), end):
            at, bare = cue[0], False
            continue
        if norm[word.start()].isupper():
            cue = None
        if gap.strip() or _ENDS.match(low, word.start(), end) or (cue and cue[1] in ("order", "modal")):
            return at
        if norm[word.start()].islower() and not _AFTER_NOUN.search(low, max(start, at - 12), word.start()):
            predicate = predicate_at(norm, low, word.start(), end)
            named = norm[_word_start(low, at)].isupper() and predicate and predicate.verb.end == word.end()
            if named and word.group() not in _OWN_VERBS:
                predicate = None  # a syllable of a name: "Khoa | học", "Xuất | nhập khẩu"
            if ADVERBS.at(low, word.start(), end):
                return at
            if predicate and (predicate.role not in ("modifier", "") or not bare):
                return at
            report = REPORTS.at(low, word.start(), end)
            if report and report[1] == "speaker" and not bare:
                return at
            bare = bare and bool(predicate)
            if bare and predicate and predicate.verb.start == word.start():
                at = predicate.verb.end
                continue
        head = BODIES.at(low, word.start(), end)
        if head and norm[word.start()].islower():
            bare = _is_modified(low, word.start(), head[0]) and not norm[_word_start(low, at)].isupper()
        else:
            bare = bare and norm[word.start()].islower()
        at = head[0] if head else word.end()
    return at


def short_phrase(norm: str, low: str, start: int, end: int) -> int:
    """The least that a phrase of bodies can be: its head with the capitals and the common modifiers after it."""
    at = _head_end(norm, low, start, end) or start
    while True:
        joined = _JOIN.match(low, at, end)
        head = _head_end(norm, low, joined.end(), end) if joined and joined.group().strip() else None
        modifier = _MODIFIER.match(norm, at, end)
        if head is None and modifier is None:
            return at
        at = head or (modifier.end() if modifier else at)


def bodies(norm: str, low: str, start: int, end: int) -> list[Span]:
    """The bodies that a phrase names, one by one; what stands under one quantifier stays whole."""
    like = LIKE.match(low, start, end)
    if like and noun_phrase(norm, low, like.end(), end):
        start = like.end()
    found, first = [], start
    for join in _JOIN.finditer(low, start, end):
        if join.group().strip() and first < join.start() and _is_own(norm, low, first, join.start(), join.end(), end):
            found.append(Span(first, join.start()))
            first = join.end()
            if join.group().lstrip().startswith("cùng"):
                return found  # whoever follows is to help
    return [*found, Span(first, end)]


def same_bodies(low: str, ones: list[Span], others: list[Span]) -> bool:
    """Whether two lists name the same: the words of the one are among those of the other ("các cơ sở", "các cơ sở đóng tàu")."""
    first, second = (
        {w.group() for span in spans for w in WORD.finditer(low, *span)} - {"các", "những", "mỗi", "từng"}
        for spans in (ones, others)
    )
    return len(ones) == len(others) and bool(first and second) and (first <= second or second <= first)


def _head_end(norm: str, low: str, start: int, end: int) -> int | None:
    quantifier = QUANTIFIER.match(low, start, end)
    at = quantifier.end() if quantifier else start
    if head := BODIES.at(low, at, end):
        return head[0]
    if person := _PERSON.match(norm, at, end):
        return person.end()
    word = WORD.match(low, at, end)
    # A name that is not in the list, a place or an organisation; at the beginning of a sentence any word has a capital.
    if word and norm[at].isupper() and not _opens_sentence(norm, at):
        return None if predicate_at(norm, low, at, end) else word.end()
    return None


def _in_name(norm: str, low: str, end: int) -> bool:
    """Whether the last word is of a name: one of its two last syllables has a capital ("Khoa học", "Y tế")."""
    last = _word_start(low, end)
    return norm[last].isupper() or norm[_word_start(low, max(0, last - 1))].isupper()


def _is_modified(low: str, start: int, end: int) -> bool:
    quantifier = QUANTIFIER.match(low, start, end)
    found = MODIFIED.at(low, quantifier.end() if quantifier else start, end)
    return found is not None and found[0] == end and found[1] == "yes"


def _opens_sentence(norm: str, at: int) -> bool:
    return norm[max(0, at - 3) : at].strip(' “"')[-1:] in ("", ".", "!", "?", "…", ":", "\n") or at == 0


def _word_start(low: str, end: int) -> int:
    start = end
    while start and (low[start - 1].isalnum() or low[start - 1] in "&./"):
        start -= 1
    return min(start, len(low) - 1)


def _is_own(norm: str, low: str, first: int, stop: int, start: int, end: int) -> bool:
    """Whether what begins at `start` is a body of its own beside the one at `first:stop`."""
    if quantifier := QUANTIFIER.match(low, start, end):
        return BODIES.at(low, quantifier.end(), end) is not None
    head = BODIES.at(low, start, end)
    if head is None:
        return False
    modified = head[0] < end and low[head[0]] == " " and not _JOIN.match(low, head[0], end)
    modified = modified or low.count(" ", start, head[0]) >= 2
    if norm[start].isupper():
        return modified
    return modified and not _quantified(low, first, stop) and low.count(" ", first, stop) >= 2


def _quantified(low: str, start: int, stop: int) -> bool:
    return any(QUANTIFIER.match(low, word.start(), stop) for word in WORD.finditer(low, start, stop))


_WITH = regex.compile(
    r"\b(?:phối hợp|phối kết hợp|kết hợp|cùng)(?: (?:chặt chẽ|tốt|đồng bộ|hiệu quả|thường xuyên|hơn nữa|và)){0,3} (?:với|cùng(?: với)?) "
)
_BESIDE = regex.compile(r"\s?cùng(?: với)? ")
_PROPOSED = regex.compile(r"\b(?:đề xuất|kiến nghị) [^,;.]{0,120}$")


def coordinators(norm: str, low: str, start: int, end: int) -> list[Span]:
    """Those with whom a thing is to be done ("phối hợp với …"). A head alone without quantifier ("cấp ủy") names nobody."""
    found: list[Span] = []
    for match in _WITH.finditer(low, start, end):
        stop = noun_phrase(norm, low, match.end(), end)
        if (
            stop
            and not _PROPOSED.search(low, start, match.start())
            and " " in norm[match.end() : stop].replace("cấp ủy", "")
        ):
            found += bodies(norm, low, match.end(), stop)
    return found


def helpers(norm: str, low: str, start: int, end: int) -> list[Span]:
    """Those who stand beside the assignees ("Sở Y tế cùng các huyện …") at `start:end`, between them and what is to be done."""
    match = _BESIDE.match(low, start, end)
    stop = noun_phrase(norm, low, match.end(), end) if match else None
    return bodies(norm, low, match.end(), stop) if match and stop else []
