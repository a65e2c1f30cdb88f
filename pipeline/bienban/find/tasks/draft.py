"""A task in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from bienban.find.tasks.holders import Speaker
from bienban.segment.outline import Item
from bienban.segment.reading import Span


@dataclass
class Draft:
    """A task in the making; positions are the normal form's.

    `clauses` are what it says is to be done, `parent` the draft whose list holds it, `heir_of` the one whose topic it
    shares, `topic` where its own topic begins, also where another sentence said it. `rule` names what made it.
    """

    start: int
    end: int
    cue: Span
    speaker: Speaker
    assignees: list[Span]
    rule: str
    item: Item | None = None
    parent: Draft | None = None
    heir_of: Draft | None = None
    topic: int = 0
    clauses: list[Span] = field(default_factory=list)
