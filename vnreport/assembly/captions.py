"""The time of figures told under an article's pictures: that of what the article tells, not of its last lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vnreport.assembly.same_figures import is_told_again
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.headings import captions_start
from vnreport.assembly.sentences.origins import FROM_BEFORE, FROM_REPEATED, FROM_VAGUE
from vnreport.assembly.settling import fits_status, is_present
from vnreport.assembly.timing.time_frames import OPENING_BLOCKS


def settle_captions(drafts: Sequence[Draft], reference: date | None) -> None:
    """Gives what the lines under the pictures tell without a time of their own that of the same figure in the article;
    what takes the time of the last lines before them is of the first that the article names instead.

    "… | Năm 2025 hãng sẽ thuê 60 người. || Xưởng may có 900 công nhân - Ảnh: Minh An".
    """
    start = captions_start(drafts[0].sentence.text) if drafts else None
    if start is None:
        return
    article = [draft for draft in drafts if draft.sentence.start < start]
    first = next((draft for draft in article if draft.period is not None and not is_present(draft)), None)
    lead = first if first is not None and first.sentence.block_index < OPENING_BLOCKS else None
    for draft in drafts[len(article) :]:
        if draft.inherited.get("period") != FROM_BEFORE or (draft.mention is not None and draft.mention.start >= start):
            continue
        told = [
            other for other in article if other.inherited.get("period") != FROM_BEFORE and is_told_again(draft, other)
        ]
        source = next((other for other in told if "period" not in other.inherited), told[0] if told else None)
        if source is None and lead is not None and fits_status(lead, draft, reference):
            source = lead
        if source is not None:
            draft.period, draft.mention = source.period, source.mention
            draft.inherited["period"] = FROM_REPEATED if source.period is not None else FROM_VAGUE
