"""Tasks and the actions within them: who asks whom to do what, under which document, by when."""

from __future__ import annotations

from bisect import bisect_left

from bienban.find.tasks.actions import split_actions
from bienban.find.tasks.bodies import coordinators, helpers
from bienban.find.tasks.deadlines import Calendar
from bienban.find.tasks.draft import Draft
from bienban.find.tasks.runs import Runs
from bienban.find.tasks.standing import standing
from bienban.model import Action, Task
from bienban.segment.reading import Mention, Reading, Span

__all__ = ["find_tasks"]


def find_tasks(reading: Reading) -> list[Task | Action]:
    """The tasks of an article, each followed by its actions. Uses the people and the directives found before."""
    calendar = Calendar(reading)
    documents = reading.found("directives")
    drafts = standing(reading, Runs(reading).drafts())
    numbers = {id(draft): f"t{number}" for number, draft in enumerate(drafts)}
    rows: list[Task | Action] = []
    for draft in drafts:
        task = _task(reading, draft, numbers, calendar, documents)
        rows.append(task)
        for number, (span, verb) in enumerate(split_actions(reading.norm, reading.low, draft.clauses)):
            rule = f"action.{draft.rule}"
            rows.append(reading.row(Action, *span, task_id=task.task_id, action_no=number, verb=verb, rule=rule))
    return rows


def _task(
    reading: Reading, draft: Draft, numbers: dict[int, str], calendar: Calendar, documents: list[Mention]
) -> Task:
    deadline = calendar.deadline(draft.start, draft.cue.end, draft.clauses[0].start, draft.end)
    if deadline is None and (opener := draft.parent) and not opener.clauses:
        deadline = calendar.deadline(opener.topic, opener.cue.end, opener.end, opener.end)
    return reading.row(
        Task,
        draft.start,
        draft.end,
        task_id=numbers[id(draft)],
        ordinal=draft.item.ordinal if draft.item else None,
        label=draft.item.label if draft.item else None,
        assigner=draft.speaker.name,
        cue=draft.cue,
        assignees=draft.assignees,
        coordinators=_coordinators(reading, draft),
        directives=_carried_out(draft, documents),
        deadline_text=deadline.words if deadline else None,
        deadline=deadline.day if deadline else None,
        recurrence=calendar.recurrence(draft.start, draft.end),
        parent=numbers.get(id(draft.parent)) if draft.parent else None,
        rule=f"task.{draft.rule}",
    )


def _coordinators(reading: Reading, draft: Draft) -> list[Span]:
    """Those with whom the task is to be done, each once."""
    named = [body.end for body in draft.assignees if body.end <= draft.clauses[0].start]
    last = named[-1] if named else draft.start
    befores = [last, *(clause.end for clause in draft.clauses)]
    found = [
        span
        for before, clause in zip(befores, draft.clauses, strict=False)
        for span in helpers(reading.norm, reading.low, before, clause.start)
    ]
    found += [span for clause in draft.clauses for span in coordinators(reading.norm, reading.low, *clause)]
    return list({reading.norm[slice(*span)]: span for span in reversed(found)}.values())[::-1]


def _carried_out(draft: Draft, documents: list[Mention]) -> list[str]:
    """The documents named in the task, else those of the first clause of the one whose topic it shares."""
    named = _named(documents, draft.start, draft.end)
    heir_of = draft.heir_of
    while not named and heir_of is not None:
        opens_list = draft.parent is heir_of or not heir_of.clauses
        named = _named(documents, heir_of.topic, heir_of.end if opens_list else heir_of.clauses[0].start)
        heir_of = heir_of.heir_of
    return named


def _named(documents: list[Mention], start: int, end: int) -> list[str]:
    first = bisect_left(documents, start, key=lambda m: m.start)
    last = bisect_left(documents, end, key=lambda m: m.start)
    return list(dict.fromkeys(m.row.directive_id for m in documents[first:last]))
