"""Who is speaking in a sentence: the subject of its reporting verb."""

from __future__ import annotations

import regex

from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.patterns import QUANTIFIER
from bienban.find.tasks.subject_patterns import CLAUSE_STOP, THING
from bienban.find.tasks.subjects import Subjects
from bienban.find.tasks.words import CUES, REPORTS, VERBS
from bienban.segment.sentences import SentenceSpan

_CIRCUMSTANCE = regex.compile(r"(?:sau khi|trước khi|khi)\b")
_ACCORDING = regex.compile(r"theo (?=\p{L})")


class Voices(Subjects):
    """The speakers of an article."""

    def of(self, sentence: SentenceSpan, running: Speaker | None) -> Speaker | None:
        """The one whose speech a sentence reports, `running` being the last; None where it reports none of its own."""
        start, end = sentence.start, sentence.end
        if said := self._according(start, end, running):
            return said
        at = self._after_circumstance(start, end)
        doer: Speaker | None = None  # a body that does something before it gives an order
        for verb in self.anchors(at, end):
            if verb < at:
                continue
            cue = CUES.longest(self._low, verb, end, self._norm)
            if cue and cue[1] == "none":
                at = cue[0]
                continue
            if self._norm[verb].isupper() and verb > start:
                continue
            at = cue[0] if cue else at
            if cue and cue[1] == "order" and not self.explicit(start, verb):
                if doer and self._low[verb : cue[0]] != "đề nghị":
                    return doer
                stop = CLAUSE_STOP.search(self._low, at, end)  # until there, the names are of those who get the order
                at = stop.end() if stop else end
                continue
            report = REPORTS.at(self._low, verb, end)
            reports = (report is not None and report[1] == "speaker") or (cue is not None and cue[1] != "modal")
            if reports and self.explicit(start, verb) and (said := self.subject(start, verb, running)):
                # Of a body, "đề xuất", "báo cáo" and the like are as often what it is to do.
                doing = VERBS.at(self._low, verb, end)
                sure = said.is_person or THING.match(said.name.lower())
                many = doing and doing[1] != "noun" and QUANTIFIER.match(said.name.lower())
                orders = cue and cue[1] == "order" and not many
                if sure or orders or doing is None or doing[0] < (report or doing)[0]:
                    return said
                doer = doer or said
        return None

    def goes_on(self, sentence: SentenceSpan) -> bool:
        """Whether the sentence continues a speech without naming its speaker ("Đồng thời, đề nghị …")."""
        at = self._after_connective(sentence.start, sentence.end)
        report = REPORTS.at(self._low, at, sentence.end)
        return (report is not None and report[1] == "speaker") or CUES.at(self._low, at, sentence.end) is not None

    def _according(self, start: int, end: int, running: Speaker | None) -> Speaker | None:
        """ "Theo đồng chí …, …"."""
        match = _ACCORDING.match(self._low, start, end)
        comma = self._low.find(",", match.end(), end) if match else -1
        if match is None or comma < 0:
            return None
        return self._person(match.end(), comma) or self._titled([match.end()], comma, running)

    def _after_circumstance(self, start: int, end: int) -> int:
        """Past a clause that tells after or upon what somebody speaks ("Sau khi nghe Sở Y tế báo cáo, …")."""
        comma = self._low.find(", ", start, end) if _CIRCUMSTANCE.match(self._low, start, end) else -1
        return comma + 2 if comma > 0 else start
