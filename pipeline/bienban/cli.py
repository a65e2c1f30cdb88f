"""The command `bienban`."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from bienban.batch.run import Outcome

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
    extract.add_argument("--words-table", action="store_true", help="write the table of words too")
    extract.add_argument("--workers", type=_workers, metavar="N", help="processes (default: one for each core)")
    columns = extract.add_argument_group("columns of .jsonl, .csv and .parquet files")
    for kind in _COLUMNS:
        columns.add_argument(f"--{kind}-column", metavar="NAME", help=f"default: {kind}")
    extract.set_defaults(command=_extract)

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
    from sqlalchemy.exc import SQLAlchemyError

    from bienban.batch.progress import ProgressLine
    from bienban.batch.run import Interrupted, run
    from bienban.model import TABLES
    from bienban.read.records import Columns
    from bienban.read.sources import find_files, is_article, sources
    from bienban.store.files import FolderStore
    from bienban.store.sql import SqlStore

    if options.format and not options.out:
        return _fail("--format is that of the files in --out DIR")
    target = str(options.out) if options.out else _without_password(options.to)
    files = list(find_files(options.paths))
    columns = Columns(**{kind: getattr(options, f"{kind}_column") for kind in _COLUMNS})
    tables = [table for table in TABLES if options.words_table or table != "words"]
    try:
        with (
            FolderStore(options.out, options.format or "jsonl", tables)
            if options.out
            else SqlStore(options.to) as store,
            ProgressLine(len(files) if all(map(is_article, files)) else None) as line,
        ):
            outcome = run(
                sources(files, columns),
                store,
                line.print,
                words=options.words_table,
                workers=options.workers,
                progress=line.update,
            )
    except Interrupted as cut:
        kept = _counts(cut.outcome) if not options.out else "left as it was"
        return _fail(f"{cut}; {target}: {kept}", INTERRUPTED)
    except (OSError, SQLAlchemyError, ValueError) as error:
        reason = getattr(error, "orig", None) or getattr(error, "strerror", None) or error
        return _fail(f"cannot write to {target}: {reason}")
    print(f"{target}: {_counts(outcome)}")
    return REJECTED if outcome.rejected else OK


def _without_password(url: str) -> str:
    """The address as it may be shown."""
    return re.sub(r"(//[^:/@]*):[^@/]*@", r"\1:***@", url)


def _counts(outcome: Outcome) -> str:
    counts = ", ".join(f"{table} {count}" for table, count in outcome.rows.items() if count)
    return (counts or "no articles") + (f"; {outcome.rejected} rejected" if outcome.rejected else "")


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
