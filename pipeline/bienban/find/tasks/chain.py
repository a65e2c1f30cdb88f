"""The tasks found so far, what the next one inherits from the last, and whether it goes on with it."""

from __future__ import annotations

from bienban.find.tasks.bodies import governs, same_bodies
from bienban.find.tasks.clauses import Clauses
from bienban.find.tasks.demand import Demand
from bienban.find.tasks.demands import Demands
from bienban.find.tasks.draft import Draft
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.lists import Lists, asked_before
from bienban.find.tasks.order_patterns import ANNOUNCED, ON_TOPIC, PASSIVE
from bienban.find.tasks.parts import Parts
from bienban.find.tasks.patterns import ABOUT, ADDRESSED, DONE_TO, FURTHER
from bienban.find.tasks.speech import Voices
from bienban.find.tasks.subjects import Subjects
from bienban.segment.outline import Item
from bienban.segment.reading import Reading, Span


class Chain:
    """The task drafts of one article, each begun after, or going on with, the one before."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._norm, self._low = reading, reading.norm, reading.low
        self._parts = Parts(reading)
        self._subjects = Subjects(reading, self._parts)
        self._voices = Voices(reading, self._parts, self._subjects)
        self._clauses = Clauses(reading, self._subjects, self._parts)
        self._demands = Demands(reading, self._subjects, self._parts, self._clauses)
        self._lists = Lists(reading)
        self._drafts: list[Draft] = []
        self._askers: set[Speaker] = set()  # who makes the demands of these
        self._speaker: Speaker | None = None
        self._last: Draft | None = None  # the demand that later sentences inherit from
        self._told: Draft | None = None  # the last demand whose sentence says who makes it
        self._opener: Draft | None = None  # the demand that opened the list
        self._open = False  # whether the last demand's run goes on
        self._para_no = self._listed_para = -1  # of the last sentence; of the last item or opener

    def _add(self, draft: Draft) -> None:
        self._drafts.append(draft)
        self._askers.add(draft.speaker)

    def _begin_item(self, item: Item, end: int, demand: Demand | None) -> bool:
        """A task of a list's item; outside a list of tasks only where the item demands by itself."""
        opener = self._opener
        if opener is None:
            explicit = demand is not None and demand.kind in ("order", "modal")
            return bool(demand and explicit and self._begin(item.start, end, demand, True, False, item))
        end = item.start + len(self._low[item.start : end].rstrip())
        if self._lists.heads(item, end) and (demand is None or self._norm[end - 1].isalnum()):
            return False
        draft = Draft(
            opener.start if self._is_one_with(opener, item) else item.start,
            end,
            opener.cue,
            opener.speaker,
            opener.assignees,
            "item",
            item,
            opener,
            opener,
            topic=item.start,
        )
        if demand and demand.assignees:
            draft.assignees = demand.assignees
        if demand and demand.kind == "order" and demand.cue:
            draft.cue = demand.cue
        draft.clauses = [Span(demand.content if demand else self._after_label(item.start, end), end)]
        self._add(draft)
        self._last = draft
        self._listed_para = self._para_no
        return True

    def _is_one_with(self, opener: Draft, item: Item) -> bool:
        """Whether an item follows in the same sentence those who are to do it ("đề nghị các xã: (1) …")."""
        between = self._norm[opener.end : item.start]
        if not opener.assignees or opener.clauses or between != " " or self._norm[item.start].isupper():
            return False
        announced = self._low[opener.assignees[-1].end : opener.end].rstrip(" :")
        return ANNOUNCED.fullmatch(f"{announced}:") is not None

    def _in_item(self) -> bool:
        """Whether the last task is an item to which later sentences belong: not one of a list inside a sentence."""
        item = self._last.item if self._last else None
        return item is not None and self._reading.sentence_at(item.start).start == item.start

    def _begin(
        self, start: int, end: int, demand: Demand, said: bool, here: bool, item: Item | None = None
    ) -> Draft | None:
        """A new draft; one that only announces a list is its opener and no task. None where nothing gives it a cue."""
        last = self._last
        source = last if here else self._told or last
        cue = demand.cue or (source.cue if last and source else None)
        speaker = demand.speaker or (self._who_ordered() if self._is_passive(demand) else self._speaker)
        if cue is None or speaker is None or demand.kind in ("faint", "thing"):
            return None
        if demand.kind == "plain" and demand.cue is None and not (here or self._open or said):
            return None
        goes_on = last and (demand.kind == "bare" or (self._open and not said and self._only_announces(start, end)))
        assignees = demand.assignees or (last.assignees if last and goes_on else [])
        end = start + len(self._low[start:end].rstrip())
        draft = Draft(start, end, cue, speaker, assignees, demand.kind, item, topic=start)
        if last and (here or (self._open and not said)) and demand.kind != "order":
            draft.heir_of = last
        self._last = draft
        self._opener = draft if self._lists.follows(end) else None
        self._listed_para = self._para_no
        if said and not (here and demand.kind == "modal"):
            self._told = draft
        if said_to_do := asked_before(self._low[demand.content : demand.until or end], self._opener is not None):
            draft.clauses = [Span(demand.content, demand.content + len(said_to_do))]
        if draft.clauses or not self._opener:
            self._add(draft)  # without clauses it is no task yet: the sentences that follow may say them
        return draft

    def _continues(self, demand: Demand, first: int, end: int, here: bool, same_para: bool, said: bool) -> bool:
        """Whether a demand goes on with the last task: to the same assignee, without a new reporting clause.

        A new paragraph that tells a time or purpose of its own and nobody to do it ("Để …, cần …") does not.
        """
        last = self._last
        if last is None or not (here or self._open):
            return False
        if not here and self._only_announces(demand.content, end):
            return False
        if last.item and (here or (same_para and self._in_item())) and not said:
            return True
        if demand.kind == "order" and not here and self._is_on_topic(demand, first):
            return bool(demand.assignees) and same_bodies(self._low, last.assignees, demand.assignees)
        if not here and (said or demand.kind == "order"):
            return False
        if demand.kind == "order" and demand.assignees:
            return not (last.assignees or last.clauses)
        if here and not last.clauses:
            return True
        if demand.kind == "modal" and not (here or same_para or demand.assignees) and last.assignees:
            opens = self._parts.after_connective(first, demand.content)
            on_topic = ABOUT.match(self._low, first) or (
                ADDRESSED.match(self._low, first) and DONE_TO.match(self._low, demand.content)
            )
            return on_topic is not None or (demand.cue is not None and demand.cue.start == opens)
        names_doer = not last.assignees and (here or same_para) and FURTHER.match(self._low, first) is not None
        return (
            not demand.assignees
            or names_doer
            or same_bodies(self._low, last.assignees, demand.assignees)
            or (here and governs(self._low, last.assignees, demand.assignees))
        )

    def _is_on_topic(self, demand: Demand, first: int) -> bool:
        """Whether an order without speaker follows a topic ("Khi rà soát | đề nghị các xã …")."""
        if demand.speaker or demand.cue is None:
            return False
        opens = self._parts.after_connective(first, demand.cue.start)
        return ON_TOPIC.fullmatch(self._low, opens, demand.cue.start) is not None

    def _is_passive(self, demand: Demand) -> bool:
        """Whether a body is told to have been ordered something ("Sở Y tế được giao …")."""
        return (
            demand.cue is not None
            and PASSIVE.search(self._low, max(0, demand.cue.start - 20), demand.cue.start) is not None
        )

    def _who_ordered(self) -> Speaker | None:
        """The one who is speaking if he has asked for something, else the one who did last."""
        if not self._drafts or self._speaker in self._askers:
            return self._speaker
        return self._drafts[-1].speaker

    def _only_announces(self, start: int, end: int) -> bool:
        """Whether a clause only says that a list of things to do follows."""
        return self._lists.is_announced(start, end) and not asked_before(self._low[start:end].rstrip(), True)

    def _extend(self, start: int, end: int, demand: Demand | None) -> bool:
        last = self._last
        if last is None:
            return False
        # An item may name several who each have their part.
        new_doer = bool(
            demand and demand.assignees and last.item and not same_bodies(self._low, last.assignees, demand.assignees)
        )
        if demand and (new_doer or not last.assignees):
            last.assignees = [*last.assignees, *demand.assignees]
        content = demand.content if demand else self._parts.after_connective(start, end)
        if last.item is None and self._only_announces(content, end):
            self._opener, self._listed_para, last.end = last, self._para_no, end
            return True
        goes_on = last.clauses and last.clauses[-1].end + 1 == start and self._norm[last.end - 1] == ";"
        if goes_on and not new_doer and (demand is None or demand.cue is None):
            # Within a sentence it is for the actions to say where one ends.
            last.clauses[-1] = Span(last.clauses[-1].start, end)
        elif demand or last.item or self._demands.asks(content, end):
            last.clauses.append(Span(content, end))
        last.end = end
        if last.item is None and self._lists.follows(end):
            self._opener, self._listed_para = last, self._para_no
        return True

    def _after_label(self, start: int, end: int) -> int:
        return self._parts.after_connective(self._lists.after_label(start, end), end)
