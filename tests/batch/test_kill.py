"""A run that is killed, again and again, leaves whole articles, and the last run what one run leaves."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from victim import serve

from bienban.commands import REJECTED
from bienban.store.database import open_database
from databases import contents

KILLS = 20
ARTICLES = 300

#: For every article: the sentences that it says it has, those that are there and can be searched, facts, sources.
_WHOLE = """
    SELECT d.n_sentences, s.n, w.n, f.n, l.n
    FROM documents d
    LEFT JOIN (SELECT doc_id, count(*) AS n FROM sentences GROUP BY doc_id) s ON s.doc_id = d.doc_id
    LEFT JOIN (SELECT doc_id, count(*) AS n FROM search GROUP BY doc_id) w ON w.doc_id = d.doc_id
    LEFT JOIN (SELECT doc_id, count(*) AS n FROM facts GROUP BY doc_id) f ON f.doc_id = d.doc_id
    LEFT JOIN (SELECT doc_id, count(*) AS n FROM ledger GROUP BY doc_id) l ON l.doc_id = d.doc_id
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of four sentences and three facts, but some are none, and some have the same text."""
    folder = tmp_path_factory.mktemp("articles")
    for number in range(ARTICLES):
        same = number - 50 if number % 60 == 59 else number
        text = (
            f"Tin số {same}.\nNăm 2022, xã có {same + 2} thôn.\nXã kết nạp {same + 3} đảng viên.\nThu {same} tỷ đồng."
        )
        data = b"\xff\xff" if number % 40 == 13 else text.encode()
        (folder / f"{number:03}.txt").write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def victims() -> Iterator[Connection]:
    """Takes the arguments of runs, and gives back the id of each process, then its exit code."""
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("forkserver").Process(target=serve, args=[there])
    server.start()
    yield here
    here.send([])
    server.join()


@pytest.fixture(scope="module")
def undisturbed(
    articles: Path, victims: Connection, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[Any, ...]]]:
    """What one run leaves."""
    address = f"sqlite:///{tmp_path_factory.mktemp('undisturbed') / 'bienban.db'}"
    victims.send([str(articles), "--to", address])
    assert (victims.recv(), victims.recv())[1] == REJECTED
    return contents(address)


def test_killed_at_random_moments(
    articles: Path, address: str, undisturbed: dict[str, list[tuple[Any, ...]]], victims: Connection
) -> None:
    choose, kills, finished, seen = random.Random(7), 0, 0, set()
    open_database(address, create=True).close()
    engine = sa.create_engine(address.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:

        def look() -> int:
            rows = connection.exec_driver_sql(_WHOLE).all()
            assert {row[:4] for row in rows} <= {(4, 4, 4, 3)}
            assert all(row[4] for row in rows)
            seen.add(len(rows))
            return len(rows)

        while kills < KILLS or finished == 0:
            before = look()
            victims.send([str(articles), "--to", address])
            process = victims.recv()
            patience = choose.choice([choose.randrange(50), 9_999, 9_999, 9_999])  # some end before they have begun
            while not victims.poll(0.005):
                if look() > before or patience == 0:
                    time.sleep(choose.uniform(0, 0.04))
                    if kills < KILLS:
                        kill(process)
                patience -= 1
            ended = victims.recv()
            if ended == -signal.SIGKILL:
                kills += 1
                continue
            assert ended == REJECTED
            assert contents(address) == undisturbed
            finished += 1
            connection.exec_driver_sql("DELETE FROM documents")
            connection.exec_driver_sql("DELETE FROM ledger")
    assert len(seen) > KILLS / 2, "it was looked at while it grew"


def test_a_folder_has_all_tables_or_those_it_had(articles: Path, victims: Connection, tmp_path: Path) -> None:
    def files(name: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (tmp_path / name).glob("*.jsonl")}

    choose = random.Random(7)
    for name, kills in ("undisturbed", 0), ("killed", 6):
        ended = 0
        while ended != REJECTED:
            victims.send([str(articles), "--out", str(tmp_path / name)])
            process = victims.recv()
            if kills:
                victims.poll(choose.uniform(0.1, 1))
                kill(process)
                kills -= 1
            ended = victims.recv()
            assert len(files(name)) in (0, 9)
    assert files("killed") == files("undisturbed")


def kill(process: int) -> None:
    """Kills a run with its workers, or before it has any, or not at all if it has ended."""
    for end in (os.killpg, os.kill):
        with suppress(ProcessLookupError):
            end(process, signal.SIGKILL)
