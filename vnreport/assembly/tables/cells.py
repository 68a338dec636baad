"""Reads the figures of cells."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from vnreport.assembly.tables.grids import TableCell
from vnreport.assembly.tables.unit_texts import TableUnit
from vnreport.grammar.digits import read_digits
from vnreport.grammar.quantities import QuantityGrammar
from vnreport.grammar.values import Quantity, Unit
from vnreport.lexicon.table_words import TableWords

_PLAIN = re.compile(r"(?P<sign>[-+−]?)\s?(?P<digits>\d[\d.,]*(?: \d{3})*(?:,\d+)?)\s?(?P<percent>%?)\*?")
_RATIO = re.compile(r"(?P<number>\d[\d.]*)/(?P<of>\d[\d.]*)")
_BLANK = re.compile(r"[-–—.…x*\s]*", re.IGNORECASE)
_RULE = "table.cell"


class CellReader:
    """Reads cells; what is no plain figure ("2,8% (năm trước 1,8%)") is read as prose."""

    def __init__(self, quantities: QuantityGrammar, words: TableWords) -> None:
        self._quantities = quantities
        self._blanks = frozenset(words.surfaces("blank"))

    def is_figure(self, cell: TableCell | None) -> bool:
        """Whether the cell holds a plain figure or ratio and nothing else."""
        if cell is None:
            return False
        return cell.value is not None or bool(_PLAIN.fullmatch(cell.text) or _RATIO.fullmatch(cell.text))

    def is_blank(self, cell: TableCell | None) -> bool:
        """Whether there is nothing in the cell, or a mark for nothing."""
        if cell is None:
            return True
        return cell.value is None and (_BLANK.fullmatch(cell.text) is not None or cell.text.lower() in self._blanks)

    def read(self, text: str, cell: TableCell, unit: TableUnit | None) -> Quantity | None:
        """The figure of the cell in the column's unit, or its own; None where the cell holds no single figure."""
        if cell.value is not None:
            return self._typed(cell, unit)
        plain = _PLAIN.fullmatch(cell.text)
        if plain is not None:
            return self._plain(cell, plain, unit)
        ratio = _RATIO.fullmatch(cell.text)
        if ratio is not None:
            return self._ratio(cell, ratio, unit)
        found = self._quantities.find(text, start=cell.start, end=cell.end)
        if not found or found[0].outer_start > cell.start + 1 or found[0].number is None:
            return None
        if found[0].unit is None and unit is not None:
            return _scaled(found[0], unit)
        return found[0]

    def _typed(self, cell: TableCell, unit: TableUnit | None) -> Quantity | None:
        """The figure as the program shows it; the stored one where that cannot be read."""
        try:
            number = Decimal(cell.text)
        except InvalidOperation:
            number = cell.value if cell.value is not None else Decimal(0)
        exponent = number.as_tuple().exponent
        step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
        return _scaled(_quantity(cell.start, cell.end, number, step), unit)

    def _plain(self, cell: TableCell, found: re.Match[str], unit: TableUnit | None) -> Quantity | None:
        start = cell.start + found.start("digits")
        read = read_digits(cell.text, found.start("digits"), found.end("digits"), spaced=True)
        if read.value is None or read.end != found.end("digits"):
            return None
        negative = found["sign"] in ("-", "−")
        number = -read.value if negative else read.value
        first = cell.start + found.start("sign") if negative else start
        quantity = _quantity(first, cell.start + found.end("digits"), number, read.step)
        if found["percent"]:
            place = cell.start + found.start("percent")
            unit = TableUnit(Unit(place, place + 1, "%", "percent", "unit.percent"))
        return _scaled(quantity, unit)

    def _ratio(self, cell: TableCell, found: re.Match[str], unit: TableUnit | None) -> Quantity | None:
        number = read_digits(cell.text, found.start("number"), found.end("number"), spaced=False)
        whole = read_digits(cell.text, found.start("of"), found.end("of"), spaced=False)
        if number.value is None or whole.value is None:
            return None
        quantity = _quantity(cell.start, cell.start + found.end("number"), number.value, number.step)
        return _scaled(replace(quantity, of=whole.value, outer_end=cell.end), unit)


def _quantity(start: int, end: int, number: Decimal, step: Decimal) -> Quantity:
    return Quantity(start, end, number, None, None, None, "=", None, start, end, step, rules=(_RULE,))


def _scaled(quantity: Quantity, unit: TableUnit | None) -> Quantity:
    """The quantity in `unit`, its number times the unit's factor."""
    if unit is None:
        return quantity
    number = quantity.number * unit.factor if quantity.number is not None else None
    whole = quantity.of * unit.factor if quantity.of is not None else None
    return replace(quantity, number=number, of=whole, step=quantity.step * unit.factor, unit=unit.unit)
