"""`python -m bienban.evaluate.profile ARTICLES`: the functions in which the time goes, those with the most first."""

from __future__ import annotations

import cProfile
import pstats
import sys
from pathlib import Path

from bienban.batch.work import extract_source
from bienban.read.formats import File
from bienban.read.sources import find_files

_SHOWN = 40


def main(articles: Path) -> None:
    """Prints the functions' own times over the articles of a folder, once everything is loaded."""
    files = [File(path) for path in find_files([articles])]
    extract_source(files[0], words=True)
    with cProfile.Profile() as profile:
        for file in files:
            extract_source(file, words=True)
    pstats.Stats(profile).sort_stats("tottime").print_stats(_SHOWN)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
