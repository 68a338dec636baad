"""How long a baseline that a sentence names holds for later ones, and for which of their changes."""

from __future__ import annotations

from vnreport.assembly.changes.price_baselines import PRICES_RULE, is_month
from vnreport.assembly.changes.price_steps import is_step
from vnreport.assembly.sentences.drafts import MOVED_RULE, TO_COME, BaselineDraft, Change, Draft
from vnreport.grammar.values import Quantity

# Sentences that a baseline holds for behind the one that names it, and the month before of a price index, whose groups
# take up the whole text; tried 3 to 8 on the development corpus.
LONGEST_HELD, LONGEST_MONTH = 5, 12
# Kinds of units of amounts that such a baseline holds for.
HELD_KINDS = frozenset({"percent", "money", "pp"})


def still_held(baseline: BaselineDraft | None, age: int) -> BaselineDraft | None:
    """The baseline, or None where it was named too many sentences ago."""
    if baseline is not None and baseline.mention is None and baseline.kind == "period" and baseline.rule != PRICES_RULE:
        # "so với vụ trước" is of no other figures.
        return None
    monthly = is_month(baseline) or (baseline is not None and baseline.rule == PRICES_RULE)
    return baseline if age < (LONGEST_MONTH if monthly else LONGEST_HELD) else None


def holds_for(held: BaselineDraft, change: Change, draft: Draft) -> bool:
    """Whether a baseline of an earlier sentence holds for the change: a rate, or a step of a price beside a day.

    A percentage or a sum of money is a rate, no price step such as "675 đồng/lít"; a count is one where the sentence
    breaks down what was told. A move from a level to another is one beside no day: "giảm 8% so với đầu năm. Tỷ lệ nợ
    xấu | giảm từ 3% xuống 2%".
    """
    value = draft.quantity
    if draft.status in TO_COME or (held.rule == PRICES_RULE and value is not None and value.kind != "rate"):
        return False
    amount, daily = change.quantity, held.mention is None or "day" in {held.mention.shape, held.mention.unit}
    if amount is None and change.rule == MOVED_RULE and not daily:
        # "tăng từ 162.000 lên | 178.000 người"
        amount = change.baseline_value if _has_unit(change.baseline_value) else value
    if amount is None or amount.unit is None:
        return False
    if is_step(amount):
        return daily and held.mention is not None
    kind, items = amount.unit.kind, (change.sentence or draft.sentence).items
    return kind in HELD_KINDS or (kind == "count" and (amount is not change.quantity or items[0].role == "part"))


def _has_unit(quantity: Quantity | None) -> bool:
    """Whether the figure has a unit of its own."""
    return quantity is not None and quantity.unit is not None
