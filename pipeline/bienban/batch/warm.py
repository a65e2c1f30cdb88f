"""Imported by the server from which workers fork: rules, word lists and model stand in memory once for all."""

from bienban.read.article import Article
from bienban.stages import read
from bienban.tabulate import tables_of

# Lists and model load when first needed; a sentence with a fact, a person and a task needs them all.
tables_of(read(Article("Năm 2023, huyện có 12 xã. Ông Trần Văn Mộc yêu cầu các xã hoàn thành Kế hoạch số 5-KH/HU.")))
