"""People: names, honorifics, posts and roles."""

from bienban.find.people.finder import find_people

__all__ = ["find_people"]
