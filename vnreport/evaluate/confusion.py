"""Where fields go wrong, by cause: what gold has and the prediction lacks, the other way round, or something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vnreport.evaluate.documents import FIELDS, Comparison, Record
from vnreport.evaluate.judging import JudgedDocument, Judgement, Pair
from vnreport.evaluate.periods import same_period
from vnreport.records.decimals import plain

CAUSES = ("right", "wrong", "missed", "extra")


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field over all pairs.

    `right` pairs, and the wrong ones by cause: `missed` where gold has something and the prediction nothing, `extra`
    the other way round, `wrong` where both have something else. `unpaired_gold` records were not found at all,
    `unpaired_predicted` stand for no gold record.
    """

    field: str
    right: int
    wrong: int
    missed: int
    extra: int
    unpaired_gold: int
    unpaired_predicted: int


@dataclass(frozen=True, slots=True)
class Mixup:
    """How often a field held `predicted` where gold has `gold`; both as short texts, "" for nothing."""

    field: str
    cause: str
    gold: str
    predicted: str
    count: int


def field_table(documents: Sequence[JudgedDocument]) -> list[FieldRow]:
    """One row a field, in the order of FIELDS; optional gold left out."""
    pairs = [pair for document in documents for pair in document.pairs if not pair.gold.optional]
    missed = sum(pair.predicted is None for pair in pairs)
    extra = sum(len(document.extra) for document in documents)
    rows = []
    for name in FIELDS:
        causes = Counter(cause for pair in pairs for cause, _, _ in _verdict(pair, name))
        right, wrong, lost, added = (causes[cause] for cause in CAUSES)
        rows.append(FieldRow(name, right, wrong, lost, added, missed, extra))
    return rows


def mixups(documents: Sequence[JudgedDocument], *, most: int = 50) -> list[Mixup]:
    """The most frequent confusions of all fields but indicator and scope, whose words hardly repeat."""
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for document in documents:
        for pair in document.pairs:
            for name in FIELDS:
                if pair.gold.optional or name in ("indicator", "scope"):
                    continue
                counts.update((name, *verdict) for verdict in _verdict(pair, name) if verdict[0] != "right")
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Mixup(*key, count) for key, count in ordered[:most]]


def period_table(documents: Sequence[JudgedDocument]) -> dict[str, dict[str, int]]:
    """Pairs by gold's period (`null`, `stated`) and what was predicted (`null`, `right`, `wrong`)."""
    table = {state: {"null": 0, "right": 0, "wrong": 0} for state in ("null", "stated")}
    for document in documents:
        for pair in document.pairs:
            if pair.predicted is None or pair.gold.optional:
                continue
            row = table["null" if pair.gold.period is None else "stated"]
            if pair.predicted.period is None:
                row["null"] += 1
            else:
                row["right" if same_period(pair.gold.period, pair.predicted.period) else "wrong"] += 1
    return table


def field_text(record: Record, name: str) -> str:
    """A field of a record as a short text, "" for nothing."""
    if name == "value":
        return _amount(record) + (f"/{plain(record.of)}" if record.of is not None else "")
    if name == "scope":
        return " | ".join(record.scopes)
    if name == "comparisons":
        return "; ".join(_change(item) for item in record.comparisons)
    if name == "baselines":
        return "; ".join(_baseline(item) for item in record.comparisons)
    value = getattr(record, name)
    return "" if value is None else str(value)


def _verdict(pair: Pair, name: str) -> Iterator[tuple[str, str, str]]:
    """Cause, gold text and predicted text of one field of a pair; comparisons and baselines one by one."""
    if pair.predicted is None or pair.judgement is None:
        return
    if pair.judgement.fields[name]:
        yield "right", "", ""
    elif name == "comparisons":
        yield _cause(pair.gold.comparisons, pair.predicted.comparisons), *_left_over(pair.judgement)
    elif name == "baselines":
        for gold, found in pair.judgement.comparisons:
            if found is None or _baseline(gold) != _baseline(found):
                one, other = _baseline(gold), "" if found is None else _baseline(found)
                yield _cause(one, other), one, other
                return
        yield "wrong", "", ""
    else:
        one, other = field_text(pair.gold, name), field_text(pair.predicted, name)
        yield _cause(one, other), one, other


def _left_over(judgement: Judgement) -> tuple[str, str]:
    """The comparisons of a pair that found no partner, gold's and predicted."""
    missed = [_change(gold) for gold, found in judgement.comparisons if found is None]
    return "; ".join(missed), "; ".join(map(_change, judgement.surplus))


def _cause(gold: object, predicted: object) -> str:
    if gold and not predicted:
        return "missed"
    return "extra" if predicted and not gold else "wrong"


def _amount(item: Record | Comparison) -> str:
    if item.low is not None and item.high is not None:
        return f"{plain(item.low)}-{plain(item.high)}"
    return "" if item.number is None else plain(item.number)


def _change(item: Comparison) -> str:
    return " ".join(filter(None, (item.direction, _amount(item), item.unit)))


def _baseline(item: Comparison) -> str:
    value = "" if item.baseline_value is None else plain(item.baseline_value)
    return " ".join(filter(None, (item.kind_of_baseline, item.baseline_period, value)))
