"""Verbs of becoming better, which tell a change only before its steps: "cải thiện 4 bậc", no "cải thiện thu nhập"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import Item, quantity_behind
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# The lexicon row of the verbs, and kinds of units in which they tell by how much.
BETTER_ROW, STEPS = "change.better", PERCENTS | {"points"}


def settle_betterings(items: Sequence[Item]) -> None:
    """Makes words of the verbs that no steps of a rank, points or per cent follow."""
    for index, item in enumerate(items):
        if item.row == BETTER_ROW:
            behind = quantity_behind(items, index)
            if behind is None or not (behind.kind in STEPS or behind.code in phrase_words().rank_step):
                item.kind, item.role = "word", ""
