"""The words around a date that tell whose time it is. All patterns read lower case."""

from __future__ import annotations

import regex

# What a change is reckoned against is not the time of the amount: "so với (cùng kỳ) năm 2016", "gấp 2 lần năm 2016".
BASE = regex.compile(
    r"(?<!\p{L})(?:(?:so(?: với)?|cùng kỳ|(?:bằng|hơn|kém|vượt) (?:năm|cùng kỳ))(?: [\p{L}-]+){0,7}|"
    r"gấp(?: \p{L}+)?(?: đôi| rưỡi| [\p{L}\d.,]+ lần)) $"
)
OF_DOCUMENT = regex.compile(r"\d[/-]\p{L}[\p{L}\d/-]*,? $")
TERM = regex.compile(r"(?:nhiệm kỳ|khóa|niên khóa|năm học)")
CONGRESS = regex.compile(r"lần thứ \w+,? $")
# The years of a plan are part of its name: "kế hoạch đầu tư công giai đoạn 2021-2025".
OF_PLAN = regex.compile(
    r"(?<!\p{L})(?:kế hoạch|quy hoạch|chương trình|đề án|chiến lược|danh mục|định hướng|dự thảo)(?: \p{L}+){0,10} $"
)
# A share of a plan is of the plan's year: "85% kế hoạch năm 2023", "40/45 xã của kế hoạch năm 2023".
SHARE_OF_PLAN = regex.compile(r"[\d.,/ %]+(?:\p{L}+ ){0,4}(?:kế hoạch|dự toán|chỉ tiêu)(?: \p{L}+){0,4} ")
EACH = regex.compile(r"(?:mỗi|hằng|hàng) ")
IN_YEAR = regex.compile(r"trong năm \d")
ON_DAY = regex.compile(r"(?<!\p{L})(?:vào|trong)(?: dịp)? $")
ADVERBIAL = regex.compile(r"trong|từ|đến|tới|hết|cuối|đầu|tính|suốt|cả")
CLAUSE_BREAK = regex.compile(r"[,;:]")
OPENS = regex.compile(r"(?:^|[.,:;…] |[“\"(])(?:(?:đặc biệt|riêng|theo đó|kết quả|cụ thể|cũng|và|tính|chỉ)[ ,]+)*$")
REVIEW = regex.compile(
    r"(?<!\p{L})(?:tổng kết|sơ kết|đánh giá|giao ban)(?!\p{L})(?!.*(?:nhiệm vụ|phương hướng|triển khai))"
)
# The month that the meeting reviews, in its name: "giao ban (công tác) tháng 8".
MONTH_REVIEWED = regex.compile(r"(?<!\p{L})(?:giao ban|tổng kết|sơ kết|đánh giá)(?: \p{L}+){0,4} $")
# What introduces the time that opens a sentence: "Theo báo cáo, năm 2020 …", "… cho biết, trong hai ngày …".
INTRODUCED = regex.compile(r"[^,;:.()\d]{1,80}, ")
# Somebody speaks: what was said of the time before does not hold for what he says.
SPEECH = regex.compile(
    r"(?<!\p{L})(?:cho biết|cho rằng|cho hay|nhấn mạnh|khẳng định|chia sẻ|mong muốn|được biết|nêu khó khăn"
    r"|kể chuyện|lưu ý)(?!\p{L})|(?<!\p{L})phản ánh[,:]|"
    r"^(?:phát biểu|kết luận|chỉ đạo|tham luận|thảo luận|(?:tham gia|góp) ý kiến|bế mạc|khai mạc|(?:nhân )?dịp này|trao"
    r"|tặng)(?!\p{L})"
)
# What turns away from the results of a time: what is still wrong, and what a project is.
TURN = regex.compile(
    r"(?:tuy (?:nhiên|vậy|thế)|(?:mặc )?dù (?:vậy|thế))(?!\p{L})|"
    r"[^,;:]{0,60}(?<!\p{L})(?:chỉ ra|nêu|còn)(?: \p{L}+){0,5} "
    r"(?:hạn chế|tồn tại|yếu kém|điểm yếu|khuyết điểm|chưa được)(?!\p{L})|"
    r"(?:dự án|công trình) [^.,;:]{0,80} tổng (?:mức|vốn) đầu tư(?!\p{L})"
)
# What is said of the future, in general or of what is missing now: a period of results does not hold for it.
NORM = regex.compile(
    r"(?<!\p{L})(?:sẽ|cần|phải|đề nghị|yêu cầu|kiến nghị|mỗi|không quá|quy định|phấn đấu|mục tiêu|còn (?:thiếu|vướng))"
    r"(?!\p{L})"
)
# What is said of the meeting itself: who attends, what is awarded, discussed or passed there.
MEETING = regex.compile(
    r"(?<!\p{L})(?:dự (?:hội nghị|họp|buổi|cuộc|phiên)|điểm cầu|chất vấn)(?!\p{L})|"
    r"\Gtại (?:hội nghị|buổi|cuộc|phiên|kỳ họp)[^.;]{0,80}?(?<!\p{L})"
    r"(?:khen|tặng|trao|thảo luận|phát biểu|tham luận|ý kiến|thông qua|nghe|tuyên dương|biểu dương)"
)
# The time in a meeting's name is what it speaks of, not when it meets: "hội nghị giao ban quý I với 63 sở".
MEETING_NAME = regex.compile(
    r"(?<!\p{L})(?:(?:hội nghị|phiên họp|cuộc họp|buổi họp) (?:sơ kết|tổng kết|triển khai|đánh giá)(?: \p{L}+){0,8}|"
    r"giao ban(?: \p{L}+){0,3}) $"
)
THIS_MONTH = regex.compile(r"(?:trong )?tháng(?: này)?$")
THIS_YEAR = regex.compile(r"(?:trong|cả) năm$|(?:trong )?năm (?:vừa )?qua$")
PARENTHESIS = regex.compile(r"[^()]{0,80}\($")
WITHIN = regex.compile(r"(?<!\p{L})trong $")  # "trong 6 tháng", said of "6 tháng đầu năm"
DASH = regex.compile(r" - (?:kỷ niệm )?$")
