"""Fills, once the whole document is read, what a headline or lead left open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vnreport.assembly.same_figures import is_rounded, is_same_figure, is_told_again
from vnreport.assembly.sentences.drafts import TO_COME, Change, Draft
from vnreport.assembly.sentences.futures import tells_future
from vnreport.assembly.sentences.origins import FROM_BEFORE, FROM_BODY, FROM_PART, FROM_PRESENT, FROM_VAGUE
from vnreport.assembly.sentences.topics import unit_code
from vnreport.assembly.statuses import FUTURE_RULE, NOW, SOONEST
from vnreport.assembly.timing.conversions import date_conversions
from vnreport.assembly.timing.period_lengths import LONG_PAST, is_long_over, is_over
from vnreport.assembly.timing.period_roles import is_done_before, is_other_year, outer_places
from vnreport.assembly.timing.programme_years import is_of_programme
from vnreport.assembly.timing.regular_times import is_yearly
from vnreport.assembly.timing.standalone import ANY_UNIT, lasts
from vnreport.assembly.timing.times_of_others import is_time_of_other
from vnreport.grammar.values import PERCENTS, SAME_PERIOD, Period, PeriodMention
from vnreport.lexicon.phrase_words import phrase_words

# The kind of baselines that are plans.
TARGET = "target"
# A headline is of no span that began more days ago and has no end ("từ năm 1975"), no fact of a time so many ahead.
LONG_OPEN, FAR = 366, 31
# What a document tells first is of no time that ended more days before its date.
LAST_YEAR = 366
# The headline and the lead, and how many blocks behind them the time that they are of is named at the latest.
LEAD_BLOCKS, LEAD_REACH = 2, 2
# How a figure may have come by a time that it does not name, and the roles of verbs that tell what there is.
TAKEN, REACHING = frozenset({FROM_BEFORE, FROM_BODY}), frozenset({"level", "have"})
# What a text tells first so many blocks behind its headline is of a time of its own.
TITLE_REACH = 6


def keep_named(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that name something: a figure with neither an indicator nor a scope measures nothing.

    A share whose whole is never named is of its part.
    """
    for draft in drafts:
        if draft.indicator is None and draft.earlier is None and draft.scope:
            draft.indicator = draft.scope[0]
            draft.inherited["indicator"] = FROM_PART
    return [draft for draft in drafts if draft.indicator is not None or draft.earlier is not None]


def settle_periods(drafts: Sequence[Draft], reference: date | None) -> None:
    """Gives periods to drafts that stand before the first one named.

    A headline's figure takes the period of the same figure in the body, or of one that it rounds, none if that stands
    alone, or the first one named, unless that is far off or stands far behind. Other figures take the first one named
    only where the document names no second, and that has an end and figures of its own soon behind, or of their kind,
    and is no part of a year in which something else was; those of the lead that of the same figure told again, or the
    first one named right behind it, as do all before the sentence that names it where this tells a figure of the lead
    again. What is to come takes none that is past, a fact none to come. An earlier growth takes the year before its
    draft's.
    """
    _settle_baselines(drafts)
    body = [draft for draft in drafts if draft.sentence.block != "headline"]
    named = [draft for draft in body if draft.period is not None and not is_present(draft)]
    single = len({draft.period.iso for draft in named if draft.period is not None}) == 1
    named = [draft for draft in named if not is_of_programme(draft) and not _is_aside(draft) and _holds_on(draft)]
    told = [draft for draft in body if draft.period is not None or "period" in draft.inherited]
    told = [draft for draft in told if single or not _is_long_past(draft, reference)]
    told.sort(key=is_present)
    only = single and bool(named) and "period" not in named[0].inherited
    alike = _sentences_alike(drafts, named[0]) if only else frozenset()
    retold = _is_retold(drafts, named, reference)
    for draft in drafts:
        is_set = draft.period is not None and not is_present(draft)
        if draft.mention is not None or is_set or draft.inherited.get("period") == FROM_VAGUE:
            continue
        if draft.sentence.block == "headline":
            twin = next((other for other in told if is_same_figure(draft, other)), None)
            twin = twin or next((other for other in told if is_rounded(draft, other)), None)
            first = _first(named, draft, reference)
            far = first is None or (first.sentence.block_index > TITLE_REACH and not only)
            source = twin or (first if first is not None and not far and not _is_far(first, draft, reference) else None)
        else:
            twin = next((other for other in told if _leads_to(draft, other)), None)
            near = retold or (only and (id(draft.sentence) in alike or _is_near(draft, named[0])))
            near = near and not is_time_of_other(named[0], draft, reference)
            near = near or (bool(named) and _leads_up(draft, named[0]))
            first = _first(named, draft, reference) if near and not is_present(draft) else None
            first = first if first is not None and _has_end(first) else None
            source = twin or (first if first is not None and not _is_to_come(first, draft, reference) else None)
        if source is not None and source.period is not None:
            draft.period, draft.mention = source.period, source.mention
            draft.inherited["period"] = FROM_BODY
    _settle_enclosed(drafts, reference)
    date_conversions(drafts)


def _sentences_alike(drafts: Sequence[Draft], first: Draft) -> frozenset[int]:
    """The ids of the sentences with a figure in a unit of those that stand beside the first time named."""
    units = {unit_code(draft) for draft in drafts if draft.sentence is first.sentence} - ANY_UNIT
    return frozenset(id(draft.sentence) for draft in drafts if unit_code(draft) in units)


def _is_near(draft: Draft, first: Draft) -> bool:
    """Whether the first time is named not far behind the draft: lines before, figures are of another matter."""
    return first.sentence.block_index - draft.sentence.block_index <= TITLE_REACH


def _settle_enclosed(drafts: Sequence[Draft], reference: date | None) -> None:
    """Facts without a time between two figures that are both of the document's day are of that day too, no sizes."""
    before: Draft | None = None
    open_drafts: list[Draft] = []
    for draft in drafts:
        period = draft.period
        if period is None:
            open_drafts += [draft] if draft.status == "actual" and not lasts(draft) else []
            continue
        if before is not None and before.period == period and period.last == reference:
            for between in open_drafts:
                between.period, between.mention, between.inherited["period"] = period, before.mention, FROM_BEFORE
        before, open_drafts = draft, []


def is_present(draft: Draft) -> bool:
    """Whether the draft has the present only for its verb's sake, which the same figure told again overrides."""
    return draft.inherited.get("period") == FROM_PRESENT


def _is_aside(draft: Draft) -> bool:
    """Whether the draft is only of the present that its own sentence says: "hiện còn 3 hộ"."""
    return draft.mention is not None and draft.mention.shape == NOW


def _holds_on(draft: Draft) -> bool:
    """Whether the draft's time is one that figures told before or behind may have, no "giao hàng vào đầu năm 2017"."""
    items = draft.sentence.items
    own = [index for index, item in enumerate(items) if item.period is not None and item.period is draft.mention]
    return not own or bool(outer_places(items, own))


def _first(named: Sequence[Draft], draft: Draft, reference: date | None) -> Draft | None:
    """The first draft with a period, None where it is past and the draft tells what is yet to come.

    One long over lends its time to no other figure: "Dự án đã xong 99%. … Dự án được duyệt năm 2009" is of 2019.
    """
    first = named[0] if named and not _is_past(named[0], draft, reference) else None
    if first is None or first.period is None or is_same_figure(draft, first):
        return first
    return None if is_long_over(first.period, reference, days=LAST_YEAR) else first


def _leads_up(draft: Draft, first: Draft) -> bool:
    """Whether a figure of the lead, which names no time, is told of the first time that the lines behind it name.

    What is only set against the same time before may be told of one that its own line goes on with: "Khách giảm 4% so
    với cùng kỳ. Trong 4 tháng đầu năm, …".
    """
    block, compared = draft.sentence.block_index, False
    for item in draft.sentence.items:
        if item.period is not None and item.period.shape != SAME_PERIOD:
            return False
        compared = compared or item.period is not None
    if block >= LEAD_BLOCKS or not (0 if compared else 1) <= first.sentence.block_index - block <= LEAD_REACH:
        return False
    return first.mention is not None and not is_other_year(first.mention) and not is_yearly(draft)


def _is_retold(drafts: Sequence[Draft], named: Sequence[Draft], reference: date | None) -> bool:
    """Whether the sentence that names the first time tells a figure of the lead again, and that time is over."""
    period = named[0].period if named else None
    if period is None or not is_over(period, reference):
        return False
    first = [draft for draft in named if draft.sentence is named[0].sentence]
    lead = [draft for draft in drafts if draft.sentence.block_index < LEAD_BLOCKS and draft.period is None]
    return any(_leads_to(draft, other) for draft in lead for other in first)


def _leads_to(draft: Draft, other: Draft) -> bool:
    """Whether a figure of the lead is told again in the same unit with a period of its own."""
    return "period" not in other.inherited and _has_end(other) and is_told_again(draft, other)


def _has_end(draft: Draft) -> bool:
    return draft.period is not None and draft.period.last is not None


def _is_long_past(draft: Draft, reference: date | None) -> bool:
    """Whether the draft's period ended years before the document's date."""
    return draft.period is not None and is_long_over(draft.period, reference, days=LONG_PAST)


def _is_past(source: Draft, draft: Draft, reference: date | None) -> bool:
    """Whether the draft tells what is yet to come, and the source's period is over."""
    return draft.status in TO_COME and source.period is not None and is_long_over(source.period, reference)


def _is_to_come(source: Draft, draft: Draft, reference: date | None) -> bool:
    """Whether the draft tells a fact, and the source's period is of a time to come.

    A day up to which something is planned is one of no fact: "mục tiêu đến năm 2030 có 60% xã …. Tỉnh | có 30 xã".
    """
    period = source.period
    if draft.status in TO_COME or period is None or reference is None:
        return False
    planned = source.status in TO_COME or is_done_before(draft.sentence.items, draft.place)
    begins = period.last if planned or period.first is None else period.first
    return begins is not None and (begins - reference).days >= SOONEST


def fits_status(source: Draft, draft: Draft, reference: date | None) -> bool:
    """Whether the source's period is not past for what is yet to come, nor to come for a fact."""
    return not _is_past(source, draft, reference) and not _is_to_come(source, draft, reference)


def _is_far(source: Draft, draft: Draft, reference: date | None) -> bool:
    """Whether the source's period began long ago and has no end, or lies ahead and the draft tells a fact."""
    begins = None if source.period is None else source.period.first or source.period.last
    if begins is None or reference is None:
        return False
    if not _has_end(source):
        return (reference - begins).days > LONG_OPEN
    return draft.status not in TO_COME and (begins - reference).days > FAR


def _settle_baselines(drafts: Sequence[Draft]) -> None:
    """A growth with no baseline, as in a headline or a caption, takes the one of the same growth in the body."""
    body = [draft for draft in drafts if draft.sentence.block != "headline"]
    for draft in drafts:
        if not draft.changes or draft.changes[0].baseline is not None:
            continue
        twin = next(
            (other for other in body if other is not draft and other.changes and _same_change(draft, other)), None
        )
        if twin is not None and not _passes_plan(twin.changes[0]):
            draft.changes[0].baseline = twin.changes[0].baseline
            draft.inherited["baseline"] = FROM_BODY


def _passes_plan(change: Change) -> bool:
    """Whether a rate is told beside the plan that it passed, rather than set against it: "vượt mục tiêu với 6,8%"."""
    rate = change.quantity is not None and change.quantity.kind in PERCENTS
    return rate and change.baseline is not None and change.baseline.kind == TARGET


def _same_change(draft: Draft, other: Draft) -> bool:
    ours, theirs = draft.changes[0].quantity, other.changes[0].quantity
    return ours is not None and theirs is not None and ours.number is not None and ours.number == theirs.number


def _is_ahead(period: Period, mention: PeriodMention, reference: date) -> bool:
    """Whether it is the years of a plan that are yet to come, or a day far ahead up to which something is planned."""
    if period.first is None:
        return period.last is not None and (period.last - reference).days > FAR
    return mention.shape == "years" and period.first.year >= reference.year


def settle_facts(drafts: Sequence[Draft], reference: date | None) -> None:
    """Takes the years of a plan that begins with the document's year or later, and a day far ahead up to which
    something is done, from figures that tell what is there.

    "giai đoạn 2026-2030 cần 90 tỷ đồng. Tỷ lệ phòng học kiên cố | đạt | 84%": of no year to come, but "có 16 phường
    phải sáp nhập" is of the plan.
    """
    if reference is None:
        return
    for draft in drafts:
        mention, period = draft.mention, draft.period
        by_time = draft.status_rule == FUTURE_RULE
        if (draft.status != "actual" and not by_time) or draft.inherited.get("period") not in TAKEN:
            continue
        if draft.earlier is not None:
            continue
        if draft.parent is not None and "period" not in draft.parent.inherited:
            continue
        if mention is None or period is None or not _is_ahead(period, mention, reference):
            continue
        whole = draft if draft.parent is None else draft.parent
        reached = whole.cue is not None and whole.sentence.items[whole.cue].role in REACHING
        due = any(item.low in phrase_words().must for item in draft.sentence.items)
        due = due or tells_future(whole.sentence.items[: whole.place])
        if reached and not due:
            draft.period, draft.mention, draft.inherited["period"] = None, None, FROM_VAGUE
            if by_time:
                draft.status = "actual"
                del draft.rules["status"]
