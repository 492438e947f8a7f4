# make demo    set everything up, run the main job on seeds/, print what it found
# make test    set everything up, run the tests
# make check   linter, formatter and type checker
# make setup   only set everything up: .venv with .venv/bin/copydesk
#
# PYTHON= names another interpreter (3.11 or newer), VENV= another place for the environment.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --quiet

.PHONY: setup demo test check clean

setup: $(READY)
	@echo "$(BIN)/copydesk is ready."

demo: $(READY)
	@$(BIN)/python -m flows.demo

test: $(READY_DEV)
	@$(BIN)/python -m pytest -m "not slow" -n auto --dist loadfile

check: $(READY_DEV)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

clean:
	rm -rf $(VENV) .prefect demo

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$$($(PYTHON) --version 2>&1) is too old. Name Python 3.11 or newer: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make environments. Install its venv module (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# Byte code is compiled here once and for all: where PYTHONDONTWRITEBYTECODE is set, every start would
# compile everything again. A few packages carry files that are no Python 3; they are passed over.
# The last two lines compile the loops over text and hashes to machine code.
$(READY): $(BIN)/python requirements.lock pyproject.toml
	@echo "Setting up $(VENV) (a few minutes the first time) ..."
	@$(PIP) --constraint requirements.lock --editable .
	@$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib ingest warehouse flows || true
	@$(BIN)/python -m ingest.fingerprint.compiled
	@$(BIN)/python -m ingest.telling
	@touch $@

$(READY_DEV): $(READY)
	@$(PIP) --constraint requirements.lock --editable '.[dev]'
	@$(BIN)/python -m compileall -qq -j 0 $(VENV)/lib tests || true
	@touch $@
