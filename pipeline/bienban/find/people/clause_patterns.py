"""What a clause says of a person: words and patterns of roles and of posts conferred, no logic."""

from __future__ import annotations

import regex

#: Words that make a list of names one of those who chair, or of those present.
LISTING = regex.compile(
    r"\b(?:(?<chair>chủ trì|chủ tọa|điều hành)"
    r"|dự|tham gia|cùng đi|chứng kiến|hiện diện|điểm cầu|có mặt|phía|đón|đoàn|quy tụ|thành phần|làm việc|tiếp"
    r"|(?:trao|tặng)(?: tặng)?(?! (?:quyết định|giải|bằng|giấy|huy|huân|danh|kỷ niệm|cờ|tặng))"
    r"|gặp|hội đàm|hội kiến|tiếp xúc)\b"
)
#: Words of a list that leave its role to others ("Chủ trì tại điểm cầu tỉnh có …").
PLACE_OF_LIST = {"điểm cầu", "phía", "đoàn", "thành phần"}
#: The end of "dưới sự chủ trì của" and of "với sự tham dự của".
CHAIRED_BY = regex.compile(r"\b(?:chủ trì|điều hành|chủ tọa) của$")
ATTENDED_BY = regex.compile(r"\bsự (?:tham dự|tham gia|có mặt|hiện diện|góp mặt) của$")
#: What an attendee may do besides, which then is the role.
MORE_THAN_ATTENDING = regex.compile(
    r"\b(?:(?<chair>chủ trì|và điều hành)|phát biểu|kết luận(?! số)|trình bày|báo cáo)\b"
)
#: Nouns of events, and the prepositions by which a verb after such a noun is part of its name ("tại buổi làm việc").
EVENTS = {"buổi", "cuộc", "lễ", "phiên", "nghị", "đợt", "chuyến"}
AT_EVENT = {"tại", "trong", "sau", "trước", "ở"}
#: Who hears or meets others does not speak with them ("nghe … báo cáo").
HEARING = {"nghe", "lắng nghe", "chứng kiến"}
#: Whoever stands directly after these is given something.
GIVING = {"tặng", "trao", "trao tặng", "khen thưởng"}
#: By whom something is done: the role is that of the verb that follows.
AGENT = {"do", "được", "bị", "như"}
#: Prepositions and verbs before a person of whom something is said or done.
OBLIQUE = frozenset(
    "của cho tới với bởi thay để là tặng thăm mời nhắc cử bầu động nhiệm định sung công thiệu mừng ơn vấn sinh tang "
    "đình nhân vụ hợp đến".split()
)
#: Words before a list of those present, and before somebody met there.
OPENS_LIST = {"có", "gồm", "tụ", "còn"}
COMPANY = {"với", "cho", "cùng"}
#: Verbs by which a post is conferred, and the words that lead up to it.
CONFERRED = regex.compile(
    r"\b(?:bầu|đắc cử|trúng cử|bổ nhiệm|phân công|cử|chỉ định|điều động|phê chuẩn|chuẩn y|tín nhiệm|bổ sung|giao"
    r"|nhận nhiệm vụ|do)\b"
)
CONFER = regex.compile(
    r"(?!(?:\S+ )*(?:thôi|từng|nguyên|đang) )(?:\S+ )*?"
    r"(?:giữ chức(?: vụ| danh)?|giữ cương vị|vào(?: vị trí)?|được bầu"
    r"|(?:đắc|trúng) cử(?: chức vụ| chức danh)?|\S+ làm|rồi|nhận nhiệm vụ|giao)"
)
#: The end of what confers a post before it is named; what stands between the post and its new holder, its last words.
DUTY = regex.compile(r"\b(?:bầu(?: bổ sung)?|(?:bầu|bổ nhiệm|phê chuẩn)\b.* (?:chức danh|chức vụ|chức))(?: \d+)?$")
TOWARDS = regex.compile(r"(?:(?:nhiệm kỳ|khóa) [\d \p{L}]+? )?(?:đối với|cho)(?: các)?")
TOWARDS_ENDS = {"với", "cho", "các"}
#: What is said by somebody, and who says it after "của".
OPINION = regex.compile(
    r"\b(?:là|theo|sau|như) (?:những |các )?"
    r"(?:nhận xét|khẳng định|chia sẻ|lời|nhận định|đánh giá|ý kiến|tâm sự|nhấn mạnh|phát biểu|quan điểm|thông tin)"
    r"(?:(?: \S+){0,2}? của)?$"
    r"|\b(?:câu hỏi|chất vấn|thắc mắc)(?: \S+){0,2} của$"
)
#: For or about whom somebody else acts.
BESIDES = regex.compile(r"\b(?:thay mặt(?: cho)?|đối với|vụ án)(?: các)?$")
STATION = regex.compile(r"\btrên cương vị(?: mới)?(?: là)?$")
STATION_ENDS = {"vị", "mới", "là"}

#: Between who speaks and what is said.
SAYS = regex.compile(r": ?[“«\"]")
OPENING_QUOTES = "“«"
CLOSING_QUOTES = "”»"
