"""Narrows a subject to the noun phrase that names the indicator, by the nouns that can head one."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.assembly.sentences.items import CHANGES, Item
from vnreport.assembly.sentences.phrase_ends import before_quoting, predicate_at
from vnreport.grammar.values import PERCENTS
from vnreport.lexicon.cues import CueRow, Phrases
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.values import value

# A head right after one of these, or after a separating word, starts the indicator anew: "…, kim ngạch", "có tỷ lệ".
SEPARATORS = frozenset({"cause", "part", "then", "tense", "source", "level", "target", "forecast"})
SEPARATING_SIGNS = frozenset(',:“";–-…')
PERCENT = "%"
# Items of the longest head.
LONGEST_HEAD = 6
CLOSING = ")"
# Where a head ends, and its role.
_Head = tuple[int, str]
_UNKNOWN: _Head = (-1, "unknown")
# The role of a trade or account: "nhập khẩu", "FDI".
CORE = "core"


@value(frozen=True, slots=True)
class HeadedPhrase:
    """A noun phrase by item range, where its head ends, the head's role, and the words before it in the subject.

    `before` is None where the phrase starts the subject.
    """

    first: int
    last: int
    head_end: int
    role: str
    before: tuple[int, int] | None


@value(frozen=True, slots=True)
class _Heads:
    """Items, and what was found among them."""

    items: Sequence[Item]
    found: dict[int, _Head | None]


class HeadFinder:
    """Finds heads by the rows of the indicator lexicon; remembers those of the items that it was last asked about."""

    def __init__(self, rows: tuple[CueRow, ...]) -> None:
        self._phrases = Phrases(rows)
        self._last = _Heads([], {})

    def narrow(self, items: Sequence[Item], piece: tuple[int, int]) -> HeadedPhrase | None:
        """The headed phrase of a subject, or None when no noun in it can head an indicator.

        The last head that starts anew wins; else the first head of all, with the words before it kept apart.
        """
        first, last = piece
        starts: list[tuple[int, int, str]] = []
        stop = first
        for index in self._heads(items):
            if index >= last:
                break
            found = self._head_at(items, index, last) if index >= stop else None
            if found is not None:
                if found[1] and not _is_enclosed(items, index, piece):
                    starts.append((index, *found))
                stop = found[0]
        if len(starts) > 1:
            starts = [start for start in starts if not _left_out(items, start[0], first)] or starts
        if starts and _is_in_name(items, starts[0][0], alone=len(starts) == 1):
            del starts[0]
        if not starts:
            return None
        anew = [
            start
            for start in starts
            if start[0] == first
            or (
                _starts_anew(items, start[0], last)
                and items[start[0]].depth <= items[last - 1].depth
                and not _is_done(items, start[0], starts[0][0])
                and not _goes_on(items, start, starts[0])
            )
        ]
        begin, head_end, role = anew[-1] if anew else _opening(items, starts)
        stop = before_quoting(items, head_end, predicate_at(items, begin, head_end, last))
        if stop < last and items[stop].low == "," and starts[-1][0] > stop:
            # "trừ chi phí, Maritime Bank báo | lãi sau thuế 14 tỷ đồng"
            begin, head_end, role = starts[-1]
            stop = before_quoting(items, head_end, predicate_at(items, begin, head_end, last))
        return HeadedPhrase(begin, stop, head_end, role, (first, begin) if begin > first else None)

    def starts(self, items: Sequence[Item], index: int) -> bool:
        """Whether a head starts at the item."""
        if index not in self._heads(items):
            return False
        found = self._head_at(items, index, len(items))
        return found is not None and found[1] != ""

    def row_at(self, items: Sequence[Item], index: int) -> str:
        """The lexicon row of the head that starts at the item, "" where none does."""
        if not self.starts(items, index):
            return ""
        syllables = [syllable for item in items[index : index + LONGEST_HEAD] for syllable in item.low.split()]
        found = self._phrases.match(syllables, 0)
        return "" if found is None else found[1].id

    def all(self, items: Sequence[Item]) -> list[int]:
        """Where heads start."""
        return [index for index in self._heads(items) if self.starts(items, index)]

    def _heads(self, items: Sequence[Item]) -> dict[int, _Head | None]:
        """What was found so far at the places where a phrase could start by its first syllable, in order.

        Most items are no such place; `_UNKNOWN` stands where nothing was looked for yet.
        """
        last = self._last
        if last.items is not items:
            opens = self._phrases.firsts
            # The first syllable tells; that of a period or figure is "".
            firsts = [low if " " not in low else low.partition(" ")[0] for low in [item.low for item in items]]
            places = [place for place, first in enumerate(firsts) if first in opens]
            last = self._last = _Heads(items, dict.fromkeys(places, _UNKNOWN))
        return last.found

    def _head_at(self, items: Sequence[Item], index: int, last: int) -> _Head | None:
        """Where the head, or the phrase that is none (role ""), ends that starts at item `index`, and its role."""
        heads = self._heads(items)
        found = heads[index]
        if found is _UNKNOWN:
            found = heads[index] = self._look(items, index, len(items))
        # A longer phrase may stand where the piece has a shorter one.
        return found if found is None or found[0] <= last else self._look(items, index, last)

    def _look(self, items: Sequence[Item], index: int, last: int) -> _Head | None:
        """The head at item `index`, none of whose words stand at `last` or behind."""
        syllables: list[str] = []
        owners: list[int] = []
        for place in range(index, min(last, index + LONGEST_HEAD)):
            if items[place].kind == "punct":
                break
            for syllable in items[place].low.split():
                syllables.append(syllable)
                owners.append(place)
        if not syllables:
            return None
        found = self._phrases.match(syllables, 0)
        if found is None:
            return None
        size, row = found
        stop = owners[size - 1] + 1
        if size == 1 and syllables[0] in phrase_words().counter and syllables[1:] and syllables[1][0].isdigit():
            # "bão | số 5"
            return None
        follows_word = row.role and index and items[index - 1].kind == "word" and not _is_modal(items[index - 1])
        if follows_word and (items[index].is_name or (size == 1 and items[index].is_inner)):
            return None
        if follows_word and syllables[0] not in phrase_words().work and _is_field(items, index):
            return None
        return stop, row.role


def _is_enclosed(items: Sequence[Item], index: int, piece: tuple[int, int]) -> bool:
    """Whether the item stands in a bracket amid or behind the words that it explains: "COD (lượng oxy) | vượt"."""
    first, last = piece
    return items[index].depth > items[first].depth and (
        items[index].depth > items[last - 1].depth or items[last - 1].low == CLOSING
    )


def _left_out(items: Sequence[Item], index: int, first: int) -> bool:
    """Whether what the head names is only said to be in the figure or not: "doanh thu chưa bao gồm | thuế"."""
    known = phrase_words().counting_in
    return any(
        index - size > first and " ".join(item.low for item in items[index - size : index]) in known for size in (1, 2)
    )


def _opening(items: Sequence[Item], starts: list[tuple[int, int, str]]) -> tuple[int, int, str]:
    """The first head, or where that only says which goods are meant the next: "xe nhập khẩu hưởng | thuế suất"."""
    if starts[0][2] != CORE:
        return starts[0]
    bearing = phrase_words().bearing
    return next((start for start in starts[1:] if items[start[0] - 1].low in bearing), starts[0])


def _is_percent(item: Item) -> bool:
    return item.low == PERCENT or (item.quantity is not None and item.quantity.kind in PERCENTS)


def _is_in_name(items: Sequence[Item], index: int, *, alone: bool) -> bool:
    """Whether the head at the item is what a share in a name is of; one told `alone` behind a share that is no figure.

    "nắm giữ 100% | vốn điều lệ | thưởng Tết", "công ty 100% | vốn nước ngoài".
    """
    return index > 0 and (items[index - 1].low == PERCENT if alone else _is_percent(items[index - 1]))


def _is_field(items: Sequence[Item], index: int) -> bool:
    """Whether the word at the item says what the body, trade or market before it is of: "cục | thuế"."""
    fields = phrase_words().field
    if items[index - 1].low in fields:
        return True
    return index > 1 and items[index - 1].is_inner and f"{items[index - 2].low} {items[index - 1].low}" in fields


def _starts_anew(items: Sequence[Item], index: int, last: int) -> bool:
    before, words = items[index - 1], phrase_words()
    if before.role in CHANGES and last < len(items) and items[last].role == "to":
        # "công tác dân số tốt lên, như giảm | tỷ lệ sinh | xuống còn 2 con"
        return True
    if before.low == words.sorting and index > 1 and items[index - 2].low in words.reckoning:
        # "thị phần tính theo | lượng hành khách"
        return False
    if before.role == "have":
        return before.low.endswith(words.have)
    if before.role == "target_noun":
        # "hoàn thành mục tiêu | xuất khẩu", but "dự toán thu"
        return index > 1 and items[index - 2].kind not in {"punct", "period"}
    if before.role == "conjunction" and index > 1 and items[index - 2].low == ",":
        # "tín dụng tăng tốt, nhờ vậy | dư nợ cho vay đạt 47 nghìn tỷ"
        return before.low not in words.topic | {words.conjunction}
    if before.low in SEPARATING_SIGNS or before.low in words.separator or before.low in words.carrying | words.causing:
        return True
    if before.low == words.companion or (before.role == "soft" and words.companion in before.low.split()):
        # "khách đánh giá cao dịch vụ với | điểm trung bình 4,56 điểm", but "chỉ số CCHC cao nhất với | giá trị 89"
        return " ".join(item.low for item in items[index:last]) not in words.bare or items[last].low in words.mean
    return before.role in SEPARATORS or before.kind == "period" or _is_modal(before)


def _is_modal(item: Item) -> bool:
    """Whether the item says that something is to be done: "công ty sẽ phải | chi"."""
    return item.low in phrase_words().must


def _is_done(items: Sequence[Item], index: int, first: int) -> bool:
    """Whether the head at `index` is what was done with the one before: "Tổng số vốn đã | giải ngân"."""
    if index == first or not (items[index - 1].role == "tense" or _is_modal(items[index - 1])):
        return False
    return not any(item.kind == "punct" or item.role == "have" for item in items[first:index])


def _goes_on(items: Sequence[Item], start: tuple[int, int, str], opening: tuple[int, int, str]) -> bool:
    """Whether the head behind a comma is one more of a list: "lợi nhuận lĩnh vực vận tải biển, | vận tải sông"."""
    index, end, _ = start
    if index <= opening[1] or items[index - 1].low != ",":
        return False
    if items[index - 2].low in phrase_words().coordinate:
        # "tổng kim ngạch xuất, | nhập khẩu"
        return True
    words = [item.low for item in items[index:end]]
    return any(
        [item.low for item in items[place : place + len(words)]] == words for place in range(opening[1], index - 1)
    )
