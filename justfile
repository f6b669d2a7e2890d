# How to work here. `just check` is exactly what CI runs.

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

[private]
default:
    @just --list --unsorted

# everything that must be right
check:
    ruff format --check
    ruff check
    mypy
    lint-imports
    python docs/generate.py --check
    pytest -n auto --dist worksteal --cov

# some tests, quickly: just test tests/cli -k reflect
test *ARGS:
    pytest -n auto {{ARGS}}

# the rooms that touch neither disk nor terminal, in seconds
test-fast *ARGS:
    MOST_EXAMPLES=5 pytest -n auto -m "not needs and not slow" tests/dates tests/exchange tests/export tests/insights tests/model \
        tests/phrases tests/views tests/test_text.py {{ARGS}}

# put the code in shape
format:
    ruff check --fix
    ruff format

# how fast it is, beside its limits: just bench --sizes 0,1000 --peers
bench *ARGS:
    python benchmarks/bench.py {{ARGS}}

# kill it, cut its power, fill its disk, at length, and print what was lost (an hour): just faults --workers 2 kills power
faults *ARGS:
    python -m tests.faults {{ARGS}}

# a coverage-guided fuzzer on what reads packets and feedback: just fuzz 600
fuzz SECONDS="600":
    python3 -m venv --clear .venv-fuzz
    .venv-fuzz/bin/pip install --quiet atheris -e . --group test
    .venv-fuzz/bin/python -m tests.faults.fuzz {{SECONDS}}

# write the generated pages again
docs:
    python docs/generate.py

# make the pictures in the docs again (needs Chromium)
pictures:
    python docs/pictures.py

# the pages in docs/ as a site, in site/
site:
    sh scripts/site

# the tests with the oldest libraries that we allow
lowest:
    python3 -m venv --clear .venv-lowest
    .venv-lowest/bin/pip install --quiet --no-deps --require-hashes -r requirements/lowest.txt
    .venv-lowest/bin/pip install --quiet --no-deps --no-build-isolation -e .
    .venv-lowest/bin/pytest -n auto

# the tests with the newest libraries that we allow
newest:
    python3 -m venv --clear .venv-newest
    .venv-newest/bin/pip install --quiet --upgrade pip
    .venv-newest/bin/pip install --quiet -e . --group test
    .venv-newest/bin/pytest -n auto

# the wheel alone, in fresh environments: just smoke pinned lowest newest
smoke *LIBRARIES:
    sh scripts/smoke {{LIBRARIES}}

# write requirements/ again (needs uv)
pin:
    {{compile}} --generate-hashes --upgrade --group dev -o requirements/work.txt
    {{compile}} --generate-hashes --upgrade --group build -c requirements/work.txt -o requirements/run.txt
    {{compile}} --resolution lowest-direct -o .lowest
    {{compile}} --generate-hashes --upgrade --group test --group build -c .lowest -o requirements/lowest.txt
    rm .lowest
    {{replace(compile, "pyproject.toml", "")}} --generate-hashes --upgrade --group site -o requirements/site.txt

compile := "uv pip compile -q --universal --python-version 3.11 --no-annotate --no-header --no-emit-index-url pyproject.toml"
