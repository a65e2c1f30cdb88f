"""Sentences are found by their words, however these are typed."""

from __future__ import annotations

import psycopg
import pytest

from bienban.store.database import open_database
from bienban.tabulate import Tables


@pytest.fixture
def filled(tables: Tables, address: str) -> str:
    with open_database(address, create=True) as database:
        database.write(tables)
    return address


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("chi thi 12", 3),
        ("CHỈ THỊ SỐ 12-CT/TU", 3),
        ("thu ngan sach", 1),
        ("dang uy xa", 3),
        ("ngân sách kỷ luật", 0),
        ('"; DROP TABLE search; --', 0),
        ("thu OR hai NOT x*", 0),
        ("doc_id", 0),
        ("…", 0),
    ],
)
def test_sentences_with_all_the_words(filled: str, words: str, found: int) -> None:
    with open_database(filled, create=False) as database:
        hits = list(database.search(words))
    assert len(hits) == found


def test_an_article_is_not_found_by_its_id(filled: str, tables: Tables) -> None:
    with open_database(filled, create=False) as database:
        assert not list(database.search(tables["documents"][0].doc_id))


def test_postgresql_has_an_index_of_the_words(postgres: str) -> None:
    open_database(postgres, create=True).close()
    with psycopg.connect(postgres) as connection:
        connection.execute("SET enable_seqscan = off")
        query = "SELECT 1 FROM search WHERE to_tsvector('simple', folded) @@ plainto_tsquery('simple', 'chi thi')"
        plan = connection.execute(f"EXPLAIN {query}").fetchall()
    assert "ix_search_words" in str(plan)
