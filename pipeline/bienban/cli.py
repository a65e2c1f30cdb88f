"""The command `bienban`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from bienban.store.errors import StoreError

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from bienban.store.database import Database
    from bienban.store.folder import FolderStore

OK, ERROR, REJECTED, INTERRUPTED = 0, 1, 3, 130
DEFAULT_TARGET = "sqlite:///bienban.db"

_FILES = ".txt, .html, .docx, .jsonl, .csv or .parquet files, .zip and .gz of them, folders; - for JSONL on stdin"
_COLUMNS = ("id", "text", "title", "author", "published", "source")

# Each command imports what it needs: `--help` must not wait for spaCy.


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(ERROR, f"{self.prog}: {message}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line. Returns the exit code, one of those at the head of this file."""
    options = _parser().parse_args(argv)
    try:
        code: int = options.command(options)
    except StoreError as error:
        return _fail(str(error))
    except BrokenPipeError:  # `| head` has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        print("bienban: interrupted", file=sys.stderr)
        return INTERRUPTED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="bienban",
        description="Reads Vietnamese conference reports and writes down their facts, people, directives and tasks.",
        epilog="Exit codes: 0 all well, 1 usage or output error, 3 some articles were rejected, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('bienban')}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    extract = commands.add_parser("extract", help="articles into a database or a folder of tables")
    extract.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_FILES)
    target = extract.add_mutually_exclusive_group()
    target.add_argument("--to", metavar="URL", default=DEFAULT_TARGET, help=f"database (default: {DEFAULT_TARGET})")
    target.add_argument("--out", type=Path, metavar="DIR", help="folder for one file per table")
    extract.add_argument("--format", choices=("jsonl", "csv", "parquet"), help="of the files in --out (default: jsonl)")
    extract.add_argument("--excel", action="store_true", help="with --format csv: safe to open in a spreadsheet")
    extract.add_argument("--words-table", action="store_true", help="write the table of words too")
    extract.add_argument("--workers", type=_workers, metavar="N", help="processes (default: one for each core)")
    columns = extract.add_argument_group("columns of .jsonl, .csv and .parquet files")
    for kind in _COLUMNS:
        columns.add_argument(f"--{kind}-column", metavar="NAME", help=f"default: {kind}")
    extract.set_defaults(command=_extract)

    search = commands.add_parser("search", help="the sentences of a database that have all these words")
    search.add_argument("words", nargs="+", metavar="WORD", help="diacritics and capitals do not matter")
    search.add_argument("--in", dest="target", metavar="URL", default=DEFAULT_TARGET, help="database to search")
    search.set_defaults(command=_search)

    export = commands.add_parser("export", help="a database as a DuckDB file")
    export.add_argument("target", metavar="TARGET", help="address of the database")
    export.add_argument("--to", required=True, metavar="URL", help="duckdb:///FILE, replaced if it is there")
    export.set_defaults(command=_export)

    show = commands.add_parser("show", help="one article's tables, in the terminal")
    show.add_argument("file", type=Path, metavar="FILE")
    show.set_defaults(command=_show)

    explain = commands.add_parser("explain", help="which rule made a row, and which words gave each of its values")
    explain.add_argument("file", type=Path, metavar="FILE")
    row = explain.add_mutually_exclusive_group(required=True)
    for option, table in (("fact", "facts"), ("person", "people"), ("directive", "directives"), ("task", "tasks")):
        row.add_argument(f"--{option}", dest=table, metavar="ID", help=f"a row of {table}")
    explain.set_defaults(command=_explain)
    return parser


def _workers(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"a number of processes from 1 up, not {text!r}")
    return int(text)


def _extract(options: argparse.Namespace) -> int:
    from bienban.batch.progress import ProgressLine
    from bienban.batch.run import Interrupted, run
    from bienban.model import TABLES
    from bienban.read.records import Columns
    from bienban.read.sources import find_files, is_article, sources

    if options.format and not options.out:
        return _fail("--format is that of the files in --out DIR")
    if options.excel and options.format != "csv":
        return _fail("--excel is of --format csv")
    files = list(find_files(options.paths))
    columns = Columns(**{kind: getattr(options, f"{kind}_column") for kind in _COLUMNS})
    tables = [table for table in TABLES if options.words_table or table != "words"]
    total = len(files) if all(map(is_article, files)) else None
    try:
        with _store(options, tables) as store, ProgressLine(total) as line:
            outcome = run(
                sources(files, columns),
                store,
                line.print,
                words=options.words_table,
                workers=options.workers,
                progress=line.update,
            )
    except Interrupted as cut:
        kept = _counts(cut.outcome.rows) if not options.out else "left as it was"
        return _fail(f"{cut}; {store.target}: {kept}", INTERRUPTED)
    rejected = f"; {outcome.rejected} rejected" if outcome.rejected else ""
    print(f"{store.target}: {_counts(outcome.rows)}{rejected}")
    return REJECTED if outcome.rejected else OK


def _store(options: argparse.Namespace, tables: Sequence[str]) -> Database | FolderStore:
    if not options.out:
        from bienban.store.database import open_database

        return open_database(options.to, create=True)
    from bienban.store.folder import FolderStore
    from bienban.store.formats import FORMATS, ExcelFile

    return FolderStore(options.out, ExcelFile if options.excel else FORMATS[options.format or "jsonl"], tables)


def _search(options: argparse.Namespace) -> int:
    from bienban.store.database import open_database

    found = False
    with open_database(options.target, create=False) as database:
        for hit in database.search(" ".join(options.words)):
            found = True
            print(f"{hit.source or hit.title}, sentence {hit.sent_no}: {' '.join(hit.text.split())}")
    if not found:
        print("bienban: no sentence has all of these words", file=sys.stderr)
    return OK


def _export(options: argparse.Namespace) -> int:
    from bienban.store.database import open_database
    from bienban.store.export import export

    with open_database(options.target, create=False) as database:
        print(f"{options.to}: {_counts(export(database, options.to))}")
    return OK


def _counts(rows: Mapping[str, int]) -> str:
    return ", ".join(f"{table} {count}" for table, count in rows.items() if count) or "no articles"


def _show(options: argparse.Namespace) -> int:
    from bienban.pipes import warnings_of
    from bienban.review.show import show
    from bienban.tabulate import tables_of

    doc = _analyse(options.file)
    if doc is None:
        return ERROR
    show(tables_of(doc), warnings_of(doc))
    return OK


def _explain(options: argparse.Namespace) -> int:
    from bienban.review.explain import explain

    doc = _analyse(options.file)
    if doc is None:
        return ERROR
    table, row_id = next(
        (table, getattr(options, table))
        for table in ("facts", "people", "directives", "tasks")
        if getattr(options, table) is not None
    )
    try:
        explain(doc, table, row_id)
    except KeyError as error:
        return _fail(f"{options.file}: {error.args[0]}")
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
        _fail(f"{path}: {reason}")
        return None
    nlp = load(disable=["bienban_words"])
    return nlp(make_doc(nlp, article))


def _fail(message: str, code: int = ERROR) -> int:
    print(f"bienban: {message}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
