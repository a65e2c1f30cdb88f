"""What a report says in words, in Vietnamese or English."""

from __future__ import annotations

import csv
from importlib.resources import files

_SEPARATORS = {"vi": str.maketrans(",.", ".,"), "en": {}}


class Labels:
    """The labels of one language, by their keys in `labels.tsv`."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        lines = files(__package__).joinpath("labels.tsv").read_text(encoding="utf8").splitlines()
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        self._labels = {row["key"]: row[lang] for row in rows}

    def __call__(self, key: str, **values: float) -> str:
        """A label, with numbers put in. Raises KeyError for a key that has none."""
        return self._labels[key].format(**{name: self.number(value) for name, value in values.items()})

    def number(self, value: float) -> str:
        """A number with the language's marks for thousands and decimals."""
        plain = int(value) if float(value).is_integer() else value
        return f"{plain:,}".translate(_SEPARATORS[self.lang])
