"""brat standoff: one .txt and one .ann file a document; holds the text and the records.

Regions are text-bound annotations, closed-list fields attributes, free fields one JSON note a region, changes relations
to their record. The document's id is the files' name; date, domain, kind, issuer and note have no place in the form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from vnreport.errors import DataFileError, Fault, InputError
from vnreport.evaluate.documents import Document
from vnreport.evaluate.formats.regions import Region, rebuild, to_regions

ATTRIBUTES = {"b": "bound", "st": "status", "d": "direction", "bk": "baseline", "opt": "optional", "check": "check"}
RELATION = "change_of"
_NAMES = {name: key for key, name in ATTRIBUTES.items()}
_BOUND = re.compile(r"T(?P<id>\d+)\t(?P<label>\S+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)\t(?P<text>.*)")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(?P<name>\S+) T(?P<id>\d+)(?: (?P<value>\S+))?")
_RELATION = re.compile(r"R\d+\t(?P<name>\S+) Arg1:T(?P<change>\d+) Arg2:T(?P<record>\d+)\s*")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes T(?P<id>\d+)\t(?P<note>.*)")


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Writes <id>.txt and <id>.ann of each document into a directory, which is made where it is missing."""
    root = Path(path)
    root.mkdir(parents=True, exist_ok=True)
    for document in documents:
        (root / f"{document.id}.txt").write_text(document.text, encoding="utf-8", newline="")
        (root / f"{document.id}.ann").write_text(to_annotations(document), encoding="utf-8", newline="\n")


def read(path: str | Path) -> list[Document]:
    """The documents of a directory, by name. Raises InputError where a .txt is missing, DataFileError for bad lines."""
    documents = []
    for file in sorted(Path(path).glob("*.ann")):
        try:
            text = file.with_suffix(".txt").read_bytes().decode("utf-8")
        except OSError as error:
            raise InputError(str(file), "an .ann file without its .txt file") from error
        documents.append(from_annotations(text, file.read_text(encoding="utf-8"), id=file.stem, source=str(file)))
    return documents


def to_annotations(document: Document) -> str:
    """The lines of a document's .ann file."""
    numbers: dict[str, int] = {}
    lines: list[str] = []
    attributes = relations = 0
    for number, region in enumerate(to_regions(document.records), 1):
        numbers[region.id] = number
        quote = document.text[region.start : region.end]
        spans = ";".join(f"{start} {end}" for start, end in _fragments(region, quote))
        lines.append(f"T{number}\t{region.label} {spans}\t{' '.join(quote.split(chr(10)))}")
        for key, name in ATTRIBUTES.items():
            if key in region.fields:
                attributes += 1
                value = "" if region.fields[key] is True else f" {region.fields[key]}"
                lines.append(f"A{attributes}\t{name} T{number}{value}")
        free = {key: value for key, value in region.fields.items() if key not in ATTRIBUTES}
        if free:
            lines.append(f"#{number}\tAnnotatorNotes T{number}\t{json.dumps(free, ensure_ascii=False)}")
        if region.parent is not None:
            relations += 1
            lines.append(f"R{relations}\t{RELATION} Arg1:T{number} Arg2:T{numbers[region.parent]}")
    return "".join(f"{line}\n" for line in lines)


def from_annotations(text: str, annotations: str, *, id: str, source: str = "annotations") -> Document:  # noqa: A002
    """The document of a text and its .ann lines. Raises DataFileError with every line that cannot be read."""
    labels: dict[str, tuple[str, int, int]] = {}
    fields: dict[str, dict[str, Any]] = {}
    parents: dict[str, str] = {}
    faults: list[Fault] = []
    for number, line in enumerate(annotations.split("\n"), 1):
        if not line.strip():
            continue
        if bound := _BOUND.fullmatch(line):
            ends = [int(end) for end in re.findall(r"\d+", bound["spans"])]
            labels[bound["id"]] = (bound["label"], ends[0], ends[-1])
        elif (attribute := _ATTRIBUTE.fullmatch(line)) and attribute["name"] in _NAMES:
            fields.setdefault(attribute["id"], {})[_NAMES[attribute["name"]]] = attribute["value"] or True
        elif (relation := _RELATION.fullmatch(line)) and relation["name"] == RELATION:
            parents[relation["change"]] = relation["record"]
        elif note := _NOTE.fullmatch(line):
            faults += _read_note(note["id"], note["note"], fields, f"line {number}")
        else:
            faults.append(Fault(f"line {number}", "annotation", repr(line[:40]), "a T, A, R or # line of this project"))
    if faults:
        raise DataFileError(source, tuple(faults))
    regions = [Region(name, *place, parents.get(name), fields.get(name, {})) for name, place in labels.items()]
    return rebuild({"id": id}, text, regions)


def _read_note(name: str, note: str, fields: dict[str, dict[str, Any]], place: str) -> Iterator[Fault]:
    try:
        fields.setdefault(name, {}).update(json.loads(note))
    except (ValueError, TypeError):
        yield Fault(place, "note", repr(note[:40]), "a JSON object of fields")


def _fragments(region: Region, quote: str) -> Iterator[tuple[int, int]]:
    """The stretches of a region between line breaks, as brat wants them."""
    start = region.start
    for part in quote.split("\n"):
        yield start, start + len(part)
        start += len(part) + 1
