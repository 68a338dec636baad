"""Gives a bare number the unit that its indicator names: "Tổng số hồ sơ là 3.161" counts hồ sơ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.phrases import main_piece
from vnreport.assembly.sentences.subjects import subject_pieces
from vnreport.assembly.sentences.topics import GROWTH, SMALLEST_BARE_SUM, name_of
from vnreport.grammar.units import WORD_ROW, Units
from vnreport.grammar.values import Quantity, Unit
from vnreport.lexicon.cues import CueRow, Phrases
from vnreport.lexicon.phrase_words import phrase_words

# A bare sum of this size, or with a scale word, is money right behind money ("700 triệu đồng … thưởng 900 triệu").
SMALLEST_SUM_LISTED = Decimal(10) ** 6
# One of this size is in đồng whatever currency was told before: "đạt 520 triệu USD. Lãi trên 1,7 ngàn tỉ".
SMALLEST_OWN_SUM = Decimal(10) ** 12
# Roles of the words between what is counted and a bare count of it.
TELLING = frozenset({"level", "aux", "tense", "soft"})
# The largest whole of a fraction, which counts nothing ("2/3").
LARGEST_FRACTION = 10

# Words of the longest noun that announces a count ("tổng số").
LONGEST_COUNTER = 2
# What the lexicon rows of words that tell of money start with, and the smallest step of a figure beside them that has a
# scale word.
MONEY_ROW = "hint.money"
SMALLEST_STEP = Decimal(100)
# Kinds of units that a further level takes over, and how far from the level before it may be.
REACHED = frozenset({"measure", "money", "rate", "points"})
LEAST_LIKE, MOST_LIKE = Decimal("0.5"), Decimal(2)
# The rule of the unit that a population has.
PEOPLE_RULE = "unit.people"


class UnitFiller:
    """Fills units from the words of indicators; `counters` are the nouns that announce a count ("tổng số")."""

    def __init__(self, units: Units, counters: tuple[CueRow, ...]) -> None:
        self._units = units
        self._counters = Phrases(counters)

    def head(self, found: Sequence[Draft], heads: HeadFinder) -> None:
        """Gives the bare counts of a sentence the counted noun that their words begin with: "Ca mắc mới: 14".

        Not where they name something measured too: "huyện nghèo có tổng số điểm đạt 40".
        """
        for draft in found:
            quantity = draft.quantity
            if quantity is None or draft.role != "value" or not is_bare_count(quantity):
                continue
            items = draft.sentence.items
            subject = main_piece(items, subject_pieces(items, *draft.subject))
            if subject is None or not _is_told(draft, items, subject):
                continue
            headed = heads.narrow(items, subject)
            if headed is not None and headed.first > subject[0]:
                continue
            unit = self._headed(draft.sentence.text, items[subject[0]].start, items[subject[1] - 1].end)
            if unit is not None:
                unit = replace(unit, start=quantity.end, end=quantity.end)
                draft.quantity, draft.counted = replace(quantity, unit=unit), subject

    def fill(self, drafts: list[Draft]) -> None:
        """Sets the unit of every value, change amount and baseline value that has none and whose record names one."""
        money: Unit | None = None
        last: Unit | None = None
        before: Draft | None = None
        for draft in drafts:
            quantity = draft.quantity
            stated = draft.role == "value" or (draft.role == "share" and quantity is not None and _is_sum(quantity))
            if quantity is not None and quantity.unit is None and stated:
                moved = _give(quantity, _moved(draft) or _reached(draft, before))
                draft.quantity = moved if moved.unit is not None else self._with_unit(draft, quantity, money, last)
            own = draft.quantity.unit if draft.quantity is not None else None
            if own is not None and own.kind == "money":
                money = own
            last, before = own or last, draft
            for change in draft.changes:
                amount = change.quantity
                if amount is not None and amount.unit is None:
                    unit = own or (money if _is_sum(amount) else self._grown(draft, amount))
                    change.quantity = _give(amount, unit)
                earlier = change.baseline_value
                if earlier is not None and earlier.unit is None:
                    change.baseline_value = _give(earlier, own)

    def _with_unit(self, draft: Draft, quantity: Quantity, money: Unit | None, last: Unit | None) -> Quantity:
        """The bare quantity with the noun that the indicator counts, or as money: a large sum or one after it."""
        phrase = draft.indicator
        unit = None
        if phrase is not None and phrase.parts:
            unit = self._counted(draft, *phrase.parts[0]) or _of_people(draft, quantity)
        if _is_sum(quantity) and (unit is None or unit.row == WORD_ROW):
            own = money is None or _is_sum(quantity, SMALLEST_OWN_SUM)
            unit = Unit(quantity.end, quantity.end, "VND", "money", "unit.sum") if own else money
        scaled = quantity.step >= SMALLEST_STEP
        if unit is None and last is not None and last.kind == "money":
            unit = last if scaled or _is_sum(quantity, SMALLEST_SUM_LISTED) else None
        if unit is None and scaled and any(rule.startswith(MONEY_ROW) for rule in quantity.rules):
            unit = money or Unit(quantity.end, quantity.end, "VND", "money", "unit.sum")
        if unit is None and phrase is not None and phrase.parts and is_bare_count(quantity):
            unit = self._headed(draft.sentence.text, *phrase.parts[0])
        unit = _stepped(draft) if unit is None and not quantity.hint else unit
        return _give(quantity, unit)

    def _grown(self, draft: Draft, amount: Quantity) -> Unit | None:
        """The noun that the name of a growth counts, for its bare amount: "số người chết giảm | 13"; None without."""
        phrase = draft.indicator if draft.role == GROWTH and is_bare_count(amount) else None
        return self._counted(draft, *phrase.parts[0]) if phrase is not None and phrase.parts else None

    def _counted(self, draft: Draft, start: int, end: int) -> Unit | None:
        """The unit of the noun behind "số", "tổng số" in the sentence's text from `start` to `end`, or None."""
        text = draft.sentence.text
        words = text[start:end].lower().split()
        found = self._counters.match(words, 0) if words else None
        if found is None and not self._announced(text[draft.sentence.start : start]):
            return None
        if " ".join(words[:LONGEST_COUNTER]) in phrase_words().definite:
            # "Tổng cục Hải quan bán 16 triệu"
            return None
        position = start
        for _ in range(0 if found is None else found[0]):
            position = _next_word(text, position, end)
        if text[position:end].partition(" ")[0].lower() in phrase_words().plural:
            # "Tổng số | các | hợp tác xã là 412"
            position = _next_word(text, position, end)
        items = draft.sentence.items
        first = next((index for index, item in enumerate(items) if item.start >= position), len(items))
        if position >= end or first == len(items):
            return None
        last = first
        while last + 1 < len(items) and items[last + 1].is_inner:
            last += 1
        reading = self._units.at(text, position, end)
        if reading is None and not items[first].is_inner:
            reading = self._units.word(text, position, end, lambda _: min(items[last].end, end))
        return reading.unit if reading is not None and reading.unit.kind == "count" else None

    def _headed(self, text: str, start: int, end: int) -> Unit | None:
        """The unit that the indicator in `text[start:end]` begins with: "Hồ sơ vào: 1.317", "lượng đơn tồn 300".

        None for a body or place of a name ("phường Tuy Hòa 12.773") and for what figures are the height of ("chỉ số").
        """
        low = text[start:end].lower()
        skipped = next((len(word) for word in phrase_words().counted_by if low.startswith(f"{word} ")), 0)
        reading = self._units.at(text, start + skipped, end)
        if reading is None or reading.unit.kind != "count" or reading.unit.code in phrase_words().uncounted:
            return None
        return None if text[reading.unit.end : reading.unit.end + 2].strip().istitle() else reading.unit

    def _announced(self, before: str) -> bool:
        """Whether a noun that announces a count ends the text before: "nâng tổng số | vị trí đỗ lên 90"."""
        words = before.lower().split()[-LONGEST_COUNTER:]
        return any(
            (found := self._counters.match(words, start)) is not None and found[0] == len(words) - start
            for start in range(len(words))
        )


def _next_word(text: str, position: int, end: int) -> int:
    """Where the word behind the one at `position` begins, or `end`: "tổng | số"."""
    return text.index(" ", position) + 1 if " " in text[position:end] else end


def _is_told(draft: Draft, items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether the figure is what the words before it come to, not what they do: "Ca mắc: 14", "ca mắc là 14"."""
    between, opener = items[subject[1] : draft.place], items[subject[0] - 1].low if subject[0] else ""
    if opener in phrase_words().preposition:
        return False
    return bool(between) and all(item.role in TELLING or item.kind == "period" or item.low == ":" for item in between)


def is_bare_count(quantity: Quantity) -> bool:
    """Whether it is a whole number with no unit, that no word makes a rank, an age or an average."""
    is_fraction = quantity.of is not None and quantity.of <= LARGEST_FRACTION
    whole = quantity.number is not None and quantity.step >= 1 and quantity.number < SMALLEST_BARE_SUM
    return quantity.unit is None and whole and not quantity.hint and not is_fraction


def _is_sum(quantity: Quantity, least: Decimal = SMALLEST_BARE_SUM) -> bool:
    return quantity.number is not None and quantity.number >= least


def _moved(draft: Draft) -> Unit | None:
    """The unit of the level before: "từ 89 người nay chỉ còn 39"; or, of a measure, that of the change."""
    for change in draft.changes:
        earlier = change.baseline_value.unit if change.baseline_value is not None else None
        if earlier is not None and earlier.row != WORD_ROW:
            return earlier
        if change.quantity is not None and change.quantity.kind == "measure":
            return change.quantity.unit
    return None


def _reached(draft: Draft, before: Draft | None) -> Unit | None:
    """The unit of the level right before, of one that is led to next: "tăng lên 85.500 đồng rồi lên | 101.000"."""
    cue, ours = draft.cue, draft.quantity
    theirs = before.quantity if before is not None and before.sentence is draft.sentence else None
    if before is None or ours is None or theirs is None or theirs.unit is None or theirs.unit.kind not in REACHED:
        return None
    if cue is None or cue < before.place or draft.sentence.items[cue].role != "to" or ours.hint or ours.of is not None:
        return None
    if not ours.number or not theirs.number or not LEAST_LIKE <= ours.number / theirs.number <= MOST_LIKE:
        return None
    unit = theirs.unit
    return Unit(ours.end, ours.end, unit.code, unit.kind, unit.row)


def _give(quantity: Quantity, unit: Unit | None) -> Quantity:
    """The quantity with the unit, where it has none."""
    return quantity if unit is None or quantity.unit is not None else replace(quantity, unit=unit)


def _of_people(draft: Draft, quantity: Quantity) -> Unit | None:
    """The unit of people for a large number that a population has: "dân số giảm còn | 1,3 tỷ"; None for others."""
    words = phrase_words()
    large = quantity.step >= SMALLEST_STEP or _is_sum(quantity, SMALLEST_SUM_LISTED)
    if not large or not name_of(draft).startswith(words.population):
        return None
    return Unit(quantity.end, quantity.end, words.anyone, "count", PEOPLE_RULE)


def _stepped(draft: Draft) -> Unit | None:
    """The counted noun of the draft's first change, which is no step of a rank: "năm 2018 là 312, tăng 62 người"."""
    amount = draft.changes[0].quantity if draft.changes else None
    unit = amount.unit if amount is not None else None
    if unit is None or unit.kind != "count" or unit.row == WORD_ROW or unit.code in phrase_words().rank_step:
        return None
    return None if unit.code in phrase_words().uncounted | phrase_words().classifier else unit
