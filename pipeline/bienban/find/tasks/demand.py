"""A clause as it stands in its sentence, an order in it, and what it demands."""

from __future__ import annotations

from typing import NamedTuple

from bienban.find.tasks.holders import Speaker
from bienban.segment.reading import Span


class Clause(NamedTuple):
    """A part of a sentence.

    `running` is the one who is speaking, `named` tells whether the sentence itself names him, `opens` whether the
    clause is its first or follows another demand in it.
    """

    start: int
    end: int
    running: Speaker | None
    named: bool
    opens: bool


class Order(NamedTuple):
    """An order in its clause: from where to where that is read, who gives it, and who was speaking before.

    `explicit` tells whether the clause names the speaker, `named` whether its sentence does. `until` is the end where
    that comes before the clause's own: before the one who reports the order.
    """

    start: int
    cue: Span
    kind: str
    end: int
    speaker: Speaker
    running: Speaker | None
    explicit: bool
    named: bool
    until: int | None


class Demand(NamedTuple):
    """What a clause asks.

    `kind`: order ("yêu cầu …"), modal ("… cần …"), plain (a body and its verb), bare (a verb). Two are enough to go on
    with a task, not to begin one: thing (a modal with any other subject), faint (a verb that may be a noun). `content`
    is where the thing to do begins, `until` where it ends before its clause does.
    """

    kind: str
    cue: Span | None
    speaker: Speaker | None
    assignees: list[Span]
    content: int
    until: int | None = None
