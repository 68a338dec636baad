"""Scores the spans alone with nervaluate: where figures stand, and whether they are values or changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vnreport.evaluate.documents import Record
from vnreport.evaluate.judging import JudgedDocument

LABELS = ("value", "change")
SCHEMES = ("strict", "exact", "partial", "ent_type")


@dataclass(frozen=True, slots=True)
class SpanScore:
    """One scheme for one label ("all" for both).

    `strict` wants bounds and label, `exact` bounds, `partial` gives half for an overlap, `ent_type` wants the label
    and an overlap. The counts are nervaluate's.
    """

    scheme: str
    label: str
    precision: float
    recall: float
    f1: float
    correct: int
    incorrect: int
    partial: int
    missed: int
    spurious: int


def span_scores(documents: Sequence[JudgedDocument]) -> list[SpanScore]:
    """The span scores of judged documents, scheme by scheme. Optional gold and what found it are left out."""
    from nervaluate import Evaluator

    gold, predicted = [], []
    for document in documents:
        pairs = [pair for pair in document.pairs if not pair.gold.optional]
        gold.append(_entities(pair.gold for pair in pairs))
        found = [pair.predicted for pair in pairs if pair.predicted is not None]
        predicted.append(_entities([*found, *document.extra]))
    if not any(gold) and not any(predicted):
        return []
    results = Evaluator(gold, predicted, tags=list(LABELS), loader="dict").evaluate()
    tables: Mapping[str, Any] = {"all": results["overall"], **results["entities"]}
    return [
        _row(scheme, label, tables[label][scheme])
        for scheme in SCHEMES
        for label in ("all", *LABELS)
        if label in tables and scheme in tables[label]
    ]


def _entities(records: Iterable[Record]) -> list[dict[str, Any]]:
    """The spans of records as nervaluate takes them: the last character is part of the span."""
    spans = set()
    for record in records:
        if record.span is not None:
            spans.add((*record.span, "value"))
        spans |= {(*item.span, "change") for item in record.comparisons if item.span is not None}
    return [{"start": start, "end": end - 1, "label": label} for start, end, label in sorted(spans)]


def _row(scheme: str, label: str, result: Any) -> SpanScore:
    return SpanScore(
        scheme=scheme,
        label=label,
        precision=float(result.precision),
        recall=float(result.recall),
        f1=float(result.f1),
        correct=result.correct,
        incorrect=result.incorrect,
        partial=result.partial,
        missed=result.missed,
        spurious=result.spurious,
    )
