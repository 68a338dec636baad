"""What a sentence without figures says that the figures of the next are of: "Lợi nhuận phân hóa. | Quỹ A đạt 8 tỷ"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnreport.assembly.names.priced_goods import goods_at
from vnreport.assembly.sentences.clauses import NOUN_ROLES
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.heads import PERCENT
from vnreport.assembly.sentences.itemising import itemise
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.links import is_percent
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import phrase_of, trim_end
from vnreport.assembly.sentences.topics import GROWTH
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

if TYPE_CHECKING:
    from vnreport.assembly.names.naming import Naming

# Sentences without figures that are looked back at.
MOST_SILENT = 2
# The rows of heads that kinds of value are measured by; of percentages it is what their head says.
MONEY_ROWS = frozenset({"head.money", "head.amount", "core.trade"})
MEASURE_ROWS = frozenset({"head.output", "core.trade", "head.rate"})
FITTING = {"money": MONEY_ROWS, "rate": MONEY_ROWS, "measure": MEASURE_ROWS, GROWTH: MONEY_ROWS | MEASURE_ROWS}
# Signs between a figure and its share.
SHARE_SIGNS = frozenset(",(")
# Signs and roles of cues behind which a sentence says what it is about.
OPENING_SIGNS = frozenset(",:")
OPENING_ROLES = frozenset({"conjunction", "part"})
# The rules of a name that a sentence without figures tells whole, or the head of.
ROW_RULE = "indicator.whole.row"
WHOLE_RULE, JOINED_RULE = "indicator.inherited.told", "indicator.head.told"
TOLD_RULES = frozenset({WHOLE_RULE, JOINED_RULE})


def told_whole(naming: Naming, subject: tuple[int, int]) -> Phrase | None:
    """What a part or thing with a figure is of by the sentences without figures before it; None for nothing."""
    sentence, items = naming.draft.sentence, naming.items
    if (row := _head_of_row(naming, subject)) is not None:
        return row
    if (sentence.behind is None and not naming.topics.silent) or _is_named_here(naming):
        return None
    goods = bool(naming.topics.changed_by(naming.draft)) and goods_at(items, subject[0]) is not None
    part = not goods and naming.lexicon.parts.is_part(sentence.text, items, subject)
    if not part and not goods and not naming.is_component(subject):
        return None
    kind = _kind(naming)
    for silent in silent_before(naming):
        head = _head(naming, silent, kind)
        if head is None:
            continue
        if part:
            return phrase_of(naming.draft, silent, (head[0], head[2]), WHOLE_RULE)
        if kind not in PRICES:
            return None
        own = phrase_of(naming.draft, items, subject, "scope.component")
        return phrase_of(naming.draft, silent, head[:2], JOINED_RULE).joined(own, JOINED_RULE)
    return None


def _head_of_row(naming: Naming, subject: tuple[int, int]) -> Phrase | None:
    """The price that goods in a row of changes before were joined to, of these: "Giá bán lẻ như sau: Xăng A95 tăng 90
    đồng/lít. | Dầu diesel | tăng 80 đồng/lít"; None for no such row."""
    topics, draft = naming.topics, naming.draft
    known = topics.by_kind.get(topics.kind_of(draft))
    if known is None or known.rule != JOINED_RULE or not topics.changed_by(draft):
        return None
    if goods_at(naming.items, subject[0]) is None:
        return None
    start, end = known.parts[0]
    head = Phrase(known.text[: end - start], known.parts[:1], JOINED_RULE)
    return head.joined(phrase_of(draft, naming.items, subject, "scope.component"), JOINED_RULE)


def told_head(naming: Naming) -> Phrase | None:
    """The noun phrase of the first head that fits the draft in the sentences without figures before; None for none."""
    kind = _kind(naming)
    found = ((silent, _head(naming, silent, kind)) for silent in silent_before(naming))
    pieces = ((silent, head) for silent, head in found if head is not None)
    silent, head = next(pieces, (naming.items, None))
    return None if head is None else phrase_of(naming.draft, silent, (head[0], head[2]), WHOLE_RULE)


def row_whole(naming: Naming) -> Phrase | None:
    """What the shares before in a row are of: "nhóm A chiếm 44% số hộ, nhóm B | 35%, nhóm C | 12%"."""
    draft, before = naming.draft, naming.before
    if before is None or before.indicator is None or draft.cue is not None or not is_percent(naming.items[draft.place]):
        return None
    if (
        not is_percent(naming.items[before.place])
        or naming.items[before.place].depth != naming.items[draft.place].depth
    ):
        return None
    if before.role != "share" and before.indicator.rule != ROW_RULE:
        return None
    return Phrase(before.indicator.text, before.indicator.parts, ROW_RULE)


def shared_whole(naming: Naming, subject: tuple[int, int]) -> Phrase | None:
    """What a part with a figure is of by the share behind it: "Hàn Quốc 5 tỷ USD, chiếm 35% | tổng vốn đăng ký"."""
    draft, items = naming.draft, naming.items
    cue = draft.place + 1
    while cue < len(items) and items[cue].low in SHARE_SIGNS:
        cue += 1
    share = cue + 1
    if share + 1 >= len(items) or items[cue].role != "share" or not is_percent(items[share]):
        return None
    first, last = share + 1, right_stop(items, share)
    fits = last > first and _fits(naming, items, first, _kind(naming))
    if not fits or not naming.lexicon.parts.is_part(draft.sentence.text, items, subject):
        return None
    return phrase_of(draft, items, (first, last), WHOLE_RULE)


def _kind(naming: Naming) -> str:
    """The kind of the draft's value without its unit, of a growth in money that of its amount; a rate in per cent is a
    percentage."""
    changed = naming.topics.changed_by(naming.draft)
    kind, _, code = (changed[0] if changed else naming.topics.kind_of(naming.draft)).partition(":")
    return "percent" if code == PERCENT else kind


def _is_named_here(naming: Naming) -> bool:
    """Whether the sentence itself named a figure of the kind before: "Sản lượng gỗ 3 m3; | củi 2 m3"."""
    topics, kind = naming.topics, naming.topics.kind_of(naming.draft)
    before = naming.told
    return any(
        topics.kind_of(other) == kind and other.indicator is not None and other.indicator.rule not in TOLD_RULES
        for other in before
    )


def silent_before(naming: Naming) -> Iterator[list[Item]]:
    """The items of the sentences without figures right before the draft's, the nearest first."""
    sentence = naming.draft.sentence
    if sentence.behind is not None:
        cues = naming.lexicon.cues
        yield itemise(sentence.text, *sentence.behind, quantities=(), periods=(), cues=cues, words=None)
    for silent in reversed(naming.topics.silent[-MOST_SILENT:]):
        yield silent.items


def _head(naming: Naming, items: list[Item], kind: str) -> tuple[int, int, int] | None:
    """Where the first head that fits the kind starts and ends, and its noun phrase, in what the sentence is about."""
    heads, priced = naming.lexicon.heads, bool(naming.topics.changed_by(naming.draft))
    for index in heads.all(items):
        before = items[index - 1] if index else None
        if before is not None and not _opens(before) and not _adjusts(items, index):
            continue
        if not _fits(naming, items, index, kind) or (priced and items[index].low != phrase_words().price):
            continue
        last = index + 1
        while last < len(items) and (items[last].kind == "word" or items[last].role in NOUN_ROLES):
            last += 1
        whole = heads.narrow(items, trim_end(items, index, last))
        return None if whole is None else (index, whole.head_end, whole.last)
    return None


def _opens(before: Item) -> bool:
    """Whether a sentence may say what it is about behind the item; what stands behind "với" only goes with that:
    "Cùng với tiền ăn, | tổng chi phí đều tăng"."""
    if before.low.rpartition(" ")[2] == phrase_words().companion:
        return False
    return before.low in OPENING_SIGNS or before.role in OPENING_ROLES


def _adjusts(items: list[Item], index: int) -> bool:
    """Whether a verb of setting anew stands right before the item: "liên bộ điều chỉnh | giá bán lẻ như sau:"."""
    return index > 1 and f"{items[index - 2].low} {items[index - 1].low}" in phrase_words().adjusting


def _fits(naming: Naming, items: list[Item], index: int, kind: str) -> bool:
    """Whether the head at `index` measures values of the kind."""
    rates = phrase_words().level_rate
    if any(" ".join(item.low for item in items[index : index + size]) in rates for size in (2, 3, 1)):
        return kind == "percent"
    return naming.lexicon.heads.row_at(items, index) in FITTING.get(kind, ())
