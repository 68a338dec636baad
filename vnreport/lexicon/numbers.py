"""Row models of the lexicons behind numbers and units: numerals, bounds, units, and what is no quantity."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from vnreport.lexicon.load import Row, read_rows


@dataclass(frozen=True, slots=True)
class NumeralRow(Row):
    """A word that takes part in a number.

    `role` is one of `one`, `digit`, `last` (only after tens or an odd word), `ten`, `tens`, `odd`, `scale`, `half`
    (before a scale word), `half_after` (after one), `bound` (only after one of the words `after`: "thứ nhất", "gấp
    đôi"), or of the words between numbers: `from`, `to`, `of`, `of_count` (of counted things only), `parts` ("hai phần
    ba"), `and` of a list ("quận 1, 3 và 5") and `close` before its last number. `digits_only` rows follow digits, never
    number words; `also_noun` ones ("năm") are a noun as well. None of `unless_before` may be the next word, though two
    words of `though_before` may: "3 triệu chứng" but "3 triệu | chứng thư".
    """

    role: str = ""
    value: Decimal = Decimal(0)
    digits_only: bool = False
    also_noun: bool = False
    after: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    though_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoundRow(Row):
    """Words that bound a number: `bound` is one of `=` `~` `>` `<` `>=` `<=`, `side` is `before` or `after` it.

    A row with bound `=` keeps a shorter row from being read out of a longer phrase ("cao hơn"); a row of `ranges` is
    for ranges only ("trong khoảng 5-7%"), one with `unless_effect` not beside such a cue ("vượt 5% kế hoạch"), one with
    `unless_units` before an exact number of them ("| trên 51 tuyến đường") only behind a word of `led_by` ("có").
    """

    bound: str = "="
    side: str = "before"
    ranges: bool = False
    unless_effect: str = ""
    unless_units: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitRow(Row):
    """A unit: `code` and `kind` as in `vnreport.grammar.values.Unit`; without a code it is the surface as printed.

    `factor` multiplies the number ("tạ" is 100 kg). `prefixes` are surfaces that stand before the number ("$").
    `per` units can be divided by in a rate of counts ("con/phụ nữ"), `per_only` ones stand nowhere else ("đồng một
    chỉ"); money can be divided by any unit. `hint` goes to
    the quantity (`duration`, `age`). None of `unless_before` may be the next word. Surfaces with a capital and those of
    one letter match as written, all others in any case. The `implied` row is meant where a scaled number is divided
    with no unit ("35 triệu/tháng"), the `among` row where one is divided by many people ("40,7/100.000 dân").
    """

    code: str = ""
    kind: str = "count"
    factor: Decimal = Decimal(1)
    prefixes: tuple[str, ...] = ()
    per: bool = False
    per_only: bool = False
    implied: bool = False
    among: bool = False
    hint: str = ""
    unless_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberCueRow(Row):
    """What the words or signs beside a number say of it.

    `side` is `before` or `after` the number, `name` (before the capitalised name that the number ends: "dự án Vĩnh
    Tân 4"), or `pattern`: then the surfaces are regular expressions that match from the number's first character.
    `effect` is `drop` (no quantity), `keep` (shields from a shorter row), `open` (a price without an end: "giá từ 2
    triệu đồng"), `no_unit` (the word after is no counted noun), `part` (a fraction that a figure comes to), `measured`
    (a length of time that is a figure), `multiple` ("lần" as a factor), `often` ("lần" of a mean), `negative` (a figure
    below zero), or a hint of `vnreport.grammar.values.Quantity`; `gap` is how many words may stand between. The rest
    are conditions: `shape` is `plain` (digits without separator or scale, or a range of such), `whole`, `slash` (two
    plain numbers with a slash or hyphen), `spelled`, `ordinal`, `named` or `coded` (plain after a name or an acronym),
    or empty for any; `least` and `most` limit the number (`most` 0: no limit); `numeral` is the one numeral row that
    the number consists of; `unless_unit` (`any` or `amount`) asks that no unit of the lexicon follows, or none but a
    counted noun; a length of time does not count as one. Where there are `codes`, the unit must have one of them.
    """

    side: str = "before"
    effect: str = "drop"
    gap: int = 0
    shape: str = ""
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)
    numeral: str = ""
    unless_unit: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """The rows of the four files that the quantity grammar is composed from."""

    numerals: tuple[NumeralRow, ...]
    bounds: tuple[BoundRow, ...]
    units: tuple[UnitRow, ...]
    cues: tuple[NumberCueRow, ...]

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> NumberLexicon:
        """The packaged rows, read at their first use; raises DataFileError where a file has faults."""
        return cls(
            read_rows("numerals", NumeralRow),
            read_rows("bounds", BoundRow),
            read_rows("units", UnitRow),
            read_rows("not_quantities", NumberCueRow),
        )
