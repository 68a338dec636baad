"""Docs as bytes: what of a doc goes to another process or into a file (`nlp.pipe(n_process=2)`, `DocBin`).

A doc takes along what was given for it, the text, the caller's date and the tables of its reader, and its report; what
the steps found in between stays behind.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from srsly import msgpack_decoders, msgpack_encoders

from vnreport.assembly.tables.grids import Span, TableCell, TableGrid, TableRow
from vnreport.layers import Layers
from vnreport.records.models import Report
from vnreport.text.normalise import normalise

# The name under which the packing is registered with srsly, and the keys that mark what was packed.
NAME = "vnreport"
REPORT, LAYERS = "vnreport.report", "vnreport.layers"
Chain = Callable[[Any], Any]


def register() -> None:
    """Makes `Doc.to_bytes` and `Doc.from_bytes` know reports and layers; once is enough."""
    if NAME not in msgpack_encoders.get_all():
        msgpack_encoders.register(NAME, func=pack)
        msgpack_decoders.register(NAME, func=unpack)


def pack(found: Any, chain: Chain | None = None) -> Any:
    """A report or layers as plain data; anything else goes to `chain`, the packer registered before."""
    if isinstance(found, Report):
        return {REPORT: found.model_dump_json()}
    if isinstance(found, Layers):
        given = found.reference if found.reference_source == "caller" else None
        return {
            LAYERS: found.original.encode("utf-8", "surrogatepass"),
            "date": given.isoformat() if given is not None else None,
            "tables": [_pack_grid(grid) for grid in found.tables],
        }
    return found if chain is None else chain(found)


def unpack(packed: Any, chain: Chain | None = None) -> Any:
    """The report, or the layers of a doc that no step has read yet, of what `pack` made; other data goes to `chain`."""
    if isinstance(packed, dict) and REPORT in packed:
        return Report.model_validate_json(packed[REPORT])
    if isinstance(packed, dict) and LAYERS in packed:
        text = packed[LAYERS].decode("utf-8", "surrogatepass")
        layers = Layers(original=text, normalised=normalise(text))
        layers.tables = [_unpack_grid(grid) for grid in packed["tables"]]
        if packed["date"] is not None:
            layers.reference, layers.reference_source = date.fromisoformat(packed["date"]), "caller"
        return layers
    return packed if chain is None else chain(packed)


def _pack_grid(grid: TableGrid) -> dict[str, Any]:
    """A grid as plain data; rows name their cells by number, as a merged one stands in several places."""
    cells: dict[int, tuple[int, TableCell]] = {}

    def row_of(row: TableRow) -> list[int | None]:
        return [None if cell is None else cells.setdefault(id(cell), (len(cells), cell))[0] for cell in row]

    header, body = [row_of(row) for row in grid.header], [row_of(row) for row in grid.body]
    told = [
        [cell.text, cell.start, cell.end, None if cell.value is None else str(cell.value)] for _, cell in cells.values()
    ]
    spans = {"captions": grid.captions, "titles": grid.titles, "taken": grid.taken}
    return {"cells": told, "header": header, "body": body, "group": grid.group, **spans}


def _unpack_grid(packed: dict[str, Any]) -> TableGrid:
    cells = [
        TableCell(text, start, end, None if value is None else Decimal(value))
        for text, start, end, value in packed["cells"]
    ]

    def rows(numbers: list[list[int | None]]) -> tuple[TableRow, ...]:
        return tuple(tuple(None if number is None else cells[number] for number in row) for row in numbers)

    def spans(pairs: list[list[int]]) -> tuple[Span, ...]:
        return tuple((start, end) for start, end in pairs)

    group = None if packed["group"] is None else (packed["group"][0], packed["group"][1])
    captions, titles, taken = (spans(packed[name]) for name in ("captions", "titles", "taken"))
    return TableGrid(rows(packed["header"]), rows(packed["body"]), captions, titles, group, taken)
