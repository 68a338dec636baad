"""What those counted are in few words, for the name of an amount that is theirs: "trị giá | vụ việc vi phạm"."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import deed_size
from vnreport.lexicon.phrase_words import phrase_words

# The words of those counted are so many times as many as the amount's own noun has, and so many at least: a name of the
# noun alone is then half of theirs, and so is a long one.
TIMES, LEAST = 2, 4
# So many words more go on with a name that ends there.
OVER = 2


def in_few_words(naming: Naming, before: Draft, counted: Phrase, amount: Phrase) -> Phrase:
    """The opening of a count's name, up to the last of its parts that is not too long beside the noun of an amount.

    "nhận 700 | vụ việc vi phạm | bị khởi tố tại cảng B với trị giá 9 tỷ đồng", "160 chiếc | xe hơi nguyên chiếc |",
    "lượng | ô tô nhập khẩu | đạt 3.188 chiếc". A name that opens with neither the noun counted nor a word of how many
    is left as it is.
    """
    items, text, (start, end) = naming.items, naming.draft.sentence.text, counted.parts[0]
    unit = before.quantity.unit if before.quantity is not None else None
    opener = next(index for index, item in enumerate(items) if item.end > start)
    first = _goods_start(items, opener, end)
    if unit is None or (unit.start != start and first == opener):
        return counted
    start, last = start if first == opener else items[first].start, first + 1
    most = max(LEAST, TIMES * len(amount.text.split()))
    cuts, longest = [], last
    while last < len(items) and items[last].end <= end and items[last].kind == "word":
        if items[last].low in phrase_words().preposition or deed_size(items, last, len(items)):
            cuts.append(last)
        last += 1
        longest = last if _words(text, start, items[last - 1].end) <= most else longest
    cuts = [cut for cut in (*cuts, last) if _words(text, start, items[cut - 1].end) <= most + OVER]
    stop = max((cut for cut in cuts if cut <= longest), default=min(cuts, default=longest))
    end = min(end, items[stop - 1].end)
    return Phrase(text[start:end], ((start, end),), counted.rule)


def _goods_start(items: Sequence[Item], first: int, end: int) -> int:
    """The index behind the words of how many and the classifier that open a name which ends at the offset `end`."""
    known, last = phrase_words(), first
    while last + 1 < len(items) and items[last + 1].end <= end and items[last + 1].kind == "word":
        quantity = items[last].quantity
        said = quantity.unit.code if quantity is not None and quantity.unit is not None else items[last].low
        if said not in known.counter | known.bare_classifier:
            return last
        last += 1
    return first


def _words(text: str, start: int, end: int) -> int:
    """How many words the stretch of text has."""
    return len(text[start:end].split())
