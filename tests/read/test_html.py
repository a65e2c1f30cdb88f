"""A page gives its article, its captions as captions, and what its metadata say; nothing of the page around it."""

from __future__ import annotations

from test_decode import typed_for

import bienban
from bienban.read.html import read_html
from bienban.tabulate import tables_of

PAGE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Xã An Khê sơ kết | Cổng thông tin</title>
<meta property="og:title" content="Đảng ủy xã An Khê sơ kết 3 năm thực hiện Chỉ thị số 12-CT/TU">
<meta name="author" content="Lê Thị Hoa"><meta property="article:published_time" content="2023-06-13T08:00:00+07:00">
</head><body><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức</a></li></ul></nav>
<h1>Đảng ủy xã An Khê sơ kết 3 năm thực hiện Chỉ thị số 12-CT/TU</h1>
<table><tr><td><div><p>Sáng 12/6, Đảng ủy xã An Khê tổ chức hội nghị sơ kết 3 năm thực hiện Chỉ thị số 12-CT/TU.</p>
<figure><img src="a.jpg"><figcaption>Các chi bộ <b>bàn giải pháp</b> cho năm mới</figcaption></figure>
<p>Năm 2022, xã kết nạp 27 đảng viên mới, n&acirc;ng tổng số l&ecirc;n 412 đảng vi&ecirc;n; thu đạt 12,5 tỷ đồng.</p>
<table><tr><td><img src="b.jpg"></td></tr><tr><td class="Image-Caption">Một góc xã An Khê</td></tr></table>
<p>Đồng chí Trần Văn Mộc yêu cầu các chi bộ quán triệt Chỉ thị.<br>Thứ nhất, tăng cường kiểm tra.</p>
</div></td></tr></table><ul class="related"><li><a href="/1">Tin khác</a> <span>(26/05/2023)</span></li></ul>
<footer>Bản quyền của Cổng thông tin điện tử xã An Khê</footer></body></html>"""

TEXT = """Đảng ủy xã An Khê sơ kết 3 năm thực hiện Chỉ thị số 12-CT/TU
Sáng 12/6, Đảng ủy xã An Khê tổ chức hội nghị sơ kết 3 năm thực hiện Chỉ thị số 12-CT/TU.
Các chi bộ bàn giải pháp cho năm mới
Năm 2022, xã kết nạp 27 đảng viên mới, nâng tổng số lên 412 đảng viên; thu đạt 12,5 tỷ đồng.
Một góc xã An Khê
Đồng chí Trần Văn Mộc yêu cầu các chi bộ quán triệt Chỉ thị.
Thứ nhất, tăng cường kiểm tra."""


def test_a_page_gives_its_article() -> None:
    article = read_html(PAGE.encode(), "a.html")
    assert article.text == TEXT
    assert article.title == TEXT.split("\n")[0]
    assert (article.author, article.published, article.source) == ("Lê Thị Hoa", "2023-06-13", "a.html")


def test_captions_are_sentences_of_their_own_role() -> None:
    nlp = bienban.load(disable=["bienban_words"])
    tables = tables_of(nlp(bienban.make_doc(nlp, read_html(PAGE.encode(), "a.html"))))
    captions = [row.text for row in tables["sentences"] if row.role == "caption"]
    assert captions == ["Các chi bộ bàn giải pháp cho năm mới", "Một góc xã An Khê"]
    (document,) = tables["documents"]
    assert (document.author, document.published) == ("Lê Thị Hoa", "2023-06-13")
    assert all(document.text[row.start : row.end] == row.text for row in tables["facts"])


def test_a_page_in_an_old_encoding_is_read() -> None:
    page = PAGE.replace("utf-8", "x-user-defined").replace("&acirc;", "â").replace("&ecirc;", "ê")
    article = read_html(typed_for("VNI", page).encode("cp1252"), "a.html")
    assert article.text == TEXT
    assert article.author == "Lê Thị Hoa"


def test_days_of_other_news_are_no_day_of_publication() -> None:
    assert (
        read_html(PAGE.replace('<meta property="article:published_time"', "<link").encode(), "a.html").published is None
    )


def test_the_title_of_the_site_is_no_headline() -> None:
    page = PAGE.replace("og:title", "og:x").replace("Xã An Khê sơ kết | Cổng thông tin", "Trang chủ").replace("h1", "b")
    assert read_html(page.encode(), "a.html").title is None
