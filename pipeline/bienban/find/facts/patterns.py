"""What to look for around an amount: word lists and patterns by role, no logic. All read lower case."""

from __future__ import annotations

import regex

from bienban import lexicon


def _any(*words: str) -> str:
    return rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def words(text: str) -> str:
    """A pattern of the phrases that `|` separates, longest first."""
    return _any(*text.split("|"))


# --- what stands around them ---------------------------------------------------------------------------------------

#: Words that end a noun phrase.
FUNCTION_WORDS = frozenset(
    "là|gồm|bao gồm|gồm có|do|tại|ở|trên|trong|ngoài|từ|với|cho|để|nhằm|theo|vào|khi|sau|trước|qua|bằng|mà|nên|thì|như|nhất là|"
    "trong đó|đến|tới|lên|xuống|về|của|nói trên|nêu trên|này|đó|kia|trên đây|và|hoặc|hay|nhưng|cùng|cùng với|có|đã|đang|sẽ|chưa|"
    "không|cũng|đều|vẫn|cần|phải|được|bị|so|so với|nếu|vì|vì vậy|do đó|theo đó|đối với|giữa|dưới|tức|tương đương|tương ứng|ứng với|"
    "bình quân|trung bình|mỗi|từng|hằng năm|hàng năm|hằng tháng|hàng tháng|vừa|chỉ|rồi|nữa|trở lên|trở xuống|thuộc|kể cả|kể từ|nhờ|có thể|không quá|tối thiểu|ít nhất|tối đa|khoảng hơn|thấp nhất|cao nhất|xấp xỉ|khoảng|gần|"
    "hơn|ước|ước tính|chiếm tỷ lệ|các|những|tổng cộng|lũy kế|cả|một|cao|thấp|nhiều|ít".split("|")
)
#: Words that may stand between a verb and its amount or before a verb, and change neither.
PARTICLES = frozenset(
    "tiếp tục|mới|thêm|vượt mức|liên tiếp|liên tục|lại|luôn|ngay|trực tiếp|đồng loạt|chính thức".split("|")
)
#: After these a verb belongs to the noun phrase: "buổi biểu diễn", "người tham gia", "trường hợp mắc bệnh".
VERBAL_HEADS = frozenset(
    "buổi|lượt|cuộc|đợt|vụ|trường hợp|người|hộ|lớp|hoạt động|phiên|ca|mô hình|giải|chuyến|tổ|đoàn|đội|điểm|gói|suất|hợp đồng|"
    "đơn|thủ tục|cơ quan|cơ sở|cán bộ|hội nghị|chương trình|dự án|đề án|công trình|khu|bếp|phong trào|nhiệm kỳ|bước|hành vi|tàu|"
    "xã|thôn|phường|huyện|nhà|văn bản|kế hoạch|quyết định|tin|bài|phòng|ban|lao động|học sinh|giáo viên".split("|")
)
#: Nouns of one kind, which a comma or "và" joins into one object: "huyện, thị xã", "cán bộ, đảng viên".
COORDINABLE = frozenset(
    "huyện|thị xã|thành phố|tỉnh|quận|phường|xã|thị trấn|đặc khu|thôn|bản|buôn|ấp|tổ dân phố|khu phố|cán bộ|đảng viên|công chức|"
    "viên chức|người lao động|lao động|quân nhân|chiến sĩ|sở|ban|bộ|ngành|cơ quan|đơn vị|địa phương|doanh nghiệp|hợp tác xã|"
    "tổ hợp tác|hộ kinh doanh|nghị quyết|kết luận|quyết định|chỉ thị|kế hoạch|hướng dẫn|văn bản|báo cáo|tờ trình|đề án|chương trình|"
    "công văn|quy định|quy chế|thông báo|các văn bản|cấp ủy|tổ chức đảng|chi bộ|đảng bộ|đoàn viên|hội viên|thanh niên|học sinh|"
    "sinh viên|giáo viên|bí thư|phó bí thư|chủ tịch|phó chủ tịch|tập thể|cá nhân|tổ chức|gia đình|hộ|ban ngành|đoàn thể|tin báo|"
    "tố giác|công trình|dự án|chủ trương|giải pháp|nhiệm vụ|lãnh đạo|quản lý|đại biểu|hội|tập đoàn|tổng công ty|kỹ sư|bác sĩ|"
    "tiến sĩ|thạc sĩ|y tá|điều dưỡng|cơ sở|nhà văn hóa|trường|lớp".split("|")
)
CLASSIFIERS = frozenset("con|chiếc|cái|cây".split("|"))
#: Two sides of one relation, named rather than acted upon: "hai bên", "lãnh đạo hai nước".
SIDES = frozenset("bên|nước|đảng|nhà nước|dân tộc|quốc gia|phía".split("|"))
#: After a percentage these name what it is reckoned on, not what is measured.
BASES = frozenset(
    "kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|tổng|tổng số|quy mô|tiến độ|khối lượng|yêu cầu|công suất|kịch bản|dân số|định mức|"
    "số|nhu cầu|năng lực|vốn".split("|")
)
#: A measured noun that says nothing without its complement: "đạt tỷ lệ 90%".
BARE_MEASURES = frozenset("tỷ lệ|tỉ lệ|mức|tỷ trọng|tổng|số".split("|"))
#: Verbs between the thing measured and its amount.
STATES = frozenset(row["form"] for row in lexicon.table("outcome_verbs") if row["role"] != "event")
CHANGES = {
    row["form"]: row["role"] for row in lexicon.table("outcome_verbs") if row["role"] in ("increase", "decrease")
}
#: Between "tăng" and the amount these make it a level.
TO_LEVEL = frozenset("cả|lên|xuống|còn|từ|đạt|là|đến|tới|:".split("|"))
CONJUNCTIONS = frozenset(", ; và hoặc ( gồm : - + cùng hay".split()) | {"bao gồm", "gồm có", "cùng với", "trong đó"}
#: Words that lead from a subject to its amount and belong to neither.
LEADS = frozenset("trong đó|theo đó|với|riêng|nhờ đó|qua đó|đồng thời|nhờ vậy|còn|mà|do đó|vì vậy|tính".split("|"))
#: Where a measured noun phrase ends before its verb.
LOCATIVES = frozenset(
    "trong|tại|trên|ở|so|so với|theo|đến|tới|vào|như|ước|ước tính|năm|nhờ|do|thì|sau|trước|hiện|đã|đang|sẽ|chỉ".split(
        "|"
    )
)
#: Words between a governing word and the amount that only say how exact it is.
TRANSPARENT = frozenset(
    "khoảng|khoảng hơn|gần|hơn|xấp xỉ|trên|dưới|ước|ước tính|tối thiểu|ít nhất|tối đa|không quá|cả|các|những|tổng cộng|bình quân|"
    "trung bình|thêm|được|mới|chừng|thấp nhất|cao nhất|chưa đến|chưa đầy|chỉ|tới|đến|dự kiến|lũy kế".split("|")
)
#: After a subject these begin its parts, and say nothing of what happened: "Đoàn gồm có 24 thành viên".
CONSISTS = frozenset("gồm|bao gồm|gồm có".split("|"))
BEFORE_MEASURE = frozenset("với|ở|có|trong".split("|"))
COPULAS = frozenset("là|bằng|:|tương đương".split("|"))
COMMEMORATE = frozenset("kỷ niệm|mừng|chào mừng|nhân|tổng kết|sơ kết".split("|"))
AUXILIARIES = frozenset("đã|đang|sẽ|chưa|không|đều|cũng|vẫn|cần|phải|mới|vừa|tiếp tục|chủ động|tích cực".split("|"))
#: Verbs that as often modify a noun: "cán bộ quản lý", "ngành đào tạo".
NOMINAL = frozenset(row["form"] for row in lexicon.table("task_verbs") if row["role"] == "modifier")
#: Those of them that never say what happened to an amount.
MODIFIERS = NOMINAL - frozenset(row["form"] for row in lexicon.table("outcome_verbs"))
#: As often no verb ("tiêu chảy cấp"): only right before the amount do they say what happened to it.
AMBIGUOUS = frozenset("cấp|dự|nợ|cháy|mất".split("|"))
#: Verbs that say something of the report, not of the amount.
NOT_GOVERNING = frozenset(
    "báo cáo|thống kê|yêu cầu|đề nghị|phấn đấu|lãnh đạo|chỉ đạo|kết nối|đánh giá|hướng dẫn|hướng|nhấn mạnh|nêu|nêu rõ|khẳng định|"
    "thể hiện|quyết định|có|là|dành|dành cho|làm việc|thông tin|liên quan".split("|")
)

# --- which numbers are amounts -------------------------------------------------------------------------------------

DIGITS = regex.compile(r"(?<![\p{L}\d]|[\p{L}\d][.,-]|\p{L}/)\d|[½¼¾]")
NUMBER_WORD = regex.compile(
    r"(?<!\p{L})(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|một (?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|mươi)|"
    r"(?<=gấp )đôi)(?!\p{L})"
)
DOUBLE = "đôi"
#: Number words that are as often something else: an amount only before a noun that is counted.
DOUBTFUL_WORDS = frozenset({"năm", "ba", "chín", "bảy"})
COUNTED_NOUN = regex.compile(
    " "
    + words(
        "nhóm|nhiệm vụ|giải pháp|nội dung|tổ chức|đơn vị|địa phương|tỉnh|thành phố|huyện|quận|xã|phường|thôn|bản|dự án|lĩnh vực|"
        "chỉ tiêu|mục tiêu|chương trình|đồng chí|đại biểu|tập thể|cá nhân|người|hộ|vụ|bài học|quan điểm|nguyên tắc|đột phá|"
        "trụ cột|khâu|bước|điểm|ban|sở|bộ|ngành|cơ quan|doanh nghiệp|công trình|mô hình|phong trào|nước|bên|ngày|tháng|năm|tuần|"
        "phương diện|mặt|tiêu chí|yếu tố|vấn đề|chuyên đề|nghị quyết|chỉ thị|đề án|kế hoạch|đợt|cuộc|lần|loại|lớp|trường|"
        "học sinh|cán bộ|đảng viên|chi bộ|đảng bộ|phiên|tổ|đoàn|cụm|khối|cấp|kịch bản|hạn chế|nguyên nhân|kiến nghị|ý kiến|"
        "khu vực|khu|vùng|tuyến|nhà máy|nhà|giờ|phút|điều|chương|phần|hạng mục|hợp phần|cây|con|chiếc|thành viên|ủy viên|triệu|"
        "nghìn|ngàn|trăm|tỷ|mươi|rõ|không|cùng|tại chỗ|sẵn sàng"
    )
    + r"(?!\p{L})"
)
_ORDINAL_HEADS = {
    when: words("|".join(row["form"] for row in lexicon.table("ordinal_heads") if row["when"] == when))
    for when in ("always", "alone")
}
ORDINAL_BEFORE = regex.compile(
    rf"(?<!\p{{L}})(?<!(?:tổng|con|trong|dân|sĩ|quân|đa|thiểu|chỉnh|khang|thành|cổ|quốc|tham) ){_ORDINAL_HEADS['always']} ?$"
)
ORDINAL_BEFORE_ALONE = regex.compile(rf"(?<!\p{{L}}){_ORDINAL_HEADS['alone']} ?$")
#: A number after a capital names something: "Ban Chỉ đạo 35".
NAME_BEFORE = regex.compile(r"(?<![\p{L}.:;!?…]|[.:;!?…] |[\"“(])\p{Lu}[\p{L}-]* $")
VAGUE_BEFORE = regex.compile(r"(?<!\p{L})(?:hàng|vài|dăm|mấy|đôi|mươi|những) $")
YEAR_BEFORE = regex.compile(r"(?<!\p{L})(?:trong|những|các|nhiều|hằng|hàng|mỗi|từng|đầu|cuối|giữa|cả|\d) $")
CLAUSE_START = regex.compile(r"(?:[.:;!?…\"“(]|^) ?$")
NAME_AFTER = regex.compile(r"\.0(?!\d)|[-/]\p{L}[\p{L}\d]*(?:[-/]|(?<!\p{Ll}))| (?:con|chữ) số(?!\p{L})| là,")
NOUN_AFTER = regex.compile(rf"(?:/\d[\d.,]*)? (?!{words('|'.join(FUNCTION_WORDS | PARTICLES))}(?!\p{{L}}))\p{{L}}")
LIST_NUMBER = regex.compile(r"\d{1,2}(?:\.\d{1,2})*(?:[.)/](?:\s|$)| ?- )")
NUMBER_ALONE = regex.compile(r"\d[\d.,]*\d|\d|\p{L}+(?: mươi)?")
#: Units that are nouns unless something is measured before them.
DOUBTFUL_UNITS = {
    "lần": regex.compile(r"(?<!\p{L})(?:gấp|tăng|giảm|bằng|hơn|kém)(?: (?:khoảng|hơn|gần|tới|đến|trên))* $"),
    "điểm": regex.compile(
        r"(?<!\p{L})(?:đạt|tăng|giảm|được|số điểm|chấm|mất|tổng điểm)(?: (?:khoảng|hơn|gần|thêm|trên))* $"
    ),
}
NO_AMOUNTS = (
    regex.compile(r"https?://\S+|www\.\S+|\S+@\S+"),
    regex.compile(
        r"\+\d{1,3}(?:[ .]?\d+){1,4}|(?<![\d.,])(?:0\d{1,3}|1[89]00)[ .]?\d{3,4}[ .]?\d{2,4}(?:[ .]?\d{2,3})?(?![\d,])"
    ),
    regex.compile(r"(?<!\d)24/(?:24|7)(?!\d)(?: giờ)?|(?<!\d)(?:19|20)\d\d/|(?<=[;,.:] )\d{1,2}\) |\(\d{1,2}\)"),
)
#: A number that no noun follows is an amount after one of these, a name or an ordinal after a noun ("vòng 2").
AMOUNT_BEFORE = regex.compile(
    r"(?<!\p{L})(?:"
    + words(
        "là|còn|lên|xuống|đạt|được|có|tăng|giảm|hơn|gần|khoảng|trên|dưới|tới|đến|từ|với|chỉ|bằng|đủ|tổng số|trong số|chiếm|vượt|"
        "thứ hạng|gồm|ít nhất|tối đa|tối thiểu|xấp xỉ|thành|trong|gấp|cả|thêm|mất|chết|bị thương"
    )
    + r") $|[:/(] ?$|^ ?$"
)
YEAR_LIKE = regex.compile(r"(?:19|20)\d\d(?![\d.,])")
OPENING_QUOTE = regex.compile(r"[\"“‘'«] ?$")
SOON_CLOSED = regex.compile(r"[^\"”’»\n]{0,24}[\"”’»]")
AWARD_BEFORE = regex.compile(r"huy hiệu[^.;]{0,25}$")

# --- how exact they are --------------------------------------------------------------------------------------------

COMPARATORS: tuple[tuple[str, regex.Pattern[str]], ...] = tuple(
    (name, regex.compile(rf"(?<!\p{{L}}){words(forms)},? (?:là )?(?:từ )?$"))
    for name, forms in (
        ("approx", "trên dưới"),
        ("gt", "hơn|trên|vượt|vượt quá|vượt mức|vượt con số"),
        ("ge", "ít nhất|ít nhất là|tối thiểu|tối thiểu là|không dưới|không ít hơn|không thấp hơn"),
        ("le", "tối đa|tối đa là|không quá|không vượt quá|nhiều nhất|không cao hơn"),
        ("lt", "dưới|chưa đến|chưa đầy|chưa tới|không đến|không tới|chưa được"),
        ("approx", "khoảng|khoảng chừng|gần|xấp xỉ|chừng|ngót|ngót nghét|tầm|cỡ|suýt soát"),
    )
)
ESTIMATED = regex.compile(
    r"(?<!\p{L})ước(?: tính)?(?: (?:đạt|thực hiện|có|khoảng|là|cả năm|thu|chi|giải ngân|tăng|giảm|bằng|được|đạt được|hoàn thành))* $"
)
OR_MORE = regex.compile(r"(?: \p{L}+){0,3} trở lên(?!\p{L})")
OR_LESS = regex.compile(r"(?: \p{L}+){0,3} trở xuống(?!\p{L})")
EXCEEDED = regex.compile(r"(?<!\p{L})vượt(?: mức)? $")
#: After "vượt 500 tỷ đồng": the amount is the excess.
OVER_TARGET = regex.compile(r" (?:so |kế hoạch|dự toán|chỉ tiêu|mục tiêu)")
PLACES = frozenset(
    "lĩnh vực|phương diện|mặt|tiêu chí|địa bàn|khía cạnh|huyện|xã|tỉnh|thành phố|tuyến|trục|cơ sở|trang|mặt trận|khâu".split(
        "|"
    )
)
PLACE_NOUN = regex.compile(rf" {_any(*PLACES)}\b")
