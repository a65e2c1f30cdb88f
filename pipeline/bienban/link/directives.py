"""Citations of guiding documents -> which of them are one document, and the register of documents.

A shortened citation takes the document that it fits: a number without its code the one full number that begins so,
a shortened name the one longer name, a pointer ("Chỉ thị này") the one document of its type that stands nearest.
Where two fit, the citation stays what it says, and a pointer is no mention.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from bienban import lexicon
from bienban.model import Directive, DirectiveMention
from bienban.segment.reading import Span

_NUMBER = regex.compile(r"0*(?P<digits>\d+\p{Ll}?)(?:/(?P<year>(?:19|20)\d\d)(?!\d))?(?P<code>.*)", regex.DOTALL)
_WORD = regex.compile(r"\w+")
#: Words that some writers leave out of a name.
_OPTIONAL_WORDS = frozenset(("năm", "của", "hội", "nghị", "lần", "thứ", "đại", "biểu", "toàn", "quốc"))
_COMMITTEE_WORDS = frozenset(("ban", "chấp", "hành", "bch", "đảng", "khóa"))
_ORDINAL = regex.compile(r"[ivxlc]+|\d+")
#: Types whose longer name is another document, unless it is longer by a year ("Luật Đầu tư", "Luật Đầu tư công").
_STATUTES = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"))

#: What tells documents of one type apart: the words of a name, or digits, year and code of a number.
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as one place of the text cites it; a pointer has neither `number` nor `name`.

    Positions are those of the normal form. `name` is all that tells a document without a number from others.
    """

    start: int
    end: int
    sent_no: int
    doc_type: str
    rule: str
    number: str | None = None
    name: str | None = None
    issuer: Span | str | None = None
    issued_on: str | None = None
    subject: Span | None = None

    @property
    def directive_id(self) -> str:
        """Type and number, or the name."""
        return f"{self.doc_type} {self.number}" if self.number else self.name or self.doc_type


def resolve(citations: Sequence[Citation], low: str) -> list[Citation]:
    """The citations, in order, with the number or name in full and the issuer that any citation of the document gives.

    `low` is the text in lower case. Pointers to nothing, or to one of several, are left out.
    """
    kept = _point(_in_full(citations), low)
    issuers: dict[str, Span | str] = {}
    for citation in sorted(kept, key=lambda c: not isinstance(c.issuer, Span)):
        if citation.issuer:
            issuers.setdefault(citation.directive_id, citation.issuer)
    return [c if isinstance(c.issuer, Span) else replace(c, issuer=issuers.get(c.directive_id)) for c in kept]


def _in_full(citations: Sequence[Citation]) -> list[Citation]:
    printed: dict[Key, Citation] = {}
    for c in citations:
        if c.number or c.name:
            printed.setdefault(_key(c), c)
    longer: dict[Key, list[Key]] = defaultdict(list)
    for key, c in printed.items():
        for short in _shortened(c, key):
            longer[short].append(key)
    full = []
    for c in citations:
        if c.number or c.name:
            fullest = [key for key in longer.get(_key(c), ()) if key not in longer]
            whole = printed[fullest[0] if len(fullest) == 1 else _key(c)]
            # "hướng dẫn Nghị định 5 của Bộ": an issuer that the code gives is surer than words after a short form.
            if fullest and isinstance(whole.issuer, str):
                c = replace(c, issuer=whole.issuer)
            c = replace(c, number=whole.number, name=whole.name)
        full.append(c)
    return full


def _key(c: Citation) -> Key:
    if not c.number:
        names = lexicon.mapping("bodies")
        name = " ".join(names.get(word, word) for word in (c.name or "").split()).lower()
        name = name.replace("t.ư", "trung ương").replace("tw", "trung ương")
        words = [word for word in _WORD.findall(name) if word not in _OPTIONAL_WORDS]
        if "trung" in words:
            # "Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng khóa XIII" is "Trung ương 8 khóa XIII".
            words = sorted(
                (word for word in words if word not in _COMMITTEE_WORDS),
                key=lambda word: bool(_ORDINAL.fullmatch(word)),
            )
        return c.doc_type, *words
    parts = _NUMBER.fullmatch(c.number)
    if parts is None:
        return c.doc_type, c.number, "", ""
    code = "".join(char for char in parts["code"].upper() if char.isalnum())
    return c.doc_type, parts["digits"], parts["year"] or "", regex.sub(r"TƯ$", "TW", code)


def _shortened(c: Citation, key: Key) -> Iterable[Key]:
    """The keys by which a later citation may mean this document."""
    if c.number:
        doc_type, digits, year, code = key
        names = {_key(replace(c, number=None))} if c.name else set()
        return names | {(doc_type, digits, y, k) for y in ("", year) for k in ("", code)} - {key}
    if c.doc_type in _STATUTES:
        return [key[:-1]] if key[-1].isdigit() else []
    return [key[:size] for size in range(3, len(key))]


def _point(citations: Sequence[Citation], low: str) -> list[Citation]:
    kept: list[Citation] = []
    before: dict[str, dict[str, Citation]] = defaultdict(dict)
    for c in citations:
        if not c.number and not c.name:
            target = _target(c, before[c.doc_type], low)
            if target is None:
                continue
            c = replace(c, number=target.number, name=target.name, issuer=target.issuer or c.issuer)
        # Moved to the end: the order is that of the last mention.
        before[c.doc_type].pop(c.directive_id, None)
        before[c.doc_type][c.directive_id] = c
        kept.append(c)
    return kept


def _target(pointer: Citation, before: dict[str, Citation], low: str) -> Citation | None:
    named = list(before.values())
    if pointer.issuer:
        issuer = _words(pointer.issuer, low)
        named = [c for c in named if c.issuer and _words(c.issuer, low).startswith(issuer)]
    for distance in (0, 1):
        near = [c for c in named if pointer.sent_no - c.sent_no <= distance]
        if near:
            return near[0] if len(near) == 1 else None
    return named[0] if len(named) == 1 else None


def _words(issuer: Span | str, low: str) -> str:
    return low[issuer.start : issuer.end] if isinstance(issuer, Span) else issuer.lower()


def register(mentions: Iterable[DirectiveMention]) -> list[Directive]:
    """One row per document, in order of first mention; each column holds the first value that a mention gives."""
    by_id: dict[tuple[str, str], list[DirectiveMention]] = {}
    for mention in mentions:
        by_id.setdefault((mention.doc_id, mention.directive_id), []).append(mention)
    return [
        Directive(
            doc_id=doc_id,
            directive_id=directive_id,
            doc_type=rows[0].doc_type,
            number=next((row.number for row in rows if row.number), None),
            issuer=next((row.issuer for row in rows if row.issuer), None),
            issued_on=next((row.issued_on for row in rows if row.issued_on), None),
            subject=next((row.subject for row in rows if row.subject), None),
            n_mentions=len(rows),
        )
        for (doc_id, directive_id), rows in by_id.items()
    ]
