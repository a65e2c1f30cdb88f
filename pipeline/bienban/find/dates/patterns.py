"""How the genre writes dates. All patterns read lower case; those of POINTS come in order of trust."""

from __future__ import annotations

import regex

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_D = rf"(?P<d>{_DAY})"
_M = r"(?P<m>0?[1-9]|1[0-2])"
_YEAR = r"(?:1[89]|20)\d\d(?!\d|[.,]\d)"
_Y = rf"(?P<y>{_YEAR})"
_BEFORE = r"(?<![\p{L}\d/.,-])"
_AFTER = r"(?![\p{L}\d]|[/.,-]\d|/\p{L})"
_OF_YEAR = rf"(?:\s?[/.-]\s?|,? (?:của )?năm ){_Y}"
# What announces a day: "sáng 21/3", "chiều nay (5-6)", "hôm 12/4", "ngày 3.5".
_DAYTIME = r"(?:rạng sáng|sáng|trưa|chiều|tối|đêm|hôm|ngày|mùng|mồng)"
_CUE = rf"(?:{_DAYTIME}(?: nay| mai| qua)?,? ?\(?(?:ngày |mùng |mồng )?)"
_CLOSED = r"(?=\s*(?:[-,.;:)…\"”(]|$|đến |tới |và ))"
_FUNCTION_WORD = r"(?=\s*(?:[-,.;:)…\"”(]|$|(?:với|của|là|và|đã|sẽ|được|theo|tại|trên|trong|về|để|có|so|đến|tới) ))"
_NO_UNIT = r"(?![\p{L}\d%/]| (?:nghìn|triệu|tỷ|tỉ)(?!\p{L}))"
_COUNTED = r"(?:\d|nhiều|những|các|một|hai|ba|bốn|năm|mười|mấy)"

_FEW = r"hai|ba|bốn|năm|sáu|bảy|tám|chín|mười(?: một)?"
_CLOCK = r"(?:[01]?\d|2[0-4])"
_TIMES = (
    rf"{_CLOCK}(?::[0-5]\d|[hg](?:[0-5]\d)?)(?![\p{{L}}\d])",
    rf"{_CLOCK} giờ(?: [0-5]?\d(?: phút)?)?(?= (?:sáng|trưa|chiều|tối|đêm|ngày|cùng ngày))",
    rf"{_CLOCK} giờ [0-5]\d(?: phút)?",
    rf"(?:lúc|hồi) {_CLOCK} giờ(?: [0-5]?\d(?: phút)?)?",
)
_RANGE_OF_YEARS = (
    r"(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|niên khóa|khóa|năm học|(?:\d+|năm|mười) năm)[ (,:]{1,3})?(?:từ )?(?:năm )?"
    rf"(?P<y0>{_YEAR})(?: ?- ?| đến | tới )(?:năm )?{_Y}"
)
POINTS: tuple[tuple[str, regex.Pattern[str]], ...] = tuple(
    (kind, regex.compile(_BEFORE + pattern))
    for kind, pattern in (
        *(("time", pattern) for pattern in _TIMES),
        # Several days of a month: "hai ngày 11 và 12/7", "27-28/4/2021", "các ngày 14, 15, 16 tháng 8".
        (
            "days",
            rf"(?:(?:trong )?(?:(?:các|hai|ba|\d) )?{_DAYTIME} (?:ngày )?|(?<=\()|từ )"
            rf"(?P<d0>{_DAY})(?:, ?\d\d?){{0,6}}(?: ?- ?| và |, ?| đến (?:hết )?)(?:ngày )?"
            rf"{_D}(?: tháng |[/.-]){_M}(?:{_OF_YEAR})?{_AFTER}",
        ),
        ("day", rf"{_CUE}?{_D}(?P<sep>[/.-]){_M}(?P=sep){_Y}{_AFTER}"),
        ("day", rf"{_CUE}?{_D} tháng {_M}(?:{_OF_YEAR})?{_AFTER}"),
        ("day", rf"{_CUE}{_D}[/.-]{_M}(?: năm {_Y})?{_AFTER}"),
        ("day", rf"{_D}/{_M} năm {_Y}{_AFTER}"),
        ("day", rf"(?<=(?:từ|đến|tới|trước|sau|vào|và|hết|-) |[-(]){_D}/{_M}{_CLOSED}"),
        # Written with a dash, only two of them: "từ 25-1 đến 1-2", "dịp 30-4 và 1-5".
        (
            "days",
            rf"(?:từ|dịp|lễ) (?P<d0>{_DAY})[-.](?P<m0>0?[1-9]|1[0-2]),? (?:đến|tới|và) {_D}[-.]{_M}{_NO_UNIT}",
        ),
        # More than its whole, so no part of one: "nghỉ lễ 30/4".
        ("day over month", rf"{_D}/{_M}{_AFTER}"),
        ("range", _RANGE_OF_YEARS + _AFTER),
        ("quarter", rf"quý (?P<q>iv|i{{1,3}}|[1-4])\b(?:(?:\s?[/.-]\s?|,? (?:của )?(?:năm )?){_Y})?"),
        ("months", rf"(?P<n>\d{{1,2}}|{_FEW}) tháng (?P<part>đầu|cuối)(?: của)? năm(?:,? {_Y})?(?! \d)"),
        ("months", rf"(?P<n>\d{{1,2}}|{_FEW}) tháng(?: của)? năm {_Y}"),
        ("months", rf"(?P<n>nửa) (?P<part>đầu|cuối)(?: của)? năm(?:,? {_Y})?(?! \d)"),
        # "Thu ngân sách 8 tháng ước đạt …", "lũy kế 8 tháng", but "sau 8 tháng đạt …".
        (
            "months",
            r"(?<=[\p{L})] )(?<!\b(?:sau|qua|trong|vòng|hơn|gần|được|mất|dài|khoảng|thêm|chỉ|mới|từ|là|hạn) )"
            r"(?P<n>[2-9]|1[01]) tháng(?=,? (?:ước|đạt|tăng|giảm|là \d|của (?:tỉnh|huyện|thành phố|cả nước))(?!\p{L}))",
        ),
        ("months", r"(?<=\b(?:tính chung|lũy kế|kết quả) )(?P<n>[2-9]|1[01]) tháng(?!\p{L})"),
        ("month", rf"tháng {_M}(?:{_OF_YEAR})?{_AFTER}"),
        ("month", rf"(?<!\b(?:số|quyết|định|thị|luận|tư|hoạch) ){_M}[/.-]{_Y}{_AFTER}"),
        (
            "day",
            rf"(?:(?:ngày|mùng|mồng) {_D}|(?P<d>{_DAY})(?= (?:tết|âm lịch|tháng giêng|tháng chạp)(?!\p{{L}}))){_AFTER}",
        ),
        ("year", rf"năm\s*(?:học |tài chính |ngân sách )?{_Y}{_AFTER}"),
        ("year", rf"(?<=\b(?:từ|đến|tới|đầu|giữa|cuối|trước|sau|hết|trong) |\(){_Y}{_CLOSED}"),
        ("year", rf"(?<=\p{{L}}{{2}} )(?P<y>19[4-9]\d|20[0-5]\d){_FUNCTION_WORD}{_AFTER}"),
        ("year", r"(?<=[,;] )(?P<y>19[4-9]\d|20[0-5]\d)(?= (?:đạt|ước|tăng|giảm|có|là|còn|được)(?!\p{L}))"),
        # "năm" before a number of its own ("trong năm 3 tổ chức") is not this year, nor that of "2 năm nay".
        ("this year", r"(?:(?:trong|cả|đầu|giữa|cuối|hết) )*(?<!\d )năm nay(?!\p{L})"),
        (
            "this year",
            r"(?:trong|cả|đầu|giữa|cuối|hết) năm(?! \d|\p{L}| (?:ngoái|trước|qua|này|tới|sau|vừa|học)(?!\p{L}))",
        ),
        ("this year", rf"(?<!{_COUNTED} )(?:trong )?năm (?:vừa )?qua(?!\p{{L}})"),
        ("relative", rf"(?<!{_COUNTED} )(?:trong )?(?:năm|quý|tháng) (?:ngoái|trước|qua|này|tới|sau)(?!\p{{L}})"),
        ("relative", r"(?:trong|cuối|đầu|hết|giữa) (?:quý|tháng)(?! \d| i|\p{L})"),
        ("relative", rf"(?<!{_COUNTED} )(?:mỗi|hằng|hàng) (?:năm|quý|tháng)(?! \d)(?!\p{{L}})"),
        (
            "relative",
            r"(?<!\b(?:phát|thể|thực|xuất|biểu|tái|hiển) )"
            r"hiện(?=,| (?:có|đang|còn|đã có|toàn|cả nước|trên|tỉnh|huyện|xã)(?!\p{L}))",
        ),
        ("relative", r"(?:cùng kỳ|hiện nay|hiện tại|nay)(?!\p{L})"),
        ("relative", r"(?:trong |nhân |vào )?dịp (?:tết|hè|lễ)(?!\p{L})"),
    )
)

# Said of a day by its nearness: a date only where the day of publication is known.
POINTS_OF_TODAY = (
    *POINTS,
    ("relative", regex.compile(r"(?<!\p{L})(?:hôm|sáng|trưa|chiều|tối|đêm) (?:nay|qua)(?!\p{L})")),
)

# What joins two dates into a range, and what stands before a date and belongs to it.
JOIN = regex.compile(r"(?P<dash>\s?-\s?)|,? (?P<to>đến|tới)(?: (?:hết|cuối|giữa|đầu|thời điểm))?(?: ngày)? ")
FROM = regex.compile(r"(?<!\p{L})(?:kể )?từ (?:(?:đầu|giữa|cuối|ngày|khoảng) )*$")
UNTIL = regex.compile(
    r"(?<!\p{L})(?:(?:(?:tính |cập nhật |lũy kế )?(?:đến|tới)|tính)"
    r" (?:(?:thời điểm|hết|cuối|giữa|đầu|ngày) )*|hết (?:ngày )?)$"
)
PART = regex.compile(r"(?<!\p{L})(?:(?:đầu|giữa|cuối|trong|suốt|cả|thời điểm) )+$")
