"""Reports as their readers meet them: files opened in a browser that has no network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from bienban.cli import main
from bienban.model import record
from bienban.store.database import open_database
from bienban.store.reviews import Decision, decide
from bienban.tabulate import Tables

HOSTILE = """Hội nghị <script>window.hacked = 1</script> "của" xã & thôn &lt;b&gt; <!--
Năm 2022, xã kết nạp 27 "đảng viên"><img src=x onerror="window.hacked=1"> mới; thu ngân sách đạt 12,5 tỷ đồng.
Chữ \u202eđảo ngược của Nghị quyết số 12-NQ/TU
Đồng chí Trần Văn Mộc, Bí thư Đảng ủy xã yêu cầu </textarea></style></a> các chi bộ báo cáo trước ngày 30/9/2023."""


WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[[Path], Page]]:
    """Opens a file; at the end nothing may have been asked of a network, and nothing have gone wrong in the page."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, offline=True)
    said: list[str] = []
    asked: set[str] = set()

    def open_file(file: Path) -> Page:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.add(request.url.partition(":")[0]))
        page.goto(file.as_uri())
        return page

    yield open_file
    context.close()
    assert said == []
    assert asked <= {"file", "data"}


@pytest.fixture(scope="module")
def article_page(corpus_articles: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "article.html"
    (article,) = (path for path in corpus_articles if path.stem == "tinh-uy-tong-ket-nghi-quyet")
    assert main(["report", str(article), "--out", str(file)]) == 0
    return file


@pytest.fixture(scope="module")
def database(corpus_articles: list[Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"sqlite:///{tmp_path_factory.mktemp('database') / 'bienban.db'}"
    assert main(["extract", *map(str, corpus_articles), "--to", address]) == 0
    return address


def visible_target(page: Page) -> str:
    """The id of what the address points at, which must be in sight."""
    target = page.locator(":target")
    assert in_sight(target)
    return target.get_attribute("id") or ""


def in_sight(element: Locator) -> bool:
    box = element.bounding_box()
    return box is not None and 80 <= box["y"] <= 900  # below the legend


def test_an_article_and_its_tables(open_page, article_page: Path, screenshots: Path) -> None:
    page = open_page(article_page)
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.locator("script").count() == 0
    for table in ("tasks", "actions", "directives", "people", "facts"):
        assert page.locator(f".text .mark.{table}").count() > 0
    assert page.evaluate(WIDTH) == 1400
    page.screenshot(path=screenshots / "report-article.png")
    page.emulate_media(media="print")
    page.screenshot(path=screenshots / "report-article-print.png", full_page=True)
    page.set_viewport_size({"width": 480, "height": 900})
    page.emulate_media(media="screen")
    assert page.evaluate(WIDTH) == 480
    page.screenshot(path=screenshots / "report-article-phone.png")


def test_words_lead_to_their_row_and_back(open_page, article_page: Path, screenshots: Path) -> None:
    page = open_page(article_page)
    page.locator(".text .mark.facts a").nth(20).click()
    row = visible_target(page)
    assert row.startswith("r1-facts-")
    page.locator(f"#{row} th a").click()
    assert visible_target(page) == row.replace("r1", "s1", 1)
    assert page.locator(":target").inner_text() == page.locator(f"#{row} td").first.inner_text()
    for table in ("tasks", "actions", "facts"):
        row = page.locator(f".rows.{table} tbody tr").last
        row.locator("a").click()
        assert visible_target(page) == (row.get_attribute("id") or "").replace("r1", "s1", 1)
        assert in_sight(row)
    page.screenshot(path=screenshots / "report-target.png")


def test_every_link_leads_somewhere(open_page, article_page: Path) -> None:
    page = open_page(article_page)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
    assert set(page.evaluate("[...document.links].map(link => link.hash.slice(1))")) <= set(ids)


def test_main_values_are_shown_at_the_words_for_mouse_and_keyboard(open_page, article_page: Path, screenshots) -> None:
    page = open_page(article_page)
    words = page.locator(".text .mark.facts a", has_text="1.486 tỷ đồng").first
    shown = "link => getComputedStyle(link, '::after').content"
    assert words.evaluate(shown) == "none"
    words.hover()
    assert "1.486.000.000.000 VND" in words.evaluate(shown)
    page.screenshot(path=screenshots / "report-values.png")
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    words.focus()
    assert "1.486.000.000.000 VND" in words.evaluate(shown)


@pytest.mark.parametrize("table", ["tasks", "actions", "directives", "people", "facts"])
def test_what_is_not_ticked_loses_colour_and_table(open_page, article_page: Path, table: str) -> None:
    page = open_page(article_page)
    mark = page.locator(f".text .mark.{table}").first
    line = "mark => getComputedStyle(mark).borderBottomWidth"
    assert mark.evaluate(line) != "0px"
    page.get_by_label(page.locator(f"label:has(#show-{table})").inner_text()).uncheck()
    assert mark.evaluate(line) == "0px"
    assert not page.locator(f".rows.{table}").first.is_visible()
    assert page.locator("input:checked").count() == 4


def test_text_of_an_article_stays_text(open_page, tmp_path: Path, screenshots: Path) -> None:
    article = tmp_path / "<b>&amp;.txt"
    article.write_text(HOSTILE, encoding="utf8")
    assert main(["report", str(article), "--out", str(tmp_path / "r.html"), "--lang", "en"]) == 0
    page = open_page(tmp_path / "r.html")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, script, b, textarea").count() == 0
    shown = page.locator(".text p:not(.source)").evaluate_all("lines => lines.map(line => line.textContent)")
    assert shown == [line.strip() for line in HOSTILE.splitlines()]
    assert page.locator(".source").inner_text() == str(article)
    assert page.locator(".rows.facts").count() == 1
    page.screenshot(path=screenshots / "report-hostile.png")


def test_a_whole_run(open_page, database: str, tmp_path: Path, screenshots: Path) -> None:
    assert main(["report", database, "--articles", "3", "--out", str(tmp_path / "r.html")]) == 0
    page = open_page(tmp_path / "r.html")
    assert page.get_by_text("Nguyên văn 3 bài đầu trong số 12 bài").is_visible()
    assert page.locator("article").count() == 3
    plots = page.locator("figure img")
    assert plots.count() > 0
    assert all(plots.evaluate_all("plots => plots.map(plot => plot.complete && plot.naturalWidth > 0)"))
    page.screenshot(path=screenshots / "report-run.png", full_page=True)
    page.emulate_media(media="print")
    page.screenshot(path=screenshots / "report-run-print.png", full_page=True)
    page.emulate_media(media="screen")
    page.locator(".contents a").last.click()
    assert visible_target(page) == "article-3"


def test_the_overview_counts_what_the_database_holds(address: str, tables: Tables, tmp_path: Path) -> None:
    with open_database(address, create=True) as store:
        store.write(tables)
    assert main(["report", address, "--articles", "0", "--lang", "en", "--out", str(tmp_path / "r.html")]) == 0
    page = (tmp_path / "r.html").read_text("utf8")
    for seen in ("Trần Văn Mộc", "Chỉ thị 12-CT/TU", "2023-09", "task.item", "first 0 of 1 articles"):
        assert seen in page


def test_articles_that_could_not_be_read_are_counted_by_reason(address: str, report: str, tmp_path: Path) -> None:
    for name, text in (("a.txt", report), ("b.txt", ""), ("c.txt", "")):
        (tmp_path / name).write_text(text, encoding="utf8")
    assert main(["extract", str(tmp_path), "--to", address]) == 3
    assert main(["report", address, "--out", str(tmp_path / "r.html")]) == 0
    page = (tmp_path / "r.html").read_text("utf8")
    rejects = page[page.index("Bài bị loại") :].partition("</table>")[0]
    assert "<td>empty</td>" in rejects
    assert f"<td>{tmp_path / 'b.txt'}</td>" in rejects
    assert "</span>2</td>" in rejects


def test_a_row_that_a_reviewer_rejected_is_not_reported(address: str, tables: Tables, tmp_path: Path) -> None:
    (fact,) = (row for row in tables["facts"] if row.text == "12,5 tỷ đồng")
    with open_database(address, create=True) as store:
        store.write(tables)
        place = (fact.doc_id, "facts", fact.fact_id, fact.start, fact.end)
        decide(store, Decision(*place, verdict="reject", before=record(fact), after=None, reviewer="Lan"))
    assert main(["report", address, "--out", str(tmp_path / "r.html")]) == 0
    page = (tmp_path / "r.html").read_text("utf8")
    assert "12,5 tỷ đồng" in page
    assert f'id="r1-facts-{fact.fact_id}"' not in page
    assert page.count('id="r1-facts-') == len(tables["facts"]) - 1


def test_a_database_without_articles(address: str, tmp_path: Path) -> None:
    open_database(address, create=True).close()
    assert main(["report", address, "--out", str(tmp_path / "r.html")]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.txt"], "none.txt: no such file"),
        (["sqlite:///none.db"], "sqlite:///none.db: no such file"),
        (["{article}", "--articles", "5"], "--articles is of a database"),
        (["{article}", "--out", "{folder}"], "{folder}: Is a directory"),
    ],
)
def test_what_cannot_be_reported_leaves_the_page_there_was(
    arguments: list[str], message: str, report: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"article": str(tmp_path / "a.txt"), "folder": str(tmp_path)}
    (tmp_path / "a.txt").write_text(report, encoding="utf8")
    (tmp_path / "r.html").write_text("before", encoding="utf8")
    options = [] if "--out" in arguments else ["--out", str(tmp_path / "r.html")]
    assert main(["report", *(argument.format(**places) for argument in arguments), *options]) == 1
    assert message.format(**places) in capsys.readouterr().err
    assert {path.name: path.read_text("utf8") for path in tmp_path.iterdir()} == {"a.txt": report, "r.html": "before"}
