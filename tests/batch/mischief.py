"""An extraction in which some articles go wrong, as their words say: it runs in real workers."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence

from bienban.batch.work import extract_source
from bienban.model import Action, TextRow
from bienban.read.source import Source
from bienban.segment.reading import Reading
from bienban.stages import STAGES, Stage
from bienban.tabulate import Tables

#: By word in an article: the stage at which it is rejected, and how the reason ends, under a limit of 9 s and 300 MB.
MISCHIEF = {
    "hỏng": ("extract", "extract failed: RuntimeError: cannot digest this"),
    "treo": ("timeout", "took longer than 9 s"),
    "chết": ("killed", "its process was killed (exit code -9)"),
    "phình": ("memory", "out of memory (limit for an article: 300 MB)"),
}


def mischief(reading: Reading) -> Sequence[TextRow]:
    words = set(reading.article.text.split())
    if "hỏng" in words:
        raise RuntimeError("cannot digest this")
    if "treo" in words:
        time.sleep(600)
    if "chết" in words:
        os.kill(os.getpid(), signal.SIGKILL)
    if "phình" in words:
        [bytes(1 << 20) for _ in range(10_000)]
    return []


def extract_with_mischief(source: Source, *, words: bool, memory: int) -> Tables:
    STAGES["test_mischief"] = Stage((), mischief)
    return extract_source(source, words=words, memory=memory)


def extract_with_loss(source: Source, *, words: bool, memory: int) -> Tables:
    """A row of an article that has "lạc" in it refers to another that is not there."""
    tables = extract_source(source, words=words, memory=memory)
    if "lạc" in tables["documents"][0].text:
        no_task = Action(tables["documents"][0].doc_id, "t9", 0, 0, 0, 3, "Máy", "chạy", "rule")
        tables["actions"].append(no_task)
    return tables
