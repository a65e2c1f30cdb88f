"""Tasks over a whole article: who speaks, lists, inheritance, actions, and what no text may break."""

from __future__ import annotations

import random

import pytest

from bienban.find.directives import find_directives
from bienban.find.people import find_people
from bienban.find.tasks import find_tasks
from bienban.model import Action, Task
from bienban.read.article import Article
from bienban.segment.reading import Reading

ARTICLE = """Hội nghị tổng kết công tác thủy lợi
Sáng 12/3/2024, UBND tỉnh tổ chức hội nghị tổng kết. Bí thư Tỉnh ủy Lương Minh Đức dự hội nghị.
Năm qua, toàn tỉnh đã nạo vét 45 km kênh mương. Các huyện đã huy động 12.000 ngày công.
Phát biểu kết luận, Bí thư Tỉnh ủy Lương Minh Đức yêu cầu các huyện tiếp tục thực hiện Chỉ thị số 14-CT/TU.
Thứ nhất, rà soát hồ chứa xuống cấp; khẩn trương sửa chữa trước ngày 30/6/2024.
Thứ hai, phối hợp với Công ty Thủy nông vận hành trạm bơm. Thường xuyên nạo vét kênh.
Bí thư Tỉnh ủy Lương Minh Đức phát biểu kết luận hội nghị.
Bí thư Tỉnh ủy cũng giao Sở Tài chính cân đối nguồn vốn.
Hải Yến"""


def rows(text: str) -> tuple[list[Task], list[Action]]:
    article = Article(text)
    directives = find_directives(Reading(article))
    people = find_people(Reading(article, {"directives": directives}))
    found = find_tasks(Reading(article, {"directives": directives, "people": people}))
    return [row for row in found if isinstance(row, Task)], [row for row in found if isinstance(row, Action)]


def test_items_inherit_from_the_sentence_that_opens_their_list() -> None:
    opening, first, second, last = rows(ARTICLE)[0]
    assert (first.label, first.ordinal, second.ordinal, last.label) == ("Thứ nhất", 1, 2, None)
    for item in (first, second):
        assert (item.parent, item.assigner, item.cue) == (opening.task_id, "Lương Minh Đức", "yêu cầu")
        assert item.assignees == ["các huyện"]
        assert item.directives == ["Chỉ thị 14-CT/TU"]
    assert (first.deadline_text, first.deadline) == ("trước ngày 30/6/2024", "2024-06-30")
    assert (second.coordinators, second.recurrence) == (["Công ty Thủy nông"], "thường xuyên")
    assert (last.assigner, last.assignees, last.parent) == ("Lương Minh Đức", ["Sở Tài chính"], None)


def test_actions_belong_to_their_task_and_are_numbered_within_it() -> None:
    tasks, actions = rows(ARTICLE)
    assert {action.task_id for action in actions} == {task.task_id for task in tasks}
    assert [(a.action_no, a.text) for a in actions if a.task_id == tasks[1].task_id] == [
        (0, "rà soát hồ chứa xuống cấp"),
        (1, "khẩn trương sửa chữa trước ngày 30/6/2024"),
    ]


DEMAND = "Chủ tịch UBND tỉnh Lê Văn Thành yêu cầu các xã "


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        # a verb with an object of its own begins a new thing to do
        ("mở lớp tập huấn, cấp phát giống lúa", [("mở", "mở lớp tập huấn"), ("cấp phát", "cấp phát giống lúa")]),
        ("rà soát hộ nghèo; hỗ trợ con giống", [("rà soát", "rà soát hộ nghèo"), ("hỗ trợ", "hỗ trợ con giống")]),
        (
            "quản lý tốt đất đai, đồng thời xử lý lấn chiếm",
            [("quản lý", "quản lý tốt đất đai"), ("xử lý", "xử lý lấn chiếm")],
        ),
        # verbs that share one object do not, nor those under a noun or a purpose
        ("xây dựng, củng cố tổ hòa giải", [("xây dựng", "xây dựng, củng cố tổ hòa giải")]),
        ("tập trung lãnh đạo, chỉ đạo thu ngân sách", [("tập trung", "tập trung lãnh đạo, chỉ đạo thu ngân sách")]),
        ("làm tốt công tác vận động, hòa giải ở cơ sở", [("làm tốt", "làm tốt công tác vận động, hòa giải ở cơ sở")]),
        ("chuẩn bị đại hội, bảo đảm tiến độ", [("chuẩn bị", "chuẩn bị đại hội, bảo đảm tiến độ")]),
        (
            "chăm sóc các loại cây như ngô, trồng xen đậu",
            [("chăm sóc", "chăm sóc các loại cây như ngô, trồng xen đậu")],
        ),
        ("làm rõ lỗi của cá nhân, tổ chức liên quan", [("làm rõ", "làm rõ lỗi của cá nhân, tổ chức liên quan")]),
        ("phòng, chống dịch tả lợn", [("phòng", "phòng, chống dịch tả lợn")]),
        # adverbs are no part of the verb, a negation is
        ("tiếp tục kịp thời hướng dẫn người dân", [("hướng dẫn", "tiếp tục kịp thời hướng dẫn người dân")]),
        ("tuyệt đối không để cháy rừng", [("không để", "tuyệt đối không để cháy rừng")]),
    ],
)
def test_actions(clause: str, expected: list[tuple[str, str]]) -> None:
    assert [(action.verb, action.text) for action in rows(f"{DEMAND}{clause}.")[1]] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "yêu cầu",
        "phải, phải, cần",
        "Thủ tướng yêu cầu",
        "“",
        "- ",
        "Thứ nhất, Thứ hai,",
        "\ud800 yêu cầu \udfff",
    ],
)
def test_no_text_is_too_odd(text: str) -> None:
    assert find_tasks(Reading(Article(text))) == []


def test_words_in_any_order_raise_nothing_and_keep_their_places() -> None:
    chance = random.Random(7)
    words = [*ARTICLE.split(), *"yêu cầu giao các xã cần phải , ; : . “ ” ( ) - (1) 1. đồng thời và \n".split(" ")]
    for _ in range(300):
        text = " ".join(chance.choice(words) for _ in range(chance.randint(1, 80)))
        for row in find_tasks(Reading(Article(text))):
            assert row.text == text[row.start : row.end] != ""


@pytest.mark.parametrize("mark", [";", ","])
def test_a_sentence_that_does_not_end_is_read_to_its_end(mark: str) -> None:
    asked = [f"rà soát hộ nghèo ở thôn số {number}" for number in range(1000)]
    tasks, actions = rows(f"Hội nghị tổng kết\n{DEMAND}{f'{mark} '.join(asked)}.")
    assert [task.assigner for task in tasks] == ["Lê Văn Thành"]
    assert [action.text for action in actions] == asked


@pytest.mark.parametrize(
    "unit", ["Các xã cần rà soát, ", "yêu cầu các xã họp; ", f"{DEMAND}họp.\n", "- Rà soát\n", "0123 ,."]
)
def test_long_repetitions_are_read(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    assert all(row.text == text[row.start : row.end] for row in find_tasks(Reading(Article(text))))
