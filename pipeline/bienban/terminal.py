"""What articles and their sources say, on a terminal: no sequence in it moves the cursor or hides text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import IO

from rich import console
from rich.segment import Segment

_CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {ord("\t"), ord("\n")})


def printable(text: str) -> str:
    """A text without control characters; tabs and ends of lines stay."""
    return text.translate(_CONTROLS)


def discard(stream: IO[str]) -> None:
    """Sends what a stream still holds, and all that is written to it from now on, nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Console(console.Console):
    """Rich's console, to which all text goes as `printable`: the only sequences in it are those of rich."""

    def render(
        self, renderable: console.RenderableType, options: console.ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """The segments of what is to be shown."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else printable(text), style, control)

    def on_broken_pipe(self) -> None:
        """Where nobody reads any more, nothing more is said, and the work goes on."""
        discard(self.file)
