"""`python -m bienban.evaluate.bench ARTICLES [DATABASE …]`: what reading costs, stage by stage, beside other tools.

All figures come from one run on the same texts and machine, as characters per CPU second and as ratios; machines
differ, ratios less so. Then whether cost grows with length alone (the price of a character in texts put together from
1, 4 and 16 pieces), and what whole batches of articles cost in time and memory.
"""

from __future__ import annotations

import gc
import platform
import random
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bienban import find
from bienban.evaluate.batches import print_batches, print_writing
from bienban.read.article import Article
from bienban.read.formats import File
from bienban.read.normal import canonical
from bienban.read.sources import find_files
from bienban.segment.reading import Reading
from bienban.segment.words import segmenter, word_spans
from bienban.stages import STAGES, read
from bienban.tabulate import tables_of

#: Characters that a named entity recogniser reads in a few seconds; the other tools read all there are.
_FEW = 30_000


def main(articles: Path, *databases: str) -> None:
    """Prints the tables for the articles of a folder; what is spent on writing, for a SQLite file and `databases`."""
    texts = [File(path).read().text for path in find_files([articles])]
    rules = "interpreted" if find.__file__.endswith(".py") else "compiled"
    print(f"{date.today()}, {platform.machine()}, Python {platform.python_version()}, rules {rules}")
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters\n")
    print_stages(texts)
    print_lengths(texts)
    print_batches(texts)
    with TemporaryDirectory() as folder:
        for address in (f"sqlite:///{folder}/bench.db", *databases):
            print_writing(texts, address)


def print_stages(texts: list[str]) -> None:
    """What each stage costs, the whole, and other tools on the same texts."""
    # Here: workers import this module again, and are to hold none of these.
    from pyvi import ViTokenizer
    from underthesea import ner, word_tokenize

    from bienban.pipeline import load

    nlp = load()
    for text in texts:
        nlp(text)  # what loads late: word lists, and underthesea's decoder for ties
    for warm in (nlp, word_tokenize, ner, ViTokenizer.tokenize):
        warm(texts[0])  # models load at the first call
    size = sum(map(len, texts))
    lines = [line for text in texts for line in canonical(text).splitlines() if line]
    few = lines[: next((n for n in range(len(lines)) if sum(map(len, lines[:n])) > _FEW), len(lines))]
    reference = _seconds(word_tokenize, lines)
    _forget_words()
    own = _seconds(lambda line: word_spans(line, 0, len(line)), lines)
    rows: list[tuple[str, float]] = [
        ("underthesea.word_tokenize", reference),
        ("underthesea.ner", _seconds(ner, few) * size / sum(map(len, few))),
        ("pyvi.ViTokenizer", _seconds(ViTokenizer.tokenize, lines)),
        ("word_spans", own),
    ]
    _forget_words()
    stages = _stages(texts)
    rows += [*stages.items(), ("all without words", sum(stages.values()) - stages["bienban_words"])]
    rows += [("all", sum(stages.values()))]
    rows += [("all as a spaCy pipeline", _seconds(nlp, texts))]
    print(f"{'':28}{'characters/CPU s':>18}{'articles/CPU s':>16}{'x word_tokenize':>17}")
    for name, seconds in rows:
        print(f"{name:28}{size / seconds:18,.0f}{len(texts) / seconds:16,.0f}{reference / seconds:17.2f}")


def _forget_words() -> None:
    """Words are to be cut as in texts not seen before, the model being loaded and the one before gone."""
    segmenter.cache_clear()
    segmenter()
    gc.collect()


def _stages(texts: Iterable[str]) -> dict[str, float]:
    """Seconds by stage. As in a run, an article is let go before the next: the garbage collector goes through what is
    kept again and again.
    """
    seconds = dict.fromkeys(("normal form", *STAGES, "tables"), 0.0)
    for text in texts:
        begun = time.process_time()
        reading = Reading(Article(text))
        seconds["normal form"] += time.process_time() - begun
        for name, stage in STAGES.items():
            seconds[name] += _seconds(stage, [reading])
        seconds["tables"] += _seconds(tables_of, [reading])
    return seconds


def print_lengths(texts: list[str]) -> None:
    """The price of a character at growing lengths."""
    names = ["Trần Văn Mộc, Lê Thị Hoa Ngô Đức An " * 40] * 160
    for kind, pieces, between in (
        ("reports", texts, "\n"),
        ("amounts in any order", _amounts(160), "\n"),
        ("names in one sentence", names, ""),
        ("lists in one sentence", ["năm 2021, 2022, 2023, lần lượt 5, 6, 7, " * 40] * 160, ""),
    ):
        print(f"\n{kind:28}{'microseconds a character':>25}{'ratio':>8}")
        prices: list[float] = []
        for times in (1, 4, 16):
            joined = [between.join((pieces * times)[at : at + times]) for at in range(0, len(pieces), times)]
            prices.append(_seconds(lambda text: read(Article(text)), joined) / sum(map(len, joined)))
            print(f"x {times:<26}{1e6 * prices[-1]:25.2f}{prices[-1] / prices[0]:8.2f}")


def _amounts(count: int) -> list[str]:
    """Paragraphs of digits, marks and units as no author writes them: what matters is that their cost is linear."""
    choose = random.Random(0)
    pieces = [*"0123456789.,/-%() ", " tỷ đồng ", " năm ", " ha, ", " người; ", " từ ", " đến ", " tháng ", ". Xã "]
    return ["".join(choose.choices(pieces, k=1500)) for _ in range(count)]


def _seconds(work: Callable[..., object], items: Iterable[object]) -> float:
    begun = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - begun


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
