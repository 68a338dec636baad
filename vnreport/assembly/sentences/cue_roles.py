"""Groups of roles of cues, and signs between clauses."""

from __future__ import annotations

# Roles of cues for a plan, its budget or its goal.
PLANS = frozenset({"target", "target_noun"})
# Roles of cues for a rise or a fall, and for a level.
CHANGES, LEVEL = frozenset({"up", "down"}), "level"
# Those of a level, and of what something rose or fell to.
REACHING = frozenset({LEVEL, "to"})
# Those for staying as it was too, and for a multiple too.
MOVES = CHANGES | {"flat"}
DIRECTED = MOVES | {"times"}
# Those of a rise, a fall or a multiple.
GROWING = CHANGES | {"times"}
# Roles of cues that say nothing of what stands beside them.
PASSING = frozenset({"soft", "aux", "tense"})
# Signs before a clause.
CLAUSE_MARKS = frozenset({",", ";"})
# Roles of cues that are no part of a subject at its ends.
TRIMMED = frozenset(
    {
        "aux",
        "soft",
        "level",
        "to",
        "pair",
        "conjunction",
        "estimate",
        "forecast",
        "from",
        "report",
        "part",
        "share",
        "cause",
        "then",
        "tense",
        "source",
        "ranking",
        "equals",
        "up",
        "down",
        "flat",
    }
)
