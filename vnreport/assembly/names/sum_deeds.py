"""What a sum was paid, taken or given for, told right before a bare noun of sums: "hỗ trợ các hộ | số tiền 4 tỷ"."""

from __future__ import annotations

from vnreport.assembly.names.bare_nouns import said
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.scope_words import phrase_at
from vnreport.assembly.sentences.topics import MONEY, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# The role of bare nouns of sums: "số tiền", "tổng số tiền".
AMOUNT = "amount"
# Roles of cues that stand between no verb and its sum.
STOPS = frozenset({"level", "up", "down", "share", "tense", "aux"})
# Items of what was done with the sum: "xử phạt vi phạm hành chính".
LONGEST_DEED = 8


def deed_of_sum(naming: Naming) -> tuple[int, int] | None:
    """The verb with what it was done to, right before a bare noun of sums; None for no such.

    "đã | nộp bổ sung ngân sách | số tiền 4 tỷ", "chiếm đoạt tài sản | với số tiền 9 tỷ".
    """
    headed, items, words = naming.headed, naming.items, phrase_words()
    if headed is None or headed.role != AMOUNT or headed.head_end < headed.last or unit_kind(naming.draft) != MONEY:
        return None
    if said(items, (headed.first, headed.last)) in words.absolute | words.held_worth:
        # "cổ phần nắm giữ có | giá trị | 21 tỷ đồng"
        return None
    begin = naming.draft.subject[0]
    last = headed.first - (headed.first > begin and items[headed.first - 1].low == words.companion)
    while last > begin and items[last - 1].kind == "period":
        last -= 1
    for index in range(last - 1, max(begin, last - LONGEST_DEED) - 1, -1):
        item = items[index]
        if item.role == "tense" and index + 1 < last:
            # "cơ quan điều tra đã | thu giữ | số tiền"
            return index + 1, last
        if item.kind not in {"word", "cue"} or item.role in STOPS or item.low == words.conjunction:
            return None
        if phrase_at(items, index, last, words.money_deed, words.deed) and not item.is_inner:
            # "| nộp | bổ sung ngân sách"
            again = index > begin and phrase_at(items, index - 1, index, words.money_deed)
            return index - again, last
    return None
