"""Guiding documents that an article refers to.

Each type word ("Nghị quyết", "Quyết định") is an anchor. After it stands a number, or else a name, a title, a
subject; or nothing, and then the word may point to a document already named.
"""

from __future__ import annotations

from bienban.find.directives.anchors import find_anchors
from bienban.find.directives.named import named
from bienban.find.directives.numbered import numbered
from bienban.link.directives import Citation, resolve
from bienban.model import DirectiveMention
from bienban.segment.reading import Reading

__all__ = ["find_directives"]


def find_directives(reading: Reading) -> list[DirectiveMention]:
    """The mentions of guiding documents, in order, each with all that the article says of its document."""
    return [
        reading.row(
            DirectiveMention,
            cited.start,
            cited.end,
            mention_id=f"d{number}",
            doc_type=cited.doc_type,
            number=cited.number,
            issuer=cited.issuer,
            issued_on=cited.issued_on,
            subject=cited.subject,
            directive_id=cited.directive_id,
            rule=cited.rule,
        )
        for number, cited in enumerate(resolve(_citations(reading), reading.low))
    ]


def _citations(reading: Reading) -> list[Citation]:
    cited: list[Citation] = []
    covered = 0
    for anchor in find_anchors(reading):
        if anchor.start < covered:
            continue
        if numbers := numbered(reading, anchor):
            cited += numbers
        elif names := named(reading, anchor):
            cited += names
            if names[0].rule == "name.amending" or anchor.doc_type == "Báo cáo":
                # The law amended, the document reported on: part of the name.
                covered = names[0].end
    drafts = {citation.directive_id for citation in cited if citation.rule == "name.draft"}
    return [citation for citation in cited if citation.directive_id not in drafts]
