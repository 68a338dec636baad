"""Names growths by the noun of growth before their amount: "mức tăng trưởng 7,6%", "đà tăng 5% về lợi nhuận"."""

from __future__ import annotations

from vnreport.assembly.names.growers import told_by_condition
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.priced_goods import goods_at
from vnreport.assembly.sentences.items import PLANS
from vnreport.assembly.sentences.links import words_end
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import add_scope, compose, without_preposition
from vnreport.assembly.sentences.subjects import trim
from vnreport.lexicon.phrase_words import phrase_words


def name_growth_noun(naming: Naming, cue: int) -> None:
    """ "mức tăng trưởng 7,6%": the noun with its words, and the subject before it."""
    draft, items, subject = naming.draft, naming.items, naming.subject
    last = without_preposition(items, cue, words_end(items, cue + 1))
    pieces = [(cue, last)]
    before = naming.before
    core = naming.topics.core_by_kind.get("any")
    if before is not None and items[draft.place].depth > items[before.place].depth and before.indicator is not None:
        # "tăng 9 cent (tương đương mức tăng 0,3%)"
        core = before.indicator
    own_words = " ".join(item.low for item in items[cue:last])
    if core is not None and own_words.endswith(core.text.lower()):
        # "mục tiêu | tăng trưởng GDP 6,7%": the noun has it already.
        core = None
    # "mức tăng | giá điện 8%" names what grows itself.
    own = naming.lexicon.heads.narrow(items, (cue + 1, last)) is not None
    after, stop = draft.place + 1, right_stop(items, draft.place)
    about = after < stop and items[after].low == phrase_words().about
    if stop > after + 1 and items[after].low == phrase_words().of:
        pieces.append((after, stop))
    elif after + about < stop and not own and naming.lexicon.heads.starts(items, after + about):
        # "mức tăng trưởng 13% | doanh thu", "đà tăng 5% về | lợi nhuận"
        pieces.append((after + about, stop))
    elif subject is not None and not own and _has_grower(naming, cue, subject):
        pieces.append(subject)
        add_scope(draft, items, subject, "scope.subject")
    elif not own and _is_price(naming) and (goods := goods_at(items, after)) is not None:
        # "mức tăng gần 700 đồng/lít | xăng RON 95"
        pieces.append(goods)
    elif not own and (aiming := _aiming(naming)) is not None:
        pieces.append(aiming)
        add_scope(draft, items, aiming, "scope.subject")
    elif core is not None and not own:
        noun = compose(draft, items, pieces, "indicator.growth.noun")
        told = set(core.text.lower().split()) & set(noun.text.lower().split())
        # "mục tiêu tăng trưởng GDP 6,7%" says what grows, whatever was told before.
        draft.indicator = noun if told else noun.joined(core, noun.rule)
        return
    draft.indicator = compose(draft, items, pieces, "indicator.growth.noun")


def is_planned_growth(naming: Naming, cue: int) -> bool:
    """Whether a plan stands before the verb, so that it is a noun: "mục tiêu | tăng trưởng 6,7%", but "được kỳ vọng |
    tăng trưởng 9%"."""
    items = naming.items
    if cue > 1 and items[cue - 2].low.endswith(phrase_words().given):
        return False
    return cue > 0 and items[cue - 1].role in PLANS and naming.lexicon.heads.starts(items, cue)


def _has_grower(naming: Naming, cue: int, subject: tuple[int, int]) -> bool:
    """Whether the words right before a noun of growth name what grows: "doanh số xe điện | đà tăng"."""
    items = naming.items
    if subject[1] not in {cue, cue - 1} or items[subject[1] - 1].role in PLANS or items[cue - 1].role == "forecast":
        # "ngân hàng nâng dự báo | tăng trưởng"
        return False
    return not told_by_condition(naming.items, subject)


def _is_price(naming: Naming) -> bool:
    """Whether the amount is money for each of something."""
    changes = naming.draft.changes
    return bool(changes) and changes[0].quantity is not None and changes[0].quantity.kind == "rate"


def _aiming(naming: Naming) -> tuple[int, int] | None:
    """The group that aims at the growth: "| ngành thủy sản | tiếp tục phấn đấu đạt tốc độ tăng trưởng 4%"; or None."""
    items, subject = naming.items, naming.subject
    if subject is None or items[subject[1] - 1].role not in PLANS:
        return None
    last = subject[1]
    while last > subject[0] and items[last - 1].kind == "cue":
        last -= 1
    comma = next((index for index in range(last - 1, subject[0] - 1, -1) if items[index].low == ","), subject[0] - 1)
    piece = trim(items, comma + 1, last)
    opens = piece is not None and items[piece[0]].low in phrase_words().group and piece[1] - piece[0] > 1
    return piece if opens else None
