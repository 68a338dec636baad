"""SDMX-CSV 2.0: `data.csv` with an observation for each figure, `structure.json` with its structure (SDMX-JSON 2.0).

A range is two observations, its ends; a comparison with an amount is one of its own. `left_out.csv` names the records
that SDMX cannot hold, with the reason; `documents.csv` is that of the CSV tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from vnreport.writers.columns import DOCUMENTS, Column, Row
from vnreport.writers.csv_tables import csv_line
from vnreport.writers.flatten import FlatRows, flatten
from vnreport.writers.sdmx_periods import sdmx_period
from vnreport.writers.sdmx_structure import COLUMNS, DATAFLOW, NOT_APPLICABLE, structure_message

if TYPE_CHECKING:
    import pyarrow as pa

DATA, STRUCTURE, LEFT_OUT = "data.csv", "structure.json", "left_out.csv"

_HEAD = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
_BOUNDS = {"=": "EQ", "~": "AP", ">": "GT", "<": "LT", ">=": "GE", "<=": "LE"}
_STATUSES = {"actual": "A", "estimate": "E", "target": "T", "forecast": "F"}
_MULTIPLIERS = (12, 9, 6, 3)
_LEFT_COLUMNS = (
    Column("document", "integer", "number of the document in the run, from 1", required=True),
    Column("record", "text", "the record, with its comparison where that is left out alone", required=True),
    Column("reason", "text", "why", required=True),
)


def write(directory: Path, batches: Iterable[pa.RecordBatch]) -> None:
    """Writes the four files."""
    text = json.dumps(structure_message(), ensure_ascii=False, indent=2)
    (directory / STRUCTURE).write_text(text + "\n", encoding="utf-8", newline="\n")
    with ExitStack() as stack:
        data, left, documents = (
            stack.enter_context((directory / name).open("w", encoding="utf-8", newline=""))
            for name in (DATA, LEFT_OUT, "documents.csv")
        )
        data.write(",".join((*_HEAD, *(column.id for column in COLUMNS))) + "\r\n")
        left.write(",".join(column.name for column in _LEFT_COLUMNS) + "\r\n")
        documents.write(",".join(column.name for column in DOCUMENTS) + "\r\n")
        for rows in flatten(batches):
            documents.writelines(csv_line(row, DOCUMENTS) for row in rows["documents"])
            for observation, missing in observations(rows):
                if missing:
                    left.write(csv_line(missing, _LEFT_COLUMNS))
                else:
                    data.write(data_line(observation))


def observations(rows: FlatRows) -> Iterator[tuple[dict[str, str], Row | None]]:
    """The observations of records and comparisons by column; or the row of one that is left out."""
    changes: dict[tuple[object, object], list[Row]] = {}
    for change in rows["comparisons"]:
        changes.setdefault((change["document"], change["record"]), []).append(change)
    for record in rows["records"]:
        period = sdmx_period(_text(record["first_day"]), _text(record["last_day"]))
        if period is None:
            yield {}, _left(record, "no period" if record["period"] is None else "no last day of its period")
            continue
        base = _base(record, period)
        own = changes.get((record["document"], record["record"]), [])
        found = [*_figures(record, base), *(figure for change in own for figure in _changes(change, base))]
        if not found:
            yield {}, _left(record, "no figure")
        for observation in found:
            yield observation, None


def _base(record: Row, period: tuple[str, str]) -> dict[str, str]:
    """What the observations of a record share."""
    return {
        "FREQ": period[0],
        "TIME_PERIOD": period[1],
        "INDICATOR": _text(record["indicator"]) or NOT_APPLICABLE,
        "REF_AREA": _text(record["scope"]) or NOT_APPLICABLE,
        "DOCUMENT": str(record["document"]),
        "RECORD": str(record["record"]),
        "OBS_STATUS": _STATUSES[str(record["status"])],
        "AS_OF": "true" if record["as_of"] else "false",
        "CONFIDENCE": str(record["confidence"]),
        "DOCUMENT_ID": _text(record["document_id"]) or "",
        "DOCUMENT_DATE": _text(record["document_date"]) or "",
    }


def _figures(record: Row, base: dict[str, str]) -> Iterator[dict[str, str]]:
    """The value of a record, or the ends of its range."""
    common = {**base, "TRANSFORMATION": "N", "UNIT_MEASURE": _text(record["unit"]) or NOT_APPLICABLE}
    yield from _ends(record, "value", common)


def _changes(change: Row, base: dict[str, str]) -> Iterator[dict[str, str]]:
    """The amount of a comparison, or the ends of its range; nothing for one without an amount."""
    common = {
        **base,
        "RECORD": f"{change['record']}.c{change['comparison']}",
        "TRANSFORMATION": str(change["direction"]).upper(),
        "UNIT_MEASURE": _text(change["unit"]) or NOT_APPLICABLE,
        "BASE_PERIOD": _text(change["baseline_period"]) or "",
    }
    yield from _ends(change, "amount", common)


def _ends(row: Row, name: str, common: dict[str, str]) -> Iterator[dict[str, str]]:
    """The figure of a row in its column `name`, or its lower and upper end as bounds."""
    if row[name] is not None:
        yield {**common, **_scaled(str(row[name])), "VALUE_BOUND": _BOUNDS[str(row["bound"])]}
        return
    for end, bound in (("low", "GE"), ("high", "LE")):
        if row[end] is not None:
            record = f"{common['RECORD']}.{end}"
            yield {**common, "RECORD": record, **_scaled(str(row[end])), "VALUE_BOUND": bound}


def _scaled(number: str) -> dict[str, str]:
    """A plain decimal as figure and multiplier: the greatest thousandfold that divides it."""
    for power in _MULTIPLIERS:
        if number.endswith("0" * power) and "." not in number and number.strip("-0"):
            return {"OBS_VALUE": number[:-power], "UNIT_MULT": str(power)}
    return {"OBS_VALUE": number, "UNIT_MULT": "0"}


def data_line(observation: dict[str, str]) -> str:
    """The line of an observation."""
    cells = ("dataflow", DATAFLOW, "I", *(observation.get(column.id, "") for column in COLUMNS))
    return ",".join(_quoted(cell) for cell in cells) + "\r\n"


def _quoted(cell: str) -> str:
    """A cell, in quotes where it needs them."""
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in ',"\r\n') else cell


def _left(record: Row, reason: str) -> Row:
    return {"document": record["document"], "record": record["record"], "reason": reason}


def _text(cell: object) -> str | None:
    """The text of a cell, None where nothing stands."""
    return None if cell is None else str(cell)
