"""An article as the rules see it: normal form, sentences, and what earlier stages have found.

All positions here are in the normal form (`Reading.norm`); `Reading.row` turns them into rows, whose offsets and
verbatim words are those of the text as it came.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from bienban.model import TextRow
from bienban.read.article import Article
from bienban.read.normal import lower, normalize
from bienban.segment.outline import Outline, OutlineWarning, outline
from bienban.segment.sentences import CAPTION, SentenceSpan, split

RowT = TypeVar("RowT", bound=TextRow)
MadeT = TypeVar("MadeT")


class Span(NamedTuple):
    """A half-open range of the normal form; as a field of a row it stands for the words found there."""

    start: int
    end: int


class Cued(NamedTuple):
    """A value that stands for itself, with the words that gave it."""

    value: Any
    cue: Span | None


class Mention(NamedTuple):
    """A row of an earlier stage with its place in the normal form."""

    start: int
    end: int
    row: Any


# What a field of a row may be given as that knows where it stands.
_WITH_PLACES = (Span, Cued, list)


class Reading:
    """An article under analysis.

    `found` holds the rows of earlier stages by table; stages that did not run have no entry there.
    """

    def __init__(self, article: Article, found: Mapping[str, Sequence[TextRow]] | None = None) -> None:
        self.article = article
        self.text = article.text
        self._normal = normalize(article.text)
        self.norm = self._normal.text
        self._found = dict(found or {})
        self._made: dict[Callable[[Reading], Any], Any] = {}
        #: The words that gave a row its values: by table and key, column by column, as places in the original text.
        self.cues: dict[tuple[str, ...], dict[str, list[tuple[int, int]]]] = {}

    @cached_property
    def low(self) -> str:
        """The normal form in lower case, of the same length."""
        return lower(self.norm)

    @cached_property
    def sentences(self) -> list[SentenceSpan]:
        """The sentences in order, with their roles; what the source marks as a caption is one."""
        captions = [self._normal.target(*place) for place in self.article.captions]
        return [
            s._replace(role=CAPTION) if any(start <= s.start and s.end <= end for start, end in captions) else s
            for s in split(self.norm)
        ]

    @cached_property
    def outline(self) -> Outline:
        """The items of the article's lists."""
        return outline(self.norm, self.sentences)

    @property
    def warnings(self) -> list[OutlineWarning]:
        """What is wrong with the numbers of the lists, at places in the original text."""
        found = []
        for warning in self.outline.warnings:
            start, end = self._normal.source(warning.start, warning.end)
            found.append(OutlineWarning(start, end, warning.text))
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, position: int) -> SentenceSpan:
        """The sentence that holds a position (the one before it, for a position between sentences)."""
        return self.sentences[max(0, bisect_right(self._starts, position) - 1)]

    def once(self, make: Callable[[Reading], MadeT]) -> MadeT:
        """What a function makes of this reading, made when first asked for: nobody may change it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: MadeT = self._made[make]
        return made

    def found(self, table: str) -> list[Mention]:
        """The rows that an earlier stage found, placed in the normal form, in order."""
        places = [Mention(*self._normal.target(row.start, row.end), row) for row in self._found.get(table, ())]
        return sorted(places, key=lambda mention: mention[:2])

    def rows(self, table: str) -> list[Any]:
        """The rows found of a table; [] where its stage did not run."""
        return list(self._found.get(table, ()))

    def add(self, table: str, rows: Sequence[TextRow]) -> None:
        """Makes the rows of a stage known to later ones, in place of what they knew of that table."""
        self._found[table] = rows

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original text behind a range of the normal form."""
        return self._normal.source(start, end)

    def verbatim(self, start: int, end: int) -> str:
        """The words of the original text at a range of the normal form."""
        first, last = self._normal.source(start, end)
        return self.text[first:last]

    def row(self, cls: type[RowT], start: int, end: int, **fields: Any) -> RowT:
        """A row at a range of the normal form. Fields that are `Span`s, or lists of them, become the words there; a
        `Cued` becomes its value. `cues` remembers the places of both.
        """
        first, last = self._normal.source(start, end)
        cues: dict[str, list[tuple[int, int]]] = {}
        for name, value in fields.items():
            if isinstance(value, _WITH_PLACES):
                fields[name], spans = self._resolve(value)
                if spans:
                    cues[name] = [self._normal.source(*span) for span in spans]
        make: Any = cls  # every row class has its own further fields
        made: RowT = make(
            doc_id=self.article.doc_id,
            sent_no=self.sentence_at(start).sent_no,
            start=first,
            end=last,
            text=self.text[first:last],
            **fields,
        )
        if cues:
            self.cues[(cls.table, *(str(getattr(made, column)) for column in cls.key[1:]))] = cues
        return made

    def _resolve(self, value: Span | Cued | list[Any]) -> tuple[Any, list[Span]]:
        """The value that a row holds, and the words that gave it."""
        if isinstance(value, Span):
            return self.verbatim(*value), [value]
        if isinstance(value, Cued):
            return value.value, [value.cue] if value.cue else []
        items = [self.verbatim(*item) if isinstance(item, Span) else item for item in value]
        return items, [item for item in value if isinstance(item, Span)]
