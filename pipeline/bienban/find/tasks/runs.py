"""Sentences -> task drafts: which sentences make one task, and what each inherits from the one before."""

from __future__ import annotations

from itertools import zip_longest

from bienban.find.tasks.bodies import same_bodies
from bienban.find.tasks.clauses import Demand
from bienban.find.tasks.demands import Demands
from bienban.find.tasks.draft import Draft
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.lists import Lists, asked_before
from bienban.find.tasks.patterns import ABOUT, ADDRESSED, ADDS, ARGUES, CITES, FURTHER, RESET, TENSE, TOPIC
from bienban.find.tasks.pieces import pieces
from bienban.find.tasks.quotes import Quotes
from bienban.find.tasks.speech import Voices
from bienban.segment.outline import Item
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import BODY, CAPTION, SentenceSpan

_HEADING = 90  # characters
_LONGEST = 5000  # characters; what is longer is no sentence, and reading it would take time quadratic in its length


class Runs:
    """The task drafts of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._norm, self._low = reading.norm, reading.low
        self._voices = Voices(reading)
        self._quotes = Quotes(reading, self._voices)
        self._demands = Demands(reading, self._voices)
        self._lists = Lists(reading)
        self._drafts: list[Draft] = []
        self._speaker: Speaker | None = None
        self._last: Draft | None = None  # the demand that later sentences inherit from
        self._told: Draft | None = None  # the last demand whose sentence says who makes it
        self._opener: Draft | None = None  # the demand that opened the list
        self._wished = False  # whether the last sentence makes a petition
        self._open = False  # whether the last demand's run goes on
        self._para_no = self._listed_para = -1  # of the last sentence; of the last item or opener

    def drafts(self) -> list[Draft]:
        """All tasks in order."""
        for sentence, following in zip_longest(self._reading.sentences, self._reading.sentences[1:]):
            if sentence.role == BODY and sentence.end - sentence.start <= _LONGEST:
                if self._is_heading(sentence, following):
                    self._open = False
                else:
                    self._sentence(sentence)
            elif sentence.role != CAPTION:
                self._open = False
        for draft in self._drafts:
            draft.clauses = [Span(start, self._quotes.said_until(start, end)) for start, end in draft.clauses]
        return [draft for draft in self._drafts if draft.clauses]

    def _is_heading(self, sentence: SentenceSpan, following: SentenceSpan | None) -> bool:
        """Whether a sentence is a heading that was run together with the paragraph under it."""
        glued = following is not None and following.para_no == sentence.para_no
        return glued and sentence.end - sentence.start <= _HEADING and self._norm[sentence.end - 1].isalnum()

    def _sentence(self, sentence: SentenceSpan) -> None:
        quoted = self._quotes.begins_inside(sentence)
        said: Speaker | None = None
        if not (quoted and self._open):
            said = self._quotes.speaker(sentence, self._speaker) or self._voices.of(sentence, self._speaker)
        goes_on = self._voices.goes_on(sentence)
        same_para = sentence.para_no == self._para_no
        self._turn(sentence, said)
        joined = self._demands.after_connective(sentence.start, sentence.end) > sentence.start
        if self._wished and joined and not said:
            return  # "…, kiến nghị Trung ương hỗ trợ. Đồng thời, cần …" goes on with what is wished
        asked = self._quotes.asked(sentence)
        lead: int | None = None  # where the words begin that stand before the sentence's first demand
        here = False  # whether this sentence has made or continued a demand
        for start, end in pieces(self._norm, self._low, sentence, self._lists.starts, self._demands):
            item = self._lists.at(start)
            first = self._after_label(start, end) if item else start
            opens = here or goes_on or start == sentence.start or self._is_led(sentence.start, start)
            if asked:
                stop = self._quotes.said_until(first, end)
                demand = self._demands.quoted(first, stop, self._speaker, said is not None, opens, asked)
            else:
                demand = self._demands.demand(first, end, self._speaker, said is not None, opens)
            if demand and demand.kind == "plain" and CITES.match(self._low, start):
                demand = None  # "Theo ông …, Sở Y tế đẩy mạnh …" tells of what is done
            if self._last and not self._last.clauses and not here and lead is None:
                self._last.start = start  # the sentence before only announced it
            if lead is not None and demand and demand.cue is None and demand.kind != "plain":
                demand = None  # after words that demand nothing, a bare verb goes on with them
            if item:
                here = self._begin_item(item, end, demand)
            elif demand and self._continues(demand, first, here, same_para, said is not None):
                here = self._extend(start, end, demand)
            elif demand and (
                draft := self._begin(
                    start if lead is None or demand.cue is None else lead, end, demand, said is not None, here
                )
            ):
                here = bool(self._drafts) and self._drafts[-1] is draft
            elif here or (not said and same_para and self._open and self._goes_with_last(start, end, quoted)):
                here = self._extend(start, end, None)
            elif (
                self._speaker
                and self._lists.is_announced(start, end)
                and (cue := self._demands.announcing_cue(start, end))
            ):
                self._last = self._opener = Draft(start, end, cue, self._speaker, [], "list", topic=start)
                self._listed_para = self._para_no
            elif lead is None:
                lead = start
            if here:
                lead = None
        self._open = here
        self._wished = not here and self._demands.wishes(sentence.start, sentence.end)

    def _turn(self, sentence: SentenceSpan, said: Speaker | None) -> None:
        """Forget what does not hold in this sentence: another speaker, another part of the report, a new paragraph."""
        item = self._lists.at(sentence.start)
        bulleted = item is not None and item.ordinal is None
        first = self._lists.after_label(sentence.start, sentence.end) if bulleted else sentence.start
        if RESET.match(self._low, first, sentence.end) or (said and said != self._speaker):
            self._last, self._told, self._opener, self._open = None, None, None, False
        # "Bên cạnh đó, …" joins a paragraph to the one before.
        joined = self._demands.after_connective(sentence.start, sentence.end) > sentence.start
        if sentence.para_no != self._para_no and not self._open and not joined:
            self._last = None
        # A dash after other paragraphs is no item of the list before them.
        if bulleted and sentence.para_no > self._listed_para + 1:
            self._opener = None
        self._speaker = said or self._speaker
        self._para_no = sentence.para_no

    def _begin_item(self, item: Item, end: int, demand: Demand | None) -> bool:
        """A task of a list's item; outside a list of tasks only where the item demands by itself."""
        opener = self._opener
        if opener is None:
            explicit = demand is not None and demand.kind in ("order", "modal")
            return bool(demand and explicit and self._begin(item.start, end, demand, True, False, item))
        if self._lists.heads(item, end) and (demand is None or self._norm[end - 1].isalnum()):
            return False
        draft = Draft(
            item.start,
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
        draft.clauses = [Span(demand.content if demand else self._after_label(item.start, end), end)]
        self._drafts.append(draft)
        self._last = draft
        self._listed_para = self._para_no
        return True

    def _begin(
        self, start: int, end: int, demand: Demand, said: bool, here: bool, item: Item | None = None
    ) -> Draft | None:
        """A new draft; one that only announces a list is its opener and no task. None where nothing gives it a cue."""
        last = self._last
        source = last if here else self._told or last
        cue = demand.cue or (source.cue if last and source else None)
        speaker = demand.speaker or self._speaker
        if cue is None or speaker is None or demand.kind in ("faint", "thing"):
            return None
        if demand.kind == "plain" and demand.cue is None and not (here or self._open or said):
            return None
        assignees = demand.assignees or (last.assignees if last and demand.kind == "bare" else [])
        end = start + len(self._low[start:end].rstrip())
        draft = Draft(start, end, cue, speaker, assignees, demand.kind, item, topic=start)
        if last and (here or self._open) and not said and demand.kind != "order":
            draft.heir_of = last
        self._last = draft
        self._opener = draft if self._lists.follows(end) else None
        self._listed_para = self._para_no
        if said:
            self._told = draft
        if said_to_do := asked_before(self._low[demand.content : end], self._opener is not None):
            draft.clauses = [Span(demand.content, demand.content + len(said_to_do))]
        if draft.clauses or not self._opener:
            self._drafts.append(draft)  # without clauses it is no task yet: the sentences that follow may say them
        return draft

    def _continues(self, demand: Demand, first: int, here: bool, same_para: bool, said: bool) -> bool:
        """Whether a demand goes on with the last task: to the same assignee, without a new reporting clause.

        A new paragraph that tells a time or purpose of its own and nobody to do it ("Để …, cần …") does not.
        """
        last = self._last
        if last is None or not (here or self._open):
            return False
        if last.item and (here or same_para) and not said:
            return True
        if not here and (said or demand.kind == "order"):
            return False
        if demand.kind == "order" and demand.assignees:
            return not (last.assignees or last.clauses)
        if here and not last.clauses:
            return True
        if demand.kind == "modal" and not (here or same_para or demand.assignees) and last.assignees:
            opens = self._demands.after_connective(first, demand.content)
            return bool(ABOUT.match(self._low, first)) or (demand.cue is not None and demand.cue.start == opens)
        names_doer = not last.assignees and (here or same_para) and FURTHER.match(self._low, first) is not None
        return not demand.assignees or names_doer or same_bodies(self._low, last.assignees, demand.assignees)

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
        goes_on = last.clauses and last.clauses[-1].end + 1 == start and self._norm[last.end - 1] == ";"
        if goes_on and not new_doer and (demand is None or demand.cue is None):
            # Within a sentence it is for the actions to say where one ends.
            last.clauses[-1] = Span(last.clauses[-1].start, end)
        else:
            content = demand.content if demand else self._demands.after_connective(start, end)
            last.clauses.append(Span(content, end))
        last.end = end
        return True

    def _is_led(self, start: int, end: int) -> bool:
        """Whether nothing but a topic or a topic's clause stands before a part of a sentence ("Thời gian tới, | …")."""
        before = self._low[start:end].rstrip(" ,")
        if before.endswith(";") and before.count(";") == 1 and ADDRESSED.match(before):
            return True  # "Đối với các xã …, chính sách chưa tới nơi; | đề nghị …"
        return "," not in before and ";" not in before and TOPIC.match(before) is not None

    def _goes_with_last(self, start: int, end: int, quoted: bool) -> bool:
        """Whether a sentence without a demand belongs to the last task.

        It does in its item and in its quotation, where it does not argue, and where it singles out what matters.
        """
        if quoted and not ARGUES.match(self._low, start, end):
            return True
        adds = ADDS.match(self._low, start, end)
        added = adds and not TENSE.search(self._low, adds.end(), end) and not self._demands.names_body(start, end)
        return bool(self._last and (self._last.item or added))

    def _after_label(self, start: int, end: int) -> int:
        return self._demands.after_connective(self._lists.after_label(start, end), end)
