"""Changes that a list tells behind what it lists: "giảm hai con số: dệt may 15%", "tăng mạnh gồm giấy (10%)"."""

from __future__ import annotations

from vnreport.assembly.changes.extremes import DIRECTIONS, EXTREME_RULE
from vnreport.assembly.sentences.drafts import Figure
from vnreport.assembly.sentences.governors import GROWTH
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.grammar.values import PERCENTS, Quantity
from vnreport.lexicon.phrase_words import phrase_words

# Items between what opens the list and the rate of its first part, and between the verb of change and the opener.
MOST_NAMED, MOST_BETWEEN = 14, 4
# Items that may stand in the name of a part.
NAMING = frozenset({"have", "cause", "aux"})
JOINING = frozenset({",", "-", "–", "."})


def announced_change(items: list[Item], place: int, quantity: Quantity, before: Figure | None) -> Figure | None:
    """The change that the rate of the first part of such a list is, or None."""
    if quantity.kind not in PERCENTS:
        return None
    words, lead = phrase_words(), place
    while lead and (items[lead - 1].role in PASSING or items[lead - 1].low in {words.companion, words.level_noun}):
        lead -= 1
    lead -= lead > 0 and items[lead - 1].low == "("
    first = lead
    while first and _is_of_name(items[first - 1], words.conjunction) and lead - first < MOST_NAMED:
        if items[first - 1].low in words.listing or items[first - 1].low == words.example:
            break
        first -= 1
    opened = _opener(items, first, bracketed=items[lead].low == "(")
    if opened is None or first == lead:
        return None
    if before is not None and before.role == "change" and before.place == opened - 1 and before.cue is not None:
        # "các tỉnh có số vụ giảm trên 30% gồm: Hà Nam (35%)"
        verb = before.cue if before.direction in DIRECTIONS else None
    else:
        verb = _verb(items, opened)
    if verb is None or items[verb].role not in DIRECTIONS:
        return None
    named = None if items[first].is_name else (first, lead)
    return Figure(place, quantity, "change", EXTREME_RULE, verb, DIRECTIONS[items[verb].role], named=named)


def _is_of_name(item: Item, conjunction: str) -> bool:
    return item.kind == "word" or item.low in JOINING or item.low == conjunction or item.role in NAMING


def _opener(items: list[Item], first: int, *, bracketed: bool) -> int | None:
    """The index of what opens the list that begins at `first`: a colon, "gồm" or "như", with "sau" between, or the "là"
    of a list of rates in brackets; or None."""
    words, opened = phrase_words(), first
    openers = {":", words.example, *words.listing, *([words.copula] if bracketed else [])}
    while opened and items[opened - 1].low in openers:
        opened -= 1
    return opened if opened < first else None


def _verb(items: list[Item], opened: int) -> int | None:
    """The index of the verb or noun of change right before the opener, how large it is said between; or None."""
    words = phrase_words()
    if opened > 1 and items[opened - 1].kind == "period" and items[opened - 2].role == "versus":
        # "tăng mạnh | so với cùng kỳ | gồm gạo (31%)"
        opened -= 2
    index = opened - 1
    said = " ".join(item.low for item in items[max(0, opened - 3) : opened])
    size = next((len(phrase.split()) for phrase in words.two_digits if said.endswith(phrase)), 0)
    index -= size
    if items[index].low in words.measured_noun and index > 0 and items[index - 1].role in DIRECTIONS:
        index -= 1
    while index > 0 and items[index].role in PASSING and opened - index <= MOST_BETWEEN:
        index -= 1
    if index < 0 or items[index].role not in DIRECTIONS or items[index].low.endswith(words.more):
        return None
    if items[index].role not in GROWTH and items[index - 1].low == ",":
        # "học lực yếu, kém: lớp 9 chiếm 2%"
        return None
    return index
