"""Which sentences may name somebody: those with a surname, an honorific or a post before or after a capital."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from bienban import lexicon
from bienban.find.anchors import Anchors
from bienban.segment.reading import Reading
from bienban.segment.sentences import SentenceSpan

_SURNAMES = Anchors(
    spelled
    for form in lexicon.forms("surnames")
    for cased in (form, form.upper())
    for spelled in (cased, cased.replace("'", "’"), cased.replace("'", "‘"))
)
# After a surname: the next word of the name; in one word with it where it ends in an apostrophe.
_NAME_GOES_ON = regex.compile(r"(?<=['’‘])|\s+(?:\p{Lu}|nữ )")
# Who is addressed is named at once; what a post or one of these words is said of may stand anywhere in the sentence.
_ADDRESSES = {form.lower() for form in lexicon.forms("honorifics")} - {"đồng chí", "đ/c", "đc"}
_FREE = {form.lower() for form in lexicon.forms("positions")} | {"đồng chí", "đ/c", "đc", "phó", "uv"}
_INTRODUCTIONS = {"ngày sinh", "ngày mất", "vụ án", "dẫn lời"}
_OPENERS = Anchors(_ADDRESSES | _FREE | _INTRODUCTIONS)
_NAMED_AT_ONCE = regex.compile(r"[^\p{L}\d]*\p{Lu}")
_CAPITAL = regex.compile(r"\p{Lu}")
# Who said what stands between quotation marks may be a foreigner without any of these.
_QUOTED = regex.compile(r"[”\"»] ?[-,] ?(?=\p{Lu})")


def may_name(reading: Reading) -> list[SentenceSpan]:
    """The sentences in which a person may be named, in order."""
    numbers = {reading.sentence_at(at).sent_no for at in _signs(reading)}
    return [reading.sentences[number] for number in sorted(numbers)]


def _signs(reading: Reading) -> Iterator[int]:
    norm = reading.norm
    for start, form in _SURNAMES.find(norm):
        if _NAME_GOES_ON.match(norm, start + len(form)):
            yield start
    for start, form in _OPENERS.find(reading.low):
        if form in _ADDRESSES and _NAMED_AT_ONCE.match(norm, start + len(form)):
            yield start
        elif form not in _ADDRESSES or form in _FREE:
            sentence = reading.sentence_at(start)
            if _CAPITAL.search(norm, start + len(form), sentence.end) or _CAPITAL.search(norm, sentence.start, start):
                yield start
    yield from (match.start() for match in _QUOTED.finditer(norm))
