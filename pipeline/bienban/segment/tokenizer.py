"""The spaCy tokenizer: syllables, punctuation and whole document codes, losing no character.

spaCy wants one space at most between two tokens; every other blank becomes a token of its own, so that
`doc.text` is the text as read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from bienban.segment.words import CODE

_TOKEN = regex.compile(
    r"[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*+"  # most tokens, and begun by no digit
    rf"|{CODE.pattern}|\d+(?:[.,]\d+)*|[\p{{L}}\p{{M}}\p{{N}}_]+|\S| (?=\S)|\s+"
)
# Half of a UTF-16 pair is no character: spaCy cannot hold it. One for one, so that offsets stay.
_SURROGATE = regex.compile("[\ud800-\udfff]")


class Tokenizer:
    """Callable from text to `Doc`, for `nlp.tokenizer`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        text = _SURROGATE.sub("\ufffd", text)
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _TOKEN.findall(text):
            if piece == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
            else:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    # spaCy saves and loads tokenizers with their pipeline; this one has no state.
    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> Tokenizer:
        return self

    def to_disk(self, _path: str | Path, **_: object) -> None:
        return None

    def from_disk(self, _path: str | Path, **_: object) -> Tokenizer:
        return self


@registry.tokenizers("bienban.tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The factory that spaCy's config names."""
    return lambda nlp: Tokenizer(nlp.vocab)
