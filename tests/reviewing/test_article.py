"""Decisions about the rows of an article, and what becomes of them: gold and cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import bienban
from bienban.cli import main
from bienban.evaluate.score import COLUMNS as SCORED
from bienban.evaluate.score import score
from bienban.reviewing.article import ReviewedArticle
from bienban.reviewing.cases import proposals
from bienban.reviewing.doubt import Doubts, waiting
from bienban.reviewing.gold import export_gold
from bienban.reviewing.values import Refused, checked, edited
from bienban.store.database import Database, open_database
from bienban.store.errors import StoreError
from bienban.tabulate import Tables
from cases import load
from test_cases import test_case as check_case

REVIEWED = ("facts", "people", "directives", "tasks", "actions")


@pytest.fixture
def read(nlp: Language, report: str) -> Tables:
    return bienban.tables_of(nlp(bienban.make_doc(nlp, bienban.Article(report, source="2023/an-khe.txt"))))


@pytest.fixture
def database(read: Tables, address: str) -> Iterator[Database]:
    with open_database(address, create=True) as opened:
        opened.write(read)
        yield opened


@pytest.fixture
def article(database: Database, read: Tables) -> ReviewedArticle:
    return ReviewedArticle(database, read["documents"][0].doc_id)


def at(article: ReviewedArticle, table: str, text: str) -> str:
    """The place of the last row with these words."""
    return [row.place for row in article.standing(table) if row.values["text"] == text][-1]


def accept_all(article: ReviewedArticle) -> None:
    for (table, place), row in list(article.rows.items()):
        if not row.verdict:
            article.judge(table, place, "accept", {}, "Hoa")


def test_reviewed_articles_become_gold(database: Database, article: ReviewedArticle, read: Tables, tmp_path: Path):
    assert export_gold(database, tmp_path) == []
    accept_all(article)
    (file,) = export_gold(database, tmp_path)
    assert file.name == "an-khe.json"
    assert file.with_suffix(".txt").read_bytes().decode() == article.document["text"]
    gold = json.loads(file.read_text("utf8"))
    sample = Path(__file__).parents[2] / "corpus" / "gold" / "tinh-uy-so-ket-nghi-quyet.json"
    known = json.loads(sample.read_text("utf8"))
    assert list(gold) == list(known)
    for table in ("facts", "people", "directives", "tasks"):
        assert list(gold[table][0]) == list(known[table][0]), table
    for table, total in score([(gold, read)]).items():
        assert (total.f1, *map(total.accuracy, SCORED[table])) == (1, *[1] * len(SCORED[table])), table


def test_gold_has_what_was_decided(database: Database, article: ReviewedArticle, read: Tables, tmp_path: Path) -> None:
    total, part = at(article, "facts", "412"), at(article, "facts", "27")
    article.judge("facts", part, "edit", {"value": 28.5, "part_of": total}, "Hoa")
    article.judge("facts", at(article, "facts", "12,5 tỷ đồng"), "reject", {}, "Hoa")
    start = article.document["text"].index("Đài Truyền thanh")
    draft = article.draft("people", start, start + 3)
    article.judge("people", f"{start}-{start + 3}", "add", {k: v for k, v in draft.items() if k != "text"}, "An")
    task = article.standing("tasks")[-1]
    end = task.values["end"] - 1
    article.judge("tasks", task.place, "edit", {"end": end, "assignees": ["chi bộ A", "chi bộ B"]}, "Hoa")
    accept_all(article)
    (file,) = export_gold(database, tmp_path)
    gold = json.loads(file.read_text("utf8"))
    facts = {row["text"]: row for row in gold["facts"]}
    assert "12,5 tỷ đồng" not in facts
    assert (facts["27"]["value"], facts["27"]["part_of"]) == (28.5, facts["412"]["fact_id"])
    assert "Đài" in [row["text"] for row in gold["people"]]
    assert gold["tasks"][-1]["assignees"] == ["chi bộ A", "chi bộ B"]
    assert (gold["tasks"][-1]["end"], gold["tasks"][-1]["text"][-4:]) == (end, "2023")
    scores = score([(gold, read)])
    assert (scores["facts"].gold, scores["facts"].found) == (4, 5)
    assert scores["facts"].agree["value"] == scores["facts"].paired - 1
    assert scores["people"].paired == scores["people"].gold - 1
    assert scores["tasks"].agree["assignees"] == scores["tasks"].paired - 1


@pytest.mark.parametrize(
    ("name", "data"),
    [("an-khe.txt", "Đảng ủy xã".encode("utf-16")), ("an-khe.json", b'{"id": "an-khe"}'), ("an-khe.json", b"no JSON")],
)
def test_gold_takes_the_place_of_gold_alone(
    name: str, data: bytes, database: Database, article: ReviewedArticle, tmp_path: Path
) -> None:
    accept_all(article)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(StoreError, match=f"{name}: is there, and no gold: choose another folder"):
        export_gold(database, tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.glob("an-khe.*")} == {tmp_path / name: data}
    (tmp_path / name).unlink()
    (file,) = export_gold(database, tmp_path)
    article.judge("facts", at(article, "facts", "27"), "edit", {"value": 28.0}, "Hoa")
    assert export_gold(database, tmp_path) == [file]
    assert 28 in [fact["value"] for fact in json.loads(file.read_text("utf8"))["facts"]]


def test_what_was_wrong_becomes_cases(database: Database, article: ReviewedArticle, tmp_path: Path) -> None:
    accept_all(article)
    assert list(proposals(database)) == []
    article.judge("facts", at(article, "facts", "27"), "edit", {"object": "đảng viên", "period_end": None}, "Hoa")
    article.judge("facts", at(article, "facts", "3 năm"), "reject", {}, "Hoa")
    article.judge("tasks", article.standing("tasks")[1].place, "edit", {"assignees": ["chi bộ", "đảng viên"]}, "Hoa")
    lines = {proposal.table: proposal.line for proposal in proposals(database)}
    first, second = [proposal for proposal in proposals(database) if proposal.table == "facts"]
    assert first.line.startswith("! Sáng 12/6/2023")
    assert '<fact object="đảng viên" period_end=null>27</fact>' in second.line
    assert "<fact>412</fact>" in second.line
    assert lines["tasks"].startswith('<task assignees="chi bộ | đảng viên">Thứ nhất, ')
    for proposal in proposals(database):
        file = tmp_path / f"{proposal.table}.txt"
        file.write_text(f"# {proposal.reason}\n{proposal.line}\n", encoding="utf8")
        (case,) = load(file)
        assert case.text in article.document["text"]


def test_a_case_of_what_is_right_passes(database: Database, article: ReviewedArticle, nlp: Language, tmp_path: Path):
    """Rows that were spoilt after extraction and set right by hand give lines that hold."""
    place = at(article, "facts", "27")
    object.__setattr__(article.rows["facts", place], "extracted", {**article.rows["facts", place].values, "value": 3.0})
    article.judge("facts", place, "edit", {"value": 27.0}, "Hoa")
    (proposal,) = proposals(database)
    (tmp_path / "facts.txt").write_text(proposal.line, encoding="utf8")
    (case,) = load(tmp_path / "facts.txt")
    check_case(nlp, "facts", case)


def test_the_commands(report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "an-khe.txt").write_text(report, encoding="utf8")
    target, out = f"sqlite:///{tmp_path / 'bienban.db'}", tmp_path / "gold"
    assert main(["extract", str(tmp_path / "an-khe.txt"), "--to", target]) == 0
    assert main(["export-gold", target, "--out", str(out)]) == 0
    assert "no article has a decision about every row" in capsys.readouterr().err
    assert not out.exists()
    with open_database(target, create=True) as database:
        (waits,) = waiting(database, Doubts(database))
        article = ReviewedArticle(database, waits.doc_id)
        article.judge("facts", at(article, "facts", "27"), "edit", {"value": 28.0}, "Hoa")
        accept_all(article)
    assert main(["export-gold", target, "--out", str(out)]) == 0
    assert capsys.readouterr().out.endswith("gold: 1 articles\n")
    assert sorted(path.name for path in out.iterdir()) == ["an-khe.json", "an-khe.txt"]
    assert main(["export-cases", target]) == 0
    heading, reason, line = capsys.readouterr().out.splitlines()
    assert (heading, reason) == ("# facts", "# “27”: value, says Hoa (count.noun_after)")
    assert "<fact value=28>27</fact>" in line


@pytest.mark.parametrize(
    ("table", "changes", "reason"),
    [
        ("facts", {"value": None}, "required"),
        ("facts", {"value": "27"}, "number"),
        ("facts", {"value": float("inf")}, "number"),
        ("facts", {"value_high": True}, "number"),
        ("facts", {"comparator": "about"}, "choice"),
        ("facts", {"change": "up"}, "choice"),
        ("facts", {"period_start": "2023-13"}, "date"),
        ("facts", {"period_start": "6/2023"}, "date"),
        ("facts", {"part_of": "0-9999"}, "row"),
        ("facts", {"object": 3}, "text"),
        ("facts", {"object": "a\x00"}, "text"),
        ("facts", {"end": 0}, "span"),
        ("facts", {"end": 10**6}, "span"),
        ("facts", {"fact_id": "f9"}, "column"),
        ("people", {"positions": "Bí thư"}, "list"),
        ("people", {"positions": ["Bí thư", ""]}, "text"),
        ("tasks", {"ordinal": 1.5}, "whole"),
        ("tasks", {"ordinal": -1}, "whole"),
    ],
)
def test_values_that_no_column_takes_are_refused(
    article: ReviewedArticle, table: str, changes: dict[str, Any], reason: str
) -> None:
    place = article.standing(table)[0].place
    with pytest.raises(Refused) as refused:
        article.judge(table, place, "edit", changes, "Hoa")
    assert refused.value.reason == reason
    assert article.rows[table, place].verdict is None


def test_words_of_another_row_are_refused(article: ReviewedArticle) -> None:
    here, there = (row.values for row in article.standing("facts")[:2])
    with pytest.raises(Refused, match="is there already"):
        article.draft("facts", here["start"], here["end"])
    changes = {"start": here["start"], "end": here["end"]}
    with pytest.raises(Refused, match="is there already"):
        article.judge("facts", f"{there['start']}-{there['end']}", "edit", changes, "Hoa")


anything = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text() | st.integers())


@settings(max_examples=200)
@given(value=anything, table=st.sampled_from(REVIEWED), data=st.data())
def test_what_is_taken_can_be_stored(value: object, table: str, data: st.DataObject) -> None:
    column = data.draw(st.sampled_from(list(edited(table).values())))
    with suppress(Refused):
        taken = checked(column, value, {"1-2"})
        assert taken is None if value in (None, "") and column.nullable else isinstance(taken, column.type)
        assert json.loads(json.dumps(taken, allow_nan=False)) == taken


def test_drafts_say_what_the_words_tell(article: ReviewedArticle) -> None:
    def draft(table: str, words: str) -> dict[str, Any]:
        start = article.document["text"].rindex(words)
        return article.draft(table, start, start + len(words))

    assert (draft("facts", "30")["value"], draft("facts", "30")["comparator"]) == (30, "eq")
    assert draft("facts", "hồ sơ")["value"] is None
    mộc = article.standing("people")[0]
    assert draft("directives", "Tỉnh ủy")["directive_id"] == "Tỉnh ủy"
    assert draft("people", "Tỉnh ủy")["person_id"] != mộc.values["person_id"]
    action = draft("actions", "hồ sơ")
    assert (action["task_id"], action["action_no"]) == (article.standing("tasks")[-1].place, 1)


def test_a_row_that_was_added_is_edited_rejected_and_found_later(
    database: Database, article: ReviewedArticle, read: Tables
) -> None:
    start = article.document["text"].index("412") - 4
    draft = article.draft("facts", start, start + 3)
    changes = {**{name: draft[name] for name in edited("facts")}, "value": 9.0}
    place = f"{start}-{start + 3}"
    assert article.judge("facts", place, "add", changes, "Hoa").verdict == "add"
    assert article.judge("facts", place, "edit", {"value": 8.0}, "An").values["value"] == 8.0
    assert article.judge("facts", place, "reject", {}, "An").verdict == "reject"
    assert article.judge("facts", place, "accept", {}, "An").values["value"] == 8.0
    later = replace(read["facts"][0], fact_id="f99", start=start, end=start + 3, text="lên")
    database.write({**read, "facts": [*read["facts"], later]})
    again = ReviewedArticle(database, article.document["doc_id"])
    assert (again.rows["facts", place].row_id, again.rows["facts", place].values["value"]) == ("f99", 8.0)


def test_the_least_certain_comes_first(database: Database, article: ReviewedArticle, nlp: Language) -> None:
    (first,) = waiting(database, Doubts(database))
    assert sum(first.rows.values()) == len(article.rows)
    fact = next(row for row in article.standing("facts") if row.values["rule"] == "count.noun_after")
    before = Doubts(database).of("facts", fact.values)
    other = bienban.tables_of(nlp("Huyện có 12 xã."))
    database.write(other)
    article.judge("facts", fact.place, "reject", {}, "Hoa")
    doubts = Doubts(database)
    assert doubts.of("facts", fact.values) > before
    assert doubts.record("facts", "count.noun_after") == (1, 1)
    assert next(waits.doc_id for waits in waiting(database, doubts)) == other["documents"][0].doc_id
    accept_all(article)
    assert [sum(waits.rows.values()) for waits in waiting(database, Doubts(database))] == [1, 0]
