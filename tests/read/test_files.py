"""What is read, and what is rejected with which reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bienban.read.files import UnreadableArticle, read_article, sources


def test_text_is_kept_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffHội nghị\r\n\u00a0tổng kết".encode())
    article = read_article(path)
    assert article.text == "Hội nghị\r\n\u00a0tổng kết"
    assert article.source == str(path)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not text"),
        ("Hội nghị".encode("utf-16"), "UTF-16"),
        ("Hội nghị".encode()[:-1], "not UTF-8 at byte"),
        (b"a" * 1_000_001, "too long: 1,000,001 characters, at most 1,000,000"),
        (b"\xd0\xe0ng vi\xean", "not UTF-8"),  # windows-1258
    ],
)
def test_a_reject_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableArticle, match=reason):
        read_article(path)


def test_missing_files_and_empty_folders(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticle, match="no such file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(UnreadableArticle, match="without"):
        read_article(tmp_path)


def test_folders_stand_for_their_text_files_each_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "sub/c.txt", "notes.md", ".hidden/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf8")
    os.symlink(tmp_path / "a.TXT", tmp_path / "sub" / "d.txt")
    found = [path.name for path in sources([tmp_path, tmp_path / "b.txt"])]
    assert found == ["a.TXT", "b.txt", "c.txt"]
