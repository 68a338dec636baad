"""Reads what a workbook's cells really are, from its XML."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet_cells(path: Path, number: int) -> dict[str, tuple[str, str]]:
    """The cells of a sheet by reference: their type (n, inlineStr, b …) and text."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    cells = {}
    for cell in root.iter(f"{MAIN}c"):
        content = cell.find(f"{MAIN}v") if cell.find(f"{MAIN}is") is None else cell.find(f"{MAIN}is/{MAIN}t")
        formula = cell.find(f"{MAIN}f")
        kind = "formula" if formula is not None else cell.get("t", "n")
        cells[cell.get("r", "")] = (kind, content.text or "" if content is not None else "")
    return cells


def sheet_has(path: Path, number: int, name: str) -> bool:
    """Whether a sheet has an element, as `autoFilter`."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
    return next(root.iter(f"{MAIN}{name}"), None) is not None
