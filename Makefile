# `make demo` shows what Tumen does; `make test` runs every check. Both set up all they need, inside this checkout.
PYTHON ?= python3
BIN := .venv/bin
DEMO := build/demo
FUZZ_SECONDS ?= 60

.PHONY: demo test lint types unit fuzz benchmarks train reference picture lock clean

demo: $(BIN)/.ready
	@$(BIN)/python -m tumen.cli.demo examples $(DEMO)

test: lint types unit

lint: $(BIN)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/.ready
	$(BIN)/mypy

unit: $(BIN)/.ready
	$(BIN)/pytest --cov --cov-report=term

# A minute for each reader of files, two at a time; a crash is kept in build/fuzz.
fuzz: $(BIN)/.ready
	$(BIN)/python fuzz/run.py --seconds $(FUZZ_SECONDS) --jobs 2

benchmarks: $(BIN)/.ready
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/read.py
	$(BIN)/python benchmarks/search.py

# Weights, from corpora that you have: make train CORPORA=folder (train/README.md says what it holds)
train: build/train/.ready
	build/train/bin/python -m train $(CORPORA) --output build/train/out
	cp build/train/out/weights/* src/tumen/model/weights/
	build/train/bin/python -m train.calibrate $(CORPORA)/polnear/dev
	build/train/bin/python -m train.echo $(CORPORA)

build/train/.ready: train/requirements.txt pyproject.toml
	$(PYTHON) -m venv build/train
	build/train/bin/python -m pip install --quiet --requirement train/requirements.txt --editable .
	@touch $@

# Pages and pictures that are made from the code.
reference: $(BIN)/.ready
	$(BIN)/python -m tumen.schema
	$(BIN)/python docs/generate.py

$(BIN)/.ready: pyproject.toml requirements.lock bootstrap.lock
	@echo "Setting up in .venv (about half a minute, once)"
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tumen needs Python 3.11 or newer; name one with: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement bootstrap.lock
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-build-isolation --no-deps --editable .
	@touch $@

# The locks are plain lists of versions and hashes, for every platform, so that they name no package index.
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate \
    --custom-compile-command 'make lock'

lock:
	$(LOCK) --extra dev pyproject.toml --output-file requirements.lock
	echo uv==0.13.9 | $(LOCK) - --output-file bootstrap.lock

# The picture in the README, from a real run.
picture: $(BIN)/.ready
	$(BIN)/python docs/pictures/draw.py

clean:
	rm -rf build .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
