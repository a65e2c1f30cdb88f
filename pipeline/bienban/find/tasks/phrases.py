"""Noun phrases that name those who are to do a task, and where they end."""

from __future__ import annotations

import regex

from bienban.find.tasks.patterns import QUANTIFIER, WORD
from bienban.find.tasks.words import ADVERBS, CUES, MODIFIED, REPORTS, VERBS, body_at, predicate_at

# What joins two bodies of one phrase.
JOIN = regex.compile(
    r"\s?(?:,|;|-(?= )|\bvà\b|\bcùng(?: với)?\b(?! cấp\b)|\bvới\b|\bcũng như\b|\bhoặc\b)\s?"
    r"(?:(?:và|nhất là|đặc biệt là|trước hết là|trực tiếp là|trong đó có|cùng|cả)\b\s?)?"
)
# Words that end a phrase: what follows is said of it.
_ENDS = regex.compile(
    r"(?:đã|đang|sẽ|từng|dự kiến|theo(?! dõi)|căn cứ|để|nhằm|khi|nếu|về|vì|từ|trước|sau|(?<!nước )ngoài(?! nước)"
    r"|thông qua|trên (?:cơ sở|cương vị|tinh thần)|với|cùng(?! cấp)|là|cũng|còn|vẫn|rất"
    r"|được(?= (?:giao|yêu cầu|đề nghị|phân công)|\s*$)|mà|thì|rằng|như|không|chưa"
    r"|cần thiết|tới|đến|chậm nhất|muộn nhất|một số"
    r"|thời gian|định kỳ|(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm)"
    r"|bằng|qua|chỉ(?! (?:đạo|huy|số|thị|tiêu))|do đó|vì vậy|bên cạnh|ngay|hết|nên|nói chung|nói riêng"
    r"|trong (?:thời gian|nhiệm kỳ|giai đoạn|điều kiện|bối cảnh|mọi|quá trình|năm|tháng|quý|tuần|khi|công tác|việc"
    r"|tổ chức|vòng|\d+))\b"
)
# After these a verb is part of the phrase ("các đơn vị được | kiểm toán").
_AFTER_NOUN = regex.compile(r"(?:được|bị|có|các|những|của|theo|trong|(?<!, )ban)\s$")
# What many offices are for, which is part of their names.
_AGAINST = regex.compile(
    r"(?<=\b(?:đạo|huy|cục|phòng|tác|đội|mạng|điều|lượng|cơ quan|xung kích))(?: về| và)? phòng,? chống "
    r"(?:tham nhũng(?:, lãng phí)?(?:, tiêu cực)?|thiên tai(?: và tìm kiếm cứu nạn)?|dịch(?: bệnh)?(?: covid-19)?"
    r"|tội phạm(?: sử dụng công nghệ cao)?|ma túy|tệ nạn xã hội|buôn lậu|cháy rừng|cháy, nổ|mua bán người|rửa tiền)\b"
)
# "các bộ, ngành có liên quan (đến vụ việc)", "các sở còn lại", "Sở A là cơ quan thường trực", "cấp ủy viên phụ trách
# địa bàn": modifiers, no verbs.
_CONCERNED = regex.compile(
    r" (?:có liên quan|còn lại|nói trên|nêu trên|kể trên|cấp trên trực tiếp(?: cơ sở)?"
    r"|(?:là )?(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì)|phụ trách (?:địa bàn|lĩnh vực|cơ sở)"
    r"|theo (?:địa bàn|lĩnh vực|nhiệm vụ) (?:được (?:phân công|giao)|phụ trách)|có [^,;:.]{2,30}(?=:))(?!\w)"
)
# After a verb it shows that the verb is no predicate: "các cán bộ coi thi | phải …".
_MUST = regex.compile(r" (?:cần(?! thiết)|phải|không được)\b")
# "chỉ huy các cấp | lãnh đạo thực hiện": what they do, not a body.
_DIRECTS = regex.compile(r"(?:lãnh đạo|chỉ đạo)(?:, (?:lãnh đạo|chỉ đạo))?,? (?=\p{L})")
# "ngành Y tế | 4 việc": how many things to do, not who is to do them.
_COUNTED = regex.compile(
    r"(?:\d+|hai|ba|bốn|năm|sáu) (?:nhóm )?(?:việc|nhiệm vụ|nội dung|vấn đề|yêu cầu|điểm|giải pháp)\b"
)
# "đơn vị nào chậm thì …": a case, not somebody.
_ANY = regex.compile(r" nào\b")
_PERSON = regex.compile(r"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị) (?=\p{Lu}\p{Ll})\p{L}+")
_OWN_VERBS = ("có", "là", "làm", "đưa", "lập", "giao", "tăng", "mở", "cử", "gửi")  # never the second syllable of a name
# Second syllables of what ministries and departments are called after ("Tài | chính").
_SECOND = (
    "chính|dục|nghiệp|trường|phòng|thương|dựng|vụ|giao|pháp|tin|thông|hóa|thao|lịch|học|nghệ|tế|động|binh|hội|hoạch|tư"
    "|tải|tộc|giáo|dân|nguyên|thôn|an|quan|niên|nữ|sát|toán|tra|hàng|lâm|đạo|huy|lý|vận|chức"
)
# What else may follow a comma in "ngành điện, viễn thông".
_SECTOR = regex.compile(
    r"(?:điện(?: lực)?|viễn thông|y tế|giáo dục|công an|quân đội|quân sự|tài chính|thuế|hải quan|ngân hàng|nông nghiệp"
    r"|công thương|giao thông|xây dựng|văn hóa|du lịch|than|dầu khí|nội vụ|tư pháp|thanh tra|kiểm lâm)\b"
)
# What closes such a name, in lower case too.
_FIELD = regex.compile(
    r"(?:đào tạo|đầu tư|du lịch|truyền thông|môi trường|xã hội|phát triển nông thôn|công nghệ|thể thao|gia đình)\b"
)
# What may follow a head in any phrase.
_MODIFIER = regex.compile(
    rf" (?:\p{{Lu}}\p{{Ll}}* (?:{_SECOND})|\p{{Lu}}[\w.&-]*"
    r"|liên quan|có liên quan|thành viên|chức năng|trực thuộc|địa phương|nghiệp vụ|chuyên môn|cơ sở"
    r"|các (?:cấp|tỉnh|huyện|quận|xã|phường|địa phương)"
    r"|cấp (?:tỉnh|huyện|xã|trên)|tỉnh|huyện|xã|thành phố"
    r"|(?:trong|trên|toàn) (?:toàn )?(?:tỉnh|huyện|xã|thành phố|ngành|địa bàn|cả nước)(?: (?:tỉnh|huyện|xã|thành phố))?"
    r")(?!\w)"
)


def noun_phrase(norm: str, low: str, start: int, end: int) -> int | None:
    """Where the phrase that names bodies or people from `start` on ends; None where none begins."""
    at = head_end(norm, low, start, end)
    if at is None or _ANY.match(low, at, end):
        return None
    # Whether a general noun stood last: a verb after it may be its modifier ("cơ quan | quản lý nhà nước").
    general = _is_modified(low, start, at) and (norm[_word_start(low, at)].islower() or _opens_sentence(norm, start))
    while word := WORD.search(low, at, end):
        first = word.start()
        if against := _AGAINST.match(low, at, end) or _CONCERNED.match(low, at, end):
            at, general = against.end(), False
            continue
        joined = JOIN.match(low, at, end)
        if joined and joined.group().strip():
            following = _joined_end(norm, low, start, at, joined.end(), end)
            if following is None:
                return at
            at, general = following, _is_modified(low, joined.end(), following)
            continue
        if (
            norm[at:first].strip()
            or _COUNTED.match(low, first, end)
            or (norm[first].islower() and _ENDS.match(low, first, end))
        ):
            return at  # but "UBND huyện Đại Từ" goes on
        directs = _DIRECTS.match(low, first, end)
        directed = predicate_at(norm, low, directs.end(), end) if directs else None
        if directed and directed.role not in ("", "modifier"):
            return at
        if compound := _compound_end(norm, low, first, end):
            at, general = compound, False
            continue
        lower = norm[first].islower()
        if lower and not _AFTER_NOUN.search(low, max(start, at - 12), first):
            verb_end = _modifier_end(norm, low, at, first, end, general)
            if verb_end is None:
                return at
            if verb_end > first:
                at = verb_end
                continue
            general = False
        head = body_at(low, first, end)
        if head and lower:
            # "Mặt trận các cấp | giám sát …"
            levels = low.endswith("các ", start, first) and low[first : head[0]] == "cấp"
            general = not levels and _is_modified(low, first, head[0]) and not norm[_word_start(low, at)].isupper()
        else:
            general = general and lower
        at = head[0] if head else word.end()
    return at


def short_phrase(norm: str, low: str, start: int, end: int) -> int:
    """The least that a phrase of bodies can be: its heads with the capitals and the common modifiers after them."""
    at = head_end(norm, low, start, end) or start
    while True:
        joined = JOIN.match(low, at, end)
        head = head_end(norm, low, joined.end(), end) if joined and joined.group().strip() else None
        modifier = _MODIFIER.match(norm, at, end)
        if head is None and modifier is None:
            return at
        at = head or (modifier.end() if modifier else at)


def head_end(norm: str, low: str, start: int, end: int) -> int | None:
    """Where the first noun of a phrase ends: one of the list, a person with an honorific, or a name."""
    quantifier = QUANTIFIER.match(low, start, end)
    at = quantifier.end() if quantifier else start
    if head := body_at(low, at, end) or body_at(low, start, end):
        verb = None if quantifier else VERBS.at(low, at, end)
        return None if verb and verb[0] > head[0] else head[0]  # "cấp phát | gạo", but "các cấp | phát huy"
    if person := _PERSON.match(norm, at, end):
        return person.end()
    word = WORD.match(low, at, end)
    # A name that is not in the list, a place or an organisation; at the beginning of a sentence any word has a capital.
    if word and norm[at].isupper() and not _opens_sentence(norm, at) and not predicate_at(norm, low, at, end):
        return word.end()
    return None


def _joined_end(norm: str, low: str, first: int, at: int, start: int, end: int) -> int | None:
    """Where the next noun after a comma or "và" ends; None where what follows is no part of the phrase from `first`."""
    if (head := head_end(norm, low, start, end)) is not None:
        return head
    if low.startswith(("ngành ", "các ngành "), first) and (sector := _SECTOR.match(low, start, end)):
        return sector.end()
    word = WORD.match(low, start, end)
    # "cơ sở giáo dục đại học và | giáo dục nghề nghiệp"
    verb = VERBS.at(low, start, end)
    if verb and f" {low[start : verb[0]]} " in low[first:at]:
        return verb[0]
    if word and word.group().isdigit() and low[at - 1].isdigit():
        return word.end()  # "các tổ 5, | 6"
    named = _in_name(norm, low, at) or norm[at:start] == " - "  # "Sở Giao thông vận tải - | Xây dựng"
    field = _FIELD.match(low, start, end)
    if field and named:
        return field.end()  # "Sở Giáo dục và | đào tạo"
    # Inside a name: "Sở Văn hóa, | Thể thao và Du lịch".
    return word.end() if word and norm[start].isupper() and named else None


def _compound_end(norm: str, low: str, first: int, end: int) -> int | None:
    """Where a word ends that only holds a verb or a cue ("công trình", "Ngoại giao")."""
    verb = VERBS.longest(low, first, end)
    if verb and verb[1] == "none":
        return verb[0]
    cue = CUES.longest(low, first, end, norm)
    return cue[0] if cue and cue[1] == "none" and (verb is None or verb[0] < cue[0]) else None


def _modifier_end(norm: str, low: str, at: int, first: int, end: int, general: bool) -> int | None:
    """None where a verb ends the phrase; where a verb that modifies the noun before it ends; `first` for no verb."""
    cue = CUES.at(low, first, end)
    predicate = predicate_at(norm, low, first, end)
    if predicate and cue is None and (_MUST.match(low, predicate.verb.end, end) or norm.startswith("Quản lý", at - 7)):
        return predicate.verb.end
    if (cue and cue[1] in ("order", "modal")) or ADVERBS.at(low, first, end):
        return None
    verb = low[slice(*predicate.verb)] if predicate else ""
    if norm[_word_start(low, at)].isupper() and " " not in verb and verb not in _OWN_VERBS:
        predicate = None  # a syllable of a name: "Khoa | học", "Xuất | nhập khẩu"
    if predicate and (predicate.role not in ("modifier", "") or not general):
        return None
    report = REPORTS.at(low, first, end)
    if report and report[1] == "speaker" and not general:
        return None
    return predicate.verb.end if predicate else first


def _in_name(norm: str, low: str, end: int) -> bool:
    """Whether the last word is of a name: one of its two last syllables has a capital ("Khoa học", "Y tế")."""
    last = _word_start(low, end)
    return norm[last].isupper() or norm[_word_start(low, max(0, last - 1))].isupper()


def _is_modified(low: str, start: int, end: int) -> bool:
    quantifier = QUANTIFIER.match(low, start, end)
    found = MODIFIED.at(low, quantifier.end() if quantifier else start, end)
    return found is not None and found[0] == end and found[1] == "yes"


def _opens_sentence(norm: str, at: int) -> bool:
    return at == 0 or norm[max(0, at - 3) : at].strip(' “"')[-1:] in ("", ".", "!", "?", "…", ":", "\n")


def _word_start(low: str, end: int) -> int:
    start = end
    while start and (low[start - 1].isalnum() or low[start - 1] in "&./"):
        start -= 1
    return min(start, len(low) - 1)
