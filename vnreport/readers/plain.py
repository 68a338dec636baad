"""Reads plain text and Markdown, and the texts in JSON lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from vnreport.readers.charsets import decode_bytes
from vnreport.readers.documents import Location
from vnreport.readers.limits import Limits
from vnreport.readers.parts import Content, Grid, GridCell, Paragraph, Part, Run, plain_paragraph
from vnreport.readers.refusals import Damaged, TooLarge

_LINE = re.compile("\r\n|[\n\r]")
_PIPES = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")


def read_plain(source: str, data: bytes, limits: Limits) -> Content:
    """The lines of a text file as paragraphs; Markdown tables, with their rule, as tables."""
    if len(data) > limits.max_characters * 4:
        raise TooLarge(source, f"more than {limits.max_characters * 4} bytes of text")
    text, charset = decode_bytes(source, data)
    return Content("text", tuple(text_parts(text)), encodings=(charset,))


def text_parts(text: str) -> Iterator[Part]:
    """The lines, numbered as in the file, blank ones without runs, Markdown tables among them as grids."""
    lines = _LINE.split(text.rstrip())
    number = tables = 0
    while number < len(lines):
        rows = _table_rows(lines, number)
        if rows:
            tables += 1
            yield _table(lines[number : number + rows], tables)
            number += rows
            continue
        location = Location(paragraph=number + 1)
        yield plain_paragraph(lines[number], location) if lines[number].strip() else Paragraph((), location)
        number += 1


def read_lines(source: str, data: bytes, limits: Limits) -> Iterator[tuple[int, dict[str, Any]]]:
    """The number and object of each line of a JSONL file; raises Damaged for a line that has no `text`."""
    if len(data) > limits.max_characters * 4:
        raise TooLarge(source, f"more than {limits.max_characters * 4} bytes of text")
    text, _ = decode_bytes(source, data)
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"{source}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise Damaged(place, f"not JSON ({error})") from error
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise Damaged(place, 'not an object with a "text"')
        yield number, row


def _table_rows(lines: list[str], number: int) -> int:
    """How many lines from `number` on make a Markdown table; 0 where none starts."""
    if number + 1 >= len(lines) or not _PIPES.fullmatch(lines[number]) or "|" not in lines[number + 1]:
        return 0
    if not _RULE.fullmatch(lines[number + 1]):
        return 0
    end = number + 2
    while end < len(lines) and _PIPES.fullmatch(lines[end]):
        end += 1
    return end - number


def _table(lines: list[str], number: int) -> Grid:
    """The grid of a Markdown table; its second line is the rule."""
    cells: list[GridCell] = []
    for row, line in enumerate((lines[0], *lines[2:])):
        for column, text in enumerate(_PIPE.split(line.strip().strip("|"))):
            plain = text.strip().replace("\\|", "|")
            cells.append(GridCell((Run(plain),), row, column, is_header=row == 0))
    return Grid(tuple(cells), Location(table=number))
