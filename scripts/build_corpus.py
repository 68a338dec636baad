#!/usr/bin/env python3
"""Checks the corpus and builds its gold files from corpus/markup/*.txt.

usage: build_corpus.py [--check FILE...] [--corpus DIR]

--check   only reads the files and prints every fault; with none, the counts. Exit status 1 where there are faults.
Without it, all documents are checked and corpus/{train,dev,test}.jsonl, splits.toml, checksums.toml and the counts in
README.md are written; nothing is written where there are faults.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from vnreport.errors import DataFileError  # noqa: E402
from vnreport.evaluate.arithmetic import check_growth  # noqa: E402
from vnreport.evaluate.corpus import counts_text, write_corpus  # noqa: E402
from vnreport.evaluate.markup import read_markup_file  # noqa: E402
from vnreport.evaluate.overlap import shared_pairs, shared_runs  # noqa: E402

SHARED = ROOT.parent / "shared"


def main() -> int:
    """The exit status: 0 where nothing is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    options = parser.parse_args()
    everything = sorted((options.corpus / "markup").glob("*.txt"))
    chosen = options.check or everything
    documents, faults = read_all(chosen)
    rest = read_all([path for path in everything if path.resolve() not in {item.resolve() for item in chosen}])[0]
    names = {document["id"] for document in documents}
    faults += check_ids(documents + rest)
    faults += check_prose({document["id"]: document["text"] for document in documents + rest}, names, options.corpus)
    if faults:
        print("\n".join(faults))
        print(f"{len(faults)} faults in {len(chosen)} files")
        return 1
    if options.check:
        for document in documents:
            print(f"{document['id']}: {len(document['records'])} records")
    else:
        write_corpus(options.corpus, documents)
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
    seen: set[str] = set()
    return [
        f"{item['id']}: the id of two documents" for item in documents if item["id"] in seen or seen.add(item["id"])
    ]


def check_prose(texts: dict[str, str], names: set[str], corpus: Path) -> list[str]:
    """Lines for near-copies among the documents, and for runs that stand in the texts beside the project."""
    lines = [
        f"{pair.one} and {pair.other} share {pair.share:.0%} of their 6-syllable runs, as {pair.run!r}; at most 15%"
        for pair in shared_pairs(texts)
        if pair.one in names or pair.other in names
    ]
    phrases = corpus / "fixed_phrases.txt"
    fixed = (
        [line for line in phrases.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"]
        if phrases.exists()
        else []
    )
    chosen = {name: text for name, text in texts.items() if name in names}
    for name, found in shared_runs(chosen, foreign_texts(), fixed=fixed).items():
        lines += [f"{name}: 8 syllables that also stand in ../shared: {run!r}" for run in found[:5]]
    return lines


def foreign_texts() -> Iterator[str]:
    """The texts beside the project that the corpus must not repeat; nothing where they are absent."""
    articles = SHARED / "raw" / "articles.jsonl.gz"
    if articles.exists():
        with gzip.open(articles, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]
    for path in sorted((SHARED / "gold").rglob("*.gold.json")):
        yield json.loads(path.read_text(encoding="utf-8"))["text"]
    guide = SHARED / "indicator-records.md"
    if guide.exists():
        yield guide.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
