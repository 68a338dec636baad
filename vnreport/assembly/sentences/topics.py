"""What a document named before: the indicators that figures without one of their own take theirs from."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import dropwhile, takewhile

from vnreport.assembly.sentences.drafts import Draft, Phrase, SentenceItems
from vnreport.assembly.sentences.sums import Total
from vnreport.grammar.values import PRICES, Unit
from vnreport.lexicon.counted_nouns import CountedNouns
from vnreport.lexicon.phrase_words import phrase_words

GROWTH = "growth"
# The role of cues that tell of an order: "xếp hạng", "đứng thứ".
RANKING = "ranking"
# The kind of sums of money, and the least that is one without a unit ("425.200 tỉ"); tried on the development corpus.
MONEY = "money"
# Letters of a currency's code.
CURRENCY = 3
SMALLEST_BARE_SUM = Decimal(10) ** 9
# The step of a number with a scale word: "30 triệu".
SCALED = Decimal(1000)
# A smaller number without a unit may be a mark, a rank or a name.
LEAST_COUNT = 10
# So many values before a count are looked at for one that may hold it, and how many times a name's own it may be.
MOST_VALUES = 40
MOST_TIMES = 10
# So many times a price one of the same thing elsewhere may be.
MOST_TIMES_PRICE = 3
# So many values, more than an article has, are looked back through for what was told of the same.
MOST_BACK = 500


@dataclass(slots=True)
class Topics:
    """What was named before: the last indicator, the last of each kind of value, and the last core of each kind.

    `alone` are the last indicators of each kind that are the name of a part and nothing more, `full` the whole nouns of
    classifiers that counts may lean on, `silent` the sentences without figures since the last that has some, `ranking`
    the place of the last of them that tells of a ranking, `ranked` the last sentence whose ranks name their own;
    `totals` what figures are parts of by their sums, `hundreds` where percentages start that make up a whole; `trades`
    are those that sums of the sentence are of, each with its whole name.
    """

    nouns: CountedNouns
    last: Phrase | None = None
    by_kind: dict[str, Phrase] = field(default_factory=dict)
    core_by_kind: dict[str, Phrase] = field(default_factory=dict)
    head_by_kind: dict[str, Phrase] = field(default_factory=dict)
    values: list[Draft] = field(default_factory=list)
    alone: dict[str, Phrase] = field(default_factory=dict)
    full: dict[str, Phrase] = field(default_factory=dict)
    silent: list[SentenceItems] = field(default_factory=list)
    ranking: tuple[int, int] | None = None
    ranked: SentenceItems | None = None
    totals: dict[int, Total] = field(default_factory=dict)
    hundreds: frozenset[int] = frozenset()
    trades: list[tuple[Phrase, Phrase]] = field(default_factory=list)

    def kind_of(self, draft: Draft) -> str:
        """What figures without an indicator are matched by: `growth`, the unit's kind, or the counted noun's family."""
        if draft.role == GROWTH:
            return GROWTH
        return (
            MONEY if is_bare_sum(draft) else self._of_unit(draft.quantity.unit if draft.quantity is not None else None)
        )

    def changed_by(self, draft: Draft) -> list[str]:
        """The kinds of the sums that a growth is told in: "giá dầu tăng 177 đồng/lít" is of prices as well."""
        if draft.role != GROWTH:
            return []
        units = [change.quantity.unit for change in draft.changes if change.quantity is not None]
        return [self._of_unit(unit) for unit in units if unit is not None and unit.kind in PRICES]

    def cases_changed(self, draft: Draft) -> Phrase | None:
        """The cases or persons told before that a growth is told in: "Cả nước có 800 ca nhiễm. TP HCM giảm | 32 ca"; or
        None."""
        quantity = draft.changes[0].quantity if draft.changes else None
        unit = quantity.unit if quantity is not None else None
        if unit is None or unit.kind != "count":
            return None
        if not self.nouns.is_generic(unit.code) and unit.code != phrase_words().anyone:
            return None
        return self.by_kind.get(self._of_unit(unit))

    def _of_unit(self, unit: Unit | None) -> str:
        if unit is None:
            return ""
        if unit.kind == "count":
            return f"count:{self.nouns.family(unit.code)}"
        if unit.kind == "rate":
            return f"rate:{unit.code.partition('/')[0]}"
        return f"measure:{unit.code}" if unit.kind == "measure" else unit.kind

    def family_of(self, draft: Draft) -> str:
        """The kind of figures counted by the draft's noun without its complement: `count:` of "vụ" for "vụ tai nạn"."""
        unit = draft.quantity.unit if draft.quantity is not None else None
        if unit is None or unit.kind != "count" or not unit.code:
            return self.kind_of(draft)
        return f"count:{self.nouns.family(unit.code.split()[0])}"

    def known(self, draft: Draft) -> Phrase | None:
        """The last indicator of the draft's kind, or None; of a count the last that is not far too small to hold it."""
        known = self.by_kind.get(self.in_row(draft))
        number = draft.quantity.number if draft.quantity is not None else None
        if number and not self.kind_of(draft) and (counted := self._counted_last(draft, number)) is not None:
            return counted
        if known is None or not number or not self.kind_of(draft).startswith("count:"):
            return known
        return self._large_enough(draft, number, known)

    def _counted_last(self, draft: Draft, number: Decimal) -> Phrase | None:
        """What a bare whole number is some of: the count told right before, in another sentence, if larger.

        "Có 31.200 điểm cầu. Dẫn đầu là Hà Nội với | 4.100".
        """
        bare = (other.sentence is draft.sentence and not self.kind_of(other) for other in reversed(self.values))
        row = sum(1 for _ in takewhile(bool, bare))
        last = self.values[-1 - row] if row < len(self.values) else None
        if last is None or last.sentence is draft.sentence or not self.kind_of(last).startswith("count:"):
            return None
        if last.parent is not None and self.kind_of(last.parent) == self.kind_of(last):
            # "44 xã, trong đó 12 xã kiểu mẫu. Con số này năm trước là | 39"
            last = last.parent
        last = self._holding(last, draft)
        named = {
            other.indicator.parts for other in self.values[len(self.values) - row :] if other.indicator is not None
        }
        if last.indicator is None or (row and named != {last.indicator.parts}):
            # "Cơ cấu đơn: sáng chế 87, | giải pháp 64": the row has a name of its own.
            return None
        whole = last.quantity.number if last.quantity is not None else None
        fits = whole is not None and number < whole and number >= LEAST_COUNT and number == number.to_integral_value()
        return last.indicator if fits else None

    def _holding(self, last: Draft, draft: Draft) -> Draft:
        """The count before `last` in its sentence of which the bare figures of the draft's row may be, if too many.

        "11.400 ca mắc; 6.900 ca ngoài cộng đồng. Nhiều nhất là Vinh (6.100), Huế (3.100)": of "ca mắc".
        """
        bare = [item.quantity for item in draft.sentence.items if item.quantity is not None]
        least = last.quantity.number if last.quantity is not None else None
        if least is None or draft.quantity is None or draft.quantity.number is None or draft.quantity.number >= least:
            return last
        total = sum((each.number for each in bare if each.unit is None and each.number is not None), Decimal(0))
        for other in [last, *reversed(self.values)]:
            size = other.quantity.number if other.quantity is not None else None
            if other.sentence is not last.sentence:
                break
            if size is not None and total <= size and self.kind_of(other) == self.kind_of(last):
                return other
        return last

    def _large_enough(self, draft: Draft, number: Decimal, known: Phrase) -> Phrase:
        """The indicator of the last count of the kind of which so many may be, where `known` was of far fewer.

        "9.000 ca sởi, … 4 trường hợp thở máy. Toàn vùng có | 19.000 ca": of "ca sởi".
        """
        kind = self.kind_of(draft)
        told = [
            (other.indicator, other.quantity.number)
            for other in self.values[-MOST_VALUES:]
            if other.indicator is not None and other.quantity is not None and other.quantity.number
            if self.kind_of(other) == kind or _is_bare_number_of(other, unit_code(draft))
        ]
        own = next((size for phrase, size in reversed(told) if phrase is known), None)
        if any(other.indicator is known and other.sentence is draft.sentence for other in self.values[-MOST_VALUES:]):
            return known
        if own is None or number <= own * MOST_TIMES:
            return known
        largest = max(size for _, size in told)
        least = min(largest, number / 2)
        return next((phrase for phrase, size in reversed(told) if size >= least), known)

    def in_row(self, draft: Draft) -> str:
        """The draft's kind; of a sum of money that of the price it goes on with: "vùng I 3 triệu đồng/tháng, vùng II
        | 2 triệu đồng", "Tiêu giá 61.000 đồng/kg. Ở Bù Đốp là | 62.000 đồng"."""
        told = draft if unit_kind(draft) == MONEY else self._sum_before(draft)
        if told is None or unit_kind(told) != MONEY:
            return self.kind_of(told or draft)
        for other in reversed(self.values):
            goes_on = other.sentence is draft.sentence
            if unit_kind(other) == "rate" and unit_code(other).partition("/")[0] == unit_code(told):
                return self.kind_of(other if goes_on or _is_as_much(other, told) else told)
            if not goes_on or (unit_code(other) != unit_code(told) and not _is_scaled(other)):
                break
        return self.kind_of(told)

    def _sum_before(self, draft: Draft) -> Draft | None:
        """The sum that a bare figure with a scale word goes on with: "Huế 42 triệu đồng, Vinh | 37 triệu"; or None."""
        if not _is_scaled(draft):
            return None
        told = dropwhile(_is_scaled, reversed(self.values))
        last = next(told, None)
        if last is None or last.sentence is not draft.sentence or unit_kind(last) not in PRICES:
            return None
        return last if _is_as_much(last, draft) else None

    def pass_by(self, sentence: SentenceItems, *, silent: bool) -> None:
        """Leaves the sentence behind: one without figures may say what the figures of the next are of."""
        self._return_to_first()
        if sentence.behind is not None and self.ranked is not sentence:
            told = self._tells_order(sentence.text[slice(*sentence.behind)].lower())
            self.ranking = sentence.behind if told else self.ranking
        if silent:
            self.silent.append(sentence)
            if any(item.role == RANKING for item in sentence.items):
                self.ranking = sentence.start, sentence.end
        else:
            self.silent.clear()

    def _return_to_first(self) -> None:
        """Goes back to the first of two trades: "Xuất khẩu đạt 41 tỷ USD, nhập khẩu 39 tỷ USD. Cà phê đạt | 5 tỷ"."""
        told, self.trades = self.trades, []
        said = [frozenset(core.text.lower().split()) for core, _ in told]
        # "xuất nhập khẩu" holds the words of both of its parts.
        parts = [pair for pair, words in zip(told, said, strict=True) if not any(words > other for other in said)]
        if not parts or parts[0][0].text.lower() == told[-1][0].text.lower():
            return
        (core, phrase), (last, name) = parts[0], told[-1]
        for known in (self.core_by_kind, self.head_by_kind):
            known.update({key: core for key, other in known.items() if other.parts == last.parts})
        self.by_kind.update({key: phrase for key, other in self.by_kind.items() if other is name})

    def _tells_order(self, text: str) -> bool:
        """Whether a sentence without figures may name a ranking or the score that it is by."""
        words = phrase_words()
        return words.order in text or any(score in text for score in words.score)

    def without_parts(self) -> Topics:
        """The state to go back to behind a sentence that only breaks the figure before down."""
        return Topics(
            self.nouns,
            self.last,
            dict(self.by_kind),
            dict(self.core_by_kind),
            dict(self.head_by_kind),
            self.values,
            dict(self.alone),
            self.full,
            list(self.silent),
            self.ranking,
            self.ranked,
            self.totals,
            self.hundreds,
        )


def _is_scaled(draft: Draft) -> bool:
    """Whether the figure is a bare value with a scale word: "37 triệu"."""
    quantity = draft.quantity
    return quantity is not None and quantity.unit is None and quantity.step >= SCALED and draft.role == "value"


def _is_as_much(other: Draft, draft: Draft) -> bool:
    """Whether two figures are no more than some times each other, as prices of one thing are."""
    one = other.quantity.number if other.quantity is not None else None
    two = draft.quantity.number if draft.quantity is not None else None
    return one is not None and two is not None and max(one, two) <= min(one, two) * MOST_TIMES_PRICE


def _is_bare_number_of(draft: Draft, noun: str) -> bool:
    """Whether a figure without a unit is told as the number of what the noun counts: "Số ca mắc đã vượt | 145.500"."""
    if draft.quantity is None or draft.quantity.unit is not None or draft.role != "value":
        return False
    words = dropwhile(phrase_words().counter.__contains__, name_of(draft).split())
    return f"{' '.join(words)} ".startswith(f"{noun} ")


def is_bare_sum(draft: Draft) -> bool:
    """Whether the draft is a number so large that it is money without a unit: "Hoa Lư 235 tỷ"."""
    quantity = draft.quantity
    if quantity is None or quantity.unit is not None or draft.role != "value":
        return False
    return quantity.number is not None and quantity.number >= SMALLEST_BARE_SUM


def unit_kind(draft: Draft) -> str:
    """The kind of the draft's unit, "" without one; a bare sum is money."""
    if draft.quantity is None:
        return ""
    return draft.quantity.kind or (MONEY if is_bare_sum(draft) else "")


def is_rate_of_money(draft: Draft) -> bool:
    """Whether the draft is money for each of something: "7 triệu đồng/hộ"."""
    return unit_kind(draft) == "rate" and unit_code(draft)[:CURRENCY].isupper()


def name_of(draft: Draft) -> str:
    """The draft's indicator in lower case; empty without one."""
    return draft.indicator.text.lower() if draft.indicator is not None else ""


def unit_code(draft: Draft) -> str:
    """The code of the draft's unit, "" without one."""
    return draft.quantity.code if draft.quantity is not None else ""
