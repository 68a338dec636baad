"""Whose a sum is that only one short noun or verb names: "437 dự án, | vốn 18 tỷ", "quỹ bình ổn đã | chi 5 tỷ"."""

from __future__ import annotations

from vnreport.assembly.names.named_drafts import NamedDraft
from vnreport.assembly.sentences.drafts import COUNT_RULE, Draft, Phrase
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.links import is_count
from vnreport.assembly.sentences.phrases import add_scope, phrase_of
from vnreport.assembly.sentences.scope_words import has_capital, phrase_at
from vnreport.assembly.sentences.subjects import parted_piece, trim
from vnreport.assembly.sentences.topics import name_of, unit_code, unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.head.owner"
# Kinds of values that are of what a noun before measures.
MEASURED = PRICES | {"measure"}
# Kinds of sizes that built things have.
SIZES = frozenset({"measure", "count"})
# Roles of cues between the noun of a count and what is measured: "8 dự án | nêu trên là | 4 tỷ".
ENDING = frozenset({"soft", "aux", "report", "level", "to"})
# Values before a bare head that may tell it in full, and syllables of the longest such name.
MOST_TOLD, LONGEST_TOLD = 4, 4
# Items of the longest name of who earns or spends.
LONGEST_OWNER = 9


def join_owner(naming: NamedDraft, headed: HeadedPhrase) -> bool:
    """Whether a bare short head of money is of those counted right before it, or of the firm or fund that acts.

    So is a size of built things: "cả nước có 91 khu công nghiệp, | tổng diện tích 8.000 ha".
    """
    draft, items, words = naming.draft, naming.items, phrase_words()
    sized = _sized(naming, headed)
    if sized is None and (
        unit_kind(draft) not in PRICES
        or headed.last - headed.first > 1
        or items[headed.first].low not in words.short_sum
    ):
        return False
    counted = sized or _counted(naming, headed)
    owner = _actor(naming, headed) if counted is None else counted.indicator
    if owner is None:
        return False
    head = phrase_of(draft, items, (headed.first, headed.head_end), RULE)
    told = _told_in_full(naming, head) if counted is None else None
    draft.indicator = head.joined(owner, RULE) if told is None else told
    draft.scope.extend([owner] if counted is None else counted.scope)
    return True


def _told_in_full(naming: NamedDraft, head: Phrase) -> Phrase | None:
    """What a sum told shortly before was named that opens with the bare head: "hãng A | nợ thuế | 9 tỷ đồng. Hãng B nợ
    4 tỷ đồng"; None for no such."""
    near = reversed([*naming.topics.values[-MOST_TOLD:], *naming.told])
    sums = [other for other in near if unit_kind(other) == "money" and other.indicator is not None]
    names = [other.indicator for other in sums if name_of(other).startswith(f"{head.text.lower()} ")]
    known = next((name for name in names if name is not None), None)
    return known if known is not None and known.rule != RULE and len(known.text.split()) <= LONGEST_TOLD else None


def name_alone(naming: NamedDraft, headed: HeadedPhrase) -> bool:
    """Whether a bare short verb of money is the name, as who earns or owes is only pointed at: "hãng này | lỗ 3 tỷ".

    Those words are a scope then.
    """
    draft, items, words = naming.draft, naming.items, phrase_words()
    if unit_kind(draft) != "money" or headed.head_end < headed.last or headed.last - headed.first > 1:
        return False
    if items[headed.first].low not in words.short_sum or headed.before is None:
        return False
    owner = trim(items, *headed.before)
    if owner is None or headed.before[1] != headed.first:
        return False
    if items[owner[1] - 1].low not in words.demonstrative:
        return False
    draft.indicator = phrase_of(draft, items, (headed.first, headed.head_end), RULE)
    add_scope(draft, items, owner, "scope.actor")
    return True


def of_counted(naming: NamedDraft, headed: HeadedPhrase) -> Phrase | None:
    """The head with the counted things whose it is, right before the verb: "tổng tài sản | của 12 dự án | là 5 tỷ"."""
    items, cue, of = naming.items, naming.draft.cue, phrase_words().of
    last = headed.last + (headed.last < len(items) and items[headed.last].low == of)
    if cue is None or last >= cue or items[last - 1].low != of or not is_count(items[last]):
        return None
    if cue - last > LONGEST_OWNER or any(item.kind != "word" and item.low != "," for item in items[last + 1 : cue]):
        return None
    return phrase_of(naming.draft, items, (headed.first, cue), RULE)


def measures_counted(naming: NamedDraft, count: Draft, value: Draft) -> bool:
    """Whether the value is of what a noun before the count measures: "tổng diện tích | 15 khu đất kể trên | gần 9 ha".

    Nothing but words that end the count's name stands between the two.
    """
    items, heads = naming.items, naming.lexicon.heads
    if count.cue is not None or count.role != "value" or value.role != "value" or not count.place:
        return False
    if unit_kind(value) not in MEASURED or items[count.place].depth != items[value.place].depth:
        return False
    between = items[count.place + 1 : value.place]
    if any(item.kind != "word" and item.role not in ENDING for item in between):
        return False
    if any(heads.starts(items, index) for index in range(count.place + 1, value.place)):
        return False
    if items[count.place - 1].kind != "word":
        return False
    measure = heads.narrow(items, (count.subject[0], count.place))
    if measure is None or (measure.role == "core" and not phrase_at(items, *_ends(measure), phrase_words().absolute)):
        return False
    counting = phrase_words().counted_by
    return not any(item.low in counting for item in items[measure.first : measure.head_end])


def _ends(measure: HeadedPhrase) -> tuple[int, int]:
    return measure.first, measure.head_end


def _counted(naming: NamedDraft, headed: HeadedPhrase) -> Draft | None:
    """The count that a comma or the like parts from the head: "xử lý 24 vụ vi phạm, | phạt 3 tỷ"."""
    before = naming.before
    if before is None or unit_kind(before) != "count" or before.role != "value" or before.indicator is None:
        return None
    items = naming.items
    signs = [item for item in items[before.place + 1 : headed.first] if item.kind == "punct"]
    near = len(signs) == 1 and signs[0].low == "," and items[headed.first - 1] is signs[0]
    return before if near and before.indicator.parts[-1][1] <= items[headed.first].start else None


def _sized(naming: NamedDraft, headed: HeadedPhrase) -> Draft | None:
    """The count of built things that a size right behind is of: "6 dự án, với | quy mô 80 căn"; None for no such."""
    before, items, words = naming.before, naming.items, phrase_words()
    if before is None or before.role != "value" or before.indicator is None or unit_kind(naming.draft) not in SIZES:
        return None
    if before.indicator.rule != COUNT_RULE or unit_code(before) not in words.built:
        # "để thực hiện 7 dự án, | diện tích 12 ha"
        return None
    if items[headed.first].depth != items[before.place].depth:
        return None
    behind = before.indicator.parts[-1][1]
    between = [item for item in items[before.place + 1 : headed.first] if item.start >= behind]
    near = all(item.low == "," or item.low == words.companion or item.role == "have" for item in between)
    return before if near and behind <= items[headed.first].start else None


def _actor(naming: NamedDraft, headed: HeadedPhrase) -> Phrase | None:
    """The firm or fund that earns, loses or spends the sum: "doanh nghiệp xăng dầu | đang lỗ"."""
    items, words = naming.items, phrase_words()
    begin = naming.draft.subject[0]
    piece = parted_piece(items, begin, headed.first) if headed.before is None else trim(items, *headed.before)
    if piece is None:
        return None
    first, last = piece
    while last > first + 1 and items[last - 1].low in words.must | words.saying | words.quoting | words.predicate:
        last -= 1
    if last - first > LONGEST_OWNER or any(item.kind != "word" and item.low != "." for item in items[first:last]):
        return None
    named = all(naming.draft.sentence.text[item.start : item.end].isupper() for item in items[first:last])
    if not phrase_at(items, first, last, words.earner) and (
        not named or naming.lexicon.parts.opens(items, (first, last))
    ):
        return None
    return phrase_of(naming.draft, items, (first, last), "scope.actor")


def without_owner(name: Phrase) -> Phrase:
    """A name in one piece without whose it is: "tổng vốn | của huyện"."""
    short, of, _ = name.text.partition(f" {phrase_words().of} ")
    if not of or len(name.parts) > 1:
        return name
    start = name.parts[0][0]
    return Phrase(short, ((start, start + len(short)),), name.rule)


def of_other_owner(naming: NamedDraft, subject: tuple[int, int], name: Phrase) -> Phrase:
    """The name of the figure before without its owner, where the subject is another that has as much: "lợi nhuận | của
    Hoa Lư | tăng 9%, còn Đông Hải giảm 4%"."""
    draft, before, items = naming.draft, naming.before, naming.items
    if draft.parent is not None or before is None or before.indicator is None or before.indicator.parts != name.parts:
        return name
    if any(item.role == "part" for item in items[before.place : subject[0]]):
        return name
    _, _, owner = name.text.partition(f" {phrase_words().of} ")
    both = owner[:1].isupper() and has_capital(items[subject[0]])
    return without_owner(name) if both else name
