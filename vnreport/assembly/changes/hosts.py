"""Which earlier draft a change without a subject belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.changes.other_changes import is_of_others
from vnreport.assembly.changes.traded_sides import fits, is_both_ways, traded_side
from vnreport.assembly.sentences.clauses import clause_start
from vnreport.assembly.sentences.drafts import Draft, Figure
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.scope_words import behind_place, deed_at, phrase_size
from vnreport.assembly.sentences.topics import unit_code
from vnreport.grammar.values import AMOUNTS, PERCENTS, PRICES
from vnreport.lexicon.phrase_words import phrase_words

# Roles of cues that end a noun phrase.
PREDICATES = frozenset({"level", "to", "up", "down", "flat", "share", "versus", "tense"})
# The kind of units of scores.
SCORE = "points"


def choose_host(
    drafts: list[Draft], host: Draft | None, figure: Figure, items: list[Item], about: tuple[int, int] | None
) -> Draft | None:
    """The draft that the change belongs to, or None when it opens a record of its own.

    Words of "về …" choose by what the drafts name, else the amount's unit and the words after it, else the draft
    before; a change outside a bracket never belongs to a figure inside it.
    """
    depth, unit = items[figure.place].depth, figure.quantity.unit
    steps = unit is not None and unit.code in phrase_words().rank_step
    open_ones = [
        draft
        for draft in drafts
        if items[draft.place].depth <= depth and (draft.role != "rank" or steps) and not draft.earlier
    ]
    points = unit is not None and unit.kind in PERCENTS
    open_ones = [draft for draft in open_ones if not (points and _tells_where(draft, items))]
    ranked = [draft for draft in open_ones if draft.role == "rank"]
    if ranked and steps:
        return ranked[-1]
    if host is not None and host.sentence.items is items and host not in open_ones:
        if points and _is_right_before(host, figure, items):
            return None
        host = open_ones[-1] if open_ones else None
    if about is not None:
        worth = (about[0], about[0] + phrase_size(items, *about, phrase_words().worth_name))
        return measured(open_ones, items, about) or _named(open_ones, items, about) or measured(open_ones, items, worth)
    of_share = is_of_share(items, figure, host)
    if host is not None and is_partial(host) and host.share_of_base and host.base in drafts and not of_share:
        host = host.base
    if unit is not None and unit.kind == SCORE and host is not None and _counts(host):
        # "5 tỉnh giảm điểm là Hà Nội (giảm | 2,4 điểm)"
        return next((draft for draft in reversed(open_ones) if not _counts(draft)), None)
    if unit is None or unit.kind not in AMOUNTS | PRICES or host is None:
        return host
    if _is_bare(host, figure, items):
        return host
    sided = traded_side(open_ones, figure, items)
    if sided is not None:
        return sided
    same = [draft for draft in open_ones if fits(draft, unit)]
    first = behind_place(items, figure.place + 1)
    after = (first, min(first + 4, len(items)))
    best = None if is_both_ways(items, figure.place) else _by_words(same or open_ones, items, after)
    if best is not None:
        return best
    if same:
        if host not in same and _counts_others(host, items, after):
            return None
        return host if host in same else same[-1]
    return None if is_of_others(host, figure, items) else host


def _counts(draft: Draft) -> bool:
    """Whether the draft is the number of things counted."""
    return draft.quantity is not None and draft.quantity.kind == "count"


def _is_right_before(host: Draft, figure: Figure, items: list[Item]) -> bool:
    """Whether a count that tells where something changed leads to the change: "phí ở | 9 tỉnh | tăng 2%"."""
    if items[host.place - 1].low not in phrase_words().place:
        return False
    between = items[host.place + 1 : figure.place]
    return all(item.kind in {"word", "cue"} and item.role != "conjunction" for item in between)


def _is_bare(host: Draft, figure: Figure, items: list[Item]) -> bool:
    """Whether the figure right before a change leaves its unit out: "năm 2018 là | 312.000, tăng 62.000 người"."""
    if (
        host.quantity is None
        or host.quantity.unit is not None
        or host.role != "value"
        or host.sentence.items is not items
    ):
        return False
    return host.quantity.of is None and not any(
        item.kind == "quantity" for item in items[host.place + 1 : figure.place]
    )


def _counts_others(host: Draft, items: list[Item], after: tuple[int, int]) -> bool:
    """Whether a list of counts that fell, behind the subject they are of, goes on with another noun: "có 25 người chết
    mỗi ngày, nhưng tai nạn giảm 120 vụ, giảm 64 | người bị thương"."""
    changed = host.changes[-1].quantity if host.role == "growth" and host.quantity is None and host.changes else None
    return changed is not None and host.sentence.items is items and bool(_leading_words(items[slice(*after)]))


def is_of_sum(host: Draft | None, figure: Figure) -> bool:
    """Whether an amount is of the sum before an earlier rate: "490 tỷ đồng, cùng kỳ đạt 51%, cao hơn | 146 tỷ"."""
    ours = host.quantity if host is not None else None
    return ours is not None and ours.kind == figure.quantity.kind == "money"


def is_of_share(items: list[Item], figure: Figure, host: Draft | None) -> bool:
    """Whether a change can be of the share `host` itself: one in points, one told by "cao hơn", or one of a rate."""
    compared = figure.cue is not None and items[figure.cue].low.endswith(phrase_words().more)
    return compared or figure.quantity.kind == "pp" or (figure.quantity.kind == "percent" and _is_counts_rate(host))


def _is_counts_rate(draft: Draft | None) -> bool:
    """Whether the draft is told as the rate that a count comes to: "có 820 hộ nghèo, chiếm tỷ lệ | 6,4%"."""
    if draft is None or draft.cue is None or draft.base is None or draft.base.quantity is None:
        return False
    named = draft.sentence.items[draft.cue].low.endswith(tuple(phrase_words().own_rate))
    return named and draft.base.quantity.kind == "count"


def is_partial(draft: Draft) -> bool:
    """Whether a draft is a share in per cent; "chiếm 1,4 triệu lượt" tells a value."""
    return draft.role == "share" and draft.quantity is not None and draft.quantity.kind in PERCENTS


def paired_subject(drafts: Sequence[Draft], own: tuple[int, int]) -> tuple[int, int]:
    """The subject of the paired list that a figure goes on with, or its own when none is open."""
    return next((draft.subject for draft in reversed(drafts) if draft.paired is not None), own)


def _tells_where(draft: Draft, items: list[Item]) -> bool:
    """Whether the draft only counts where the change before it is: "giảm 50% ở 8 ngành và giảm 25% ở 6 ngành"."""
    if draft.sentence.items is not items or draft.quantity is None or draft.quantity.kind != "count":
        return False
    before = items[draft.place - 1] if draft.place else None
    joined = before is not None and before.low == phrase_words().conjunction
    if before is None or (before.low not in phrase_words().whereabouts and not joined):
        return False
    if before.low in phrase_words().place:
        # "tăng phí tại | 9 tỉnh, thành | làm giá dịch vụ y tế tăng 2%"
        return True
    for index in range(draft.place - 2, -1, -1):
        counted = items[index].quantity
        if counted is not None and joined:
            # "312 tỷ đồng | tại 14 doanh nghiệp và 9 hộ"
            whole = items[index - 2].quantity if index > 1 else None
            return whole is not None and whole.kind != "count" and items[index - 1].low in phrase_words().whereabouts
        if counted is not None:
            # "giảm 50% | ở 8 ngành", "9.580 ca cấp cứu | từ 31 tỉnh"
            beside = before.low in phrase_words().place or counted.kind == "money"
            beside = beside and index == draft.place - 2
            return counted.kind == "count" or beside
        if items[index].kind in {"punct", "period"} or items[index].role in PREDICATES:
            return False
    return False


def _by_words(drafts: list[Draft], items: list[Item], span: tuple[int, int]) -> Draft | None:
    """The latest draft whose words share most with the items of the span; None when none shares any."""
    wanted = {part for item in _leading_words(items[span[0] : span[1]]) for part in item.low.split()}
    best, most = None, 0
    for draft in drafts:
        if draft.sentence.items is not items:
            continue
        shared = len(wanted & words_around(draft, items))
        if shared >= most and shared > 0:
            best, most = draft, shared
    return best


def measured(drafts: Sequence[Draft], items: list[Item], about: tuple[int, int]) -> Draft | None:
    """The latest value that a bare name of its measure is of: "về lượng" of goods, "về trị giá" of money."""
    words = phrase_words()
    name = " ".join(item.low for item in items[about[0] : about[1]])
    kinds = {"money"} if name in words.worth_name else {"count", "measure"} if name in words.amount_name else set()
    for draft in reversed(drafts):
        if draft.sentence.items is items and draft.quantity is not None and draft.quantity.kind in kinds:
            return draft
    return None


def _named(drafts: list[Draft], items: list[Item], about: tuple[int, int]) -> Draft | None:
    """The latest draft whose words hold every word of "về số doanh nghiệp" but "số"; None when none does."""
    wanted = {part for item in items[about[0] : about[1]] for part in item.low.split()} - phrase_words().counter
    for draft in reversed(drafts):
        if draft.sentence.items is items and wanted <= words_around(draft, items):
            return draft
    return None


def _leading_words(items: list[Item]) -> list[Item]:
    """The items up to the first that is no word, those of a bracket that opens there too."""
    found = []
    for index, item in enumerate(items):
        if item.kind == "word":
            found.append(item)
        elif item.role not in {"aux", "tense"} and (index or item.low != "("):
            break
    return found


def words_around(draft: Draft, items: list[Item]) -> set[str]:
    """The words around a draft's figure: its subject, its unit and what follows."""
    around = items[clause_start(items, *draft.subject) : draft.subject[1]] + _leading_words(
        items[draft.place + 1 : draft.place + 10]
    )
    words = {part for item in around if item.kind == "word" for part in item.low.split()}
    unit = draft.quantity.unit if draft.quantity is not None else None
    said = draft.sentence.text[unit.start : unit.end].lower() if unit is not None else ""
    return words | set(said.split()) | set(unit_code(draft).split())


def _measured_of(items: list[Item], host: Draft, figure: Figure, last: int) -> int | None:
    """Where what is measured of a counted group starts: "2.706 hộ khai | doanh thu tăng 50%"; None without one."""
    kind = host.quantity.kind if host.quantity is not None else ""
    if kind not in {"count", "percent"} or figure.quantity.code == unit_code(host) or figure.cue is None:
        return None
    nouns = phrase_words().measured_noun
    for index in range(last + 1, figure.cue - 1):
        if items[index].kind == "punct" or items[index].role == "versus":
            return None
        if f"{items[index].low} {items[index + 1].low}" in nouns:
            return index
    return None


def _done_by(items: list[Item], host: Draft, figure: Figure, last: int) -> tuple[int, int] | None:
    """What the counted bodies did to a part of their plan: "13 đầu mối | giải ngân được | dưới 20% kế hoạch"."""
    stop = figure.cue if figure.cue is not None and figure.cue > last else figure.place
    between = items[last + 1 : stop]
    if host.quantity is None or host.quantity.kind != "count" or any(item.kind == "punct" for item in between):
        return None
    nouns = phrase_words().measured_noun
    for index in range(last + 1, stop):
        pair = " ".join(item.low for item in items[index : index + 2])
        if items[index].kind == "word" and (pair in nouns or deed_at(items, index, stop)):
            return index, stop
    return None


def _set_by(items: list[Item], host: Draft, figure: Figure, last: int) -> tuple[int, int] | None:
    """What the counted bodies raise or cut: "12 hãng taxi giảm | giá | 5-10%"; None where it is not named alone."""
    cue, words = figure.cue, phrase_words()
    if cue is None or host.quantity is None or host.quantity.kind != "count" or items[cue].role not in CHANGES:
        return None
    noun, between = cue + 1, items[last + 1 : cue]
    if (
        noun >= figure.place
        or items[noun].low not in words.measured_noun
        or any(item.kind == "punct" for item in between)
    ):
        return None
    led = items[noun + 1 : figure.place]
    # "tăng giá | với tỷ lệ | 7%"
    return (noun, noun + 1) if not led or led[0].low == words.companion else None


def group_of(items: list[Item], host: Draft, figure: Figure, last: int) -> tuple[int, int] | None:
    """What a counted group has that changed: "21 tỉnh có chỉ số giảm 1-2%" is the count and a growth of its index.

    `last` is the item of the figure before. None where the change is of the count itself.
    """
    if host.place != last or host.role != "value":
        return None
    if figure.direction == "ratio":
        return _done_by(items, host, figure, last)
    if figure.cue is None:
        return None
    set_by = _set_by(items, host, figure, last)
    if set_by is not None:
        return set_by
    having = _measured_of(items, host, figure, last)
    for index in range(last + 1, figure.cue):
        if items[index].kind == "punct" and having is not None:
            return None
        if items[index].low == phrase_words().copula and items[index - 1].role in CHANGES:
            # "hai nhóm có chỉ số giảm là | giao thông | giảm 3%"
            return index + 1, figure.cue
        if items[index].low == phrase_words().have:
            having = index + 1
    return None if having is None or having >= figure.cue else (having, figure.cue)
