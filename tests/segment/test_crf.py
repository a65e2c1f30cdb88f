"""The segmenter gives underthesea's own words."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from underthesea import word_tokenize
from underthesea.pipeline.text_normalize import token_normalize

from bienban.read.normal import canonical
from bienban.segment import words
from bienban.segment.crf import MODEL, Segmenter
from bienban.segment.weights import UnknownModel
from conftest import CORPUS
from strategies import reports

SEGMENTER = Segmenter()
SETTINGS = settings(max_examples=300, deadline=None)

# Left out are document codes, which are kept whole before segmentation. Between symbols that the model never saw (☎ ★)
# the best paths tie.
syllables = st.sampled_from(
    "tổ chức đảng Đảng ỦY ban nhân dân TP. Hồ Chí Minh 12 1.250 % , . ; : - / ( ) “ ” T.Ư v.v. v.v... 4.0 H'Mông "
    "a B xã hội chủ nghĩa việt nam Việt Nam 27/10 5x6 ½ ß http://a.vn a@b.vn Ths. MTTQ&CT "
    "☎ ★ § ñ ™ ʺxã 2147483647 2147483648 0011001932418".split()
)
sentences = st.lists(st.tuples(syllables, st.sampled_from([" ", " ", " ", "", "  ", "\u00a0"])), max_size=30).map(
    lambda pieces: "".join(syllable + blank for syllable, blank in pieces)
)


def same_as_underthesea(text: str) -> bool:
    """Words are compared without their blanks, of which underthesea puts one between any two syllables."""
    ours = [text[start:end].split() for start, end in SEGMENTER.words(text)]
    theirs = ["".join(word.split()) for word in word_tokenize(text)]
    # It also corrects the letters of syllables ("nghành"): ours stay as they are written.
    return len(ours) == len(theirs) and all(
        b in ("".join(a), "".join(map(token_normalize, a))) for a, b in zip(ours, theirs, strict=True)
    )


@SETTINGS
@given(st.one_of(sentences, reports).map(canonical))
def test_words_of_generated_text(text: str) -> None:
    assert same_as_underthesea(text)


@SETTINGS
@example("0a Đuà")
@given(st.text(alphabet="aàâăeêioôơuưyđbchgklmnprtvxĐHNTQKXLBC 0123456789.,-/%", max_size=80).map(canonical))
def test_words_of_any_letters(text: str) -> None:
    assert same_as_underthesea(text)


@pytest.mark.parametrize("path", sorted((CORPUS / "articles").glob("*.txt")), ids=lambda path: path.stem)
def test_words_of_the_corpus(path: Path) -> None:
    assert all(same_as_underthesea(line) for line in canonical(path.read_text("utf8")).splitlines())


def test_another_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownModel, match="no segmentation model"):
        Segmenter(tmp_path)


@pytest.mark.parametrize("data", [b"", b"lCRF", pickle.dumps(3)])
def test_files_of_another_form_are_refused(tmp_path: Path, data: bytes) -> None:
    for path in MODEL.iterdir():
        shutil.copy(path, tmp_path)
    for path in MODEL.iterdir():
        (tmp_path / path.name).write_bytes(data)
        with pytest.raises(UnknownModel, match="no segmentation model"):
            Segmenter(tmp_path)
        shutil.copy(path, tmp_path)


def test_without_the_known_model_words_are_slow_but_the_same(report: str) -> None:
    for line in report.splitlines():
        assert words._slow_words(line) == SEGMENTER.words(line)
