"""Which headings open sections of plans: "II. Mục tiêu", and all but "Hiện trạng" under the title "Kế hoạch …"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from vnreport.assembly.sentences.drafts import Draft
from vnreport.lexicon.phrase_words import phrase_words

HEADED_RULE = "status.heading"


def planned_sections(title: str, headings: Iterable[tuple[int, str]]) -> dict[int, str]:
    """The status of what stands under a heading, by the number of its block, where its words tell one."""
    words = phrase_words()
    of_plan = title.lower().startswith(words.plan_title)
    found: dict[int, str] = {}
    for number, heading in headings:
        said = heading.lower()
        if said.startswith(words.forecast_heading):
            found[number] = "forecast"
        elif said.startswith(words.plan_heading):
            found[number] = "target"
        elif said.startswith(words.result_heading) or words.present_state in said:
            found[number] = "actual"
        elif of_plan:
            found[number] = "target"
    return found


def settle_planned(drafts: Iterable[Draft], sections: dict[int, str], reference: date | None) -> None:
    """Gives the status of its section to a figure that nothing calls otherwise, and that is of no time gone by."""
    if not sections:
        return
    for draft in drafts:
        if draft.status != "actual" or "status" in draft.rules:
            continue
        telling = (sections[number] for number in reversed(draft.sentence.section) if number in sections)
        status = next(telling, "actual")
        if status != "actual" and not _is_over(draft, reference):
            draft.status = status
            draft.rules["status"] = (HEADED_RULE, None, None)


def _is_over(draft: Draft, reference: date | None) -> bool:
    """Whether the figure has a period of its own that lies before the document's date."""
    last = draft.period.last if draft.period is not None and "period" not in draft.inherited else None
    return last is not None and reference is not None and last < reference
