"""Pairs of nouns that "và" or a comma joins for good: "hàng hóa và dịch vụ", "công nghiệp chế biến, chế tạo"."""

from __future__ import annotations

from vnreport.assembly.sentences.items import Item
from vnreport.lexicon.phrase_words import phrase_words

# Characters of the longest pair.
LONGEST_PAIR = 40


def is_noun_pair(items: list[Item], index: int) -> bool:
    """Whether "và" or the comma at `index` stands inside such a pair: "7 nhóm hàng hóa | và | dịch vụ có giá tăng".

    The first noun may be that of the count.
    """
    item = items[index]
    if item.words is None:
        return False
    text = item.words.text
    before, behind = text[max(0, item.start - LONGEST_PAIR) : item.start], text[item.end : item.end + LONGEST_PAIR]
    pairs = (pair.partition(item.low) for pair in phrase_words().noun_pair)
    return any(before.lower().endswith(first) and behind.lower().startswith(second) for first, _, second in pairs)
