"""Which amounts belong together over time, and what is drawn of them."""

from __future__ import annotations

import re
from base64 import b64decode

from bienban.report.labels import Labels
from bienban.report.plots import plots
from bienban.report.rows import Amount


def amount(of: str, unit: str, value: float, start: str | None, end: str | None, doc_id: str = "a") -> Amount:
    return Amount(of, unit, value, start, end, doc_id)


def drawn(image: str) -> str:
    return b64decode(image.partition(",")[2]).decode()


def test_an_indicator_is_object_and_unit_at_two_times_at_least() -> None:
    found = plots(
        [
            amount("Tỷ lệ hộ nghèo", "%", 6.9, "2023", "2023"),
            amount("tỷ lệ hộ nghèo", "%", 9.6, "2022", "2022", "b"),
            amount("Thu ngân sách", "VND", 4.62e10, "2024-01", "2024-08"),
            amount("thu ngân sách", "VND", 1.185e13, "2024", "2024", "b"),
            amount("thu ngân sách", "VND", 5e10, None, "2025-03-31", "c"),
            amount("Thu ngân sách", "%", 71, "2024-01", "2024-08"),
            amount("sản lượng", "tấn", 86_500, "2022", "2022"),
            amount("Sản lượng", "tấn", 90_000, "2022-01", "2022-12", "b"),
        ],
        Labels("vi"),
    )
    assert [(plot.object, plot.unit) for plot in found] == [("Thu ngân sách", "nghìn tỷ VND"), ("Tỷ lệ hộ nghèo", "%")]


def test_years_stand_below_and_amounts_beside_in_the_readers_notation() -> None:
    series = [amount("Chiều cao $x$", "m", 1.25 + year / 4, str(2020 + year), str(2020 + year)) for year in range(3)]
    (plot,) = plots(series, Labels("vi"))
    labels = re.findall(r">([^<>\s]+)</text>", drawn(plot.image))
    assert labels[:3] == ["2020", "2021", "2022"]
    assert "1,5" in " ".join(labels[3:])


def test_a_plot_is_the_same_every_time() -> None:
    series = [amount("GRDP", "%", 5.87, None, "2023"), amount("GRDP", "%", 8.6, "2024", None)]
    assert plots(series, Labels("en")) == plots(series, Labels("en"))
