"""Levels that a change ends at: "giảm 38% với 35.590 chỉ tiêu", "là 43 tỷ đồng, sau đó tăng lên 63 tỷ đồng"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.changes.bracketed_levels import INSIDE_RULE
from vnreport.assembly.changes.marks import is_up_to_mark
from vnreport.assembly.changes.own_changes import is_to_come
from vnreport.assembly.changes.signed_changes import unsigned
from vnreport.assembly.sentences.clauses import PRESENT, clause_start, has_subject, is_rate, own_period, words_concerned
from vnreport.assembly.sentences.drafts import Change, Draft, Figure, SentenceItems
from vnreport.assembly.sentences.governors import GROWTH
from vnreport.assembly.sentences.items import ANAPHOR_ROW, CHANGES, Item
from vnreport.assembly.sentences.positions import without_position
from vnreport.grammar.values import PERCENTS, PRICES
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a multiple.
FOLD_RULE = "role.change.times"
# Items from which a name is told in full.
FULL_NAME = 4


def fills(host: Draft, figure: Figure, sentence: SentenceItems, subject: tuple[int, int], last: int) -> bool:
    """Whether the figure is the level that the growth before it ends at; `last` is the item of the figure before."""
    items = sentence.items
    cue = items[figure.cue] if figure.cue is not None else None
    if host.role != "growth" or host.sentence is not sentence or host.about:
        return False
    if figure.role == "rank":
        # "tăng 3 bậc, lên thứ 6 toàn quốc"
        levelled = _is_stepped(host) and items[host.place].depth == items[figure.place].depth
        named = has_subject(items, subject[0], without_position(items, *subject))
        return levelled and not named and not own_period(items, *subject, passing=PRESENT)
    if figure.role != "value":
        return False
    if items[host.place].depth != items[figure.place].depth and not _is_noted(host, items, figure, last):
        return False
    if _counts_others(host, items, figure):
        return False
    if any(item.low.split(" ")[-1] in phrase_words().cause for item in items[last + 1 : figure.place]):
        # "CPI tăng 0,5% do có tới 9 nhóm hàng lên giá"
        return False
    if cue is None:
        levelled = (
            figure.rule == INSIDE_RULE
            or _is_with(items, figure, last)
            or _is_only(items, figure, last)
            or _is_down_to(items, figure, last)
            or _is_folded(host, items, figure, last)
            or _is_mark(items, figure, last)
        )
    elif cue.low in phrase_words().place and figure.quantity.kind == "count":
        return False
    else:
        ratio = bool(host.changes) and host.changes[-1].direction == "ratio"
        # "tăng 22%, tương ứng mức | 300 tỷ đồng"
        reached = cue.role == "equals" and (ratio or figure.rule == "role.to")
        levelled = cue.role in {"to", "level"} or reached
    if not levelled or has_subject(items, *subject) or own_period(items, *subject, passing=PRESENT):
        return False
    _name_by_goods(host, figure, items, last)
    return True


def _name_by_goods(host: Draft, figure: Figure, items: list[Item], last: int) -> None:
    """Names the level by the goods told behind the step of a price: "tăng 90 đồng/kg với | dầu mazut | lên 16.000"."""
    step = items[last].quantity
    goods = words_concerned(items, last) if step is not None and step.kind == "rate" else None
    if goods is not None:
        host.subject, host.cue, host.about = goods, figure.cue, True


def _counts_others(host: Draft, items: list[Item], figure: Figure) -> bool:
    """Whether the figure counts what its own words tell, none of those that the growth is of: "số vụ giảm 9% nhưng vẫn
    ở mức cao với | 8.125 người chết"."""
    unit, behind = figure.quantity.unit, items[figure.place + 1 : figure.place + 2]
    if unit is None or unit.kind != "count" or not behind or behind[0].kind != "word":
        return False
    if behind[0].low in phrase_words().preposition or (figure.cue is not None and items[figure.cue].role == "to"):
        return False
    return has_subject(items, *host.subject) and not any(unit.code in item.low for item in items[slice(*host.subject)])


def leading(host: Draft, origin: Figure | None, subject: tuple[int, int]) -> tuple[int, int]:
    """The items between the change of a growth and the level that it ends at, without those of the earlier one."""
    stop = None if origin is None else origin.place if origin.cue is None else origin.cue
    if stop is None or not host.changes or host.changes[-1].place > stop:
        return subject
    return host.changes[-1].place + 1, stop


def carries(host: Draft, figure: Figure, sentence: SentenceItems, subject: tuple[int, int], last: int) -> bool:
    """Whether the growth leads to the level that the figure is: "tăng 6%, đưa giá bán lẻ lên 1.900 đồng".

    A growth that has no name of its own, as a noun ("mức tăng 6%") has none, takes the level's, and that of a level
    told in full.
    """
    items, words = sentence.items, phrase_words()
    cue = items[figure.cue] if figure.cue is not None else None
    change = host.changes[-1] if host.changes else None
    if cue is None or cue.role != "to" or change is None or change.quantity is None or change.place != last:
        return False
    if figure.role != "value" or host.role != "growth" or host.sentence is not sentence or host.about:
        return False
    kinds = {change.quantity.kind, figure.quantity.kind}
    if change.direction not in CHANGES or (change.quantity.kind not in PERCENTS and not kinds <= PRICES):
        return False
    begin = clause_start(items, *subject)
    if begin >= subject[1] or items[begin].low not in words.carrying:
        return False
    noun = host.cue is not None and items[host.cue].role in GROWTH
    full = subject[1] - begin > FULL_NAME and not any(item.row == ANAPHOR_ROW for item in items[begin : subject[1]])
    if noun or full or not has_subject(items, *host.subject):
        host.subject, host.cue = (begin + 1, subject[1]), figure.cue
    return True


def changed_by(figure: Figure, sentence: SentenceItems) -> Change:
    """The change that a figure of the sentence tells."""
    change = Change(figure.direction, unsigned(figure.quantity), figure.place, figure.rule, sentence=sentence)
    change.to_come = is_to_come(sentence.items, figure.place)
    return change


def add_change(host: Draft, change: Change) -> None:
    """Adds a change; one that gives the amount of "giảm từ 31 xuống 29 vụ (giảm 6,4%)" takes the earlier value over."""
    last = host.changes[-1] if host.changes else None
    moved = last is not None and last.quantity is None and last.baseline_value is not None and last.baseline is None
    if last is not None and moved and last.direction == change.direction and change.baseline_value is None:
        change.baseline_value = last.baseline_value
        host.changes.pop()
    host.changes.append(change)


def leads_on(
    drafts: Sequence[Draft], figure: Figure, sentence: SentenceItems, subject: tuple[int, int]
) -> tuple[Draft, Change] | None:
    """The level that "sau đó tăng lên" starts from, right before the figure, and the change; None without one."""
    items, words = sentence.items, phrase_words()
    origin = drafts[-1] if drafts else None
    cue = items[figure.cue] if figure.cue is not None else None
    if origin is None or origin.quantity is None or origin.role != "value" or figure.role != "value":
        return None
    if cue is None or cue.role != "to":
        return None
    left = cue.low in words.rest and any(item.row == ANAPHOR_ROW for item in items[slice(*subject)])
    if not left and not cue.low.startswith((*words.rise, *words.fall)):
        return None
    ours, theirs = figure.quantity.unit, origin.quantity.unit
    if ours is None or theirs is None or ours.code != theirs.code:
        return None
    begin = clause_start(items, *subject)
    later = begin < subject[1] and items[begin].low in words.afterwards
    direction = "down" if left or cue.low.startswith(words.fall) else "up"
    if not later and not _moves_on(origin, figure, items, subject, direction):
        return None
    change = Change(direction, None, figure.cue or 0, "role.leads.on", baseline_value=origin.quantity, origin=origin)
    return origin, change


def _is_stepped(host: Draft) -> bool:
    """Whether the change told last is a step in a ranking: "tăng 3 bậc"."""
    amount = host.changes[-1].quantity if host.changes else None
    return amount is not None and amount.code in phrase_words().rank_step


def _is_noted(host: Draft, items: list[Item], figure: Figure, last: int) -> bool:
    """Whether a bracket around the change, or around the level, is all that parts them: "tăng 2% (đạt 9 tỷ đồng)"."""
    between = items[last + 1 : figure.place]
    if not host.changes or host.changes[-1].place != last or not between:
        return False
    step = items[figure.place].depth - items[last].depth
    return between[0].low == {1: "(", -1: ")"}.get(step, "")


def _moves_on(origin: Draft, figure: Figure, items: list[Item], subject: tuple[int, int], direction: str) -> bool:
    """Whether a level of another time is the next of the figure before: "29 triệu tấn, giảm xuống 27 triệu năm 2016".

    Words between them only point back ("con số này"), and the numbers move as the verb says.
    """
    before = origin.quantity
    ours, theirs = figure.quantity.number, before.number if before is not None else None
    if before is None or before.bound != "=" or ours is None or theirs is None or ours == theirs or not before.code:
        return False
    if (ours > theirs) != (direction == "up") or items[figure.place].depth != items[origin.place].depth:
        return False
    cue, words = items[figure.cue or 0], phrase_words()
    if not cue.low.startswith(words.moving) and cue.low not in words.rest:
        return False
    own = items[clause_start(items, *subject) : subject[1]]
    if any(item.kind == "word" and item.row != ANAPHOR_ROW for item in own):
        return False
    around = (items[origin.subject[0] : origin.place], items[origin.place + 1 : figure.place + 2])
    return any(item.kind == "period" for part in around for item in part)


def _is_only(items: list[Item], figure: Figure, last: int) -> bool:
    """Whether nothing but ", chỉ" stands before the figure: "thấp hơn 100 tỷ đồng, chỉ gần 900 tỷ đồng"."""
    between = items[last + 1 : figure.place]
    return [item.low for item in between if item.role != "soft"] == [",", phrase_words().only]


def _is_folded(host: Draft, items: list[Item], figure: Figure, last: int) -> bool:
    """Whether nothing but a comma stands between a multiple and the figure: "tăng gấp đôi, hơn 1,4 triệu đồng"."""
    if not host.changes or host.changes[-1].rule != FOLD_RULE or host.changes[-1].place != last:
        return False
    return figure.quantity.kind in PRICES and [
        item.low for item in items[last + 1 : figure.place] if item.role != "soft"
    ] == [","]


def _is_down_to(items: list[Item], figure: Figure, last: int) -> bool:
    """Whether nothing but "về" stands between a rate and the figure: "giảm mạnh 60% về 53 tỷ đồng"."""
    between = [item.low for item in items[last + 1 : figure.place] if item.role != "soft"]
    rate = last >= 0 and is_rate(items[last]) and not is_rate(items[figure.place])
    return rate and between == [phrase_words().about]


def _is_mark(items: list[Item], figure: Figure, last: int) -> bool:
    """Whether "và" joins the mark that something passed to its rate: "tăng 3% và vượt mốc | 200 nghìn tỷ đồng"."""
    between = [item.low for item in items[last + 1 : figure.place] if item.role != "soft"]
    return is_rate(items[last]) and between == [phrase_words().conjunction] and is_up_to_mark(items, figure.place)


def _is_with(items: list[Item], figure: Figure, last: int) -> bool:
    """Whether "với" stands right before a figure that has no noun of its own: "giảm 38% với 35.590 chỉ tiêu"."""
    index, companion = figure.place - 1, phrase_words().companion
    while index > last and items[index].role == "soft" and items[index].low != companion:
        index -= 1
    if items[index].low != companion:
        return False
    after = items[figure.place + 1] if figure.place + 1 < len(items) else None
    return after is None or after.kind == "punct"
