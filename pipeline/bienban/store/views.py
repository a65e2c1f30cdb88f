"""Views that put beside a row, as reviewers left it, what its reader asks next. The same SQL for every database but
for one phrase.
"""

from __future__ import annotations

from bienban.store.corrected import corrected_views

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
        FROM corrected_facts f
        JOIN sentences s ON s.doc_id = f.doc_id AND s.sent_no = f.sent_no
        JOIN documents d ON d.doc_id = f.doc_id
    """,
    # A task, the posts of the person who assigned it, and its article.
    "v_tasks": """
        SELECT t.*, p.positions AS assigner_positions, d.title, d.source, d.published
        FROM corrected_tasks t
        JOIN documents d ON d.doc_id = t.doc_id
        LEFT JOIN (
            SELECT doc_id, name, min(person_id) AS person_id FROM corrected_persons GROUP BY doc_id, name
        ) first ON first.doc_id = t.doc_id AND first.name = t.assigner
        LEFT JOIN corrected_persons p ON p.doc_id = first.doc_id AND p.person_id = first.person_id
    """,
    # Who appears in which article, in which posts.
    "v_people": """
        SELECT p.*, d.title, d.source, d.published
        FROM corrected_persons p
        JOIN documents d ON d.doc_id = p.doc_id
    """,
    # Which document an article refers to, and each task there that carries it out.
    "v_directives": """
        SELECT r.*, d.title, d.source, d.published, t.task_id, t.assigner, t.assignees, t.deadline, t.text AS task
        FROM corrected_directive_registry r
        JOIN documents d ON d.doc_id = r.doc_id
        LEFT JOIN corrected_tasks t ON t.doc_id = r.doc_id AND {carries_out}
    """,
    # Every decision of a reviewer, and whether it counts.
    "v_reviews": """
        SELECT r.*, d.title, CASE
            WHEN r.undone_at IS NOT NULL THEN 'undone'
            WHEN d.doc_id IS NULL THEN 'text changed'
            WHEN s.review_id IS NULL THEN 'superseded'
            ELSE 'stands'
        END AS state
        FROM reviews r
        LEFT JOIN standing_reviews s ON s.review_id = r.review_id
        LEFT JOIN documents d ON d.doc_id = r.doc_id
    """,
}


def create_views(kind: str) -> dict[str, str]:
    """The statements that create the views in a database of a kind (sqlite, postgresql, duckdb), by name, in order."""
    views = {name: query.format(carries_out=_CARRIES_OUT[kind]) for name, query in _VIEWS.items()}
    return {name: f"CREATE VIEW {name} AS {query.strip()}" for name, query in (corrected_views(kind) | views).items()}
