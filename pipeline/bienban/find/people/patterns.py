"""What names and posts look like: patterns and short word lists, no logic. Long lists are in the lexicon."""

from __future__ import annotations

import regex

#: A word: abbreviations before a dot apart ("TS.", "TP."), initials and codes whole ("T.Ư", "C.Mác", "TT&TT", "GD-ĐT").
TOKEN = regex.compile(
    r"\p{Ll}++(?![\p{L}\d'’‘&/-])"  # most are nothing of what follows
    r"|[đĐ]/c\b"
    r"|(?:GS|PGS|TS|TSKH|ThS|Ths|BS|KS|CN|LS|KTS|DS|TP|Tp|TX|TT|Mr|Mrs|Ms|Dr)(?=\.)"
    r"|Th\.S\b|\p{Lu}+\.[ƯW]\b"
    r"|\p{Lu}{1,2}(?:\.\p{Lu}\p{L}*)+"
    r"|[\p{L}\d]+(?:(?:['’‘&]|-(?=\p{Ll})|(?<=\p{Lu})-(?=\p{Lu}{2}))[\p{L}\d]+)*"
)
BLANKS = regex.compile(r"\s{2,}")
#: A syllable of a name in ordinary capitals, and one in capitals throughout.
SYLLABLE = regex.compile(
    r"[HKY]\p{Lu}\p{Ll}+|(?:\p{Lu}\.)*\p{Lu}(?:['’‘]?\p{Lu}?\p{Ll}+(?:['’‘-]\p{L}\p{Ll}*)*)?|\p{Lu}['’‘]\p{Lu}?\p{Ll}+"
)
#: A syllable that Vietnamese could have, in lower case.
VIETNAMESE = regex.compile(
    r"(?:ngh?|nh|gh?|gi|kh|ph|qu|th|tr|ch|[bcdđhklmnprstvx])?"
    r"[aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]{1,3}"
    r"(?:ch|nh|ng|[cmnpt])?"
)
CAPITALS = regex.compile(r"\p{Lu}{2,}")
#: Lower-case words inside foreign names ("Ursula von der Leyen").
PARTICLES = {"von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "bin", "al", "el", "la", "le"}
#: Parts of the day and the year, which begin a sentence where a number follows ("… Hữu Khải | Sáng 13/5").
DAY_PARTS = {"Sáng", "Trưa", "Chiều", "Tối", "Đêm", "Ngày", "Tháng", "Năm"}
#: A name of the peoples of the highlands that stands alone ("K'Brêm", "H'Lim").
HIGHLANDER = regex.compile(r"[HK]['’‘]\p{Lu}?\p{Ll}+")
#: Initials alone, which are no name, and initials with a name.
INITIALS = regex.compile(r"\p{Lu}(?:\.\p{Lu})*")
INITIAL_AND_NAME = regex.compile(r"(?:\p{Lu}\.)+\p{L}{2,}")

#: What may stand between an honorific or a post and the name it introduces.
BEFORE_NAME = regex.compile(r"\)? (?:\([^()]{1,40}\) )?|\. ?|: ?[-+*]? ?")
#: What introduces a name without honorific, and its last words.
INTRODUCING = {"sinh", "mất", "của", "án", "lời"}
INTRODUCED = regex.compile(r"\b(?:[Nn]gày (?:sinh|mất)(?: của)?|[Vv]ụ án|dẫn lời) $")
#: Between a name and the posts said of it, and between one post and the next.
AFTER_NAME = regex.compile(
    r"(?: ?\([^()]{1,30}\))?(?: ?, ?| ?- ?)(?:\d{2} tuổi, )?"
    r"| \((?:(?:\d{2} tuổi|SN|sinh năm)[ \d]*, )?"
    r"| "
)
NEXT_POST = regex.compile(
    r" ?, ?(?:kiêm )?| ?- ?| kiêm (?:nhiệm )?"
    r"| ?,? ?(?:\(?(?:nhiệm kỳ|khóa) [\dIVXLC -]+\)?) ?(?:, ?| - )"
    r"| ?\([^()]{1,40}\) ?[,-] ?"
)
#: Between a post and the honorific of its holder ("Phó Chủ tịch tỉnh - ông …").
APPOSED = regex.compile(r", | ?- ")
#: Between a plural opener or its posts and the names that it opens ("các đồng chí | trong Ban Thường vụ: | …").
GROUP = regex.compile(r"[^.;:]{0,80}: ?(?:[-+*] ?)?")
#: Between a plural opener and its posts ("các đồng chí | là | Ủy viên …").
AS = regex.compile(r" (?:nguyên )?là ")
#: Between the members of a list of names.
MEMBER = regex.compile(
    r"(?: \([^()]{1,40}\)(?=[,;]| và| -))?(?:.*;)?[ ,:.•+*)-]*(?:(?:và|cùng|cùng với|với) )?(?:các )?", regex.DOTALL
)

PLURAL = {"các", "những", "hai", "ba", "bốn", "năm", "sáu"}
PREFIXES = {"nguyên", "cựu", "cố", "tân", "quyền", "phó"}
#: What "phó" takes without "trưởng": "Phó ban", "Phó phòng".
DEPUTY_OF = {"tổng", "ban", "phòng", "khoa", "đoàn", "công", "văn", "thủ", "ty", "cục", "vụ"}
#: Posts that are held with another one.
ASSISTANTS = {"trợ lý", "thư ký", "cố vấn"}
#: "Ủy viên …" in capitals: "UVBTV", "UVTVTU".
ABBREVIATED_POST = regex.compile(r"UV\p{Lu}*")
#: Before these callings a body is named ("Hội Nhà báo", "Đoàn Luật sư").
GUILDS = {"hội", "đoàn", "phòng", "gia", "tổ", "khối", "đội"}
#: Members of bodies who give these their name ("đoàn đại biểu Quốc hội").
DELEGATES = {"đại biểu", "đại biểu quốc hội", "cán bộ", "chuyên gia", "giáo viên", "nhân viên"}
#: Addresses that are common words and names too: with a capital they count only where a sentence or quotation begins.
COMMON_ADDRESSES = {"anh", "chị", "em", "cô", "chú", "bác", "cụ", "cháu", "thầy", "tướng"}
#: Words that make a capitalised run after them the name of a unit, and those whose commas add the unit above.
UNITS = {"tỉnh", "phố", "huyện", "xã", "phường", "quận", "trấn", "thị", "ủy", "bộ", "thôn", "TP", "khu", "đoàn", "an"}
LOWER_UNITS = {"huyện", "xã", "phường", "quận", "trấn", "thôn"}
VILLAGES = {"thôn", "bản", "ấp", "xóm", "buôn", "làng", "phố", "khóm", "khu", "tổ", "chi", "sóc", "bon"}
COMMUNES = {"xã", "phường", "thị"}
UNIT_ABOVE = {"tỉnh", "thành", "huyện", "thị", "quận", "TP", "TX"}
#: Abbreviations whose dot ends no post ("TP. …", "Q.1").
DOTTED = {"TP", "Tp", "TX", "TT", "Q", "P", "T"}
#: Heads of bodies: after a comma they continue a post ("Vụ trưởng Vụ Đào tạo, Bộ Nội vụ").
BODY_HEADS = {
    "Văn",
    "Tỉnh",
    "Huyện",
    "Hội",
    "Liên",
    "Bộ",
    "Tổng",
    "Cục",
    "Sở",
    "UBND",
    "HĐND",
    "Ủy",
    "Ban",
    "Đảng",
    "Quân",
    "Công",
    "Trường",
    "Học",
    "Viện",
    "Bệnh",
    "Trung",
    "Đại",
    "Tập",
    "Hệ",
    "Ngân",
}
#: Words that begin the names of companies.
COMPANY_WORDS = ("công ty", "tập đoàn", "doanh nghiệp", "hợp tác xã", "HTX", "khách sạn", "nhà hàng", "cơ sở")
#: Parts of a body, after which a comma adds the body they belong to.
BODY_PARTS = {"phòng", "vụ", "cục", "trung", "khoa", "viện", "ban", "đội", "trạm", "lớp", "tổ"}
#: Middle names that never end a name.
MIDDLE_NAMES = {"Văn", "Thị", "Bá", "Đình"}
#: What begins a body's name and no person's.
NOT_NAMES = {"Bộ", "Ban", "Sở", "Ủy", "Uỷ", "Đảng", "Cục", "Vụ", "Hội", "Tỉnh", "Huyện", "Báo", "Đài", "Cổng"}
#: Bodies whose own names hold commas.
LISTED_BODIES = {"bộ", "sở", "ban", "vụ", "cục", "phòng", "khoa", "viện", "hội", "ủy", "trung", "đạo"}
#: Before these a clause word is part of a body's name ("Đoàn kiểm tra", "Ban chỉ đạo").
BODY_BEFORE_NOUN = {"ban", "đoàn", "tổ"}
#: Words in the names of bodies set up for a task.
TASK_BODIES = {"đạo", "tác", "việc"}
#: After a dash in lower case: second halves of "kinh tế - xã hội" and the like.
SECOND_HALVES = {"xã", "ngân", "quốc", "an", "đào", "kế", "kỹ", "hạ", "văn", "khoa"}

#: Words that say for or with whom somebody acts: the first post after them is another's ("Thay mặt Thủ tướng, …").
ON_BEHALF = regex.compile(
    r"\b(?:ủy quyền|thay mặt|thừa lệnh)(?: của)? $"
    r"|(?:^|, )(?:tại|trong|sau|báo cáo|trao đổi|trả lời|chia sẻ|thảo luận|đồng tình|thống nhất|nói)"
    r" (?:[^,]* )?(?:với|của) $"
)

#: A photo credit and a byline's label; agencies before or after a name are capitals or stand behind a slash.
CREDIT = regex.compile(
    r"\b(?:[ẢảA][nN][hH]|ẢNH)(?: (?:minh họa|tư liệu|chụp))?\s?[:.]\s?(?:(?:CTV|PV)\.? )?(?=[\p{Lu}(/])"
)
LABEL = regex.compile(
    r"(?:Tác giả|Người viết|Người đưa tin|Thực hiện|Biên soạn|Biên tập|Người đăng|Nguồn tin|PV|Phóng viên|CTV"
    r"|(?:Tin|Bài)(?:(?: ?,| và|,? ?-| ?/)? ?(?:[bB]ài|[ảẢ]nh|video))*)(?: ?: ?| (?=\p{Lu}))"
)
#: A credit without a colon is one where nothing else stands in its sentence.
PICTURE = regex.compile(r"(?:Ảnh|ẢNH) ((?:\p{Lu}[\p{L}'’]* ?){2,4})\.?")
SIGNATURE = regex.compile(r"(?:\p{Lu}\.)?\p{Lu}[\p{L}'’]*(?: \p{Lu}[\p{L}'’]*){0,4}")
SIGNATURE_GAP = regex.compile(r" ?(?:[-,/&(]|và) ?")
#: Words between what is named and its examples ("các tuyến đường như …").
EXAMPLES = {"như", "gồm", "là"}
#: Between the names of streets or places told together: "đường … và …", "nút giao … - …".
TOGETHER = regex.compile(r" ?[-,] ?| và ")
#: The end of a quotation before who said it.
QUOTED = regex.compile(r"[”\"»] ?[-,]? ?")
#: What may follow a signature at an article's end.
AGENCY = regex.compile(r" ?[/(|] ?\p{Lu}[^\n]{1,40}")
#: A body for which somebody signs after a dash, and what may follow it.
FOR_BODY = regex.compile(r" - (?=\p{Lu})")
DATELINE = regex.compile(r" ?[-|,] ?(?:Thứ (?i:hai|ba|tư|năm|sáu|bảy|[2-7])\b|Chủ nhật|\d{1,2}[:/.]\d)")
