# Needs python3 (3.11 or later, with venv) and make; everything else goes into .venv, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
UPGRADE ?=
LOCK := uv pip compile --extra pictures --universal --python-version 3.11 --generate-hashes --no-header --quiet $(UPGRADE)

.DEFAULT_GOAL := help
.PHONY: help run setup semantic compiled test test-fast check format bench bench-peers eval lock clean

help:
	@echo 'make run    set up, then talk to the bot here (or in Discord, with DISCORD_TOKEN)'
	@echo 'make test   set up, then run the whole test suite (make test-fast: the fast part)'
	@echo 'make check  lint, types and import contracts'
	@echo 'make bench  measure speed and memory beside plain rank_bm25 (make bench-peers: the index beside other engines)'
	@echo 'make eval   score the question sets of tests/quality'
	@echo 'make setup  set up only; make format, make lock, make clean: see CONTRIBUTING.md'

run: $(VENV)/.runs
	@$(BIN)/python -m bot run

setup: $(VENV)/.tests

# What finds passages by their meaning too: docs/languages.md.
semantic: $(VENV)/.runs
	@$(PIP) install --no-deps --require-hashes --requirement requirements-semantic.lock

# What finds the best of a million passages in about half of the time: docs/benchmarks.md.
compiled: $(VENV)/.runs
	@$(PIP) install --no-deps --require-hashes --requirement requirements-compiled.lock

test: $(VENV)/.tests
	@$(BIN)/python -m pytest --quiet --cov --cov-report=term

test-fast: $(VENV)/.tests
	@$(BIN)/python -m pytest --quiet -m 'not slow' --hypothesis-profile=fast

check: $(VENV)/.tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/.tests
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/.runs
	@$(BIN)/python -m benchmarks

# SIZES='10000 100000 1000000' for more; the documentation to read must be installed, and it says which.
SIZES ?= 10000 100000
bench-peers: $(VENV)/.peers
	@$(BIN)/python -m benchmarks.peers --answers --sizes $(SIZES)

eval: $(VENV)/.runs
	@$(BIN)/python -m bot eval tests/quality/*.jsonl

# `make lock UPGRADE=--upgrade` takes the newest versions; without it only what pyproject.toml asks for moves.
lock:
	@$(LOCK) --group build --output-file requirements.lock pyproject.toml >/dev/null
	@$(LOCK) --group build --extra semantic --constraint requirements.lock --output-file requirements-semantic.lock \
		pyproject.toml >/dev/null
	@$(LOCK) --group build --extra compiled --constraint requirements.lock --output-file requirements-compiled.lock \
		pyproject.toml >/dev/null
	@$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml >/dev/null
	@$(LOCK) --group peers --constraint requirements.lock --output-file requirements-peers.lock pyproject.toml >/dev/null

clean:
	rm -rf $(VENV) .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache dist

# What the program needs, and what its tests need as well: two stamps, so that `make run` waits for less.
$(VENV)/.runs: requirements.lock pyproject.toml
	@$(call install,requirements.lock)
	@touch $@

$(VENV)/.tests: requirements-dev.lock pyproject.toml
	@$(call install,requirements-dev.lock)
	@touch $@ $(VENV)/.runs

# Lucene is left out where pyserini does not install.
$(VENV)/.peers: requirements-peers.lock pyproject.toml $(VENV)/.runs
	@$(call install,requirements-peers.lock)
	-@$(PIP) install --no-deps pyserini
	@touch $@

# The lock is whole. Without --no-deps pip also looks for what a dependency asks in words of its own (coverage[toml]),
# and stops where it finds a release newer than the locked one.
define install
	echo 'Setting up $(VENV) (once, about a minute) …' >&2
	$(PYTHON) -c 'import sys; sys.exit("Fuentes needs Python 3.11 or later." if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV)
	$(PIP) install --no-deps --require-hashes --requirement $(1)
	$(PIP) install --no-deps --no-build-isolation --editable .
endef
