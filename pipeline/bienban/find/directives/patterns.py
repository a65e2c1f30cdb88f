"""What a citation of a guiding document is made of: patterns, no logic.

All match against the normal form, anchored where the words before them end.
"""

from __future__ import annotations

import regex

from bienban import lexicon
from bienban.find.directives.parts import (
    CAPITAL,
    CENTRAL_NAME,
    KNOWN_BODY,
    LOCAL,
    NAME,
    NAME_WORD,
    ORDINAL,
    TERM,
    TYPE,
    WITH_NUMBER,
    YEAR,
    any_of,
    role,
)

# Type words, and what stands before them.
TYPE_WORD = regex.compile(
    rf"(?<!pháp |kỷ |âm |đại học )\b(?!luật (?:sư|gia)\b)(?:{WITH_NUMBER}(?=\s(?:số\b|\d|về\b))"
    rf"|nq(?=\s(?:đại hội|đh|trung ương|tw|t\.ư)\b)|{TYPE}\b)"
)
PLURAL = regex.compile(
    r"\b(?:các|những|nhiều|một số|mọi|mỗi|hệ thống|hai|ba|bốn|sáu|bảy|tám|chín|mười"
    r"|(?<!điều |khoản |ngày |năm |[/.,-])\d{1,3})(?: loại| dự thảo| nội dung)? $"
)
DRAFT = regex.compile(rf"\b{role('draft')} (?:các )?$")
NEW = regex.compile(rf"\b{role('new')} $")
INSIDE_A_BODY = regex.compile(rf"\b{role('body_before')} $")
CARRIED_OUT = regex.compile(rf"\b{role('carried_out')} [“\"]?$")

# Numbers: "91-CT/TW", "47/2011/NĐ-CP", "05 CT/TW", "58/2011/NĐ - CP".
_DASH = r"\s?[-/]\s?"
_RUN_IN = "(?:về|của|ngày)"  # words that are run into a code by mistake
_PART = (
    rf"(?:(?=\p{{Lu}}\p{{Ll}}*[\p{{Lu}}&])[\p{{L}}&]{{2,14}}(?<!\p{{Lu}}{_RUN_IN})\d{{0,2}}|\p{{Lu}}\d{{1,3}}|T\.\s?[ƯW]|T[wư])"
    rf"(?={_RUN_IN}\b|[^\p{{L}}\d]|$)"
)
_LONG_CODE = rf"{_PART}(?:{_DASH}{_PART}){{1,3}}"
NUMBER = regex.compile(
    rf"(?P<digits>\d{{1,5}}\p{{Ll}}?)(?!\p{{Ll}})(?:(?:\s?/\s?|-(?={YEAR}/))(?P<year>{YEAR}))?"
    rf"(?P<code>\s?{_LONG_CODE}|{_DASH}{_LONG_CODE}|[-/]{_PART})?(?!\d|\s?[-/]\s?\d|[.,]\d|\s?%)"
)
LABEL = regex.compile(rf"(?P<words>(?: (?!{TYPE}\b)\p{{Ll}}+){{1,3}})?\s?:?\s?\b(?i:số)\s?:?\s?(?=\d)")
#: "quyết định 305 và 306 của Bộ Chính trị": the issuer tells that small letters do not say what was decided.
OF_ISSUER = regex.compile(rf"(?:(?:,| và) (?:số )?\d+)* của {KNOWN_BODY}")
COUNTED = regex.compile(rf"\s(?!ngày \d|năm {YEAR}){role('counted')}\b")
AND = regex.compile(r"(?:,|;| và| hoặc)\s(?P<label>số\s)?(?=\d)")
CLOSED = regex.compile(rf"\s?[,.;:)”\"]|{TERM}|\s(?:của|về|ngày|do|{role('pointer_end')}|{role('predicate')})\b|\s?$")

# Names: of plenums, congresses, meetings, statutes, programmes.
_CENTRAL_COMMITTEE = rf"(?:(?P<body>(?:Ban Chấp hành |BCH\.? ?){CENTRAL_NAME})|{CENTRAL_NAME})"
_KHOA = r"(?:,? ?\([Kk]hóa [^()\n]{1,20}\))"
PLENUM = regex.compile(
    rf" (?:của )?(?:Hội nghị )?(?:{ORDINAL}(?:(?:,| và) {ORDINAL})*,? )?{_CENTRAL_COMMITTEE}"
    rf"(?:,? ?{ORDINAL}(?:(?:(?:,| và) {ORDINAL})*(?:{_KHOA}|{TERM}))?|{_KHOA}|{TERM})(?: của Đảng)?"
)
_PLACE = (
    r"(?:Trung ương|Thành phố|Quân đội|Công an|Quân khu \d|(?:và )?[Dd]oanh nghiệp|Biên phòng|\p{Lu}\p{L}*(?:\.\p{L}+)*"
    r"|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|khối|các cơ quan|cơ quan|trực thuộc)"
)
#: Who meets: "Phụ nữ toàn quốc", "Hội Nông dân Việt Nam".
_GROUP = rf"\p{{Lu}}\p{{Ll}}+(?: {NAME_WORD}){{0,2}}(?= (?:toàn quốc|lần thứ|{_PLACE})\b)"
_PARTY = (
    r"(?i:(?:của )?(?:Đảng bộ|Đảng ủy|Đảng|Đoàn|Hội|Công đoàn|Phụ nữ|MTTQ|Mặt trận)\b)"
    rf"(?: (?:{_GROUP}|{_PLACE}\b))*"
)
CONGRESS = regex.compile(
    rf" (?:của )?(?P<congress>(?:(?i:Đại hội)|ĐH)(?: (?:(?i:đại biểu|toàn quốc)|{ORDINAL}|{_PARTY}|{_GROUP}))*)"
    rf"(?:{TERM})*"
)
#: No word of it says which congress.
ANY_CONGRESS = regex.compile(r"(?i:đại hội|đh|đại biểu|toàn quốc|của|đảng|đoàn|hội| )+")
AND_CONGRESS = regex.compile(r"(?:,| và)(?= (?:Đại hội|ĐH))")
EVERY_LEVEL = regex.compile(r"(?: đảng)?(?: bộ)? (?:các cấp|cấp|cơ sở)\b")
MEETING = regex.compile(
    r" (?:của )?(?:(?i:phiên họp)(?: (?P<body>Chính phủ)| thường(?: kỳ)?| chuyên đề)+"
    r"(?:,? tháng \d{1,2}(?:/\d{4}| năm \d{4})?)?"
    rf"|(?i:kỳ họp) thứ \w+,? (?P<body>{LOCAL}|Quốc hội)\b(?:{TERM})?)"
)
CONFERENCE = regex.compile(
    rf" (?:của )?Hội nghị (?P<body>\p{{Lu}}[^,;()\n]{{3,60}}?),? lần thứ (?:\p{{L}}+|\d+)(?:{TERM})?"
)
#: Commas within the listed names are often left out.
LISTED = regex.compile(rf"{any_of(lexicon.forms('named_documents')).replace(',', ',?')}(?![\p{{L}}\d])")
NAMES = {row["form"].replace(",", ""): row["canonical"] for row in reversed(lexicon.table("named_documents"))}
STATUTE_YEAR = regex.compile(rf"(?: \(sửa đổi\))?(?:,? năm| của năm)? {YEAR}(?!/)| \(sửa đổi\)")
AMENDING = regex.compile(
    r" [Ss]ửa đổi(?:, bổ sung)?(?: (?:một số điều|[Đđ]iều \d+))?(?: của)?(?: các)? "
    r"(?=(?i:(?P<type>Luật|Bộ luật|Pháp lệnh))\b)"
)
AND_STATUTE = regex.compile(r" và (?=(?P<type>Luật|Bộ luật|Pháp lệnh)\b)")
CONSTITUTION = regex.compile(rf"(?:,? năm)? {YEAR}|(?!,? (?:và )?pháp luật)(?=[,;.)]|\s(?:của|và|quy định|đã|được)\b)")
PROGRAMME = regex.compile(
    r" (?:công tác|hành động|kiểm tra, giám sát|toàn khóa)(?: trọng tâm| toàn khóa)*(?: (?:năm|quý) [\dIV/]+)?(?= của )"
)
TITLE_START = regex.compile(rf" (?={role('title_verb')}\b)")
CAPITAL_TITLE = regex.compile(r" (?=\p{Lu}\p{Ll})")
#: Beginnings of names that go on after a comma: "Phòng, chống …", "Quản lý, sử dụng …".
_COORDINATED = any_of(
    {row["canonical"].split(",")[0].split(" ", 1)[1] for row in lexicon.table("named_documents") if "," in row["form"]}
)
#: A statute or charter that the lexicon does not list.
STATUTE = regex.compile(
    r" (?:[Cc]ác )?(?:(?:Đảng|Đoàn|Hội|Công đoàn|\p{Lu}[\p{Lu}&]+)\b(?! \p{Lu})"
    rf"|(?:{_COORDINATED}|\p{{Lu}}\p{{Ll}}+), {NAME_WORD}(?: (?:{CAPITAL}|{NAME_WORD}))*|{NAME})"
)
_TITLE_WORDS = rf"(?: {NAME_WORD})+(?: -)?(?: (?:{CAPITAL}|{NAME_WORD}))*"
REGULATION = regex.compile(rf"{_TITLE_WORDS}(?: giữa {NAME}(?:(?:,| và| với) {NAME})*)?")
_YEARS = rf"{YEAR}(?: ?- ?{YEAR})?"
#: The time for which a programme is made is part of its name.
PERIOD = regex.compile(
    rf",? (?:năm|giai đoạn|đến năm) {_YEARS}(?:,? (?:định hướng|tầm nhìn)(?: đến)?(?: năm)? {YEAR})?(?!/)"
)
NATIONAL_PROGRAMME = regex.compile(
    rf" (?i:mục tiêu quốc gia|MTQG)(?:(?: về)?{_TITLE_WORDS}(?: và miền núi)?|(?= giai đoạn {YEAR}))"
)
DATED_TITLE = regex.compile(rf"{_TITLE_WORDS}(?= (?:năm|giai đoạn) {YEAR})")
#: Where the title ends with a range of years, prepositions and commas within it are its own.
LONG_DATED_TITLE = regex.compile(rf"(?: {NAME_WORD}){{2}}[^.;:…“”\"\n]{{0,150}}?(?=,? giai đoạn {YEAR} ?- ?{YEAR})")

# Pointers.
#: "Nghị quyết trên", not "Nghị quyết trên địa bàn".
DEICTIC = regex.compile(
    rf" (?:{role('deictic')}\b|trên(?=[,.;:)]|$|\s(?:{role('pointer_end')}|{role('predicate')})\b))"
)
OTHER_TYPES = regex.compile(rf"(?:, | và )(?P<first>){TYPE}(?:(?:, | và ){TYPE})*\b")
PREDICATE = regex.compile(rf"\s{role('predicate')}\b")
POINTER_END = regex.compile(rf"\s?[,.;:)”]|\s?$|\s(?:{role('pointer_end')}|{role('predicate')})\b")
