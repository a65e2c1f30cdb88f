"""underthesea's word segmentation, decoded without its glue.

The model, the dictionary and the splitting into syllables are those of the installed underthesea. Its own decoder
builds 43 feature strings for every syllable and passes them across a language border twice; here the weights behind
those strings are summed by syllable, bigram and trigram. The words are the same: sums in another order differ in their
last bits, and where two ways to cut a sentence come that near, underthesea's decoder is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress
from pathlib import Path

from underthesea.models.fast_crf_sequence_tagger import FastCRFSequenceTagger
from underthesea.pipeline import word_tokenize as underthesea_words
from underthesea.pipeline.text_normalize import token_normalize
from underthesea.pipeline.word_tokenize.regex_tokenize import patterns as SYLLABLES

from bienban.segment.weights import Form, Memo, Model

#: The folder of the model in the installed underthesea.
MODEL = Path(underthesea_words.__file__).parent / "models" / "ws_crf_vlsp2013_20230727"
#: Ways that differ by less than this are a tie, which rounding decides: weights are of the order of 1.
_TIE = 1e-9
#: The one letter, to Unicode, that the splitting into syllables takes for a mark.
_QUOTE = "ʺ"


class Segmenter:
    """Cuts text into words as `underthesea.word_tokenize` does, but says where they stand.

    Raises UnknownModel where the installed underthesea's files are not of the form that this reads.
    """

    def __init__(self, folder: Path = MODEL) -> None:
        self._folder = folder
        self._model = Model(folder)
        self._chunks = Memo(self._syllables)

    def words(self, text: str, start: int = 0) -> list[tuple[int, int]]:
        """The places of the words of a sentence in composed form (NFC), in order, counted from `start`."""
        starts: list[int] = []
        ends: list[int] = []
        forms: list[Form] = []
        at = start
        chunks = text.removesuffix("\n").replace("\n", " ").split(" ")
        chunks[-1] += "\n"
        for chunk in chunks:
            for first, last, form in self._chunks[chunk]:
                starts.append(at + first)
                ends.append(at + last)
                forms.append(form)
            at += len(chunk) + 1
        if not forms:
            return []
        begins = self._begins(forms)
        begins[0] = True
        return list(zip(compress(starts, begins), compress(ends, [*begins[1:], True]), strict=True))

    def _syllables(self, chunk: str) -> tuple[tuple[int, int, Form], ...]:
        """The syllables between two blanks: the place of each, and its form.

        The last chunk of a text ends with a line break: whether a full stop belongs to the capitals before it depends
        on whether the text ends there.
        """
        if chunk.isalpha() and _QUOTE not in chunk:  # most are plain syllables
            return ((0, len(chunk), self._model.forms[token_normalize(chunk)]),)
        return tuple(
            (match.start(), match.end(), self._model.forms[token_normalize(match.group())])
            for match in SYLLABLES.finditer(chunk if chunk.endswith("\n") else chunk + " ")
        )

    def _begins(self, forms: Sequence[Form]) -> list[bool]:
        """For each syllable, whether a word begins there: the best path, by Viterbi's algorithm."""
        (b_to_b, b_to_i), (i_to_b, i_to_i) = self._model.transitions
        leads: list[float] = []  # score of the best path that ends in I-W, minus that of the best that ends in B-W
        gain = 0.0
        for emission in self._model.emissions(forms):
            lead = emission + gain
            leads.append(lead)
            to_b, to_i = lead + i_to_b, lead + i_to_i
            gain = (to_i if to_i > b_to_i else b_to_i) - (to_b if to_b > b_to_b else b_to_b)
        begins: list[bool] = []
        needed = 0.0  # lead from which the best path comes from I-W
        for lead in reversed(leads):
            if lead > needed + _TIE:
                begins.append(False)
                needed = b_to_i - i_to_i
            elif lead < needed - _TIE:
                begins.append(True)
                needed = b_to_b - i_to_b
            else:
                return [label == "B-W" for label in _decoder(self._folder).predict([[text] for text, *_ in forms])]
        return begins[::-1]


@cache
def _decoder(folder: Path) -> FastCRFSequenceTagger:
    """underthesea's own decoder, with the model in `folder`."""
    tagger = FastCRFSequenceTagger()
    tagger.load(folder)
    return tagger
