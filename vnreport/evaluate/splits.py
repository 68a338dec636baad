"""Assigns documents to train, dev and test by issuer, evenly by domain; what was assigned once never moves."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

SHARES = {"train": 0.65, "dev": 0.15, "test": 0.20}


def assign(documents: Sequence[Mapping[str, Any]], frozen: Mapping[str, str]) -> dict[str, str]:
    """The split of every document by id; `frozen` are earlier assignments, kept as they are.

    All documents of an issuer stand in one split, so a new document follows its issuer. Issuers without a split are
    taken the largest first, each to the split that most lacks records overall and in the issuer's domains. The
    outcome depends on the documents alone, not on their order.
    """
    issuers: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for document in documents:
        issuers[document["issuer"].casefold()].append(document)
    placed: dict[str, str] = {}
    for name, group in issuers.items():
        known = sorted({frozen[document["id"]] for document in group if document["id"] in frozen})
        if known:
            placed[name] = known[0]
    overall: Counter[str] = Counter()
    by_domain: dict[str, Counter[str]] = defaultdict(Counter)
    for name, split in placed.items():
        _count(issuers[name], split, overall, by_domain)
    waiting = [name for name in issuers if name not in placed]
    for name in sorted(waiting, key=lambda item: (-_records(issuers[item]), _digest(item))):
        weights = {split: _need(issuers[name], split, overall, by_domain) for split in SHARES}
        placed[name] = max(SHARES, key=lambda split: (weights[split], SHARES[split]))
        _count(issuers[name], placed[name], overall, by_domain)
    return {
        document["id"]: frozen.get(document["id"], placed[document["issuer"].casefold()])
        for document in sorted(documents, key=lambda document: str(document["id"]))
    }


def divided_issuers(documents: Sequence[Mapping[str, Any]], splits: Mapping[str, str]) -> list[str]:
    """The issuers whose documents stand in more than one split."""
    seen: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        seen[document["issuer"].casefold()].add(splits[document["id"]])
    return sorted(name for name, found in seen.items() if len(found) > 1)


def _need(
    group: list[Mapping[str, Any]], split: str, overall: Counter[str], by_domain: Mapping[str, Counter[str]]
) -> float:
    """How far the split lags behind its share, in the issuer's domains first, then over all; higher is needier."""
    lag = _lag(overall, split)
    for document in group:
        lag += 2 * _lag(by_domain[document["domain"]], split) / len(group)
    return lag


def _lag(counts: Counter[str], split: str) -> float:
    total = sum(counts.values())
    return SHARES[split] - counts[split] / total if total else SHARES[split]


def _count(
    group: list[Mapping[str, Any]], split: str, overall: Counter[str], by_domain: dict[str, Counter[str]]
) -> None:
    for document in group:
        size = max(1, len(document["records"]))
        overall[split] += size
        by_domain[document["domain"]][split] += size


def _records(group: list[Mapping[str, Any]]) -> int:
    return sum(max(1, len(document["records"])) for document in group)


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
