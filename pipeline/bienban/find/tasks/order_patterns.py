"""What stands around an order ("yêu cầu", "giao"): word classes and fixed phrases, no logic."""

from __future__ import annotations

import regex

from bienban.find.tasks.patterns import any_of

# What a law says in general.
BY_LAW = regex.compile(r"theo (?:quy định|luật)(?: của pháp luật)?, ")
_STATUTE = r"(?:luật|bộ luật|pháp lệnh|nghị định|thông tư|hiến pháp)\b(?! sư)"
BY_STATUTE = regex.compile(
    r"(?:\G|(?<=[,:;“\"] |rằng |là ))(?:cũng )?theo (?:(?:quy định|nội dung)(?: (?:tại|của|trong))? )?(?:điều \d+,? )?"
    rf"(?:{_STATUTE}|quyết định\b)[^;.“”]*?,"
)
STATUTE_SAYS = regex.compile(rf"(?:\w+ )?{_STATUTE}[^,;.“”]{{0,120}}? (?:quy định|cho phép|nêu rõ|yêu cầu|bắt buộc)\b")
# Who orders in writing, and where those begin to whom the letter goes.
_WRITES = (
    r"\b(?:có|ra|ký|gửi|phát đi|ban hành) (?:văn bản|công văn|công điện|chỉ thị|thông báo)(?: khẩn| hỏa tốc)?"
    r"(?: số [\w/-]+)?(?: ngày [\d/-]+)?\b"
)
_IN_WRITING = rf"{_WRITES}(?: (?:gửi|về) [^;:.]{{3,120}}?,?)?"
WRITTEN_TO = regex.compile(rf"{_WRITES} gửi ")
# Between a subject and its reporting verb, read from the verb back.
BEFORE_CUE = regex.compile(
    rf"(?r)(?:\s|{_IN_WRITING}|\b"
    + any_of("""
    cũng|đã|tiếp tục|còn|vừa|luôn|trực tiếp|thống nhất|nhất trí|nghiêm túc|thẳng thắn|đặc biệt|tiếp đó|lần nữa|một|lại
    |vẫn|cơ bản|hoàn toàn|bước đầu|rất|kiên quyết|có|thậm chí|từng|bày tỏ|đồng thời""")
    + r"\b)+"
)
PAST = regex.compile(
    r"\b(?:đã|từng)(?: (?:chủ động|tích cực|trực tiếp|kịp thời|thường xuyên|tập trung|luôn))*(?P<written> "
    rf"{_IN_WRITING})?\s*$"
)
# After these, what somebody "đã yêu cầu" is told as a result.
RECOUNTS = regex.compile(r"\b(?:cho biết|cho hay|thông tin(?= (?:rằng|thêm|hiện|đã|đến|sau)))\b")
# A time that is over: an order that somebody "đã" gave in it is told as a result.
_OVER = any_of(r"""
    trước đó|sau đó|trước đây|trước kia|lâu nay|(?:năm|tháng|tuần|quý) (?:ngoái|trước)|[^,]{0,30}\bqua
    |(?:từ )?đầu năm(?: đến nay)?
    |(?:ngay )?(?:từ |vào |hồi |trong )?(?:đầu |giữa |cuối )?(?:năm \d{4}|tháng \d{1,2}(?:[/-]\d{4})?|quý \w+/\d{4})
    |trong (?:năm|quý|kỳ|tháng|thời gian)(?: \d+)?(?: qua| vừa qua)?""")
LOOKS_BACK = regex.compile(rf"(?:{_OVER}, )+")
# Such an order: what follows in its sentence is told like it.
TOLD_ORDER = regex.compile(
    rf"(?:{RECOUNTS.pattern}|^{LOOKS_BACK.pattern}|^theo |\btrước (?:đó|đây)(?= (?:đã|từng))).*?"
    rf"\b(?:đã|từng) (?:{_IN_WRITING}[^;:.]{{0,80}}? )?(?:yêu cầu|giao|chỉ đạo|đề nghị|phân công)\b"
)
# What is judged and not ordered: "yêu cầu doanh nghiệp phải có xưởng là không cần thiết".
JUDGED = regex.compile(
    r"[^;.]{5,200} là (?:(?:không|chưa|rất|hoàn toàn) )*(?:cần thiết|hợp lý|phù hợp|chính đáng|vô lý|đúng đắn)\b"
)
# After an order that somebody "đã" gave: what came of it.
CAME_OF_IT = regex.compile(r"[^.]*?[;,] (?:kết quả|đến nay|nhờ (?:đó|vậy))\b")
# An order that was given at the meeting itself is no result, whatever its tense.
AT_MEETING = regex.compile(r"\b(?:tại|trong) (?:hội nghị|(?:cuộc|buổi|phiên) (?:họp|làm việc|giao ban|kiểm tra))\b")
# What bodies do as often as they report it.
DONE = frozenset(("quán triệt", "định hướng", "xác định"))
# Bodies joined in one subject.
SEVERAL = regex.compile(r", (?=\p{Lu})| và ")
MEETING = regex.compile(r"(?:hội nghị|phiên họp|cuộc họp|kỳ họp|đại hội)\b")
PASSIVE = regex.compile(r"\b(?:được|bị)\s?$")
# Before the one from whom somebody gets an order.
BY_AGENT = regex.compile(r"\b(?:được|bị) (?=[^,;:.“”]*$)")
# Before an order verb: nothing is ordered yet, or only under a condition.
NO_ORDER = regex.compile(
    r"\b"
    + any_of("""
    sẽ|có thể|để|nếu|không|chưa|muốn|cần|phải|đang|nhằm|việc|khi|chỉ|được quyền|có quyền|tiếp tục có|theo|do|vì|bởi""")
    + r"\s$"
)
# A topic or a case before an order, without a comma.
ON_TOPIC = regex.compile(
    r"(?:riêng |còn )?(?:về|đối với|với|trong|tại|khi|để|nhằm|nếu|trường hợp|liên quan)\b [^,;:.“”]*"
)
# What is told of those who get an order, up to the modal of what they are to do ("người dân | từng qua chợ | cần …").
TOLD_OF = regex.compile(
    r" (?:mà|từng|đã|đang|chưa|thuộc|và|có(?! (?:biện pháp|giải pháp|kế hoạch|phương án|trách nhiệm|báo cáo|văn bản)))"
    r" [^,;:.“”]{2,100}? (?=(?:cần|phải)\b(?! thiết))(?<!\b(?:việc|gì|vấn đề|nhiệm vụ|nội dung|không) )"
)
# What happens before something else does: an order in it is told.
AFTERWARDS = regex.compile(r"\b(?:sau khi|trước khi) (?=[^,]*$)")
# The left context of what somebody is to direct: he is the one who gets an order.
ORDERED = regex.compile(r"\b(?:đề nghị|yêu cầu|giao|phân công) (?:cho )?(?!và\b)[^,;:]+$")
# The end of a subject's name or title, before an order without addressee.
NAMED_RIGHT_BEFORE = regex.compile(
    r"(?:\p{Lu}[\p{L}.]*(?: \p{Ll}+)?|thành phố|tỉnh|huyện|xã|[Đđ]ồng chí|[Ôô]ng|[Bb]à)(?: (?:cũng|đã|tiếp tục))*\s$"
)
# The left context of an order that only tells when something else happened ("Khi được Chủ tịch yêu cầu …"), or that is
# what another order will say ("sẽ chỉ đạo các xã | yêu cầu …").
SUBORDINATE = regex.compile(
    r"\b(?:(?:khi|sau khi|trước khi|do|vì|đã) (?:được|bị)|sẽ (?:chỉ đạo|yêu cầu|đề nghị|giao))\b[^,.…]*$"
)
# An order whose object is a post, not a thing to do.
APPOINTMENT = regex.compile(
    r"\b(?:giữ chức|thôi giữ|(?<!trực tiếp )làm (?:bí thư|chủ tịch|giám đốc|trưởng|phó)"
    r"|tham gia ban chấp hành|thôi tham gia|(?:điều hành|phụ trách) (?:\w+ ){0,2}(?:ban|đảng bộ|\w+ ủy|ubnd|sở)\b)"
)
# After those who get an order: only that the sentences after it say what they are to do.
ANNOUNCED = regex.compile(
    r"(?: (?:làm|thực hiện|triển khai|tập trung(?: vào)?)?(?: ngay| tốt)?"
    r"\s?(?:\d+|một số|các|những|hai|ba|bốn|năm|sáu|bảy) (?:nhóm )?"
    r"(?:nhiệm vụ|việc|nội dung|giải pháp|công việc|đầu việc|khâu|vấn đề|mũi|mặt)\b[^:;.]{0,60}"
    r"| (?:cụ thể )?như sau)?\s?[:.]"
)
# An object that only counts the things to do ("giao 84 đầu việc").
COUNTED_TASKS = regex.compile(
    r"(?:\d+|hai|ba|bốn|năm|sáu|các|một số|những) (?:nhóm )?"
    r"(?:đầu việc|việc|nhiệm vụ|công việc|nội dung|yêu cầu|chỉ tiêu|vấn đề|điểm|giải pháp)\b"
)
# Verbs of saying that only inform: what must be done in general then is no demand.
INFORMS = regex.compile(r"(?:cho (?:biết|hay)|thông tin|giải thích|trả lời|kể|nói)\b")
# A thing that is said to be something: "“Chuyển đổi số không phải là việc của riêng ai”".
SLOGAN = regex.compile(
    r"(?!(?:\w+ ){0,2}(?:coi|xem|xác định|phấn đấu)\b)[^,;:.“”\"]{3,80} (?:không phải |chính |luôn )?là "
    r"(?:việc|nhiệm vụ|trách nhiệm|yêu cầu|giải pháp|chìa khóa|động lực|mục tiêu|xu thế|cơ hội|nền tảng|khâu"
    r"|thước đo|vấn đề|cơ sở|tiền đề|điều kiện|của)\b"
)
