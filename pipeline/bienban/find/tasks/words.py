"""The word lists of tasks, asked at a position of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bienban import lexicon
from bienban.find.anchors import Anchors
from bienban.find.tasks.patterns import COMPARED, JOINED, NO_VERB, WORD
from bienban.segment.reading import Reading, Span


class Forms:
    """A word list that answers which of its forms, the longest, begins at a position, and what its column says."""

    def __init__(self, name: str, column: str) -> None:
        self._values = {form.lower(): value for form, value in lexicon.mapping(name, column).items()}
        self._lengths: dict[str, list[int]] = defaultdict(list)  # of the forms that begin with a word, longest first
        for form in sorted(self._values, key=len, reverse=True):
            self._lengths[form.replace(",", " ").split()[0]].append(len(form))

    def at(self, low: str, start: int, end: int) -> tuple[int, str] | None:
        """Where the form at `start` ends, and its column; None where none stands, or one that is listed as `none`."""
        found = self.longest(low, start, end)
        return found if found and found[1] != "none" else None

    def longest(self, low: str, start: int, end: int, norm: str | None = None) -> tuple[int, str] | None:
        """The same, `none` included; with `norm`, only where no capital begins a name in it ("giao Ban Tổ chức")."""
        blank = low.find(" ", start, end)
        first = low[start : blank if blank >= 0 else end]
        if not first.isalnum():  # few words have marks in or after them
            word = WORD.match(low, start, end)
            first = word.group() if word else ""
        for length in self._lengths.get(first, ()):
            stop = start + length
            value = self._values.get(low[start:stop])
            if value is None or stop > end or low[stop : stop + 1].isalnum():
                continue
            if norm is None or value != "none" or norm[start + 1 : stop] == low[start + 1 : stop]:
                return stop, value
        return None


VERBS = Forms("task_verbs", "role")
ADVERBS = Forms("task_adverbs", "kind")
BODIES = Forms("assignees", "level")
MODIFIED = Forms("assignees", "modified")
CUES = Forms("task_cues", "kind")
PLACES = Forms("places", "level")
POSITIONS = Forms("positions", "names")
REPORTS = Forms("clause_words", "role")
_SAYING = (form for form, role in lexicon.mapping("clause_words", "role").items() if role == "speaker")
_CUES_AND_REPORTS = Anchors(form.lower() for form in (*lexicon.forms("task_cues"), *_SAYING))


def cue_anchors(reading: Reading) -> list[int]:
    """Where a cue or a reporting verb may begin, in order; most words begin none."""
    starts = dict.fromkeys(start for start, _ in _CUES_AND_REPORTS.find(reading.low))
    return [start for start in starts if not JOINED.match(reading.low, start)]


def between(places: list[int], start: int, end: int) -> list[int]:
    """The sorted places in a range."""
    return places[bisect_left(places, start) : bisect_left(places, end)]


def steps(low: str, start: int, end: int) -> Iterator[int]:
    """Where words begin: every syllable, but the listed verbs and the words that hold one ("chương trình") as one."""
    while word := WORD.search(low, start, end):
        yield word.start()
        found = VERBS.longest(low, word.start(), end)
        start = found[0] if found else word.end()


def body_at(low: str, start: int, end: int) -> tuple[int, str] | None:
    """The body of the list at a position, None for a verb and its object ("tổ chức | đoàn kiểm tra")."""
    body = BODIES.at(low, start, end)
    verb = VERBS.at(low, start, end) if body else None
    inner = BODIES.at(low, verb[0] + 1, end) if body and verb and verb[0] < body[0] else None
    return None if body and inner and inner[0] > body[0] else body


class Predicate(NamedTuple):
    """A verb with the adverbs before it: `start` is theirs, `role` the verb's in the list ("" for an unknown verb)."""

    start: int
    verb: Span
    role: str
    adverbs: bool


def predicate_at(norm: str, low: str, start: int, end: int) -> Predicate | None:
    """The predicate that begins at a position; after an adverb any word is taken for a verb."""
    at, adverbs = start, False
    while True:
        verb, adverb = VERBS.at(low, at, end), ADVERBS.at(low, at, end)
        if verb and adverb and adverb[0] > verb[0]:
            verb = None  # "trực tiếp", no "trực"
        proper = at > start and norm[at : at + 1].isupper()
        body = body_at(low, at, end) if verb else None
        if verb and body and body[0] > verb[0]:  # "tổ chức | đảng" against "tổ chức | hội nghị"
            return None
        if verb and not proper and (not adverb or verb[0] > adverb[0]):
            return Predicate(start, Span(at, verb[0]), verb[1], adverbs)
        if adverb and COMPARED.match(low, adverb[0], end):
            return Predicate(start, Span(at, adverb[0]), "", True)  # "phải quyết liệt hơn"
        after = adverb and WORD.search(low, adverb[0], min(end, adverb[0] + 3))
        if adverb and after and (not verb or predicate_at(norm, low, after.start(), end)):
            at, adverbs = after.start(), True
        elif verb and not proper:
            return Predicate(start, Span(at, verb[0]), verb[1], adverbs)
        elif adverbs and not proper and (word := WORD.match(low, at, end)) and not NO_VERB.match(low, at, end):
            second = WORD.match(low, word.end() + 1, end)
            stop = second.end() if second and second.group().isalpha() and word.group() != "là" else word.end()
            return Predicate(start, Span(at, stop), "", True)
        else:
            return None
