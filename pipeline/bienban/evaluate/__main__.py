"""`python -m bienban.evaluate ARTICLES GOLD`: extracts the articles that have gold and prints their scores."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bienban.evaluate.score import score
from bienban.pipeline import load, make_doc
from bienban.read.formats import File
from bienban.tabulate import tables_of


def main(articles: Path, gold: Path) -> None:
    """Prints one line per table and column. Exits with a message where there is no gold."""
    if not any(gold.glob("*.json")):
        sys.exit(f"no gold articles in {gold}")
    nlp = load(disable=["bienban_words"])
    pairs = (
        (json.loads(path.read_text("utf8")), tables_of(nlp(make_doc(nlp, File(articles / f"{path.stem}.txt").read()))))
        for path in sorted(gold.glob("*.json"))
    )
    for table, result in score(pairs).items():
        print(f"{table:24} F1 {result.f1:.3f}  ({result.paired} paired, {result.gold} gold, {result.found} found)")
        for column in result.agree:
            print(f"  {column:22}    {result.accuracy(column):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
