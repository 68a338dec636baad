"""Names a value with no noun of its own behind it: by what was done with a sum, a scene or the subject."""

from __future__ import annotations

from vnreport.assembly.names.component_names import name_component
from vnreport.assembly.names.count_names import counted_each
from vnreport.assembly.names.money_deeds import acting, costed, money_deed
from vnreport.assembly.names.naming import HEAD_RIGHT_RULE, Naming
from vnreport.assembly.names.spent_sums import PURPOSE_RULE, add_actor, needed, spending
from vnreport.assembly.names.sum_deeds import deed_of_sum
from vnreport.assembly.sentences.links import words_end
from vnreport.assembly.sentences.phrases import add_scope, compose, phrase_of, place_tail
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.topics import MONEY, is_rate_of_money, unit_kind
from vnreport.lexicon.phrase_words import phrase_words


def name_by_subject(naming: Naming, right: tuple[int, int] | None) -> None:
    """A value with no noun of its own behind it: what the sum is for, what was done with it, or its subject."""
    draft, items, subject, headed = naming.draft, naming.items, naming.subject, naming.headed
    kind = unit_kind(draft)
    paid = kind == "money" or (headed is None and is_rate_of_money(draft))
    bought = right is not None and phrase_size(items, *right, phrase_words().spent_on) > 0
    spent = spending(naming) if paid and (right is None or bought) else None
    if spent is not None:
        draft.indicator = compose(draft, items, spent, PURPOSE_RULE)
        if headed is not None:
            naming.add_actor(headed)
        else:
            add_actor(naming, spent[0])
    elif paid and right is None and (aims := needed(naming)) is not None:
        draft.indicator = compose(draft, items, aims, "indicator.needed")
        if subject is not None:
            add_scope(draft, items, subject, "scope.actor")
    elif right is None and (deed := money_deed(naming)) is not None:
        draft.indicator = phrase_of(draft, items, deed, "indicator.money")
        who = acting(naming, (subject[0], deed[0])) if subject is not None and subject[0] < deed[0] else None
        if who is not None:
            add_scope(draft, items, who, "scope.actor")
    elif headed is not None and right is not None and headed.head_end == headed.last:
        # "Về lợi nhuận, hãng A lãi | 3 tỷ đồng lợi nhuận sau thuế": the head is said again.
        again = items[right[0]].low == items[headed.first].low
        pieces = [right] if again else [(headed.first, headed.last), right]
        draft.indicator = compose(draft, items, pieces, HEAD_RIGHT_RULE)
        naming.add_actor(headed)
    elif headed is not None and (done := deed_of_sum(naming)) is not None:
        pieces = [(headed.first, headed.last), done]
        draft.indicator = compose(draft, items, pieces, "indicator.amount.deed")
        add_actor(naming, done)
    elif headed is not None:
        naming.set_headed(headed)
    elif right is None and (project := costed(naming)) is not None:
        draft.indicator = place_tail(draft, items, project, "indicator.costed")
    elif (scene := _scene(naming)) is not None:
        draft.indicator = place_tail(draft, items, scene, "indicator.scene")
        if subject is not None:
            add_scope(draft, items, subject, "scope.actor")
    elif kind == "rate" and (counted := counted_each(naming)) is not None:
        draft.indicator = counted
        if subject is not None:
            add_scope(draft, items, subject, "scope.subject")
    elif subject is not None:
        name_component(naming, kind)


def _scene(naming: Naming) -> tuple[int, int] | None:
    """ "Về tổn thất điện năng tháng 4, EVN NPC …": the headed words that the sentence says it is about, or None."""
    items = naming.items
    if not items or items[0].low not in phrase_words().topic:
        return None
    stop = words_end(items, 1)
    headed = naming.lexicon.heads.narrow(items, (1, stop)) if stop > 1 else None
    if headed is None or headed.first > 1 or (headed.role == "rate" and unit_kind(naming.draft) == MONEY):
        return None
    return 1, stop
