# Two commands do everything: `make run` edits what is in raw/, `make test` tells that the program works.
#
# Make only knows the targets; what is stale is decided by the program itself, from contents and not from times, so
# file names may hold spaces and a batch is one run with one queue.

.DELETE_ON_ERROR:
# Two runs on one processed/ would get in each other's way: `make -j` goes one target at a time, on all cores.
.NOTPARALLEL:
.DEFAULT_GOAL := help
SHELL := /bin/sh

RAW       ?= raw
PROCESSED ?= processed
JOBS      ?= 0
OPTIONS   ?=
DIFF      ?=
# Two tests at a time, which is what a small machine has cores for.
PYTEST_OPTIONS ?= -n 2

PYTHON    := .venv/bin/python
SCAN2TEI  := .venv/bin/scan2tei
RUN       := $(SCAN2TEI) run "$(RAW)" --out "$(PROCESSED)" --jobs $(JOBS) $(OPTIONS)
UV        := .venv/bin/uv
# uv brings its own list of certificates; a machine behind a proxy has the proxy's in the system's list.
CERTS     := $(if $(wildcard /etc/ssl/certs/ca-certificates.crt),--system-certs)
COMPILE   := $(UV) pip compile $(CERTS) --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
             --custom-compile-command "make lock" $(UPGRADE)
UV_VERSION = 0.13.9

READY     := .venv/.ready-to-run
READY_DEV := .venv/.ready-to-test
SETUP     := scripts/setup.sh requirements.lock requirements-uv.lock

##@ Editing

.PHONY: run
run: tei ## edit everything in raw/: five stages, only what is stale

.PHONY: ocr cleanup segment tag tei
ocr: $(READY) ## read the pages of everything in raw/
	@$(RUN) --until ocr
cleanup: $(READY) ## … and mend their lines
	@$(RUN) --until cleanup
segment: $(READY) ## … and find blocks, notes and note calls
	@$(RUN) --until segment
tag: $(READY) ## … and find people, places, organisations and dates
	@$(RUN) --until tag
tei: $(READY) ## … and write the editions
	@$(RUN) --until tei

.PHONY: clean
clean: ## delete the results in processed/ (raw/ is never touched)
	@test -d "$(PROCESSED)" || exit 0; \
	find "$(PROCESSED)" -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +

##@ Developing

.PHONY: test
test: $(READY_DEV) ## everything that tells whether the program works
	@$(PYTHON) -m pytest $(PYTEST_OPTIONS)

.PHONY: check
check: lint test ## what a change must pass: format, lint, types, imports, tests

.PHONY: lint
lint: $(READY_DEV) ## check without the tests
	@.venv/bin/ruff format --check --quiet . || { echo "not formatted; run: .venv/bin/ruff format" >&2; exit 1; }
	@.venv/bin/ruff check --quiet .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

.PHONY: bench
bench: $(READY_DEV) ## how good the editions of the specimens are
	@$(PYTHON) -m tests.bench

.PHONY: load
load: $(READY_DEV) ## what it takes: a hundred documents, kills, a thousand pages, pace, 300 editions compared
	@$(PYTHON) -m tests.house.batch
	@$(PYTHON) -m tests.house.kills
	@$(PYTHON) -m tests.house.growth
	@$(PYTHON) -m tests.house.pace
	@$(PYTHON) -m tests.diff.planted

.PHONY: diff
diff: tei ## tell what is different from the goldens (DIFF="--format html --to diff.html")
	@$(SCAN2TEI) diff tests/golden/raw "$(PROCESSED)" $(DIFF)

.PHONY: golden
golden: $(READY_DEV) ## accept the present results as the goldens (give the reason in the commit)
	@$(PYTHON) -m tests.golden

##@ The environment

.PHONY: setup
setup: $(READY) ## make .venv, with everything that editing needs

$(READY): $(SETUP)
	@sh scripts/setup.sh requirements.lock
	@touch $@

$(READY_DEV): $(SETUP) requirements-dev.lock
	@sh scripts/setup.sh requirements-dev.lock
	@touch $@ $(READY)

.PHONY: lock
lock: $(READY) ## pin the packages anew (UPGRADE=--upgrade to take newer ones)
	@echo "uv==$(UV_VERSION)" | $(COMPILE) - -o requirements-uv.lock
	@$(COMPILE) pyproject.toml -o requirements.lock
	@$(COMPILE) --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

.PHONY: distclean
distclean: clean ## … and the environment and all caches
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' Makefile
