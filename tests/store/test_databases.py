"""SQLite and PostgreSQL hold the same rows, of whole articles, at every moment."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

import bienban
from bienban.model import TABLES, Document, Person, Row, Sentence, record
from bienban.store.columns import COLUMNS, storable
from bienban.store.database import open_database
from bienban.store.errors import StoreError
from bienban.store.fold import fold
from bienban.tabulate import Tables
from databases import ROLE, connect, new_schema
from strategies import reports


def rows_of(tables: Any) -> dict[str, list[dict[str, Any]]]:
    return {table: sorted((record(row) for row in tables[table]), key=repr) for table in TABLES}


def stored(address: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of a database, without the columns that only databases have."""
    found: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    with open_database(address, create=False) as database:
        for table, rows in database.read():
            found[table] += [{column.name: row[column.name] for column in COLUMNS[table]} for row in rows]
    return {table: sorted(rows, key=repr) for table, rows in found.items()}


def article(text: str, sentences: int = 1, doc_id: str = "0123456789abcdef", **columns: Any) -> Tables:
    """The rows of an article that has the same sentence so many times."""
    document = Document(
        **{
            "doc_id": doc_id,
            "source": None,
            "title": None,
            "author": None,
            "author_org": None,
            "published": None,
            "text": text,
            "sha256": "",
            "n_chars": len(text),
            "n_sentences": sentences,
            "pipeline_version": "0",
            **columns,
        }
    )
    found = [Sentence(doc_id, number, 0, 0, max(1, len(text)), "body", text) for number in range(sentences)]
    return {table: [] for table in TABLES} | {"documents": [document], "sentences": found}


def test_what_is_written_is_read_back(tables: Tables, address: str) -> None:
    with open_database(address, create=True) as database:
        database.write(tables)
    assert stored(address) == rows_of(tables)
    assert all(rows for rows in rows_of(tables).values()), "the report has a row for every table"


def test_extracting_again_leaves_nothing_stale_or_doubled(tables: Tables, address: str) -> None:
    with open_database(address, create=True) as database:
        database.write(tables)
        database.write(tables)
    assert stored(address) == rows_of(tables)
    fewer = {**tables, "facts": tables["facts"][:1], "tasks": [], "actions": []}
    fewer["documents"] = [replace(row, title="Mới") for row in tables["documents"]]
    with open_database(address, create=True) as database:
        database.write({**fewer, "sentences": tables["sentences"], "words": []})
        assert stored(address) == rows_of({**fewer, "words": []})
        hits = list(database.search("chi thi 12 ct tu quan triet"))
    assert [(hit.title, hit.text) for hit in hits] == [
        ("Mới", next(row.text for row in tables["sentences"] if "quán triệt" in row.text))
    ]


ANY_TEXT = st.text(st.characters(exclude_categories=[]), min_size=1, max_size=40) | st.sampled_from(
    ['O\'Neil "x" \\ %s :a {b}', "\x00", "\ud83d", "😀 𠀀 e\u0301", "a\r\nb\tc", "\\N", "\\.", "NULL", "{}", "\u2028"]
)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def lasting(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """One database for many examples."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path_factory.mktemp('lasting') / 'bienban.db'}"
    return new_schema(request.getfixturevalue("server")).render_as_string(hide_password=False)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT, source=ANY_TEXT, positions=st.lists(ANY_TEXT, max_size=3))
def test_any_text_survives(lasting: str, text: str, source: str, positions: list[str]) -> None:
    text += "".join(positions)  # all that is in a row is in its article
    tables = article(text, source=source, title=text)
    tables["persons"] = [Person("0123456789abcdef", "p0", text, positions, 1)]
    with open_database(lasting, create=True) as database:
        database.write(tables)
    assert stored(lasting) == rows_of(storable(tables))
    kept = storable(tables)["documents"][0].text
    pairs = zip(text, kept, strict=True)
    assert all(ours == theirs or (ours in "\x00" or "\ud800" <= ours <= "\udfff") for ours, theirs in pairs)


@settings(max_examples=20, deadline=None)
@given(text=reports)
def test_whatever_is_found_can_be_stored(nlp: Language, lasting: str, text: str) -> None:
    tables = bienban.tables_of(nlp(text))
    with open_database(lasting, create=True) as database:
        database.write(tables)


def test_no_moment_shows_half_an_article(address: str) -> None:
    """A reader looks while articles are replaced, again and again, by longer and shorter ones of their id."""
    ids = [f"{number:016x}" for number in range(20)]
    done = threading.Event()

    def write() -> None:
        try:
            with open_database(address, create=True) as database:
                for times in range(1, 15):
                    batches = [
                        article(f"câu {times}", 1 + (times * 7 + at) % 30, doc_id) for at, doc_id in enumerate(ids)
                    ]
                    database.write({table: [row for batch in batches for row in batch[table]] for table in TABLES})
        finally:
            done.set()

    open_database(address, create=True).close()
    writer = threading.Thread(target=write)
    writer.start()
    looks = set()
    counts = (
        "SELECT text, n_sentences, (SELECT count(*) FROM sentences s WHERE s.doc_id = d.doc_id AND s.text = d.text)"
    )
    folded = "(SELECT count(*) FROM search WHERE search.doc_id = d.doc_id)"
    with connect(address).connect().execution_options(isolation_level="AUTOCOMMIT") as reader:
        while not done.is_set():
            rows = reader.execute(sa.text(f"{counts}, {folded} FROM documents d")).all()
            assert len(rows) in (0, len(ids))
            assert len({text for text, *_ in rows}) <= 1, "a batch is seen whole"
            assert all(said == sentences == searched for _, said, sentences, searched in rows)
            looks.update(rows)
    writer.join()
    assert len(looks) > len(ids), "the reader looked while there was something to see"


def test_two_writers_of_the_same_articles_wait_for_each_other(tables: Tables, address: str) -> None:
    failures: list[BaseException] = []

    def write(order: int) -> None:
        try:
            with open_database(address, create=True) as database:
                for _ in range(4):
                    batch = [article("câu", 3, f"{number:016x}") for number in range(20)][::order]
                    database.write({table: [row for one in batch for row in one[table]] for table in TABLES})
        except BaseException as failure:
            failures.append(failure)

    writers = [threading.Thread(target=write, args=[order]) for order in (1, -1)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not failures
    found = stored(address)
    assert (len(found["documents"]), len(found["sentences"])) == (20, 60)


def test_a_connection_that_is_lost_costs_its_batch_alone(tables: Tables, postgres: str) -> None:
    with open_database(postgres, create=True) as database:
        with psycopg.connect(postgres, autocommit=True) as administrator:
            others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            administrator.execute(f"SELECT pg_terminate_backend(pid) {others}")
        with pytest.raises(StoreError, match=r"^postgresql://[^\n]*: [^\n]*connection[^\n]*$"):
            database.write(tables)
        database.write(tables)
    assert stored(postgres) == rows_of(tables)


def test_an_article_that_is_deleted_takes_all_its_rows_along(tables: Tables, address: str) -> None:
    with open_database(address, create=True) as database:
        database.write(tables)
        engine = connect(address)
        with engine.begin() as connection:  # as anybody would: SQLite keeps no foreign keys unless it is told to
            connection.exec_driver_sql("DELETE FROM documents")
        assert not any(stored(address).values())
        assert not list(database.search("chi thi"))


def test_the_database_refuses_what_cannot_be(tables: Tables, address: str) -> None:
    def changed(table: str, **columns: Any) -> dict[str, list[Row]]:
        return {**tables, table: [replace(row, **columns) for row in tables[table]]}

    with open_database(address, create=True) as database:
        database.write(tables)
        for wrong in (
            changed("facts", end=0),
            changed("facts", part_of="none"),
            changed("people", person_id="none"),
            changed("actions", task_id="none"),
            changed("words", sent_no=99),
            changed("tasks", cue=None),
        ):
            with pytest.raises(Exception, match=r"(?i)constraint|null"):
                database.write(wrong)
        assert stored(address) == rows_of(tables)


def test_every_column_has_a_comment(address: str) -> None:
    with open_database(address, create=True):
        pass
    engine = connect(address)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            schema = "\n".join(filter(None, connection.exec_driver_sql("SELECT sql FROM sqlite_master").scalars()))
            assert all(f"/* {column.meaning} */" in schema for columns in COLUMNS.values() for column in columns)
        else:
            inspector = sa.inspect(connection)
            for table in inspector.get_table_names():
                assert all(column["comment"] for column in inspector.get_columns(table)), table
                assert inspector.get_table_comment(table)["text"], table


def test_names_are_found_without_diacritics(tables: Tables, address: str) -> None:
    with open_database(address, create=True) as database:
        database.write(tables)
    with connect(address).connect() as connection:
        query = "SELECT name FROM v_people WHERE name_folded = 'tran van moc'"
        assert connection.exec_driver_sql(query).scalars().all() == ["Trần Văn Mộc"]


def test_views(tables: Tables, address: str) -> None:
    with open_database(address, create=True) as database:
        database.write(tables)
    with connect(address).connect() as connection:

        def view(name: str) -> list[Any]:
            return list(connection.exec_driver_sql(f"SELECT * FROM {name}").mappings())

        facts, tasks, people, directives = map(view, ("v_facts", "v_tasks", "v_people", "v_directives"))
    (document,) = tables["documents"]
    assert {row["title"] for row in [*facts, *tasks, *people, *directives]} == {document.title}
    assert len(facts) == len(tables["facts"])
    assert all(row["text"] in row["sentence"] for row in facts)
    assert len(tasks) == len(tables["tasks"])
    assert len(people) == len(tables["persons"])
    assigned = {row["assigner"]: row["assigner_positions"] for row in tasks}
    assert "Bí thư Đảng ủy xã" in str(assigned["Trần Văn Mộc"])
    carried_out = {(row["directive_id"], row["task_id"]) for row in directives}
    assert carried_out == {
        (directive.directive_id, task.task_id)
        for directive in tables["directive_registry"]
        for task in tables["tasks"]
        if directive.directive_id in task.directives
    }
    assert carried_out, "the report has a task under a directive"


def make_old(connection: sa.Connection, view: str, query: str) -> None:
    """A view as an earlier version made it, and one of a user's own on top of it."""
    connection.exec_driver_sql(f"DROP VIEW {view}")
    connection.exec_driver_sql(f"CREATE VIEW {view} AS {query}")
    connection.exec_driver_sql(f"CREATE VIEW mine AS SELECT * FROM {view}")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("COMMENT ON VIEW v_reviews IS NULL")
        connection.exec_driver_sql(f"GRANT SELECT ON {view} TO {ROLE}")


def columns_of(engine: sa.Engine, view: str) -> list[str]:
    return [column["name"] for column in sa.inspect(engine).get_columns(view)]


def test_views_of_an_earlier_version_are_made_anew_by_who_writes(tables: Tables, address: str) -> None:
    with open_database(address, create=True) as database:
        database.write(tables)
    engine = connect(address)
    new = columns_of(engine, "v_facts")
    with engine.begin() as connection:
        make_old(connection, "v_facts", "SELECT doc_id FROM facts")
    with open_database(address, create=False):
        assert columns_of(engine, "v_facts") == ["doc_id"]
    with open_database(address, create=True):
        assert columns_of(engine, "v_facts") == new
    with engine.begin() as connection:
        assert len(connection.exec_driver_sql("SELECT * FROM mine").all()) == len(tables["facts"])
        if engine.dialect.name == "postgresql":
            assert connection.scalar(sa.text(f"SELECT has_table_privilege('{ROLE}', 'v_facts', 'SELECT')"))


def test_views_that_cannot_be_replaced_keep_nobody_from_writing(tables: Tables, postgres: str) -> None:
    open_database(postgres, create=True).close()
    engine = connect(postgres)
    with engine.begin() as connection:
        make_old(connection, "v_facts", "SELECT 1 AS another")
    with open_database(postgres, create=True) as database:
        assert database.write(tables).rows["documents"] == 1
    assert columns_of(engine, "v_facts") == ["another"]


def test_views_that_are_new_are_left_alone(address: str) -> None:
    open_database(address, create=True).close()
    engine = connect(address)
    query = "SELECT oid, xmin FROM pg_class WHERE relkind = 'v'"
    if engine.dialect.name == "sqlite":
        query = "PRAGMA schema_version"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        before = sorted(map(str, connection.exec_driver_sql(query)))
        open_database(address, create=True).close()
        assert sorted(map(str, connection.exec_driver_sql(query))) == before


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Chỉ thị số 91-CT/TW", "chi thi so 91 ct tw"),
        ("ĐỒNG CHÍ Đỗ Thị Ðào", "dong chi do thi dao"),
        ("Hoà\u0300 — “phường” 5.403", "hoa phuong 5 403"),
        ("…", ""),
    ],
)
def test_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_sentence_longer_than_any_index_entry_is_stored(address: str) -> None:
    text = " ".join(f"{number:x}" for number in range(170_000))[:999_000]
    with open_database(address, create=True) as database:
        database.write(article(text))
        assert [hit.text for hit in database.search("1 2 3")] == [text]
