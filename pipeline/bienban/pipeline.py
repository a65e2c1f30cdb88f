"""The whole pipeline as one spaCy object, and extraction in one call."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import bienban.segment.tokenizer  # noqa: F401  (registers the tokenizer)
from bienban.pipes import ARTICLE_KEY
from bienban.read.article import Article
from bienban.stages import STAGES, read
from bienban.tabulate import to_frames


def load(*, disable: Iterable[str] = ()) -> Language:
    """A spaCy pipeline with every stage; the disabled ones cost nothing until `nlp.enable_pipe` asks for them.

    `STAGES` has their names. Raises ValueError for a stage that does not exist.
    """
    disabled = set(disable)
    if unknown := disabled - set(STAGES):
        raise ValueError(f"no such stage: {', '.join(sorted(unknown))} (there are: {', '.join(STAGES)})")
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "bienban.tokenizer.v1"}}})
    for stage in STAGES:
        nlp.add_pipe(stage)
    for stage in disabled:
        nlp.disable_pipe(stage)
    return nlp


def make_doc(nlp: Language, article: Article) -> Doc:
    """A `Doc` of the article's text that remembers what its source told of it."""
    doc = nlp.make_doc(article.text)
    told = ("source", "title", "author", "published", "captions")
    doc.user_data[ARTICLE_KEY] = {name: getattr(article, name) for name in told}
    return doc


def extract(texts: Iterable[str | Article]) -> dict[str, pd.DataFrame]:
    """Texts or articles -> one DataFrame per table of the schema; the same text twice is one article.

    The table of words stays empty: words are asked for by `load`. Raises TypeError for one string in place of several.
    """
    if isinstance(texts, str):
        raise TypeError("extract takes several texts: extract([text])")
    articles = (text if isinstance(text, Article) else Article(text) for text in texts)
    once = {article.doc_id: article for article in articles}
    return to_frames(read(article, disable=["bienban_words"]) for article in once.values())
