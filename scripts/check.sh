#!/usr/bin/env bash
# Formats, lints, types, checks the layers and runs the tests; the same in CI and at a desk.
# CHECK=1 only reports formatting instead of changing files.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python}
if [ "${CHECK:-0}" = 1 ]; then
  "$python" -m ruff format --check .
else
  "$python" -m ruff format .
fi
"$python" -m ruff check .
"$python" -m mypy
"$python" -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
"$python" -m pytest
"$python" scripts/gate.py
