# The two commands are `make explore` and `make test`; both make .venv when it is missing or out of date.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STORE  ?= bundled-notes.db
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
SOURCES := app graph ingest tests .ci

.DEFAULT_GOAL := help
.PHONY: help explore test check clean

help: ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

explore: $(VENV)/installed ## Read the bundled notes and open their graph on 127.0.0.1 (NOTEWEAVE_PORT chooses the port)
	@$(BIN)/noteweave --store $(STORE) ingest --prune data/notes
	@exec $(BIN)/noteweave --store $(STORE) explore

test: check ## Check the code and run all tests (those that lack Java or Chromium are skipped and say so)
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup

check: $(VENV)/installed-for-tests ## Lint and check types only
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/mypy

clean: ## Remove the environment and the store of the bundled notes
	rm -rf $(VENV) $(STORE) $(STORE)-wal $(STORE)-shm

# Installing is done when its stamp is newer than what says what to install.
$(VENV)/installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Noteweave into $(VENV) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/installed-for-tests: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Noteweave and what its tests need into $(VENV) ..."
	@$(PIP) --editable '.[test]'
	@touch $@ $(VENV)/installed
