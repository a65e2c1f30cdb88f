"""What stands around a citation of a guiding document, its date, issuer and subject: patterns, no logic."""

from __future__ import annotations

import regex

from bienban.find.directives.parts import (
    BODY,
    DAY,
    DAY_OF_REPORT,
    ISSUING_BODY,
    KNOWN_BODY,
    OTHER_DOCUMENT,
    PARTY_CENTRE,
    TERM,
    TYPE,
    YEAR,
    role,
)

# Dates and issuers, before and after.
OF_TERM = regex.compile(TERM)
DATE = regex.compile(rf"[”\"]?,? ?\(?(?:(?:được )?(?:ký |ban hành ))?(?:vào )?(?:ngày )?{DAY}\)?")
IN_YEAR = regex.compile(rf",? (?:ban hành )?năm (?P<year>{YEAR})(?=,? (?:của|về)\b)")
#: A day without its year is one of the report's year.
ON_DAY = regex.compile(
    r",? ?\(?(?:(?P<issued>(?:được )?(?:ký|ban hành) ))?ngày (?P<day>\d{1,2})[./-](?P<month>\d{1,2})(?![./-]?\d)\)?"
    r"(?(issued)|(?=,? (?:của|về)\b))"
)
OF = regex.compile(
    r",? của (?=\p{Lu})|,? (?=Hội nghị (?:lần thứ|Ban Chấp hành|BCH|Trung ương|TW)\b)"
    r"|,? do (?=\p{Lu}[^,.;:\n]{2,60} (?:ký |đã |vừa )?ban hành\b)"
)
#: Several bodies issue together: "của Chính phủ và Đoàn Chủ tịch … về".
BODIES = regex.compile(rf"(?P<body>{BODY})(?:(?:,| và) (?&body))+(?=(?:{TERM})?(?:,? về\b| ngày \d| [“\"]))|(?&body)")
GENERIC_BODY = frozenset(
    (
        "Đảng",
        "Nhà nước",
        "Bộ",
        "Sở",
        "Ban",
        "Ngành",
        "Cục",
        "Vụ",
        "Phòng",
        "Viện",
        "Hội",
        "Đoàn",
        "Chủ tịch",
        "Giám đốc",
    )
)
ISSUED_BEFORE = regex.compile(
    rf"(?:(?:(?:\G|[Nn]gày ){DAY_OF_REPORT},? )?(?P<body>{KNOWN_BODY})"
    rf"|(?:(?:\G|[Nn]gày ){DAY_OF_REPORT},? |\G|[,;] )(?P<body>{ISSUING_BODY}))"
    r" (?:(?:đã|vừa|sẽ|kịp thời) )*(?:(?:sửa đổi, )?(?:ký )?ban hành|(?:biểu quyết )?thông qua"
    r"|ký|có|gửi|phát hành|trình|phê duyệt(?: [^,.;\n]{3,60} (?:tại|theo))?) [“\"]?$"
    rf"|\bcủa (?P<body>{KNOWN_BODY}) tại $"
)
#: What is still to be issued: "trình Quốc hội ban hành".
TO_BE_ISSUED = regex.compile(
    r"\b(?:sẽ|trình|tham mưu|đề nghị|kiến nghị)\b[^,.;:\n]{0,60}\b(?:ban hành|thông qua|ký) $|\bdự án $"
)
ISSUED_AFTER = regex.compile(
    rf",? (?:đã )?được (?P<body>{KNOWN_BODY}) (?:biểu quyết |chính thức )*(?:thông qua|ban hành|phê duyệt)\b"
)
#: "Nghị quyết 42 về chính sách xã hội của Bộ Chính trị".
ISSUED_AFTER_SUBJECT = regex.compile(rf" của (?P<body>(?:{PARTY_CENTRE}|Bộ Chính trị|Thủ tướng Chính phủ))$")

# Titles and subjects.
OPENING_QUOTE = regex.compile(r'(?<!: ?)[“"«]$')
#: A straight quotation mark after a blank opens another quotation.
QUOTED = regex.compile(
    " ?:? ?(?:"
    + "|".join(
        rf"{first}(?P<title>[^{first}{last}\n]{{3,300}}?),?(?<! ){last}" for first, last in ("“”", '""', "«»", "''")
    )
    + ")"
)
TITLE = regex.compile(r"\p{Lu}|\d|về\b")
QUOTATION = regex.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^«»\n]*»")
#: A title within a subject: "phê duyệt Đề án “…”".
QUOTED_TITLE = regex.compile(r"“[^“”\n]{3,300}”|«[^«»\n]{3,300}»")
#: "ba nghị quyết: Về …; Về …": each item a document.
SUBJECT_LIST = regex.compile(
    r"[^:;.,\n]{0,30}: (?P<item>Về \p{Ll}[^:;.\n]+)(?:; (?:và )?(?P<item>[Vv]ề \p{Ll}[^:;.\n]+))+"
)
ABOUT = regex.compile(r",? ?(?=(?:về|v/v)\b)")
#: "Nghị quyết 7/2020/NQ-HĐND tỉnh Long Sơn ngày …".
PLACE = regex.compile(
    r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?: \p{Lu}\p{L}*){0,3}(?=,? (?:ngày \d|của \p{Lu}|về\b))"
)
SUBJECT_VERB = regex.compile(rf" (?=(?i:{role('subject_verb')})\b)")
#: A term or an abbreviation within a subject: "(khóa XII)", "(PCTN)".
_INSIDE_BRACKETS = r"(?:[Kk]hóa [^()\n]{1,12}|[\p{Lu}&,-]{2,12})(?=\))"
_CLAUSE_END = (
    # "; ngăn chặn, đẩy lùi": titles of party documents hold a semicolon there.
    rf"[:…!?“”\"\n]|\((?!{_INSIDE_BRACKETS})|(?<!\({_INSIDE_BRACKETS})\)|;(?! (?:kiên quyết )?ngăn chặn)|\.(?=\s|$)"
    rf"|(?<!không),? (?={role('subject_end')}\b|do \p{{Lu}})|,\s(?={role('clause_start')}\b)"
    r"|(?<=về công tác cán bộ),"
    # A date, unless it is that of a document within the subject.
    r"|(?<![\d\p{Lu}],?),? (?=(?:(?:kể )?từ )?ngày \d{1,2}[-/.])"
    # Another document begins: "về công tác cán bộ và Kết luận số 5".
    rf"|(?:,| và) (?=(?:Dự thảo )?{OTHER_DOCUMENT}\b|{TYPE} (?:số )?\d)"
    # A capital after a comma begins a new clause, not within a list of names ("Hà Nội, Huế").
    r"|(?<!\p{Lu}\p{L}*),\s(?=\p{Lu})"
)
SUBJECT_END = regex.compile(_CLAUSE_END)
#: "Thực hiện Chỉ thị số 5 về phòng cháy, công an huyện đã …": the main clause follows.
OPENING = regex.compile(rf"{role('opening')}\b")
OPENING_END = regex.compile(rf",\s(?=[^\s,.;:]+(?: [^\s,.;:]+){{1,6}} {role('main_verb')}\b)|{_CLAUSE_END}")
TITLE_END = regex.compile(rf" (?={role('title_end')}\b)|{_CLAUSE_END}")
