"""`python -m bienban.evaluate.compare ARTICLES GOLD`: people found by bienban and by `underthesea.ner`, in one run.

Both are scored alike, on names with equal spans, and timed on the same texts and core.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from spacy.language import Language

from bienban.pipeline import load
from bienban.pipes import rows_of
from bienban.read.formats import File

Spans = set[tuple[int, int]]


def main(articles: Path, gold: Path) -> None:
    """Prints precision, recall, F1 and speed of both."""
    pairs = [
        (
            File(articles / f"{path.stem}.txt").read().text,
            {(row["start"], row["end"]) for row in json.loads(path.read_text("utf8"))["people"]},
        )
        for path in sorted(gold.glob("*.json"))
    ]
    nlp = load(disable=["bienban_words", "bienban_facts", "bienban_directives", "bienban_tasks"])
    finders: dict[str, Callable[[str], Spans]] = {
        "bienban": lambda text: {(row.start, row.end) for row in rows_of(nlp(text), "people")},
        "underthesea.ner": partial(_entities, nlp),
    }
    print(f"{'':16}{'P':>8}{'R':>8}{'F1':>8}{'characters/s':>16}")
    for name, find in finders.items():
        find(pairs[0][0])  # models load at the first call
        begun = time.process_time()
        found = [find(text) for text, _ in pairs]
        seconds = time.process_time() - begun
        hits = sum(len(spans & wanted) for spans, (_, wanted) in zip(found, pairs, strict=True))
        n_found, n_gold = sum(map(len, found)), sum(len(wanted) for _, wanted in pairs)
        precision, recall, f1 = hits / max(1, n_found), hits / n_gold, 2 * hits / (n_found + n_gold)
        speed = sum(len(text) for text, _ in pairs) / seconds
        print(f"{name:16}{precision:8.3f}{recall:8.3f}{f1:8.3f}{speed:16,.0f}")


def _entities(nlp: Language, text: str) -> Spans:
    from underthesea import ner

    spans: list[tuple[int, int]] = []
    for sentence in rows_of(nlp(text), "sentences"):
        at = sentence.start
        for word, _, _, tag in ner(sentence.text):
            start = text.find(word, at, sentence.end)
            if start < 0:
                continue  # a word that it rewrote
            at = start + len(word)
            if tag == "B-PER":
                spans.append((start, at))
            elif tag == "I-PER" and spans:
                spans[-1] = (spans[-1][0], at)
    return set(spans)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
