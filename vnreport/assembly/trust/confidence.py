"""Confidence: the calibrated chance that a record, and each of its fields, is right."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TypeVar

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.trust.evidence import DraftEvidence, surroundings
from vnreport.errors import ModelFileError
from vnreport.learned.calibration_maps import CalibrationMap, calibrated
from vnreport.learned.loglinear import LogLinear
from vnreport.learned.model_json import model_data
from vnreport.records.models import Check
from vnreport.values import value

T = TypeVar("T")
RECORD = "record"
FIELDS = ("value", "bound", "unit", "indicator", "period", "comparisons", "baselines", "status", "scope")
OUTPUTS = (RECORD, *FIELDS)
FORMAT = "vnreport confidence 1"
DECIMALS = 4


@value(frozen=True, slots=True)
class Confidence:
    """The chance, 0 to 1, that the record is right, and that each of its fields is."""

    record: float
    fields: Mapping[str, float]


NOT_JUDGED = Confidence(0.0, {})


@value(frozen=True, slots=True)
class ConfidenceModel:
    """Weights of the evidence, and one calibration map for the record and each field."""

    weights: LogLinear
    maps: Mapping[str, CalibrationMap]
    evidence: DraftEvidence[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "evidence", DraftEvidence(self.weights.places_of))

    def judge(self, drafts: Sequence[Draft], checks: dict[int, list[Check]]) -> list[Confidence]:
        """The confidence of each draft, in order; `checks` are the arithmetic checks by the draft's place."""
        if not drafts:
            return []
        sums = self.weights.sums_at(evidence_rows(drafts, checks, self.evidence))
        outputs = self.weights.outputs
        rows = calibrated(sums, [self.maps[name] for name in outputs]).round(DECIMALS).tolist()
        record, fields = outputs.index(RECORD), [(name, outputs.index(name)) for name in FIELDS]
        return [Confidence(row[record], {name: row[place] for name, place in fields}) for row in rows]

    def to_json(self) -> str:
        """The model as JSON text that reads the same each time it is written."""
        maps = {name: [item.slope, item.offset] for name, item in self.maps.items()}
        data = {"format": FORMAT, "maps": maps, **self.weights.to_dict()}
        return json.dumps(data, ensure_ascii=False, indent=0) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes, *, source: str) -> ConfidenceModel:
        """The model of a JSON text. Raises ModelFileError naming `source` where it is none."""
        with model_data(text, form=FORMAT, kind="confidence", source=source) as data:
            weights = LogLinear.from_dict(data)
            maps = {name: CalibrationMap(float(slope), float(offset)) for name, (slope, offset) in data["maps"].items()}
        if weights.outputs != OUTPUTS or set(maps) != set(OUTPUTS):
            raise ModelFileError(source, f"judges {', '.join(weights.outputs)}; expected {', '.join(OUTPUTS)}")
        return cls(weights, maps)


def evidence_rows(drafts: Sequence[Draft], checks: dict[int, list[Check]], evidence: DraftEvidence[T]) -> list[list[T]]:
    """The evidence features of each draft, in order."""
    return [evidence.row(draft, around) for draft, around in zip(drafts, surroundings(drafts, checks), strict=True)]
