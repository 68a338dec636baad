#!/usr/bin/env python3
"""Checks the corpus and builds its gold files from corpus/markup/*.txt.

usage: build_corpus.py [--check FILE...] [--notes] [--corpus DIR]

--check   only reads the files and prints every fault; with none, the counts. Exit status 1 where there are faults.
--notes   also prints what may be right but deserves a look: indicators with words that the text does not have, and
          set phrases shared with the texts beside the project once figures are left out.
Without --check all documents are checked and corpus/{train,dev,test}.jsonl, splits.toml, checksums.toml and the
counts in README.md are written; nothing is written where there are faults.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vnreport.errors import DataFileError, InputError  # noqa: E402
from vnreport.evaluate.arithmetic import check_growth  # noqa: E402
from vnreport.evaluate.corpus import counts_text, write_corpus  # noqa: E402
from vnreport.evaluate.markup import read_markup_file  # noqa: E402
from vnreport.evaluate.markup_fields import strange_words  # noqa: E402
from vnreport.evaluate.overlap import shared_pairs, shared_runs  # noqa: E402

SHARED = ROOT.parent / "shared"


def main() -> int:
    """The exit status: 0 where nothing is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--notes", action="store_true")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    options = parser.parse_args()
    everything = sorted((options.corpus / "markup").glob("*.txt"))
    chosen = options.check or everything
    documents, faults = read_all(chosen)
    rest = read_all([path for path in everything if path.resolve() not in {item.resolve() for item in chosen}])[0]
    faults += check_ids(documents + rest)
    faults += check_pairs(documents, rest)
    faults += check_foreign(documents, fixed_phrases(options.corpus))
    if options.notes:
        print("\n".join(notes(documents, fixed_phrases(options.corpus))))
    if faults:
        print("\n".join(faults))
        print(f"{len(faults)} faults in {len(chosen)} files")
        return 1
    if not options.check:
        try:
            write_corpus(options.corpus, documents)
        except InputError as error:
            print(error)
            return 1
    for document in documents if options.check else []:
        print(f"{document['id']}: {len(document['records'])} records")
    print(counts_text(documents))
    return 0


def read_all(paths: list[Path]) -> tuple[list[dict[str, Any]], list[str]]:
    """The documents that can be read, and the faults of all files as lines."""
    documents, faults = [], []
    for path in paths:
        try:
            document = read_markup_file(path)
        except DataFileError as error:
            faults += [f"{path}: {fault}" for fault in error.faults]
            continue
        except OSError as error:
            faults.append(f"{path}: {error.strerror}")
            continue
        documents.append(document)
        for record in document["records"]:
            place = repr(record["ind"])
            faults += [f"{path}: {fault}" for fault in check_growth(record, document["text"], place)]
    return documents, faults


def check_ids(documents: list[dict[str, Any]]) -> list[str]:
    """One line for each id that two documents have."""
    names = [document["id"] for document in documents]
    return [f"{name}: the id of {names.count(name)} documents" for name in sorted(set(names)) if names.count(name) > 1]


def check_pairs(documents: list[dict[str, Any]], rest: list[dict[str, Any]]) -> list[str]:
    """Lines for the near-copies among the documents, of which one is among the chosen."""
    names = {document["id"] for document in documents}
    return [
        f"{pair.one} and {pair.other} share {pair.share:.0%} of their 6-syllable runs, as {pair.run!r}; at most 15%"
        for pair in shared_pairs({document["id"]: document["text"] for document in documents + rest})
        if pair.one in names or pair.other in names
    ]


def check_foreign(
    documents: list[dict[str, Any]], fixed: list[str], *, length: int = 8, figures: bool = True
) -> list[str]:
    """Lines for the runs of syllables that also stand in the texts beside the project, up to five a document."""
    texts = {document["id"]: document["text"] for document in documents}
    found = shared_runs(texts, foreign_texts(), length=length, fixed=fixed, figures=figures)
    return [f"{name}: stands in ../shared too: {run!r}" for name, shared in found.items() for run in shared[:5]]


def fixed_phrases(corpus: Path) -> list[str]:
    """The names and set phrases that are no copied prose."""
    listed = corpus / "fixed_phrases.txt"
    lines = listed.read_text(encoding="utf-8").split("\n") if listed.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


def notes(documents: list[dict[str, Any]], fixed: list[str]) -> list[str]:
    """Lines for what deserves a look and is no fault."""
    lines = [f"note: {line}, figures left out" for line in check_foreign(documents, fixed, figures=False)]
    long = check_foreign(documents, [], length=12, figures=False)
    lines += [f"note: {line}, 12 syllables with figures left out" for line in long]
    for document in documents:
        placed = [(document["id"], record) for record in document["records"]]
        lines += [f"note: {fault}" for fault in strange_words(placed, document["text"])]
    return lines


def foreign_texts() -> list[str]:
    """The texts beside the project that the corpus must not repeat; none where they are absent."""
    texts = []
    articles = SHARED / "raw" / "articles.jsonl.gz"
    if articles.exists():
        with gzip.open(articles, "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
    for path in sorted((SHARED / "gold").rglob("*.gold.json")):
        texts.append(json.loads(path.read_text(encoding="utf-8"))["text"])
    guide = SHARED / "indicator-records.md"
    return [*texts, guide.read_text(encoding="utf-8")] if guide.exists() else texts


if __name__ == "__main__":
    sys.exit(main())
