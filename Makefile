# Everything that is done with the project; `make` alone lists it. Needs make and Python 3.11 or later.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test check lint types docs bench clean

# make run ARGS="seeds=4 months=24" asks another question; make test TESTS=tests/house tests a part.
PYTHON ?= python3
VENV ?= .venv
ARGS ?=
TESTS ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
INSTALL := $(PIP) install --no-compile --constraint constraints.txt

# The libraries that a run loads, to write their bytecode: that of all libraries would weigh 140 MB more.
LOADED := hydra, jinja2, matplotlib.pyplot, mesa, numba, pyarrow.parquet, rich.progress, scipy.special

help:
	@echo "make TARGET, where TARGET is one of"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.runtime ## answer the default question on a real cluster; says where the report is
	@$(BIN)/poverty-nodes compare $(ARGS)

test: $(VENV)/.tools ## run the whole test suite
	@$(BIN)/pytest -q -n auto $(TESTS)

check: lint types test ## what CI runs: lint, types and tests, those of the docs among them

lint: $(VENV)/.tools ## look for faults of style and form
	@$(BIN)/ruff check --output-format concise .

types: $(VENV)/.tools ## check the types
	@mkdir -p $(VENV)/names && ln -sfn '$(CURDIR)' $(VENV)/names/poverty_nodes
	@$(BIN)/mypy

docs: $(VENV)/.tools ## write the tables and figure of docs/model/, check the links and commands in the docs
	@$(BIN)/python -m docs.generate
	@$(BIN)/pytest -q tests/docs tests/house/test_docs_links.py tests/house/test_readme_commands.py

bench: $(VENV)/.tools ## time the month beside C and Mesa objects, and run the other measurements
	@$(BIN)/python -m benchmarks.speed $(ARGS)
	@$(BIN)/pytest -q -s -m benchmark $(TESTS)

clean: ## remove the environment, caches and what a build leaves; results in outputs/ stay
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

define FIND_PYTHON
for each in $(PYTHON) python3.14 python3.13 python3.12 python3.11 none; do \
  if $$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi; \
done; \
python=$$each; \
test $$python != none || { echo 'Python 3.11 or later was not found: make run PYTHON=/path/to/it'; exit 1; }
endef

# The stamps below are written last: whatever was cut short is done again, and nothing is done twice.
$(VENV)/.runtime: pyproject.toml constraints.txt
	@$(BIN)/python -c 'import pip' 2>/dev/null || { $(FIND_PYTHON); \
	  echo "Making $(VENV) with $$($$python --version)"; \
	  $$python -m venv --clear $(VENV); }
	@echo 'Installing poverty-nodes and its libraries into $(VENV): some 200 MB to fetch, a minute or so'
	@$(INSTALL) --editable .
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -W ignore -c 'import $(LOADED)'
	@touch $@

$(VENV)/.tools: $(VENV)/.runtime
	@echo 'Installing the tools for tests into $(VENV)'
	@$(INSTALL) --editable '.[test]'
	@touch $@
