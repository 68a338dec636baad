"""Assigns documents to train, dev and test by issuer, evenly by domain and kind; what was assigned once never moves."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vnreport.evaluate.codes import load_codes
from vnreport.evaluate.similarity import normal_form

SHARES = {"train": 0.65, "dev": 0.15, "test": 0.20}

Counts = dict[tuple[str, str], Counter[str]]
"""Records by split, for each ("domain", name), each ("kind", name) and ("all", "")."""


def issuer_key(issuer: str) -> str:
    """The issuer by which documents are kept together: acronyms expanded, a head of office taken for the office."""
    name = normal_form(issuer)
    for title in load_codes().titles:
        name = name.removeprefix(f"{title} ")
    return name


def assign(documents: Sequence[Mapping[str, Any]], frozen: Mapping[str, str]) -> dict[str, str]:
    """The split of every document by id; `frozen` are earlier assignments, kept as they are.

    All documents of an issuer stand in one split, so a new document follows its issuer. Issuers without a split are
    taken the largest first, each to the split that most lacks records overall and in the issuer's domains and kinds.
    The outcome depends on the documents alone, not on their order.
    """
    issuers: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for document in documents:
        issuers[issuer_key(document["issuer"])].append(document)
    placed: dict[str, str] = {}
    for name, group in issuers.items():
        known = sorted({frozen[document["id"]] for document in group if document["id"] in frozen})
        if known:
            placed[name] = known[0]
    counts: Counts = defaultdict(Counter)
    for name, split in placed.items():
        _count(issuers[name], split, counts)
    waiting = [name for name in issuers if name not in placed]
    for name in sorted(waiting, key=lambda item: (-sum(map(_size, issuers[item])), _digest(item))):
        needs = {split: _need(issuers[name], split, counts) for split in SHARES}
        placed[name] = max(SHARES, key=lambda split: (needs[split], SHARES[split]))
        _count(issuers[name], placed[name], counts)
    return {
        document["id"]: frozen.get(document["id"], placed[issuer_key(document["issuer"])])
        for document in sorted(documents, key=lambda document: str(document["id"]))
    }


def divided_issuers(documents: Sequence[Mapping[str, Any]], splits: Mapping[str, str]) -> list[str]:
    """The issuers whose documents stand in more than one split."""
    seen: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        seen[issuer_key(document["issuer"])].add(splits[document["id"]])
    return sorted(name for name, found in seen.items() if len(found) > 1)


def _need(group: Sequence[Mapping[str, Any]], split: str, counts: Counts) -> float:
    """How far the split lags behind its share over all and in each document's domain and kind; higher is needier."""
    return sum(_lag(counts[cell], split) for document in group for cell in _cells(document)) / len(group)


def _cells(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "all", ""
    yield "domain", document["domain"]
    yield "kind", document["kind"]


def _lag(counts: Counter[str], split: str) -> float:
    """Share still lacking, in parts of the share: a small split must not wait until the large one is full."""
    total = counts.total()
    return 1 - counts[split] / total / SHARES[split] if total else 1.0


def _count(group: Sequence[Mapping[str, Any]], split: str, counts: Counts) -> None:
    for document in group:
        for cell in _cells(document):
            counts[cell][split] += _size(document)


def _size(document: Mapping[str, Any]) -> int:
    return max(1, len(document["records"]))


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
