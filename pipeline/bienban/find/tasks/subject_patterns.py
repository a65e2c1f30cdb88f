"""What a subject and a title are recognised by: word classes and fixed phrases, no logic."""

from __future__ import annotations

import regex

PRONOUN = regex.compile(
    r"(?:tôi|chúng tôi|đồng chí|ông|bà|anh|chị|cô|thầy|vị này"
    r"|người đứng đầu(?![\w ]*\b(?:các|từng|mỗi)\b)[\w ]*)(?: này)?"
)
# "cơ quan này": the body that is speaking.
OWN_BODY = regex.compile(r"(?:cơ quan|đơn vị|bộ|sở|ban|ngành|cục|tổ chức|ngân hàng|tập đoàn) này")

HONORIFIC = regex.compile(r"(?:(?:các )?đồng chí|đ/c|ông|bà|anh|chị|cô|thầy|tân|nguyên|đại diện|thay mặt)\s")
LEADER = regex.compile(r"(?:(?:vị )?lãnh đạo|người đứng đầu) ")
DEPUTY = regex.compile(r"(?:quyền |phó |tân |nguyên )+")
# What speaks without being a body. "Kết luận hội nghị, …" is what somebody does while he speaks.
THING = regex.compile(
    r"(?:hội nghị|cuộc họp|phiên họp|thông báo(?: kết luận)?|kết luận(?! (?:hội nghị|buổi|phiên|cuộc|kỳ))"
    r"|(?:cũng )?(?:có |nhiều |các |một số |đa số |phần lớn )*ý kiến(?! chỉ đạo| kết luận)"
    r"|(?:cũng )?(?:có|nhiều|đa số|phần lớn|không ít) (?:đại biểu|đb|cử tri|chuyên gia)"
    r"|chủ tọa|đoàn chủ tịch|chỉ thị|nghị quyết|công điện|công văn|văn bản"
    r"|kế hoạch)[\w ]{0,60}"
)
_WRITTEN = (
    r"(?:công văn|văn bản|thông báo(?: kết luận)?|công điện|chỉ thị|quyết định|kế hoạch|kết luận)(?: hỏa tốc| khẩn)?"
)
# "Công văn số 12/UBND-KT, ngày 3/5, của | UBND tỉnh": the body that issued it speaks.
ISSUED = regex.compile(rf"{_WRITTEN} (?:(?:số )?\d[^;:]* )?của ")
# "Công văn cũng": whoever is speaking issued it.
OWN_DOCUMENT = regex.compile(rf"{_WRITTEN}(?: trên| này)?(?: cũng)?")
SIDE = regex.compile(r"(?:về )?phía ")
# The end of a clause whose subject was named before, so that the verb after it shares that subject.
JOINED = regex.compile(r"(?:^|[,;:(“\"-]|\b(?:và|đồng thời|trong đó|còn|cũng|rồi|sau đó|từ đó|nên|thì|riêng))\s*$")
# A name after these is no subject, nor of what is only referred to ("… như Bí thư Nguyễn Văn A đã chỉ đạo").
OBJECT = regex.compile(r"\b(?:của|với|cho|do|là|gồm|cùng|về|tới|đến|gặp|bởi|giúp|như|mà)\s+[\w ]{0,60}$")
APPOSITION = regex.compile(r"\s*[,(-]\s*")
# After a name: "đại biểu Nguyễn Văn A (Hà Nội)", "đồng chí A thay mặt Ban Thường vụ".
CONSTITUENCY = regex.compile(r"\s*(?:\([^()]*\)|thay mặt [^,;:]{2,80})\s*")
ENCLOSED = regex.compile(r"(?r)\s*\([^()]{1,80}\)$")  # "Cục Thú y (Bộ Nông nghiệp)"
# Who leads a delegation is said between it and its verb.
LED = regex.compile(r"(?<=\bđoàn\b[^,;:]{0,40}) do [^;:]{3,120} làm trưởng đoàn$")
# A title between two dashes or commas after a name: "ông Nam - Phó Chủ tịch xã - yêu cầu".
CLOSED_TITLE = regex.compile(r"\p{L}(?: -|,) (\p{Lu}[^,;:-]{2,80}?) ?[-,]$")
CIRCUMSTANCE = regex.compile(r"(?:sau khi|trước khi|khi|trả lời|giải đáp)\b")
AND = regex.compile(r"\s?(?:,|và)\s(?=.)")
STOP = regex.compile(r"[,.:;\n] ")
CLAUSE_STOP = regex.compile(r"(?:[,:;”\"…]|\.\.\.)[ -]{1,3}[“\"]?(?:thì |nên )?")
MANY = regex.compile(r"\b(?:các|từng|mỗi) (?:bộ|ban|sở|cơ quan|đơn vị|tỉnh|huyện|xã|quận|địa phương|cấp|ngành)\b")
# What no title holds: a clause of its own, or those of many places ("chủ tịch UBND các huyện").
NO_TITLE = regex.compile(
    r"[,;] \p{Ll}|\b(?:đã|có|là|sẽ|đang|được|trong|tại|khi|và|về|với|đều|không|chưa|vừa)\b"
    rf"|{MANY.pattern}"
)
