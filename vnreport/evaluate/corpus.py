"""Writes the corpus: gold JSON lines by split, the frozen assignment, checksums, and the counts of the data card."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vnreport.errors import InputError
from vnreport.evaluate.splits import SHARES, assign, divided_issuers

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover
    import tomli as tomllib

BEGIN, END = "<!-- counts: written by scripts/build_corpus.py -->", "<!-- end of counts -->"
_MADE = "# Made by scripts/build_corpus.py\n"


def write_corpus(corpus: Path, documents: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The split of each document by id, after writing the gold files, splits.toml, checksums.toml and the counts.

    Raises InputError where an issuer would stand in two splits (its documents were assigned before it was named so).
    """
    frozen = read_splits(corpus)
    splits = assign(documents, frozen)
    divided = divided_issuers(documents, splits)
    if divided:
        raise InputError("splits.toml", f"issuers in more than one split: {', '.join(divided)}")
    _write(corpus / "splits.toml", _splits_text({**frozen, **splits}))
    sums = []
    for split in SHARES:
        chosen = sorted((item for item in documents if splits[item["id"]] == split), key=lambda item: str(item["id"]))
        content = "".join(json.dumps(_uniform(item, split), ensure_ascii=False) + "\n" for item in chosen)
        _write(corpus / f"{split}.jsonl", content)
        records = sum(len(item["records"]) for item in chosen)
        digest = hashlib.sha256(content.encode()).hexdigest()
        sums.append(f'[{split}]\ndocuments = {len(chosen)}\nrecords = {records}\nsha256 = "{digest}"\n')
    _write(corpus / "checksums.toml", _MADE + "\n" + "\n".join(sums))
    card = corpus / "README.md"
    if card.exists():
        _write(card, with_counts(card.read_text(encoding="utf-8"), documents, splits))
    return splits


def read_splits(corpus: Path) -> dict[str, str]:
    """The frozen assignment by document id; empty where none was made yet."""
    path = corpus / "splits.toml"
    if not path.exists():
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: split for split in SHARES for name in table.get(split, [])}


def counts_text(documents: Sequence[Mapping[str, Any]]) -> str:
    """One line of totals, then documents and records by domain and by kind."""
    total = sum(len(document["records"]) for document in documents)
    lines = [f"{len(documents)} documents, {total} records"]
    for key in ("domain", "kind"):
        for name, (number, records) in _tally(documents, key).items():
            lines.append(f"  {key} {name}: {number} documents, {records} records")
    return "\n".join(lines)


def with_counts(card: str, documents: Sequence[Mapping[str, Any]], splits: Mapping[str, str]) -> str:
    """The data card with its counts between the markers replaced; as it was where it has no markers."""
    return between(card, BEGIN, END, _tables(documents, splits))


def between(card: str, begin: str, end: str, body: str) -> str:
    """The text with what stands between two markers replaced by `body`; as it was where a marker is missing."""
    head, first, rest = card.partition(begin)
    _, last, tail = rest.partition(end)
    return f"{head}{begin}\n\n{body}\n{end}{tail}" if first and last else card


def _tables(documents: Sequence[Mapping[str, Any]], splits: Mapping[str, str]) -> str:
    placed = [{**document, "split": splits[document["id"]]} for document in documents]
    parts = []
    for key in ("split", "domain", "kind"):
        rows = _tally(placed, key)
        parts.append(f"| {key} | documents | records |\n| --- | ---: | ---: |")
        parts += [f"| {name} | {number} | {records} |" for name, (number, records) in rows.items()]
        total = sum(records for _, records in rows.values())
        parts.append(f"| all | {len(placed)} | {total} |\n")
    return "\n".join(parts)


def _tally(documents: Sequence[Mapping[str, Any]], key: str) -> dict[str, tuple[int, int]]:
    numbers: Counter[str] = Counter()
    records: Counter[str] = Counter()
    for document in documents:
        numbers[document[key]] += 1
        records[document[key]] += len(document["records"])
    order = [split for split in SHARES if split in numbers] if key == "split" else sorted(numbers)
    return {name: (numbers[name], records[name]) for name in order}


def _uniform(document: Mapping[str, Any], split: str) -> dict[str, Any]:
    """The document as a line of its split: `check` is a text in every record, so that all files infer one schema."""
    records = [{**record, "check": record["check"] or ""} for record in document["records"]]
    return {**document, "records": records, "split": split}


def _splits_text(splits: Mapping[str, str]) -> str:
    parts = [_MADE + "# A document once listed never moves; new ones are added where their issuer stands.\n"]
    for split in SHARES:
        names = sorted(name for name, found in splits.items() if found == split)
        parts.append(f"{split} = [\n" + "".join(f'  "{name}",\n' for name in names) + "]\n")
    return "\n".join(parts)


def _write(path: Path, content: str) -> None:
    """Writes the whole file or nothing."""
    partial = path.with_name(path.name + ".partial")
    partial.write_text(content, encoding="utf-8", newline="\n")
    os.replace(partial, path)
