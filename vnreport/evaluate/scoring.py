"""Scores judged documents: precision, recall and F1 of records, accuracy of fields, calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vnreport.evaluate.calibration import accept_at, expected_error
from vnreport.evaluate.documents import FIELDS, Document, Prediction
from vnreport.evaluate.judging import JudgedDocument, Pair, judge_document
from vnreport.evaluate.predictions import read_prediction

Output = Mapping[str, Any] | Prediction
"""What a program gives for one document, as JSON or already read."""


@dataclass(slots=True)
class Tally:
    """The counts of some documents; tallies of documents add up to the tally of their whole."""

    counts: Counter[str] = field(default_factory=Counter)
    likeness: list[float] = field(default_factory=list)
    confidences: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Adds another tally to this one."""
        self.counts.update(other.counts)
        self.likeness += other.likeness
        self.confidences += other.confidences


@dataclass(frozen=True, slots=True)
class Result:
    """The judged documents and their figures.

    `figures` holds: gold, found, extra (counts); span, core and rec with `_p`, `_r`, `_f1`; `acc_` and each field;
    indicator_mean_f1; cmp with `_p`, `_r`, `_f1`; acc_period_null and acc_period_stated; ece and accept_at_99 where the
    predictions carry confidences; documents, missing_documents, bad_offsets.
    """

    documents: tuple[JudgedDocument, ...]
    figures: Mapping[str, float]


def score(gold: Sequence[Document], predictions: Mapping[str, Output]) -> Result:
    """The scores of predictions (by document id) against gold documents.

    A prediction is the output object of one document, or a Prediction that was read before. A document without one
    counts with all its records missed; predictions of other documents are left aside.
    """
    judged = []
    for document in gold:
        output = predictions.get(document.id)
        if isinstance(output, Mapping):
            output = read_prediction({"id": document.id, **output}, text=document.text)
        judged.append(judge_document(document, output))
    return Result(tuple(judged), figures_of(judged))


def figures_of(documents: Sequence[JudgedDocument]) -> dict[str, float]:
    """All figures of judged documents, as in Result."""
    figures = measure(map(tally_document, documents))
    figures["documents"] = len(documents)
    figures["missing_documents"] = sum(item.missing for item in documents)
    figures["bad_offsets"] = sum(item.bad_offsets for item in documents)
    return figures


def group_figures(documents: Sequence[JudgedDocument], by: str) -> dict[str, dict[str, float]]:
    """The figures of each domain or kind (`by` is a field of Document), in alphabetical order; "" as "none given"."""
    groups: dict[str, list[JudgedDocument]] = {}
    for item in documents:
        groups.setdefault(str(getattr(item.document, by)) or "none given", []).append(item)
    return {name: figures_of(groups[name]) for name in sorted(groups)}


def tally_document(document: JudgedDocument) -> Tally:
    """The counts of one document. Optional gold counts neither way, but the confidence of what found it does."""
    tally = Tally()
    counts = tally.counts
    for pair in document.pairs:
        _tally_pair(tally, pair)
    for record in document.extra:
        counts["extra"] += 1
        counts["cmp_extra"] += len(record.comparisons)
        if record.confidence is not None:
            tally.confidences.append((record.confidence, False))
    return tally


def _tally_pair(tally: Tally, pair: Pair) -> None:
    counts, judgement = tally.counts, pair.judgement
    if pair.predicted is None or judgement is None:
        if not pair.gold.optional:
            counts["missed"] += 1
            counts["cmp_missed"] += len(pair.gold.comparisons)
        return
    if pair.predicted.confidence is not None:
        tally.confidences.append((pair.predicted.confidence, judgement.right))
    if pair.gold.optional:
        return
    counts["span"] += 1
    counts["core"] += judgement.core
    counts["rec"] += judgement.right
    tally.likeness.append(judgement.likeness)
    for name in FIELDS:
        counts[f"field_{name}"] += judgement.fields[name]
    state = "null" if pair.gold.period is None else "stated"
    counts[f"period_{state}"] += 1
    counts[f"period_{state}_right"] += judgement.fields["period"]
    hit = sum(found is not None for _, found in judgement.comparisons)
    counts["cmp_hit"] += hit
    counts["cmp_missed"] += len(judgement.comparisons) - hit
    counts["cmp_extra"] += len(judgement.surplus)


def measure(tallies: Iterable[Tally]) -> dict[str, float]:
    """The figures of some tallies together."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    counts, found = whole.counts, whole.counts["span"]
    figures: dict[str, float] = {"gold": found + counts["missed"], "found": found, "extra": counts["extra"]}
    for name in ("span", "core", "rec"):
        wrong = found - counts[name]
        figures |= _rates(name, counts[name], wrong + counts["extra"], wrong + counts["missed"])
    for name in FIELDS:
        figures[f"acc_{name}"] = _share(counts[f"field_{name}"], found)
    for state in ("null", "stated"):
        figures[f"acc_period_{state}"] = _share(counts[f"period_{state}_right"], counts[f"period_{state}"])
    figures["indicator_mean_f1"] = sum(whole.likeness) / len(whole.likeness) if whole.likeness else 0.0
    figures |= _rates("cmp", counts["cmp_hit"], counts["cmp_extra"], counts["cmp_missed"])
    if whole.confidences:
        figures["ece"] = expected_error(whole.confidences)
        figures["accept_at_99"] = accept_at(whole.confidences)
    return figures


def _rates(name: str, right: int, surplus: int, missed: int) -> dict[str, float]:
    """Precision, recall and F1 under their names."""
    precision, recall = _share(right, right + surplus), _share(right, right + missed)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f1": f1}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
