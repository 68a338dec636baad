"""Names distances by both places: "khách đến | bãi Đá Nhảy cách thị trấn | 40 km", "tâm bão còn | cách bờ | 90 km"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.scope_words import deed_size
from vnreport.assembly.sentences.topics import unit_code
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.distance"
# Units of distances.
LENGTHS = frozenset({"km", "m"})
# Items from the word for a distance to the figure, and of the name of the thing before it.
LONGEST_GOAL, LONGEST_THING = 12, 8
# Signs in the name of a place: "cách Vinh (Nghệ An) 40 km", "cách bờ Nghệ An - Hà Tĩnh 40 km".
NAME_SIGNS = frozenset("()-–")
# Roles of cues that may stand between the word for a distance and the figure, and between a thing and that word.
SOFT, VERBAL = frozenset({"soft"}), frozenset({"tense", "aux", "soft", "have", "to", "level"})


def name_distance(naming: Naming) -> bool:
    """Whether "cách" and the place that the distance is measured from stand right before a length; names it by them
    and by the thing before, where one is told."""
    draft, items = naming.draft, naming.items
    if unit_code(draft) not in LENGTHS or draft.role != "value":
        return False
    apart = _apart(items, draft.place)
    if apart is None or (apart and naming.lexicon.heads.starts(items, apart - 1)):
        # "khoảng | cách"
        return False
    last = draft.place
    while items[last - 1].role in SOFT:
        last -= 1
    thing = _thing(items, draft.subject[0], apart)
    goal = phrase_of(draft, items, (apart, last), RULE)
    if thing is None and items[apart - 1].kind == "quantity":
        # "hai trạm | cách nhau 40 km"
        return False
    before = naming.before.indicator if naming.before is not None else None
    if thing is not None:
        draft.indicator = phrase_of(draft, items, thing, RULE).joined(goal, RULE)
    elif before is not None and before.rule == RULE and len(before.parts) > 1:
        # "tâm bão cách đảo Cù Lao 90 km, | cách Vinh | 220 km"
        start, end = before.parts[0]
        draft.indicator = Phrase(draft.sentence.text[start:end], ((start, end),), RULE).joined(goal, RULE)
    else:
        draft.indicator = goal
    return True


def _apart(items: list[Item], place: int) -> int | None:
    """Where the word for a distance stands whose figure is at `place`; None without one."""
    word = phrase_words().apart
    for index in range(place - 1, max(-1, place - 1 - LONGEST_GOAL), -1):
        item = items[index]
        if item.low == word and not item.is_inner and not items[index + 1].is_inner:
            # "bằng | cách đào sâu 5 m"
            means = index > 0 and items[index - 1].low in phrase_words().preposition
            return None if means or index + 1 == place else index
        if item.kind not in {"word", "punct", "cue"} or (item.kind == "punct" and item.low not in NAME_SIGNS):
            return None
        if item.role and item.role not in SOFT | {"conjunction"}:
            return None
    return None


def _thing(items: list[Item], begin: int, apart: int) -> tuple[int, int] | None:
    """The name of the thing right before the word for its distance, behind the last verb or preposition; or None."""
    words, last = phrase_words(), apart
    while last > begin and (items[last - 1].role in VERBAL or items[last - 1].low in words.lying_at | {","}):
        last -= 1
    ends = words.preposition | words.place | (words.closer - words.demonstrative) | words.cause
    first = last
    while first > begin and last - first < LONGEST_THING:
        item, verb = items[first - 1], deed_size(items, first - 1, last)
        if verb:
            # "| bố trí | bãi xe cách bến phà"
            first = min(last, first - 1 + verb)
            break
        if item.kind != "word" or item.low in ends or (item.low.isdigit() and first < last):
            break
        first -= 1
    # "hai trạm | cách nhau 40 km", "107,5 độ Kinh Đông, | cách Côn Đảo 80 km"
    counted = first > 0 and (items[first - 1].kind == "quantity" or items[first - 1].low.isdigit())
    return (first, last) if first < last and not counted else None
