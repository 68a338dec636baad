"""The year of the Tết that bonuses are given for, where only their name tells of it: "mức thưởng Tết cao nhất"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.origins import FROM_BODY
from vnreport.assembly.sentences.topics import name_of
from vnreport.assembly.timing.period_lengths import is_year
from vnreport.grammar.period_holidays import year_of_tet
from vnreport.grammar.values import HOLIDAY
from vnreport.lexicon.phrase_words import phrase_words


def settle_bonuses(drafts: Sequence[Draft], reference: date | None) -> None:
    """Gives bonuses for Tết that name no time the year of the Tết that the text names, else of the one that is near.

    "Đến nay, 700 đơn vị đã báo cáo. Mức thưởng Tết thấp nhất là 250.000 đồng/người" is no sum of up to now.
    """
    named = next((draft.period for draft in drafts if _names_feast(draft)), None)
    year = named if named is not None or reference is None else year_of_tet(reference)
    for draft in drafts:
        period, mention = draft.period, draft.mention
        if year is None or not _is_bonus(draft) or (mention is not None and mention.shape == HOLIDAY):
            continue
        if period is None or ("period" in draft.inherited and (named is not None or not is_year(period))):
            draft.period, draft.mention = year, None
            draft.inherited["period"] = FROM_BODY


def _names_feast(draft: Draft) -> bool:
    """Whether the draft is of the year of a holiday that is told with it: "thưởng Tết Nguyên đán 2018"."""
    mention, period = draft.mention, draft.period
    if mention is None or period is None or mention.shape != HOLIDAY or mention.years_back:
        return False
    return is_year(period) and "period" not in draft.inherited


def _is_bonus(draft: Draft) -> bool:
    """Whether a sum is named a bonus for a feast: "mức thưởng Tết"."""
    words = phrase_words()
    syllables = name_of(draft).split()
    return bool(words.feast & set(syllables)) and name_of(draft).startswith(tuple(words.bonus))
