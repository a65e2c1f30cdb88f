"""The stages: what each finds in an article, in the order in which they build on each other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bienban.model import Sentence, TextRow
from bienban.read.article import Article
from bienban.segment.reading import Reading


@dataclass(frozen=True, slots=True)
class Stage:
    """Finds the rows of some tables, with the help of those of earlier stages."""

    tables: tuple[str, ...]
    find: Callable[[Reading], Sequence[TextRow]]

    def __call__(self, reading: Reading) -> None:
        """Adds the rows to the reading, in place of those that it has of these tables."""
        rows = self.find(reading)
        for table in self.tables:
            reading.add(table, [row for row in rows if row.table == table])


def read(article: Article, *, disable: Collection[str] = ()) -> Reading:
    """An article with the rows of every stage but the disabled ones."""
    reading = Reading(article)
    for name, stage in STAGES.items():
        if name not in disable:
            stage(reading)
    return reading


def _sentences(reading: Reading) -> Sequence[TextRow]:
    return [reading.row(Sentence, s.start, s.end, para_no=s.para_no, role=s.role) for s in reading.sentences]


# A stage imports its rules when it first runs: disabled stages cost nothing.


def _words(reading: Reading) -> Sequence[TextRow]:
    from bienban.segment.words import find_words

    return find_words(reading)


def _directives(reading: Reading) -> Sequence[TextRow]:
    from bienban.find.directives import find_directives

    return find_directives(reading)


def _facts(reading: Reading) -> Sequence[TextRow]:
    from bienban.find.facts import find_facts

    return find_facts(reading)


def _people(reading: Reading) -> Sequence[TextRow]:
    from bienban.find.people import find_people

    return find_people(reading)


def _tasks(reading: Reading) -> Sequence[TextRow]:
    from bienban.find.tasks import find_tasks

    return find_tasks(reading)


#: By name. Amounts inside the names of documents are no facts; assigners and directives of tasks come from the stages
#: before.
STAGES = {
    "bienban_sentences": Stage(("sentences",), _sentences),
    "bienban_words": Stage(("words",), _words),
    "bienban_directives": Stage(("directives",), _directives),
    "bienban_facts": Stage(("facts",), _facts),
    "bienban_people": Stage(("people",), _people),
    "bienban_tasks": Stage(("tasks", "actions"), _tasks),
}
