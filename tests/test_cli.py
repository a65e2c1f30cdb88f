"""The command as a user runs it: what it prints, writes and returns."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import regex

import bienban
from bienban.cli import main
from bienban.model import TABLES


@pytest.fixture
def article(tmp_path: Path, report: str) -> Path:
    path = tmp_path / "articles" / "report.txt"
    path.parent.mkdir()
    path.write_text(report, encoding="utf8")
    return path


def test_extract_into_a_database(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = tmp_path / "out.db"
    assert main(["extract", str(article.parent), "--to", f"sqlite:///{database}"]) == 0
    assert "documents 1" in capsys.readouterr().out
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT source FROM documents").fetchall() == [(str(article),)]
        assert connection.execute("SELECT count(*) FROM words").fetchone() == (0,)


def test_the_database_is_in_the_current_folder_by_default(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["extract", str(article)]) == 0
    assert (tmp_path / "bienban.db").exists()


@pytest.mark.parametrize("file_format", ["jsonl", "csv", "parquet"])
def test_extract_into_files(article: Path, tmp_path: Path, file_format: str) -> None:
    out = tmp_path / "out"
    assert main(["extract", str(article), "--out", str(out), "--format", file_format, "--words-table"]) == 0
    assert {path.name for path in out.iterdir()} == {"bienban.db", *(f"{table}.{file_format}" for table in TABLES)}


def test_bad_articles_are_named_and_the_others_done(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (article.parent / "empty.txt").write_bytes(b"")
    (article.parent / "copy.txt").write_bytes(article.read_bytes())
    database = tmp_path / "out.db"
    code = main(["extract", str(article.parent), str(tmp_path / "none.txt"), "--to", f"sqlite:///{database}"])
    output = capsys.readouterr()
    assert code == 3
    assert output.err.splitlines() == [
        f"{article.parent / 'empty.txt'}: empty",
        f"{tmp_path / 'none.txt'}: no such file",
        f"{article}: same text as {article.parent / 'copy.txt'}, stored once",
    ]
    assert "documents 1" in output.out
    assert "2 rejected" in output.out


def test_a_mistyped_path_alone_leaves_no_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["extract", "articels/", "*.htm"]) == 1
    assert capsys.readouterr().err == "bienban: articels, *.htm: no such file\n"
    assert not list(tmp_path.iterdir())


def test_what_is_not_read_of_a_folder_is_said(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.pdf", "b.PDF", "c.xlsx"):
        (article.parent / name).write_bytes(b"")
    assert main(["extract", str(article.parent), "--dry-run"]) == 0
    assert capsys.readouterr().err == "bienban: other files in the folders, not read: .pdf 2, .xlsx 1\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extract"],
        ["extract", "a.txt", "--format", "xml"],
        ["extract", "a", "--to", "x", "--out", "y"],
        ["extract", "a.txt", "--workers", "0"],
        ["extract", "a.txt", "--timeout", "soon"],
        ["show", "sqlite:///bienban.db"],
    ],
)
def test_usage_errors_exit_with_1(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 1


@pytest.mark.parametrize(
    "target", [["--to", "sqlite:////nowhere/x.db"], ["--to", "mysql://h/d"], ["--out", "/proc/none"]]
)
def test_output_errors_exit_with_1_and_name_the_target(
    article: Path, target: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(article), *target]) == 1
    assert target[1] in capsys.readouterr().err


def test_show_prints_the_tables(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(article)]) == 0
    output = capsys.readouterr().out
    assert "facts (" in output
    assert "tasks (" in output


def test_show_warns_of_a_list_number_that_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "list.txt").write_text("Xã họp.\n1. Rà soát hộ nghèo.\n3. Sửa cầu treo.", encoding="utf8")
    assert main(["show", str(tmp_path / "list.txt")]) == 0
    assert 'list number 2 is missing before "3."' in capsys.readouterr().out


def test_show_says_that_a_day_could_not_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Xã có 12 thôn.", "published": "hôm qua"}', encoding="utf8")
    assert main(["show", str(tmp_path / "a.jsonl")]) == 0
    assert "a.jsonl:1: published is no day: 'hôm qua'" in capsys.readouterr().err


def test_show_of_an_unreadable_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(tmp_path / "none.txt")]) == 1
    assert "none.txt: no such file" in capsys.readouterr().err


def test_explain_says_rule_and_words(article: Path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["explain", str(article), "--fact", "f2"]) == 0
    output = capsys.readouterr().out
    assert "27" in output
    assert "rule count." in output
    assert "“đảng viên mới”" in output
    assert "“kết nạp”" in output


@pytest.mark.parametrize("option", ["--fact", "--person", "--directive", "--task", "--action"])
def test_explain_names_the_rows_there_are(article: Path, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(article), option, "x9"]) == 1
    message = capsys.readouterr().err
    known = message.partition("there are ")[2].partition(",")[0].rstrip(")\n")
    assert main(["explain", str(article), option, known]) == 0


def test_explain_takes_the_ids_that_show_prints(
    article: Path, report: str, capsys: pytest.CaptureFixture[str], monkeypatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["show", str(article)]) == 0
    shown = capsys.readouterr().out
    frames = bienban.extract([report])
    for option, table in (("--person", "persons"), ("--directive", "directive_registry")):
        row = frames[table].iloc[0]
        assert f" {row.iloc[1]} " in shown.partition(f"{table} (")[2]
        assert main(["explain", str(article), option, row.iloc[1]]) == 0
        assert capsys.readouterr().out.count("rule ") == row.n_mentions
    action = frames["actions"].iloc[-1]
    action_id = f"{action.task_id}/{action.action_no}"
    assert f" {action_id} {action.text}" in shown
    assert main(["explain", str(article), "--action", action_id]) == 0
    assert f"“{action.verb}”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "csv"], "--format is that of the files in --out"),
        (["--to", "sqlite://"], "keeps nothing"),
        (["--out", "out", "--excel"], "--excel is of --format csv"),
        (["--out", "{file}"], "a file, not a folder"),
        (["--out", "{file}.csv", "--format", "csv"], "report.txt.csv: the name of a file, where a folder is asked for"),
    ],
)
def test_targets_that_cannot_be_are_refused(
    article: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(article), *(word.format(file=article) for word in arguments)]) == 1
    assert message in capsys.readouterr().err


def test_control_characters_of_an_article_do_not_reach_the_terminal(
    report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title, rest = "\x1b[31m", "\x1b]8;;https://an-khe.example\x1b\\Trần\x9b2J\x07 Văn\r\x7f Mộc"
    article, bad = tmp_path / "a.jsonl", tmp_path / "b\x1b[2J.txt"
    article.write_text(json.dumps({"text": title + report.replace("Trần Văn Mộc", rest)}), encoding="utf8")
    bad.write_bytes(b"")
    database = f"sqlite:///{tmp_path / 'out.db'}"
    assert main(["extract", str(article), str(bad), "--to", database]) == 3
    assert main(["search", "chi bo", "--in", database]) == 0
    assert main(["show", str(article)]) == 0
    assert main(["explain", str(article), "--fact", "f2"]) == 0
    assert main(["show", str(bad)]) == 1
    said = capsys.readouterr()
    assert not regex.search(r"[\p{Cc}--\t\n]", said.out + said.err, regex.V1)
    assert "Trần2J" in said.out
    assert "b[2J.txt: empty" in said.err


def test_search_and_export(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = f"sqlite:///{tmp_path / 'out.db'}"
    assert main(["extract", str(article), "--to", database]) == 0
    capsys.readouterr()
    assert main(["search", "ngan", "sach", "--in", database]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{article}, sentence 2: Năm 2022")
    assert main(["export", database, "--to", f"duckdb:///{tmp_path / 'out.duckdb'}"]) == 0
    assert "documents 1, sentences" in capsys.readouterr().out


def test_search_stops_when_its_reader_does(article: Path, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'out.db'}"
    article.write_text("Chỉ thị số 12. " * 1_500, encoding="utf8")
    assert main(["extract", str(article), "--to", database]) == 0
    command = [sys.executable, "-m", "bienban", "search", "chi thi", "--in", database]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline().startswith(str(article))
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(timeout=20) == 0


def test_the_work_is_done_though_nobody_reads_the_messages(article: Path) -> None:
    (article.parent / "empty.txt").write_bytes(b"")
    run = [sys.executable, "-m", "bienban", "extract", str(article.parent), "none.txt", "--out", "out"]
    read, write = os.pipe()
    os.close(read)
    assert subprocess.run(run, stderr=write, cwd=article.parent, timeout=60).returncode == 3
    os.close(write)
    assert (article.parent / "out" / "facts.jsonl").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk at hand")
@pytest.mark.parametrize("command", ["extract", "show", "search"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_output_that_takes_nothing_is_an_error_in_one_line(article: Path, command: str, unbuffered: str) -> None:
    database = f"sqlite:///{article.parent / 'out.db'}"
    assert main(["extract", str(article), "--to", database]) == 0
    words = {"extract": [str(article), "--to", database], "show": [str(article)], "search": ["xã", "--in", database]}
    run = [sys.executable, "-m", "bienban", command, *words[command]]
    with Path("/dev/full").open("w") as full:
        environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
        ended = subprocess.run(run, stdout=full, stderr=subprocess.PIPE, text=True, env=environment, timeout=60)
    assert (ended.returncode, ended.stderr) == (1, "bienban: No space left on device\n")


@pytest.mark.parametrize(("option", "last"), [("--to", "documents "), ("--out", "its files are left as they were")])
def test_ctrl_c_ends_the_run_in_good_order(report: str, tmp_path: Path, option: str, last: str) -> None:
    for number in range(1000):
        (tmp_path / f"{number}.txt").write_text(f"{report}\n{number}", encoding="utf8")
    target = f"sqlite:///{tmp_path / 'out.db'}" if option == "--to" else str(tmp_path / "out")
    paths = [str(tmp_path / "0.txt"), "none.txt", str(tmp_path)]
    command = [sys.executable, "-m", "bienban.cli", "extract", *paths, option, target]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr.readline() == "none.txt: no such file\n"  # the run is under way
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        message = process.communicate(timeout=20)[1]
    assert process.returncode == 130
    assert "interrupted after " in message
    assert last in message
    assert not list((tmp_path / "out").glob("documents.*"))


def test_tables_among_the_articles_are_not_read_again(article: Path) -> None:
    command = ["extract", str(article.parent), "--out", str(article.parent / "tables")]
    assert main(command) == 0
    before = {path.name: path.read_bytes() for path in (article.parent / "tables").iterdir()}
    assert main(command) == 0
    assert {path.name: path.read_bytes() for path in (article.parent / "tables").iterdir()} == before


@pytest.mark.parametrize("name", ["documents.jsonl", "facts.jsonl"])
def test_a_file_of_the_users_is_no_table_of_the_folder(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is read as what it is, and never written over, though it is called like a table and lies where it would."""
    mine = tmp_path / name
    mine.write_text('{"text": "Xã có 12 thôn."}\n', encoding="utf8")
    for _ in range(2):
        assert main(["extract", str(mine), "--out", str(tmp_path)]) == 1
        assert f"{mine}: is there, and no table of an earlier run" in capsys.readouterr().err
    for said in ("documents 1, sentences 1, facts 1", "nothing new; 1 done before"):
        assert main(["extract", str(tmp_path), "--out", str(tmp_path), "--format", "parquet"]) == 0
        assert capsys.readouterr().out == f"{tmp_path}: {said}\n"
    assert mine.read_text("utf8") == '{"text": "Xã có 12 thôn."}\n'


def test_a_table_of_words_is_written_over_no_file_of_the_users(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["extract", str(article), "--out", str(tmp_path / "out")]
    assert main(command) == 0
    (tmp_path / "out" / "words.jsonl").write_text("mine", encoding="utf8")
    assert main([*command, "--words-table"]) == 1
    assert "words.jsonl: is there, and no table of an earlier run" in capsys.readouterr().err
    assert (tmp_path / "out" / "words.jsonl").read_text("utf8") == "mine"


def test_a_run_of_rejects_leaves_the_tables_there_were(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["extract", str(article), "--out", str(out)]) == 0
    before = {path.name: path.stat() for path in out.glob("*.jsonl")}
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main(["extract", str(tmp_path / "empty.txt"), "--out", str(out)]) == 3
    assert {path.name: path.stat() for path in out.glob("*.jsonl")} == before


def test_columns_of_tables_are_chosen(report: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"body": report, "url": "https://an-khe.example/1"}), encoding="utf8")
    to = ["--to", f"sqlite:///{tmp_path / 'out.db'}"]
    assert main(["extract", str(tmp_path / "a.jsonl"), "--text-column", "body", "--source-column", "url", *to]) == 0
    with sqlite3.connect(tmp_path / "out.db") as database:
        assert database.execute("SELECT source, text FROM documents").fetchall() == [
            ("https://an-khe.example/1", report)
        ]


def test_a_table_of_one_article_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Xã có 12 thôn."}\n', encoding="utf8")
    assert main(["show", str(path)]) == 0
    path.write_text('{"text": "Xã có 12 thôn."}\n' * 2, encoding="utf8")
    assert main(["show", str(path)]) == 1
    assert f"{path}: several articles" in capsys.readouterr().err
    path.write_text("Hội nghị tổng kết.\nXã có 12 thôn.\n", encoding="utf8")
    assert main(["show", str(path)]) == 1
    assert f"{path}:1: no JSON: " in capsys.readouterr().err


def test_a_folder_is_not_shown(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(article.parent)]) == 1
    assert "a folder, not a file" in capsys.readouterr().err
