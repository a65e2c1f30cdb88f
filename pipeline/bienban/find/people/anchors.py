"""Which sentences may name somebody, by signs that one pass over the article finds."""

from __future__ import annotations

import regex

from bienban import lexicon
from bienban.find.anchors import Anchors
from bienban.find.people.shapes import is_vietnamese
from bienban.segment.reading import Reading
from bienban.segment.sentences import SentenceSpan

_SURNAMES = {
    spelled: not row["word"]
    for row in lexicon.table("surnames")
    for cased in (row["form"], row["form"].upper())
    for spelled in (cased, cased.replace("'", "’"), cased.replace("'", "‘"))
}
_SURNAME_ANCHORS = Anchors(_SURNAMES)
# After a surname: the next word of the name, in one word with it where it ends in an apostrophe; and one more.
_NAME_GOES_ON = regex.compile(r"(?<=['’‘])|\s+(?:\p{Lu}|nữ )")
_NAME_GOES_ON_TWICE = regex.compile(r"(?<=['’‘])|\s+(?:\p{Lu}\S*|nữ)\s+\p{Lu}")

# A name may follow an honorific and some posts at once; other posts name a body or a country first.
_POSTS = {form.lower() for form in lexicon.forms("positions")} | {"phó", "uv"}
_BARE = {form.lower() for form, names in lexicon.mapping("positions", "names").items() if names == "yes"}
_BARE |= {form.lower() for form in lexicon.forms("honorifics")} | {"ngày sinh", "ngày mất", "vụ án", "dẫn lời"}
_TITLES = Anchors(_BARE | _POSTS)
_NAMED_AT_ONCE = regex.compile(r"[^\p{L}\d]*(?:\([^()]{1,40}\) )?\p{Lu}")
_ABROAD = Anchors(row["form"] for row in lexicon.table("places") if row["level"] == "abroad")
_CAPITALISED = regex.compile(r"\b(?!\p{Lu}+\b)\p{Lu}[\p{L}'’‘-]*")
# Who said what stands between quotation marks may be a foreigner without any of these.
_QUOTED = regex.compile(r"[”\"»] ?[-,] ?(?=\p{Lu})")


def may_name(reading: Reading) -> list[SentenceSpan]:
    """The sentences in which a person may be named, in order: directly after a title, by a surname beside a title or
    before two more words, or, where a post is told, a foreigner."""
    norm = reading.norm
    titled: set[int] = set()
    posted: set[int] = set()
    named = {reading.sentence_at(match.start()).sent_no for match in _QUOTED.finditer(norm)}
    for start, form in _TITLES.find(reading.low):
        number = reading.sentence_at(start).sent_no
        titled.add(number)
        if form in _POSTS:
            posted.add(number)
        if form in _BARE and number not in named and _NAMED_AT_ONCE.match(norm, start + len(form)):
            named.add(number)
    for start, form in _SURNAME_ANCHORS.find(norm):
        if _NAME_GOES_ON.match(norm, start + len(form)):
            number = reading.sentence_at(start).sent_no
            if number in titled or (_SURNAMES[form] and _NAME_GOES_ON_TWICE.match(norm, start + len(form))):
                named.add(number)
    named |= {number for number in posted - named if _speaks_of_abroad(norm, reading.sentences[number])}
    return [reading.sentences[number] for number in sorted(named)]


def _speaks_of_abroad(norm: str, sentence: SentenceSpan) -> bool:
    """Whether a country abroad or a word with a capital that is no Vietnamese syllable stands in a sentence."""
    words = _CAPITALISED.findall(norm, sentence.start, sentence.end)
    return not all(is_vietnamese(word.lower()) for word in words) or any(
        _ABROAD.find(norm[sentence.start : sentence.end])
    )
