# Needs python3 (3.11 or newer) with venv, and make. Without make: see README.md.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
JOURNAL = $(BIN)/cramp-journal
PIP = $(BIN)/python -m pip install --quiet --no-warn-script-location --disable-pip-version-check
# On a bare machine without a display the window is drawn into memory.
OFFSCREEN = QT_QPA_PLATFORM=offscreen

# Each prints its figures, and fails where a promise was broken.
ABUSES = soak password_kills histories full_disk fuzz

.PHONY: help setup venv demo run test check check-static format types layers knowledge \
	bench bench-patterns bench-trials soak screenshots translations bundle bundle-test wheel clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' Makefile

setup: $(VENV)/.ready ## make the environment
venv: setup

$(VENV)/.ready: pyproject.toml constraints.txt
	@echo "Setting up $(VENV), this takes a minute the first time ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) -c constraints.txt -e '.[dev]'
	@touch $@

demo: setup ## example journal, charts and report in demo/; opens it where there is a display
	@$(JOURNAL) demo --out demo

run: setup ## open the window on one's own journal
	@$(JOURNAL)

test: setup ## all tests, without a display
	@$(OFFSCREEN) $(BIN)/python -m pytest

check: check-static test ## everything that has to hold before a change goes in

check-static: format types layers knowledge ## the checks that run nothing

format: setup
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .

types: setup
	@$(BIN)/basedpyright --level error

layers: setup
	@$(BIN)/lint-imports --no-cache --no-logo

knowledge: setup
	@$(JOURNAL) check-knowledge

bench: setup ## how fast it is, against bare Qt and bare SQLite
	@for bench in benchmarks/*_speed.py; do $(OFFSCREEN) $(BIN)/python $$bench || failed=1; done; \
		test -z "$$failed"

bench-patterns: setup ## how right the patterns are, on simulated journals; writes docs/statistics.md
	@$(BIN)/python -m benchmarks.patterns

soak: setup ## abuse: a writer and changes of the password killed, a full disk, files of every broken kind
	@for abuse in $(ABUSES); do $(OFFSCREEN) $(BIN)/python -m benchmarks.$$abuse || failed=1; done; \
		test -z "$$failed"

bench-trials: setup ## how right trials of remedies are, on simulated people; writes docs/trial-statistics.md
	@$(BIN)/python -m benchmarks.trials

screenshots: setup ## pictures of every place in every look, with an index.html; those of the README
	@$(OFFSCREEN) $(BIN)/python -m benchmarks.screenshots --readme

translations: setup ## collect the texts, bring every language up to date, and compile it
	@$(BIN)/python -m resources.translations.collect_texts

$(VENV)/.ready-bundle: $(VENV)/.ready
	@$(PIP) -c constraints.txt -e '.[bundle]'
	@touch $@

bundle: $(VENV)/.ready-bundle ## freeze the program into dist/night-cramp-journal
	@$(BIN)/pyinstaller --noconfirm --log-level ERROR build.spec
	@echo "The program is in dist/night-cramp-journal."

bundle-test: ## check that the frozen program needs nothing of the checkout
	@.ci/bundle-test

wheel: setup ## build the wheel into dist/
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

clean: ## remove what was made, but for the environment
	@rm -rf build dist demo .pytest_cache .ruff_cache .hypothesis .import_linter_cache .grimp_cache
	@find journal_app tests benchmarks -name __pycache__ -prune -exec rm -rf {} +
