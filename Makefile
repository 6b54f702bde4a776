# make demo, make test: all that they need is Python 3.11 or newer with venv, make, and a package index.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOWEST := .venv-lowest
JOBS ?= auto

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow test-long test-speech test-install test-lowest drills check format bench bench-long words size coverage clean

help:  ## Show what there is to make.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group test
	touch $@

$(VENV)/.lint: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --group lint
	touch $@

demo: $(VENV)/.ready  ## Build the essays in examples/ into a show in demo/.
	mkdir -p demo
	cp examples/podcast.toml demo/
	$(BIN)/podcast build examples/*.md --show demo

test: $(VENV)/.ready  ## Run the tests.
	$(BIN)/python -m pytest --numprocesses $(JOBS)

test-slow: $(VENV)/.ready  ## Clusters, browsers, crashes, music, seams, whole rebuilds: seven minutes on two cores.
	$(BIN)/python -m pytest --numprocesses $(JOBS) -m "slow and not long"

test-long: $(VENV)/.ready  ## Measure every English voice, for 20 s and for 2 h: some 15 minutes on two cores; needs ffmpeg.
	$(BIN)/python -m pytest --numprocesses $(JOBS) -m long

test-speech: $(VENV)/.ready  ## Have a recogniser listen to finished episodes: two minutes on two cores.
	$(BIN)/python -m pip install --quiet --group judges-speech
	$(BIN)/python -m pytest --numprocesses $(JOBS) -m speech tests/judges_speech

test-install: $(VENV)/.ready  ## Install the built wheel by every way README.md names, on each Python here: some minutes, gigabytes.
	$(BIN)/python -m pip install --quiet --group install
	$(BIN)/python -m pytest --numprocesses 0 -m install tests/test_installing.py

test-lowest:  ## Run the tests with the oldest version of each dependency that pyproject.toml allows.
	$(PYTHON) -m venv --clear $(LOWEST)
	$(LOWEST)/bin/python -m pip install --quiet --upgrade pip uv
	VIRTUAL_ENV=$(LOWEST) $(LOWEST)/bin/uv pip install --quiet --resolution lowest-direct --editable '.[documents,cluster]'
	$(LOWEST)/bin/python -m pip freeze --exclude-editable | grep -v '^uv==' > $(LOWEST)/lowest.txt
	$(LOWEST)/bin/python -m pip install --quiet --group test --constraint $(LOWEST)/lowest.txt
	$(LOWEST)/bin/python -m pytest --numprocesses $(JOBS)

drills: $(VENV)/.ready  ## Kill, fill the disk, damage, fuzz: the whole form of what `make test` does in seconds.
	$(BIN)/python -m pytest --numprocesses $(JOBS) -m drill --drills

check: $(VENV)/.lint  ## Lint, check the formatting and the types.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/.lint  ## Format the code.
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(VENV)/.ready  ## Time `podcast` against scripts by hand, espeak-ng | lame, and the limits: some 25 minutes.
	$(BIN)/python benchmarks/speed/bench.py

bench-long: $(VENV)/.ready  ## Measure the memory of twelve hours of audio against that of twelve minutes.
	$(BIN)/python benchmarks/speed/bench.py --only memory-long --only memory-long-peak --only memory-long-espeak

words: $(VENV)/.ready  ## Count what is said right of suites in the folder SUITES: NeMo's, or tables of your own.
	$(BIN)/python benchmarks/words.py $(SUITES)

size:  ## Install the built wheel in a clean environment, and print what each part takes on disk.
	$(PYTHON) benchmarks/size.py

coverage: $(VENV)/.ready  ## Run the tests and show what they don't reach.
	$(BIN)/python -m pytest --numprocesses $(JOBS) --cov --cov-report=term-missing:skip-covered

clean:  ## Remove what was made.
	rm -rf $(VENV) $(LOWEST) demo build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
