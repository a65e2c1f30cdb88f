"""Parts of the patterns of citations: years, terms, names, type words, bodies. Word lists are in the lexicon."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from bienban.lexicon import mapping, table


def any_of(words: Iterable[str]) -> str:
    return alternatives(regex.escape(word) for word in sorted(words, key=len, reverse=True))


def alternatives(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(patterns) + ")"


def _forms(role: str) -> list[str]:
    return [row["form"] for row in table("directive_words") if row["role"] == role]


def role(role: str) -> str:
    return any_of(_forms(role))


def _outside_compounds(words: Iterable[str]) -> str:
    """The words, not where they end a compound: "trình", but not that of "công trình"."""
    compounds = [form.rsplit(" ", 1) for form in _forms("compound")]
    firsts = {word: [first for first, last in compounds if last == word] for word in words}
    return alternatives(f"(?<!(?i:{any_of(first)}) ){word}" if first else word for word, first in firsts.items())


# Times and names.
YEAR = r"(?:19|20)\d\d(?!\d)"
ORDINAL_WORD = "nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: \\p{Ll}+)?"
ORDINAL = rf"(?:(?:lần )?thứ (?:\d{{1,2}}|[IVXLC]{{1,6}}|{ORDINAL_WORD})|(?:lần )?(?:[IVXLC]{{1,6}}|\d{{1,2}}))\b"
TERM = (
    r"(?:,? \(?[Kk]hóa (?:[IVX]{1,5}|\d{1,2})\b(?:(?:,| và) (?:khóa )?[IVX]{1,5}\b)*\)?"
    rf"|,? nhiệm kỳ (?:{YEAR} ?- ?{YEAR}|[IVX]{{1,5}}))"
)
CAPITAL = r"\p{Lu}[\p{L}&]*(?:[.-]\p{L}+)*"
NAME_END = _outside_compounds({*_forms("name_end"), *_forms("predicate"), *_forms("pointer_end")})
NAME_WORD = rf"(?!{NAME_END}\b)\p{{Ll}}+"
#: What goes on after "và" within a name: "Giáo dục và Đào tạo".
_BODIES = {row["issuer"] for row in table("issuer_codes")} | set(mapping("bodies").values())
_SECOND_HALF = any_of({name.split(" và ", 1)[1] for name in _BODIES if " và " in name and " | " not in name})
NAME = rf"{CAPITAL}(?: (?:{CAPITAL}|\d{{1,3}}\b(?![/.])|{NAME_WORD}|và {_SECOND_HALF}\b)){{0,12}}"
DAY = r"(?P<day>\d{1,2})(?:\s?[./-]\s?| tháng )(?P<month>\d{1,2})(?:\s?[./-]\s?|,? năm )(?P<year>\d{4})\b"
#: A day, of the report's year where it has none.
DAY_OF_REPORT = r"(?P<day>\d{1,2})(?:[./-]| tháng )(?P<month>\d{1,2})(?:(?:[./-]|,? năm )(?P<year>\d{4}))?(?![./-]?\d)"

# Type words.
WITH_NUMBER = any_of(row["form"] for row in table("doc_types") if row["with_number"])
TYPE = any_of(row["form"] for row in table("doc_types") if not row["with_number"])
#: Statutes are named within subjects ("hướng dẫn Luật Nhà ở và Luật Đất đai").
STATUTES = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ"))
OTHER_DOCUMENT = any_of({row["canonical"] for row in table("doc_types")} - STATUTES)

# Bodies that issue documents.
CENTRAL_NAME = r"(?:Trung ương|TW|TƯ|T\.Ư)(?: Đảng)?"
LOCAL = (
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân"
    r"|(?:Ban Thường vụ |Ban Chấp hành |Thường trực )?(?:Tỉnh|Thành|Huyện|Thị|Quận) ủy)"
    r"(?: (?:tỉnh|thành phố|Thành phố|TP|huyện|quận|thị xã|xã|phường)\b\.?)?(?: ?\p{Lu}[\p{L}.]*){0,3}"
)
ISSUERS = [row["issuer"].split(" | ") for row in table("issuer_codes")]
#: A body of which there is one in the country, or one of every province, district or commune.
CENTRAL = any_of({body for bodies in ISSUERS if len(bodies) == 1 for body in bodies} | {"Bộ Chính trị"})
PARTY_CENTRE = rf"(?:Ban Bí thư(?: {CENTRAL_NAME})?|(?:Ban Chấp hành|BCH) {CENTRAL_NAME})"
STEERING = (
    r"Ban Chỉ đạo(?: Trung ương| [Qq]uốc gia)?"
    r"(?: (?:về )?phòng,? chống \p{Ll}+ (?i:\p{Ll}+|Covid-19)(?:,? (?:lãng phí|tiêu cực))*)?"
)
PLENUM_BODY = (
    rf"Hội nghị (?:lần thứ \w+,? )?(?:của )?(?:Ban Chấp hành |BCH )?{CENTRAL_NAME}(?: (?:lần thứ )?\d{{1,2}})?"
)
KNOWN_BODY = rf"(?:{STEERING}|{PLENUM_BODY}|(?i:{PARTY_CENTRE}|(?:Bộ trưởng )?{CENTRAL})|{LOCAL})\b"
BODY = rf"(?!(?i:{TYPE})\b)(?:(?:Chủ tịch )?{KNOWN_BODY}|{NAME})"
#: Who issues what follows: "Liên đoàn Lao động tỉnh", "Ban Tuyên giáo và Dân vận Tỉnh ủy".
ISSUING_BODY = (
    rf"(?={role('body_head')}\b)(?:{CAPITAL}(?: {NAME_WORD}){{0,2}}(?: và| -)? )*{CAPITAL}(?: {NAME_WORD}){{0,2}}"
)
