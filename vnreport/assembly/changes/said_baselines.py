"""The baselines that a sentence says: the "so với …", "cùng kỳ" and plans in it."""

from __future__ import annotations

from dataclasses import replace

from vnreport.assembly.changes.beyond_levels import is_beyond
from vnreport.assembly.changes.compared_levels import SURPASSING, opener_of
from vnreport.assembly.changes.figure_baselines import after_multiple, after_origin, in_bracket, of_another, spelled_out
from vnreport.assembly.changes.multiplied import FORMER_ROW, NORM_RULE, multiplied
from vnreport.assembly.changes.named_baselines import kind_of, named_end, time_behind
from vnreport.assembly.changes.named_plans import names_plan
from vnreport.assembly.changes.outdone import direction_of
from vnreport.assembly.changes.passed_times import MOST_MULTIPLE, eve_of, is_earlier_time, is_passed, names_one
from vnreport.assembly.changes.roles import FOLD_ROW
from vnreport.assembly.changes.second_levels import first_level, second_time, side_bracket_end
from vnreport.assembly.sentences.clauses import PAST_YEARS, TIME_ROW
from vnreport.assembly.sentences.drafts import BaselineDraft, SentenceItems
from vnreport.assembly.sentences.governors import governing_cue
from vnreport.assembly.sentences.items import CHANGES, PLANS, Item
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.lexicon.phrase_words import phrase_words

MAX_WORDS = 10
# What the rows of "theo năm", "theo quý" behind a change open with.
BY_ROWS = "period.by."
# The lexicon row of "hiện" before a verb.
NOW_ROW = "period.now.has"
# The lexicon row of the beginning and the end of a year.
EDGE_ROW = "period.edge.year"
# The rule of an earlier time since which something changed.
SINCE_RULE = "baseline.since"
# Kinds of items that open no baseline.
PLAIN = frozenset({"word", "punct"})


def find_baselines(sentence: SentenceItems) -> list[tuple[int, BaselineDraft]]:
    """All baselines said in the sentence, each with the index of its first item, in order."""
    found: list[tuple[int, BaselineDraft]] = []
    items = sentence.items
    for index, item in enumerate(items):
        sets_beyond = " " in item.low and direction_of(item) != ""
        if item.kind in PLAIN and not sets_beyond:
            continue
        baseline = None
        if item.role == "versus" or item.role in SURPASSING or is_beyond(items, index):
            baseline = _after_versus(items, index)
        elif item.kind == "quantity":
            told = (after_origin, after_multiple, multiplied, of_another, second_time, in_bracket)
            baseline = next((found for found in (tell(items, index) for tell in told) if found is not None), None)
        elif item.kind == "period" and item.is_same_period:
            if not (found and found[-1][1].end is not None and item.end <= found[-1][1].end):
                baseline = BaselineDraft("period", item.period, item.start, item.end, "baseline.same_period")
        elif (sets_beyond or item.role in CHANGES) and (other := named_end(items, index)) is not None:
            more = item.low.endswith(phrase_words().more) or _passes(items, index)
            named = [told for told in items[index + (more or not sets_beyond) :] if told.end <= other]
            kind, rule = kind_of(named)
            mention = next((item.period for item in named if item.period is not None), None) or time_behind(
                items, other
            )
            kind = "period" if mention is not None and kind == "entity" else kind
            if kind != "entity" or more:
                found.append((index, BaselineDraft(kind, mention, named[0].start, other, rule)))
        elif (item.role in PLANS and names_plan(items, index)) or _is_foreseen(items, index):
            baseline = _target(items, index)
        elif item.kind == "period" and item.period is not None and _ends_measure(items, index):
            # "tăng hơn 3 lần từ năm 2015"
            since = replace(item.period, open_end=False)
            baseline = BaselineDraft("period", since, item.start, item.end, "baseline.multiple")
        elif item.kind == "period" and item.period is not None and _is_since(items, index):
            mention = replace(item.period, open_end=False)
            baseline = BaselineDraft("period", mention, item.start, item.end, SINCE_RULE)
        elif item.kind == "period" and index and (is_passed(items, index) or _is_by(item)):
            baseline = BaselineDraft("period", eve_of(items, index), item.start, item.end, "baseline.period")
        if baseline is not None:
            found.append((index, spelled_out(items, index, baseline)))
    return found


def _passes(items: list[Item], index: int) -> bool:
    """Whether "vượt" passes the average of others: "vượt | tỷ lệ trung bình của cả nước"."""
    words = phrase_words()
    named = items[index + 1 : index + 1 + MOST_MULTIPLE]
    return items[index].low == words.passing and any(item.low in words.average for item in named)


# Roles of cues before both ends of "từ 9,7 lần … lên 9,8 lần".
LEVEL_ENDS = frozenset({"from", "to"})


def _ends_measure(items: list[Item], index: int) -> bool:
    """Whether the period ends what a multiple or ratio is of, and is no span over which something grew so."""
    mention = items[index].period
    if mention is None or mention.unit == PAST_YEARS or items[index - 1].low == phrase_words().within:
        # "tăng gấp đôi lợi nhuận | trong năm 2019"
        return False
    return _follows_multiple(items, index) or _follows_ratio(items, index)


def _is_by(item: Item) -> bool:
    """Whether a period says from when to when a change is counted: "tăng 5,6% theo quý"."""
    return item.period is not None and item.period.rule.startswith(BY_ROWS)


def _is_since(items: list[Item], index: int) -> bool:
    """Whether the period says from which earlier one on something changed: "tăng 1,7% | kể từ tuần trước".

    Behind a comparative it needs no word: "cao hơn 24% | năm trước".
    """
    mention, before = items[index].period, items[index - 1].quantity if index else None
    if mention is None or before is None or mention.shape != "previous":
        return False
    cue = governing_cue(items, 0, index - 1)
    if cue is None or items[cue].role not in CHANGES:
        return False
    return mention.open_end or (cue == index - 2 and items[cue].low.endswith(phrase_words().more))


def _follows_multiple(items: list[Item], index: int) -> bool:
    """Whether the period ends what a multiple is of: "gấp 2,5 lần năm 2015", "gấp 1,6 lần bình quân của năm 2023".

    A level in multiples is of its own period: "từ 9,7 lần năm 2014 lên 9,8 lần năm 2016".
    """
    for place in range(index - 1, max(-1, index - MOST_MULTIPLE - 2), -1):
        item = items[place]
        if item.quantity is not None:
            is_level = place > 0 and items[place - 1].role in LEVEL_ENDS
            if index == place + 2 and _is_within(items, index):
                # "sẽ tăng gấp đôi | vào năm 2036"
                return False
            return FOLD_ROW in item.quantity.rules or (item.quantity.kind == "times" and not is_level)
        if item.kind == "punct" or item.kind == "period":
            return False
    return False


def _is_within(items: list[Item], index: int) -> bool:
    """Whether the period at `index` only tells when: "| vào năm 2036", "| trong tháng 6", but "hồi tháng 6"."""
    words = phrase_words()
    return items[index - 1].low in words.dating & words.preposition


def _is_foreseen(items: list[Item], index: int) -> bool:
    """Whether a multiple is of what was foreseen: "gấp đôi | dự kiến"."""
    before = items[index - 1].quantity if index else None
    return items[index].role == "forecast" and before is not None and before.kind == "times"


def _target(items: list[Item], index: int) -> BaselineDraft:
    """A plan right after a ratio: "56% dự toán", with its year when one stands next to it."""
    mention = None
    end = items[index].end
    for item in items[index + 1 : index + 5]:
        if item.kind == "period" and item.period is not None:
            mention, end = (None, end) if _is_outset(item) else (item.period, item.end)
            break
        if item.kind != "word" and item.role not in {"target", "target_noun", "aux", "soft"}:
            break
    rule = NORM_RULE if items[index].low in phrase_words().norm else "baseline.target"
    return BaselineDraft("target", mention, items[index].start, end, rule)


def _follows_ratio(items: list[Item], index: int) -> bool:
    """Whether the period ends what a ratio is of: "bằng 104% năm 2023"."""
    before = items[index - 1] if index else None
    if before is None or before.quantity is None or before.quantity.unit is None:
        return False
    if before.quantity.unit.kind != "percent":
        return False
    cue = governing_cue(items, 0, index - 1)
    if cue is None or items[cue].role == "ratio":
        return cue is not None
    mention = items[index].period
    return items[cue].role == "equals" and mention is not None and mention.shape == "previous"


def _after_versus(items: list[Item], index: int) -> BaselineDraft:
    """The baseline that "so với" introduces: the first period in it, a plan, or an entity.

    A level that it names first ("so với mức 81.500 tấn của năm trước") is passed over.
    """
    start = items[index].start
    end = items[index].end
    target = None
    expected = False
    words = 0
    said = ""
    other = False
    level, aside = None, index
    for place, item in enumerate(items[index + 1 :], index + 1):
        if level is not None and place > aside:
            # "mức 35,4 triệu đồng | (mua vào) | và 35,7 triệu đồng (bán ra) hôm qua"
            aside = side_bracket_end(items, place)
        if place <= aside:
            continue
        if item.row == NOW_ROW or (item.role == "then" and words):
            # "so với đầu mùa | thì giá đến nay giảm 5.000 đồng"
            break
        if item.kind == "period" and item.period is not None:
            if (target is not None and _is_outset(item)) or (words > 1 and _dates_change(items, index, place)):
                break
            if target is not None:
                return BaselineDraft("target", item.period, start, item.end, "baseline.versus.target")
            mention = replace(item.period, open_end=False)
            return BaselineDraft("period", mention, start, item.end, "baseline.versus.period")
        if item.kind == "quantity" and level is not None and first_level(items, place) == level:
            words = 0
            continue
        if item.kind == "quantity" and _is_level(items, index, place):
            level = place
            other = any(part not in phrase_words().figure_noun for part in said.split())
            words = 0
            continue
        if item.kind == "quantity" or (item.kind == "punct" and item.low in ",;().:"):
            break
        if item.role in PLANS:
            target = item
        expected = expected or item.role == "forecast" or item.low.startswith(phrase_words().estimate)
        words += 1
        end = item.end
        said += f" {item.low}"
        if words > MAX_WORDS:
            break
    if names_one(said, phrase_words().norm):
        return BaselineDraft("target", None, start, end, NORM_RULE)
    if target is not None or expected:
        return BaselineDraft("target", None, start, end, "baseline.versus.target")
    former = any(item.row == FORMER_ROW and item.end <= end for item in items[index + 1 :])
    if former or is_earlier_time(said) or any(item.row == TIME_ROW for item in items[index + 1 : index + 4]):
        return BaselineDraft("period", None, start, end, "baseline.versus.time")
    return BaselineDraft("entity" if words or other else "unstated", None, start, end, "baseline.versus.entity")


def _dates_change(items: list[Item], index: int, place: int) -> bool:
    """Whether the period at `place` is that of the change: "mất giá 3% so với USD | trong tháng 6"."""
    return _is_within(items, place) and has_capital(items[index + 1])


def _is_outset(item: Item) -> bool:
    """Whether a plan's time is only when it was made: "kế hoạch đặt ra | từ đầu năm"."""
    mention = item.period
    if mention is None or not mention.rule.endswith(EDGE_ROW) or mention.as_of or mention.year is not None:
        return False
    return mention.edge != "end"


def _is_level(items: list[Item], index: int, place: int) -> bool:
    """Whether the quantity at `place` is the level that the cue at `index` sets a figure against."""
    return items[index].role != "versus" or opener_of(items, index, place) == index
