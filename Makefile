# Every task of this project, each by one name. `make` alone lists them.
#
# A bare clone with make, git and Python 3.11 or later (with venv and pip) is enough. The first
# `make site` or `make test` installs into .venv what requirements/*.txt names, hash by hash;
# afterwards nothing is installed again until those files change, and no network is needed.

PYTHON ?= python3
ROOT ?= .
ARGS ?=
# The whole suite runs in as many processes as there are cores; a few tests are sooner done in one.
WORKERS ?= $(if $(ARGS),0,auto)
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python -m generator
YAML := $(wildcard data content mkdocs.yml .github .pre-commit-config.yaml .yamllint.yml tests/example)
BROWSERS := chromium chromium-browser google-chrome
CHROMIUM ?= $(firstword $(foreach name,$(BROWSERS),$(shell command -v $(name) 2>/dev/null)))
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
UV := cd requirements && ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help site check serve demo schema test browser lint bless bench mutants lock clean
.PHONY: ruff mypy imports yaml workflows

help: ## list these tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "PYTHON=python3.12 chooses the Python of a new .venv; ROOT=folder chooses the records;"
	@echo "ARGS='...' is handed on, for example: make site ARGS='--today 2026-01-31', make test ARGS='-k feed'."

# --- the site -------------------------------------------------------------------------------

site: $(VENV)/site.stamp ## check the records and build site/
	$(RUN) build --root $(ROOT) $(ARGS)

check: $(VENV)/site.stamp ## check the records; write nothing
	$(RUN) check --root $(ROOT) $(ARGS)

serve: $(VENV)/site.stamp ## build, show on this machine, and rebuild at every change
	$(RUN) serve --root $(ROOT) $(ARGS)

demo: $(VENV)/site.stamp ## build and show the fictional council of tests/example
	$(RUN) serve --root tests/example $(ARGS)

schema: $(VENV)/site.stamp ## write the files that are made from the models and rules
	$(RUN) schema

# --- the checks -----------------------------------------------------------------------------

test: $(VENV)/dev.stamp ## run every test that needs no browser (ARGS=tests/unit/test_x.py: only those)
	$(BIN)/python -m pytest --ignore=tests/browser --numprocesses=$(WORKERS) $(ARGS)

browser: $(VENV)/dev.stamp ## run the tests in Chromium (accessibility, search, narrow screens)
	@test -n "$(CHROMIUM)" || { \
		echo "make browser: no Chromium on PATH (looked for $(BROWSERS))." >&2; \
		echo "Install one, for example with: sudo apt-get install chromium" >&2; exit 1; }
	CHROMIUM="$(CHROMIUM)" $(BIN)/python -m pytest tests/browser $(ARGS)

lint: ruff mypy imports yaml workflows ## read code, records and workflows (-k: do not stop at the first)

ruff: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

mypy: $(VENV)/dev.stamp
	$(BIN)/mypy

imports: $(VENV)/dev.stamp
	$(BIN)/lint-imports --no-logo

yaml: $(VENV)/dev.stamp
	$(BIN)/yamllint --strict $(YAML)

workflows: $(VENV)/dev.stamp
	$(BIN)/zizmor --offline --pedantic --quiet .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows $(wildcard .github/workflows/*.yml)
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms $(wildcard .github/ISSUE_TEMPLATE/[0-9]*.yml)
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml

bless: $(VENV)/dev.stamp ## accept the present output as the golden files (then read the diff)
	$(BIN)/python -m pytest --ignore=tests/browser --bless

mutants: $(VENV)/dev.stamp ## make faults on purpose and show those that no test notices (minutes for a module)
	$(BIN)/python -m tests.mutants $(ARGS)

bench: $(VENV)/dev.stamp ## measure how build time grows with the number of records
	$(BIN)/python -m tests.bench $(ARGS)

# --- what they stand on ---------------------------------------------------------------------

lock: $(VENV)/dev.stamp ## bring requirements/*.txt up to requirements/*.in (UPGRADE=--upgrade: all to the newest)
	$(UV) $(UPGRADE) site.in --output-file site.txt
	$(UV) $(UPGRADE) dev.in --output-file dev.txt

clean: ## remove all that make wrote, .venv included
	rm -rf $(VENV) build site tests/example/build tests/example/site
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says that the lock file of its name is installed. dev.txt contains site.txt.
$(VENV)/site.stamp: requirements/site.txt | $(VENV)/pyvenv.cfg
	$(PIP) -r $<
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt | $(VENV)/pyvenv.cfg
	$(PIP) -r $<
	@touch $(VENV)/site.stamp $@

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "make: '$(PYTHON)' is missing or older than Python 3.11. Choose another: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "make: '$(PYTHON)' lacks venv or pip. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
