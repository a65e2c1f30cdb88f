"""A run over many articles loses none to the bad ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import bienban
from bienban.batch import run as batch
from bienban.model import Row


class Batches:
    """A store that keeps what it is given, batch by batch."""

    def __init__(self) -> None:
        self.sources: list[list[str]] = []

    def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
        self.sources.append([Path(row.source).name for row in tables["documents"]])


@Language.component("fail_on_poison")
def fail_on_poison(doc: Doc) -> Doc:
    if "poison" in doc.text:
        raise RuntimeError("cannot digest this")
    return doc


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("poison" if number == 1 else f"Bài số {number}.", encoding="utf8")
    return tmp_path


def test_an_article_that_fails_costs_itself_alone(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "BATCH", 2)
    nlp = bienban.load(disable=["bienban_words"])
    nlp.add_pipe("fail_on_poison")
    store, lines = Batches(), []
    outcome = batch.run(nlp, [articles], store, lines.append)
    assert store.sources == [["0.txt", "2.txt"], ["3.txt", "4.txt"], []]
    assert lines == [f"{articles / '1.txt'}: extraction failed: RuntimeError: cannot digest this"]
    assert (outcome.rejected, outcome.rows["documents"]) == (1, 4)


def test_what_the_store_raises_ends_the_run(articles: Path, nlp: Language) -> None:
    class Full:
        def write(self, tables: Mapping[str, Sequence[Row]]) -> None:
            raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space left"):
        batch.run(nlp, [articles], Full(), print)
