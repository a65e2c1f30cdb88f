"""Vietnamese words: underthesea's segmentation, with document codes kept whole."""

from __future__ import annotations

import regex

from bienban.model import Word
from bienban.segment.reading import Reading
from bienban.segment.tokenizer import CODE


def find_words(reading: Reading, pos: bool = False) -> list[Word]:
    """The words of every sentence, in order; with `pos`, each with underthesea's part-of-speech tag."""
    rows: list[Word] = []
    for sentence in reading.sentences:
        spans = _word_spans(reading.norm, sentence.start, sentence.end)
        tags = _tags([reading.norm[start:end] for start, end in spans]) if pos else [None] * len(spans)
        for (start, end), tag in zip(spans, tags, strict=True):
            rows.append(reading.row(Word, start, end, word_no=len(rows), pos=tag))
    return rows


def _tags(words: list[str]) -> list[str | None]:
    from underthesea.pipeline.pos_tag import CRFPOSTagPredictor

    return [tag for _, tag in CRFPOSTagPredictor.Instance().predict(words)] if words else []


def _word_spans(norm: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = start
    for code in CODE.finditer(norm, start, end):
        spans += _segment(norm, at, code.start())
        spans.append(code.span())
        at = code.end()
    return spans + _segment(norm, at, end)


def _segment(norm: str, start: int, end: int) -> list[tuple[int, int]]:
    from underthesea import word_tokenize  # here: its import costs more than all of ours

    spans: list[tuple[int, int]] = []
    at = start
    if not norm[start:end].strip():
        return spans
    for word in word_tokenize(norm[start:end]):
        # The segmenter joins syllables by one space whatever stood between them.
        pattern = r"\s*".join(regex.escape(part) for part in word.split())
        match = regex.compile(pattern).search(norm, at, end)
        if match and match.end() > match.start():
            spans.append(match.span())
            at = match.end()
    return spans
