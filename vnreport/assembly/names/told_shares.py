"""Percentages that are shares by what is told of them: the greatest of a whole, or parts that make up a hundred."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.clauses import opens_breakdown
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.items import PASSING, Item
from vnreport.assembly.sentences.links import is_percent
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.origins import FROM_WHOLE
from vnreport.assembly.sentences.phrase_ends import LABEL_END
from vnreport.assembly.sentences.phrases import add_scope, main_piece
from vnreport.assembly.sentences.scope_words import phrase_at, phrase_size
from vnreport.assembly.sentences.subjects import subject_pieces, trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import AMOUNTS, PRICES
from vnreport.lexicon.phrase_words import phrase_words

# Roles of heads that name a percentage by themselves.
MEASURES = frozenset({"rate", "core"})
# Roles of cues of the verb that leads to a level, and of what may stand between a share's whole and it.
LEADING, JOINING = frozenset({"level", "equals"}), PASSING | {"conjunction", "estimate"}
# Roles of what may stand between an amount and the first of its parts, and the rule of a share that is of it.
OPENING, WHOLE_RULE = PASSING | {"part"}, "indicator.whole"


def set_part(naming: Naming) -> None:
    """Makes a level be of what the share before it is, rather than of that one's whole.

    "Vốn từ Nhật Bản chiếm 12% tổng vốn đăng ký, | đạt 4 tỷ USD"; a place or a group alone names nothing.
    """
    draft, before, items = naming.draft, naming.before, naming.items
    if draft.role != "value" or before is None or before.role != "share" or before.share_subject is None:
        return
    if unit_kind(draft) == "percent" or items[draft.place].depth != items[before.place].depth:
        return
    stop = draft.place if draft.cue is None else draft.cue
    joining = {",", phrase_words().companion} if draft.cue is None else {","}
    if (draft.cue is not None and items[stop].role not in LEADING) or naming.draft.subject[1] != stop:
        return
    between = items[right_stop(items, before.place) : stop]
    if all(item.low in joining or item.role in JOINING for item in between) and any(
        item.low in joining or item.role == "conjunction" for item in between
    ):
        own = main_piece(items, subject_pieces(items, *before.share_subject))
        if own is not None and (
            naming.lexicon.heads.narrow(items, own) or phrase_at(items, *own, phrase_words().stock)
        ):
            draft.subject = before.share_subject


def tells_value(naming: Naming) -> bool:
    """Whether a verb of shares only tells how much something named is: "thu từ học phí | chiếm 997 tỷ đồng"."""
    headed, words = naming.headed, phrase_words()
    if headed is None:
        return False
    # "tỷ lệ nợ xấu | chỉ chiếm 0,9% dư nợ"
    rated = phrase_size(naming.items, headed.first, headed.last, words.own_rate) == headed.head_end - headed.first
    return unit_kind(naming.draft) in PRICES or is_levied(naming, headed) or rated


def is_levied(naming: Naming, headed: HeadedPhrase) -> bool:
    """Whether the headed phrase is what is paid as a part of something: "mức phạt | bằng 20% số thuế khai thiếu"."""
    return bool(phrase_size(naming.items, headed.first, headed.last, phrase_words().levied))


def accompanies(naming: Naming) -> bool:
    """Whether the noun of a rate stands right behind "với": "Hà Nội dẫn đầu | với thị phần | chiếm 31%"."""
    headed = naming.headed
    if headed is None or headed.role != "rate" or not headed.first:
        return False
    return naming.items[headed.first - 1].low == phrase_words().companion


def set_share(naming: Naming) -> None:
    """Makes a share of a percentage that makes up a whole with those beside it, and is no rate told by its name."""
    draft, headed, before = naming.draft, naming.headed, naming.before
    if draft.role != "value":
        return
    if (cue := _share_told(naming)) is not None and naming.subject is not None:
        # "Chi giáo dục chiếm tỷ trọng lớn nhất trong tổng chi (46%)"
        draft.role, draft.cue = "share", cue
        naming.subject, naming.headed = trim(naming.items, naming.subject[0], cue), None
        draft.share_subject = (draft.subject[0], cue)
        return
    if not _is_of_hundred(naming, draft):
        return
    if before is not None and before.role == "value" and _is_of_hundred(naming, before):
        # "Xuất khẩu sang châu Á 55%, | châu Âu 30%, | châu Mỹ 15%"
        return
    if right_stop(naming.items, draft.place) > draft.place + 1:
        # "còn lại 3% | là từ các nguồn khác"
        return
    opens = headed is not None and naming.subject is not None and headed.first == naming.subject[0]
    if headed is None or not opens or headed.role not in MEASURES:
        draft.role = "share"


def _share_told(naming: Naming) -> int | None:
    """The verb of a share within the subject of a percentage, with the noun of a share behind it; None without."""
    items, subject = naming.items, naming.subject
    if subject is None or not is_percent(items[naming.draft.place]):
        return None
    cue = next((index for index in range(subject[1] - 1, subject[0], -1) if items[index].role == "share"), None)
    behind = None if cue is None else " ".join(item.low for item in items[cue : subject[1]])
    return cue if behind is not None and any(f" {noun}" in behind for noun in phrase_words().level_rate) else None


def _is_of_hundred(naming: Naming, draft: Draft) -> bool:
    return draft.quantity is not None and draft.quantity.start in naming.topics.hundreds


def shares_amount(naming: Naming) -> bool:
    """Whether a bare percentage with a part before it breaks the amount down that was told before: "Thu ngân sách đạt
    9.000 tỷ đồng: | thu nội địa 70%", "dư nợ là 9 tỷ đồng, trong đó | bán lẻ 44%"."""
    draft, before, items, headed = naming.draft, naming.before, naming.items, naming.headed
    if draft.role != "value" or draft.cue is not None or before is None or naming.subject is None:
        return False
    if before.role != "value" or before.indicator is None or unit_kind(before) not in AMOUNTS:
        return False
    if unit_kind(draft) != "percent" or (headed is not None and headed.role in MEASURES):
        return False
    first, last = naming.subject
    bare = right_stop(items, draft.place) == draft.place + 1
    if not bare or last != draft.place or not _breaks_down(items[right_stop(items, before.place) : first]):
        return False
    add_scope(draft, items, naming.subject, "scope.share")
    draft.indicator = Phrase(before.indicator.text, before.indicator.parts, WHOLE_RULE)
    draft.inherited["indicator"] = FROM_WHOLE
    return True


def _breaks_down(between: Sequence[Item]) -> bool:
    """Whether nothing but words that open a breakdown stands behind an amount: ":", ", trong đó", "gồm"."""
    listing = phrase_words().listing
    opens = any(item.low == LABEL_END or item.low in listing or opens_breakdown(item) for item in between)
    return opens and all(item.kind == "punct" or item.role in OPENING or item.low in listing for item in between)
