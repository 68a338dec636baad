"""Names what each draft measures: the noun on its right, its subject on the left, or what came before."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.names.amount_names import name_amount
from vnreport.assembly.names.balances import name_balance
from vnreport.assembly.names.caused_shares import name_caused
from vnreport.assembly.names.chosen_subjects import choose_subject, is_part_in_row, told_to_be
from vnreport.assembly.names.companions import ordered
from vnreport.assembly.names.contribution_names import name_contribution
from vnreport.assembly.names.count_names import name_count
from vnreport.assembly.names.doings import is_told, name_part, name_told, says
from vnreport.assembly.names.dominant_shares import set_dominant
from vnreport.assembly.names.fitting import (
    behind_rate_label,
    is_of_another_kind,
    is_of_sum_before,
    opens_anew,
    tells_more,
    without_next_head,
    words_behind,
)
from vnreport.assembly.names.fuller_names import deed_again, is_bare, told_alike
from vnreport.assembly.names.gaps import name_gap
from vnreport.assembly.names.group_measures import name_group_measure
from vnreport.assembly.names.growers import grow_amount
from vnreport.assembly.names.growth_names import name_growth, name_object
from vnreport.assembly.names.holdings import name_holding
from vnreport.assembly.names.left_out import equated_with, of_level, rest_of, restates, said_before, total_before
from vnreport.assembly.names.lengths import name_length
from vnreport.assembly.names.name_lexicon import NameLexicon
from vnreport.assembly.names.naming import SUBJECT_RULE, Naming
from vnreport.assembly.names.objects import grown_noun, moved_by, moved_noun, reached, short_sum
from vnreport.assembly.names.paired_names import name_paired
from vnreport.assembly.names.pointers import cut_pointer
from vnreport.assembly.names.priced_goods import name_priced_goods
from vnreport.assembly.names.rainfall import name_rainfall
from vnreport.assembly.names.rank_names import name_rank
from vnreport.assembly.names.receipts import name_received
from vnreport.assembly.names.remember import remember
from vnreport.assembly.names.right_names import name_right
from vnreport.assembly.names.row_goods import goes_on_with, keep_list, leave_topic, name_concerned
from vnreport.assembly.names.score_names import name_score, name_topped
from vnreport.assembly.names.share_names import add_part, name_share, set_scene, shares_on
from vnreport.assembly.names.siblings import has_labelled_head
from vnreport.assembly.names.sides import name_side
from vnreport.assembly.names.sized_places import name_sized
from vnreport.assembly.names.subject_names import name_by_subject
from vnreport.assembly.names.summed_parts import lend_total, name_summed
from vnreport.assembly.names.survey_answers import name_answer
from vnreport.assembly.names.tails import done_with_part, is_denominator, tail, verb_alone
from vnreport.assembly.names.told_parts import name_told_part
from vnreport.assembly.names.told_shares import is_levied, set_part, set_share, shares_amount, tells_value
from vnreport.assembly.names.worths import name_worth
from vnreport.assembly.sentences.clauses import TIME_ROW, words_concerned
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.items import PLANS, Item
from vnreport.assembly.sentences.links import has_predicate
from vnreport.assembly.sentences.nouns import place_split, right_stop
from vnreport.assembly.sentences.origins import FROM_BEFORE, FROM_WHOLE
from vnreport.assembly.sentences.phrases import add_scope, is_side, phrase_of, place_tail
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.topics import GROWTH, Topics, unit_code, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# What may name a value, asked in turn.
VALUE_NAMES = (
    name_holding,
    name_received,
    name_balance,
    name_side,
    name_concerned,
    shares_amount,
    shares_on,
    name_length,
    name_sized,
    name_topped,
    name_score,
    name_amount,
    name_worth,
)
# What completes a name, in turn.
COMPLETIONS = (name_group_measure, name_summed, grow_amount, name_rainfall, name_priced_goods, name_answer, name_gap)
# Kinds of value that carry their own noun: "12 hồ sơ trễ hạn", "95 điểm theo bộ chỉ số".
COUNTED_KINDS = frozenset({"count", "points"})
# Roles of verbs and the small words before them, which alone name nothing behind a figure.
HAPPENING = frozenset({"have", "tense", "aux"})
# Roles of figures that a verb of doing alone may be the subject of: "; huy động tăng 15%".
ALONE = frozenset({"value", GROWTH})
# The role of verbs of planning.
PLANNING = "target"


def name_indicator(draft: Draft, drafts: list[Draft], topics: Topics, lexicon: NameLexicon) -> None:
    """Sets `draft.indicator` and adds the scopes that its words give; updates `topics`."""
    naming = Naming(lexicon, draft, drafts, topics)
    lend_total(naming)
    set_part(naming)
    _set_subject(naming)
    set_share(naming)
    set_dominant(naming)
    if restates(naming):
        before = drafts[drafts.index(draft) - 1]
        draft.indicator, draft.inherited["indicator"] = before.indicator, FROM_BEFORE
        draft.scope.extend(before.scope)
    elif name_paired(naming) or name_caused(naming):
        pass
    elif draft.role == "share" and not tells_value(naming):
        set_scene(naming)
        name_share(naming)
    elif draft.role == GROWTH:
        name_growth(naming)
    elif draft.role == "contribution":
        name_contribution(naming)
    elif draft.role == "rank":
        name_rank(naming)
    elif not any(name(naming) for name in VALUE_NAMES):
        _name_value(naming)
    total = total_before(naming)
    if total is not None:
        draft.indicator, draft.inherited["indicator"] = total.indicator, FROM_WHOLE
    done = done_with_part(naming) if draft.indicator is None else None
    if done is not None:
        draft.indicator = phrase_of(draft, naming.items, done, "indicator.measure.deed")
    remembered = said_before(naming) if draft.indicator is None else None
    if draft.indicator is None and remembered is not None:
        remembered = of_level(naming, remembered)
        draft.indicator = Phrase(remembered.text, remembered.parts, "indicator.inherited")
        draft.inherited["indicator"] = FROM_BEFORE
    known = told_alike(naming) if is_bare(naming) else deed_again(naming)
    if known is not None:
        draft.indicator = Phrase(known.text, known.parts, "indicator.inherited")
        draft.inherited["indicator"] = FROM_BEFORE
    for complete in COMPLETIONS:
        complete(naming)
    cut_pointer(draft)
    concerned = words_concerned(naming.items, draft.place)
    if concerned is not None:
        add_scope(draft, naming.items, concerned, "scope.concerned")
    remember(naming)


def recall(draft: Draft, drafts: list[Draft], topics: Topics, lexicon: NameLexicon) -> None:
    """Makes a figure that was named before what figures without a name of their own are of."""
    remember(Naming(lexicon, draft, drafts, topics))


def _set_subject(naming: Naming) -> None:
    """Sets the words that name the draft, and the headed phrase in them or in the cue that governs it."""
    draft, items = naming.draft, naming.items
    if draft.about:
        naming.subject = draft.subject
    elif draft.paired_part is not None:
        naming.subject = draft.paired_part
    else:
        naming.subject = choose_subject(naming)
        naming.subject = ordered(naming) or naming.subject
        told = told_to_be(naming)
        if told is not None and naming.subject is not None:
            add_scope(draft, items, (naming.subject[0], told[0] - 1), "scope.subject")
            naming.subject = told
        if naming.subject is None and draft.role in ALONE and draft.subject[0] < draft.subject[1]:
            naming.subject = verb_alone(naming) or (tail(naming, draft.subject) if draft.role == "value" else None)
        if naming.subject is None:
            naming.subject = moved_noun(naming) or grown_noun(naming)
    if naming.subject is not None and naming.before is not None and _only_plans(naming, naming.subject):
        naming.subject = None
    naming.headed = None if naming.subject is None else naming.lexicon.heads.narrow(items, naming.subject)
    if naming.headed is not None and naming.headed.role == "core" and is_part_in_row(naming):
        naming.headed = None
    labelled = behind_rate_label(naming) if draft.role == "value" else None
    if labelled is not None:
        naming.subject, naming.headed = labelled, naming.lexicon.heads.narrow(items, labelled)
    if is_of_another_kind(naming) or is_of_sum_before(naming):
        naming.subject = naming.headed = None
    leave_topic(naming)
    if draft.role == "value":
        naming.headed = reached(naming) or naming.headed or short_sum(naming)
    keep_list(naming)


def _only_plans(naming: Naming, subject: tuple[int, int]) -> bool:
    """Whether nothing but a word of planning tells of the figure: "thu 12 tỷ đồng, | phấn đấu | cả năm 16 tỷ".

    A noun right before it names it: "trong đó | dự toán | 3 tỷ đồng".
    """
    words = naming.items[slice(*subject)]
    return all(item.role in PLANS for item in words) and (words[0].role == PLANNING or naming.draft.cue is not None)


def _name_value(naming: Naming) -> None:
    """A value: the counted noun with its words, or the subject of a level verb."""
    draft, items = naming.draft, naming.items
    subject, headed = naming.subject, naming.headed
    kind = unit_kind(draft)
    if draft.counted is not None and headed is None:
        draft.indicator = place_tail(draft, items, draft.counted, SUBJECT_RULE)
        return
    stop = right_stop(items, draft.place)
    following = stop < len(items) and items[stop].kind == "quantity" and not has_predicate(items, draft.place, stop)
    if following and naming.lexicon.heads.starts(items, draft.place + 1) and not _is_kind(naming):
        stop = draft.place + 1
    stop = without_next_head(naming, stop)
    if kind in COUNTED_KINDS:
        name_count(naming, stop)
        return
    equated = equated_with(naming)
    if equated is not None:
        draft.indicator = equated
        return
    right = words_behind(naming, stop)
    if right is not None and _only_leads(items, right):
        if kind == "percent" and headed is None and _name_by_whole(naming, right):
            return
        right = None
    if right is not None and (is_side(items, right[0]) or _goes_on(naming, right) or opens_anew(naming, right[0])):
        right = None
    if right is not None and tells_more(naming, right[0]):
        right = None
    if right is not None and headed is None and name_told_part(naming, right):
        return
    rest = rest_of(naming, right) if right is not None and headed is None else None
    if rest is not None:
        draft.indicator, draft.inherited["indicator"] = rest, FROM_BEFORE
        return
    verb = right is not None and kind == "percent" and is_told(items, right[0])
    if right is not None and (verb or items[right[0]].low in phrase_words().no_noun):
        if kind == "percent" and headed is None and (name_told(naming, right) or name_part(naming, right)):
            return
        right = right if verb and says(items, right) and items[right[0]].low not in phrase_words().cause else None
    rated = headed is not None and headed.role == "rate"
    levied = headed is not None and is_levied(naming, headed)
    if right is not None and kind == "percent" and (levied or is_denominator(naming, right)):
        # "mức phạt là 20% | số thuế khai thiếu", "61,4% | GDP"
        right = None
    if kind == "rate" and right is not None:
        # "giá thép 7 USD/tấn, 9 USD/tấn | xi măng": goods behind a price take the head of the one before.
        if subject is None and naming.head_joins(right):
            return
        right = None if subject is not None else right
    if right is not None and (headed is None or (kind == "percent" and not rated)):
        if not goes_on_with(naming, right):
            name_right(naming, right)
        add_part(naming)
        return
    moved = moved_by(naming)
    if moved is not None and (headed is None or _is_apart(items, headed.last, moved)) and name_object(naming, moved):
        return
    if kind == "percent" and right is None and has_labelled_head(naming):
        return
    name_by_subject(naming, right)


def _name_by_whole(naming: Naming, right: tuple[int, int]) -> bool:
    """Whether a whole told before names a percentage with the words behind it; names the draft by both then."""
    if naming.subject is None and name_told(naming, right):
        return True
    told = (other.indicator for other in reversed(naming.drafts))
    wholes = [naming.topics.by_kind.get(unit_kind(naming.draft)), *told]
    return any(whole is not None and naming.stem(right, whole) for whole in wholes)


def _is_apart(items: Sequence[Item], last: int, cue: int) -> bool:
    """Whether a head ends in a clause before that of the verb: "Chi phí tăng cao, hãng xin | giảm mức đóng từ 22%"."""
    return any(item.low == "," for item in items[last:cue])


def _is_kind(naming: Naming) -> bool:
    """Whether the word behind a count says of what field or trade those counted are: "12 chi cục | thuế cấp huyện",
    "10 mặt hàng | xuất khẩu trên một tỷ USD"."""
    behind = naming.items[naming.draft.place + 1].low
    return unit_code(naming.draft) in phrase_words().field or behind in naming.lexicon.trades


def _goes_on(naming: Naming, right: tuple[int, int]) -> bool:
    """Whether what stands behind an amount is a verb or a time: "590 tỷ đồng | mới đạt kế hoạch", "80% | giai đoạn",
    "2,6 độ Richter | xảy ra"."""
    first, items = right[0], naming.items
    if all(item.role in HAPPENING for item in items[first : place_split(items, *right)]):
        return True
    if items[first].row == TIME_ROW:
        return right[1] == first + 1
    if items[first].role != "level" or items[first].low in phrase_words().no_noun:
        return False
    return not naming.lexicon.heads.starts(items, first)


def _only_leads(items: Sequence[Item], piece: tuple[int, int]) -> bool:
    """Whether words behind a figure name nothing: "5 km | từ cầu", "45% | bằng tiền", "9 tỷ đồng | thông qua bán cổ
    phiếu", but "17 km | trên cao"."""
    words = phrase_words()
    first = items[piece[0]].low
    leads = first.partition(" ")[0] in words.preposition
    leads = leads or (first not in words.no_noun and phrase_size(items, *piece, words.by_the_way) > 1)
    return leads and not phrase_size(items, *piece, words.lying)
