"""Sentences -> task drafts: which sentences make one task, and what each inherits from the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from bienban.find.tasks.demands import Clauses, Demand
from bienban.find.tasks.patterns import ANNOUNCES, ATTRIBUTION, CONNECTIVE, NO_LIST_OF_TASKS, RESET, SINGLES_OUT
from bienban.find.tasks.phrases import same_bodies
from bienban.link.speech import Speaker, Voices
from bienban.segment.outline import Item, find_items
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import BODY, CAPTION, SentenceSpan

# Where a sentence may fall into two demands: at a semicolon, or at a comma before these words.
_CUT = regex.compile(r";\s|,\s(?=(?:còn|trong đó|riêng|đồng thời|yêu cầu|giao|đề nghị)\b)")


@dataclass
class Draft:
    """A task in the making; positions are the normal form's. `clauses` are what it says is to be done."""

    start: int
    end: int
    cue: Span
    speaker: Speaker
    assignees: list[Span]
    rule: str
    item: Item | None = None
    parent: Draft | None = None
    clauses: list[Span] = field(default_factory=list)
    heir_of: Draft | None = None


class Runs:
    """The task drafts of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._norm, self._low = reading.norm, reading.low
        self._voices = Voices(reading)
        self._clauses = Clauses(reading, self._voices)
        self._items = {item.start: item for item in find_items(reading.norm, reading.sentences)}
        self._drafts: list[Draft] = []
        self._speaker: Speaker | None = None
        self._last: Draft | None = None  # the demand that later sentences inherit from
        self._told: Draft | None = None  # the last demand whose sentence says who makes it
        self._open = False  # whether its run goes on
        self._opener: Draft | None = None  # the demand that opened the list
        self._para_no = -1

    def drafts(self) -> list[Draft]:
        """All tasks in order."""
        for sentence in self._reading.sentences:
            if sentence.role == BODY:
                self._sentence(sentence)
            elif sentence.role != CAPTION:
                self._open = False
        for draft in self._drafts:
            draft.clauses = [Span(start, self._said_until(start, end)) for start, end in draft.clauses]
        return [draft for draft in self._drafts if draft.clauses]

    def _sentence(self, sentence: SentenceSpan) -> None:
        said = self._voices.of(sentence, self._speaker)
        if RESET.match(self._low, sentence.start, sentence.end) or (said and said != self._speaker):
            self._last, self._told, self._open, self._opener = None, None, False, None
        elif sentence.para_no != self._para_no and not self._open and not self._is_joined(sentence):
            self._last = None
        self._speaker = said or self._speaker
        same_para = sentence.para_no == self._para_no
        self._para_no = sentence.para_no
        lead, here = None, False
        for start, end in self._pieces(sentence):
            item = self._items.get(start)
            first = self._after_label(item, end) if item else start
            demand = self._clauses.demand(first, end, self._speaker, bool(said), here or start == sentence.start or self._voices.goes_on(sentence))
            if lead is not None and demand and demand.cue is None:
                demand = None  # after words that demand nothing, a bare verb goes on with them
            if item:
                here = self._begin_item(item, end, demand)
            elif demand and self._continues(demand, here, same_para, bool(said)):
                self._extend(start, end, demand)
                here = True
            elif demand and (draft := self._begin(start if lead is None else lead, end, demand, bool(said), here)):
                here = draft in self._drafts
            elif here or (not said and same_para and (self._in_item() or self._singles_out(start, end))):
                self._extend(start, end, None)
                here = True
            elif self._speaker and (cue := self._announcing(start, end)):
                self._last = self._opener = Draft(start, end, cue, self._speaker, [], "list")
            else:
                lead = start if lead is None else lead
        self._open = here

    def _pieces(self, sentence: SentenceSpan) -> Iterator[tuple[int, int]]:
        start = sentence.start
        while start < sentence.end and self._norm[start] in "“\"":
            start += 1
        cuts = [(item, item) for item in self._items if start < item < sentence.end]
        for match in _CUT.finditer(self._low, start, sentence.end):
            at = match.end()
            if match.group() == "; ":
                cuts.append((match.start() + 1, at))
            elif self._clauses.order_at(at, sentence.end) or (
                self._low.startswith(("còn", "trong đó", "riêng"), at) and self._clauses.starts_body(at, sentence.end)
            ):
                cuts.append((match.start(), at))
        for end, following in sorted(cuts):
            if end > start:
                yield start, end
                start = following
        yield start, sentence.end

    def _begin_item(self, item: Item, end: int, demand: Demand | None) -> bool:
        opener = self._opener
        if opener is None:
            explicit = demand is not None and demand.kind in ("order", "modal")
            return explicit and demand is not None and self._begin(item.start, end, demand, True, False, item) is not None
        assignees = demand.assignees if demand and demand.assignees else opener.assignees
        draft = Draft(item.start, end, opener.cue, opener.speaker, assignees, "item", item)
        draft.parent = draft.heir_of = opener
        draft.clauses = [Span(demand.content if demand else self._after_label(item, end), end)]
        self._drafts.append(draft)
        self._last = draft
        return True

    def _begin(self, start: int, end: int, demand: Demand, said: bool, here: bool, item: Item | None = None) -> Draft | None:
        last = self._last
        source = last if here else self._told or last
        cue = demand.cue or (source.cue if last and source else None)
        speaker = demand.speaker or self._speaker
        if cue is None or speaker is None or demand.kind == "faint":
            return None
        inherits = last is not None and (here or self._open) and not said and demand.kind != "order"
        assignees = demand.assignees or (last.assignees if last and demand.kind == "bare" else [])
        draft = Draft(start, end, cue, speaker, assignees, demand.kind)
        draft.item = item
        draft.heir_of = last if inherits else None
        draft.clauses = [Span(demand.content, end)] if demand.content < end else []
        self._last, self._opener = draft, None
        if said:
            self._told = draft
        announces = not draft.clauses or ANNOUNCES.search(self._low[demand.content : end].rstrip())
        if self._is_list_ahead(end):
            self._opener = draft
        if not announces or not (self._opener or self._norm[end - 1] == ":"):
            self._drafts.append(draft)
        return draft

    def _continues(self, demand: Demand, here: bool, same_para: bool, said: bool) -> bool:
        last = self._last
        if last is None or not (here or self._open):
            return False
        if last.item and same_para and not said:
            return True
        if not here and (said or demand.kind == "order"):
            return False
        if demand.kind == "order" and demand.assignees:
            return not last.assignees
        if here and not last.clauses:
            return True
        return not demand.assignees or same_bodies(self._low, last.assignees, demand.assignees)

    def _extend(self, start: int, end: int, demand: Demand | None) -> None:
        last = self._last
        assert last is not None
        last.assignees = last.assignees or (demand.assignees if demand else [])
        if last.clauses and last.clauses[-1].end + 1 == start and (demand is None or demand.cue is None):
            if self._norm[last.end - 1] == ";":  # within a sentence: where its parts end is for the actions to say
                start, _ = last.clauses.pop()
                last.clauses.append(Span(start, end))
                last.end = end
                return
        last.clauses.append(Span(demand.content if demand else self._after_connective(start, end), end))
        last.end = end

    def _is_joined(self, sentence: SentenceSpan) -> bool:
        """Whether a paragraph joins itself to the one before ("Bên cạnh đó, …")."""
        return self._after_connective(sentence.start, sentence.end) > sentence.start

    def _in_item(self) -> bool:
        return bool(self._open and self._last and self._last.item)

    def _singles_out(self, start: int, end: int) -> bool:
        """Whether a sentence goes on with the demand before it by naming what matters most ("Đặc biệt là …")."""
        return bool(self._open and self._last and SINGLES_OUT.match(self._low, start, end))

    def _is_list_ahead(self, end: int) -> bool:
        following = next((start for start in self._items if start >= end), None)
        return following is not None and not self._norm[end:following].strip()

    def _announcing(self, start: int, end: int) -> Span | None:
        """The cue of a clause that only says that a list of tasks follows."""
        clause = self._low[start:end].rstrip()
        if self._is_list_ahead(end) and ANNOUNCES.search(clause) and not NO_LIST_OF_TASKS.search(clause):
            return self._clauses.announcing_cue(start, end)
        return None

    def _said_until(self, start: int, end: int) -> int:
        """Where the demand ends in a quotation that is followed by the one who said it."""
        match = ATTRIBUTION.search(self._norm, start, end)
        if match is None or self._norm.count("“", start, match.start()) or self._norm.count('"', start, match.start()) % 2:
            return end
        return match.start()

    def _after_label(self, item: Item, end: int) -> int:
        at = item.end
        while at < end and not self._norm[at].isalnum():
            at += 1
        return self._after_connective(at, end)

    def _after_connective(self, start: int, end: int) -> int:
        match = CONNECTIVE.match(self._low, start, end)
        return match.end() if match else start
