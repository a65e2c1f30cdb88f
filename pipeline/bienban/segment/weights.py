"""What underthesea's segmentation model says of each syllable of a sentence: how much it weighs for going on with the
word before it.

The model asks of the syllables, bigrams and trigrams around a syllable which they are, whether the dictionary has them,
whether they are titles or digits. Most bigrams and trigrams of a text have no weights of their own: for those only the
dictionary and titles count.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import regex

from bienban.segment.crfsuite import read_crf

#: Entries that each of the four memos holds before it is emptied: some 250 bytes each, 50 MB in all.
MEMO_SIZE = 50_000
#: Characters of the longest key that a memo keeps.
_LONGEST = 40

_FEATURE = regex.compile(r"T\[(-?\d)(?:,(-?\d))?\](?:\.(lower|isdigit|istitle|is_in_dict))?")
#: Where the n-grams that the model asks about begin, by their length, counted from the syllable in question.
_OFFSETS = {1: (-2, -1, 0, 1, 2), 2: (-2, -1, 0, 1), 3: (-2, -1, 0)}

ValueT = TypeVar("ValueT")
# Plain tuples, thousands of which the memos hold: the garbage collector need not follow those.
#: What an n-gram weighs at each of its offsets.
Weights = tuple[float, ...]
#: A syllable as the model knows it, in lower case, whether it is a title, and what it weighs by itself.
Form = tuple[str, str, bool, Weights]
#: Stands for the syllable after the last.
_NO_FORM: Form = ("", "", False, ())
#: What the answers to a question weigh, offset by offset.
Columns = Sequence[Mapping[str, float]]


class UnknownModel(Exception):
    """The installed underthesea has no segmentation model of the known form."""


class Memo(dict[str, ValueT]):
    """A dictionary that makes what it misses, and is emptied when it is full."""

    def __init__(self, make: Callable[[str], ValueT]) -> None:
        self._make = make

    def __missing__(self, key: str) -> ValueT:
        value = self._make(key)
        if len(key) <= _LONGEST:
            if len(self) >= MEMO_SIZE:
                self.clear()
            self[key] = value
        return value


class NGrams:
    """What n-grams of one length weigh: `questions` holds the answers, by the model's name for what it asks."""

    def __init__(self, length: int, questions: Mapping[str | None, Columns], dictionary: set[str]) -> None:
        rows = {
            name: {
                answer: tuple([column.get(answer, 0.0) for column in columns])
                for column in columns
                for answer in column
            }
            for name, columns in questions.items()
        }
        nothing = (0.0,) * len(_OFFSETS[length])
        (no_digits, digits), capitals, entries = (
            [rows.get(name, {}).get(answer, nothing) for answer in ("False", "True")]
            for name in ("isdigit", "istitle", "is_in_dict")
        )
        self._exact, self._lower, self._dictionary = rows.get(None, {}), rows.get("lower", {}), dictionary
        self._digits = tuple(yes - no for yes, no in zip(digits, no_digits, strict=True))
        # What an n-gram weighs that reaches over the sentence's begin, and over its end.
        self._begin, self._end = (
            _sum(*(answers.get(mark, nothing) for answers in rows.values())) for mark in ("BOS", "EOS")
        )
        #: The n-grams, in lower case, that have weights of their own.
        self.own = {text.lower() for text in (*self._exact, *self._lower)}
        #: What all others weigh: by whether the dictionary has them, and whether they are titles.
        self.others = [[_sum(no_digits, entry, capital) for capital in capitals] for entry in entries]

    def weigh(self, text: str) -> Weights:
        """What an n-gram weighs."""
        low = text.lower()
        plain = self.others[low in self._dictionary][all(map(is_title, text.split()))]
        own = [row for row in (self._exact.get(text), self._lower.get(low)) if row]
        if text.isdigit() and text.isascii() and float(text) < 2**31:  # to underthesea, digits are a number of 32 bits
            own.append(self._digits)
        return _sum(plain, *own) if own else plain

    def padded(self, weights: Sequence[Weights]) -> list[Weights]:
        """The weights of a sentence's n-grams, with those of the two before and after."""
        return [self._begin, self._begin, *weights, self._end, self._end]


class Model:
    """The model in a folder of underthesea's. Raises UnknownModel where its files are not of the form that this reads.

    All weights are those of I-W (the word before goes on) minus those of B-W (a word begins): for the best path only
    the difference matters. `transitions` holds those from B-W to either label, and those from I-W.
    """

    def __init__(self, folder: Path) -> None:
        try:
            crf = read_crf(folder / "models.bin")
            names: list[str] = pickle.loads((folder / "features.bin").read_bytes())
            self._dictionary: set[str] = pickle.loads((folder / "dictionary.bin").read_bytes())
            if crf.labels != ["B-W", "I-W"]:
                raise ValueError(f"labels {crf.labels}")
            questions = _questions(names, crf.weights)
            self.transitions = crf.transitions
            self._ones, self._twos, self._threes = (
                NGrams(length, questions[length], self._dictionary) for length in _OFFSETS
            )
            self.forms: Memo[Form] = Memo(lambda text: (text, text.lower(), is_title(text), self._ones.weigh(text)))
            self._pairs: Memo[Weights] = Memo(self._twos.weigh)
            self._triples: Memo[Weights] = Memo(self._threes.weigh)
            triples = self._threes.own | {text for text in self._dictionary if text.count(" ") == 2}
            self._begun = {text.rpartition(" ")[0] for text in triples}
        except Exception as error:  # files of another form fail in many ways
            raise UnknownModel(f"no segmentation model of the known form in {folder}: {error}") from None

    def emissions(self, forms: Sequence[Form]) -> list[float]:
        """What each syllable of a sentence weighs for going on with the word before it."""
        pairs, own, others, dictionary = self._pairs, self._twos.own, self._twos.others, self._dictionary
        triples, begun, unknown = self._triples, self._begun, self._threes.others[False]
        two: list[Weights] = []
        three: list[Weights] = []
        for (a, low_a, title_a, _), (b, low_b, title_b, _), (c, _, title_c, _) in zip(
            forms, forms[1:], [*forms[2:], _NO_FORM], strict=False
        ):
            low, title = f"{low_a} {low_b}", title_a and title_b
            two.append(pairs[f"{a} {b}"] if low in own else others[low in dictionary][title])
            three.append(triples[f"{a} {b} {c}"] if low in begun else unknown[title and title_c])
        one = self._ones.padded([weights for *_, weights in forms])
        two, three = self._twos.padded(two), self._threes.padded(three[:-1])  # the last pair begins no trigram
        return [
            a[0] + b[1] + c[2] + d[3] + e[4] + f[0] + g[1] + h[2] + i[3] + j[0] + k[1] + m[2]
            for a, b, c, d, e, f, g, h, i, j, k, m in zip(
                *(one[at:] for at in range(5)),
                *(two[at:] for at in range(4)),
                *(three[at:] for at in range(3)),
                strict=False,  # the padded rows are longer than the sentence
            )
        ]


def _questions(
    names: Sequence[str], weights: Mapping[str, Mapping[str, float]]
) -> dict[int, dict[str | None, list[Mapping[str, float]]]]:
    """The model's features by length of n-gram and by what is asked. Raises ValueError and KeyError for others."""
    questions: dict[int, dict[str | None, list[Mapping[str, float]]]] = {length: {} for length in _OFFSETS}
    for name in names:
        parsed = _FEATURE.fullmatch(name)
        if not parsed:
            raise ValueError(f"the feature {name}")
        first, last = int(parsed[1]), int(parsed[2] or parsed[1])
        offsets = _OFFSETS[last - first + 1]
        columns = questions[last - first + 1].setdefault(parsed[3], [{}] * len(offsets))
        columns[offsets.index(first)] = weights.get(name, {})
    return questions


def is_title(syllable: str) -> bool:
    """Whether a syllable begins with what has no capital above it."""
    return syllable[0].upper() == syllable[0]


def _sum(*rows: Weights) -> Weights:
    return tuple(map(sum, zip(*rows, strict=True)))
