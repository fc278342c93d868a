# Two commands serve a user: `make glossary` and `make test`. `make check` is all that CI runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: help glossary test check checks lint types floors lowest interop screenshots clean

help:
	@echo "make glossary     make glossary.db and exports/ from samples/ and say what was found"
	@echo "make test         run the tests"
	@echo "make check        run everything that CI runs"
	@echo "make lowest       run the tests with the oldest allowed versions"
	@echo "make interop      show files of every format to the other programs that are installed here"
	@echo "make screenshots  draw the pictures of README.md anew"

$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

glossary: $(INSTALLED)
	mkdir -p exports
	$(BIN)/rnk-gloss --db glossary.db extract samples --subject diplomacy
	$(BIN)/rnk-gloss --db glossary.db export exports/memory.tmx
	$(BIN)/rnk-gloss --db glossary.db export exports/glossary.csv
	$(BIN)/rnk-gloss --db glossary.db terms list --limit 20
	@echo
	@echo "Now review it: $(BIN)/rnk-gloss review"

# Tests of the terminal wait more than they compute, so that more of them run at once than there are processors.
test: $(INSTALLED)
	$(BIN)/python -m pytest --numprocesses 4 --dist worksteal

check: checks test

checks: lint types floors

lint: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(INSTALLED)
	$(BIN)/mypy

floors: $(INSTALLED)
	$(BIN)/lint-imports

lowest: constraints-lowest.txt
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --constraint constraints-lowest.txt --editable '.[dev]'
	.venv-lowest/bin/python -m pytest

interop: $(INSTALLED)
	$(BIN)/python -m tests.interop

screenshots: glossary
	$(BIN)/python -m rnk_gloss.tui.pictures glossary.db docs/pictures --row 11 --text 制裁が消えたわけではない。 \
		--translate 04-neighbours 15 "The Panel of Experts that investigated violations for the UN Security Council's 1718 Committee ended its mandate at the end of April 2023, when Russia used its veto."

clean:
	rm -rf $(VENV) .venv-lowest exports glossary.db glossary.db-wal glossary.db-shm
