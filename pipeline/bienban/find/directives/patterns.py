"""What a citation of a guiding document is made of: patterns, no logic. Word lists are in the lexicon.

All match against the normal form, anchored where the words before them end.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from bienban import lexicon


def _any(words: Iterable[str]) -> str:
    return _any_of(regex.escape(word) for word in sorted(words, key=len, reverse=True))


def _any_of(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


def _forms(role: str) -> list[str]:
    return [row["form"] for row in lexicon.table("directive_words") if row["role"] == role]


def _role(role: str) -> str:
    return _any(_forms(role))


def _outside_compounds(words: Iterable[str]) -> str:
    """The words, not where they end a compound: "trình", but not that of "công trình"."""
    compounds = [form.rsplit(" ", 1) for form in _forms("compound")]
    firsts = {word: [first for first, last in compounds if last == word] for word in words}
    return _any_of(f"(?<!(?i:{_any(first)}) ){word}" if first else word for word, first in firsts.items())


# Parts that several patterns share.
_YEAR = r"(?:19|20)\d\d(?!\d)"
_ORDINAL_WORD = "nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: \\p{Ll}+)?"
_ORDINAL = rf"(?:(?:lần )?thứ (?:\d{{1,2}}|[IVXLC]{{1,6}}|{_ORDINAL_WORD})|(?:lần )?(?:[IVXLC]{{1,6}}|\d{{1,2}}))\b"
_TERM = (
    r"(?:,? \(?[Kk]hóa (?:[IVX]{1,5}|\d{1,2})\b(?:(?:,| và) (?:khóa )?[IVX]{1,5}\b)*\)?"
    rf"|,? nhiệm kỳ (?:{_YEAR} ?- ?{_YEAR}|[IVX]{{1,5}}))"
)
_CAPITAL = r"\p{Lu}[\p{L}&]*(?:[.-]\p{L}+)*"
_NAME_END = _outside_compounds({*_forms("name_end"), *_forms("predicate"), *_forms("pointer_end")})
_NAME_WORD = rf"(?!{_NAME_END}\b)\p{{Ll}}+"
_NAME = rf"{_CAPITAL}(?: (?:{_CAPITAL}|\d{{1,3}}\b(?![/.])|{_NAME_WORD})){{0,12}}"
TERM = regex.compile(_TERM)

# Type words, and what stands before them.
_WITH_NUMBER = _any(row["form"] for row in lexicon.table("doc_types") if row["with_number"])
_TYPE = _any(row["form"] for row in lexicon.table("doc_types") if not row["with_number"])
#: Statutes are named within subjects ("hướng dẫn Luật Nhà ở và Luật Đất đai").
STATUTES = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ"))
_OTHER_DOCUMENT = _any({row["canonical"] for row in lexicon.table("doc_types")} - STATUTES)
TYPE = regex.compile(
    rf"(?<!pháp |kỷ |âm |đại học )\b(?!luật (?:sư|gia)\b)(?:{_WITH_NUMBER}(?=\s(?:số\b|\d|về\b))"
    rf"|nq(?=\s(?:đại hội|đh|trung ương|tw|t\.ư)\b)|{_TYPE}\b)"
)
PLURAL = regex.compile(
    r"\b(?:các|những|nhiều|một số|mọi|mỗi|hệ thống|hai|ba|bốn|sáu|bảy|tám|chín|mười"
    r"|(?<!điều |khoản |ngày |năm |[/.,-])\d{1,3})(?: loại| dự thảo| nội dung)? $"
)
DRAFT = regex.compile(rf"\b{_role('draft')} (?:các )?$")
NEW = regex.compile(rf"\b{_role('new')} $")
INSIDE_A_BODY = regex.compile(rf"\b{_role('body_before')} $")
CARRIED_OUT = regex.compile(rf"\b{_role('carried_out')} [“\"]?$")
OPENING_QUOTE = regex.compile(r'(?<!: ?)[“"«]$')
#: A straight quotation mark after a blank opens another quotation.
QUOTED = regex.compile(
    " ?:? ?(?:"
    + "|".join(rf"{first}(?P<title>[^{first}{last}\n]{{3,300}}?),?(?<! ){last}" for first, last in ("“”", '""', "«»"))
    + ")"
)
TITLE = regex.compile(r"\p{Lu}|\d|về\b")
QUOTATION = regex.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^«»\n]*»")
#: A title within a subject: "phê duyệt Đề án “…”".
QUOTED_TITLE = regex.compile(r"“[^“”\n]{3,300}”|«[^«»\n]{3,300}»")

# Numbers: "91-CT/TW", "47/2011/NĐ-CP", "05 CT/TW", "58/2011/NĐ - CP".
_DASH = r"\s?[-/]\s?"
_RUN_IN = "(?:về|của|ngày)"  # words that are run into a code by mistake
_PART = (
    rf"(?:(?=\p{{Lu}}\p{{Ll}}*[\p{{Lu}}&])[\p{{L}}&]{{2,14}}(?<!\p{{Lu}}{_RUN_IN})\d{{0,2}}|\p{{Lu}}\d{{1,3}}|T\.\s?[ƯW]|T[wư])"
    rf"(?={_RUN_IN}\b|[^\p{{L}}\d]|$)"
)
_LONG_CODE = rf"{_PART}(?:{_DASH}{_PART}){{1,3}}"
NUMBER = regex.compile(
    rf"(?P<digits>\d{{1,5}}\p{{Ll}}?)(?!\p{{Ll}})(?:(?:\s?/\s?|-(?={_YEAR}/))(?P<year>{_YEAR}))?"
    rf"(?P<code>\s?{_LONG_CODE}|{_DASH}{_LONG_CODE}|[-/]{_PART})?(?!\d|\s?[-/]\s?\d|[.,]\d|\s?%)"
)
LABEL = regex.compile(rf"(?P<words>(?: (?!{_TYPE}\b)\p{{Ll}}+){{1,3}})?\s?:?\s?\b(?i:số)\s?:?\s?(?=\d)")
COUNTED = regex.compile(rf"\s(?!ngày \d|năm {_YEAR}){_role('counted')}\b")
AND = regex.compile(r"(?:,|;| và| hoặc)\s(?P<label>số\s)?(?=\d)")
CLOSED = regex.compile(
    rf"\s?[,.;:)”\"]|{_TERM}|\s(?:của|về|ngày|do|{_role('pointer_end')}|{_role('predicate')})\b|\s?$"
)

# Names: of plenums, congresses, meetings, statutes, programmes.
_CENTRAL_NAME = r"(?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?"
_CENTRAL_COMMITTEE = rf"(?:(?P<body>(?:Ban Chấp hành |BCH\.? ?){_CENTRAL_NAME})|{_CENTRAL_NAME})"
_KHOA = r"(?:,? ?\([Kk]hóa [^()\n]{1,20}\))"
PLENUM = regex.compile(
    rf" (?:của )?(?:Hội nghị )?(?:{_ORDINAL}(?:(?:,| và) {_ORDINAL})*,? )?{_CENTRAL_COMMITTEE}"
    rf"(?:,? ?{_ORDINAL}(?:(?:(?:,| và) {_ORDINAL})*(?:{_KHOA}|{_TERM}))?|{_KHOA}|{_TERM})(?: của Đảng)?"
)
_PLACE = (
    r"(?:Trung ương|Thành phố|Quân đội|Công an|Quân khu \d|(?:và )?[Dd]oanh nghiệp|Biên phòng|\p{Lu}\p{L}*(?:\.\p{L}+)*"
    r"|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|khối|các cơ quan|cơ quan|trực thuộc)"
)
#: Who meets: "Phụ nữ toàn quốc", "Hội Nông dân Việt Nam".
_GROUP = rf"\p{{Lu}}\p{{Ll}}+(?: {_NAME_WORD}){{0,2}}(?= (?:toàn quốc|lần thứ|{_PLACE})\b)"
_PARTY = (
    r"(?i:(?:của )?(?:Đảng bộ|Đảng ủy|Đảng|Đoàn|Hội|Công đoàn|Phụ nữ|MTTQ|Mặt trận)\b)"
    rf"(?: (?:{_GROUP}|{_PLACE}\b))*"
)
CONGRESS = regex.compile(
    rf" (?:của )?(?P<congress>(?:(?i:Đại hội)|ĐH)(?: (?:(?i:đại biểu|toàn quốc)|{_ORDINAL}|{_PARTY}|{_GROUP}))*)"
    rf"(?:{_TERM})*"
)
#: No word of it says which congress.
ANY_CONGRESS = regex.compile(r"(?i:đại hội|đh|đại biểu|toàn quốc|của|đảng|đoàn|hội| )+")
AND_CONGRESS = regex.compile(r"(?:,| và)(?= (?:Đại hội|ĐH))")
EVERY_LEVEL = regex.compile(r"(?: đảng)?(?: bộ)? (?:các cấp|cấp|cơ sở)\b")
_LOCAL = (
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân"
    r"|(?:Ban Thường vụ |Ban Chấp hành |Thường trực )?(?:Tỉnh|Thành|Huyện|Thị|Quận) ủy)"
    r"(?: (?:tỉnh|thành phố|Thành phố|TP|huyện|quận|thị xã|xã|phường)\b\.?)?(?: ?\p{Lu}[\p{L}.]*){0,3}"
)
MEETING = regex.compile(
    r" (?:của )?(?:(?i:phiên họp)(?: (?P<body>Chính phủ)| thường(?: kỳ)?| chuyên đề)+"
    r"(?:,? tháng \d{1,2}(?:/\d{4}| năm \d{4})?)?"
    rf"|(?i:kỳ họp) thứ \w+,? (?P<body>{_LOCAL}|Quốc hội)\b(?:{_TERM})?)"
)
CONFERENCE = regex.compile(
    rf" (?:của )?Hội nghị (?P<body>\p{{Lu}}[^,;()\n]{{3,60}}?),? lần thứ (?:\p{{L}}+|\d+)(?:{_TERM})?"
)
#: Commas within the listed names are often left out.
LISTED = regex.compile(rf"{_any(lexicon.forms('named_documents')).replace(',', ',?')}(?![\p{{L}}\d])")
NAMES = {row["form"].replace(",", ""): row["canonical"] for row in reversed(lexicon.table("named_documents"))}
STATUTE_YEAR = regex.compile(rf"(?: \(sửa đổi\))?(?:,? năm| của năm)? {_YEAR}(?!/)| \(sửa đổi\)")
AMENDING = regex.compile(
    r" [Ss]ửa đổi(?:, bổ sung)?(?: (?:một số điều|[Đđ]iều \d+))?(?: của)?(?: các)? "
    r"(?=(?i:(?P<type>Luật|Bộ luật|Pháp lệnh))\b)"
)
AND_STATUTE = regex.compile(r" và (?=(?P<type>Luật|Bộ luật|Pháp lệnh)\b)")
CONSTITUTION = regex.compile(rf"(?:,? năm)? {_YEAR}|(?!,? (?:và )?pháp luật)(?=[,;.)]|\s(?:của|và|quy định|đã|được)\b)")
PROGRAMME = regex.compile(
    r" (?:công tác|hành động|kiểm tra, giám sát|toàn khóa)(?: trọng tâm| toàn khóa)*(?: (?:năm|quý) [\dIV/]+)?(?= của )"
)
TITLE_START = regex.compile(rf" (?={_role('title_verb')}\b)")
CAPITAL_TITLE = regex.compile(r" (?=\p{Lu}\p{Ll})")
#: Beginnings of names that go on after a comma: "Phòng, chống …", "Quản lý, sử dụng …".
_COORDINATED = _any(
    {row["canonical"].split(",")[0].split(" ", 1)[1] for row in lexicon.table("named_documents") if "," in row["form"]}
)
#: A statute or charter that the lexicon does not list.
STATUTE = regex.compile(
    r" (?:[Cc]ác )?(?:(?:Đảng|Đoàn|Hội|Công đoàn|\p{Lu}[\p{Lu}&]+)\b(?! \p{Lu})"
    rf"|(?:{_COORDINATED}|\p{{Lu}}\p{{Ll}}+), {_NAME_WORD}(?: (?:{_CAPITAL}|{_NAME_WORD}))*|{_NAME})"
)
_TITLE_WORDS = rf"(?: {_NAME_WORD})+(?: -)?(?: (?:{_CAPITAL}|{_NAME_WORD}))*"
REGULATION = regex.compile(rf"{_TITLE_WORDS}(?: giữa {_NAME}(?:(?:,| và| với) {_NAME})*)?")
_YEARS = rf"{_YEAR}(?: ?- ?{_YEAR})?"
#: The time for which a programme is made is part of its name.
PERIOD = regex.compile(
    rf",? (?:năm|giai đoạn|đến năm) {_YEARS}(?:,? (?:định hướng|tầm nhìn)(?: đến)?(?: năm)? {_YEAR})?(?!/)"
)
NATIONAL_PROGRAMME = regex.compile(
    rf" (?i:mục tiêu quốc gia|MTQG)(?:(?: về)?{_TITLE_WORDS}(?: và miền núi)?|(?= giai đoạn {_YEAR}))"
)
DATED_TITLE = regex.compile(rf"{_TITLE_WORDS}(?= (?:năm|giai đoạn) {_YEAR})")
#: Where the title ends with a range of years, prepositions and commas within it are its own.
LONG_DATED_TITLE = regex.compile(rf"(?: {_NAME_WORD}){{2}}[^.;:…“”\"\n]{{0,150}}?(?=,? giai đoạn {_YEAR} ?- ?{_YEAR})")

# What follows: date, issuer, subject.
_DAY = r"(?P<day>\d{1,2})(?:\s?[./-]\s?| tháng )(?P<month>\d{1,2})(?:\s?[./-]\s?|,? năm )(?P<year>\d{4})\b"
DATE = regex.compile(rf"[”\"]?,? ?\(?(?:(?:được )?(?:ký |ban hành ))?(?:vào )?(?:ngày )?{_DAY}\)?")
YEAR = regex.compile(rf",? (?:ban hành )?năm (?P<year>{_YEAR})(?=,? (?:của|về)\b)")
#: A day without its year is one of the report's year.
DAY = regex.compile(
    r",? ?\(?(?:(?P<issued>(?:được )?(?:ký|ban hành) ))?ngày (?P<day>\d{1,2})[./-](?P<month>\d{1,2})(?![./-]?\d)\)?"
    r"(?(issued)|(?=,? (?:của|về)\b))"
)
OF = regex.compile(
    r",? của (?=\p{Lu})|,? (?=Hội nghị (?:lần thứ|Ban Chấp hành|BCH|Trung ương|TW)\b)"
    r"|,? do (?=\p{Lu}[^,.;:\n]{2,60} (?:ký |đã |vừa )?ban hành\b)"
)
_ISSUERS = [row["issuer"].split(" | ") for row in lexicon.table("issuer_codes")]
#: A body of which there is one in the country, or one of every province, district or commune.
_CENTRAL = _any({body for bodies in _ISSUERS if len(bodies) == 1 for body in bodies} | {"Bộ Chính trị"})
_PARTY_CENTRE = rf"(?:Ban Bí thư(?: {_CENTRAL_NAME})?|(?:Ban Chấp hành|BCH) {_CENTRAL_NAME})"
_STEERING = (
    r"Ban Chỉ đạo(?: Trung ương| [Qq]uốc gia)?"
    r"(?: (?:về )?phòng,? chống \p{Ll}+ (?i:\p{Ll}+|Covid-19)(?:,? (?:lãng phí|tiêu cực))*)?"
)
_PLENUM_BODY = (
    rf"Hội nghị (?:lần thứ \w+,? )?(?:của )?(?:Ban Chấp hành |BCH )?{_CENTRAL_NAME}(?: (?:lần thứ )?\d{{1,2}})?"
)
_KNOWN_BODY = rf"(?:{_STEERING}|{_PLENUM_BODY}|(?i:{_PARTY_CENTRE}|(?:Bộ trưởng )?{_CENTRAL})|{_LOCAL})\b"
_BODY = rf"(?!(?i:{_TYPE})\b)(?:(?:Chủ tịch )?{_KNOWN_BODY}|{_NAME})"
#: Several bodies issue together: "của Chính phủ và Đoàn Chủ tịch … về".
BODY = regex.compile(rf"{_BODY}(?:(?:,| và) {_BODY})+(?=(?:{_TERM})?(?:,? về\b| ngày \d| [“\"]))|{_BODY}")
GENERIC_BODY = frozenset("Đảng|Nhà nước|Bộ|Sở|Ban|Ngành|Cục|Vụ|Phòng|Viện|Hội|Đoàn|Chủ tịch|Giám đốc".split("|"))
#: Who issues what follows: "Liên đoàn Lao động tỉnh", "Ban Tuyên giáo và Dân vận Tỉnh ủy".
_ISSUING_BODY = (
    rf"(?={_role('body_head')}\b)(?:{_CAPITAL}(?: {_NAME_WORD}){{0,2}}(?: và| -)? )*{_CAPITAL}(?: {_NAME_WORD}){{0,2}}"
)
ISSUED_BEFORE = regex.compile(
    rf"(?:(?:(?:\G|[Nn]gày ){_DAY},? )?(?P<body>{_KNOWN_BODY})"
    rf"|(?:(?:\G|[Nn]gày ){_DAY},? |\G|[,;] )(?P<body>{_ISSUING_BODY}))"
    r" (?:(?:đã|vừa|sẽ|kịp thời) )*(?:(?:sửa đổi, )?(?:ký )?ban hành|(?:biểu quyết )?thông qua"
    r"|ký|có|gửi|phát hành|trình|phê duyệt(?: [^,.;\n]{3,60} (?:tại|theo))?) [“\"]?$"
    rf"|\bcủa (?P<body>{_KNOWN_BODY}) tại $"
)
#: What is still to be issued: "trình Quốc hội ban hành".
TO_BE_ISSUED = regex.compile(
    r"\b(?:sẽ|trình|tham mưu|đề nghị|kiến nghị)\b[^,.;:\n]{0,60}\b(?:ban hành|thông qua|ký) $|\bdự án $"
)
ISSUED_AFTER = regex.compile(
    rf",? (?:đã )?được (?P<body>{_KNOWN_BODY}) (?:biểu quyết |chính thức )*(?:thông qua|ban hành|phê duyệt)\b"
)
#: "Nghị quyết 42 về chính sách xã hội của Bộ Chính trị".
ISSUED_AFTER_SUBJECT = regex.compile(rf" của (?P<body>(?:{_PARTY_CENTRE}|Bộ Chính trị|Thủ tướng Chính phủ))$")
ABOUT = regex.compile(r",? ?(?=(?:về|v/v)\b)")
#: "Nghị quyết 10/2016/NQ-HĐND tỉnh Long Sơn ngày …".
PLACE = regex.compile(
    r" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?: \p{Lu}\p{L}*){0,3}(?=,? (?:ngày \d|của \p{Lu}|về\b))"
)
SUBJECT_VERB = regex.compile(rf" (?=(?i:{_role('subject_verb')})\b)")
#: A term or an abbreviation within a subject: "(khóa XII)", "(PCTN)".
_INSIDE_BRACKETS = r"(?:[Kk]hóa [^()\n]{1,12}|[\p{Lu}&,-]{2,12})(?=\))"
_CLAUSE_END = (
    # "; ngăn chặn, đẩy lùi": titles of party documents hold a semicolon there.
    rf"[:…!?“”\"\n]|\((?!{_INSIDE_BRACKETS})|(?<!\({_INSIDE_BRACKETS})\)|;(?! (?:kiên quyết )?ngăn chặn)|\.(?=\s|$)"
    rf"|(?<!không),? (?={_role('subject_end')}\b|do \p{{Lu}})|,\s(?={_role('clause_start')}\b)"
    r"|(?<=về công tác cán bộ),"
    # A date, unless it is that of a document within the subject.
    r"|(?<![\d\p{Lu}],?),? (?=(?:(?:kể )?từ )?ngày \d{1,2}[-/.])"
    # Another document begins: "về công tác cán bộ và Kết luận số 5".
    rf"|(?:,| và) (?=(?:Dự thảo )?{_OTHER_DOCUMENT}\b|{_TYPE} (?:số )?\d)"
    # A capital after a comma begins a new clause, not within a list of names ("Hà Nội, Huế").
    r"|(?<!\p{Lu}\p{L}*),\s(?=\p{Lu})"
)
SUBJECT_END = regex.compile(_CLAUSE_END)
TITLE_END = regex.compile(rf" (?={_role('title_end')}\b)|{_CLAUSE_END}")

# Pointers.
#: "Nghị quyết trên", not "Nghị quyết trên địa bàn".
DEICTIC = regex.compile(
    rf" (?:{_role('deictic')}\b|trên(?=[,.;:)]|$|\s(?:{_role('pointer_end')}|{_role('predicate')})\b))"
)
OTHER_TYPES = regex.compile(rf"(?:, | và )(?P<first>){_TYPE}(?:(?:, | và ){_TYPE})*\b")
PREDICATE = regex.compile(rf"\s{_role('predicate')}\b")
POINTER_END = regex.compile(rf"\s?[,.;:)”]|\s?$|\s(?:{_role('pointer_end')}|{_role('predicate')})\b")
