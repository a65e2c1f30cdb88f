"""What each command does. Each imports what it needs when it runs: `--help` must not wait for spaCy."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from bienban.batch.errors import ClusterError

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from bienban.batch.run import Each
    from bienban.store.database import Database
    from bienban.store.folder import FolderStore

#: Exit codes.
OK, ERROR, REJECTED, INTERRUPTED = 0, 1, 3, 130

#: What an article can have in a column of its own.
COLUMNS = ("id", "text", "title", "author", "published", "source")


def extract(options: argparse.Namespace) -> int:
    """Articles into a database or a folder of tables."""
    from bienban.batch.progress import ProgressLine
    from bienban.batch.run import Interrupted, run
    from bienban.model import TABLES
    from bienban.read.records import Columns
    from bienban.read.sources import find_files, is_article, sources

    if options.format and not options.out:
        return fail("--format is that of the files in --out DIR")
    if options.excel and options.format != "csv":
        return fail("--excel is of --format csv")
    if options.cluster and options.workers:
        return fail("--workers is of this machine, not of a --cluster")
    files = [file for file in find_files(options.paths) if not _is_own_table(file, options.out)]
    columns = Columns(**{kind: getattr(options, f"{kind}_column") for kind in COLUMNS})
    tables = [table for table in TABLES if options.words_table or table != "words"]
    total = len(files) if all(map(is_article, files)) else None
    try:
        with _each(options) as each, _store(options, tables) as store, ProgressLine(total) as line:
            outcome = run(
                sources(files, columns),
                store,
                line.print,
                words=options.words_table,
                workers=options.workers,
                each=each,
                timeout=options.timeout,
                progress=line.update,
            )
    except Interrupted as cut:
        kept = _counts(cut.outcome.rows) if not options.out else "left as it was"
        return fail(f"{cut}; {store.target}: {kept}", INTERRUPTED)
    rejected = f"; {outcome.rejected} rejected" if outcome.rejected else ""
    print(f"{store.target}: {_counts(outcome.rows)}{rejected}")
    return REJECTED if outcome.rejected else OK


def _is_own_table(file: Path, out: Path | None) -> bool:
    """Whether a file is a table that an earlier run left in the folder `out`, which may lie among the articles."""
    from bienban.model import TABLES

    return out is not None and file.stem in TABLES and file.parent.resolve() == out.resolve()


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


def _store(options: argparse.Namespace, tables: Sequence[str]) -> Database | FolderStore:
    if not options.out:
        from bienban.store.database import open_database

        return open_database(options.to, create=True)
    from bienban.store.folder import FolderStore
    from bienban.store.formats import FORMATS, ExcelFile

    return FolderStore(options.out, ExcelFile if options.excel else FORMATS[options.format or "jsonl"], tables)


def search(options: argparse.Namespace) -> int:
    """The sentences of a database that have all the words, printed."""
    from bienban.store.database import open_database

    found = False
    with open_database(options.target, create=False) as database:
        for hit in database.search(" ".join(options.words)):
            found = True
            print(f"{hit.source or hit.title}, sentence {hit.sent_no}: {' '.join(hit.text.split())}")
    if not found:
        print("bienban: no sentence has all of these words", file=sys.stderr)
    return OK


def export(options: argparse.Namespace) -> int:
    """A database written as a DuckDB file."""
    from bienban.store.database import open_database
    from bienban.store.export import export as write

    with open_database(options.target, create=False) as database:
        print(f"{options.to}: {_counts(write(database, options.to))}")
    return OK


def _counts(rows: Mapping[str, int]) -> str:
    return ", ".join(f"{table} {count}" for table, count in rows.items() if count) or "no articles"


def show(options: argparse.Namespace) -> int:
    """One article's tables, printed."""
    from bienban.pipes import warnings_of
    from bienban.reviewing.show import show as print_tables
    from bienban.tabulate import tables_of

    doc = _analyse(options.file)
    if doc is None:
        return ERROR
    print_tables(tables_of(doc), warnings_of(doc))
    return OK


def report(options: argparse.Namespace) -> int:
    """One article, or a whole database, as a page."""
    from bienban.model import record
    from bienban.report.labels import Labels
    from bienban.report.page import article_page, database_page, write
    from bienban.store.columns import storable
    from bienban.store.database import open_database
    from bienban.tabulate import tables_of

    say = Labels(options.lang)
    if "://" in options.target:
        with open_database(options.target, create=False) as database:
            page = database_page(database, say, 20 if options.articles is None else options.articles)
    elif options.articles is not None:
        return fail("--articles is of a database")
    else:
        doc = _analyse(Path(options.target))
        if doc is None:
            return ERROR
        tables = storable(tables_of(doc))
        page = article_page({table: [record(row) for row in rows] for table, rows in tables.items()}, say)
    write(page, options.out)
    print(options.out)
    return OK


def explain(options: argparse.Namespace) -> int:
    """A row's rule, and the words behind its values, printed."""
    from bienban.reviewing.explain import explain as print_reasons

    doc = _analyse(options.file)
    if doc is None:
        return ERROR
    table, row_id = next(
        (table, getattr(options, table))
        for table in ("facts", "people", "directives", "tasks")
        if getattr(options, table) is not None
    )
    try:
        print_reasons(doc, table, row_id)
    except KeyError as error:
        return fail(f"{options.file}: {error.args[0]}")
    return OK


def _analyse(path: Path) -> Doc | None:
    from bienban.pipeline import load, make_doc
    from bienban.read.records import Columns
    from bienban.read.source import UnreadableArticle
    from bienban.read.sources import sources

    source, *more = islice(sources([path], Columns()), 2)
    try:
        if path.is_dir():
            raise UnreadableArticle("a folder, not a file")
        if more:
            raise UnreadableArticle("several articles: give a file with one")
        article = source.read()
    except UnreadableArticle as reason:
        fail(f"{path}: {reason}")
        return None
    nlp = load(disable=["bienban_words"])
    return nlp(make_doc(nlp, article))


def fail(message: str, code: int = ERROR) -> int:
    """Says on standard error what went wrong; returns the exit code."""
    print(f"bienban: {message}", file=sys.stderr)
    return code
