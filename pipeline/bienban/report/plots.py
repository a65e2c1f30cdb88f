"""Amounts over time as plots. Needs the extra `report`."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import cycle
from math import ceil, floor
from typing import NamedTuple

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from bienban.read.normal import canonical
from bienban.report.labels import Labels
from bienban.report.rows import Amount

_PLOTS = 12
_MANY = 500  # amounts of which a drawing is larger than a picture
_COLOURS = "#0072B2 #D55E00 #009E73 #CC79A7 #E69F00 #56B4E9 #000000".split()  # of Okabe and Ito


class Plot(NamedTuple):
    """A plot with what it is of; `image` is a data URI."""

    object: str
    unit: str
    image: str


def plots(found: Iterable[Amount], say: Labels) -> list[Plot]:
    """The indicators (object and unit) that are stated of the most times, two at least, each as a plot over time."""
    indicators: dict[tuple[str, str], list[Amount]] = defaultdict(list)
    for amount in found:
        indicators[canonical(amount.object).lower(), amount.unit].append(amount)
    times = {key: len({_span(amount)[1] for amount in group}) for key, group in indicators.items()}
    ranked = sorted((key for key in indicators if times[key] > 1), key=lambda k: (-times[k], -len(indicators[k]), k))
    return [_plot(indicators[key], say) for key in ranked[:_PLOTS]]


def _plot(amounts: Sequence[Amount], say: Labels) -> Plot:
    power = next((p for p in (12, 9, 6) if max(abs(amount.value) for amount in amounts) >= 10**p), 0)
    values = [amount.value / 10**power for amount in amounts]
    starts, ends = zip(*map(_span, amounts), strict=True)
    articles = dict(zip(dict.fromkeys(amount.doc_id for amount in amounts), cycle(_COLOURS)))
    colours = [articles[amount.doc_id] for amount in amounts]
    figure = Figure(figsize=(4.5, 2.6), layout="constrained")
    axes = figure.subplots()
    axes.hlines(values, starts, ends, colours, rasterized=len(amounts) > _MANY)
    axes.scatter(ends, values, c=colours, rasterized=len(amounts) > _MANY)
    first, last = floor(min(starts)), ceil(max(ends))
    years = range(first, last, 1 + (last - first) // 8)
    axes.set_xticks([year + 0.5 for year in years], map(str, years))
    axes.set_xticks(range(first, last + 1), minor=True)
    axes.tick_params(axis="x", which="major", length=0)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: say.number(float(f"{value:.6g}"))))
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(0.1)
    axes.grid(axis="y", alpha=0.3)
    drawn = BytesIO()
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "bienban"}):
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    unit = f"{say(f'e{power}')} {amounts[0].unit}" if power else amounts[0].unit
    return Plot(amounts[0].object, unit, f"data:image/svg+xml;base64,{b64encode(drawn.getvalue()).decode()}")


def _span(amount: Amount) -> tuple[float, float]:
    """Beginning and end of the period of an amount, in years; where one is not known, the other."""
    start = amount.period_start and _years(amount.period_start, 0)
    end = amount.period_end and _years(amount.period_end, 1)
    return start or end or 0, end or start or 0


def _years(date: str, units: int) -> float:
    """A date as years, plus this many units of the precision that it has."""
    year, *rest = map(int, date.split("-"))
    if not rest:
        return year + units
    month, *day = rest
    return year + ((month - 1) + ((day[0] - 1 + units) / 31 if day else units)) / 12
