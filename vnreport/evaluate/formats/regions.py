"""Gold records as labelled regions of the text with fields and one parent each: what annotation tools understand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from vnreport.evaluate.documents import Document, Record
from vnreport.evaluate.gold import document_from_json, document_to_json, record_to_json
from vnreport.evaluate.numerals import read_number
from vnreport.records.decimals import plain

LABELS = ("value", "growth", "change", "bare_change")
"""A record's number; a record without value, at its first change; a change; a change without amount, at its record."""

_DEFAULTS: dict[str, Any] = {"b": "=", "u": "", "st": "actual", "bk": "unstated", "opt": False, "sc": []}


@dataclass(frozen=True, slots=True)
class Region:
    """A labelled stretch [start, end) of the text.

    `id` is unique in its document; `parent` is the id of the record that a change belongs to, None for a record.
    `fields` are the keys of the gold JSON without spans; keys at their default are left out.
    """

    id: str
    label: str
    start: int
    end: int
    parent: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


def to_regions(records: Iterable[Record]) -> list[Region]:
    """The regions of the records, each record followed by its changes."""
    regions = []
    for number, record in enumerate(records, 1):
        name = f"r{number}"
        start, end = record.place
        data = record_to_json(record)
        label = "growth" if record.span is None else "value"
        regions.append(Region(name, label, start, end, None, _given(data, ("n", "cmp"))))
        for index, (item, change) in enumerate(zip(record.comparisons, data["cmp"], strict=True), 1):
            label = "bare_change" if item.span is None else "change"
            place = item.span or record.place
            regions.append(Region(f"{name}c{index}", label, *place, name, _given(change, ("n",))))
    return regions


def from_regions(regions: Iterable[Region], text: str) -> tuple[Record, ...]:
    """The records of regions, in their order; changes of a parent that is not there are left out.

    A region that an annotator added without fields gets its number from the text and an empty indicator, which the
    gold check will ask for.
    """
    records: dict[str, dict[str, Any]] = {}
    changes: list[tuple[str | None, dict[str, Any]]] = []
    for region in regions:
        data = {**region.fields}
        if region.label in ("value", "change"):
            data["n"] = [region.start, region.end]
            if not data.keys() & {"v", "lo", "hi"}:
                data |= _printed(text[region.start : region.end])
        if region.parent is None:
            records[region.id] = {**data, "ind": data.get("ind", ""), "cmp": []}
        else:
            changes.append((region.parent, {**data, "d": data.get("d", "up")}))
    for parent, data in changes:
        if parent in records:
            records[parent]["cmp"].append(data)
    return document_from_json({"id": "regions", "records": list(records.values())}).records


def head_of(document: Document) -> dict[str, Any]:
    """The fields of a document beside its text and records, as in the gold JSON."""
    data = document_to_json(document)
    return {name: value for name, value in data.items() if name not in ("text", "records")}


def rebuild(head: Mapping[str, Any], text: str, regions: Iterable[Region]) -> Document:
    """The document of its head, text and regions."""
    document = document_from_json({**head, "text": text, "records": []})
    records = from_regions(regions, text)
    values = {name: getattr(document, name) for name in Document.__dataclass_fields__}
    return Document(**{**values, "records": records})


def _given(data: Mapping[str, Any], without: tuple[str, ...]) -> dict[str, Any]:
    return {
        name: value
        for name, value in data.items()
        if name not in without and value is not None and value != _DEFAULTS.get(name)
    }


def _printed(span: str) -> dict[str, str]:
    reading = read_number(span)
    if reading is None:
        return {}
    values = {"v": reading.number, "lo": reading.low, "hi": reading.high}
    return {name: plain(value) for name, value in values.items() if value is not None}
