"""Citations of one document, whatever they leave out, have one id; what fits two documents is left as it stands."""

from __future__ import annotations

from bienban.link.directives import Citation, register, resolve
from bienban.model import DirectiveMention
from bienban.segment.reading import Span


def cite(
    number: str | None = None, *, name: str | None = None, doc_type: str = "Nghị quyết", sent_no: int = 0
) -> Citation:
    return Citation(0, 1, sent_no, doc_type, "test", number=number, name=name)


def ids(*citations: Citation) -> list[str]:
    return [citation.directive_id for citation in resolve(citations, "")]


def test_a_short_number_takes_the_one_that_it_begins() -> None:
    assert ids(cite("18"), cite("18-NQ/TW"), cite("018")) == ["Nghị quyết 18-NQ/TW"] * 3
    assert ids(cite("67/2014"), cite("67/2014/NĐ-CP"), cite("67")) == ["Nghị quyết 67/2014/NĐ-CP"] * 3
    assert ids(cite("33-CT/TƯ"), cite("33 CT/TW"), cite("33-CT/T.Ư")) == ["Nghị quyết 33-CT/TƯ"] * 3


def test_a_number_that_two_begin_with_stays_short() -> None:
    assert ids(cite("35/2021/QH15"), cite("35/NQ-CP"), cite("35"))[2] == "Nghị quyết 35"
    assert ids(cite("18"), cite("18-CT/TW", doc_type="Chỉ thị"))[0] == "Nghị quyết 18"


def test_a_law_is_another_one_with_a_longer_name() -> None:
    laws = ("Luật Đầu tư", "Luật Đầu tư công", "Luật Đầu tư 2020")
    assert ids(*(cite(name=law, doc_type="Luật") for law in laws)) == [laws[2], laws[1], laws[2]]


def test_a_pointer_takes_the_nearest_sentence_that_names_one() -> None:
    first, second, pointer = cite("1-NQ/TW"), cite("2-NQ/TW", sent_no=3), cite(sent_no=4)
    assert ids(first, second, pointer)[2] == "Nghị quyết 2-NQ/TW"
    assert ids(first, second, cite(sent_no=9)) == ["Nghị quyết 1-NQ/TW", "Nghị quyết 2-NQ/TW"]
    assert ids(cite(), first) == ["Nghị quyết 1-NQ/TW"]


def test_an_issuer_said_in_the_text_holds_for_all_citations() -> None:
    said = Citation(5, 6, 1, "Nghị quyết", "test", number="18-NQ/TU", issuer=Span(2, 3))
    coded = Citation(0, 1, 0, "Nghị quyết", "test", number="18-NQ/TU", issuer="Tỉnh ủy")
    assert [citation.issuer for citation in resolve([coded, said], "")] == [Span(2, 3)] * 2


def test_the_register_has_the_first_value_of_each_column() -> None:
    rows = [
        DirectiveMention("a", f"d{n}", 0, 0, 1, "x", "Chỉ thị", "5-CT/TW", None, date, None, "Chỉ thị 5-CT/TW", "test")
        for n, date in enumerate((None, "2016-05-15", "2017"))
    ]
    (document,) = register(rows)
    assert (document.issued_on, document.subject, document.n_mentions) == ("2016-05-15", None, 3)
