"""Normal form -> paragraphs with their roles, and sentences.

A sentence ends at `.`, `!`, `?` or `…` before a capital, a digit or an opening quotation mark, not after an
abbreviation, an initial or a list number, nor where a topic trails off. Paragraphs run together into one line are the
rule in aggregated news: a photo credit ends at its agency or photographer, a heading or a caption before the words that
open a sentence; a caption inside a paragraph is a sentence of its own, with the role of one. What is longer than any
sentence is read in parts.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

import regex

from bienban import lexicon
from bienban.segment.stretches import parts, strip

TITLE, CAPTION, HEADING, BYLINE, BODY = "title", "caption", "heading", "byline", "body"

_PARAGRAPH = regex.compile(r"[^\n]+")
_STOP = regex.compile(
    r"[.!?…]+(?:[\"”’»)\]]*(?=\s+[\"“‘«(\[]*[\p{Lu}\d•*+-])"
    r"|(?<=(?:\p{Ll}{2}|[\d”\"»)])[.!?…]+)[”»]?(?=\p{Lu}\p{Ll}+ ))"  # "… thi hành.Theo đó, …"
)
_LIST_NUMBER = regex.compile(r"\s*[\"“(]?(?:\d{1,2}|[IVX]{1,4}|\p{L})\.")
_ABBREVIATIONS = frozenset(lexicon.forms("abbreviations"))
_LAST_WORD = regex.compile(r"[\p{L}\d./&]+$")
# A photo credit inside a paragraph: photographers and agencies before the next sentence.
_CREDIT_LABEL = r"(?:Ảnh|\((?:ảnh|Nguồn))(?: minh họa| tư liệu)?\s?:\s?"
_SIGNER = (
    r"(?:\p{Lu}{2,8}|\p{Lu}\. ?\p{Lu}\p{L}*|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}?|\p{Lu}{2,}(?: \p{Lu}{2,}){1,3}"
    r"|[\p{L}.]+\.(?:vn|com|net))"
)
_OPENS = r"(?=\s(?:\p{Lu}\p{L}* [\p{Ll}\d]|(?:Ông|Bà|Phó) \p{Lu}))"  # a capital, then a word without one
_CREDIT = regex.compile(
    rf"{_CREDIT_LABEL}(?:[^()\n]{{2,40}}\)(?= \p{{Lu}})"
    rf"|{_SIGNER}(?: ?[-/,] ?{_SIGNER})*(?: (?:phát|chụp|cung cấp))?{_OPENS}"
    r"|[^.\n]{2,40}?\b\p{Lu}{3,8}(?=\s+\p{Lu}\p{Ll}))"
    rf"|Ảnh (?:minh họa|tư liệu|[Ii]nternet)\)?{_OPENS}"
)
# Words that have no capital inside a sentence: they open one.
_OPENING = (
    r"(?:(?:Để|Về|Theo|Với|Trong|Sau|Khi|Trước|Cũng|Ngoài|Tại(?! đây| sao)|Nếu|Tuy|Nhưng) \p{Ll}"
    r"|(?:Sáng|Chiều) (?:\d|nay|cùng)|Từ (?:ngày|đầu|năm|đó)\b|Đến (?:nay|ngày|năm)\b|Đặc biệt,"
    r"|(?:Nhấn mạnh|Phát biểu|Kết luận (?:tại|hội|buổi|phiên|cuộc)|Bên cạnh|Đồng thời|Vì vậy|Do đó|Đây là|Đối với"
    r"|Liên quan|Cụ thể|Hiện (?:nay|tại)|Cùng (?:ngày|với)|Như (?:đã|vậy)|Mặc dù|Được biết|Đồng chí)\b)"
)
# Two sentences run together without a stop, a heading or caption and its text among them.
_GLUED = regex.compile(
    r"(?=\p{Lu})(?<=(?:[\p{Ll}\d”\"]|\w\w\)) )"
    rf"(?={_OPENING}|(?<=(?:hội nghị|buổi (?:làm việc|lễ|họp)|(?:cuộc|phiên|kỳ) họp) )(?:Ông|Bà) \p{{Lu}})"
    r"(?<!\b(?:của|là|như|và|hay|hoặc|thứ|tháng) )"
)
# What follows an abbreviation that ends its sentence ("… trên địa bàn TP. Các sở …").
_NEXT = regex.compile(rf" (?:{_OPENING}|(?:Các|Những|Ông|Bà) )")
# A topic that trails off is no sentence: "Đối với các dự án thiếu vốn, vướng mặt bằng... | Phó Thủ tướng đề nghị …".
_TRAILING = regex.compile(
    rf"\s*(?:Để|Nhằm|Đối với|Với|Trong khi|Trước)\b(?:[^,.;:…]|,(?! \p{{Lu}}))+(?:…|\.\.\.)\s(?!{_OPENING})"
)
_LONGEST_CREDIT = 70
_CREDIT_END = regex.compile(rf"(?:{_CREDIT_LABEL}.{{1,40}}|Ảnh (?:minh họa|tư liệu)\)?\.?)$")

_CAPTION_START = regex.compile(
    r"(?:Quang|Toàn) cảnh\b|Ảnh\b|(?:Trao(?! đổi)|Tặng|Chụp ảnh|Cắt băng|Ký kết)\b"
    r"|(?:Các |Đông đảo )?(?:[Đđ]ại biểu|thành viên|vị lãnh đạo)\b.{0,60}\b(?:dự|tại|thảo luận)\b"
)
_CAPTION_VERB = regex.compile(
    r"\b(?:phát biểu|trao|tặng|chụp ảnh|thảo luận|điều hành|chủ trì|tham quan|báo cáo|trình bày|trao đổi|thông tin"
    r"|chúc mừng|kiểm tra)\b"
)
# "Đồng chí Bí thư … phát biểu tại hội nghị.", a sentence of its own under a photo.
_CAPTION_SENTENCE = regex.compile(
    r"(?:Đồng chí|Đ/c|Ông|Bà|(?:Phó )?(?:Tổng Bí thư|Bí thư|Chủ tịch|Thủ tướng|Bộ trưởng|Trưởng|Giám đốc"
    r"|Tổng [Gg]iám đốc)|Thứ trưởng|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá)|Lãnh đạo|Đại diện|Các đại biểu"
    r"|(?:Cục|Vụ|Viện) trưởng|Chánh|Chủ nhiệm)\b[^.;:]{3,160}?"
    r"(?:(?<!dự và )(?<!dự, )\b(?:phát biểu|trao|tặng|trình bày|thông tin|tham quan|chụp ảnh|chúc mừng|trò chuyện"
    r"|bắt tay|thăm hỏi|thảo luận|kết luận (?:hội nghị|giao ban|buổi|phiên|cuộc))|, cùng)\b"
    r"[^,.;:]{0,100}\.?"
)
_BYLINE = regex.compile(
    r"(?:(?:Tin|Bài|Tác giả|Người viết|Nguồn tin|Tin, bài|Tin, ảnh|Tin và ảnh|Bài, ảnh|Bài và ảnh)"
    r"\s*(?:,\s*ảnh)?\s*:?\s+)?"
    r"(?:\p{Lu}[\p{L}.’'-]*)(?:[ .-]+\p{Lu}[\p{L}.’'-]*){0,6}(?:\s*\([^()\n]{2,60}\))?\.?$",
)
_BYLINE_LABEL = regex.compile(r"(?:Tin|Bài|Tác giả|Nguồn|Theo)\b[^.]{0,12}:?\s")
# A list item that ends without a stop is no heading. A number may stand before either.
_ITEM = regex.compile(r"[-+•*] ?\p{L}|(?:Thứ|\p{Lu}\p{L}{1,3}) (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|là)\b")
_NUMBERED = regex.compile(r"\(?(?:\d{1,2}|\p{Ll})[.)]\s?\p{L}")


class SentenceSpan(NamedTuple):
    """A sentence's place in the normal form."""

    sent_no: int
    para_no: int
    start: int
    end: int
    role: str


def split(norm: str) -> list[SentenceSpan]:
    """The sentences of a normal form, in order, without surrounding blanks. A text of blanks has none."""
    paragraphs = [strip(norm, m.start(), m.end()) for m in _PARAGRAPH.finditer(norm)]
    paragraphs = [p for p in paragraphs if p[0] < p[1]]
    found: list[SentenceSpan] = []
    listed = False
    for para_no, (start, end) in enumerate(paragraphs):
        paragraph = norm[start:end]
        pieces = _pieces(norm, start, end)
        is_last, single = para_no == len(paragraphs) - 1, len(pieces) == 1
        role = _role(paragraph, para_no, len(paragraphs), listed, single)
        listed = paragraph[-1] in ":;" or (role == BODY and bool(_ITEM.match(paragraph) or _NUMBERED.match(paragraph)))
        words = [norm[first:last] for first, last in pieces]
        for (first, last), piece, following in zip_longest(pieces, words, words[1:]):
            own = role
            if role == BODY and is_last and not single and following is None and _is_byline(piece):
                own = BYLINE
            elif role == BODY and _is_caption(piece, following):
                own = CAPTION
            for begin, stop in parts(norm, first, last):
                found.append(SentenceSpan(len(found), para_no, begin, stop, own))
    return found


def _is_caption(piece: str, following: str | None) -> bool:
    """Whether a sentence of a body paragraph is a caption that was run into it, with its credit or before one."""
    if _ends_in_credit(piece):
        return True
    if following is None or not (piece[-1].isalnum() or _CREDIT_END.match(following.removeprefix("("))):
        return False
    return bool(_CAPTION_START.match(piece) or _CAPTION_SENTENCE.fullmatch(piece))


def _ends_in_credit(text: str) -> bool:
    return _CREDIT_END.search(text, max(0, len(text) - _LONGEST_CREDIT)) is not None


def _pieces(norm: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [m.end() for pattern in (_CREDIT, _GLUED) for m in pattern.finditer(norm, start, end)]
    begin = start
    for match in _STOP.finditer(norm, start, end):
        if not (_is_abbreviation(norm, begin, match) or _trails_off(norm, begin, match.end())):
            cuts.append(match.end())
            begin = match.end()
    pieces, at = [], start
    for cut in [*sorted(cuts), end]:
        piece = strip(norm, at, cut)
        if piece[0] < piece[1]:
            pieces.append(piece)
        at = cut
    return pieces


def _trails_off(norm: str, begin: int, stop: int) -> bool:
    topic = _TRAILING.match(norm, begin)
    return topic is not None and topic.end() == stop + 1


def _is_abbreviation(norm: str, begin: int, stop: regex.Match[str]) -> bool:
    if stop.group() != ".":
        return False
    if _LIST_NUMBER.fullmatch(norm, begin, stop.end()):
        return True
    word = _LAST_WORD.search(norm, max(begin, stop.start() - 12), stop.start())
    if not word:
        return False
    if len(word.group()) == 1:
        return word.group().isupper() or word.group() in _ABBREVIATIONS
    return word.group() in _ABBREVIATIONS and not _NEXT.match(norm, stop.end())


def _role(paragraph: str, para_no: int, n_paragraphs: int, listed: bool, single: bool) -> str:
    """The role of a paragraph; `listed` tells that the one before opens or continues a list, `single` that it is one
    sentence.
    """
    ends_open = paragraph[-1] not in '.!?…:;"”'
    if para_no == 0 and ends_open and len(paragraph) <= 250:
        return TITLE
    if para_no >= max(1, n_paragraphs - 6) and _is_byline(paragraph):
        return BYLINE
    if len(paragraph) <= 400 and _ends_in_credit(paragraph) and not _CREDIT.search(paragraph):
        return CAPTION
    if single and len(paragraph) <= 250 and not _STOP.search(paragraph):
        if (
            _CAPTION_START.match(paragraph)
            or (para_no and _CAPTION_SENTENCE.fullmatch(paragraph))
            or (ends_open and _CAPTION_VERB.search(paragraph))
        ):
            return CAPTION
        item = _ITEM.match(paragraph) or (listed and _NUMBERED.match(paragraph))
        if ends_open and len(paragraph) <= 120 and not item:
            return HEADING
    return BODY


def _is_byline(text: str) -> bool:
    if len(text) > 90:
        return False
    return bool(_BYLINE.match(text)) and (len(text.split()) <= 6 or bool(_BYLINE_LABEL.match(text)) or "(" in text)
