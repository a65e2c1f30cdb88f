"""Which numbers are amounts and how exact they are: patterns by role, no logic.

All read lower case but DIGITS, NAME_BEFORE and ADDRESS_AFTER, which look for capitals.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from bienban import lexicon
from bienban.find.facts import words as w


def _any(forms: Iterable[str]) -> str:
    return rf"(?:{'|'.join(regex.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))})"


def _ordinal_heads(when: str) -> str:
    return _any(row["form"] for row in lexicon.table("ordinal_heads") if row["when"] == when)


# Anchors.
#: Not inside a word or code; after a slash only that of "63 vụ/85 đối tượng". Reads the text in its own case.
DIGITS = regex.compile(r"(?<![\p{L}\d]|[\p{L}\d][.,-]|\p{Lu}/)\d|[½¼¾]")
#: With what a number in words may begin.
NUMBER_WORDS = "một hai ba bốn năm sáu bảy bẩy tám chín mười đôi".split()
NUMBER_WORD = regex.compile(
    r"(?<!\p{L})(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|một (?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|mươi)|"
    r"(?<=gấp )đôi)(?!\p{L})"
)
DOUBLE = "đôi"
#: Number words that are as often something else: an amount only before a noun that is counted.
DOUBTFUL_WORDS = frozenset({"năm", "ba", "chín", "bảy"})

# What is no amount at all: addresses, telephone numbers, "24/7", scales, years of documents, labels of items.
NO_AMOUNTS = tuple(
    map(
        regex.compile,
        (
            r"https?://\S+",
            r"www\.\S+",
            r"(?<!\S)[^\s@]++@\S+",
            r"\+\d{1,3}(?:[ .]?\d+){1,4}",
            r"(?<![\d.,])(?:0\d{1,3}|1[89]00)[ .]?\d{3,4}[ .]?\d{2,4}(?:[ .]?\d{2,3})?(?!\d)",
            r"(?<!\d)24/(?:24|7)(?!\d)(?: giờ)?",
            r"(?<!\d)(?:19|20)\d\d/",
            r"(?<=tỷ lệ |tỉ lệ )1/\d[\d.]*",
            r"(?<=[;,.:] )\d{1,2}\) |\(\d{1,2}\)",
        ),
    )
)

# Before a number: read back from it.
# Names of amounts that end like an ordinal's head ("tổng số 255", "dân số 5 triệu") or a verb ("chỉnh trang 20 nhà").
_NOT_HEADS = "tổng|con|trong|dân|sĩ|quân|đa|thiểu|chỉnh|khang|thành|cổ|quốc|tham"
ORDINAL_BEFORE = regex.compile(rf"(?r)(?<!\p{{L}})(?<!(?:{_NOT_HEADS}) ){_ordinal_heads('always')} ?")
ORDINAL_BEFORE_ALONE = regex.compile(rf"(?r)(?<!\p{{L}}){_ordinal_heads('alone')} ?")
#: A number after a capital names something: "Ban Chỉ đạo 35".
NAME_BEFORE = regex.compile(r"(?r)(?<![\p{L}.:;!?…]|[.:;!?…] |[\"“(])\p{Lu}[\p{L}-]* ")
#: So does one after such a number: "Vĩnh Tân 3 và 4".
NAMES_BEFORE = regex.compile(r"(?r)(?<![.:;!?…] )\p{Lu}[\p{L}-]*(?: \d{1,2}(?: và|,))+ ")
VAGUE_BEFORE = regex.compile(r"(?r)(?<!\p{L})(?:hàng|vài|dăm|mấy|đôi|mươi|những|một) ")
YEAR_BEFORE = regex.compile(
    r"(?r)(?<!\p{L})(?:là|của|vào|từ|đến|sang|qua|hết|trong|những|các|nhiều|hằng|hàng|mỗi|từng|đầu|cuối|giữa|cả|\d) "
)
#: A number that no noun follows is an amount after one of these, a name or an ordinal after a noun ("vòng 2").
AMOUNT_BEFORE = regex.compile(rf"(?r)(?<!\p{{L}}){_any(w.ANNOUNCES | w.PLAIN_VERBS)} |[:/(] ?|^ ?")
#: Several numbers over one noun: "lần lượt kết nạp 5, 7 và 9 đảng viên".
RESPECTIVELY_BEFORE = regex.compile(r"(?<!\p{L})lần lượt (?:(?!\d)[^.;()])*(?:\d+(?:,| và) )*$")
LISTED_AFTER = regex.compile(r"(?:, \d+)*,? và \d+(?= \p{L})")
CLAUSE_START = regex.compile(r"(?r)(?:[.:;!?…\"“(]|^) ?\n?")
OPENING_QUOTE = regex.compile(r"(?r)[\"“‘'«] ?")
AWARD_BEFORE = regex.compile(r"(?r)huy hiệu[^.;]{0,25}")
#: Units that are nouns unless something is measured before them.
DOUBTFUL_UNITS = {
    "lần": regex.compile(r"(?r)(?<!\p{L})(?:gấp|tăng|giảm|bằng|hơn|kém)(?: (?:khoảng|hơn|gần|tới|đến|trên))* "),
    "điểm": regex.compile(
        r"(?r)(?<!\p{L})(?:đạt|tăng|giảm|được|số điểm|chấm|mất|tổng điểm)(?: (?:khoảng|hơn|gần|thêm|trên))* "
    ),
}

# The number itself and what follows it.
YEAR_LIKE = regex.compile(r"(?:19|20)\d\d(?![\d.,])")
MAGNITUDE = regex.compile(r"(?:nghìn|ngàn|triệu|tỷ|tỉ)(?: rưỡi)?$")
#: Thousands are no ordinal where a noun follows: "tiêm phòng 45.000 liều".
GROUPED = regex.compile(r"\d{1,3}(?:\.\d{3})+$")
NUMBER_ALONE = regex.compile(r"\d+(?:[.,]\d+)*")
#: A house number: "(29 Phạm Văn …", two capitals after it.
ADDRESS_BEFORE = regex.compile(r"(?r)(?:\(|, |(?<!\p{L})(?:tại|ở|số) )")
ADDRESS_AFTER = regex.compile(r"(?:/\d+)* \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+")
LIST_NUMBER = regex.compile(r"\d{1,2}(?:\.\d{1,2})*(?:[.)/](?:\s|$)| ?- )")
NAME_AFTER = regex.compile(r"\.0(?!\d)|[-/]\p{L}[\p{L}\d]*(?:[-/]|(?<!\p{Ll}))| (?:(?:con|chữ) số|sao)(?!\p{L})| là,")
_NO_NOUN = _any(w.FUNCTION_WORDS | w.PARTICLES)
NOUN_AFTER = regex.compile(
    rf"(?:/\d[\d.,]*)? (?:{_any(w.DECEPTIVE)}(?!\p{{L}})|(?!{_NO_NOUN}(?!\p{{L}}))\p{{L}}|trong (?:tổng )?(?:số )?\d)"
)
COUNTED_NOUN = regex.compile(rf" {_any(w.COUNTED)}(?!\p{{L}})")
SOON_CLOSED = regex.compile(r"[^\"”’»\n]{0,24}[\"”’»]")

# How exact it is.
_ESTIMATED = (
    r"ước(?: tính)?"
    r"(?: (?:đạt|thực hiện|có|khoảng|là|cả năm|thu|chi|giải ngân|tăng|giảm|bằng|được|đạt được|hoàn thành))* "
)
#: The first of these kinds that fits gives the group its name.
COMPARATOR_BEFORE = regex.compile(
    r"(?r)(?<!\p{L})(?:(?P<approx>trên dưới )|"
    + "|".join(rf"(?P<{name}>{_any(forms)},? (?:là )?(?:từ )?)" for name, forms in w.COMPARATORS.items())
    + rf"|(?P<approx>{_ESTIMATED}))"
)
OR_BEYOND = regex.compile(r"(?: \p{L}+){0,3} trở (?:(?P<more>lên)|xuống)(?!\p{L})")
#: "thấp hơn 1,6%": the amount is the difference.
COMPARED = regex.compile(r"(?r)(?<!\p{L})(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhanh|chậm|sớm|muộn|tốt|kém) ")
#: After "vượt 500 tỷ đồng": the amount is the excess.
OVER_TARGET = regex.compile(r" (?:so |kế hoạch|dự toán|chỉ tiêu|mục tiêu)")
PLACE_AFTER = regex.compile(rf" {_any(w.PLACES)}(?!\p{{L}})")
