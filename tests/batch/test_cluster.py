"""Work on a Dask cluster of a scheduler and two workers on this machine: the results of one process, whatever fails."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client
from misbehaviour import misbehave
from mischief import MISCHIEF, extract_with_mischief

from bienban.batch import cluster as batch
from bienban.batch import run as batch_run
from bienban.batch.cluster import Cluster
from bienban.batch.errors import ClusterError
from bienban.batch.plan import Articles
from bienban.batch.run import run
from bienban.batch.writer import Outcome
from bienban.cli import main
from bienban.read.records import Columns
from bienban.store.database import open_database
from databases import contents

# What workers fork from is one for the whole test run, and other tests need it warm.
WARM = ["bienban.batch.warm"]


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers, each of one thread, watched over by a nanny."""
    folder = tmp_path_factory.mktemp("dask")
    file = folder / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    local = ["--host=127.0.0.1", "--dashboard-address=127.0.0.1:0", f"--scheduler-file={file}"]
    workers = ["--nworkers=2", "--nthreads=1", f"--local-directory={folder}"]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    }
    with (folder / "log").open("wb") as log:
        running = [
            subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
            for command in ([*dask, "scheduler", *local, "--port=0"], [*dask, "worker", *local, *workers])
        ]
        try:
            while not file.exists():
                time.sleep(0.1)
            with Client(scheduler_file=str(file), set_as_default=False) as client:
                client.wait_for_workers(2)
                address = client.scheduler.address
            yield address
        finally:
            for process in reversed(running):
                process.terminate()
                process.wait()


@pytest.fixture
def cluster(scheduler: str) -> Iterator[Cluster]:
    with Cluster(scheduler) as cluster:
        yield cluster


def test_each_failure_costs_its_own_item(cluster: Cluster) -> None:
    items = ["a", "hangs", "b", "dies", "c", "raises", "d"]
    done = list(cluster.each(misbehave, items, timeout=3, preload=WARM))
    assert [one.item for one in done] == items
    assert [one.result for one in done if not one.error] == ["A", "B", "C", "D"]
    assert [f"{type(one.error).__name__}: {one.error}" for one in done if one.error] == [
        "Failure: took longer than 3 s",
        "Failure: its process was killed (exit code -9)",
        "ValueError: no such thing",
    ]


def test_items_stream_through(cluster: Cluster) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "x"

    results = cluster.each(misbehave, endless(), timeout=5, preload=WARM)
    assert [next(results).result for _ in range(5)] == ["X"] * 5
    results.close()
    assert taken < 200


@pytest.fixture
def articles(tmp_path: Path, report: str) -> Articles:
    """More articles than the workers have in hand at once, some of which cannot be read."""
    for number in range(150):
        data = b"\xff\xff" if number % 20 == 7 else f"{report}\nTin số {number}.".encode()
        (tmp_path / f"{number:03}.txt").write_bytes(data)
    return Articles(sorted(tmp_path.iterdir()), Columns())


def test_rows_and_rejects_are_those_of_one_process_though_a_worker_is_killed(
    articles: Articles, cluster: Cluster, scheduler: str, tmp_path: Path
) -> None:
    def kill(outcome: Outcome) -> None:
        if outcome.seen == 20:
            with Client(scheduler, set_as_default=False) as client:
                os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)

    here, there = tmp_path / "here", tmp_path / "there"
    rejects: dict[Path, list[str]] = {here: [], there: []}
    with open_database(f"sqlite:///{here}", create=True) as store:
        run(articles, store, rejects[here].append, workers=1)
    with open_database(f"sqlite:///{there}", create=True) as store:
        outcome = run(articles, store, rejects[there].append, each=cluster.each, progress=kill)
    assert (outcome.seen, outcome.rejected) == (150, 8)
    assert rejects[here] == rejects[there]
    assert contents(f"sqlite:///{here}") == contents(f"sqlite:///{there}")


def test_an_article_that_goes_wrong_is_one_reject(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_run, "extract_source", extract_with_mischief)
    for word in ("chạy", "tốt", *MISCHIEF):
        (tmp_path / f"{word}.txt").write_text(f"Máy {word} rồi.", encoding="utf8")
    articles = Articles(sorted(tmp_path.iterdir()), Columns())
    with open_database(f"sqlite:///{tmp_path}/out.db", create=True) as store:
        outcome = run(articles, store, [].append, each=cluster.each, timeout=9, memory=300)
        rejects = {Path(entry.source).stem: entry.reject for entry in store.rejects()}
    assert outcome.rows["documents"] == 2
    assert {word: (reject.stage, reject.reason) for word, reject in rejects.items()} == MISCHIEF


def test_the_command(
    scheduler: str,
    postgres: str,
    report: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)  # workers have another current folder
    Path("report.txt").write_text(report, encoding="utf8")
    assert main(["extract", "report.txt", "none.txt", "--cluster", scheduler, "--to", postgres]) == 3
    output = capsys.readouterr()
    assert "documents 1" in output.out
    assert output.err == "none.txt: no such file\n"


def test_workers_with_another_bienban_are_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "version", lambda _name: "0.0.1")
    refusal = r"^tcp://\S+: a worker failed: tcp://\S+ has bienban \S+ with the lexicon \w+, not bienban 0\.0\.1 with"
    with pytest.raises(ClusterError, match=refusal):
        next(cluster.each(misbehave, ["a"], timeout=5, preload=WARM))


def test_a_scheduler_that_is_not_there_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["extract", str(tmp_path), "--out", str(out), "--cluster", "tcp://127.0.0.1:1"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "bienban: tcp://127.0.0.1:1: cannot be reached: no scheduler answered in 5 s"
    assert not out.exists()


def test_an_item_that_ends_each_worker_costs_itself_alone(cluster: Cluster) -> None:
    items = [*"abc", "ends its worker", *"defghijklmnopqrstuvwxyz"]
    done = list(cluster.each(misbehave, items, timeout=30, preload=[]))
    assert [one.item for one in done] == items
    errors = {one.item: str(one.error) for one in done if one.error}
    assert errors == {"ends its worker": "ended the 2 workers that it was given to"}
