"""`bienban extract` and `bienban retry`: articles -> a database, or a folder of tables."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from bienban.batch.errors import ClusterError
from bienban.commands import INTERRUPTED, OK, REJECTED, counts_of, fail

if TYPE_CHECKING:
    from bienban.batch.plan import Articles
    from bienban.batch.run import Each
    from bienban.batch.writer import Outcome
    from bienban.store.database import Database

#: What an article can have in a column of its own.
COLUMNS = ("id", "text", "title", "author", "published", "source")


def extract(options: argparse.Namespace) -> int:
    """Articles into a database or a folder of tables."""
    from bienban.batch.plan import Articles
    from bienban.batch.run import run
    from bienban.read.records import Columns
    from bienban.read.sources import STDIN, find_files, is_article
    from bienban.store.folder import Folder, own_files
    from bienban.terminal import printable

    if options.format and not options.out:
        return fail("--format is that of the files in --out DIR")
    if options.excel and options.format != "csv":
        return fail("--excel is of --format csv")
    if options.cluster and options.workers:
        return fail("--workers is of this machine, not of a --cluster")
    own = own_files(options.out) if options.out else frozenset()  # the folder may lie among the articles
    left: Counter[str] = Counter()
    files = [file for file in find_files(options.paths, left) if file.resolve() not in own]
    if files and not any(file == STDIN or os.path.lexists(file) for file in files):  # mistyped: no reason to begin
        return fail(f"{', '.join(map(str, files))}: no such file")
    if left:
        kinds = ", ".join(f"{suffix} {count}" for suffix, count in left.most_common(5))
        print(printable(f"bienban: other files in the folders, not read: {kinds}"), file=sys.stderr)
    articles = Articles(files, Columns(**{kind: getattr(options, f"{kind}_column") for kind in COLUMNS}))
    if options.dry_run:
        return _foresee(articles, options)
    work = partial(run, articles, words=options.words_table, force=options.force)
    total = len(files) if all(map(is_article, files)) else None
    with _each(options) as each, _store(options, create=True) as store:
        if isinstance(store, Folder):
            store.keep("excel" if options.excel else options.format or "jsonl", words=options.words_table)
        return _run(partial(work, each=each), store, total, options)


def retry(options: argparse.Namespace) -> int:
    """The articles that a database or a folder has as rejected, once more."""
    from bienban.batch.retry import retry as work
    from bienban.store.database import open_database

    with open_database(options.target, create=False) as store:
        total = len(store.rejects())
    with _each(options) as each, open_database(options.target, create=True) as store:
        return _run(partial(work, each=each), store, total, options)


def _run(work: Callable[..., Outcome], store: Database, total: int | None, options: argparse.Namespace) -> int:
    """Runs, with progress on the terminal, says what came of it, and returns the exit code."""
    from bienban.batch.progress import ProgressLine
    from bienban.batch.run import Interrupted
    from bienban.store.folder import Folder

    try:
        with ProgressLine(total) as line:
            outcome = work(
                store,
                line.print,
                workers=options.workers,
                timeout=options.timeout,
                memory=options.memory_limit,
                progress=line.update,
            )
    except Interrupted as cut:
        kept = "its files are left as they were" if isinstance(store, Folder) else counts_of(cut.outcome.rows)
        return fail(f"{cut}; {store.target}: {kept}; the next run goes on", INTERRUPTED)
    if isinstance(store, Folder):
        store.publish()
    print(f"{store.target}: {_summary(outcome)}")
    return REJECTED if outcome.rejected or outcome.rejected_before else OK


def _summary(outcome: Outcome) -> str:
    new = counts_of(outcome.rows) or ("nothing new" if outcome.done_before else "no articles")
    rejected = f"{outcome.rejected} rejected" if outcome.rejected else ""
    done = f"{outcome.done_before} done before" if outcome.done_before else ""
    waiting = f"{outcome.rejected_before} rejected before (bienban retry)" if outcome.rejected_before else ""
    return "; ".join(filter(None, (new, rejected, ", ".join(filter(None, (done, waiting))))))


def _foresee(articles: Articles, options: argparse.Namespace) -> int:
    """Says what a run would do, and writes nothing."""
    from bienban.batch.plan import State, plan
    from bienban.store.errors import NothingThere

    try:
        with _store(options, create=False) as store:
            states = Counter(job.state for _, job in plan(articles, store.known, words=options.words_table))
    except NothingThere:
        states = Counter(job.state for _, job in plan(articles, lambda sources: {}, words=options.words_table))
    print(", ".join(f"{states[state]} {state.value}" for state in State))
    return OK


@contextmanager
def _each(options: argparse.Namespace) -> Iterator[Each | None]:
    """Who does the work, where that are not the cores of this machine."""
    if not options.cluster:
        yield None
        return
    try:
        from bienban.batch.cluster import Cluster
    except ImportError:
        raise ClusterError(f"{options.cluster}: needs more packages: pip install 'bienban[cluster]'") from None
    with Cluster(options.cluster) as cluster:
        yield cluster.each


def _store(options: argparse.Namespace, *, create: bool) -> Database:
    from bienban.store.database import open_database
    from bienban.store.folder import Folder

    return Folder(options.out, create=create) if options.out else open_database(options.to, create=create)
