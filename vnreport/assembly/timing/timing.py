"""Gives every draft its period and resolves the baselines of its changes."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.changes.multiplied import NORM_RULE
from vnreport.assembly.sentences.drafts import FORECAST, BaselineDraft, Change, Draft, SentenceItems
from vnreport.assembly.sentences.futures import foretells
from vnreport.assembly.sentences.headings import is_subtitle, is_under_picture
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.origins import FROM_VAGUE
from vnreport.assembly.sentences.topics import name_of, unit_code
from vnreport.assembly.timing.announced_times import (
    is_rule_to_come,
    is_told_with,
    note_ahead,
    note_plan,
    set_aside,
    take_plan,
    tells_since,
)
from vnreport.assembly.timing.baseline_months import take_month
from vnreport.assembly.timing.breakdowns import note_said, note_whole, then_before, whole_before
from vnreport.assembly.timing.carried_baselines import is_of_others
from vnreport.assembly.timing.compared_periods import compared_period
from vnreport.assembly.timing.days_off import resume_days_off
from vnreport.assembly.timing.default_baselines import default_baseline, default_period, held_until
from vnreport.assembly.timing.earlier_rates import earlier_period, period_behind
from vnreport.assembly.timing.feasts import is_in_feast, note_feast, take_feast
from vnreport.assembly.timing.joined_periods import joined
from vnreport.assembly.timing.lent_times import at_same_end, lend_time
from vnreport.assembly.timing.period_brackets import is_explanation
from vnreport.assembly.timing.period_candidates import (
    fitting_periods,
    is_aside_part,
    is_conceded,
    is_plan_begun,
    of_plan,
    only_recalls,
    outside_baselines,
    part_years,
)
from vnreport.assembly.timing.period_choices import choose_period, is_running_total
from vnreport.assembly.timing.period_deeds import dates_source, is_deed_to_come, up_to_now
from vnreport.assembly.timing.period_events import dates_event
from vnreport.assembly.timing.period_lengths import begins_after, is_long_over, is_running, length_of
from vnreport.assembly.timing.period_resolving import resolve, resolve_said
from vnreport.assembly.timing.period_roles import (
    TITLES,
    is_averaged,
    is_other_year,
    is_outset,
    is_planned,
    is_season,
    is_singled_out,
    outer_places,
    place_of_text,
    place_of_title,
)
from vnreport.assembly.timing.price_days import day_of_changes, day_of_step
from vnreport.assembly.timing.price_rounds import resume_round
from vnreport.assembly.timing.programme_years import is_due, is_of_programme
from vnreport.assembly.timing.regular_times import is_usual
from vnreport.assembly.timing.standings import Standing
from vnreport.assembly.timing.superlatives import bounds_superlative, ranks_now
from vnreport.assembly.timing.time_frames import TimeFrame
from vnreport.assembly.timing.whole_years import year_compared
from vnreport.grammar.calendar import containing
from vnreport.grammar.periods import PeriodGrammar
from vnreport.grammar.values import Period

# The rule of a baseline that is the period of the level that a change starts from.
ORIGIN_RULE = "baseline.origin"
# The lexicon row of "cả năm".
WHOLE_YEAR = "period.year.whole"


class Timekeeper:
    """Resolves periods with `grammar`; the document's date is the frame's reference."""

    def __init__(self, grammar: PeriodGrammar) -> None:
        self._grammar = grammar

    def set_periods(self, drafts: list[Draft], sentence: SentenceItems, frame: TimeFrame) -> None:
        """Sets each draft's period from its clause, its sentence or the frame; moves the frame on."""
        items = sentence.items
        frame.enter(sentence)
        told, frame.whole = frame.whole, None
        whole = whole_before(sentence, told, frame) or then_before(sentence, frame)
        resume_round(items, frame)
        resume_days_off(items, frame)
        said = [index for index, item in enumerate(items) if item.kind == "period"]
        candidates = outside_baselines(said, sentence) if said else []
        resolved = resolve_said(self._grammar, items, candidates, frame)
        frame.open(resolved.values())
        note_said(resolved, items, frame)
        note_feast(items, resolved, frame)
        usable = [
            index
            for index in candidates
            if resolved[index] is not None and not is_season(items, index) and not bounds_superlative(items, index)
            if not dates_event(items, index) and not is_in_feast(items, index, resolved[index], frame)
            if not is_usual(items, index)
            if not is_outset(items, index) and not (frame.lasting is not None and ranks_now(items, index))
            if not dates_source(items, index)
        ]
        coming = {index for index in usable if begins_after(resolved[index], frame.reference)}
        for draft in drafts:
            chosen, fitting = draft.period_place, []
            if chosen is None:
                has_frame = frame.period is not None
                fitting = fitting_periods(items, usable, draft, has_frame=has_frame, coming=coming)
                chosen = choose_period(items, fitting, draft.place, has_frame=has_frame)
            chosen = _spelled_out(items, chosen, fitting)
            if chosen in resolved:
                draft.mention = items[chosen].period
                both = joined(items, chosen, resolved, draft, drafts) if draft.period_place is None else None
                draft.period = both or day_of_step(draft, of_plan(draft, resolved[chosen]), frame.reference)
            else:
                lend_time(draft, whole, told, frame)
        usable = [] if usable and is_under_picture(sentence, frame.closing) else usable
        if drafts:
            self._move_by_figures(drafts, items, usable, frame)
            alone = all(draft.inherited.get("period") == FROM_VAGUE for draft in drafts)
            frame.note([draft.period for draft in drafts], alone=alone)
            part_years(drafts)
            note_whole(drafts, frame)
        elif usable:
            self._move_by_words(sentence, {index: resolved[index] for index in usable}, frame)

    def _move_by_words(self, sentence: SentenceItems, resolved: dict[int, Period | None], frame: TimeFrame) -> None:
        """Moves the frame to the period of a sentence without figures."""
        items = sentence.items
        usable = [index for index, period in resolved.items() if not is_due(items, index, period, frame.opening)]
        place = place_of_title(items, usable) if sentence.block in TITLES else place_of_text(items, usable)
        if place is None and is_subtitle(sentence):
            place = _place_of_subtitle(sentence, resolved, frame)
        period, mention = (resolved[place], items[place].period) if place is not None else (None, None)
        if place is None and sentence.block not in TITLES:
            note_plan(items, resolved, frame)
        if place is None or period is None or mention is None or is_rule_to_come(period, frame):
            return
        period = day_of_changes(items, place, period, frame.reference)
        if not frame.in_title and (is_told_with(frame, period, resolved) or note_ahead(frame, period, mention)):
            return
        if tells_since(period, mention, frame):
            return
        if sentence.block in TITLES or frame.period is None or not is_other_year(mention):
            foreseen = foretells(items)
            frame.announce(period, mention, planned=is_planned(items, place), foreseen=foreseen)

    def _move_by_figures(self, drafts: list[Draft], items: list[Item], usable: list[int], frame: TimeFrame) -> None:
        """Moves the frame to the longest period that the sentence's figures have and later ones may take too."""
        setting = {items[index].start for index in outer_places(items, usable)}
        said = [items[index].period for index in usable]
        lasting = [
            (draft.period, draft.mention)
            for draft in drafts
            if draft.earlier is None and draft.period is not None and draft.mention is not None
            if (draft.mention.start in setting or is_plan_begun(draft)) and not is_aside_part(draft)
            if not is_conceded(draft)
            if any(draft.mention is mention for mention in said)
            if not frame.is_aside(
                draft.period, draft.mention, estimated=draft.status == "estimate", opens=_opens_year(items, draft)
            )
            if not only_recalls(items, draft, frame)
            if not _leaves_as_plan(draft, frame) and (frame.in_title or not is_deed_to_come(items, draft.mention))
        ]
        # "Tuần qua có 84 ca, cộng dồn từ đầu năm 634 ca. | Cúm có 31 ca": of the week.
        lasting = [pair for pair in lasting if not is_running_total(pair[1])] or lasting
        if lasting:
            period, mention = max(lasting, key=lambda pair: length_of(pair[0]))
            foreseen = all(draft.status == FORECAST for draft in drafts)
            ahead = foreseen and is_running(period, frame.reference)
            if ahead and (frame.in_title or note_ahead(frame, period, mention)):
                # "Xuất khẩu gạo cả năm dự kiến 3 tỷ USD" tells of what is yet to come.
                return
            planned = any(draft.mention is mention and draft.status == "target" for draft in drafts)
            place = next(index for index in usable if items[index].period is mention)
            if not (set_aside(items, period, mention, frame) or tells_since(period, mention, frame)):
                alone = is_singled_out(items, place)
                frame.move(period, mention, planned=planned, averaged=is_averaged(items, place), alone=alone)
            frame.seen.append(lasting[-1][0])
            for draft in drafts:
                frame.list_on(unit_code(draft), name_of(draft))

    def set_baselines(self, drafts: Sequence[Draft], frame: TimeFrame) -> None:
        """Resolves the baselines of all changes, once every draft has its period."""
        for draft in drafts:
            draft.period = up_to_now(draft, frame.reference)
            if draft.earlier is not None:
                own = draft.earlier.period
                draft.period = earlier_period(draft, own) if own is not None else None
                said = period_behind(draft)
                period = compared_period(self._grammar, said, draft.earlier, frame) if said is not None else None
                if own is not None and period is not None and period.first is not None and own.first is not None:
                    draft.period = period if period.first < own.first else draft.period
                if draft.role != "value" or "indicator" in draft.inherited:
                    # "nhập siêu 4 tỷ USD (cùng kỳ | xuất siêu 3 tỷ USD)" has a name of its own.
                    draft.indicator, draft.scope = draft.earlier.indicator, draft.earlier.scope
                for change in draft.changes:
                    change.baseline = None
            take_month(self._grammar, draft, frame)
            take_feast(draft, frame)
            draft.period = year_compared(self._grammar, draft, frame) or draft.period
            for change in draft.changes:
                self.set_baseline_period(draft, change, frame)
            take_plan(draft)
            if draft.pending_baseline is not None and draft.changes:
                first = draft.changes[0]
                first.baseline_value = first.baseline_value or draft.pending_baseline

    def set_baseline_period(self, draft: Draft, change: Change, frame: TimeFrame) -> None:
        """Resolves the change's baseline against the draft's own period."""
        baseline = change.baseline
        if baseline is None and change.origin is not None:
            # A level that the text gives no earlier time is of none that is known.
            change.baseline_period = change.origin.period if change.origin.period != draft.period else None
            kind = "unstated" if change.baseline_period is None else "period"
            change.baseline = BaselineDraft(kind, None, None, None, ORIGIN_RULE)
            return
        if baseline is None:
            change.baseline = default_baseline(draft, change, frame.reference)
            if change.baseline.kind == "period" and draft.period is not None:
                change.baseline_period = default_period(draft.period, change.baseline)
            elif change.baseline.kind == "target" and draft.period is not None and change.baseline.rule != NORM_RULE:
                change.baseline_period = _year_of(draft.period)
            return
        if baseline.kind == "period" and baseline.mention is not None:
            change.baseline_period = at_same_end(draft, compared_period(self._grammar, baseline.mention, draft, frame))
            if is_of_others(draft, baseline, change.baseline_period):
                change.baseline, change.baseline_period = None, None
                self.set_baseline_period(draft, change, frame)
        elif baseline.kind == "period":
            change.baseline_period = held_until(draft, baseline)
        elif baseline.kind == "target":
            if baseline.mention is not None:
                change.baseline_period = resolve(self._grammar, baseline.mention, draft.period, frame)
            if change.baseline_period is None and draft.period is not None and baseline.rule != NORM_RULE:
                change.baseline_period = _year_of(draft.period)


def _leaves_as_plan(draft: Draft, frame: TimeFrame) -> bool:
    """Whether an article names the draft's time by a plan, of whose time only what is planned or its parts are: notes
    it for them."""
    if frame.in_title or frame.section or frame.is_numbered or not is_of_programme(draft):
        return False
    at = frame.block
    if draft.period is not None:
        frame.plan = Standing(draft.period, draft.mention, "", frame.section, at, at, at)
    return True


def _place_of_subtitle(sentence: SentenceItems, resolved: dict[int, Period | None], frame: TimeFrame) -> int | None:
    """The day that the line under the title tells, outside brackets none on which the document itself came out."""
    place = next(iter(resolved))
    period = resolved[place]
    over = period is not None and is_long_over(period, frame.reference, days=0)
    return place if over or sentence.items[place].depth else None


def _spelled_out(items: list[Item], chosen: int | None, fitting: list[int]) -> int | None:
    """The period that a bracket right behind the chosen one tells its days by: "trong tuần qua (từ 10 đến 17/10)"."""
    behind = -1 if chosen is None else chosen + 2
    return behind if behind in fitting and is_explanation(items, behind) else chosen


def _opens_year(items: list[Item], draft: Draft) -> bool:
    """Whether the sentence opens with the whole year that the draft is of: "Cả năm, …"."""
    mention = draft.mention
    return mention is not None and items[0].period is mention and mention.rule == WHOLE_YEAR


def _year_of(period: Period) -> Period | None:
    """The calendar year that the period ends in, None for an open one."""
    return None if period.last is None else containing(period.last, "year")
