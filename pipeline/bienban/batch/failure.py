"""Why an article came to no rows."""

from __future__ import annotations

from traceback import format_exception

from bienban.read.source import UnreadableArticle


class Failure(Exception):
    """An article that came to no rows: at which stage, why, and where in the code, unless the article is to blame.

    The stages: `read`, `extract`, `store`; `timeout`, `memory`: it asked for too much; `killed`: its process died.
    """

    def __init__(self, stage: str, reason: str, trace: str | None = None) -> None:
        super().__init__(stage, reason, trace)  # which is what crosses to another process
        self.stage, self.reason, self.trace = stage, reason, trace  # pebble has a traceback of its own on exceptions

    def __str__(self) -> str:
        return self.reason


def failure_of(error: Exception, stage: str) -> Failure:
    """What an exception at a stage says of the article."""
    if isinstance(error, Failure):
        return error
    if isinstance(error, UnreadableArticle):
        return Failure("read", str(error))
    reason = f"{stage} failed: {type(error).__name__}: {error}"
    return Failure(stage, reason, "".join(format_exception(error)))
