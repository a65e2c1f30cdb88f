"""Where a post begins and ends among the words of a sentence ("Phó Chủ tịch Thường trực UBND tỉnh")."""

from __future__ import annotations

from bienban import lexicon
from bienban.find.people.heads import head_end, post_context
from bienban.find.people.honorifics import honorific_end
from bienban.find.people.names import name_end, namesake_end, unit_end
from bienban.find.people.others import (
    Context,
    is_abroad,
    is_namesake,
    names_something_else,
    opens_body,
    other_name,
)
from bienban.find.people.patterns import (
    ASSISTANTS,
    BEFORE_NAME,
    BODY_BEFORE_NOUN,
    BODY_HEADS,
    BODY_PARTS,
    COMMUNES,
    DOTTED,
    LISTED_BODIES,
    PLURAL,
    SECOND_HALVES,
    TASK_BODIES,
    UNIT_ABOVE,
    UNITS,
    VILLAGES,
)
from bienban.find.people.phrases import CLAUSE_WORDS, NO_NAMES, OPENERS, PLACES, Phrases, Token
from bienban.find.people.runs import name_run

_NOUNS = lexicon.mapping("clause_words", "noun")
_OPENER_KINDS = lexicon.mapping("openers", "kind")
#: How many words a post has at most, and how many stand in brackets.
_LONGEST = 40
_LONGEST_BRACKET = 8
#: How many words back the word stands that makes a body one set up for a task.
_TASK_REACH = 9


def post_end(tokens: list[Token], at: int, known: Phrases) -> int | None:
    """The index after a post that begins at a word: before a name, a clause, another post or the end of its phrase."""
    found = head_end(tokens, at)
    if not found:
        return None
    end = found[1]
    limit = min(len(tokens), at + _LONGEST)
    while end < limit:
        bracket = _bracket_end(tokens, end)
        if bracket and bracket < limit and tokens[bracket].gap == ") ":
            end = bracket
        if not _continues(tokens, at, end) or _name_begins(tokens, at, end, known):
            break
        named = other_name(tokens, end) or _namesake_end(tokens, end) or unit_end(tokens, end)
        word = CLAUSE_WORDS.match(tokens, end)
        end = named or (word[1] if word else end + 1)
    while tokens[end - 1].low in ("của", "các", "và"):
        end -= 1
    return _bracket_end(tokens, end) or end


def _namesake_end(tokens: list[Token], at: int) -> int | None:
    """The end of the name of a school or the like that a post names and that looks like a person's."""
    run = name_run(tokens, at) if tokens[at].capital else None
    return namesake_end(tokens, at, run) if run and names_something_else(tokens, at, Context.BODY_POST) else None


def _bracket_end(tokens: list[Token], end: int) -> int | None:
    """The end of a body, its short form or a country in brackets after a post ("Giám đốc Tổ chức … (WHO)")."""
    if end >= len(tokens) or tokens[end].gap != " (" or not tokens[end].capital:
        return None
    for at in range(end + 1, min(len(tokens), end + _LONGEST_BRACKET)):
        if tokens[at].gap.startswith(")"):
            return at
        if tokens[at].gap != " ":
            break
    return None


def _name_begins(tokens: list[Token], at: int, end: int, known: Phrases) -> bool:
    """Whether a name begins at `end`, after the post that began at `at`."""
    if not tokens[end].capital or not BEFORE_NAME.fullmatch(tokens[end].gap):
        return False
    if is_namesake(tokens, end):
        found = head_end(tokens, at)
        return found is not None and found[1] == end
    if other_name(tokens, end) or not name_run(tokens, end):
        return False
    return name_end(tokens, end, post_context(tokens, at, end), known) is not None


def _continues(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the word at `end` goes on with the post that began at `at`."""
    token = tokens[end]
    gap = token.gap
    if gap == ") " and not (token.capital or token.low in UNITS or token.low == "tại"):
        return False
    if gap in (" ", " & ", ") "):
        if token.low == "và":
            found = head_end(tokens, at)
            return found is not None and found[1] < end and _and_continues(tokens, end + 1)
        # "Ủy viên Bộ Chính trị Bí thư …", a comma forgotten
        another = token.text.istitle() and head_end(tokens, end) is not None and not _assists(tokens, at, end)
        return not (another or _ends_post(tokens, end) or honorific_end(tokens, end))
    if head_end(tokens, end) or honorific_end(tokens, end):
        return False
    if gap in (", ", ","):
        return _comma_continues(tokens, at, end)
    if gap.strip() == "-":
        return (
            (token.capital or token.text.isdigit() or token.low in SECOND_HALVES)
            and not _ends_post(tokens, end)
            and not _is_name(tokens, end)
        )
    return gap in (". ", ".") and tokens[end - 1].text in DOTTED


def _assists(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the post that begins at `at` is held with the one at `end`: "Trợ lý | Chủ tịch Quốc hội"."""
    found = head_end(tokens, at)
    return found is not None and found[0] in ASSISTANTS and found[1] == end


def _ends_post(tokens: list[Token], at: int) -> bool:
    if tokens[at].capital:
        opener = OPENERS.match(tokens, at)
        return opener is not None and _OPENER_KINDS[opener[0]] in ("when", "where", "source")
    found = CLAUSE_WORDS.match(tokens, at)
    if not found or other_name(tokens, at):
        return False
    if found[1] < len(tokens) and (
        (found[0] == "tại" and _is_seat(tokens, found[1])) or (found[0] == "thuộc" and tokens[found[1]].capital)
    ):
        return False
    noun = _NOUNS[found[0]]
    if noun == "task" and any(token.low in TASK_BODIES for token in tokens[max(0, at - _TASK_REACH) : at]):
        return False
    return not (noun and tokens[at - 1].low in BODY_BEFORE_NOUN)


def _is_seat(tokens: list[Token], at: int) -> bool:
    """Whether a post is held where these words say: "Đại sứ … tại | Việt Nam", "giáo viên … tại | Trường …"."""
    return is_abroad(tokens, at) or (tokens[at].capital and (opens_body(tokens, at) or tokens[at].low in BODY_PARTS))


def _and_continues(tokens: list[Token], at: int) -> bool:
    if at >= len(tokens) or tokens[at].gap != " ":
        return False
    token = tokens[at]
    if token.low in PLURAL or head_end(tokens, at) or honorific_end(tokens, at) or _is_name(tokens, at):
        return False
    return not _ends_post(tokens, at)


def _comma_continues(tokens: list[Token], at: int, end: int) -> bool:
    """A comma inside a post: "Vụ …, Bộ …", "xã …, huyện …", "Sở Văn hóa, Thể thao và Du lịch", "phòng, chống"."""
    token = tokens[end]
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if _is_name(tokens, end) or _ends_post(tokens, end) or (following and _ends_post(tokens, end + 1)):
        return False
    units = UNIT_ABOVE
    if any(word.low in VILLAGES for word in tokens[at:end]):
        units = UNIT_ABOVE | COMMUNES
    if token.low in units and following and following.capital:
        return True
    if token.text in BODY_HEADS and any(
        tokens[index].low in BODY_PARTS and not PLACES.match(tokens, index - 1) for index in range(at + 1, end)
    ):
        return True
    if not any(word.low in LISTED_BODIES for word in tokens[at:end]):
        return False
    if _list_closes(tokens, end) or (token.capital and not other_name(tokens, end)):
        return True
    return any(word.low == "các" for word in tokens[at:end]) and _is_phrase(tokens, end)


def _is_phrase(tokens: list[Token], at: int) -> bool:
    """Whether the words from here to the next comma hold no clause: "các công trình …, dự án …, chủ trì …"."""
    for index in range(at, min(len(tokens), at + _LONGEST)):
        if index > at and tokens[index].gap != " ":
            return tokens[index].gap == ", "
        if (
            _ends_post(tokens, index)
            or head_end(tokens, index)
            or tokens[index].low in PLURAL
            or tokens[index].low == "và"
        ):
            return False
    return False


def _list_closes(tokens: list[Token], at: int) -> bool:
    """Whether the words from here are short items of a list that "và" closes within the same phrase."""
    for index in range(at, min(len(tokens) - 1, at + 9)):
        token = tokens[index]
        if (index > at and token.gap not in (" ", ", ")) or _ends_post(tokens, index) or head_end(tokens, index):
            return False
        if token.low in PLURAL or honorific_end(tokens, index) or _is_name(tokens, index):
            return False
        if token.low == "và":
            return _and_continues(tokens, index + 1)
    return False


def _is_name(tokens: list[Token], at: int) -> bool:
    return (
        tokens[at].capital and not other_name(tokens, at) and name_end(tokens, at, Context.NONE, NO_NAMES) is not None
    )
