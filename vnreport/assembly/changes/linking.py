"""Joins the figures of a sentence into records in the making: values with changes, and growths without a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vnreport.assembly.changes.bare_changes import add_bare_changes, moved_to
from vnreport.assembly.changes.baselines import RESTATED_RULE
from vnreport.assembly.changes.bases import is_nested, set_base
from vnreport.assembly.changes.bracketed_figures import OUTDONE_RULE
from vnreport.assembly.changes.bracketed_levels import ANNOUNCED_RULE
from vnreport.assembly.changes.change_arithmetic import join_told_twice, set_value_before, settle_by_arithmetic
from vnreport.assembly.changes.earlier_levels import is_growth_of
from vnreport.assembly.changes.earlier_values import (
    INSTEAD_RULE,
    VERSUS_RULE,
    alike,
    is_announced,
    set_beyond,
    set_opening,
    set_origin,
    set_versus,
    takes_earlier,
    takes_level,
)
from vnreport.assembly.changes.hosts import (
    choose_host,
    group_of,
    is_of_share,
    is_of_sum,
    is_partial,
    paired_subject,
)
from vnreport.assembly.changes.level_ends import add_change, carries, changed_by, fills, leading, leads_on
from vnreport.assembly.changes.listed_nouns import is_listed_name
from vnreport.assembly.changes.other_changes import is_for_others
from vnreport.assembly.changes.own_changes import opens_growth, own_subject, set_time_apart, told_about, told_instead
from vnreport.assembly.changes.paired_baselines import is_of_one
from vnreport.assembly.changes.paired_levels import settle_paired_levels
from vnreport.assembly.changes.parts_of_plan import settle_parts_of_plan
from vnreport.assembly.changes.planned_rates import PLANNED_RULE, planned_growth
from vnreport.assembly.changes.pointed_growths import pointed_growth
from vnreport.assembly.changes.recalled import (
    counts_apart,
    goes_on,
    goes_on_alone,
    is_other_count,
    listed_values,
    recall,
)
from vnreport.assembly.changes.renamed import named_again
from vnreport.assembly.changes.same_periods import earlier_host
from vnreport.assembly.changes.second_levels import SECOND_RULE, set_second
from vnreport.assembly.changes.times_before import set_times_before
from vnreport.assembly.changes.traded_sides import twin_of
from vnreport.assembly.changes.words_between import subject_between
from vnreport.assembly.sentences.clauses import has_subject
from vnreport.assembly.sentences.drafts import COUNTED_RULE, MOVED_RULE, Change, Draft, Figure, SentenceItems
from vnreport.assembly.sentences.items import CHANGES


class Linker:
    """Links one sentence; `host` is the draft that a change without a subject belongs to."""

    def __init__(self, sentence: SentenceItems, open_draft: Draft | None, before: Sequence[Draft]) -> None:
        self.sentence = sentence
        self.items = sentence.items
        self.drafts: list[Draft] = []
        self.host = open_draft
        self.before = before
        self.changed: Draft | None = None
        self.waiting: Figure | None = None
        self.announced: Figure | None = None
        self.surpassed: Figure | None = None
        self.coming: list[Figure] = []
        self.series: list[Draft] = []
        self.last = -1
        self.previous: Figure | None = None
        self.follows_earlier = False

    def link(self, figures: list[Figure]) -> list[Draft]:
        """The drafts of the sentence in reading order."""
        for number, figure in enumerate(figures, 1):
            self.coming = figures[number:]
            figure = pointed_growth(self.items, figure, self.previous, self.drafts or self.before) or figure
            self.follows_earlier = bool(self.drafts) and self.drafts[-1].earlier is not None
            read = {"change": self._change, "earlier": self._earlier, "baseline_value": self._baseline_value}
            read.get(figure.role, self._value)(figure)
            self.last, self.previous = self.last if figure.rule == ANNOUNCED_RULE else figure.place, figure
        set_opening(self.waiting, self.drafts)
        settle_by_arithmetic(self.drafts, self.before)
        join_told_twice(self.drafts)
        set_value_before(self.drafts)
        settle_parts_of_plan(self.drafts, self.before)
        settle_paired_levels(self.drafts)
        self.drafts = [draft for draft in self.drafts if draft.quantity is not None or draft.changes]
        set_times_before(self.drafts)
        add_bare_changes(self.drafts, self.sentence, figures, self.before)
        return self.drafts

    def _subject(self, figure: Figure) -> tuple[int, int]:
        return subject_between(self.items, figure, self.previous, self.last)

    def _change(self, figure: Figure) -> None:
        """Adds a change to its host, or opens a growth when the change has a subject or a period of its own."""
        items, subject = self.items, self._subject(figure)
        change = changed_by(figure, self.sentence)
        if self.announced is not None:
            change.baseline_value, self.announced = self.announced.quantity, None
        if figure.rule == RESTATED_RULE and takes_earlier(self.changed, figure):
            return
        told = self._told(figure, subject)
        if told is not None:
            told.changes.append(change)
            return
        own = figure.named is None and has_subject(items, *subject)
        own = own and not is_listed_name(items, figure, self.host, subject, self.last)
        own = own and not counts_apart(items, figure)
        again = named_again(self.drafts, figure, items, subject) if own else None
        if again is not None:
            add_change(again, change)
            self.host = self.changed = again
            return
        if self.follows_earlier and not own and figure.direction in CHANGES and not is_of_sum(self.host, figure):
            self._earlier(figure)
            return
        if figure.paired and self.drafts:
            own, subject = True, paired_subject(self.drafts, subject)
        about = told_about(items, figure)
        if figure.rule == "role.change.listed":
            own, subject = about is None, (self.last + 1, figure.place)
        elif figure.named is None and opens_growth(items, figure, self.last):
            own, subject = True, own_subject(items, figure, subject)
        counted = self.host if self.host is not None and self.host.sentence is self.sentence else None
        group = None if own or counted is None else group_of(items, counted, figure, self.last)
        if group is not None:
            own, subject = True, group
        host = None if own else choose_host(self.drafts, self.host, figure, items, about)
        if host is not None and is_other_count(host, figure, items):
            change.rule, host = COUNTED_RULE, None
        elif host is not None and not own and is_for_others(host, figure, items):
            subject, host = host.subject, None
        if host is None and about is not None and not own:
            subject, own = about, True
        if host is None and not own and figure.quantity.kind == "count":
            change.rule = COUNTED_RULE
        partial = host is not None and is_partial(host) and not is_of_share(items, figure, host)
        if host is not None and partial and host.share_subject is not None:
            # The words of another sentence are none of this one's items.
            subject, host = host.share_subject if host.sentence is self.sentence else subject, None
        if host is None or (not own and set_time_apart(change, host, items, subject)):
            draft = Draft("growth", figure.place, self.sentence, subject=subject, cue=figure.cue, changes=[change])
            draft.about = group is not None or (about is not None and subject == about)
            draft.paired = figure.paired
            self.drafts.append(draft)
            self.host = self.changed = draft
            return
        add_change(host, change)
        twin = twin_of(self.drafts, host, figure, items)
        if twin is not None:
            add_change(twin, replace(change))
        self.changed = host
        if host.sentence is self.sentence and about is None:
            self.host = host

    def _told(self, figure: Figure, subject: tuple[int, int]) -> Draft | None:
        """The draft of a change that says the one before anew, points back, or stands in a list behind its values."""
        if figure.rule == RESTATED_RULE:
            return self.changed or self.host
        if figure.rule == PLANNED_RULE and self.changed is not None and self.changed.sentence is self.sentence:
            self.drafts.append(planned_growth(self.changed, figure))
            return self.drafts[-1]
        recalled = None if self.drafts else recall(self.before, figure, self.items, subject)
        if recalled is not None:
            self.host = self.changed = recalled
            return recalled
        if figure.paired == 0:
            self.series = listed_values(self.drafts, self.before, figure, self.coming, self.items, subject)
        if figure.paired and not self.series and self.changed is not None and is_of_one(self.changed, self.items):
            return self.changed
        if figure.paired is None or figure.paired >= len(self.series):
            return None
        self.changed = self.series[figure.paired]
        return self.changed

    def _earlier(self, figure: Figure) -> None:
        """An earlier growth named beside the current one ("cùng kỳ tăng 6%") is a growth of the year before."""
        if self.host is not None:
            change = Change(figure.direction or "up", figure.quantity, figure.place, figure.rule)
            self.drafts.append(Draft("growth", figure.place, self.sentence, changes=[change], earlier=self.host))

    def _baseline_value(self, figure: Figure) -> None:
        if figure.rule == ANNOUNCED_RULE:
            self.announced = figure
        elif figure.rule == SECOND_RULE:
            set_second(figure, self.drafts, self.sentence)
        elif figure.rule == OUTDONE_RULE:
            self.drafts[-1].pending_baseline = figure.quantity
        elif figure.rule == "role.baseline.beyond":
            grown = self.previous is not None and self.previous.role == "change"
            if not set_beyond(figure, self.drafts, self.host, self.sentence) and not grown:
                self.surpassed = figure
        elif figure.rule == VERSUS_RULE:
            if not self.drafts and self.changed is None and is_announced(figure, self.coming):
                self.announced = figure
            elif not set_versus(figure, self.changed, self.host, self.sentence, self.drafts):
                self._value(replace(figure, role="value"))
        elif figure.rule == "role.baseline.bracket":
            if self.changed is None or not self.changed.changes:
                self.announced = figure
                return
            if is_growth_of(self.changed, figure.quantity):
                self._earlier(figure)
            else:
                self.changed.changes[-1].baseline_value = figure.quantity
        elif figure.rule == INSTEAD_RULE and (told := told_instead(self.drafts, self.host, figure, self.items)):
            set_origin(told[0], figure, Figure(told[0].place, told[1], "value", figure.rule), self.sentence)
        elif figure.rule == "role.baseline.period" and self.host is not None:
            moved = moved_to(self.host) if self.host.sentence is self.sentence else ""
            if moved and alike(self.host.quantity, figure.quantity):
                change = Change(moved, None, self.host.place, MOVED_RULE, baseline_value=figure.quantity)
                self.host.changes.append(change)
            elif self.host.changes or any(each.role == "change" for each in self.coming):
                self.host.pending_baseline = figure.quantity
            else:
                host = self.host
                self._value(replace(figure, role="value"))
                self.drafts[-1].earlier = host
        else:
            self.waiting = figure

    def _value(self, figure: Figure) -> None:
        """A value: of a growth that waits for its level ("tăng 16 tỷ, lên mức 113 tỷ"), or a new draft."""
        if self._goes_on(figure):
            return
        subject = self._subject(figure)
        if self.previous is not None and takes_level(
            self.items, self.changed, self.drafts, self.previous, figure, subject
        ):
            return
        host = self.host
        if host is not None and (
            carries(host, figure, self.sentence, subject, self.last)
            or fills(host, figure, self.sentence, leading(host, self.waiting, subject), self.last)
        ):
            host.role, host.quantity, host.place = figure.role, figure.quantity, figure.place
            draft = host
        else:
            role = figure.role if figure.role in {"share", "rank", "contribution"} else "value"
            draft = Draft(role, figure.place, self.sentence, figure.quantity, subject=subject, cue=figure.cue)
            draft.paired = figure.paired
            if figure.paired and self.drafts:
                draft.subject = paired_subject(self.drafts, draft.subject)
            origin = leads_on(self.drafts, figure, self.sentence, subject)
            if origin is not None:
                draft.changes.append(origin[1])
                draft.subject, draft.cue = origin[0].subject, origin[0].cue
            self.drafts.append(draft)
            set_base(draft, figure, host, self.items)
            if draft.role == "value":
                draft.earlier = earlier_host(self.items, self.last, self.drafts, host)
        if self.waiting is not None:
            set_origin(draft, self.waiting, figure, self.sentence)
        self.waiting = None
        if self.surpassed is not None and set_beyond(self.surpassed, [draft], None, self.sentence):
            self.surpassed = None
        if self.announced is not None and self.announced.rule == VERSUS_RULE:
            set_versus(self.announced, None, draft, self.sentence)
            self.announced = None
        draft.nested = draft is not host and is_nested(draft, figure, self.host, subject, self.items, self.last)
        self.host = self.host if draft.nested else draft
        self.changed = draft if draft.changes else None

    def _goes_on(self, figure: Figure) -> bool:
        """Takes a further amount of the change before it for a change, of its own value or of none; whether it is."""
        before = self.previous
        more = goes_on([*self.before, *self.drafts], figure, before, self.items)
        alone = more is None and goes_on_alone(self.changed, figure, before, self.items)
        if before is None or (more is None and not alone):
            return False
        figure.role, figure.direction = "change", before.direction
        figure.rule = COUNTED_RULE if alone else "role.change.listed"
        if more is None:
            self._change(figure)
        else:
            more.changes.append(changed_by(figure, self.sentence))
        return True


def link(
    sentence: SentenceItems, figures: list[Figure], *, open_draft: Draft | None, before: Sequence[Draft] = ()
) -> list[Draft]:
    """The drafts of the sentence in reading order.

    `open_draft` is the last draft of the sentence before: a change that opens this sentence with no subject of its own
    belongs to it. `before` are the drafts of the sentences that it may point back to.
    """
    return Linker(sentence, open_draft, before).link(figures)
