"""Vietnamese words: underthesea's segmentation, with document codes kept whole."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from functools import cache

import regex

from bienban.model import Word
from bienban.segment.reading import Reading

# A document code ("91-CT/TW", "58/2011/NĐ-CP"): digits, then parts with letters joined by - or /.
CODE = regex.compile(r"(?<!\d)\d++(?:/\d{4})?[-–/]\p{Lu}[\p{Lu}\d]*(?:[-–/&.]\p{Lu}[\p{Lu}\d]*)*")


def find_words(reading: Reading, pos: bool = False) -> list[Word]:
    """The words of every sentence, in order; with `pos`, each with underthesea's part-of-speech tag."""
    doc_id, text = reading.article.doc_id, reading.text
    rows: list[Word] = []
    for sentence in reading.sentences:
        places = word_spans(reading.norm, sentence.start, sentence.end)
        tags = _tags([reading.norm[start:end] for start, end in places]) if pos else [None] * len(places)
        for place, tag in zip(places, tags, strict=True):
            start, end = reading.source(*place)
            # By position: these are by far the most rows, and names take time.
            rows.append(Word(doc_id, sentence.sent_no, len(rows), start, end, text[start:end], tag))
    return rows


def _tags(words: list[str]) -> list[str | None]:
    from underthesea.pipeline.pos_tag import CRFPOSTagPredictor

    return [tag for _, tag in CRFPOSTagPredictor.Instance().predict(words)] if words else []


def word_spans(norm: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the words of `norm[start:end]`, in order, with document codes kept whole."""
    segment = segmenter()
    spans: list[tuple[int, int]] = []
    at = start
    for code in CODE.finditer(norm, start, end):
        spans += segment(norm[at : code.start()], at)
        spans.append(code.span())
        at = code.end()
    return spans + segment(norm[at:end], at)


@cache
def segmenter() -> Callable[[str, int], list[tuple[int, int]]]:
    """What cuts a sentence, whose place is given too, into the places of its words; made at the first call."""
    from bienban.segment.weights import UnknownModel

    try:
        from bienban.segment.crf import Segmenter  # here: underthesea costs more to import than all of ours

        return Segmenter().words
    except (UnknownModel, ImportError) as error:
        warnings.warn(f"{error}; words are cut by underthesea itself, many times slower", stacklevel=2)
        return _slow_words


def _slow_words(text: str, start: int = 0) -> list[tuple[int, int]]:
    """The places, counted from `start`, of underthesea's words: they leave out nothing but blanks."""
    from underthesea import word_tokenize

    letters = [at for at, character in enumerate(text, start) if not character.isspace()]
    words: list[tuple[int, int]] = []
    done = 0
    for word in word_tokenize(text):
        size = len(word) - word.count(" ")
        if places := letters[done : done + size]:
            words.append((places[0], places[-1] + 1))
        done += size
    return words
