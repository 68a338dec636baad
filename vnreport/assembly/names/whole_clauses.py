"""What grew or fell as a whole: an economy, what a clause before its parts tells of ("Lương các nhóm đều giảm, trong đó
giảm mạnh nhất là | nhóm thợ xây | (-5%)"), and what a plan was for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport.assembly.sentences.clauses import opens_breakdown
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import CHANGES, PLANS
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.assembly.sentences.subjects import subject_pieces
from vnreport.assembly.sentences.topics import GROWTH, unit_kind
from vnreport.grammar.values import AMOUNTS
from vnreport.lexicon.phrase_words import phrase_words

if TYPE_CHECKING:
    from vnreport.assembly.names.naming import Naming

RULE = "indicator.whole.clause"
# The kind of unit of rates and shares: two told one after another need not be of one whole.
PERCENT_KIND = "percent"
# The direction of a change that says how much of a plan was reached.
RATIO = "ratio"
# The sign before the change of a part whose verb stands before the part: "giảm mạnh nhất là nhóm A | (-5%)".
BRACKET = "("


def changed_whole(naming: Naming, subject: tuple[int, int]) -> Phrase | None:
    """The head of what changed in a clause without a figure, with the part that the draft's change in brackets is of;
    None where no such clause opens the sentence."""
    draft, items = naming.draft, naming.items
    part = next((index for index in range(subject[0]) if opens_breakdown(items[index])), None)
    if part is None or items[draft.place - 1].low != BRACKET:
        return None
    if any(item.kind == "quantity" for item in items[:part]):
        return None
    verb = next((index for index in range(part) if items[index].role in CHANGES), None)
    pieces = [] if verb is None else subject_pieces(items, 0, verb)
    headed = naming.lexicon.heads.narrow(items, pieces[-1]) if pieces else None
    if headed is None:
        return None
    own = phrase_of(draft, items, subject, "scope.component")
    return phrase_of(draft, items, (headed.first, headed.head_end), RULE).joined(own, RULE)


def is_economy(naming: Naming, subject: tuple[int, int]) -> bool:
    """Whether an economy grew as a whole, and not what was measured before: "CPI tăng 2%. | Kinh tế Lào | tăng 6%"."""
    core = naming.topics.core_by_kind.get(GROWTH) or naming.topics.core_by_kind.get("any")
    measured = core is not None and not core.text.lower().startswith(phrase_words().output_name)
    return measured and phrase_at(naming.items, *subject, phrase_words().economy)


def planned_whole(naming: Naming, subject: tuple[int, int]) -> Phrase | None:
    """What a part is of whose percentage goes on with one of a plan: "giải ngân 2.138 tỷ đồng, bằng 72% kế hoạch; |
    khối tỉnh 69%, khối huyện 77%", or with a value: "VPBank xử lý 9 tỷ đồng nợ xấu. | TPBank | đạt 14% chỉ tiêu"."""
    draft, before, told = naming.draft, naming.before, naming.topics.values
    ratio = any(change.direction == RATIO for change in draft.changes)
    if before is None and ratio and told and unit_kind(told[-1]) in AMOUNTS:
        before = told[-1]
    elif before is None or not any(change.direction == RATIO for change in before.changes):
        return None
    if not ratio and unit_kind(draft) != PERCENT_KIND:
        return None
    first, last = subject
    while last > first + 1 and naming.items[last - 1].role in PLANS:
        # "cục thuế | đặt mục tiêu | đạt 100% dự toán"
        last -= 1
    return before.indicator if naming.lexicon.parts.is_part(draft.sentence.text, naming.items, (first, last)) else None
