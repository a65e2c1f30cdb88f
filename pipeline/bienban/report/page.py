"""Reports as HTML pages that need nothing else: no network, no script, no other file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from bienban.report import rows
from bienban.report.article import view
from bienban.report.cells import SHOWN, Values
from bienban.report.labels import Labels
from bienban.report.rankings import rankings
from bienban.store.beside import beside
from bienban.store.database import Database
from bienban.store.errors import StoreError, naming


def article_page(tables: Mapping[str, Sequence[Values]], say: Labels) -> str:
    """The page of one article, from its rows by table."""
    article = view(tables, say)
    title = article.document["title"] or say("untitled")
    return _render("page.html", say, title=title, articles=[article])


def database_page(database: Database, say: Labels, limit: int) -> str:
    """The page of all articles of a database, the first `limit` of them with their text; needs the extra `report`.

    Raises StoreError where the extra is not installed, or the database cannot be read.
    """
    try:
        from bienban.report.plots import plots
    except ImportError:
        raise StoreError(f"{database.target}: needs another package: pip install 'bienban[report]'") from None
    with database.transaction() as connection:
        return _render(
            "overview.html",
            say,
            title=say("report"),
            source=database.target,
            rankings=list(rankings(connection)),
            plots=plots(rows.amounts(connection), say),
            articles=[view(tables, say) for tables in rows.articles(connection, limit)],
            total=rows.count(connection),
        )


def write(page: str, file: Path) -> None:
    """Puts a page in place of what there was when all of it is written. Raises StoreError where it cannot be."""
    with naming(str(file), OSError), beside(file) as part:
        part.write_text(page, encoding="utf8")


def _render(template: str, say: Labels, **values: object) -> str:
    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,  # whatever an article holds is text
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["zip"] = zip
    return environment.get_template(template).render(say=say, shown=SHOWN, version=version("bienban"), **values)
