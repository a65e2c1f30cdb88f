"""`python -m bienban.evaluate.bench ARTICLES`: what reading costs, stage by stage, beside `underthesea.word_tokenize`.

All figures come from one run on the same texts and core, as characters per CPU second and as ratios; machines differ,
ratios less so. The last lines tell whether cost grows with length alone: the price of a character in texts put
together from 1, 4 and 16 pieces.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from underthesea import word_tokenize

from bienban.pipeline import load
from bienban.read.files import read_article, sources
from bienban.read.normal import canonical
from bienban.tabulate import tables_of


def main(articles: Path) -> None:
    """Prints the table for the articles of a folder."""
    texts = [read_article(path).text for path in sources([articles])]
    size = sum(map(len, texts))
    nlp = load()
    nlp(texts[0])  # models and word lists load at the first call
    lines = [line for text in texts for line in canonical(text).splitlines()]
    reference = _seconds(word_tokenize, lines)
    rows: list[tuple[str, float]] = [("underthesea.word_tokenize", reference)]
    docs = [nlp.make_doc(text) for text in texts]
    rows.append(("tokenizer", _seconds(nlp.make_doc, texts)))
    for name, stage in nlp.pipeline:
        rows.append((name, _seconds(stage, docs)))
    rows.append(("tables", _seconds(tables_of, docs)))
    without_words = sum(seconds for name, seconds in rows[1:] if name != "bienban_words")
    rows += [("all without words", without_words), ("all", sum(seconds for _, seconds in rows[1:]))]
    print(f"{len(texts)} articles, {size:,} characters")
    print(f"{'':28}{'characters/CPU s':>18}{'x word_tokenize':>17}")
    for name, seconds in rows:
        print(f"{name:28}{size / seconds:18,.0f}{reference / seconds:17.2f}")
    for kind, pieces in (("reports", texts), ("amounts in any order", _amounts(160))):
        print(f"\n{kind:28}{'microseconds a character':>25}{'ratio':>8}")
        prices: list[float] = []
        for times in (1, 4, 16):
            joined = ["\n".join((pieces * times)[at : at + times]) for at in range(0, len(pieces), times)]
            prices.append(_seconds(nlp, joined) / sum(map(len, joined)))
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
    main(Path(sys.argv[1]))
