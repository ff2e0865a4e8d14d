# One target per intention. `make site` and `make test` need only Python 3.11 or newer, git and make.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes

# What Python compiles of the program and its tests is kept whatever the environment says: each worker and each command would compile it again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site test thorough quality coverage newest lowest fuzz growth mutate audit-deps bench bench-large lint format check links serve reference problems lock clean

# The site from the real content, into output/.
site: $(VENV)/site.done
	$(RUN) build.py build

# The suite. Chromium and a Chinese font are installed where that is allowed; else the browser tests are skipped with a message.
test: $(VENV)/test.done
	@.ci/install fonts-wqy-microhei || echo "*** BROWSER TESTS WILL SHOW CHINESE AS BOXES: see the line above ***"
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || .ci/install chromium || echo "*** BROWSER TESTS WILL BE SKIPPED: see the line above ***"
	@command -v faketime >/dev/null || .ci/install faketime || echo "*** TESTS UNDER OTHER CLOCKS WILL BE SKIPPED: see the line above ***"
	$(RUN) -m pytest -n 2 --dist worksteal $(PYTEST_FLAGS)

# All of what `make test` takes samples of: the published audit made again, axe in the other look of each page, and more; docs/QUALITY.md lists it.
thorough: $(VENV)/test.done
	$(RUN) -m pytest -n 2 --dist worksteal -m "thorough or hypothesis" --hypothesis-profile thorough $(PYTEST_FLAGS)

# The whole suite on the newest Python that this machine has.
NEWEST ?= $(shell for minor in 15 14 13 12; do python3.$$minor -c '' 2>/dev/null && echo python3.$$minor && break; done)
newest:
	@test -n "$(NEWEST)" || { echo "there is no Python newer than 3.11 here; give one with NEWEST=" >&2; exit 1; }
	$(MAKE) test VENV=$(VENV)-newest PYTHON=$(NEWEST)

# The suite with the lowest versions that requirements/*.in allow, without the browser and without what other versions of a library draw or write otherwise.
# They warn of what newer packages no longer like, and Hypothesis of generators of random numbers that another package drops.
lowest: $(VENV)-lowest/done
	$(VENV)-lowest/bin/python -m pytest -n 2 --dist worksteal -W ignore::DeprecationWarning -W ignore::hypothesis.errors.HypothesisWarning -m "not exact and not browser and not thorough" $(PYTEST_FLAGS)

# How much of the program the whole suite reaches, by branches; fails below the share that pyproject.toml asks for. Slower than `make test`.
coverage: $(VENV)/test.done
	$(RUN) -m coverage erase
	$(RUN) -m coverage run -m pytest -n 2 $(PYTEST_FLAGS)
	$(RUN) -m coverage combine --quiet
	$(RUN) -m coverage report

# Hostile inputs: 100,000 sentences made to fool the proof of printed figures (about ten minutes), then each target of tests/fuzz for FUZZ_SECONDS
# (13 targets, thirteen minutes). Fails where a span is proven as another quantity, or where a target's property does not hold.
FUZZ_SECONDS ?= 60
fuzz: $(VENV)/test.done
	$(RUN) -m tests.hostile.run --count 100000 $(if $(SEED),--seed $(SEED),--write)
	$(RUN) -m tests.fuzz.run --seconds $(FUZZ_SECONDS) --seed $(or $(SEED),1)

# Faults made on purpose in the grammar, the finder, the intervals and the reader, MUTANTS of each: about twenty minutes. Fails where the tests notice
# less than 85 in a hundred of a part.
MUTANTS ?= 60
mutate: $(VENV)/test.done
	$(RUN) -m tests.mutation.run --sample $(MUTANTS) --seed $(or $(SEED),1)

# Hold the lock files against known vulnerabilities: status 1 where one is known, 3 where not every package could be looked up (no network).
audit-deps: $(VENV)-audit/done
	$(VENV)-audit/bin/python .ci/audit.py

# Every lint rule and strict types.
lint: $(VENV)/test.done
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy

# Files of up to 1 MB of every kind, handed to every command: about an hour. Fails where one is neither done nor refused in ten seconds of the processor.
growth: $(VENV)/test.done
	$(RUN) -m tests.growth.run $(ONLY)

# How long drawings take, beside naive pyplot ones, and builds of this site and of synthetic ones of SIZES datasets (20, 200 and 1,000 where none are given).
# With PEERS=1 Eleventy and Vega build the synthetic ones as well; node and npm are needed, which fetches their packages into .venv-peers.
bench: $(VENV)/test.done
	$(RUN) -m bench.drawing
	$(RUN) -m bench.builds $(or $(SIZES),20 200 1000)

# Cold, with nothing changed, and checked: 10,000 datasets, 80,000 figures, some GB of files; ten minutes and more.
bench-large: $(VENV)/test.done
	$(RUN) -m bench.builds 10000

# The marks that Lighthouse gives each kind of page on a phone. Status 1 where one is below 100, 3 where Lighthouse is not installed.
quality: $(VENV)/test.done
	$(RUN) -m tests.browser.lighthouse

# Put the code into the house form.
format: $(VENV)/test.done
	$(RUN) -m ruff check --fix
	$(RUN) -m ruff format

# All checks of the content; writes nothing.
check: $(VENV)/site.done
	$(RUN) build.py check

# Look whether the links to other sites answer: one question a second, HEAD and then GET. The only target that asks other sites anything.
links: $(VENV)/site.done
	$(RUN) -m statsite.external_links

# Build, serve on this machine, rebuild and reload on save.
serve: $(VENV)/site.done
	$(RUN) build.py serve

# Write the field reference of docs/EDITING.md again from the schema.
reference: $(VENV)/site.done
	$(RUN) -m statsite.read.manual docs/EDITING.md

# Write docs/PROBLEMS.md again from tests/problems/examples, with what the program says to each.
problems: $(VENV)/site.done
	$(RUN) -m tests.problems.page docs/PROBLEMS.md

# Write the lock files again from requirements/*.in (needs uv).
lock:
	cd requirements && for set in site test audit; do uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --custom-compile-command "make lock" --upgrade $$set.in -o $$set.txt; done
	cd requirements && uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" --resolution lowest-direct test.in -o lowest.txt

clean:
	rm -rf $(VENV) $(VENV)-audit $(VENV)-newest $(VENV)-lowest $(VENV)-peers .coverage* .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(RUN):
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); .ci/install python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/site.done: requirements/site.txt | $(RUN)
	$(PIP) -r requirements/site.txt
	touch $@

$(VENV)/test.done: requirements/test.txt | $(RUN)
	$(PIP) -r requirements/test.txt
	touch $@ $(VENV)/site.done

$(VENV)-lowest/done: requirements/lowest.txt
	$(PYTHON) -m venv $(VENV)-lowest
	$(VENV)-lowest/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/lowest.txt
	touch $@

$(VENV)-audit/done: requirements/audit.txt
	$(PYTHON) -m venv $(VENV)-audit
	$(VENV)-audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/audit.txt
	touch $@
