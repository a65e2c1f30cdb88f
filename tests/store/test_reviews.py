"""What reviewers decide is kept, and the views show it, in every kind of database."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest
from spacy.language import Language

import bienban
from bienban.model import record
from bienban.store.database import Database, open_database
from bienban.store.export import export
from bienban.store.fold import fold
from bienban.store.ledger import Entry
from bienban.store.reviews import Decision, decide, decisions, outdated, own_id, undo
from bienban.tabulate import Tables


@pytest.fixture
def filled(tables: Tables, address: str) -> str:
    with open_database(address, create=True) as database:
        database.write(tables)
    return address


def decision(table: str, row: Any, verdict: str, reviewer: str = "Hoa", **columns: Any) -> Decision:
    """A verdict on an extracted row, with changed columns."""
    before = record(row)
    after = {**before, **columns}
    if "name" in after:
        after["name_folded"] = fold(after["name"])
    return Decision(
        row.doc_id,
        table,
        before.get(own_id(table) or ""),
        row.start,
        row.end,
        verdict,
        None if verdict == "add" else before,
        None if verdict == "reject" else after,
        reviewer,
    )


def views(database: Database, tmp_path: Path) -> list[dict[str, list[dict[str, Any]]]]:
    """The rows of all views: as the database has them, and as a DuckDB file of it has them."""
    names = (
        "v_facts",
        "v_people",
        "v_tasks",
        "v_directives",
        "v_reviews",
        "corrected_facts",
        "corrected_tasks",
        "corrected_actions",
    )
    with database.transaction() as connection:
        here = {name: list(connection.exec_driver_sql(f"SELECT * FROM {name}").mappings()) for name in names}
    export(database, f"duckdb:///{tmp_path / 'out.duckdb'}")
    with duckdb.connect(tmp_path / "out.duckdb") as copy:
        there = {name: copy.sql(f"SELECT * FROM {name}").to_arrow_table().to_pylist() for name in names}
    return [here, there]


def listed(value: Any) -> list[str]:
    """A list as it is, or as SQLite writes it."""
    return list(json.loads(value) if isinstance(value, str) else value)


def test_views_show_what_was_decided(tables: Tables, filled: str, tmp_path: Path) -> None:
    fact, other, third, *_ = tables["facts"]
    task, action = tables["tasks"][0], tables["actions"][0]
    chair = next(row for row in tables["people"] if row.name == "Trần Văn Mộc")
    cited = tables["directives"][0]
    with open_database(filled, create=True) as database:
        before, _ = views(database, tmp_path)
        for made in (
            decision("facts", fact, "edit", value=4.5, value_high=None, object="tháng 'đầu'", part_of=place(third)),
            decision("facts", other, "reject"),
            decision("facts", replace(third, start=third.start - 7, end=third.start - 1), "add", value=8.0),
            decision("tasks", task, "edit", assignees=["chi bộ A", 'chi bộ "B"'], ordinal=7, deadline=None),
            decision("actions", action, "edit", verb="làm", task_id=place(task)),
            decision(
                "people", chair, "edit", name="Trần Văn Mốc", positions=["Bí thư", "Chủ tịch"], person_id=place(chair)
            ),
            decision("directives", cited, "edit", number="21-CT/TU", directive_id="Chỉ thị 21-CT/TU"),
        ):
            decide(database, made)
        both = views(database, tmp_path)
    for after in both:
        facts = {row["fact_id"]: row for row in after["v_facts"]}
        assert (facts[fact.fact_id]["value"], facts[fact.fact_id]["object"]) == (4.5, "tháng 'đầu'")
        assert facts[fact.fact_id]["part_of"] == third.fact_id
        assert facts[fact.fact_id]["sentence"] == next(
            row["sentence"] for row in before["v_facts"] if row["fact_id"] == fact.fact_id
        )
        assert other.fact_id not in facts
        added = facts[f"{third.start - 7}-{third.start - 1}"]
        assert (added["value"], added["sent_no"]) == (8.0, third.sent_no)
        assert len(facts) == len(tables["facts"])
        edited = next(row for row in after["v_tasks"] if row["task_id"] == task.task_id)
        assert (listed(edited["assignees"]), edited["ordinal"]) == (["chi bộ A", 'chi bộ "B"'], 7)
        assert edited["deadline"] is None
        assert next(row["verb"] for row in after["corrected_actions"] if row["task_id"] == task.task_id) == "làm"
        people = {row["name"]: row for row in after["v_people"]}
        assert people["Trần Văn Mốc"].get("name_folded", "tran van moc") == "tran van moc"
        assert listed(people["Trần Văn Mốc"]["positions"])[:2] == ["Bí thư", "Chủ tịch"]
        assert people["Trần Văn Mốc"]["person_id"] == chair.person_id
        assert "Chỉ thị 21-CT/TU" in {row["directive_id"] for row in after["v_directives"]}
        assert {row["state"] for row in after["v_reviews"]} == {"stands"}


def place(row: Any) -> str:
    return f"{row.start}-{row.end}"


def test_without_decisions_the_views_hold_the_rows_as_extracted(tables: Tables, filled: str, tmp_path: Path) -> None:
    with open_database(filled, create=True) as database:
        for shown in views(database, tmp_path):
            ids = {(row["fact_id"], row["value"], row["rule"]) for row in shown["v_facts"]}
            assert ids == {(row.fact_id, row.value, row.rule) for row in tables["facts"]}
            people = {(row["person_id"], row["name"], *listed(row["positions"])) for row in shown["v_people"]}
            assert people == {(row.person_id, row.name, *row.positions) for row in tables["persons"]}


def test_accepting_every_row_changes_no_view(tables: Tables, filled: str, tmp_path: Path) -> None:
    places = {row.fact_id: place(row) for row in tables["facts"]} | {row.task_id: place(row) for row in tables["tasks"]}
    first = {row.person_id: place(row) for row in reversed(tables["people"])}
    refer = {"part_of": places, "parent": places, "task_id": places, "person_id": first}
    with open_database(filled, create=True) as database:
        before = views(database, tmp_path)
        for table in ("facts", "people", "directives", "tasks", "actions"):
            for row in tables[table]:
                links = {name: ids.get(getattr(row, name)) for name, ids in refer.items() if hasattr(row, name)}
                decide(database, decision(table, row, "accept", **links))
        after = views(database, tmp_path)
    for then, now in zip(before, after, strict=True):
        for view in ("v_facts", "v_people", "v_tasks", "v_directives", "corrected_actions"):
            assert sorted(map(comparable, now[view])) == sorted(map(comparable, then[view])), view


def comparable(row: Any) -> str:
    lists = ("positions", "assignees", "coordinators", "directives", "appointed_to", "assigner_positions")
    return repr({name: listed(value) if name in lists and value else value for name, value in row.items()})


def test_no_corrected_row_refers_to_one_that_is_gone(tables: Tables, filled: str, tmp_path: Path) -> None:
    """What is to be done for a task goes with the task, whatever was decided about it."""
    total, part, other, *_ = tables["facts"]
    opening, item, *_ = tables["tasks"]
    action, another, *_ = tables["actions"]
    added = replace(opening, start=opening.start + 1)
    facts = [replace(row, part_of=total.fact_id) if row in (part, other) else row for row in tables["facts"]]
    with open_database(filled, create=True) as database:
        database.write({**tables, "facts": facts})
        for made in (
            decision("facts", part, "edit", value=5.0, part_of=place(total)),
            decision("facts", total, "reject"),
            decision("tasks", opening, "reject"),
            decision("tasks", added, "add", "An"),
            decision("tasks", item, "edit", ordinal=8, parent=place(added)),
            decision("actions", action, "accept", task_id=place(opening)),
            decision("actions", another, "edit", verb="làm", task_id=place(added)),
        ):
            decide(database, made)
        for shown in views(database, tmp_path):
            assert not dangling(shown)
            assert len(shown["corrected_facts"]) == len(facts) - 1
            assert {row["parent"] for row in shown["corrected_tasks"]} == {None, place(added)}
            assert len(shown["corrected_actions"]) == len(tables["actions"]) - 1
        assert undo(database, "An")
        for shown in views(database, tmp_path):
            assert not dangling(shown)
            assert len(shown["corrected_actions"]) == len(tables["actions"]) - 2


def dangling(shown: dict[str, list[dict[str, Any]]]) -> set[tuple[str, str]]:
    """The references to rows that are not there, with their columns."""
    facts, tasks, actions = (shown[f"corrected_{table}"] for table in ("facts", "tasks", "actions"))
    fact_ids, task_ids = {row["fact_id"] for row in facts}, {row["task_id"] for row in tasks}
    return (
        {("part_of", row["part_of"]) for row in facts if row["part_of"] not in {None, *fact_ids}}
        | {("parent", row["parent"]) for row in tasks if row["parent"] not in {None, *task_ids}}
        | {("task_id", row["task_id"]) for row in actions if row["task_id"] not in task_ids}
    )


def test_the_last_decision_that_stands_counts_and_all_are_kept(tables: Tables, filled: str, tmp_path: Path) -> None:
    fact = tables["facts"][0]

    def value(database: Database) -> float | None:
        rows = views(database, tmp_path)[0]["v_facts"]
        return next((row["value"] for row in rows if row["fact_id"] == fact.fact_id), None)

    with open_database(filled, create=True) as hoa, open_database(filled, create=True) as an:
        decide(hoa, decision("facts", fact, "edit", value=1.0))
        decide(an, decision("facts", fact, "reject", "An"))
        assert value(hoa) is None
        assert [(made.reviewer, made.verdict) for made in decisions(hoa, fact.doc_id)] == [
            ("Hoa", "edit"),
            ("An", "reject"),
        ]
        assert sorted(row["state"] for row in views(an, tmp_path)[0]["v_reviews"]) == ["stands", "superseded"]
        assert undo(an, "An").verdict == "reject"
        assert value(hoa) == 1.0
        assert undo(an, "An") is None
        assert undo(hoa, "Hoa").after["value"] == 1.0
        assert value(an) == fact.value
        assert [row["state"] for row in views(an, tmp_path)[0]["v_reviews"]] == ["undone", "undone"]


def test_two_reviewers_at_once_lose_nothing(tables: Tables, filled: str) -> None:
    def work(reviewer: str) -> None:
        with open_database(filled, create=True) as database:
            for row in tables["facts"] * 5:
                decide(database, decision("facts", row, "accept", reviewer))

    threads = [threading.Thread(target=work, args=[name]) for name in ("Hoa", "An")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_database(filled, create=False) as database:
        made = decisions(database, tables["documents"][0].doc_id)
    assert sorted(one.reviewer for one in made) == ["An"] * 5 * len(tables["facts"]) + ["Hoa"] * 5 * len(
        tables["facts"]
    )


def test_extracting_again_keeps_decisions(tables: Tables, filled: str, tmp_path: Path) -> None:
    """A later version may number the rows anew, and find fewer or more of them."""
    first, second, *others = tables["facts"]
    with open_database(filled, create=True) as database:
        decide(database, decision("facts", first, "edit", value=77.0))
        decide(database, decision("facts", others[0], "edit", part_of=place(second)))
        renamed = [replace(row, fact_id=f"g{row.fact_id}", part_of=None) for row in (second, *others)]
        database.write({**tables, "facts": renamed})
        for shown in views(database, tmp_path):
            facts = {row["fact_id"]: row for row in shown["v_facts"]}
            assert facts[place(first)]["value"] == 77.0
            assert facts[f"g{others[0].fact_id}"]["part_of"] == f"g{second.fact_id}"


def article(nlp: Language, text: str, source: str) -> Tables:
    return bienban.tables_of(nlp(bienban.make_doc(nlp, bienban.Article(text, source=source))))


def store(database: Database, tables: Tables, file: str) -> None:
    """Stores an article as a run does that read it from a file."""
    (document,) = tables["documents"]
    database.write(tables, [Entry(file, document.sha256, "1", "1", words=False, doc_id=document.doc_id)])


def test_decisions_on_a_text_that_was_changed_are_marked(
    nlp: Language, report: str, address: str, tmp_path: Path
) -> None:
    old, new = article(nlp, report, "an-khe.txt"), article(nlp, report.replace("27", "28"), "an-khe.txt")
    with open_database(address, create=True) as database:
        store(database, old, "an-khe.txt")
        decide(database, decision("facts", old["facts"][0], "reject"))
        decide(database, decision("facts", old["facts"][1], "edit", value=5.0))
        store(database, new, "an-khe.txt")
        for shown in views(database, tmp_path):
            assert [row["state"] for row in shown["v_reviews"]] == ["text changed"] * 2
            assert {row["doc_id"] for row in shown["corrected_facts"]} == {new["documents"][0].doc_id}
            assert len(shown["v_facts"]) == len(new["facts"])
        assert [made.verdict for made in outdated(database, new["documents"][0].doc_id)] == ["reject", "edit"]


def test_decisions_on_one_of_several_texts_of_a_source_stand(
    nlp: Language, report: str, address: str, tmp_path: Path
) -> None:
    """A column of sources may hold the name of a newspaper."""
    both = [article(nlp, text, "báo An Khê") for text in (report, report.replace("27", "28"))]
    with open_database(address, create=True) as database:
        for number, tables in enumerate(both):
            store(database, tables, f"news.jsonl:{number}")
        decide(database, decision("facts", both[0]["facts"][0], "reject"))
        for shown in views(database, tmp_path):
            assert [row["state"] for row in shown["v_reviews"]] == ["stands"]
        assert outdated(database, both[1]["documents"][0].doc_id) == []


def test_an_article_that_is_not_there_is_not_reviewed(tables: Tables, filled: str) -> None:
    wrong = replace(decision("facts", tables["facts"][0], "accept"), doc_id="none")
    with open_database(filled, create=True) as database, pytest.raises(LookupError, match="no article none"):
        decide(database, wrong)
