"""doccano JSON lines (sequence labelling with relations).

Its entities hold spans, labels and relations. The records' other fields travel in the column `fields`, by
entity id, and the document's in columns of their own: doccano keeps both as metadata. So a region that was left
as it is comes back whole; one that an annotator adds has no fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from vnreport.errors import InputError
from vnreport.evaluate.documents import Document
from vnreport.evaluate.formats.regions import Region, head_of, rebuild, to_regions

RELATION = "change_of"


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Writes JSON lines, one document a line."""
    lines = (json.dumps(to_example(document), ensure_ascii=False) + "\n" for document in documents)
    Path(path).write_text("".join(lines), encoding="utf-8", newline="\n")


def read(path: str | Path) -> list[Document]:
    """The documents of a file that `write` or doccano's export made. Raises InputError for any other line."""
    documents = []
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            documents.append(from_example(json.loads(line)))
        except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
            raise InputError(f"{path}:{number}", f"not a doccano example: {error!r}") from error
    return documents


def to_example(document: Document) -> dict[str, Any]:
    """One example; doccano numbers examples itself, so the document's id stands in `document`."""
    head = head_of(document)
    regions = to_regions(document.records)
    numbers = {region.id: number for number, region in enumerate(regions, 1)}
    entities = [
        {"id": numbers[item.id], "label": item.label, "start_offset": item.start, "end_offset": item.end}
        for item in regions
    ]
    children = [(item, item.parent) for item in regions if item.parent is not None]
    relations = [
        {"id": number, "from_id": numbers[item.id], "to_id": numbers[parent], "type": RELATION}
        for number, (item, parent) in enumerate(children, 1)
    ]
    fields = {str(numbers[item.id]): dict(item.fields) for item in regions}
    columns = {"document": head.pop("id"), **head, "fields": fields}
    return {"text": document.text, "entities": entities, "relations": relations, **columns}


def from_example(example: Mapping[str, Any]) -> Document:
    """The document of one example."""
    parents = {item["from_id"]: str(item["to_id"]) for item in example.get("relations") or []}
    fields = example.get("fields") or {}
    regions = [
        Region(
            id=str(item["id"]),
            label=item["label"],
            start=item["start_offset"],
            end=item["end_offset"],
            parent=parents.get(item["id"]),
            fields=fields.get(str(item["id"]), {}),
        )
        for item in example.get("entities") or []
    ]
    head = {**example, "id": example.get("document") or str(example.get("id", ""))}
    return rebuild(head, example["text"], regions)
