"""Pairs predicted with gold records and judges each pair field by field (corpus/guidelines.md, section 8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vnreport.evaluate.documents import Comparison, Document, Prediction, Record, Span
from vnreport.evaluate.periods import same_period
from vnreport.evaluate.similarity import ENOUGH, same_unit, scope_found, syllable_f1

RECORD_FIELDS = ("value", "unit", "bound", "indicator", "period", "comparisons", "baselines")
"""The fields that must all be right for a record to be right."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is right about a pair.

    `fields` holds one verdict a field; `likeness` is the indicator's syllable F1; `comparisons` pairs each gold
    comparison with its predicted one (None where missed), `surplus` are the predicted ones left over.
    """

    fields: Mapping[str, bool]
    likeness: float
    comparisons: tuple[tuple[Comparison, Comparison | None], ...]
    surplus: tuple[Comparison, ...]

    @property
    def core(self) -> bool:
        return self.fields["value"] and self.fields["unit"]

    @property
    def right(self) -> bool:
        return all(self.fields[name] for name in RECORD_FIELDS)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The names of the fields that are wrong."""
        return tuple(name for name, verdict in self.fields.items() if not verdict)


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold record with its prediction and what is right about it; both None where it was missed."""

    gold: Record
    predicted: Record | None
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """A gold document with all its pairs, and the predicted records that no gold record stands for."""

    document: Document
    pairs: tuple[Pair, ...]
    extra: tuple[Record, ...]
    missing: bool = False
    bad_offsets: int = 0


def judge_document(document: Document, prediction: Prediction | None) -> JudgedDocument:
    """The pairs and the extra records of one document; None stands for a document that was not predicted."""
    predicted = prediction.records if prediction else ()
    partners = pair_records(document.records, predicted)
    pairs = []
    for gold, index in zip(document.records, partners, strict=True):
        if index is None:
            pairs.append(Pair(gold, None, None))
        else:
            pairs.append(Pair(gold, predicted[index], judge(gold, predicted[index])))
    taken = set(partners)
    extra = tuple(record for index, record in enumerate(predicted) if index not in taken)
    return JudgedDocument(
        document, tuple(pairs), extra, prediction is None, prediction.bad_offsets if prediction else 0
    )


def pair_records(gold: Sequence[Record], predicted: Sequence[Record]) -> list[int | None]:
    """For each gold record the index of its prediction, None where it has none.

    Records pair when their anchors overlap and both or neither have a value; each prediction once, first come first
    served in the order of the files.
    """
    free = list(range(len(predicted)))
    partners: list[int | None] = []
    for record in gold:
        partner = next((index for index in free if _stand_together(record, predicted[index])), None)
        if partner is not None:
            free.remove(partner)
        partners.append(partner)
    return partners


def judge(gold: Record, predicted: Record) -> Judgement:
    """The verdict on every field of a pair."""
    pairs, surplus = _pair_comparisons(gold.comparisons, predicted.comparisons)
    likeness = syllable_f1(gold.indicator, predicted.indicator)
    fields = {
        "value": _figures(gold) == _figures(predicted),
        "bound": gold.bound == predicted.bound,
        "unit": same_unit(gold.unit, predicted.unit),
        "indicator": likeness >= ENOUGH,
        "period": same_period(gold.period, predicted.period),
        "comparisons": not surplus and all(found is not None for _, found in pairs),
        "baselines": all(found is not None and same_baseline(item, found) for item, found in pairs),
        "status": gold.status == predicted.status,
        "scope": all(scope_found(scope, predicted.scopes, predicted.indicator) for scope in gold.scopes),
    }
    return Judgement(fields, likeness, pairs, surplus)


def same_amount(one: Comparison, other: Comparison) -> bool:
    """True where direction, amount and unit are equal."""
    amounts = (one.number, one.low, one.high) == (other.number, other.low, other.high)
    return one.direction == other.direction and amounts and same_unit(one.unit, other.unit)


def same_baseline(one: Comparison, other: Comparison) -> bool:
    """True where kind, period and value of the baselines are equal."""
    return (
        one.kind_of_baseline == other.kind_of_baseline
        and same_period(one.baseline_period, other.baseline_period)
        and one.baseline_value == other.baseline_value
    )


def _pair_comparisons(
    gold: Sequence[Comparison], predicted: Sequence[Comparison]
) -> tuple[tuple[tuple[Comparison, Comparison | None], ...], tuple[Comparison, ...]]:
    left = list(predicted)
    pairs: list[tuple[Comparison, Comparison | None]] = []
    for item in gold:
        index = next((place for place, other in enumerate(left) if same_amount(item, other)), None)
        pairs.append((item, None if index is None else left.pop(index)))
    return tuple(pairs), tuple(left)


def _figures(record: Record) -> tuple[object, ...]:
    return record.number, record.low, record.high, record.of


def _stand_together(gold: Record, predicted: Record) -> bool:
    if (gold.span is None) != (predicted.span is None):
        return False
    return any(_overlap(one, other) for one in gold.anchors for other in predicted.anchors)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
