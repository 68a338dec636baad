#!/usr/bin/env bash
# Trains the models of models/ that are ours: tagger and arbiter, then confidence; some four minutes on one core. With
# --spacy also spaCy's `ner`, another four. Run it after a change to the rules or the corpus, and commit what it wrote.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python}
folds=$(mktemp -d)
trap 'rm -rf "$folds"' EXIT
if [ "${1:-}" = --spacy ]; then
  "$python" scripts/train_spacy_ner.py
fi
"$python" scripts/train_ner.py --folds "$folds"
"$python" scripts/train_confidence.py --folds "$folds"
