# What a contributor and the continuous integration run. Needs python3 (3.11 or newer) and make.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := $(BIN)/python -m bot

# Many tests wait for servers and browsers, so more of them than processors.
WORKERS ?= 3

DOCUMENTS := README.md ARCHITECTURE.md CONTRIBUTING.md docs/reference.md docs/shows.md

.DEFAULT_GOAL := help
.PHONY: help run install ask test lint format types imports bench docs docs-check semantic lock check clean
.DELETE_ON_ERROR:

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.runtime ## Build the store from seeds/ and start answering: in Slack, or in a local page
	@$(RUN) serve

install: $(VENV)/.runtime ## Make .venv with what it takes to run, and nothing more

ask: $(VENV)/.runtime ## Answer one question: make ask Q="who uses Terraform?"
	@test -n "$$Q" || { echo 'usage: make ask Q="who uses Terraform?"' >&2; exit 2; }
	@$(RUN) ask -- "$$Q"

ask: export Q := $(value Q)

test: $(VENV)/.installed ## Run the whole test suite with its coverage threshold
	$(BIN)/python -m pytest --cov --cov-report=term -n $(WORKERS) --dist loadfile $(ARGS)

lint: $(VENV)/.installed ## Check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.installed ## Mend style and formatting where a tool can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.installed ## Check types, strictly, tests included
	$(BIN)/mypy bot db tests docs bench

imports: $(VENV)/.installed ## Check that imports point down only
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.installed ## Measure loading, answering and a year of digests
	$(BIN)/python -m bench.run $(ARGS)

docs: $(VENV)/.installed ## Regenerate the generated parts of the documents
	$(BIN)/cog -P -r $(DOCUMENTS)
	$(BIN)/python -m docs.pictures

docs-check: $(VENV)/.installed ## Check that the generated parts are up to date
	$(BIN)/cog -P --check --diff $(DOCUMENTS)
	$(BIN)/python -m docs.pictures --check

semantic: $(VENV)/semantic/.installed ## Test finding by meaning with the extra itself
	SEMANTIC=required PYTHONPATH=$(VENV)/semantic $(BIN)/python -m pytest -m semantic $(ARGS)

check: lint types imports test docs-check ## Everything that must hold before a change lands

COMPILE = $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --quiet \
          --generate-hashes --no-emit-index-url --no-emit-find-links --no-header $(UPGRADE)

lock: $(VENV)/.installed ## Pin the dependencies anew (UPGRADE=--upgrade takes newer versions)
	$(COMPILE) --group build -o requirements.txt
	$(COMPILE) --group build --group dev -c requirements.txt -o requirements-dev.txt
	$(COMPILE) --extra semantic -c requirements-dev.txt -o requirements-semantic.txt
	@! grep -n '://' requirements.txt requirements-dev.txt requirements-semantic.txt

clean: ## Remove everything that was built, the store included
	rm -rf $(VENV) dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f db/playhead.db db/playhead.db-wal db/playhead.db-shm
	find bot db tests bench -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Playhead needs Python 3.11 or newer: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Only what it takes to run.
$(VENV)/.runtime: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# What it takes to run, test and document.
$(VENV)/.installed: requirements-dev.txt requirements.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(VENV)/.runtime $@

# The extra, apart from the rest: everything else is tested without it.
$(VENV)/semantic/.installed: requirements-semantic.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--upgrade --target $(VENV)/semantic -r requirements-semantic.txt
	@touch $@
