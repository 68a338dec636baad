"""Names scores that are told with nothing but whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.drafts import COUNT_RULE, Draft
from vnreport.assembly.sentences.origins import FROM_DOCUMENT


def settle_scores(drafts: Sequence[Draft]) -> None:
    """Scores told with nothing but names ("phường A (97,9 điểm)") measure what the document says of its scores."""
    scores = [draft for draft in drafts if draft.quantity is not None and _is_score(draft)]
    full = next((draft for draft in scores if draft.indicator and draft.indicator.rule == COUNT_RULE), None)
    if full is None:
        return
    for draft in scores:
        rule = draft.indicator.rule if draft.indicator is not None else "indicator.noun"
        if rule == "indicator.noun" or rule.startswith("indicator.inherited"):
            draft.indicator = full.indicator
            draft.inherited["indicator"] = FROM_DOCUMENT


def _is_score(draft: Draft) -> bool:
    unit = draft.quantity.unit if draft.quantity is not None else None
    return unit is not None and unit.kind == "points"
