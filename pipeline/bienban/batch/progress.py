"""How far a run has come, on a terminal: one line that changes."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from bienban.terminal import Console

if TYPE_CHECKING:
    from bienban.batch.writer import Outcome


class _Speed(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.finished_speed or task.speed or 0:.0f} articles/s")


class ProgressLine:
    """A context manager that shows outcomes on standard error while they grow; where that is no terminal, nothing.

    `total` is the number of articles to come, None where nobody knows it.
    """

    def __init__(self, total: int | None) -> None:
        console = Console(stderr=True)
        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            _Speed(),
            TextColumn("{task.fields[counts]}"),
            TimeRemainingColumn(),
        )
        self._progress = Progress(*columns, console=console, disable=not console.is_terminal, transient=True)
        self._task = self._progress.add_task("", total=total, counts="")

    def update(self, outcome: Outcome) -> None:
        """Shows where the run stands."""
        counts = f"{outcome.rows.total():,} rows, {outcome.rejected:,} rejected"
        self._progress.update(self._task, completed=outcome.met, counts=counts)

    def print(self, line: str) -> None:
        """A line of its own above the one that changes."""
        self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def __enter__(self) -> ProgressLine:
        self._progress.start()
        return self

    def __exit__(self, _k: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        self._progress.stop()
