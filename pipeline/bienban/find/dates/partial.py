"""What a date of the text says, and no more: a year, a month of it, a day of it, or a day whose year is not given."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from typing import NamedTuple


class PartialDate(NamedTuple):
    """A date with the parts that the text gives; all None is "the year that we are in"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """`2019`, `2019-08` or `2019-08-15`; None when the year, or the month of a day, is missing."""
        if self.year is None or (self.day and not self.month):
            return None
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])

    def in_year(self, year: int | None) -> PartialDate:
        """The same date, of the given year where the text gives none."""
        return self if self.year is not None else self._replace(year=year)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or period at `norm[start:end]`, which covers its own words ("ngày", "từ … đến", "hết") but not "trước".

    `since` and `until` are its first and last day, month or year, None on an open side. `kind` is what is written:
    `day`, `month`, `quarter`, `months` ("6 tháng đầu năm"), `year`, `range`, `relative` ("năm nay", "trong tháng")
    or `time` (of day).
    """

    start: int
    end: int
    kind: str
    since: PartialDate | None = None
    until: PartialDate | None = None

    @property
    def first(self) -> str | None:
        """`since` as a partial ISO date, None where the text is silent."""
        return self.since.iso if self.since else None

    @property
    def last(self) -> str | None:
        """`until` as a partial ISO date, None where the text is silent."""
        return self.until.iso if self.until else None

    def in_year(self, year: int | None) -> DateMention:
        """The same mention, its dates without a year put into the given one (see `reference_year`)."""
        return replace(
            self, since=self.since and self.since.in_year(year), until=self.until and self.until.in_year(year)
        )


def last_day(iso: str) -> str:
    """The last day of a partial ISO date: `2019` -> `2019-12-31`, `2024-02` -> `2024-02-29`."""
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    month = month or 12
    return f"{year:04}-{month:02}-{day or monthrange(year, month)[1]:02}"
