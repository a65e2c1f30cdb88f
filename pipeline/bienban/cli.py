"""The command `bienban`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from bienban import commands, extraction
from bienban.batch.errors import ClusterError
from bienban.commands import ERROR, EXPLAINED, INTERRUPTED, OK, fail
from bienban.extraction import COLUMNS
from bienban.store.errors import StoreError

DEFAULT_TARGET = "sqlite:///bienban.db"

_FILES = ".txt, .html, .docx, .jsonl, .csv or .parquet files, .zip and .gz of them, folders; - for JSONL on stdin"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(ERROR, f"{self.prog}: {message}\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line. Returns the exit code, one of those in `commands`."""
    options = _parser().parse_args(argv)
    code = OK
    try:
        code = options.command(options)
        print(end="", flush=True)
    except (ClusterError, StoreError) as error:
        return fail(str(error))
    except OSError as error:
        from bienban.terminal import discard

        discard(sys.stdout)
        if not isinstance(error, BrokenPipeError):  # from `| head`, which has read enough
            return fail(f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error))
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
    verbs = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    extract = verbs.add_parser("extract", help="articles into a database or a folder of tables")
    extract.add_argument("paths", nargs="+", type=_file, metavar="PATH", help=_FILES)
    target = extract.add_mutually_exclusive_group()
    target.add_argument("--to", metavar="URL", default=DEFAULT_TARGET, help=f"database (default: {DEFAULT_TARGET})")
    target.add_argument("--out", type=Path, metavar="DIR", help="folder for one file per table")
    _add_format_options(extract)
    extract.add_argument("--words-table", action="store_true", help="write the table of words too")
    again = extract.add_mutually_exclusive_group()
    again.add_argument("--force", action="store_true", help="read again what was done or rejected before")
    again.add_argument("--dry-run", action="store_true", help="say what there is to do, and write nothing")
    _add_work_options(extract)
    columns = extract.add_argument_group("columns of .jsonl, .csv and .parquet files")
    for kind in COLUMNS:
        columns.add_argument(f"--{kind}-column", metavar="NAME", help=f"default: {kind}")
    extract.set_defaults(command=extraction.extract)

    retry = verbs.add_parser("retry", help="the articles that were rejected, once more")
    retry.add_argument("target", metavar="TARGET", help="address of the database, or folder of tables")
    _add_work_options(retry)
    retry.set_defaults(command=extraction.retry)

    search = verbs.add_parser("search", help="the sentences of a database that have all these words")
    search.add_argument("words", nargs="+", metavar="WORD", help="diacritics and capitals do not matter")
    search.add_argument("--in", dest="target", metavar="URL", default=DEFAULT_TARGET, help="database to search")
    search.set_defaults(command=commands.search)

    export = verbs.add_parser("export", help="a database as a DuckDB file, or as a folder with one file per table")
    export.add_argument("target", metavar="TARGET", help="address of the database, or folder of tables")
    export.add_argument("--to", required=True, metavar="URL|DIR", help="duckdb:///FILE, or a folder; replaces files")
    _add_format_options(export)
    export.set_defaults(command=commands.export)

    gold = verbs.add_parser("export-gold", help="the articles of a database that were reviewed whole, as gold files")
    gold.add_argument("target", metavar="TARGET", help="address of the database")
    gold.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for NAME.json and NAME.txt")
    gold.set_defaults(command=commands.export_gold)

    cases = verbs.add_parser("export-cases", help="what reviewers of a database corrected, as lines for cases")
    cases.add_argument("target", metavar="TARGET", help="address of the database")
    cases.set_defaults(command=commands.export_cases)

    show = verbs.add_parser("show", help="one article's tables, in the terminal")
    show.add_argument("file", type=_file, metavar="FILE")
    show.set_defaults(command=commands.show)

    report = verbs.add_parser("report", help="one article, or a whole database, as a web page to read or print")
    report.add_argument("target", metavar="TARGET", help="address of a database, or the file of an article")
    report.add_argument(
        "--out", required=True, type=Path, metavar="FILE", help="page to write, replaced if it is there"
    )
    report.add_argument("--articles", type=_number, metavar="N", help="of a database: texts to show (default: 20)")
    report.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of headings (default: vi)")
    report.set_defaults(command=commands.report)

    explain = verbs.add_parser("explain", help="which rule made a row, and which words gave each of its values")
    explain.add_argument("file", type=_file, metavar="FILE")
    row = explain.add_mutually_exclusive_group(required=True)
    for option, table in EXPLAINED.items():
        row.add_argument(f"--{option}", dest=table, metavar="ID", help=f"a row of {table}")
    explain.set_defaults(command=commands.explain)
    return parser


def _add_format_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("jsonl", "csv", "parquet"), help="of files in a folder (default: jsonl)")
    parser.add_argument("--excel", action="store_true", help="with --format csv: safe to open in a spreadsheet")


def _add_work_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workers", type=_workers, metavar="N", help="processes (default: one for each core)")
    parser.add_argument("--cluster", metavar="tcp://HOST:PORT", help="scheduler of a Dask cluster that does the work")
    parser.add_argument("--timeout", type=_seconds, metavar="S", default=30.0, help="for an article (default: 30)")
    parser.add_argument(
        "--memory-limit", type=_megabytes, metavar="MB", default=2_000, help="for an article (default: 2000; Linux)"
    )


def _file(text: str) -> Path:
    if "://" in text:
        raise argparse.ArgumentTypeError("a file, not an address")  # which may hold a password
    return Path(text)


def _workers(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"a number of processes from 1 up, not {text!r}")
    return int(text)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"a number from 0 up, not {text!r}")
    return int(text)


def _megabytes(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"a number of megabytes from 1 up, not {text!r}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"a number of seconds above 0, not {text!r}")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
