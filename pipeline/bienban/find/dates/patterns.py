"""How the genre writes dates. All patterns read lower case; those of POINTS come in order of trust."""

from __future__ import annotations

from typing import NamedTuple

import regex

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_D = rf"(?P<d>{_DAY})"
_M = r"(?P<m>0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20)\d\d(?!\d|[.,]\d)"
_Y = rf"(?P<y>{_YEAR})"
_BEFORE = r"(?<![\p{L}\d/,-]|\.(?=\d))"
_AFTER = r"(?![\p{L}\d]|[/.,-]\d|/\p{L})"
# The first years of a list, of which nobody writes more.
_YEARS = rf"năm {_YEAR}(?:, {_YEAR}){{0,8}}"
_OF_YEAR = rf"(?:\s?[/.-]\s?|,? (?:của )?năm ){_Y}"
# What announces a day: "sáng 21/3", "chiều nay (5-6)", "hôm 12/4", "ngày 3.5".
_DAYTIME = r"(?:rạng sáng|sáng|trưa|chiều|tối|đêm|hôm|ngày|mùng|mồng)"
_CUE = rf"(?:{_DAYTIME}(?: nay| mai| qua)?,? ?\(?(?:ngày |mùng |mồng )?)"
_CLOSED = r"(?=\s*(?:[-,.;:)…\"”(]|$|đến |tới |và ))"
_FUNCTION_WORD = r"(?=\s*(?:[-,.;:)…\"”(]|$|(?:với|của|là|và|đã|sẽ|được|theo|tại|trên|trong|về|để|có|so|đến|tới) ))"
_NO_UNIT = r"(?![\p{L}\d%/]| (?:nghìn|triệu|tỷ|tỉ)(?!\p{L}))"
_COUNTED = r"(?:\d|nhiều|những|các|một|hai|ba|bốn|năm|mười|mấy)"

# What a date may begin with.
_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_OF_DAY = "rạng sáng trưa chiều tối đêm hôm ngày mùng mồng"
_COUNTS = f"{_DIGITS} hai ba bốn năm sáu bảy tám chín mười"
_PARTS = "trong cả đầu giữa cuối hết"

_FEW = r"hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một)?"
_CLOCK = r"(?:[01]?\d|2[0-4])"
_TIMES = (
    (_DIGITS, rf"{_CLOCK}(?::[0-5]\d|[hg](?:[0-5]\d)?)(?![\p{{L}}\d])"),
    (_DIGITS, rf"{_CLOCK} giờ(?: [0-5]?\d(?: phút)?)?(?= (?:sáng|trưa|chiều|tối|đêm|ngày|cùng ngày))"),
    (_DIGITS, rf"{_CLOCK} giờ [0-5]\d(?: phút)?"),
    ("lúc hồi", rf"(?:lúc|hồi) {_CLOCK} giờ(?: [0-5]?\d(?: phút)?)?"),
)
_RANGE_OF_YEARS = (
    r"(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|niên khóa|khóa|năm học|(?:\d+|năm|mười) năm)[ (,:]{1,3})?(?:từ )?(?:năm )?"
    rf"(?P<y0>{_YEAR})(?: ?- ?| đến | tới )(?:năm )?{_Y}"
)


class Point(NamedTuple):
    """A kind of date, the words and digits that it may begin with, where alone it is looked for, and how it is
    written."""

    kind: str
    openers: frozenset[str]
    pattern: regex.Pattern[str]


_WRITTEN = (
    *(("time", openers, pattern) for openers, pattern in _TIMES),
    # Several days of a month: "hai ngày 11 và 12/7", "27-28/4/2021", "các ngày 14, 15, 16 tháng 8".
    (
        "days",
        f"{_DIGITS} {_OF_DAY} trong các hai ba từ",
        rf"(?:(?:trong )?(?:(?:các|hai|ba|\d) )?{_DAYTIME} (?:ngày )?|(?<=\()|từ )"
        rf"(?P<d0>{_DAY})(?:, ?\d\d?){{0,6}}(?: ?- ?| và |, ?| đến (?:hết )?)(?:ngày )?"
        rf"{_D}(?: tháng |[/.-]){_M}(?:{_OF_YEAR})?{_AFTER}",
    ),
    ("day", f"{_DIGITS} {_OF_DAY}", rf"{_CUE}?{_D}(?P<sep>[/.-]){_M}(?P=sep){_Y}{_AFTER}"),
    ("day", f"{_DIGITS} {_OF_DAY}", rf"{_CUE}?{_D} tháng {_M}(?:{_OF_YEAR})?{_AFTER}"),
    ("day", _OF_DAY, rf"{_CUE}{_D}[/.-]{_M}(?: năm {_Y})?{_AFTER}"),
    ("day", _DIGITS, rf"{_D}/{_M} năm {_Y}{_AFTER}"),
    ("day", _DIGITS, rf"(?<=(?:từ|đến|tới|trước|sau|vào|và|hết|dịp|lễ|-) |[-(]){_D}/{_M}{_CLOSED}"),
    # Written with a dash, only two of them: "từ 25-1 đến 1-2", "dịp 30-4 và 1-5".
    (
        "days",
        "từ dịp lễ",
        rf"(?:từ|dịp|lễ) (?P<d0>{_DAY})[-.](?P<m0>0?[1-9]|1[0-2]),? (?:đến|tới|và) {_D}[-.]{_M}{_NO_UNIT}",
    ),
    # More than its whole, so no part of one: "nghỉ lễ 30/4".
    ("day over month", _DIGITS, rf"{_D}/{_M}{_AFTER}"),
    ("range", f"{_DIGITS} năm mười giai nhiệm thời niên khóa từ", _RANGE_OF_YEARS + _AFTER),
    ("quarter", "quý", rf"quý (?P<q>iv|i{{1,3}}|[1-4])\b(?:(?:\s?[/.-]\s?|,? (?:của )?(?:năm )?){_Y})?"),
    ("months", _COUNTS, rf"(?P<n>\d{{1,2}}|{_FEW}) tháng (?P<part>đầu|cuối)(?: của)? năm(?:,? {_Y})?(?! \d)"),
    ("months", _COUNTS, rf"(?P<n>\d{{1,2}}|{_FEW}) tháng(?: của)? năm {_Y}"),
    ("months", "nửa", rf"(?P<n>nửa) (?P<part>đầu|cuối)(?: của)? năm(?:,? {_Y})?(?! \d)"),
    # "Thu ngân sách 8 tháng ước đạt …", "lũy kế 8 tháng", but "sau 8 tháng đạt …".
    (
        "months",
        _DIGITS,
        r"(?<=[\p{L})] )(?<!\b(?:sau|qua|trong|vòng|hơn|gần|được|mất|dài|khoảng|thêm|chỉ|mới|từ|là|hạn) )"
        r"(?P<n>[2-9]|1[01]) tháng(?=,? (?:ước|đạt|tăng|giảm|là \d|của (?:tỉnh|huyện|thành phố|cả nước))(?!\p{L}))",
    ),
    ("months", _DIGITS, r"(?<=\b(?:tính chung|lũy kế|kết quả) )(?P<n>[2-9]|1[01]) tháng(?!\p{L})"),
    ("month", "tháng", rf"tháng {_M}(?:{_OF_YEAR})?{_AFTER}"),
    ("month", _DIGITS, rf"{_M}[/.-](?<!\b(?:số|quyết|định|thị|luận|tư|hoạch) \d+.){_Y}{_AFTER}"),
    (
        "day",
        f"{_DIGITS} ngày mùng mồng",
        rf"(?:(?:ngày|mùng|mồng) {_D}|(?P<d>{_DAY})(?= (?:tết|âm lịch|tháng giêng|tháng chạp)(?!\p{{L}}))){_AFTER}",
    ),
    ("year", "năm", rf"năm\s*(?:học |tài chính |ngân sách )?{_Y}{_AFTER}"),
    ("year", "1 2", rf"(?<=\b(?:từ|đến|tới|đầu|giữa|cuối|trước|sau|hết|trong) |\(){_Y}{_CLOSED}"),
    ("year", "1 2", rf"(?<=\p{{L}}{{2}} )(?P<y>19[4-9]\d|20[0-5]\d){_FUNCTION_WORD}{_AFTER}"),
    ("year", "1 2", r"(?<=\p{L}{2} )(?P<y>19[4-9]\d|20[0-5]\d)(?= (?:đạt|ước|tăng|giảm)(?!\p{L}))"),
    ("year", "1 2", r"(?<=[,;] )(?P<y>19[4-9]\d|20[0-5]\d)(?= (?:đạt|ước|tăng|giảm|có|là|còn|được)(?!\p{L}))"),
    # Further years of a list: "các năm 2021, 2022, 2023", "năm 2021, 2022 và 2023", but "năm 2021, 2022 hộ".
    ("year", "1 2", rf"(?<=(?:các|những|hai|ba) {_YEARS}(?:,| và|, và) |{_YEARS},? và ){_Y}{_AFTER}"),
    ("year", "1 2", rf"(?<={_YEARS}, ){_Y}(?=(?:, {_YEAR}){{0,8}},? và {_YEAR}){_AFTER}"),
    # "năm" before a number of its own ("trong năm 3 tổ chức") is not this year, nor that of "2 năm nay".
    ("this year", f"{_PARTS} năm", r"(?:(?:trong|cả|đầu|giữa|cuối|hết) )*(?<!\d )năm nay(?!\p{L})"),
    (
        "this year",
        _PARTS,
        r"(?:trong|cả|đầu|giữa|cuối|hết) năm(?! \d|\p{L}| (?:ngoái|trước|qua|này|tới|sau|vừa|học)(?!\p{L}))",
    ),
    ("this year", "trong năm", rf"(?<!{_COUNTED} )(?:trong )?năm (?:vừa )?qua(?!\p{{L}})"),
    (
        "relative",
        "trong năm quý tháng",
        rf"(?<!{_COUNTED} )(?:trong )?(?:năm|quý|tháng) (?:ngoái|trước|qua|này|tới|sau)(?!\p{{L}})",
    ),
    ("relative", _PARTS, r"(?:trong|cuối|đầu|hết|giữa) (?:quý|tháng)(?! \d| i|\p{L})"),
    ("relative", "mỗi hằng hàng", rf"(?<!{_COUNTED} )(?:mỗi|hằng|hàng) (?:năm|quý|tháng)(?! \d)(?!\p{{L}})"),
    (
        "relative",
        "hiện",
        r"(?<!\b(?:phát|thể|thực|xuất|biểu|tái|hiển) )"
        r"hiện(?=,| (?:có|đang|còn|đã có|toàn|cả nước|trên|tỉnh|huyện|xã)(?!\p{L}))",
    ),
    ("relative", "cùng hiện nay", r"(?:cùng kỳ|hiện nay|hiện tại|nay)(?!\p{L})"),
    ("relative", "trong nhân vào dịp", r"(?:trong |nhân |vào )?dịp (?:tết|hè|lễ)(?!\p{L})"),
)
POINTS = tuple(
    Point(kind, frozenset(openers.split()), regex.compile(_BEFORE + written)) for kind, openers, written in _WRITTEN
)
#: Where none of those matches that begin with a digit, this one does not either: most digits begin no date.
BY_DIGIT = regex.compile(
    rf"{_BEFORE}(?:{'|'.join(written for _, openers, written in _WRITTEN if '1' in openers.split())})"
)

# Said of a day by its nearness: a date only where the day of publication is known.
POINTS_OF_TODAY = (
    *POINTS,
    Point(
        "relative",
        frozenset(_OF_DAY.split()),
        regex.compile(r"(?<!\p{L})(?:hôm|sáng|trưa|chiều|tối|đêm) (?:nay|qua)(?!\p{L})"),
    ),
)

# What joins two dates into a range, and what stands before a date and belongs to it.
JOIN = regex.compile(r"(?P<dash>\s?-\s?)|,? (?P<to>đến|tới)(?: (?:hết|cuối|giữa|đầu|thời điểm))?(?: ngày)? ")
FROM = regex.compile(r"(?<!\p{L})(?:kể )?từ (?:(?:đầu|giữa|cuối|ngày|khoảng) )*$")
UNTIL = regex.compile(
    r"(?<!\p{L})(?:(?:(?:tính |cập nhật |lũy kế )?(?:đến|tới)|tính)"
    r" (?:(?:thời điểm|hết|cuối|giữa|đầu|ngày) )*|hết (?:ngày )?)$"
)
PART = regex.compile(r"(?<!\p{L})(?:(?:đầu|giữa|cuối|trong|suốt|cả|thời điểm) )+$")
