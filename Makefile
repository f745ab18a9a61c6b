# Every target sets up what it needs in $(VENV); all that a machine must have is Python >= 3.11, git and make.
PYTHON ?= python3
VENV ?= .venv
# What `make bench` reads: any file or folder that `kg build` reads; made from the texts at hand unless given
CORPUS ?=
# Further arguments, such as `make test PYTEST="-k query"` and `make lab JUPYTER=--allow-root`
PYTEST ?=
JUPYTER ?=

BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test lab lint bench clean

help:  ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

demo: $(VENV)/.base  ## Build the five articles in seeds/ into a graph, and draw it
	@mkdir -p demo
	$(BIN)/kg build seeds --store demo/store
	$(BIN)/kg export --store demo/store demo/graph.ttl
	$(BIN)/kg view --store demo/store demo/picture.html
	$(BIN)/kg stats --store demo/store
	@echo
	@echo "Next:"
	@echo "  open demo/picture.html in a browser: the graph as a picture"
	@echo "  read demo/graph.ttl: the graph as Turtle"
	@echo "  $(BIN)/kg query --store demo/store -e 'SELECT ?person ?body { ?person kg:holdsRole ?body }'"

test: $(VENV)/.dev  ## Run the tests
	$(BIN)/python -m pytest $(PYTEST)

lint: $(VENV)/.dev  ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lab: $(VENV)/.lab  ## Open JupyterLab in notebooks/
	@mkdir -p notebooks
	$(BIN)/jupyter lab $(JUPYTER) notebooks

bench: $(VENV)/.lab  ## Measure speed and memory, beside other tools: make bench [CORPUS=FILE_OR_DIR]
	$(BIN)/python -m benchmarks $(CORPUS)

clean:  ## Remove everything that was made
	rm -rf $(VENV) build demo dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp for each kind of installation, made anew when pyproject.toml changes; the larger ones hold the base
$(VENV)/.base: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) ..."
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV), with what tests and checks use ..."
	@$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.base

$(VENV)/.lab: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV), with JupyterLab ..."
	@$(INSTALL) --editable '.[lab]'
	@touch $@ $(VENV)/.base

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "Python was not found as $(PYTHON). Install Python 3.11 or newer, or name it: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name another: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments. Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
