"""Imported by the server from which workers fork: pipeline, word lists and model stand in memory once for all."""

from bienban.batch.work import pipeline

# Lists and model load when first needed; a sentence with a fact, a person and a task needs them all.
pipeline(words=False)("Năm 2023, huyện có 12 xã. Ông Trần Văn Mộc yêu cầu các xã hoàn thành Kế hoạch số 5-KH/HU.")
