"""Gives the tables that a reader found to the table grammar: grids with headers, captions and places in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from vnreport.assembly.tables.grids import Span, TableCell, TableGrid, TableRow
from vnreport.lexicon.table_words import TableWords, load_table_words
from vnreport.readers.documents import Block, Cell, Document, Table
from vnreport.readers.headers import count_header_rows, is_serial_row
from vnreport.text.markers import load_outline

MOST_CAPTION_LINES = 4
LONGEST_CAPTION = 250
"""Longer paragraphs above a table are prose."""

FEWEST_COUNTED, COUNTED_SHARE = 4, 0.8
"""A row numbers the columns when it has so many numbers and letters, and at most a fifth of anything else."""

_COUNT = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?")
_FIRST = frozenset({"1", "A", "(1)", "(A)"})
_Row = tuple[Cell | None, ...]
_HEAD_ROLES = ("serial", "unit_column")


def table_grids(document: Document) -> tuple[TableGrid, ...]:
    """The grids of the document's tables, offsets of its text; a sheet with several tables gives one for each."""
    words = load_table_words()
    titles = _opening(document)
    found: list[TableGrid] = []
    for table in document.tables:
        captions = _captions(document, table)
        for rows in _divided(table.grid, words):
            grid = _grid(rows, captions, titles)
            if grid is not None:
                found.append(grid)
                captions = grid.captions
    return tuple(found)


def _opening(document: Document) -> tuple[Span, ...]:
    """The document's title, where a reader found one, and its first paragraphs."""
    outline = load_outline()
    lines = [block for block in document.blocks if block.kind in ("heading", "paragraph")][:MOST_CAPTION_LINES]
    texts = [(block, document.text[block.start : block.end]) for block in lines if _is_short(block)]
    return tuple(
        (block.start, block.end)
        for block, text in texts
        if not text.endswith((".", ";", ",")) and not outline.is_preamble(text)
    )


def _captions(document: Document, table: Table) -> tuple[Span, ...]:
    """The short paragraphs right above a table, nearest first."""
    first = bisect_left(document.blocks, table.start, key=lambda block: block.start)
    found: list[Span] = []
    for block in reversed(document.blocks[max(0, first - MOST_CAPTION_LINES) : first]):
        if block.kind == "table_row" or not _is_short(block) or document.text[block.start : block.end].endswith("."):
            break
        found.append((block.start, block.end))
    return tuple(found)


def _is_short(block: Block) -> bool:
    return block.end - block.start <= LONGEST_CAPTION


def _divided(grid: Sequence[_Row], words: TableWords) -> list[list[_Row]]:
    """The rows of each table in a grid: a new one starts above a row that names columns again ("STT")."""
    starts = [0]
    data = False
    for index, row in enumerate(grid):
        filled = [cell for cell in row if cell is not None and cell.text]
        if data and len(filled) > 1 and any(words.is_only(role, cell.text) for role in _HEAD_ROLES for cell in filled):
            starts.append(_top(grid, starts[-1], index))
            data = False
        elif any(cell.value is not None or cell.text[:1].isdigit() for cell in filled[1:]):
            data = True
    return [list(grid[first:last]) for first, last in zip(starts, [*starts[1:], len(grid)], strict=True)]


def _top(grid: Sequence[_Row], floor: int, index: int) -> int:
    """The first of the rows above `index` that hold one text each: the caption of the table that starts there."""
    while index - 1 > floor and len({id(cell) for cell in grid[index - 1] if cell is not None and cell.text}) <= 1:
        index -= 1
    return index


def _grid(rows: Sequence[_Row], captions: Sequence[Span], titles: Sequence[Span]) -> TableGrid | None:
    """The grid of the rows; None where none of them is one of data below a header."""
    texts = [[cell.text if cell is not None else "" for cell in row] for row in rows]
    count = count_header_rows([_once(row, cells) for row, cells in zip(texts, rows, strict=True)])
    if not count or count >= len(rows):
        return _unread(rows)
    header: list[_Row] = []
    lines: list[Span] = []
    for row, text in zip(rows[:count], texts[:count], strict=True):
        cells = list({id(cell): cell for cell in row if cell is not None and cell.text}.values())
        if (len(cells) == 1 and not header) or _is_caption(cells, header):
            lines += [(c.start, c.end) for c in cells if len(c.text) <= LONGEST_CAPTION and c.text[-1] != "."]
        elif cells and not _is_counting(text):
            header.append(row)
    made: dict[int, TableCell] = {}
    body = tuple(
        _body_row(row, above, made)
        for row, above, text in zip(rows[count:], rows[count - 1 :], texts[count:], strict=False)
        if not _is_counting(text)
    )
    top = tuple(tuple(_cell(cell, made) for cell in row) for row in header)
    return TableGrid(top, body, (*reversed(lines), *captions), tuple(titles), taken=_taken([*header, *rows[count:]]))


def _unread(rows: Sequence[_Row]) -> TableGrid | None:
    """A grid that has no header: nothing is read of it, but its lines are known to be those of a table."""
    made: dict[int, TableCell] = {}
    body = tuple(tuple(_cell(cell, made) for cell in row) for row in rows)
    return TableGrid((), body, taken=_taken(rows)) if made else None


def _taken(rows: Sequence[_Row]) -> tuple[Span, ...]:
    """The stretch of the text that the rows take; none for empty ones."""
    cells = list({id(cell): cell for row in rows for cell in row if cell is not None and cell.text}.values())
    if not cells:
        return ()
    return ((min(cell.start for cell in cells), max(cell.end for cell in cells)),)


def _is_counting(texts: Sequence[str]) -> bool:
    """Whether a row only numbers the columns, gaps and slips among its numbers included."""
    filled = list(dict.fromkeys(text for text in texts if text))
    if is_serial_row(texts):
        return True
    numbered = [text for text in filled if _COUNT.fullmatch(text)]
    return len(filled) >= FEWEST_COUNTED and len(numbered) >= COUNTED_SHARE * len(filled) and filled[0] in _FIRST


def _is_caption(cells: Sequence[Cell], header: Sequence[_Row]) -> bool:
    """Whether the cells of a row above all headers only stand beside the table's title ("Biểu 5", "ĐVT: đồng")."""
    return not header and len(cells) == 2 and any(":" in cell.text or len(cell.text) > 40 for cell in cells)


def _once(texts: Sequence[str], cells: Sequence[Cell | None]) -> list[str]:
    """The texts of a row with those of merged cells at their first place only."""
    return [
        "" if index and cells[index] is not None and cells[index] is cells[index - 1] else text
        for index, text in enumerate(texts)
    ]


def _body_row(row: _Row, above: _Row, made: dict[int, TableCell]) -> TableRow:
    """A row of data: merged cells stand at their first column, those of figures in their first row only."""
    cells: list[TableCell | None] = []
    for index, cell in enumerate(row):
        repeated = index > 0 and cell is row[index - 1]
        goes_on = cell is not None and cell is above[index] and cell.text[:1].isdigit()
        cells.append(None if repeated or goes_on else _cell(cell, made))
    return tuple(cells)


def _cell(cell: Cell | None, made: dict[int, TableCell]) -> TableCell | None:
    """The cell of the grammar for a reader's, the same one for the same; None for an empty one."""
    if cell is None or not cell.text:
        return None
    if id(cell) not in made:
        made[id(cell)] = TableCell(cell.text, cell.start, cell.end, cell.value)
    return made[id(cell)]
