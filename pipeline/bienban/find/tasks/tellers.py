"""Who in an article reads a report or takes part in a discussion, so that what he says is told and not demanded."""

from __future__ import annotations

from bienban.find.tasks.holders import Speaker
from bienban.find.tasks.patterns import DISCUSSES, PRESENTS
from bienban.find.tasks.words import CUES
from bienban.segment.reading import Reading, Span
from bienban.segment.sentences import SentenceSpan


class Tellers:
    """The reporters and discussants of one article, noted sentence by sentence."""

    def __init__(self, reading: Reading) -> None:
        self._low = reading.low
        self._reporter: tuple[Speaker | None, int] = (None, -1)  # and the paragraph in which he reads his report
        self._discussants: set[str] = set()

    def note(self, said: Speaker, sentence: SentenceSpan) -> None:
        """Note how somebody speaks in a sentence."""
        if not said.is_person:
            return
        if DISCUSSES.match(self._low, sentence.start, sentence.end):
            self._discussants.add(said.name)
        if PRESENTS.search(self._low, sentence.start, sentence.end):
            self._reporter = (said, sentence.para_no)

    def discusses(self, speaker: Speaker) -> bool:
        """Whether somebody speaks in a discussion anywhere."""
        return speaker.name in self._discussants

    def reports(self, speaker: Speaker | None, para_no: int) -> bool:
        """Whether somebody reads a report in a paragraph: the nearest that was noted."""
        return self._reporter == (speaker, para_no)

    def only_tells(self, cue: Span) -> bool:
        """Whether a cue only announces what is said, so that a reporter demands nothing with it."""
        found = CUES.at(self._low, *cue)
        return found is None or found[1] == "list"
