"""Views that put beside a row what its reader asks next. The same SQL for every database but for one phrase."""

from __future__ import annotations

#: By kind of database: whether the list `directives` of a task holds a document.
_CARRIES_OUT = {
    "sqlite": "r.directive_id IN (SELECT value FROM json_each(t.directives))",
    "postgresql": "r.directive_id = ANY (t.directives)",
    "duckdb": "list_contains(t.directives, r.directive_id)",
}

_VIEWS = {
    # A fact, the sentence that states it, and its article.
    "v_facts": """
        SELECT f.*, s.text AS sentence, d.title, d.source, d.published
        FROM facts f
        JOIN sentences s ON s.doc_id = f.doc_id AND s.sent_no = f.sent_no
        JOIN documents d ON d.doc_id = f.doc_id
    """,
    # A task, the posts of the person who assigned it, and its article.
    "v_tasks": """
        SELECT t.*, p.positions AS assigner_positions, d.title, d.source, d.published
        FROM tasks t
        JOIN documents d ON d.doc_id = t.doc_id
        LEFT JOIN (
            SELECT doc_id, name, min(person_id) AS person_id FROM persons GROUP BY doc_id, name
        ) first ON first.doc_id = t.doc_id AND first.name = t.assigner
        LEFT JOIN persons p ON p.doc_id = first.doc_id AND p.person_id = first.person_id
    """,
    # Who appears in which article, in which posts.
    "v_people": """
        SELECT p.*, d.title, d.source, d.published
        FROM persons p
        JOIN documents d ON d.doc_id = p.doc_id
    """,
    # Which document an article refers to, and each task there that carries it out.
    "v_directives": """
        SELECT r.*, d.title, d.source, d.published, t.task_id, t.assigner, t.assignees, t.deadline, t.text AS task
        FROM directive_registry r
        JOIN documents d ON d.doc_id = r.doc_id
        LEFT JOIN tasks t ON t.doc_id = r.doc_id AND {carries_out}
    """,
}


def create_views(kind: str) -> list[str]:
    """The statements that create the views in a database of a kind (sqlite, postgresql or duckdb)."""
    return [f"CREATE VIEW {name} AS {query.format(carries_out=_CARRIES_OUT[kind])}" for name, query in _VIEWS.items()]
