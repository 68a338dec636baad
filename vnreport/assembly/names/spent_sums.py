"""What a sum is for, who spends it, and what was or will be done with it."""

from __future__ import annotations

from vnreport.assembly.names.money_deeds import ends_in, money_deed
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.actors import is_auxiliary, part_actor
from vnreport.assembly.sentences.asides import behind_anew
from vnreport.assembly.sentences.governors import SOFT
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.links import is_count
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import add_scope
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# The rule of a name by what a sum is for.
PURPOSE_RULE = "indicator.head.purpose"
# Items of the longest noun or verb of money that says little alone: "khoản thu nhập".
LONGEST_BARE = 2
# Items of a name that what the amount is for may complete: "ngân sách thành phố … cho phòng cháy".
LONGEST_SPENDER = 4


def spending(naming: Naming) -> list[tuple[int, int]] | None:
    """A short headed phrase, or what was done with the amount, and what it is for, told behind it; None without.

    "chi | 1,6 tỉ USD để | nhập xăng dầu", "ngân sách bố trí | 5 tỷ cho | quỹ đất", "sẽ dành | 2 tỷ cho | quỹ đất".
    """
    items, first = naming.items, naming.draft.place + 1
    done = _done_behind(naming, first)
    if done is not None:
        return done
    anew = behind_anew(items, naming.draft.place)
    if anew < len(items) and items[anew].low in phrase_words().purpose:
        first = anew
    if first >= len(items) or items[first].low not in phrase_words().purpose | phrase_words().origin:
        return None
    if items[first].low in phrase_words().origin and (first + 1 >= len(items) or items[first + 1].kind != "word"):
        return None
    spent, aims = _spent_alike(naming) or _spent(naming), _aims(items, first + 1)
    return [spent, *aims] if spent is not None and aims[0][1] > first + 1 else None


def needed(naming: Naming) -> list[tuple[int, int]] | None:
    """What a sum is needed for, told behind it: "các huyện cần thêm 40 tỷ đồng để | sửa trường"; None without."""
    items, first, words = naming.items, behind_anew(naming.items, naming.draft.place), phrase_words()
    if naming.headed is not None or first >= len(items) or items[first].low not in words.purpose:
        return None
    if not ends_in(items, 0, naming.draft.place, words.needing):
        return None
    aims = _aims(items, first + 1)
    # "để | đưa | 40 người đi học" tells too little.
    told = " ".join(item.low for item in items[slice(*aims[0])])
    return aims if " " in told else None


def _aims(items: list[Item], first: int) -> list[tuple[int, int]]:
    """What a sum is for, from the item on; a bare verb goes on behind its figure: "mua | 20% | cổ phần"."""
    stop = right_stop(items, first - 1)
    if stop == first < len(items) and items[first].kind == "cue":
        # "để | làm mới vườn hoa", "để | xây dựng"
        stop = right_stop(items, first)
    aims = [(first, stop)]
    if stop - first > LONGEST_BARE or stop >= len(items) or items[stop].kind != "quantity" or is_count(items[stop]):
        return aims
    behind = right_stop(items, stop)
    return [*aims, (stop + 1, behind)] if behind > stop + 1 else aims


def _done_behind(naming: Naming, first: int) -> list[tuple[int, int]] | None:
    """A short bare noun or verb of money, and what is or will be done with the sum, told right behind it.

    "chi 7 tỷ đồng | hỗ trợ hộ nghèo", "số tiền 9 tỷ đồng | dự tính mua xe"; None without.
    """
    items, headed, words = naming.items, naming.headed, phrase_words()
    if headed is None or headed.last - headed.first > LONGEST_BARE:
        return None
    spent = " ".join(item.low for item in items[headed.first : headed.last])
    if headed.head_end < headed.last and spent not in words.short_sum:
        return None
    if first + 1 >= len(items) or items[first + 1].kind == "quantity":
        return None
    opener, short = items[first], items[headed.first].low in words.short_sum
    bought = short and phrase_size(items, first, len(items), words.spent_on) > 0
    told = opener.low in words.money_deed | {words.working} if short else opener.role == "forecast"
    behind = first + 1 + (items[first + 1].low in words.purpose | words.origin)
    stop = right_stop(items, naming.draft.place, first=behind) if told or bought else behind
    if bought:
        # "chi ra 9 tỷ đồng | mua cổ phiếu | của công ty Hòa An"
        stop = next((index for index in range(behind + 1, stop) if items[index].low == words.of), stop)
    while stop > behind and items[stop - 1].low in words.preposition | {words.of}:
        stop -= 1
    return [(headed.first, headed.last), (first, stop)] if stop > behind else None


def _spent(naming: Naming) -> tuple[int, int] | None:
    """The short headed phrase that an amount has before it, or the verb that tells what was done with it."""
    headed = naming.headed
    if headed is None:
        return done_with(naming)
    if phrase_size(naming.items, headed.first, headed.head_end, phrase_words().thing_worth):
        # "vé tháng | giá | 90.000 đồng cho học sinh", "cầu có | tổng mức đầu tư | 9 tỷ đồng từ ngân sách"
        return None
    return (headed.first, headed.last) if headed.last - headed.first <= LONGEST_SPENDER else None


def _spent_alike(naming: Naming) -> tuple[int, int] | None:
    """The noun or verb of the sum right before, of which this one is for something else: "| hỗ trợ | 2 triệu đồng cho
    nhà sập và 1 triệu đồng cho nhà tốc mái"; None for no such."""
    items, before, joint = naming.items, naming.before, naming.draft.place - 1
    if before is None or before.indicator is None or before.indicator.rule != PURPOSE_RULE:
        return None
    while joint > before.place and items[joint].role in SOFT:
        joint -= 1
    if items[joint].low not in {phrase_words().conjunction, ","} or unit_kind(before) != unit_kind(naming.draft):
        return None
    start, end = before.indicator.parts[0]
    told = [index for index, item in enumerate(items[:joint]) if start <= item.start and item.end <= end]
    return (told[0], told[-1] + 1) if told else None


def done_with(naming: Naming) -> tuple[int, int] | None:
    """The verb right before an amount, with its object: "tỉnh đã | tạm ứng", "doanh nghiệp phải | nộp"; None without.

    The words before it, who did it, are a scope then.
    """
    subject, items = naming.subject, naming.items
    deed = money_deed(naming)
    if deed is not None:
        return deed
    if subject is None or is_parted(naming):
        return None
    for index in range(subject[1] - 1, subject[0] - 1, -1):
        if items[index].kind not in {"word", "cue"}:
            return None
        if is_auxiliary(items[index]):
            piece = trim(items, index + 1, subject[1])
            return piece if piece is not None and piece[1] - piece[0] <= LONGEST_SPENDER else None
    who, done = part_actor(naming.draft.sentence.text, items, subject, naming.lexicon.parts)
    return done if who is not None and done is not None and done[1] - done[0] <= LONGEST_SPENDER else None


def is_parted(naming: Naming) -> bool:
    """Whether a comma or the like stands between the subject and the amount: "bò bị chết; | 12 ha lúa"."""
    last = naming.subject[1] if naming.subject is not None else naming.draft.place
    return any(item.kind == "punct" for item in naming.items[last : naming.draft.place])


def add_actor(naming: Naming, done: tuple[int, int]) -> None:
    """Adds the words of the subject before what was done as a scope."""
    subject = naming.subject
    actor = trim(naming.items, subject[0], done[0]) if subject is not None else None
    if actor is not None:
        add_scope(naming.draft, naming.items, actor, "scope.actor")
