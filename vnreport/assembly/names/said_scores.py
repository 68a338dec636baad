"""Which of several scores a rank is of: "Chỉ số cải thiện tiếp theo là | Nộp thuế | với thứ hạng 57"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.scope_words import has_capital, phrase_size
from vnreport.lexicon.phrase_words import phrase_words


def said_to_be(naming: Naming) -> tuple[int, int] | None:
    """Which of several scores has the rank: "Chỉ số cải thiện tiếp theo là | Nộp thuế | với thứ hạng 57"; or None."""
    items, words, place = naming.items, phrase_words(), naming.draft.place
    first = next((index for index in range(place) if _is_score(items, index, place)), place)
    said = next((index for index in range(place - 1, first, -1) if items[index].low == words.copula), None)
    if said is None or any(said < other.place for other in naming.told):
        return None
    last = said + 1
    while last < place and (items[last].kind == "word" or items[last].role == "have"):
        last += 1
    # "Hai chỉ số còn lại là | cấp phép xây dựng | từ hạng 33 lên hạng 30"
    told = items[last].low == words.companion and has_capital(items[said + 1])
    return (said + 1, last) if told or (items[last].role == "from" and last > said + 1) else None


def _is_score(items: list[Item], index: int, place: int) -> bool:
    """Whether scores are told of at the item, with their number or without."""
    quantity = items[index].quantity
    counted = quantity is not None and quantity.code in phrase_words().score
    return counted or phrase_size(items, index, place, phrase_words().score) > 0
