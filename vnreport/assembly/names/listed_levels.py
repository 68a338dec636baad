"""Names counts that go on with a level at another time: "khách năm 2020 đạt 2 triệu, năm 2025 đạt 4 triệu người"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.topics import unit_code

# Roles of cues of a level told at one time after another.
REACHING = frozenset({"level", "to"})


def level_before(naming: Naming) -> Phrase | None:
    """The name of the level before, of which but another time is told: "…, năm 2025 đạt | 4 triệu người"; or None."""
    draft, items, before = naming.draft, naming.items, naming.before
    if naming.subject is not None or draft.cue is None or before is None:
        return None
    if items[draft.cue].role not in REACHING or before.role != "value" or before.indicator is None:
        return None
    timed = any(item.kind == "period" for item in items[before.place + 1 : draft.cue])
    own = before.cue is not None and items[before.cue].role in REACHING and "indicator" not in before.inherited
    listed = own or before.inherited.get("indicator") == "unit"
    return before.indicator if timed and listed and unit_code(before) in {"", unit_code(draft)} else None
