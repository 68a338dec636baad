"""A first, uncalibrated scale of confidence from the evidence of each field."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.drafts import Draft
from vnreport.records.models import Check

# What each field is trusted when its own clause gives it, and what an inherited or composed one loses. First estimates
# from the share of right fields on the development corpus.
FIRST = {"value": 0.98, "unit": 0.97, "indicator": 0.88, "period": 0.95, "comparisons": 0.95, "baselines": 0.92}
INHERITED = {"indicator": 0.15, "period": 0.08, "baseline": 0.05}
INCONSISTENT = 0.3


def field_confidences(draft: Draft, checks: Sequence[Check]) -> dict[str, float]:
    """The chance, 0 to 1, that each field of the draft is right."""
    fields = dict(FIRST)
    if "indicator" in draft.inherited:
        fields["indicator"] -= INHERITED["indicator"]
    if "period" in draft.inherited or draft.period is None:
        fields["period"] -= INHERITED["period"]
    if "baseline" in draft.inherited:
        fields["baselines"] -= INHERITED["baseline"]
    if not draft.changes:
        fields["comparisons"], fields["baselines"] = 0.98, 1.0
    if any(check.verdict == "inconsistent" for check in checks):
        fields["value"] -= INCONSISTENT
    return {name: round(value, 4) for name, value in fields.items()}


def record_confidence(fields: dict[str, float]) -> float:
    """The chance that all fields are right, taken as independent."""
    product = 1.0
    for value in fields.values():
        product *= value
    return round(product, 4)
