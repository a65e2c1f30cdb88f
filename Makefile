# Every target makes what it needs; a second call is quick.

PYTHON ?= python3
ARTICLES ?= corpus/articles
DATABASE ?= bienban.db
GOLD ?= corpus
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run review test notebooks lint format score compare bench profile clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

run: .venv/base ## extract ARTICLES (default corpus/articles) into DATABASE and show what was found
	$(BIN)/bienban extract $(ARTICLES) --to sqlite:///$(DATABASE)
	$(BIN)/bienban show "$$(find $(ARTICLES) -name '*.txt' | sort | head -n 1)"

review: .venv/review ## open JupyterLab to review the rows of bienban.db, as `make run` left it
	cd notebooks && ../$(BIN)/jupyter lab --LabApp.default_url=/lab/tree/02_review.ipynb

test: .venv/dev ## run the tests, notebooks included
	$(BIN)/python -m pytest --quiet --nbmake tests notebooks

notebooks: .venv/dev ## run the notebooks and store their outputs
	$(BIN)/python -m nbconvert --execute --to notebook --inplace --ExecutePreprocessor.record_timing=False \
		--ExecutePreprocessor.store_widget_state=False notebooks/*.ipynb

lint: .venv/dev ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/dev ## put the code into house style
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

score: .venv/base ## score the articles of GOLD (default corpus) against their gold
	$(BIN)/python -m bienban.evaluate $(GOLD)/articles $(GOLD)/gold

compare: .venv/base ## people found by bienban and by underthesea.ner on GOLD, in one run
	$(BIN)/python -m bienban.evaluate.compare $(GOLD)/articles $(GOLD)/gold

bench: .venv/compiled ## what reading ARTICLES costs in time and memory, rules compiled, beside underthesea and pyvi (minutes)
	$</bin/python -m bienban.evaluate.bench $(ARTICLES)

profile: .venv/base ## the functions in which the time goes on ARTICLES
	$(BIN)/python -m bienban.evaluate.profile $(ARTICLES)

clean: ## remove the environment and what runs left
	rm -rf .venv $(DATABASE) $(DATABASE)-shm $(DATABASE)-wal .pytest_cache .mypy_cache .ruff_cache .hypothesis out/screenshots

.venv/base: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/dev: .venv/base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

.venv/review: .venv/base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[review]'
	touch $@

.venv/compiled: pyproject.toml $(shell find pipeline -name '*.py' -o -name '*.tsv')
	$(PYTHON) -m venv $@
	HATCH_BUILD_HOOKS_ENABLE=1 $@/bin/python -m pip install --quiet --disable-pip-version-check '.[bench]'
	touch $@
