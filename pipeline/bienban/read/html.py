"""A page of a news portal -> its article: title, author, day of publication, body with its captions."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from bienban.read.article import Article
from bienban.read.decode import characters, conversion_of
from bienban.read.source import MissingExtra, UnreadableArticle, make_article

if TYPE_CHECKING:
    from lxml.etree import _Element

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what is wrong with a page is in the reject

# Portals lay pages out in tables, and put photos with their captions into figures and small tables, which trafilatura
# takes for data or leaves out: as divisions and paragraphs they are read like the rest.
_AS_DIV = ("table", "thead", "tbody", "tfoot", "tr", "td", "th", "figure", "picture")

#: Words of the shortest headline; a shorter title is that of the site ("Trang chủ").
_HEADLINE = 4

#: Characters of the longest caption; what is longer and called so holds other things too.
_LONGEST_CAPTION = 400


def read_html(data: bytes, source: str) -> Article:
    """The article of a page. Its text is the title, where the page shows it as a heading, and the body.

    Raises UnreadableArticle for a page without an article, or nested too deep, MissingExtra without `bienban[html]`.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise MissingExtra("HTML pages", "html") from None
    markup, bad_byte = characters(data)
    if not markup.strip():
        raise UnreadableArticle("empty")
    tree = _parse(markup)
    captions = _unfold(tree)
    published = _published(tree)
    page: Any = bare_extraction(tree, with_metadata=True, include_comments=False)
    if page is None or not page.text:
        raise UnreadableArticle("no article found in this page")
    title, text = page.title, page.text
    if not title or len(title.split()) < _HEADLINE:
        title = None
    elif title not in text and title in _headings(tree):
        text = f"{title}\n{text}"
    convert = conversion_of(text, bad_byte)
    text = convert(text)
    return make_article(
        text,
        source,
        title=title and convert(title),
        author=page.author and convert(page.author),
        published=published,
        captions=_places(text, {convert(caption) for caption in captions}),
    )


def _parse(markup: str) -> _Element:
    from lxml.etree import fromstring
    from lxml.html import HTMLParser

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree: _Element | None = fromstring(markup.encode("utf-8", "replace"), parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableArticle("HTML nested too deep")
    if tree is None:
        raise UnreadableArticle("no article found in this page")
    return tree


def _unfold(tree: _Element) -> list[str]:
    """Makes plain paragraphs of layout tables and captions; returns the captions."""
    from lxml.etree import strip_tags

    captions = []
    for element in list(tree.iter("*")):
        marked = element.tag == "figcaption" or "caption" in element.get("class", "").lower()
        if marked and 0 < len(words := _words(element)) <= _LONGEST_CAPTION:
            captions.append(words)
            strip_tags(element, "*")
            element.attrib.clear()
            element.tag = "p"
    for element in tree.iter(*_AS_DIV):
        element.tag = "div"
    return captions


def _published(tree: _Element) -> str | None:
    """The day that the page's metadata give: days elsewhere in a page are those of other news, or today's."""
    from htmldate import find_date
    from lxml.html import tostring

    told = tree.xpath("//meta | //script[@type='application/ld+json']")
    head = "".join(tostring(element, encoding="unicode", with_tail=False) for element in told)
    day: str | None = find_date(f"<html><head>{head}</head></html>", extensive_search=False, original_date=True)
    return day


def _headings(tree: _Element) -> set[str]:
    return {_words(element) for element in tree.iter("h1", "h2")}


def _words(element: _Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _places(text: str, captions: set[str]) -> tuple[tuple[int, int], ...]:
    """Where the lines that are captions stand."""
    places, start = [], 0
    for line in text.split("\n"):
        if line in captions:
            places.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(places)
