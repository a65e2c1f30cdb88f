"""Sentences -> task drafts: which sentences, and which parts of them, make one task."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from bienban.find.tasks.chain import Chain
from bienban.find.tasks.demand import Clause, Demand
from bienban.find.tasks.draft import Draft
from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.patterns import (
    ADDRESSED,
    ADDS,
    ARGUES,
    CITES,
    HEADED,
    RESET,
    TELLS,
    TENSE,
    THEREFORE,
    TOPIC,
    WILL_BE,
)
from bienban.find.tasks.pieces import pieces
from bienban.find.tasks.quotes import Quotes
from bienban.find.tasks.tellers import Tellers
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import BODY, CAPTION, SentenceSpan

_HEADING = 90  # characters


@dataclass
class _Turn:
    """A sentence in the reading.

    `said` tells whether it names who speaks, `quoted` whether it begins in a quotation, `goes_on` whether it continues
    a speech, `same_para` whether the sentence before stands in its paragraph. `here` tells whether it has made or
    continued a demand, `lead` where the words begin that stand before its first one.
    """

    sentence: SentenceSpan
    said: bool
    quoted: bool
    goes_on: bool
    same_para: bool
    here: bool = False
    lead: int | None = None


class Runs(Chain):
    """The task drafts of one article."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._quotes = Quotes(reading, self._voices, self._subjects)
        self._quoted: Speaker | None = None  # who spoke when the last quotation opened
        self._wished = False  # whether the last sentence makes a petition
        self._tellers = Tellers(reading)

    def drafts(self) -> list[Draft]:
        """All tasks in order."""
        for sentence, following in zip_longest(self._reading.sentences, self._reading.sentences[1:]):
            if sentence.role == BODY:
                if self._is_heading(sentence, following):
                    self._open = False
                else:
                    self._sentence(sentence, following)
            elif sentence.role == CAPTION:
                self._caption(sentence)
            else:
                self._open = False
        for draft in self._drafts:
            draft.clauses = [Span(start, self._quotes.said_until(start, end)) for start, end in draft.clauses]
        return [draft for draft in self._drafts if draft.clauses and not self._tellers.discusses(draft.speaker)]

    def _is_heading(self, sentence: SentenceSpan, following: SentenceSpan | None) -> bool:
        """Whether a sentence is a heading that was run together with the paragraph under it."""
        glued = following is not None and following.para_no == sentence.para_no
        return glued and sentence.end - sentence.start <= _HEADING and self._norm[sentence.end - 1].isalnum()

    def _caption(self, sentence: SentenceSpan) -> None:
        """A caption that tells who orders whom what ("Ông A chỉ đạo các đơn vị …") makes a task of its own."""
        start, end = sentence.start, sentence.end
        demand = self._demands.demand(Clause(start, end, None, True, True))
        if demand and demand.kind == "order" and demand.cue and demand.speaker and demand.assignees:
            self._add(
                Draft(
                    start,
                    end,
                    demand.cue,
                    demand.speaker,
                    demand.assignees,
                    "caption",
                    topic=start,
                    clauses=[Span(demand.content, end)],
                )
            )

    def _sentence(self, sentence: SentenceSpan, following: SentenceSpan | None) -> None:
        quoted = self._quotes.begins_inside(sentence)
        said: Speaker | None = None
        if not (quoted and self._open):
            said = self._quotes.speaker(sentence, self._speaker) or self._voices.of(sentence, self._speaker)
            said = said or self._voices.pointed_back(following, self._speaker)
        if said:
            self._tellers.note(said, sentence)
        goes_on = self._voices.goes_on(sentence)
        if not quoted:
            self._quoted = said or self._speaker
        same_para = sentence.para_no == self._para_no
        self._forget(sentence, said)
        joined = self._parts.after_connective(sentence.start, sentence.end) > sentence.start
        if self._wished and joined and not said:
            return  # "…, kiến nghị Trung ương hỗ trợ. Đồng thời, cần …" goes on with what is wished
        turn = _Turn(sentence, said is not None, quoted, goes_on, same_para)
        for start, end in pieces(self._norm, self._low, sentence, self._lists.starts, self._clauses):
            self._piece(turn, start, end)
        self._open = turn.here
        self._wished = not turn.here and self._demands.wishes(sentence.start, sentence.end)

    def _piece(self, turn: _Turn, start: int, end: int) -> None:
        """Begin a task with a part of a sentence, go on with the last one, or pass it over."""
        if self._parts.after_connective(start, end) == end:  # "Trong đó, | (1) …", "Đồng thời, | đề nghị …"
            turn.lead = start if turn.lead is None and not turn.here else turn.lead
            return
        item = self._lists.at(start)
        demand = self._demand(turn, start, end)
        first = self._after_label(start, end) if item else start
        if self._last and not self._last.clauses and not turn.here and not item and turn.lead is None:
            self._last.start = start  # the sentence before only announced it
        if turn.lead is not None and demand and self._is_no_turn(turn.lead, start, demand):
            demand = None
        if item:
            turn.here = self._begin_item(item, end, demand)
        elif demand and self._continues(demand, first, end, turn.here, turn.same_para, turn.said):
            turn.here = self._extend(start, end, demand)
        elif demand and (
            draft := self._begin(
                start if turn.lead is None or demand.cue is None else turn.lead, end, demand, turn.said, turn.here
            )
        ):
            turn.here = bool(self._drafts) and self._drafts[-1] is draft
        elif self._belongs(turn, start, end):
            turn.here = self._extend(start, end, None)
        elif (
            self._speaker
            and not self._tellers.reports(self._speaker, self._para_no)
            and self._lists.is_announced(start, end)
            and (cue := self._demands.announcing_cue(start, end))
        ):
            self._last = self._opener = Draft(start, end, cue, self._speaker, [], "list", topic=start)
            self._listed_para = self._para_no
        elif turn.lead is None:
            turn.lead = start
        if turn.here:
            turn.lead = None

    def _demand(self, turn: _Turn, start: int, end: int) -> Demand | None:
        """The demand of a part of a sentence, None where it makes none or only somebody quoted tells of it."""
        sentence = turn.sentence
        first = self._after_label(start, end) if self._lists.at(start) else start
        headed = HEADED.match(self._norm, first, end) if self._lists.at(start) else None
        if headed and self._clauses.starts_body(headed.end(), end):
            first = headed.end()  # "1. Thu ngân sách: | Chi cục Thuế rà soát …"
        opens = turn.here or turn.goes_on or start == sentence.start or self._is_led(sentence.start, start)
        opens = opens or THEREFORE.match(self._low, start) is not None
        asked = self._quotes.asked(sentence)
        stop = self._quotes.said_until(first, end) if asked else end
        clause = Clause(first, stop, self._speaker, turn.said, opens)
        demand = self._demands.quoted(clause, asked) if asked else self._demands.demand(clause)
        if demand is None:
            return None
        if demand.kind == "order" and turn.quoted and demand.speaker not in (None, self._quoted):
            return None  # "“… Bí thư cũng đã yêu cầu làm rõ”": told by the one who is quoted
        tellers = self._tellers
        if demand.cue and tellers.reports(self._speaker, sentence.para_no) and tellers.only_tells(demand.cue):
            return None  # "báo cáo kết quả, làm rõ các nội dung, trong đó đẩy mạnh …"
        if demand.kind == "plain" and CITES.match(self._low, start):
            return None  # "Theo ông …, Sở Y tế đẩy mạnh …" tells of what is done
        if demand.kind in ("bare", "faint") and self._quotes.is_told(sentence):
            return None  # "“Nói không với tiêu cực mà …”, ông ví von"
        return demand

    def _forget(self, sentence: SentenceSpan, said: Speaker | None) -> None:
        """Forget what does not hold in this sentence: another speaker, another part of the report, a new paragraph."""
        item = self._lists.at(sentence.start)
        bulleted = item is not None and item.ordinal is None
        first = self._lists.after_label(sentence.start, sentence.end) if bulleted else sentence.start
        if RESET.match(self._low, first, sentence.end) or (said and said != self._speaker):
            self._last, self._told, self._opener, self._open = None, None, None, False
        # "Bên cạnh đó, …" joins a paragraph to the one before.
        joined = self._parts.after_connective(sentence.start, sentence.end) > sentence.start
        if sentence.para_no != self._para_no and not self._open and not joined:
            self._last = None
        # A dash after other paragraphs is no item of the list before them.
        if bulleted and sentence.para_no > self._listed_para + 1:
            self._opener = None
        self._speaker = said or self._speaker
        self._para_no = sentence.para_no

    def _is_led(self, start: int, end: int) -> bool:
        """Whether nothing but a topic or a topic's clause stands before a part of a sentence ("Thời gian tới, | …")."""
        before = self._low[start:end].rstrip(" ,")
        if before.endswith(";") and before.count(";") == 1 and ADDRESSED.match(before):
            return True  # "Đối với các xã …, chính sách chưa tới nơi; | đề nghị …"
        return "," not in before and ";" not in before and TOPIC.match(before) is not None

    def _is_no_turn(self, start: int, end: int, demand: Demand) -> bool:
        """Whether a part of a sentence goes on with the words before it, from `start` on, which demand nothing."""
        if demand.cue is None and (demand.kind != "plain" or TENSE.search(self._low, start, end)):
            return True  # "Các ngành đã kiểm tra, trong đó Công an lập hai chốt"
        demands = self._demands
        told = demands.is_told(start, end) or demands.is_done(start, end) or demands.wishes(start, end)
        return demand.speaker is None and (told or demands.is_provided(start, end))

    def _belongs(self, turn: _Turn, start: int, end: int) -> bool:
        """Whether a part of a sentence that demands nothing goes on with the last task."""
        if turn.here:  # but not with "; phần còn lại sẽ được Bộ xem xét"
            return self._parts.predicate(start, end) is not None or not WILL_BE.match(self._low, start, end)
        return not turn.said and turn.same_para and self._open and self._goes_with_last(start, end, turn.quoted)

    def _goes_with_last(self, start: int, end: int, quoted: bool) -> bool:
        """Whether a sentence without a demand belongs to the last task.

        It does in its item, in its quotation, where it neither argues nor tells, and where it singles out what matters.
        """
        if quoted and not ARGUES.match(self._low, start, end) and not TELLS.match(self._low, start, end):
            return True
        adds = ADDS.match(self._low, start, end)
        added = adds and not TENSE.search(self._low, adds.end(), end) and not self._parts.names_body(start, end)
        return bool(self._last and (self._in_item() or added))
