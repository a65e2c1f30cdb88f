"""What a store that cannot be used says: one line that names it, and never its password."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import psycopg
import pytest
import sqlalchemy as sa

from bienban.cli import main
from bienban.store.database import open_database
from bienban.store.errors import StoreError
from bienban.tabulate import Tables
from databases import PASSWORD, ROLE, new_schema


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("mysql://me:secret@host/db", "mysql://me:***@host/db: no database for 'mysql' addresses"),
        ("postgresql+psycopg2://me:secret@host/db", "postgresql+psycopg2://me:***@host/db: no database for"),
        ("duckdb:///x.duckdb", "duckdb:///x.duckdb: no database for 'duckdb' addresses"),
        ("postgresql://me:se%2Fcret@127.0.0.1:1/db", "postgresql://me:***@127.0.0.1:1/db: connection failed"),
        ("postgresql://me:secret@nowhere.invalid/db", "postgresql://me:***@nowhere.invalid/db: "),
        ("postgresql://127.0.0.1:1/db?password=secret", "postgresql://127.0.0.1:1/db: connection failed"),
        ("postgresql://me:sec@ret@host/db", "postgresql://…: write @ in a user name or password as %40"),
        ("postgresql://me:secret", "postgresql://…: not a database address"),
        ("me:secret@host", "not a database address"),
        ("my.db", "my.db: neither a folder of tables nor the address of a database (such as sqlite:///my.db)"),
        ("", "not a database address"),
        ("sqlite://", "sqlite://: a database without a file keeps nothing"),
        ("sqlite:////proc/none/x.db", "sqlite:////proc/none/x.db: unable to open database file"),
    ],
)
def test_addresses_that_lead_nowhere(address: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", __file__, "--to", address]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"bienban: {message}")
    assert said.count("\n") == 1
    assert "secret" not in said
    assert "ret@" not in said


def test_a_password_that_is_wrong(server: sa.URL) -> None:
    url = new_schema(server).set(username=ROLE)
    with pytest.raises(StoreError, match="password authentication failed") as refusal:
        open_database(url.set(password="not it").render_as_string(hide_password=False), create=True)
    assert "not it" not in str(refusal.value)
    assert "not%20it" not in str(refusal.value)
    assert str(refusal.value).startswith(f"postgresql://{ROLE}:***@/{url.database}: ")


def test_a_database_that_the_password_opens_but_not_for_writing(tables: Tables, server: sa.URL, postgres: str) -> None:
    with open_database(postgres, create=True) as database:
        database.write(tables)
    with psycopg.connect(postgres) as connection:
        connection.execute(f"GRANT SELECT ON documents, sentences, search, bienban_schema TO {ROLE}")
    secured = postgres.replace("//postgres:@", f"//{ROLE}:{quote(PASSWORD, safe='')}@")
    with open_database(secured, create=False) as database:
        assert list(database.search("chi thi"))
    with pytest.raises(StoreError, match="permission denied for table bienban_schema") as refusal:
        open_database(secured, create=True)
    assert "\n" not in str(refusal.value)
    with pytest.raises(StoreError, match="cannot execute UPDATE in a read-only transaction"):
        open_database(f"{postgres}+-cdefault_transaction_read_only%3Don", create=True)


@contextmanager
def nobody() -> Iterator[Path]:
    """A folder, and for root the rights of somebody else, so that what is read-only is."""
    with TemporaryDirectory(prefix="bienban-") as folder:
        os.chmod(folder, 0o777)
        before = os.geteuid()
        if before == 0:
            os.seteuid(65534)
        try:
            yield Path(folder)
        finally:
            os.seteuid(before)


def test_a_file_that_may_only_be_read(tables: Tables) -> None:
    with nobody() as folder:
        address = f"sqlite:///{folder / 'bienban.db'}"
        with open_database(address, create=True) as database:
            database.write(tables)
        (folder / "bienban.db").chmod(0o444)
        with pytest.raises(StoreError, match=f"^{address}: attempt to write a readonly database$"):
            open_database(address, create=True)
        with open_database(address, create=False) as database:
            assert list(database.search("chi thi"))


def test_a_full_disk_leaves_the_articles_there_were(tables: Tables, tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'bienban.db'}"
    with open_database(address, create=True) as database:
        database.write(tables)
    size = resource.getrlimit(resource.RLIMIT_FSIZE)
    with open_database(address, create=True) as database:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, size[1]))  # as a disk with room for 1 kB
        try:
            with pytest.raises(StoreError, match=f"^{address}: (disk I/O error|database or disk is full)$"):
                database.write({**tables, "actions": []})
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, size)
    with open_database(address, create=False) as database:
        assert sum(len(rows) for table, rows in database.read() if table == "actions") == len(tables["actions"])


@pytest.mark.parametrize(
    ("statements", "message"),
    [
        (["UPDATE bienban_schema SET version = 999"], "version 999, not .* a newer bienban"),
        (["UPDATE bienban_schema SET version = 0"], "version 0, not .* an older bienban: extract into a new database"),
        (["DROP TABLE bienban_schema"], "there is a table 'actions' that is not of this bienban"),
    ],
)
def test_tables_of_another_version_are_refused(
    tables: Tables, address: str, statements: list[str], message: str
) -> None:
    with open_database(address, create=True) as database:
        database.write(tables)
    with sa.create_engine(address.replace("postgresql://", "postgresql+psycopg://")).begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    for create in (True, False):
        with pytest.raises(StoreError, match=message):
            open_database(address, create=create)


def test_what_is_not_there_is_not_made_by_reading(address: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no such file|there are no tables of bienban"):
        open_database(address, create=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("module", "arguments", "extra"),
    [
        ("psycopg", ["search", "x", "--in", "postgresql://me:secret@host/db"], "bienban[postgres]"),
        ("duckdb", ["export", "sqlite:///{folder}/x.db", "--to", "duckdb:///{folder}/x.duckdb"], "bienban[duckdb]"),
        ("matplotlib", ["report", "sqlite:///{folder}/x.db", "--out", "{folder}/x.html"], "bienban[report]"),
    ],
)
def test_a_missing_extra_is_named(module: str, arguments: list[str], extra: str, tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path}/x.db", create=True).close()
    words = [word.format(folder=tmp_path) for word in arguments]
    code = f"import sys; sys.modules[{module!r}] = None; from bienban.cli import main; sys.exit(main({words!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.endswith(f"pip install '{extra}'\n")
    assert done.stderr.count("\n") == 1


def test_stores_do_not_load_the_pipeline() -> None:
    names = "database, sqlite, postgres, folder, export"
    code = f"import sys; from bienban.store import {names}; sys.exit('spacy' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
