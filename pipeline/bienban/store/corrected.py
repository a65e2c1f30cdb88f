"""Views of the tables as reviewers left them: rows that they rejected are gone, rows that they added are there, and
rows that they accepted or edited are as they said, whatever a later extraction makes of that place. What refers to a
row that is gone refers to none, and an action goes with its task.

`corrected_facts`, `corrected_people`, `corrected_directives`, `corrected_tasks` and `corrected_actions` have the
columns of the table; `corrected_persons` and `corrected_directive_registry` gather the mentions again where some were
decided. The SQL is the same for every database but for how it takes a value out of JSON.
"""

from __future__ import annotations

from bienban.store.columns import COLUMNS, Column
from bienban.store.reviews import REFERRED, REVIEWED, own_id

# By kind of database: a value of a JSON object by the type of its column.
_JSON = {
    "sqlite": dict.fromkeys((str, int, float, list), "json_extract({json}, '$.{name}')"),
    "postgresql": {
        str: "({json} ->> '{name}')",
        int: "({json} ->> '{name}')::bigint",
        float: "({json} ->> '{name}')::double precision",
        list: "ARRAY(SELECT jsonb_array_elements_text({json} -> '{name}'))",
    },
    "duckdb": {
        str: "({json} ->> '$.{name}')",
        int: "CAST({json} ->> '$.{name}' AS BIGINT)",
        float: "CAST({json} ->> '$.{name}' AS DOUBLE)",
        list: "CAST({json} -> '$.{name}' AS VARCHAR[])",
    },
}
# By kind of database: the posts of a person's mentions, each once, in order of appearance.
_POSTS = {
    "sqlite": """(SELECT json_group_array(post) FROM (
            SELECT post.value AS post FROM corrected_people m, json_each(m.positions) post
            WHERE m.doc_id = p.doc_id AND m.person_id = p.person_id
            GROUP BY post.value ORDER BY min(m.start), min(post.key)
        ))""",
    "postgresql": """ARRAY(
            SELECT post.value FROM corrected_people m, unnest(m.positions) WITH ORDINALITY post (value, key)
            WHERE m.doc_id = p.doc_id AND m.person_id = p.person_id
            GROUP BY post.value ORDER BY min(m.start), min(post.key)
        )""",
    "duckdb": """coalesce((SELECT list(post ORDER BY place) FROM (
            SELECT post, min((start, key)) AS place FROM (
                SELECT m.start, unnest(m.positions) AS post, generate_subscripts(m.positions, 1) AS key
                FROM corrected_people m WHERE m.doc_id = p.doc_id AND m.person_id = p.person_id
            ) GROUP BY post
        )), [])""",
}

# The decision that counts at each place.
_STANDING = """
    SELECT * FROM reviews r
    WHERE r.undone_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM reviews later
        WHERE later.doc_id = r.doc_id AND later.row_table = r.row_table AND later.start = r.start
        AND later."end" = r."end" AND later.review_id > r.review_id AND later.undone_at IS NULL
    )
"""
_TABLE = """
    SELECT {own} FROM {table} t
    WHERE NOT EXISTS (
        SELECT 1 FROM reviews r WHERE r.doc_id = t.doc_id AND r.row_table = '{table}' AND r.start = t.start
        AND r."end" = t."end" AND r.undone_at IS NULL
    )
    UNION ALL
    SELECT {decided} FROM standing_reviews r
    JOIN documents d ON d.doc_id = r.doc_id
    LEFT JOIN {table} t ON t.doc_id = r.doc_id AND t.start = r.start AND t."end" = r."end"
    WHERE r.row_table = '{table}' AND r.verdict <> 'reject'
"""
# The id of another row, which a row as extracted names by its id, and one that was decided by its place; null where
# that row was rejected, or is there no more.
_STANDS = """x.doc_id = {row}.doc_id AND NOT EXISTS (
        SELECT 1 FROM standing_reviews s WHERE s.doc_id = x.doc_id AND s.row_table = '{there}' AND s.start = x.start
        AND s."end" = x."end" AND s.verdict = 'reject'
    )"""
_BY_ID = f"(SELECT x.{{there_id}} FROM {{there}} x WHERE x.{{there_id}} = t.{{name}} AND {_STANDS}) AS {{name}}"
_BY_PLACE = f"""coalesce((
        SELECT min(x.{{there_id}}) FROM {{there}} x WHERE x.start || '-' || x."end" = {{place}} AND {_STANDS}
    ), (
        SELECT s.start || '-' || s."end" FROM standing_reviews s WHERE s.doc_id = r.doc_id
        AND s.row_table = '{{there}}' AND s.start || '-' || s."end" = {{place}} AND s.verdict <> 'reject'
    ))"""
_DECIDED_ARTICLES = "SELECT r.doc_id FROM reviews r WHERE r.row_table = '{table}' AND r.undone_at IS NULL"
_PERSONS = """
    SELECT p.* FROM persons p WHERE p.doc_id NOT IN ({articles})
    UNION ALL
    SELECT p.doc_id, p.person_id, p.name, {posts}, p.n_mentions{name_folded}
    FROM (
        SELECT m.doc_id, m.person_id, {first_name} AS name, count(*) AS n_mentions
        FROM corrected_people m WHERE m.doc_id IN ({articles}) GROUP BY m.doc_id, m.person_id
    ) p
"""
# Folding is beyond SQL: a name that was edited stands folded beside it. DuckDB files lack the column.
_NAME_FOLDED = """, coalesce(
        (SELECT min(q.name_folded) FROM persons q WHERE q.doc_id = p.doc_id AND q.name = p.name),
        (SELECT min({folded}) FROM reviews r WHERE r.doc_id = p.doc_id AND {name} = p.name)
    )"""
_REGISTRY = """
    SELECT d.* FROM directive_registry d WHERE d.doc_id NOT IN ({articles})
    UNION ALL
    SELECT m.doc_id, m.directive_id, {firsts}, count(*)
    FROM corrected_directives m WHERE m.doc_id IN ({articles}) GROUP BY m.doc_id, m.directive_id
"""


def corrected_views(kind: str) -> dict[str, str]:
    """The queries of the views by name, in an order in which they can be created."""
    persons = _DECIDED_ARTICLES.format(table="people")
    directives = _DECIDED_ARTICLES.format(table="directives")
    register = ("doc_type", "number", "issuer", "issued_on", "subject")
    return {
        "standing_reviews": _STANDING,
        **{f"corrected_{table}": _corrected(table, kind) for table in REVIEWED},
        "corrected_persons": _PERSONS.format(
            articles=persons,
            posts=_POSTS[kind],
            first_name=_first("people", "person_id", "name"),
            name_folded="" if kind == "duckdb" else _name_folded(kind),
        ),
        "corrected_directive_registry": _REGISTRY.format(
            articles=directives, firsts=", ".join(_first("directives", "directive_id", name) for name in register)
        ),
    }


def _corrected(table: str, kind: str) -> str:
    own = ", ".join(_own(table, column) for column in COLUMNS[table])
    decided = ", ".join(_decided(table, column, kind) for column in COLUMNS[table])
    rows = _TABLE.format(table=table, own=own, decided=decided)
    # What there is to do goes with its task.
    return f"SELECT * FROM ({rows}) t WHERE t.task_id IS NOT NULL" if table == "actions" else rows


def _own(table: str, column: Column) -> str:
    """A column of a row that nobody decided about."""
    if not _names_a_row(table, column):
        return f't."{column.name}"'
    there, there_id = REFERRED[column.name]
    return _BY_ID.format(there=there, there_id=there_id, row="t", name=column.name)


def _decided(table: str, column: Column, kind: str) -> str:
    """A column of a row that a reviewer decided."""
    value = _JSON[kind][column.type].format(json="r.after", name=column.name)
    if column.name == "doc_id":
        return "r.doc_id"
    if column.name == "sent_no":
        return f"(SELECT max(s.sent_no) FROM sentences s WHERE s.doc_id = r.doc_id AND s.start <= {_start(kind)})"
    if column.name == own_id(table):
        return f"""coalesce(t.{column.name}, r.start || '-' || r."end")"""
    if column.name not in REFERRED:
        return value
    there, there_id = REFERRED[column.name]
    if _names_a_row(table, column):
        return _BY_PLACE.format(there=there, there_id=there_id, row="r", place=value)
    return f"""coalesce((
        SELECT min(x.{there_id}) FROM {there} x
        WHERE x.doc_id = r.doc_id AND x.start || '-' || x."end" = {value}
    ), {value})"""


def _names_a_row(table: str, column: Column) -> bool:
    """Whether a column names another row, which may be rejected: a person is there as long as any mention."""
    return column.name in REFERRED and column.name not in (own_id(table), "person_id")


def _start(kind: str) -> str:
    return _JSON[kind][int].format(json="r.after", name="start")


def _name_folded(kind: str) -> str:
    name, folded = (_JSON[kind][str].format(json="r.after", name=name) for name in ("name", "name_folded"))
    return _NAME_FOLDED.format(name=name, folded=folded)


def _first(table: str, key: str, column: str) -> str:
    """The first value of a column that the mentions `m` of an article give."""
    return f"""(
        SELECT x.{column} FROM corrected_{table} x
        WHERE x.doc_id = m.doc_id AND x.{key} = m.{key} AND x.{column} IS NOT NULL ORDER BY x.start LIMIT 1
    )"""
