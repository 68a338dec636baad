"""What those counted do together with those counted beside them: in a list, or in brackets."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.links import is_count
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import phrase_of
from vnreport.assembly.sentences.predicates import opens_predicate, predicate_start
from vnreport.assembly.sentences.topics import unit_code, unit_kind
from vnreport.grammar.unit_rows import PEOPLE
from vnreport.grammar.values import Unit
from vnreport.lexicon.phrase_words import phrase_words

# The rule of counts named by what was done with those counted.
DEED_RULE = "indicator.count.deed"


def bracketed_deed(naming: Naming, noun: Phrase) -> Phrase | None:
    """The noun with what those in brackets behind a count do with it: "90 hộ (310 người) | phải dời đi"; or None."""
    draft, before, items = naming.draft, naming.before, naming.items
    if before is None or before.indicator is None or before.place + 2 != draft.place:
        return None
    if items[draft.place - 1].low != "(":
        return None
    parts = before.indicator.parts
    if len(parts) != 2 or parts[1][0] < items[draft.place].end:
        return None
    return noun.joined(Phrase(draft.sentence.text[slice(*parts[1])], parts[1:], noun.rule), noun.rule)


def listed_deed(naming: Naming, noun: Phrase, unit: Unit, *, done: bool) -> Phrase | None:
    """The noun with what those counted next in a list do with it: "2 ô tô và 1 xe máy | bị hư hỏng"; None without.

    Things, people and bodies go apart: "9 ngôi nhà, 2 người bị thương". Where a verb before tells what was `done` with
    them, they share what they are for: "mua 2 ô tô và 1 xe máy | để thưởng tết".
    """
    draft, items = naming.draft, naming.items
    place, joins, sort = draft.place, {",", phrase_words().conjunction}, unit.row.partition(".")[0]
    while place + 2 < len(items) and items[place + 1].low in joins and is_count(items[place + 2]):
        place += 2
        quantity = items[place].quantity
        other = quantity.unit if quantity is not None else None
        if other is None or other.row.partition(".")[0] != sort or other.code == unit.code:
            return None
    last = right_stop(items, place)
    if place == draft.place or last == place + 1:
        return None
    if not (items[place + 1].low in phrase_words().purpose if done else opens_predicate(items, place + 1)):
        return None
    return noun.joined(phrase_of(draft, items, (place + 1, last), noun.rule), noun.rule)


def deed_of_whole(naming: Naming, noun: Phrase) -> Phrase | None:
    """The noun of a part with what all those counted before in the sentence do: "7 triệu xe đăng ký mới, gồm 6 triệu
    xe máy | đăng ký mới"; or with what was done with them: "| tìm thấy | 80 người, gồm 50 nữ"; None without."""
    draft = naming.draft
    parent = draft.parent
    unit = parent.quantity.unit if parent is not None and parent.quantity is not None else None
    name = parent.indicator if parent is not None and parent.sentence is draft.sentence else None
    if unit is None or name is None or unit.kind != "count" or unit_kind(draft) != unit.kind:
        return None
    own = draft.quantity.unit if draft.quantity is not None else None
    alike = own is not None and own.row.startswith(PEOPLE) == unit.row.startswith(PEOPLE)
    if not alike and not naming.topics.nouns.is_generic(unit.code):
        # "82 đại biểu tán thành, hội đồng lập đề án gồm 3 | trường học"
        return None
    text = draft.sentence.text
    if (
        name.rule == DEED_RULE
        and not unit.code.startswith(unit_code(draft))
        and name.parts[0] == (unit.start, unit.end)
    ):
        done = Phrase(" ".join(text[slice(*part)] for part in name.parts[1:]), name.parts[1:], noun.rule)
        return noun.joined(done, noun.rule)
    if len(name.parts) != 1 or name.parts[0][0] != unit.start:
        return None
    begin, last = unit.end + 1, name.parts[0][1]
    if begin >= last:
        return None
    return noun.joined(Phrase(text[begin:last], ((begin, last),), noun.rule), noun.rule)


def measured_deed(naming: Naming, goods: tuple[int, int]) -> tuple[int, int] | None:
    """What befell goods together with those measured next in a list, told behind the last; None without.

    "120 ha lúa, 340 ha rau màu và 12 ha ao cá | bị ngập úng".
    """
    items, quantity = naming.items, naming.draft.quantity
    if quantity is None or predicate_start(items, goods[0] - 1, goods[1]) < goods[1]:
        return None
    stop, joins = goods[1], {",", phrase_words().conjunction}
    while stop + 1 < len(items) and items[stop].low in joins:
        place = next((n for n in range(stop + 1, len(items)) if items[n].role != "soft"), stop)
        other = items[place].quantity
        if other is None or other.code != quantity.code:
            return None
        stop = right_stop(items, place)
        first = predicate_start(items, place, stop)
        if first < stop:
            # "60 ha đất rừng, 14 ha đất | trồng cây": only of the last.
            return (first, stop) if items[first].role == "tense" or items[first].low in phrase_words().told else None
    return None
