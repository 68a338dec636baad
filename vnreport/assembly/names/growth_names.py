"""Names growths: what rose or fell."""

from __future__ import annotations

from vnreport.assembly.names.component_names import name_component
from vnreport.assembly.names.each_units import name_each_unit
from vnreport.assembly.names.events import without_cases
from vnreport.assembly.names.growers import set_grower, tells_change
from vnreport.assembly.names.growth_abouts import name_about
from vnreport.assembly.names.growth_nouns import is_planned_growth, name_growth_noun
from vnreport.assembly.names.naming import LONGEST_ACTOR, RIGHT_RULE, SUBJECT_RULE, Naming
from vnreport.assembly.names.planned_nouns import ends_before, is_aimed_at, planned_noun
from vnreport.assembly.names.rank_steps import keep_steps, name_steps
from vnreport.assembly.sentences.clauses import TIME_ROW
from vnreport.assembly.sentences.drafts import COUNT_RULE, COUNTED_RULE, GROWTH_RULE, Phrase
from vnreport.assembly.sentences.governors import GROWTH as GROWTH_ROLES
from vnreport.assembly.sentences.items import PASSING, PLANS, holds_phrase
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.origins import FROM_BEFORE
from vnreport.assembly.sentences.phrases import (
    add_scope,
    compose,
    is_side,
    phrase_of,
    place_tail,
    trim_end,
)
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.assembly.sentences.subjects import subject_pieces
from vnreport.assembly.sentences.topics import GROWTH
from vnreport.lexicon.phrase_words import phrase_words

# Syllables of a name that says what happened.
LONGEST_EVENT = 6
# What ends the words behind the amount of a change that the level is of: "tăng 0,2% | lãi suất | từ 7% lên 7,2%".
ENDS, MOVING = frozenset({"quantity", "punct"}), frozenset({"from", "to"})
# Roles of cues that lead on to what something brought about: "do đó", "nhờ vậy".
LEADING_ON = frozenset({"cause", "conjunction", "then"})
# The items of a plan with the word for who gave it: "dự toán | pháp lệnh".
PLAN_AND_GIVER = 2


def name_growth(naming: Naming) -> None:
    """A growth: its subject, joined to the core indicator when it only names a component."""
    set_grower(naming)
    draft, items, subject, headed = naming.draft, naming.items, naming.subject, naming.headed
    cue = draft.cue
    if cue is not None and any(item.kind == "quantity" for item in items[cue + 1 : draft.place]):
        # "mức tăng 8%, nhóm giáo dục (+1%)": the noun governs the figure before.
        cue = None
    told = bool(draft.changes) and draft.changes[0].rule == GROWTH_RULE
    noun = cue is not None and (items[cue].role in GROWTH_ROLES or told or is_planned_growth(naming, cue))
    own = draft.about or draft.paired_part is not None
    if cue is not None and noun and not own and not tells_change(naming, cue):
        name_growth_noun(naming, cue)
        return
    if cue is not None and not own and name_object(naming, cue):
        return
    if name_steps(naming) or name_about(naming) or name_each_unit(naming):
        keep_steps(naming)
        return
    planned = planned_noun(naming) if headed is None or ends_before(naming, headed.last) else None
    if planned is not None:
        draft.indicator = phrase_of(draft, items, planned, "indicator.planned")
        return
    if draft.changes and draft.changes[0].rule == COUNTED_RULE:
        _name_counted(naming)
        return
    if headed is None and subject is not None and _is_of_cases(naming, subject):
        return
    if (headed is None or _is_told_aside(naming)) and _is_of_counted(naming):
        _name_counted(naming)
        if subject is not None and subject[1] - subject[0] <= LONGEST_ACTOR:
            add_scope(draft, items, subject, "scope.actor")
        return
    if (
        (headed is None or is_aimed_at(naming) or _is_in_cause(naming))
        and (cue is None or not draft.about)
        and _name_right(naming)
    ):
        return
    if subject is None:
        if cue is not None and items[cue].low in phrase_words().growth_noun:
            name_growth_noun(naming, cue)
        return
    words, opener = phrase_words(), items[subject[0]].low
    if headed is None and opener in words.preposition and _is_time(naming, subject):
        # "Riêng | trong tuần đầu của kỳ nghỉ hè | tăng 20%"
        return
    if opener in {words.condition, words.exclusion}:
        add_scope(draft, items, (subject[0] + (opener == words.condition), subject[1]), "scope.condition")
        before = naming.before
        if before is not None and before.indicator is not None:
            draft.indicator, draft.inherited["indicator"] = before.indicator, FROM_BEFORE
        return
    if headed is not None:
        naming.set_headed(headed)
    else:
        name_component(naming, GROWTH)


def _is_of_cases(naming: Naming, subject: tuple[int, int]) -> bool:
    """Whether a part of the cases or persons counted before rose or fell, and took their name: "Ba Vì giảm | 32 ca"."""
    draft, items = naming.draft, naming.items
    cases = naming.topics.cases_changed(draft)
    if cases is None or right_stop(items, draft.place) > draft.place + 1:
        return False
    if not naming.lexicon.parts.is_part(draft.sentence.text, items, subject):
        return False
    add_scope(draft, items, subject, "scope.component")
    draft.indicator, draft.inherited["indicator"] = cases, FROM_BEFORE
    return True


def _is_time(naming: Naming, subject: tuple[int, int]) -> bool:
    """Whether the words behind a preposition tell a time."""
    first = subject[0] + 1
    return any(item.row == TIME_ROW for item in naming.items[first : min(first + 2, subject[1])])


def _name_right(naming: Naming) -> bool:
    """ "phấn đấu giảm 3% | hộ nghèo": the noun behind the amount where none before it is measured."""
    draft, items, words = naming.draft, naming.items, phrase_words()
    first = draft.place + 1
    if first >= len(items) or items[first].kind != "word" or len(draft.changes) != 1:
        return False
    told = draft.sentence.text[items[draft.place].start : items[draft.place].end].lower()
    alone = draft.changes[0].direction == "times" and draft.cue is None and naming.subject is not None
    if alone and not told.startswith(words.rise):
        # "chuẩn nghèo của thành phố cao gấp đôi | quốc gia", but "tăng gấp rưỡi | sản lượng thép"
        return False
    low = items[first].low
    if is_side(items, first):
        return False
    if low in words.preposition | words.no_noun | words.complement | words.negated or low in words.closer:
        return False
    if low in words.cause:
        # "Rau xanh tăng 3,1% | vì mưa lũ"
        return False
    stop = right_stop(items, draft.place)
    if stop <= first or items[first].depth != items[draft.place].depth:
        return False
    draft.indicator = place_tail(draft, items, (first, stop), RIGHT_RULE)
    if naming.subject is not None:
        add_scope(draft, items, naming.subject, "scope.actor")
    return True


def _is_in_cause(naming: Naming) -> bool:
    """Whether the head stands in the clause that brought the growth about, which is of what stands behind it: "hãng mở
    thêm đường bay, do đó tăng được 30% | lượng hành khách"."""
    items, headed, cue, behind = naming.items, naming.headed, naming.draft.cue, naming.draft.place + 1
    if headed is None or cue is None or not naming.lexicon.heads.starts(items, behind) or items[behind].role in PLANS:
        return False
    comma = next((index for index in range(cue - 1, headed.first, -1) if items[index].low == ","), None)
    between = [] if comma is None else items[comma + 1 : cue]
    return any(item.role in LEADING_ON for item in between) and all(item.kind == "cue" for item in between)


def _name_counted(naming: Naming) -> None:
    """ "…, giảm 8 người chết": the counted noun with its words."""
    draft, items = naming.draft, naming.items
    quantity = draft.changes[0].quantity
    unit = quantity.unit if quantity is not None else None
    if unit is None:
        return
    last = max(draft.place + 1, right_stop(items, draft.place))
    # "8.000 nhân sự | do hoạt động kém"
    last = next((index for index in range(draft.place + 1, last) if items[index].low in phrase_words().cause), last)
    piece = (draft.place, last)
    own = place_tail(draft, items, piece, COUNT_RULE, start=unit.start)
    event = _event(naming)
    draft.indicator = own if event is None else own.joined(event, own.rule)


def _is_of_counted(naming: Naming) -> bool:
    """Whether an amount of its own noun is what changed: "hãng bay | tăng thêm 230 chuyến bay", "làm tăng 90 thợ"."""
    draft, items, subject, cue = naming.draft, naming.items, naming.subject, naming.draft.cue
    quantity = draft.changes[0].quantity if draft.changes else None
    unit = quantity.unit if quantity is not None else None
    if unit is None or unit.kind != "count" or unit.end <= unit.start or unit.code in phrase_words().rank_step:
        return False
    if naming.topics.nouns.is_generic(unit.code):
        return False
    if cue is not None and cue and items[cue - 1].role == "cause":
        return True
    if subject is None:
        return False
    tells = phrase_words().saying | phrase_words().predicate
    if any(phrase_at(items, index, subject[1], tells) for index in range(*subject)):
        # "hãng phải thừa nhận khi | cắt giảm 8.000 nhân sự"
        return True
    text = draft.sentence.text
    return any(naming.lexicon.parts.is_part(text, items, (subject[0], last)) for last in (subject[1], subject[0] + 2))


def _is_told_aside(naming: Naming) -> bool:
    """Whether the head stands in a clause before the one whose place grew: "giá đất tăng do | Huế tăng 9 người"; then
    the place is the subject."""
    draft, items = naming.draft, naming.items
    pieces = subject_pieces(items, *draft.subject)
    if not pieces or naming.subject is None or pieces[-1][0] < naming.subject[1]:
        return False
    if not naming.lexicon.parts.is_part(draft.sentence.text, items, pieces[-1]):
        return False
    naming.subject = pieces[-1]
    return True


def _event(naming: Naming) -> Phrase | None:
    """What happened, named by the change of the number of cases: "tai nạn tàu hỏa giảm 5 vụ, giảm 2 người chết"."""
    first = naming.drafts[0]
    if first.role != GROWTH or first.indicator is None or first.indicator.rule != SUBJECT_RULE:
        return None
    quantity = first.changes[0].quantity if first.changes else None
    if quantity is None or quantity.kind != "count" or not naming.topics.nouns.is_generic(quantity.code):
        return None
    event = without_cases(first.indicator, quantity.code)
    return event if event is not None and len(event.text.split()) <= LONGEST_EVENT else None


def name_object(naming: Naming, cue: int) -> bool:
    """ "Đợt tăng giá xăng 675 đồng/lít": the headed words between the cue and the number, or where the number is right
    behind the cue those behind it ("tăng 0,2% | lãi suất | lên 7%"); whether there are any."""
    draft, items = naming.draft, naming.items
    if items[cue].low.endswith(phrase_words().more):
        # "cao hơn mức trung ương giao 113 tỷ đồng": what it is set against.
        return False
    words, opener = phrase_words(), items[cue].low
    beyond = opener.startswith(words.passing) or opener in words.over or opener in words.under
    if beyond and holds_phrase(items[cue + 1 : draft.place], words.norm):
        # "vượt mức cho phép 5 lần", "trên mức báo động 3 là 0,4 m"
        return False
    place = next((index for index in range(cue + 1, draft.place) if items[index].kind == "quantity"), draft.place)
    first, last = trim_end(items, cue + 1, place)
    heads = naming.lexicon.heads
    if last <= first < draft.place:
        ends = (
            index for index in range(place + 1, draft.place) if items[index].kind in ENDS or items[index].role in MOVING
        )
        first, last = trim_end(items, place + 1, next(ends, draft.place))
        place = last
    while first < last and items[first].role in PASSING and not heads.starts(items, first):
        first += 1
    if last <= first or first >= place or not naming.lexicon.heads.starts(items, first):
        return False
    if _is_passed_plan(naming, cue, (first, last)):
        return False
    subject, whole = naming.subject, naming.lexicon.heads.narrow(items, (first, last))
    bare = whole is not None and whole.head_end == last and naming.headed is None
    owned = subject is not None and subject[1] <= cue and naming.is_component(subject, having=True, many=True)
    if bare and subject is not None and owned:
        draft.indicator = compose(draft, items, [(first, last), subject], "indicator.object.component")
        return True
    draft.indicator = place_tail(draft, items, (first, last), "indicator.object")
    return True


def _is_passed_plan(naming: Naming, cue: int, span: tuple[int, int]) -> bool:
    """Whether the words are no more than the plan that the subject goes past: "thu ngân sách | vượt dự toán 30%"."""
    items, subject = naming.items, naming.subject
    if subject is None or span[1] - span[0] > PLAN_AND_GIVER or items[span[0]].role not in PLANS:
        return False
    headed = naming.lexicon.heads.narrow(items, subject) is not None and items[subject[0]].role not in PLANS
    return headed and items[cue].low.startswith(phrase_words().passing)
