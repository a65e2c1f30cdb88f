"""What underthesea's segmentation model says of each syllable of a sentence: how much it weighs for going on with the
word before it.

The model asks of the syllables, bigrams and trigrams around a syllable which they are, whether the dictionary has them,
whether they are titles or digits. Most bigrams and trigrams of a text are none that the model or the dictionary knows:
those weigh by whether they are a title, and nothing more is asked of them.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import regex

from bienban.segment.crfsuite import read_crf

#: Entries that each of the three memos holds before it is emptied: 150 to 500 bytes each, 50 MB in all.
MEMO_SIZE = 50_000
#: Characters of the longest key that a memo keeps.
_LONGEST = 40

_FEATURE = regex.compile(r"T\[(-?\d)(?:,(-?\d))?\](?:\.(\w+))?")
#: Where the n-grams that the model asks about begin, by their length, counted from the syllable in question.
_OFFSETS = {1: (-2, -1, 0, 1, 2), 2: (-2, -1, 0, 1), 3: (-2, -1, 0)}
#: Forms that no model knows: in small letters, and in capitals.
_UNSEEN = ("ŧŧ", "ŦŦ")

ValueT = TypeVar("ValueT")
# Plain tuples, thousands of which the memos hold: the garbage collector need not follow those.
#: What an n-gram weighs at each of its offsets.
Weights = tuple[float, ...]
#: A syllable as the model knows it, in lower case, whether it is a title, and what it weighs by itself.
Form = tuple[str, str, bool, Weights]
#: Something that the model asks of an n-gram, and what each answer weighs.
Question = tuple[Callable[[str], str], dict[str, Weights]]


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


class Model:
    """The model in a folder of underthesea's. Raises UnknownModel where its files are not of the form that this reads.

    All weights are those of I-W (the word before goes on) minus those of B-W (a word begins): for the best path only
    the difference matters. `transitions` holds those from B-W to either label, and those from I-W.
    """

    def __init__(self, folder: Path) -> None:
        try:
            crf = read_crf(folder / "models.bin")
            names: list[str] = pickle.loads((folder / "features.bin").read_bytes())
            dictionary: set[str] = pickle.loads((folder / "dictionary.bin").read_bytes())
            if crf.labels != ["B-W", "I-W"]:
                raise ValueError(f"labels {crf.labels}")
            self._questions = _questions(names, crf.weights, dictionary)
        except (OSError, ValueError, KeyError, EOFError, pickle.UnpicklingError) as error:
            raise UnknownModel(f"no segmentation model of the known form in {folder}: {error}") from None
        self.transitions = crf.transitions
        self.forms: Memo[Form] = Memo(self._form)
        self._pairs: Memo[Weights] = Memo(self._weigh)
        self._edges = {
            length: [_sum(length, [answers.get(mark) for _, answers in questions]) for mark in ("BOS", "EOS")]
            for length, questions in self._questions.items()
        }
        self._unknown = {length: [self._weigh(" ".join([form] * length)) for form in _UNSEEN] for length in _OFFSETS}
        self._known_pairs, self._known_triples = (
            {answer.lower() for _, answers in self._questions[length] for answer in answers}
            | {text for text in dictionary if text.count(" ") + 1 == length}
            for length in (2, 3)
        )

    def emissions(self, forms: Sequence[Form]) -> list[float]:
        """What each syllable of a sentence weighs for going on with the word before it."""
        texts, lows, titles, weights = zip(*forms, strict=True)
        small, capital = self._unknown[2]
        pairs = [
            self._pairs[f"{a} {b}"] if f"{x} {y}" in self._known_pairs else capital if t and u else small
            for a, b, x, y, t, u in zip(texts, texts[1:], lows, lows[1:], titles, titles[1:], strict=False)
        ]
        small, capital = self._unknown[3]
        triples = [
            self._weigh(f"{a} {b} {c}")
            if f"{x} {y} {z}" in self._known_triples
            else capital
            if t and u and v
            else small
            for a, b, c, x, y, z, t, u, v in zip(
                *(values[at:] for values in (texts, lows, titles) for at in range(3)), strict=False
            )
        ]
        one, two, three = self._padded(1, weights), self._padded(2, pairs), self._padded(3, triples)
        return [
            a[0] + b[1] + c[2] + d[3] + e[4] + f[0] + g[1] + h[2] + i[3] + j[0] + k[1] + m[2]
            for a, b, c, d, e, f, g, h, i, j, k, m in zip(
                *(one[at:] for at in range(5)),
                *(two[at:] for at in range(4)),
                *(three[at:] for at in range(3)),
                strict=False,  # the padded rows are longer than the sentence
            )
        ]

    def _form(self, text: str) -> Form:
        return text, text.lower(), _is_title(text), self._weigh(text)

    def _weigh(self, text: str) -> Weights:
        length = text.count(" ") + 1
        return _sum(length, [answers.get(ask(text)) for ask, answers in self._questions[length]])

    def _padded(self, length: int, weights: Sequence[Weights]) -> list[Weights]:
        begin, end = self._edges[length]
        return [begin, begin, *weights, end, end]


def _questions(
    names: Sequence[str], weights: Mapping[str, Mapping[str, float]], dictionary: set[str]
) -> dict[int, list[Question]]:
    """The model's features, by length of n-gram."""
    functions = {**_FUNCTIONS, "is_in_dict": lambda text: _answer(text.lower() in dictionary)}
    columns: dict[tuple[int, str | None], list[Mapping[str, float]]] = {}
    for name in names:
        parsed = _FEATURE.fullmatch(name)
        if not parsed or parsed[3] not in functions:
            raise ValueError(f"the feature {name}")
        first, last = int(parsed[1]), int(parsed[2] or parsed[1])
        offsets = _OFFSETS[last - first + 1]
        column = columns.setdefault((last - first + 1, parsed[3]), [{}] * len(offsets))
        column[offsets.index(first)] = weights.get(name, {})
    questions: dict[int, list[Question]] = {length: [] for length in _OFFSETS}
    for (length, function), found in columns.items():
        answers = {answer: tuple([at.get(answer, 0.0) for at in found]) for at in found for answer in at}
        questions[length].append((functions[function], answers))
    return questions


def _sum(length: int, rows: Iterable[Weights | None]) -> Weights:
    """The sum of rows, offset by offset."""
    return tuple(map(sum, zip([0.0] * len(_OFFSETS[length]), *filter(None, rows), strict=True)))


def _is_title(syllable: str) -> bool:
    return syllable[0].upper() == syllable[0]


def _answer(yes: bool) -> str:
    return "True" if yes else "False"


_FUNCTIONS: dict[str | None, Callable[[str], str]] = {
    None: lambda text: text,
    "lower": str.lower,
    # underthesea takes for digits what is a number of 32 bits
    "isdigit": lambda text: _answer(text.isdigit() and text.isascii() and float(text) < 2**31),
    "istitle": lambda text: _answer(all(map(_is_title, text.split()))),
}
