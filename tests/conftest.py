from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

import bienban

pytest_plugins = ["browser", "databases"]

CORPUS = Path(__file__).parents[1] / "corpus"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline as the command runs it: without the table of words."""
    return bienban.load(disable=["bienban_words"])


@pytest.fixture(scope="session")
def nlp_with_words() -> Language:
    return bienban.load()


@pytest.fixture(scope="session")
def corpus_articles() -> list[Path]:
    """The files of the corpus, in order."""
    return sorted((CORPUS / "articles").glob("*.txt"))


REPORT = """Đảng ủy xã An Khê sơ kết 3 năm thực hiện Chỉ thị số 12-CT/TU
Sáng 12/6/2023, Đảng ủy xã An Khê tổ chức hội nghị sơ kết 3 năm thực hiện Chỉ thị số 12-CT/TU của Tỉnh ủy.
Năm 2022, toàn xã kết nạp 27 đảng viên mới, nâng tổng số lên 412 đảng viên; thu ngân sách đạt 12,5 tỷ đồng.
Phát biểu kết luận, đồng chí Trần Văn Mộc, Bí thư Đảng ủy xã yêu cầu các chi bộ tiếp tục quán triệt Chỉ thị số 12-CT/TU.
Thứ nhất, tăng cường kiểm tra, giám sát. Hằng quý, báo cáo kết quả về Đảng ủy.
Thứ hai, hoàn thành hồ sơ trước ngày 30/9/2023.
Lê Thị Hoa (Đài Truyền thanh xã)"""


@pytest.fixture(scope="session")
def report() -> str:
    """A small report that has something for every table."""
    return REPORT
