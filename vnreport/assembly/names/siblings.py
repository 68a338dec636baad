"""Names of parts that are told one after another: what their whole is, and which of them is none for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.labels import LABEL_RULE, label_before, part_behind
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import has_capital
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import GROWTH
from vnreport.lexicon.phrase_words import phrase_words

if TYPE_CHECKING:
    from vnreport.assembly.names.naming import Naming

# Items of the shortest subject that can name a figure by itself: "khá 15%" says nothing without what is parted.
SHORTEST_NAME = 2
# Syllables of what a thing with a name of its own is called by: "đồng Monero", "hoạt chất Codein".
LONGEST_CLASS = 2
# The sign behind which a name holds words that explain it.
BRACKET = "("


def whole_of(naming: Naming, subject: tuple[int, int]) -> Phrase | None:
    """The last indicator of the draft's kind, what its subject is a part of; None where that only names another part.

    "Cá lóc 42.000 đồng, | tôm thẻ 95.000 đồng": the one is none of the other.
    """
    topics, draft = naming.topics, naming.draft
    whole, kind = topics.known(draft), topics.kind_of(draft)
    if whole is None or kind.startswith("count"):
        return whole
    if any(name is whole for name in topics.alone.values()) and _is_namesake(naming, subject, whole):
        # "Đồng Litecoin giảm 9%; | đồng Monero giảm 5%": the one is no part of the other.
        return None
    if topics.alone.get(kind) is not whole:
        return whole
    if kind == GROWTH and naming.lexicon.parts.opens(naming.items, subject):
        # "khu vực nông nghiệp tăng 2%; | khu vực công nghiệp tăng 7%"
        return None
    broken = draft.parent is not None and draft.parent.indicator is whole
    unlike = not topics.values or topics.kind_of(topics.values[-1]) != kind
    return whole if broken or unlike or not _is_sibling(naming, subject, whole) else None


def _is_sibling(naming: Naming, subject: tuple[int, int], other: Phrase) -> bool:
    """Whether the subject names a thing of its own beside the other: no place or body, and no more of the same."""
    items, (first, last) = naming.items, subject
    if last - first < SHORTEST_NAME or has_capital(items[first + 1]) or (first and has_capital(items[first])):
        return False
    if f" {items[first].low} " in other.text and BRACKET not in other.text:
        return False
    return not naming.lexicon.parts.is_part(naming.draft.sentence.text, items, subject)


def _is_namesake(naming: Naming, subject: tuple[int, int], other: Phrase) -> bool:
    """Whether the subject and the other are both called by a name of their own, in letters of one sort.

    "VNM" is beside "cổ phiếu MBB", but "Huế" may be told of "PAR INDEX", and "Vinh" of "tâm bão cách bờ biển Huế".
    """
    items, text, said = naming.items, naming.draft.sentence.text, other.text.split()
    end = items[subject[1] - 1]
    ours, theirs = text[end.start : end.end], said[-1]
    if end.kind != "word" or ours.islower() or theirs.islower() or ours.isupper() != theirs.isupper():
        return False
    called = sum(1 for word in said if word.islower()) <= LONGEST_CLASS
    return called and naming.lexicon.parts.is_part(text, items, subject)


def leader(naming: Naming, subject: tuple[int, int]) -> tuple[int, int]:
    """The name that a subject opens with, where the rest only tells its order: "Nhật Bản | giữ ngôi đầu với 9 tỷ"."""
    items, (first, last), words = naming.items, subject, phrase_words()
    for index in range(last - 1, first, -1):
        order, _, copula = f"{items[index - 1].low} {items[index].low}".rpartition(" ")
        if copula == words.copula and order.rpartition(" ")[2] in words.leading:
            # "Nhà đầu tư lớn nhất là | Đan Mạch 5 tỷ USD"
            return trim(items, index + 1, last) or subject
    if not any(words.companion in item.low.split() for item in items[last : naming.draft.place]):
        return subject
    end = first
    while end < last and (has_capital(items[end]) or (end > first and items[end].is_inner)):
        end += 1
    named = first < end < last and naming.lexicon.parts.is_part(naming.draft.sentence.text, items, (first, end))
    # The word that opens a sentence has a capital without being a name: "Khu vực | dịch vụ chiếm …".
    named = named and (first > 0 or has_capital(items[first + 1]))
    named = named and not any(has_capital(item) for item in items[end:last])
    return (first, end) if named else subject


def set_label(naming: Naming, subject: tuple[int, int]) -> bool:
    """Whether a label before a colon names what the part is measured by; sets the indicator and the scope then."""
    draft, items = naming.draft, naming.items
    label = label_before(items, subject[1])
    part = None if label is None else part_behind(items, label, subject)
    if label is None or part is None or naming.lexicon.parts.is_part(draft.sentence.text, items, label):
        return False
    draft.scope.append(phrase_of(draft, items, part, "scope.component"))
    draft.indicator = phrase_of(draft, items, label, LABEL_RULE)
    return True


def has_labelled_head(naming: Naming) -> bool:
    """Whether the head stands in a label before the draft's own part ("Cơ cấu: | dịch vụ 46%"), which names it then."""
    subject, headed = naming.subject, naming.headed
    if subject is None or headed is None or not any(i.low == ":" for i in naming.items[headed.first : subject[1]]):
        return False
    return set_label(naming, subject)
