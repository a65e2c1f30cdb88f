"""underthesea's word segmentation CRF, decoded without its glue.

The model file, the dictionary and the splitting into syllables are those of the installed underthesea. Its own decoder
builds 43 feature strings for every syllable and passes them across a language border twice; here the weights behind
those strings are summed for each syllable, bigram and trigram, and kept for the first two. The best path is the same.

The model has two labels: B-W (a word begins) and I-W (it goes on). Only the difference between the two matters for the
best path, so every weight here is that of I-W minus that of B-W.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import joblib
import regex
from underthesea.pipeline import word_tokenize as underthesea_words
from underthesea.pipeline.text_normalize import token_normalize
from underthesea.pipeline.word_tokenize.regex_tokenize import patterns as SYLLABLES

#: Entries that each of the three memos holds before it is emptied; about 250 bytes each, so 120 MB at most in all.
MEMO_SIZE = 150_000

_MODEL = Path(underthesea_words.__file__).parent / "models" / "ws_crf_vlsp2013_20230727"
_FEATURE = regex.compile(r"T\[(-?\d)(?:,(-?\d))?\](?:\.(\w+))?")
_OFFSETS = {1: (-2, -1, 0, 1, 2), 2: (-2, -1, 0, 1), 3: (-2, -1, 0)}
#: Forms that no model knows: one in small letters, one in capitals.
_UNSEEN = ("ŧŧ", "ŦŦ")
_DIGITS = frozenset("0123456789")
_CHUNK = regex.compile(r"\S+")

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")
Gram = tuple[str, ...]
Weights = tuple[float, ...]
Template = tuple[Callable[[str], str], dict[str, float]]


class UnknownModel(Exception):
    """The installed underthesea has no segmentation model of the known form."""


class Syllable(NamedTuple):
    """A token of the segmenter: its place, and the form that the model knows it by."""

    start: int
    end: int
    form: str


class _Memo(dict[KeyT, ValueT]):
    """A dictionary that makes what it misses, and is emptied when it is full."""

    def __init__(self, make: Callable[[KeyT], ValueT]) -> None:
        self._make = make

    def __missing__(self, key: KeyT) -> ValueT:
        if len(self) >= MEMO_SIZE:
            self.clear()
        value = self[key] = self._make(key)
        return value


class Segmenter:
    """Cuts text into words as `underthesea.word_tokenize` does, but says where they stand.

    Raises UnknownModel where the installed underthesea's files are not of the form that this reads.
    """

    def __init__(self, folder: Path = _MODEL) -> None:
        try:
            weights, self._transitions = _read_model((folder / "models.bin").read_bytes())
            names: list[str] = joblib.load(folder / "features.bin")
            dictionary: set[str] = joblib.load(folder / "dictionary.bin")
        except (OSError, struct.error, UnicodeDecodeError, ValueError, IndexError) as error:
            raise UnknownModel(f"no segmentation model of the known form in {folder}: {error}") from None
        functions = {**_FUNCTIONS, "is_in_dict": lambda text: str(text.lower() in dictionary)}
        # For n-grams of one, two, three syllables: at each offset, what to ask of the n-gram and the weight of answers.
        self._templates: dict[int, list[list[Template]]] = {w: [[] for _ in places] for w, places in _OFFSETS.items()}
        known: dict[int, set[str]] = {width: set() for width in _OFFSETS}
        for name in names:
            parsed = _FEATURE.fullmatch(name)
            if not parsed or parsed[3] not in functions:
                raise UnknownModel(f"{folder} has the unknown feature {name}")
            first, last = int(parsed[1]), int(parsed[2] or parsed[1])
            width, answers = last - first + 1, weights.get(name, {})
            self._templates[width][_OFFSETS[width].index(first)].append((functions[parsed[3]], answers))
            if parsed[3] in (None, "lower"):
                known[width].update(answers)
        # Most n-grams of a text have no weight of their own: what they weigh follows from whether they are a title.
        self._own = {width: grams | dictionary for width, grams in known.items()}
        self._others = {w: tuple(self._weigh(" ".join([form] * w)) for form in _UNSEEN) for w in _OFFSETS}
        self._chunks: _Memo[str, tuple[Syllable, ...]] = _Memo(_syllables)
        self._memos: dict[int, _Memo[Gram, Weights]] = {1: _Memo(self._gram), 2: _Memo(self._gram)}
        self._own_trigrams = {gram.lower() for gram in self._own[3]}
        self._edges = {width: (self._edge("BOS", width), self._edge("EOS", width)) for width in _OFFSETS}

    def words(self, text: str) -> list[tuple[int, int]]:
        """The places of the words of a sentence, in order, for text in composed form (NFC)."""
        places: list[tuple[int, int]] = []
        forms: list[str] = []
        last = len(text.removesuffix("\n"))
        for chunk in _CHUNK.finditer(text):
            at = chunk.start()
            # Whether a full stop belongs to the capitals before it depends on whether the text ends there.
            key = chunk.group() if chunk.end() == last else chunk.group() + " "
            for start, end, form in self._chunks[key]:
                places.append((at + start, at + end))
                forms.append(form)
        if not forms:
            return []
        words: list[tuple[int, int]] = []
        for place, continues in zip(places, self._continues(forms), strict=True):
            if continues and words:
                words[-1] = (words[-1][0], place[1])
            else:
                words.append(place)
        return words

    def _gram(self, gram: Gram) -> Weights:
        """The weight of an n-gram at each offset."""
        text, width = " ".join(gram), len(gram)
        own = self._own[width]
        if text in own or text.lower() in own or (width == 1 and text[0] in _DIGITS):
            return self._weigh(text)
        small, capital = self._others[width]
        for form in gram:
            if form[0].upper() != form[0]:
                return small
        return capital

    def _weigh(self, text: str) -> Weights:
        templates = self._templates[text.count(" ") + 1]
        return tuple(sum(answers.get(ask(text), 0.0) for ask, answers in template) for template in templates)

    def _edge(self, mark: str, width: int) -> Weights:
        """The weight at each offset of an n-gram that reaches over the sentence's begin or end."""
        return tuple(sum(answers.get(mark, 0.0) for _, answers in template) for template in self._templates[width])

    def _padded(self, width: int, weights: Iterable[Weights]) -> list[Weights]:
        begin, end = self._edges[width]
        return [begin, begin, *weights, end, end]

    def _trigrams(self, forms: Sequence[str]) -> list[Weights]:
        """The weights of the trigrams, which come again too seldom for a memo to pay; few have any of their own."""
        own, (small, capital) = self._own_trigrams, self._others[3]
        lows = [form.lower() for form in forms]
        titles = [form[0].upper() == form[0] for form in forms]
        return [
            self._gram((a, b, c)) if f"{x} {y} {z}" in own else capital if t and u and v else small
            for a, b, c, x, y, z, t, u, v in zip(
                forms,
                forms[1:],
                forms[2:],
                lows,
                lows[1:],
                lows[2:],
                titles,
                titles[1:],
                titles[2:],
                strict=False,
            )
        ]

    def _continues(self, forms: Sequence[str]) -> list[bool]:
        """For each syllable, whether it goes on with the word before it: the best path, by Viterbi's algorithm."""
        one, two = (
            self._padded(width, map(memo.__getitem__, zip(*(forms[at:] for at in range(width)), strict=False)))
            for width, memo in self._memos.items()
        )
        three = self._padded(3, self._trigrams(forms))
        emissions = [
            a[0] + b[1] + c[2] + d[3] + e[4] + f[0] + g[1] + h[2] + i[3] + j[0] + k[1] + m[2]
            for a, b, c, d, e, f, g, h, i, j, k, m in zip(
                one,
                one[1:],
                one[2:],
                one[3:],
                one[4:],
                two,
                two[1:],
                two[2:],
                two[3:],
                three,
                three[1:],
                three[2:],
                strict=False,  # the padded rows are longer than the sentence
            )
        ]
        (b_to_b, b_to_i), (i_to_b, i_to_i) = self._transitions
        lead = emissions[0]  # score of the best path that ends in I-W, minus that of the best that ends in B-W
        came_from_i: list[tuple[bool, bool]] = []  # on the best way to B-W, and to I-W
        for emission in emissions[1:]:
            to_b, to_i = lead + i_to_b, lead + i_to_i
            came_from_i.append((to_b > b_to_b, to_i > b_to_i))
            lead = emission + max(b_to_i, to_i) - max(b_to_b, to_b)
        path = [lead > 0]
        for ways in reversed(came_from_i):
            path.append(ways[path[-1]])
        return path[::-1]


def _is_title(text: str) -> str:
    return str(all(word[0].upper() == word[0] for word in text.split()))


_FUNCTIONS: dict[str | None, Callable[[str], str]] = {
    None: lambda text: text,
    "lower": str.lower,
    "isdigit": lambda text: str(all("0" <= character <= "9" for character in text)),
    "istitle": _is_title,
}


def _syllables(chunk: str) -> tuple[Syllable, ...]:
    return tuple(
        Syllable(match.start(), match.end(), token_normalize(match.group())) for match in SYLLABLES.finditer(chunk)
    )


def _read_model(data: bytes) -> tuple[dict[str, dict[str, float]], tuple[tuple[float, float], tuple[float, float]]]:
    """A CRFsuite model file ("lCRF", version 100) -> weights by feature and value, and transitions."""
    magic, _size, _kind, version, _, n_labels, n_attributes, features, labels, attributes = struct.unpack_from(
        "<4sI4sIIIIIII", data
    )
    if magic != b"lCRF" or version != 100 or n_labels != 2:
        raise ValueError("not a CRFsuite model of version 100 with two labels")
    if _strings(data, labels) != ["B-W", "I-W"]:
        raise ValueError("labels other than B-W and I-W")
    (count,) = struct.unpack_from("<I", data, features + 8)
    begin = features + 12
    differences = [0.0] * n_attributes
    transitions = [[0.0, 0.0], [0.0, 0.0]]
    for kind, source, label, weight in struct.iter_unpack("<IIId", data[begin : begin + 20 * count]):
        if kind == 0:
            differences[source] += weight if label else -weight
        else:
            transitions[source][label] = weight
    weights: dict[str, dict[str, float]] = {}
    for attribute, difference in zip(_strings(data, attributes), differences, strict=True):
        feature, _, value = attribute.partition("=")
        weights.setdefault(feature, {})[value] = difference
    (b_to_b, b_to_i), (i_to_b, i_to_i) = transitions
    return weights, ((b_to_b, b_to_i), (i_to_b, i_to_i))


def _strings(data: bytes, chunk: int) -> list[str]:
    """The strings of a CQDB chunk, by their numbers."""
    count, offsets = struct.unpack_from("<II", data, chunk + 16)
    found = []
    for offset in struct.unpack_from(f"<{count}I", data, chunk + offsets):
        (length,) = struct.unpack_from("<I", data, chunk + offset + 4)
        at = chunk + offset + 8
        found.append(data[at : at + length - 1].decode())
    return found
