"""Keeps what was named for the figures behind that leave their own name out."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.names.criteria import CRITERION_RULE
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Draft, Phrase, SentenceItems
from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.topics import GROWTH, MONEY, MOST_BACK, Topics
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.phrase_words import phrase_words

# Rules of counts named by the sort before the figure, the rule of the noun alone, and how many make a row.
SORT_RULES = frozenset({"indicator.count.verb", "indicator.count.goods"})
NOUN_RULE = "indicator.noun"
SHORTEST_ROW = 2
# Blocks that tell what a text is about.
TITLES = frozenset({"headline"})
# Items of "Nếu phân theo".
LONGEST_SORTING = 3


def remember(naming: Naming) -> None:
    """Keeps the draft's indicator, and its core, for figures that leave theirs out."""
    draft, items, topics = naming.draft, naming.items, naming.topics
    phrase = draft.indicator
    if draft.role == "value" and draft.quantity is not None:
        topics.values.append(draft)
        _remember_noun(draft, topics)
    _forget_part(draft, topics)
    passing = draft.role in {"share", "rank", "contribution"} or "indicator" in draft.inherited
    if phrase is None or passing or phrase.text.lower() in phrase_words().position:
        return
    if _is_left_out(naming):
        return
    if naming.headed is None and phrase.text.lower().split()[-1] in phrase_words().demonstrative:
        # "Các nước này tăng 2 bậc": what points back names nothing else.
        return
    kind = topics.kind_of(draft)
    topics.last = phrase
    if kind not in topics.by_kind or not _is_partial(draft, topics):
        topics.by_kind[kind] = topics.by_kind[topics.family_of(draft)] = phrase
    if kind != GROWTH:
        topics.by_kind["value"] = phrase
    if _has_grown(draft):
        topics.by_kind[GROWTH] = phrase
    first = next((n for n, item in enumerate(items) if item.start == phrase.parts[0][0]), None)
    if first is None:
        return
    last = first
    while last < len(items) and items[last].end <= phrase.parts[0][1]:
        last += 1
    headed = naming.lexicon.heads.narrow(items, (first, last))
    if headed is None:
        topics.head_by_kind.pop(kind, None)
    elif " ".join(item.low for item in items[headed.first : headed.head_end]) not in phrase_words().headless:
        head = phrase_of(draft, items, (headed.first, headed.head_end), "indicator.head")
        for each in (kind, *topics.changed_by(draft)):
            topics.head_by_kind[each], topics.by_kind[each] = head, phrase
    if headed is None or headed.role != "core":
        topics.core_by_kind.pop(kind, None)
        return
    piece = (headed.first, headed.head_end)
    opened = next((index for index in range(headed.head_end, last - 2) if items[index].low == "("), None)
    if opened is not None and items[opened + 2].low == ")":
        # "tổng sản phẩm trên địa bàn tỉnh | (GRDP)"
        piece = (opened + 1, opened + 2)
    core = phrase_of(draft, items, piece, "indicator.core")
    for key in (kind, "any", GROWTH) if kind in {GROWTH, "money"} else (kind, "any"):
        topics.core_by_kind[key] = core
    if kind == MONEY and core.text.lower() in naming.lexicon.trades:
        topics.trades.append((core, phrase))


def _is_left_out(naming: Naming) -> bool:
    """Whether the figure is only told to be in the one before or not: "32,5%, | chưa tính | phí công đoàn 2%"."""
    subject, words = naming.subject, phrase_words()
    if subject is None or naming.before is None:
        return False
    return bool(phrase_size(naming.items, *subject, words.counting_in))


def _forget_part(draft: Draft, topics: Topics) -> None:
    """Goes back from the name of a count to what its share is of: "khách đường bay 5 triệu lượt, chiếm 82%"."""
    base, whole = draft.base, draft.indicator
    if draft.role != "share" or base is None or base.indicator is None or whole is None or whole is base.indicator:
        return
    kind = topics.kind_of(base)
    told = topics.values[-MOST_BACK:]
    counted = any(other.indicator is whole and topics.kind_of(other) == kind for other in told)
    if counted and kind.startswith("count:") and topics.by_kind.get(kind) is base.indicator and base.parent is None:
        topics.by_kind[kind] = topics.by_kind[topics.family_of(base)] = whole


def forget_parts(found: Sequence[Draft], topics: Topics) -> None:
    """Goes back from the names of parts of a sentence to what they are parts of: "312 ca, trong đó 4 ca nặng"."""
    for draft in reversed(found):
        parent, kind = draft.parent, topics.kind_of(draft)
        if parent is None or parent.indicator is None or not kind.startswith("count:"):
            continue
        if topics.last is draft.indicator:
            topics.last = parent.indicator
        if topics.kind_of(parent) != kind or topics.by_kind.get(kind) is not draft.indicator:
            continue
        topics.by_kind[kind] = topics.by_kind[topics.family_of(draft)] = parent.indicator
    _forget_row(found, topics)
    _forget_sorted(found, topics)


def _forget_sorted(found: Sequence[Draft], topics: Topics) -> None:
    """Goes back from the first part of a sentence that tells parts: "Phân theo phương tiện, khách đường biển đạt …"."""
    if not found or not _sorts(found[0].sentence.items):
        return
    sentence, names = found[0].sentence, [draft.indicator for draft in found if draft.indicator is not None]
    for draft in found:
        kind = topics.kind_of(draft)
        told = _told_by_title(topics, kind) or _told_before(topics, sentence, kind)
        if told is None:
            continue
        for key in (kind, topics.family_of(draft), GROWTH, "value"):
            if any(topics.by_kind.get(key) is name for name in names):
                topics.by_kind[key] = told


def _told_by_title(topics: Topics, kind: str) -> Phrase | None:
    """The name of a value of the kind that the title tells, which the text breaks down; or None."""
    titled = (other for other in topics.values if other.sentence.block in TITLES and topics.kind_of(other) == kind)
    return next((other.indicator for other in titled if other.indicator is not None), None)


def _told_before(
    topics: Topics, sentence: SentenceItems, kind: str, *, but: frozenset[str] = frozenset()
) -> Phrase | None:
    """The last name of a value of the kind that another sentence told, by none of the rules in `but`; or None."""
    for other in reversed(topics.values):
        name = other.indicator
        if name is None or other.sentence is sentence or topics.kind_of(other) != kind:
            continue
        if other.parent is not None and topics.kind_of(other.parent) == kind:
            # "37.020 doanh nghiệp tạm ngừng, bao gồm | 13.320 doanh nghiệp có thời hạn"
            continue
        if name.rule not in but:
            return name
    return None


def _sorts(items: Sequence[Item]) -> bool:
    """Whether a sentence opens with what its figures are told apart by: "Chia theo ngành," but "Theo Bộ Y tế,"."""
    words = [item.low for item in items[:LONGEST_SORTING]]
    sorting = phrase_words().sorting
    return sorting in words[1:] and all(item.kind == "word" for item in items[: words.index(sorting)])


def _forget_row(found: Sequence[Draft], topics: Topics) -> None:
    """Goes back from the sorts that counts in a row are of: "công nghiệp 8 dự án, thương nghiệp 9 dự án" leave to the
    next what was counted before them, or "dự án"."""
    rows: dict[str, list[Draft]] = {}
    for draft in found:
        if draft.indicator is not None and draft.role == "value":
            rows.setdefault(topics.kind_of(draft), []).append(draft)
    for kind, row in rows.items():
        known, unit = topics.by_kind.get(kind), row[0].quantity.unit if row[0].quantity is not None else None
        if len(row) < SHORTEST_ROW or unit is None or known is None or known.rule not in SORT_RULES:
            continue
        sentence = row[0].sentence
        told = _told_by_title(topics, kind) or _told_before(topics, sentence, kind, but=SORT_RULES)
        noun = Phrase(sentence.text[unit.start : unit.end], ((unit.start, unit.end),), NOUN_RULE)
        topics.by_kind[kind] = topics.by_kind[topics.family_of(row[0])] = told or noun


def _has_grown(draft: Draft) -> bool:
    """Whether a value is told with how much it rose or fell in per cent."""
    return draft.role == "value" and any(
        change.direction in CHANGES and change.quantity is not None and change.quantity.kind in PERCENTS
        for change in draft.changes
    )


def _is_partial(draft: Draft, topics: Topics) -> bool:
    """Whether the name of a count tells only some of those counted before: "9 người nữa", "4 tỉnh dưới 20%"."""
    phrase = draft.indicator
    if phrase is None or not topics.kind_of(draft).startswith("count:"):
        return False
    if draft.parent is not None and topics.kind_of(draft.parent) == topics.kind_of(draft):
        return True
    return phrase.rule == CRITERION_RULE or not phrase_words().partial.isdisjoint(phrase.text.lower().split()[1:])


def _remember_noun(draft: Draft, topics: Topics) -> None:
    """Keeps the whole noun of a count for those that say its classifier alone: "chuyến bay", then "90 | chuyến"."""
    unit = draft.quantity.unit if draft.quantity is not None else None
    if unit is None or unit.kind != "count" or unit.end <= unit.start:
        return
    text = draft.sentence.text[unit.start : unit.end]
    opener = text.partition(" ")[0].lower()
    if len(opener) < len(text) and opener in phrase_words().noun_opener:
        topics.full[opener] = Phrase(text, ((unit.start, unit.end),), "indicator.count.verb")
