"""Addresses of databases: `sqlite:///FILE`, `postgresql://USER:PASSWORD@HOST/DATABASE`, `duckdb:///FILE`."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bienban.store.errors import StoreError

#: The database of a folder of table files.
DATABASE = "bienban.db"


def parse(address: str) -> sa.URL:
    """The parts of an address. Raises StoreError, which then shows only what can be no part of a password."""
    scheme, separator, _ = address.partition("://")
    start = f"{scheme}://…: " if separator else ""
    try:
        url = make_url(address)
    except (sa.exc.ArgumentError, ValueError):
        if not address or {*":@"} & {*address}:  # what is shown may hold no password
            raise StoreError(f"{start}not a database address (such as sqlite:///FILE)") from None
        either = f"neither a folder of tables nor the address of a database (such as sqlite:///{address})"
        raise StoreError(f"{address}: {either}") from None
    if "@" in (url.host or ""):
        raise StoreError(f"{start}write @ in a user name or password as %40")
    return url


def shown(url: sa.URL) -> str:
    """An address as it may be shown: without password, and without options, among which there can be one."""
    return url.set(query={}).render_as_string(hide_password=True)
