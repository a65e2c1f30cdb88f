"""The stages behave as spaCy components do."""

from __future__ import annotations

import pickle

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import bienban
from bienban.stages import STAGES, read


def test_rows_survive_docbin_and_pickle(nlp_with_words: Language, report: str) -> None:
    doc = nlp_with_words(report)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (from_bin,) = DocBin().from_bytes(stored).get_docs(nlp_with_words.vocab)
    from_pickle: Doc = pickle.loads(pickle.dumps(doc))
    tables = bienban.tables_of(doc)
    assert all(tables.values()), "the report has something for every table"
    for copy in (from_bin, from_pickle):
        assert bienban.tables_of(copy) == tables
        assert [span._.row for span in copy.spans["facts"]] == [span._.row for span in doc.spans["facts"]]


def test_the_stages_find_the_same_without_spacy(nlp_with_words: Language, report: str) -> None:
    assert bienban.tables_of(read(bienban.Article(report))) == bienban.tables_of(nlp_with_words(report))


def test_spans_show_the_rows(nlp: Language, report: str) -> None:
    doc = nlp(report)
    for table in ("facts", "people", "directives", "tasks", "actions"):
        assert [span._.row["text"] for span in doc.spans[table]] == [row.text for row in bienban.tables_of(doc)[table]]
    assert all(span._.row["text"] in span.text for span in doc.spans["facts"])


def test_a_span_makes_its_own_row_only(nlp: Language, report: str) -> None:
    made = []

    class Record(dict):
        def items(self):
            made.append(self["fact_id"])
            return super().items()

    doc = nlp(report)
    doc.user_data["bienban"]["facts"] = [Record(row) for row in doc.user_data["bienban"]["facts"]]
    assert [span._.row["fact_id"] for span in doc.spans["facts"]] == made


def test_sentences_are_spacys_too(nlp: Language, report: str) -> None:
    doc = nlp(report)
    assert [sent.text.strip() for sent in doc.sents] == [row.text for row in bienban.tables_of(doc)["sentences"]]


def test_pipe_gives_what_one_call_gives(nlp: Language, report: str) -> None:
    texts = [report, "", report.upper()]
    assert [bienban.tables_of(doc) for doc in nlp.pipe(texts)] == [bienban.tables_of(nlp(text)) for text in texts]


def test_two_processes_give_the_same_rows(nlp: Language, report: str) -> None:
    texts = [report, report.replace("27", "28")]
    assert [bienban.tables_of(d) for d in nlp.pipe(texts, n_process=2)] == [
        bienban.tables_of(d) for d in nlp.pipe(texts)
    ]


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_can_be_disabled_and_runs_alone(stage: str, report: str) -> None:
    without = bienban.load(disable=[stage])
    assert stage not in without.pipe_names
    without(report)
    alone = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "bienban.tokenizer.v1"}}})
    alone.add_pipe(stage)
    alone(report)


def test_a_stage_is_configured_by_its_factory(report: str) -> None:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "bienban.tokenizer.v1"}}})
    nlp.add_pipe("bienban_words", config={"pos": True})
    words = bienban.tables_of(nlp(report))["words"]
    assert {word.pos for word in words if word.text == "đảng viên"} == {"N"}


def test_an_unknown_stage_is_named() -> None:
    with pytest.raises(ValueError, match="bienban_verbs"):
        bienban.load(disable=["bienban_verbs"])


def test_a_saved_pipeline_loads_again(nlp: Language, report: str, tmp_path) -> None:
    nlp.to_disk(tmp_path)
    assert bienban.tables_of(spacy.load(tmp_path)(report)) == bienban.tables_of(nlp(report))


def test_a_disabled_stage_can_be_enabled(report: str) -> None:
    nlp = bienban.load(disable=["bienban_words"])
    assert nlp.disabled == ["bienban_words"]
    nlp.enable_pipe("bienban_words")
    assert bienban.tables_of(nlp(report))["words"]


def test_one_text_is_not_taken_for_many(report: str) -> None:
    with pytest.raises(TypeError, match=r"extract\(\[text\]\)"):
        bienban.extract(report)
    assert len(bienban.extract([report, report])["documents"]) == 1


def test_one_doc_is_not_taken_for_many(nlp: Language) -> None:
    with pytest.raises(TypeError, match=r"to_frames\(\[doc\]\)"):
        bienban.to_frames(nlp("Xã có 12 thôn."))


def test_a_text_longer_than_spacy_takes_is_extracted() -> None:
    text = "Xã có 12 thôn." + " " * 1_000_000
    assert bienban.extract([text])["facts"]["text"].tolist() == ["12"]


def test_dir_lists_what_the_package_offers() -> None:
    assert {*bienban.__all__, "__name__"} <= {*dir(bienban)}


def test_an_article_says_what_it_takes() -> None:
    with pytest.raises(TypeError, match="a string, not bytes"):
        bienban.Article(b"x")


@pytest.mark.parametrize("day", ["01/05/2022", "20220501", "2022-W18-7", "2022-02-30", ""])
def test_the_day_of_an_article_is_written_in_one_form(day: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|out of range"):
        bienban.Article("x", published=day)


def test_frames_have_all_columns_even_without_rows() -> None:
    frames = bienban.extract([])
    assert list(frames["facts"].columns)[:6] == ["doc_id", "fact_id", "sent_no", "start", "end", "text"]
    assert {name: len(frame) for name, frame in frames.items() if len(frame)} == {}
