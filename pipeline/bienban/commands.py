"""What each command does. Each imports what it needs when it runs: `--help` must not wait for spaCy."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


#: Exit codes.
OK, ERROR, REJECTED, INTERRUPTED = 0, 1, 3, 130

#: What `explain` has an option for, and the table of its row.
EXPLAINED = {"fact": "facts", "person": "people", "directive": "directives", "task": "tasks", "action": "actions"}


def search(options: argparse.Namespace) -> int:
    """The sentences of a database that have all the words, printed."""
    from bienban.store.database import open_database
    from bienban.terminal import printable

    found = False
    with open_database(options.target, create=False) as database:
        for hit in database.search(" ".join(options.words)):
            found = True
            print(printable(f"{hit.source or hit.title}, sentence {hit.sent_no}: {' '.join(hit.text.split())}"))
    if not found:
        print("bienban: no sentence has all of these words", file=sys.stderr)
    return OK


def export(options: argparse.Namespace) -> int:
    """A database written as a DuckDB file, or as a folder of files."""
    from bienban.store.database import open_database
    from bienban.store.export import export as write
    from bienban.store.files import export_files
    from bienban.store.formats import FORMATS

    if "://" in options.to and options.format:
        return fail("--format is that of the files in --to DIR")
    if options.excel and options.format != "csv":
        return fail("--excel is of --format csv")
    with open_database(options.target, create=False) as database:
        if "://" in options.to:
            counts = write(database, options.to)
        else:
            kind = FORMATS["excel" if options.excel else options.format or "jsonl"]
            counts = export_files(database, Path(options.to), kind)
    print(f"{options.to}: {counts_of(counts) or 'no articles'}")
    return OK


def counts_of(rows: Mapping[str, int]) -> str:
    """Rows by table, in words."""
    return ", ".join(f"{table} {count}" for table, count in rows.items() if count)


def export_gold(options: argparse.Namespace) -> int:
    """The articles that were reviewed whole, written as gold files."""
    from bienban.reviewing.gold import export_gold as write
    from bienban.store.database import open_database

    with open_database(options.target, create=False) as database:
        written = write(database, options.out)
    if written:
        print(f"{options.out}: {len(written)} articles")
    else:
        print("bienban: no article has a decision about every row", file=sys.stderr)
    return OK


def export_cases(options: argparse.Namespace) -> int:
    """Lines for cases, printed by table, each below its reason."""
    from bienban.reviewing.cases import proposals
    from bienban.store.database import open_database
    from bienban.terminal import printable

    with open_database(options.target, create=False) as database:
        for table, lines in groupby(proposals(database), key=lambda proposal: proposal.table):
            print(f"# {table}")
            for proposal in lines:
                print(printable(f"# {proposal.reason}\n{proposal.line}"))
    return OK


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
        (table, getattr(options, table)) for table in EXPLAINED.values() if getattr(options, table) is not None
    )
    try:
        print_reasons(doc, table, row_id)
    except KeyError as error:
        return fail(f"{options.file}: {error.args[0]}")
    return OK


def _analyse(path: Path) -> Doc | None:
    from bienban.pipeline import load, make_doc
    from bienban.read.records import Columns, remark_on
    from bienban.read.source import UnreadableArticle
    from bienban.read.sources import sources

    if path.is_dir():
        fail(f"{path}: a folder, not a file")
        return None
    source, *more = islice(sources([path], Columns()), 2)
    try:
        article = source.read()
    except UnreadableArticle as reason:
        fail(f"{source.name}: {reason}")
        return None
    if more:
        fail(f"{path}: several articles: give a file with one")
        return None
    if remark := remark_on(source):
        fail(f"{source.name}: {remark}")
    nlp = load(disable=["bienban_words"])
    return nlp(make_doc(nlp, article))


def fail(message: str, code: int = ERROR) -> int:
    """Says on standard error what went wrong; returns the exit code."""
    from bienban.terminal import printable

    print(printable(f"bienban: {message}"), file=sys.stderr)
    return code
