"""People over a whole article: who is the same person, what a title means, what no text may break."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from bienban.find.people import find_people
from bienban.find.people.anchors import may_name
from bienban.find.people.appointments import appointments
from bienban.find.people.items import NAME, find_items
from bienban.find.people.mentions import assemble
from bienban.find.people.phrases import NO_NAMES, Token, tokenize
from bienban.find.people.roles import roles_of
from bienban.link.people import author_of, gather
from bienban.model import PersonMention
from bienban.read.article import Article
from bienban.segment.reading import Reading

ARTICLE = """Hội nghị sơ kết công tác cuối năm
Sáng 5/3, Chủ tịch UBND tỉnh Lưu Bá Thuận chủ trì hội nghị. \
Dự hội nghị có bà Trần Thị Ngọc Hiền, Giám đốc Sở Y tế; ông Lê Tiến Thành, Giám đốc Sở Tài chính.
Báo cáo tại hội nghị, bà Hiền cho biết dịch bệnh đã được khống chế. Theo ông Thành, nguồn thu còn khó khăn.
Kết luận hội nghị, đồng chí LƯU BÁ THUẬN yêu cầu các ngành vào cuộc.
Hải Yến (Văn phòng UBND tỉnh)"""


def people(text: str) -> list[PersonMention]:
    return find_people(Reading(Article(text)))


def test_short_forms_and_capitals_mean_the_person() -> None:
    rows = people(ARTICLE)
    assert [(row.text, row.name) for row in rows if row.text != row.name] == [
        ("Hiền", "Trần Thị Ngọc Hiền"),
        ("Thành", "Lê Tiến Thành"),
        ("LƯU BÁ THUẬN", "Lưu Bá Thuận"),
    ]
    assert len({row.person_id for row in rows}) == 4
    assert [row.role for row in rows] == ["chair", "attendee", "attendee", "speaker", "speaker", "speaker", "author"]


def test_a_short_form_that_two_fit_stands_for_itself() -> None:
    rows = people("Ông Lê Văn Sơn và ông Đỗ Hồng Sơn dự họp. Ông Sơn phát biểu.")
    assert rows[-1].name == "Sơn"
    assert rows[-1].person_id not in {row.person_id for row in rows[:-1]}


def test_an_author_is_nobody_of_the_text() -> None:
    rows = people("Tin vắn\nÔng Nguyễn Hải Yến phát biểu.\nHải Yến")
    assert [row.name for row in rows] == ["Nguyễn Hải Yến", "Hải Yến"]


def test_persons_gather_their_posts() -> None:
    persons = gather(people("Ông Lê Tú, Phó Bí thư Huyện ủy dự. Chủ tịch UBND huyện Lê Tú phát biểu."))
    assert [(person.name, person.positions, person.n_mentions) for person in persons] == [
        ("Lê Tú", ["Phó Bí thư Huyện ủy", "Chủ tịch UBND huyện"], 2)
    ]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("LÊ MAI (Ban Tổ chức Tỉnh ủy)", ("Lê Mai", "Ban Tổ chức Tỉnh ủy")),
        ("Tin, ảnh: Hoài Nam - Thu Trang", ("Hoài Nam, Thu Trang", None)),
        ("Phúc Hưng (TTXVN)", ("Phúc Hưng", "TTXVN")),
        ("Kim Tân (Theo Dân Trí)", ("Kim Tân", None)),
        ("TTXVN", (None, None)),
    ],
)
def test_author_of(byline: str, expected: tuple[str | None, str | None]) -> None:
    text = f"Tin vắn\nHội nghị kết thúc tốt đẹp. Ảnh: Quang Vũ\n{byline}"
    assert author_of(text, people(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "Chủ tịch",
        "đồng chí",
        "Ảnh:",
        "Ông",
        "các đồng chí:",
        "\ud800 Ông Lê Tú",
        "Ông Nguyễn " * 50,
        ")" * 99,
        "Phó " * 300,
    ],
)
def test_never_raises(text: str) -> None:
    for row in people(text):
        assert text[row.start : row.end] == row.text


def test_mentions_stay_in_order_and_apart_in_any_text() -> None:
    pieces = (
        "Ông |Chủ tịch |UBND tỉnh |Lê Văn Tú|, |; |và |các đồng chí: |- |Ảnh: |phát biểu|. |\n|H'Mai |“|Nguyễn |(|)"
    )
    choose = random.Random(7)
    for _ in range(300):
        text = "".join(choose.choices(pieces.split("|"), k=40))
        rows = people(text)
        assert all(text[row.start : row.end] == row.text for row in rows)
        assert all(before.end <= after.start for before, after in pairwise(rows))


@pytest.mark.parametrize("piece", ["Ông Lê Văn Tú, Phó Chủ tịch UBND tỉnh, ", "Nguyễn ", "Phó Giám đốc Sở Y tế và "])
def test_long_repetitions_are_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(text[row.start : row.end] == row.text for row in people(text))


class Counted(list[Token]):
    """Words that know how often they were looked at."""

    looks = 0

    def __getitem__(self, at):
        self.looks += len(range(len(self))[at]) if isinstance(at, slice) else 1
        return super().__getitem__(at)


@pytest.mark.parametrize("between_names", [" ", ", ", "; ", " và ", " - "])
def test_looking_at_a_list_of_names_grows_with_its_length_alone(between_names: str) -> None:
    looks = []
    for count in (100, 400):
        names = "Ông Vũ Nam mời: " + between_names.join(["Trần Văn Mộc", "Lê Thị Hoa Ngô Đức An"] * count)
        tokens = Counted(tokenize(names, names.lower(), 0, len(names)))
        mentions = assemble(tokens, find_items(tokens, NO_NAMES, set()))
        roles_of(tokens, mentions)
        appointments(tokens, mentions)
        looks.append(tokens.looks)
    assert looks[1] <= 5 * looks[0]


def test_no_name_stands_where_none_is_looked_for(corpus_articles: list[Path]) -> None:
    for path in corpus_articles:
        reading = Reading(Article(path.read_text("utf8")))
        for sentence in set(reading.sentences) - set(may_name(reading)):
            tokens = tokenize(reading.norm, reading.low, sentence.start, sentence.end)
            assert all(item.kind != NAME for item in find_items(tokens, NO_NAMES, set()))
