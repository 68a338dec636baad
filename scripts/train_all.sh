#!/usr/bin/env bash
# Trains every model of models/ that is ours: tagger and arbiter, then confidence. Some three minutes on one core.
# Run it after a change to the rules or to the corpus, and commit what it wrote.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python}
folds=$(mktemp -d)
trap 'rm -rf "$folds"' EXIT
"$python" scripts/train_ner.py --folds "$folds"
"$python" scripts/train_confidence.py --folds "$folds"
