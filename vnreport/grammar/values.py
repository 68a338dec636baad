"""The typed values that the grammars find; all offsets are half-open and of the normalised text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from vnreport.values import value

# The shapes of mentions of feasts, of "cùng kỳ" and of years from autumn to summer.
HOLIDAY, SAME_PERIOD, SCHOOL_YEAR = "holiday", "same_period", "school_year"
# The units of mentions of days that are named one by one, "các ngày 3, 5 và 9/7", and of days by the moon.
SEVERAL, LUNAR = "several", "lunar"
# Kinds of unit of parts of a hundred, and of amounts that can be counted, measured or paid.
PERCENTS = frozenset({"percent", "pp"})
AMOUNTS = frozenset({"count", "measure", "money"})
# Those that are summed up over a time and told in parts.
SUMMED = frozenset({"measure", "money"})
# Kinds of unit in which a price and a step of it are told: "20.910 đồng/lít (thêm 260 đồng)".
PRICES = frozenset({"money", "rate"})
# Bounds that leave a figure open to one side: "trên 50%", "ít nhất 3 tỷ".
OPEN_BOUNDS = frozenset({"<", ">", "<=", ">="})


@value(frozen=True, slots=True)
class Unit:
    """The unit of a quantity.

    `code` is its normal form (`%`, `pp`, `x`, ISO 4217, UCUM, `VND/L`, a counted noun in lower case); `kind` one of
    `percent`, `pp`, `times`, `points`, `money`, `measure`, `rate`, `count`, `rank`. `start`, `end` are the unit's own
    words, without scale words; `row` the lexicon row that gave it, or "unit.word" for a noun that only the words gave.
    """

    start: int
    end: int
    code: str
    kind: str
    row: str


@value(frozen=True, slots=True)
class Quantity:
    """A number as printed, with its bound, range or ratio and unit.

    `start`, `end` span digits and scale word, without the unit; `outer_start`, `outer_end` also the bound words, the
    "/63" of a ratio and the unit. `number` is the whole number with scale words applied, None for a range (then `low`
    and `high`); `of` the whole of a ratio. `step` is the size of the last printed digit (0.01 for "0,28", 10000 for
    "87,37 triệu"). `hint` is what the words around say beyond the unit: "" or one of `rank`, `duration`, `age`,
    `score`, `share`, `average`, `ordinal`, `rule`. `spelled` is true for numbers in words. `rules` are the lexicon
    rows and rules used.
    """

    start: int
    end: int
    number: Decimal | None
    low: Decimal | None
    high: Decimal | None
    of: Decimal | None
    bound: str
    unit: Unit | None
    outer_start: int
    outer_end: int
    step: Decimal
    hint: str = ""
    spelled: bool = False
    rules: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of the unit, "" without one."""
        return self.unit.kind if self.unit is not None else ""

    @property
    def code(self) -> str:
        """The code of the unit, "" without one."""
        return self.unit.code if self.unit is not None else ""


@value(frozen=True, slots=True)
class Period:
    """A resolved period: its ISO 8601 / EDTF text, first and last day (None where open), and if it is an as-of date."""

    iso: str
    first: date | None
    last: date | None
    as_of: bool = False


@value(frozen=True, slots=True)
class PeriodMention:
    """A period as said in the text, not yet resolved.

    `shape` is one of `day`, `week`, `month`, `quarter`, `half`, `months`, `year`, `years`, `school_year`, `interval`,
    `same_period` ("cùng kỳ"), `previous` ("tháng trước", "năm ngoái"), `current` ("tháng này", "trong tháng"), `now`
    ("đến nay"), `holiday`, `vague` ("những năm qua": said, but of no certain days). `as_of` marks "tính đến …", "đến
    hết …"; `open_end` marks "từ ngày …" with no end. The number fields are None where the text leaves them out.
    `years_back` (in units of `unit` for `previous`) counts from `anchor`: `own`, the figure's own period, or
    `reference`, the document's date. `edge` is `start`, `middle`, `end` ("cuối năm 2016") or `eve` ("trước năm
    1975"); `toward` is -1 for "vừa qua" and 1 for "tới". `parts` are the two ends of an `interval`, which has
    `open_end` when it runs to the document's date unsaid ("lũy kế từ 1/1"); `holiday` is the row of the one named.
    `rule` names the rows, frames first, joined by "+".
    """

    start: int
    end: int
    shape: str
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    count: int | None = None
    year_to: int | None = None
    month_to: int | None = None
    day_to: int | None = None
    unit: str = ""
    years_back: int | None = None
    as_of: bool = False
    open_end: bool = False
    anchor: str = ""
    edge: str = ""
    toward: int = 0
    parts: tuple[PeriodMention, ...] = ()
    holiday: str = ""


@value(frozen=True, slots=True)
class AcronymSpan:
    """A use of an acronym with its expansion; `source` is "document" or the lexicon row that gave it."""

    start: int
    end: int
    short: str
    long: str
    source: str
