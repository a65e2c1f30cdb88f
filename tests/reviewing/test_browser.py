"""The widget in a real browser: what a reviewer does by mouse and by keyboard stands in the database."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from lab import jupyterlab
from playwright.sync_api import Browser, Locator, expect
from spacy.language import Language

import bienban
from bienban.reviewing.article import ReviewedArticle
from bienban.store.database import open_database

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "02_review.ipynb"
KERNEL_IDLE = "globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
SLOW = 60_000  # milliseconds: only a machine that does not answer at all takes so long

HOSTILE = (
    "😀 Xã <script>window.hacked = 1</script> <img src=x onerror=\"window.hacked = 1\"> & &amp; &lt;b&gt; 'họp'.\n"
    "Toàn xã có 27 đảng viên và 😀 412 hộ <b>nghèo</b>."
)


class Reviewing:
    """The widget of a notebook, and the database behind it."""

    def __init__(self, widget: Locator, database: Path, shots: Callable[[str], Path]) -> None:
        self.widget = widget
        self.page = widget.page
        self._database = database
        self._shots = shots

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self._database)) as connection:
            return connection.execute(sql).fetchall()

    def facts(self) -> dict[str, tuple[Any, ...]]:
        """The facts after review: value and object by words."""
        return {text: rest for text, *rest in self.query("SELECT text, value, object FROM v_facts")}

    def decided(self, verdicts: list[str]) -> None:
        """Waits until the widget shows so many decisions; those that stand are these, in their order."""
        expect(self.widget.locator(".bb-count")).to_have_text(re.compile(f"^{len(verdicts)}/"), timeout=SLOW)
        found = self.query("SELECT verdict FROM v_reviews WHERE state = 'stands' ORDER BY review_id")
        assert [verdict for (verdict,) in found] == verdicts

    def words(self, words: str) -> Locator:
        """The piece of the article with these words."""
        return self.widget.locator(".bb-text span").get_by_text(words, exact=True)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def drag(self, words: str) -> None:
        """Selects words of the article with the mouse."""
        box = self.widget.locator(".bb-text").evaluate(
            """(text, words) => {
                const piece = [...text.children].find((child) => child.textContent.includes(words));
                piece.scrollIntoView({ block: "center" });
                const range = document.createRange();
                const at = piece.textContent.indexOf(words);
                range.setStart(piece.firstChild, at);
                range.setEnd(piece.firstChild, at + words.length);
                const { left, right, top, bottom } = range.getBoundingClientRect();
                return [left, right, (top + bottom) / 2];
            }""",
            words,
        )
        left, right, middle = box
        self.page.mouse.move(left + 1, middle)
        self.page.mouse.down()
        self.page.mouse.move(right - 1, middle, steps=4)
        self.page.mouse.up()

    def another_reviewer(self, name: str, verdict: str) -> None:
        """Somebody else decides about the fact that stands last, at the same time."""
        with open_database(f"sqlite:///{self._database}", create=True) as database:
            article = ReviewedArticle(database, self.query("SELECT doc_id FROM documents")[0][0])
            article.judge("facts", article.standing("facts")[-1].place, verdict, {}, name)

    def measured(self, what: str) -> float:
        """Milliseconds from what was asked last until the widget had shown the answer."""
        script = "name => performance.getEntriesByName(`bienban-${name}`).at(-1).duration"
        return float(self.page.evaluate(script, what))

    def shoot(self, name: str) -> None:
        self.widget.screenshot(path=self._shots(name))


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("lab")
    with jupyterlab(folder) as address:
        yield folder, address


@pytest.fixture
def reviewing(
    lab: tuple[Path, str], browser: Browser, nlp: Language, screenshots: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Reviewing]]:
    """Opens a copy of the notebook on a database of these texts, and runs it."""
    folder, address = lab
    name = request.node.name.removeprefix("test_")
    page = browser.new_page(viewport={"width": 1500, "height": 1050})
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))

    def start(*texts: str, statement: str = "") -> Reviewing:
        (folder / name / "notebooks").mkdir(parents=True)
        shutil.copy(NOTEBOOK, folder / name / "notebooks")
        file = folder / name / "bienban.db"
        with open_database(f"sqlite:///{file}", create=True) as database:
            for text in texts:
                database.write(bienban.tables_of(nlp(text)))
            with database.transaction() as connection:
                connection.exec_driver_sql(statement)
        page.goto(address.format(f"{name}/notebooks/{NOTEBOOK.name}"))
        page.wait_for_function(KERNEL_IDLE, timeout=SLOW)
        page.evaluate("void jupyterapp.commands.execute('notebook:run-all-cells')")
        widget = page.locator(".bb")
        expect(widget.locator(".bb-card").first).to_be_visible(timeout=SLOW)
        widget.scroll_into_view_if_needed()
        return Reviewing(widget, file, lambda shot: screenshots / f"review-{name}-{shot}.png")

    yield start
    page.close()
    assert not broken


def test_mouse(reviewing: Callable[..., Reviewing], report: str) -> None:
    here = reviewing(report)
    widget = here.widget
    button = lambda name: widget.get_by_role("button", name=name, exact=True)  # noqa: E731
    before = here.facts()
    here.shoot("1-open")

    here.words("27").click()
    button("Đúng").click()
    here.decided(["accept"])
    assert here.facts() == before
    here.shoot("2-accepted")

    here.words("412").click()
    button("Sai, bỏ").click()
    here.decided(["accept", "reject"])
    assert here.facts().keys() == before.keys() - {"412"}
    here.shoot("3-rejected")

    here.words("12,5 tỷ đồng").click()
    widget.locator('[name="value"]').fill("13000000000.5")
    widget.locator('[name="kind"]').select_option("other")
    widget.locator('[name="period_end"]').fill("2023-02-30")
    button("Lưu").click()
    expect(widget.locator(".bb-status")).to_contain_text("đến phải là ngày", timeout=SLOW)
    here.shoot("4-refused")
    widget.locator('[name="period_end"]').fill("2023-02")
    button("Lưu").click()
    here.decided(["accept", "reject", "edit"])
    assert here.facts()["12,5 tỷ đồng"][0] == 13000000000.5
    assert here.query("SELECT kind, period_end FROM v_facts WHERE text = '12,5 tỷ đồng'") == [("other", "2023-02")]
    here.shoot("5-edited")

    here.words("12,5 tỷ đồng").click()
    here.drag("thu ngân sách")
    here.shoot("6-selected")
    button("Đổi đoạn chữ").click()
    expect(here.words("thu ngân sách")).to_have_class("bb-in-facts bb-on", timeout=SLOW)
    here.decided(["accept", "reject", "edit"])
    assert here.facts()["thu ngân sách"][0] == 13000000000.5
    here.shoot("7-moved")

    widget.get_by_role("tab", name="Người").click()
    here.drag("Đài Truyền thanh")
    button("+ Thêm").click()
    widget.locator('.bb-draft [name="positions"]').fill("Đài trưởng\nPhát thanh viên")
    here.shoot("8-adding")
    button("Lưu").click()
    here.decided(["accept", "reject", "edit", "add"])
    assert here.query("SELECT positions, name_folded FROM v_people WHERE name = 'Đài Truyền thanh'") == [
        ('["Đài trưởng","Phát thanh viên"]', "dai truyen thanh")
    ]
    here.shoot("9-added")

    button("Hoàn tác").click()
    here.decided(["accept", "reject", "edit"])
    assert not here.query("SELECT * FROM v_people WHERE name = 'Đài Truyền thanh'")
    here.shoot("10-undone")
    button("Hoàn tác").click()
    expect(here.words("12,5 tỷ đồng")).to_be_visible(timeout=SLOW)
    for left in (["accept", "reject"], ["accept"], []):
        button("Hoàn tác").click()
        here.decided(left)
    assert here.facts() == before

    widget.get_by_role("tab", name="Nhiệm vụ").click()
    assert widget.locator('.bb-open [name="assignees"]').input_value() == "các chi bộ"
    for number in range(3):
        button("Đúng").click()
        here.decided(["accept"] * (number + 1))
    expect(widget.get_by_role("tab", name="Việc làm")).to_have_attribute("aria-selected", "true")
    assert here.query("SELECT * FROM corrected_tasks EXCEPT SELECT * FROM tasks") == []

    button("English").click()
    expect(button("Accept")).to_be_visible()
    here.shoot("11-english")


def test_keyboard(reviewing: Callable[..., Reviewing], report: str) -> None:
    here = reviewing(report, report.replace("412", "415"))
    widget = here.widget
    before = here.facts()
    widget.locator(".bb-articles").select_option(index=0)
    widget.locator(".bb-order").select_option("inOrder")
    widget.focus()
    opened = widget.locator(".bb-open b")
    expect(opened).to_have_text("3 năm", timeout=SLOW)

    here.press("j", "k", "a")
    here.decided(["accept"])
    expect(opened).to_have_text("3 năm")  # the next one: the title says it too
    here.press("j", "r")
    here.decided(["accept", "reject"])
    here.shoot("1-rejected")

    here.press("e")
    here.page.keyboard.type("500")
    here.press("Escape", "e")  # what was typed is forgotten
    here.page.keyboard.type("600.5")
    here.press("Tab", "Tab")
    here.page.keyboard.type("h")  # "hơn", in the list of comparators
    here.shoot("2-editing")
    here.press("Enter")
    here.decided(["accept", "reject", "edit"])
    assert here.query("SELECT value, comparator FROM v_facts WHERE value = 600.5") == [(600.5, "gt")]

    here.press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft", "Alt+Shift+ArrowLeft")
    here.shoot("3-selected")
    here.press("s")
    expect(opened).to_have_text("lên 412 đảng", timeout=SLOW)
    here.decided(["accept", "reject", "edit"])
    assert here.query("SELECT value FROM v_facts WHERE text = 'lên 412 đảng'") == [(600.5,)]
    here.shoot("4-moved")

    here.press("2", "ArrowDown", "ArrowRight", "ArrowLeft", "Shift+ArrowRight", "i")
    expect(widget.locator(".bb-draft")).to_be_visible(timeout=SLOW)
    here.shoot("5-adding")
    here.press("Enter")
    here.decided(["accept", "reject", "edit", "add"])
    ((added,),) = here.query("SELECT text FROM corrected_people WHERE rule = 'review.added'")
    assert len(added.split()) == 2
    here.shoot("6-added")

    here.press("u")
    here.decided(["accept", "reject", "edit"])
    here.press("n")
    expect(widget.locator(".bb-count")).to_have_text(re.compile("^0/"), timeout=SLOW)
    here.press("?")
    here.shoot("7-help")
    here.press("?", "u")  # of the other article, which opens again
    here.decided(["accept", "reject", "edit"])
    assert here.query("SELECT text, value FROM v_facts WHERE value = 600.5") == [("412", 600.5)]
    for left in (["accept", "reject"], ["accept"], []):
        here.press("u")
        here.decided(left)
    assert here.facts() == before
    here.shoot("8-undone")


def test_hostile(reviewing: Callable[..., Reviewing]) -> None:
    here = reviewing(HOSTILE, statement="UPDATE facts SET object = ' hộ\n \"nghèo\"' WHERE text = '412'")
    widget = here.widget
    assert widget.locator(".bb-text").text_content() == HOSTILE
    here.words("27").click()
    widget.locator('[name="object"]').fill("<img src=x onerror='window.hacked = 1'> & &amp;")
    widget.get_by_role("button", name="Lưu").click()
    here.decided(["edit"])
    here.words("412").click()
    expect(widget.locator(".bb-open b")).to_have_text("412")
    here.another_reviewer("An", "reject")
    widget.get_by_role("button", name="Đúng").click()
    here.decided(["edit", "accept"])
    expect(widget.locator(".bb-others")).to_have_text("ý kiến khác: An ✗")
    assert [text for (text,) in here.query("SELECT text FROM v_facts ORDER BY start")] == ["27", "412"]
    assert here.facts()["412"][1] == ' hộ\n "nghèo"'
    assert here.facts()["27"][1] == "<img src=x onerror='window.hacked = 1'> & &amp;"
    expect(widget.locator(".bb-summary", has_text="<img src=x onerror='window.hacked = 1'> & &amp;")).to_be_visible()
    assert widget.locator("script, img, b b, i").count() == 0
    assert here.page.evaluate("window.hacked") is None
    here.shoot("text")


def test_many_rows(reviewing: Callable[..., Reviewing], report: str) -> None:
    """60,000 characters with 800 rows and more; how long it takes is told, not judged."""
    counted = "Các xã có {} hộ nghèo, {} hộ cận nghèo, {} trạm y tế, {} trường học, {} nhà văn hóa, {} hợp tác xã.\n"
    filler = "Đại biểu trao đổi thẳng thắn, cởi mở về những việc đã làm được và chưa làm được. " * 3
    text = "\n".join(report + counted.format(*range(number, number + 6)) + filler for number in range(10, 80))
    here = reviewing(text)
    here.widget.focus()
    here.press("a")
    here.decided(["accept"])
    shown = {name: here.measured(name) for name in ("article", "row")}
    rows = (here.widget.locator(".bb-count").text_content() or "").partition("/")[2].split()[0]
    print(f"{len(text):,} characters, {rows} rows: {shown['article']:.0f} ms to open, {shown['row']:.0f} ms to decide")
    assert len(text) > 60_000
    assert int(rows) > 800
    here.shoot("open")
