"""Label Studio tasks (JSON): regions with per-region fields and relations; holds everything."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from vnreport.errors import InputError
from vnreport.evaluate.codes import load_codes
from vnreport.evaluate.documents import Document
from vnreport.evaluate.formats.regions import LABELS, Region, head_of, rebuild, to_regions

RELATION = "change of"
TEXTS = ("v", "lo", "hi", "of", "u", "ind", "sc", "p", "bp", "bv")


def choices() -> dict[str, tuple[str, ...]]:
    """The fields that hold one of a few values, and the values."""
    codes = load_codes()
    lists = {"b": codes.bounds, "st": codes.statuses, "d": codes.directions, "bk": codes.baseline_kinds}
    return {name: tuple(sorted(values)) for name, values in lists.items()} | {
        "opt": ("true",),
        "check": ("inconsistent",),
    }


def labeling_config() -> str:
    """The XML of the labelling interface that shows and edits these tasks."""
    view = Element("View")
    labels = SubElement(view, "Labels", name="label", toName="text")
    for label in LABELS:
        SubElement(labels, "Label", value=label)
    SubElement(view, "Text", name="text", value="$text")
    for name, values in choices().items():
        group = SubElement(view, "Choices", name=name, toName="text", perRegion="true")
        for value in values:
            SubElement(group, "Choice", value=value)
    for name in TEXTS:
        SubElement(view, "TextArea", name=name, toName="text", perRegion="true", editable="true")
    SubElement(SubElement(view, "Relations"), "Relation", value=RELATION)
    return tostring(view, encoding="unicode")


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Writes a JSON file with one task a document, its gold as the task's annotation."""
    tasks = [to_task(document) for document in documents]
    Path(path).write_text(json.dumps(tasks, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")


def read(path: str | Path) -> list[Document]:
    """The documents of a file that `write` or Label Studio's JSON export made.

    Takes the first annotation of a task that was not cancelled. Raises InputError where the file is something else.
    """
    try:
        tasks = json.loads(Path(path).read_text(encoding="utf-8"))
        return [from_task(task) for task in tasks]
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError) as error:
        raise InputError(str(path), f"not a Label Studio export: {error!r}") from error


def to_task(document: Document) -> dict[str, Any]:
    """One task: the document's fields as task data, regions and relations as its annotation."""
    results: list[dict[str, Any]] = []
    closed = choices()
    for region in to_regions(document.records):
        span = {"start": region.start, "end": region.end}
        quote = document.text[region.start : region.end]
        results.append(_result(region.id, "label", "labels", {**span, "text": quote, "labels": [region.label]}))
        for name, value in region.fields.items():
            if name in closed:
                chosen = "true" if value is True else value
                results.append(_result(region.id, name, "choices", {**span, "choices": [chosen]}))
            else:
                texts = value if isinstance(value, list) else [value]
                results.append(_result(region.id, name, "textarea", {**span, "text": texts}))
        if region.parent is not None:
            link = {"type": "relation", "from_id": region.id, "to_id": region.parent}
            results.append({**link, "direction": "right", "labels": [RELATION]})
    return {"data": {**head_of(document), "text": document.text}, "annotations": [{"result": results}]}


def from_task(task: Mapping[str, Any]) -> Document:
    """The document of one task."""
    head = dict(task["data"])
    text = head.pop("text")
    given = [item for item in task.get("annotations") or [] if not item.get("was_cancelled")]
    results = given[0]["result"] if given else []
    parents = {item["from_id"]: item["to_id"] for item in results if item["type"] == "relation"}
    fields: dict[str, dict[str, Any]] = {}
    for item in results:
        if item["type"] in ("choices", "textarea"):
            fields.setdefault(item["id"], {})[item["from_name"]] = _value(item)
    regions = []
    for item in results:
        if item["type"] == "labels":
            value, name = item["value"], item["id"]
            label, start, end = value["labels"][0], value["start"], value["end"]
            regions.append(Region(name, label, start, end, parents.get(name), fields.get(name, {})))
    return rebuild(head, text, regions)


def _result(region: str, name: str, kind: str, value: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": region, "from_name": name, "to_name": "text", "type": kind, "value": dict(value)}


def _value(item: Mapping[str, Any]) -> Any:
    name, value = item["from_name"], item["value"]
    if item["type"] == "choices":
        return value["choices"][0] == "true" if name == "opt" else value["choices"][0]
    return list(value["text"]) if name == "sc" else value["text"][0]
