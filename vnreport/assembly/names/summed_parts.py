"""Names of figures that add up to one told before them: what the total is of, with the part where it is told."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.names.naming import SUBJECT_RULE, Naming
from vnreport.assembly.names.owners import without_owner
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.drafts import SUMMED_RULE, Draft, Phrase
from vnreport.assembly.sentences.items import closing
from vnreport.assembly.sentences.origins import FROM_WHOLE
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.sums import Total
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import Unit
from vnreport.lexicon.phrase_words import phrase_words

# Rules of a count that say nothing of what is counted but the noun, and what is told before or around it.
LOOSE_COUNTS = frozenset(
    f"indicator.{name}"
    for name in ("noun", "inherited", "inherited.unit", "count.verb", "count.goods", "label", "inherited.part")
)
# The same of an amount.
LOOSE_AMOUNTS = frozenset(
    f"indicator.{name}" for name in ("subject", "inherited", "inherited.part", "inherited.told", "label", "whole.row")
)
# Rules of an amount that join a part to a head told before.
JOINED = frozenset({"indicator.head.goods", "indicator.core.component", "indicator.stem.component"})
# So many times the words of the total a part may have that is told with it.
LONGEST_PART = 2
# Signs behind which the part itself stands: "Theo nguồn: | vốn vay".
PART_SIGNS = frozenset(":;(")


def lend_total(naming: Naming) -> None:
    """Gives a part without a unit that of its total: "86 xã: miền núi | 51, đồng bằng | 35"."""
    draft, total = naming.draft, _total_of(naming)
    quantity = draft.quantity
    if quantity is None or total is None or quantity.unit is not None:
        return
    whole = _whole(naming, total)
    unit = whole.quantity.unit if whole is not None and whole.quantity is not None else None
    if unit is not None:
        draft.quantity = replace(quantity, unit=Unit(quantity.end, quantity.end, unit.code, unit.kind, unit.row))


def name_summed(naming: Naming) -> None:
    """Names the draft by its total where nothing but a part was told of it."""
    draft, total = naming.draft, _total_of(naming)
    whole = None if total is None else _whole(naming, total)
    if total is None or whole is None or whole.indicator is None or not _is_named_alike(naming, whole):
        return
    if whole.indicator in naming.topics.alone.values():
        # "Miền Bắc 12 ha, trong đó rừng trồng | 5 ha, rừng tự nhiên | 7 ha"
        return
    name, part = without_owner(whole.indicator), _part(naming)
    name = _without_kinds(name) if part is not None and unit_kind(draft) == "count" else name
    own = _part_beside(naming, whole) if part is None else phrase_of(draft, naming.items, part, "scope.component")
    if own is not None and name.holds(own.text):
        own = part = None
    if naming.headed is not None and own is not None and own.holds(name.text):
        # "số tiền | truy thu | thuế"
        return
    if not _is_part_alone(naming, total, name) or (own is None and _says(draft, name)):
        return
    place = part is not None and _is_place(naming, part)
    size, most = (0 if own is None else len(own.text.split())), len(name.text.split())
    named = draft.indicator is not None and draft.indicator.rule == SUBJECT_RULE and size > 1 and not place
    if named and most > LONGEST_PART * size:
        return
    draft.indicator = Phrase(name.text, name.parts, SUMMED_RULE)
    draft.inherited["indicator"] = FROM_WHOLE
    if own is not None:
        draft.scope.append(own)
        longest = 1 if unit_kind(draft) == "count" else LONGEST_PART
        if size <= longest * most and not place:
            draft.indicator = name.joined(own, SUMMED_RULE)


def _without_kinds(name: Phrase) -> Phrase:
    """A counted noun in one piece without the kinds that it lists: "trường | mầm non và phổ thông"."""
    first, _, rest = name.text.partition(" ")
    listed = f" {phrase_words().conjunction} " in f" {rest} "
    if not listed or len(name.parts) > 1:
        return name
    start = name.parts[0][0]
    return Phrase(first, ((start, start + len(first)),), name.rule)


def _says(draft: Draft, name: Phrase) -> bool:
    """Whether the draft has the name already, or one that says more."""
    return draft.indicator is not None and draft.indicator.holds(name.text)


def _total_of(naming: Naming) -> Total | None:
    """The total that the draft's figure is a part of, None for none."""
    quantity = naming.draft.quantity
    if quantity is None or naming.draft.role != "value":
        return None
    return naming.topics.totals.get(quantity.start)


def _whole(naming: Naming, total: Total) -> Draft | None:
    """The draft of the total."""
    told = (*reversed(naming.told), *reversed(naming.topics.values))
    return next((other for other in told if other.quantity is not None and other.quantity.start == total.start), None)


def _is_named_alike(naming: Naming, whole: Draft) -> bool:
    """Whether the total has a name of its own, or one told before of a figure of its kind."""
    if "indicator" not in whole.inherited:
        return True
    topics, name = naming.topics, whole.indicator
    return name is not None and any(
        other.indicator is not None
        and other.indicator.text == name.text
        and topics.kind_of(other) == topics.kind_of(whole)
        for other in topics.values
        if other is not whole
    )


def _is_part_alone(naming: Naming, total: Total, whole: Phrase) -> bool:
    """Whether the words before the figure are only a part of the whole, and nothing that is measured itself."""
    draft, headed = naming.draft, naming.headed
    rule = draft.indicator.rule if draft.indicator is not None else ""
    if unit_kind(draft) == "count":
        return (rule in LOOSE_COUNTS and deed_before(naming.items, draft.place) is None) or not rule
    if rule in JOINED:
        return "," not in whole.text and not _repeats(draft, whole)
    if headed is None or rule != SUBJECT_RULE:
        return rule in LOOSE_AMOUNTS or not rule
    if not total.opened or headed.role in {"core", "rate"}:
        return False
    return naming.items[headed.first].low.split()[0] not in whole.text.lower().split()


def _repeats(draft: Draft, whole: Phrase) -> bool:
    """Whether a part says words of the whole again, so that the head is enough: "doanh thu | vận tải hành khách"."""
    own = draft.scope[-1].text.lower().split() if draft.scope else []
    return bool(own) and own[0] in whole.text.lower().split()


def _part(naming: Naming) -> tuple[int, int] | None:
    """The item range of the part, behind the last sign that opens it; None where only a time tells it."""
    if naming.subject is None:
        return None
    items, (first, last) = naming.items, naming.subject
    signs = PART_SIGNS | {","} if first and items[first - 1].low == phrase_words().sorting else PART_SIGNS
    # "Ngân hàng Phát triển (VDB) cho vay" goes on behind its bracket.
    places = (index for index in range(last - 1, first - 1, -1) if items[index].low in signs)
    opened = (index for index in places if items[index].low != "(" or closing(items, index, last) is None)
    sign = next(opened, first - 1)
    part = trim(items, sign + 1, last) or (naming.subject if last - first == 1 else None)
    # "số còn lại | 48 người"
    empty = part is not None and part[1] - part[0] == 1 and items[part[0]].low in phrase_words().counter
    return None if empty else part


def _part_beside(naming: Naming, whole: Draft) -> Phrase | None:
    """The part that another figure of the sentence right before is of: "dầu 7 tấn với | 4 triệu USD"; None without.

    The whole itself is none: "vốn của đề án là 9 tỷ đồng, trong đó | 4 tỷ đồng từ ngân sách".
    """
    draft, before = naming.draft, naming.before
    if before is None or before is whole or before.indicator is None or draft.indicator is None:
        return None
    if before.indicator.rule == SUMMED_RULE:
        return before.scope[-1] if before.scope else None
    told = before.indicator.rule == SUBJECT_RULE and draft.indicator.text == before.indicator.text
    return Phrase(before.indicator.text, before.indicator.parts, "scope.component") if told else None


def _is_place(naming: Naming, part: tuple[int, int]) -> bool:
    """Whether the part is a place or a body, which tells whose the figure is and not what."""
    items, headed = naming.items, naming.headed
    if headed is not None and headed.first == part[0]:
        # "vốn vay Trung Quốc"
        return False
    named = (part[0] + (items[part[0]].low in phrase_words().place and part[1] > part[0] + 1), part[1])
    return has_capital(items[part[1] - 1]) and naming.lexicon.parts.is_part(naming.draft.sentence.text, items, named)
