"""Reads and writes gold documents as JSON (corpus/guidelines.md, section 7); every fault of all files at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from vnreport.errors import DataFileError, Fault, InputError
from vnreport.evaluate.documents import Comparison, Document, Record, Span
from vnreport.evaluate.fields import check_record
from vnreport.records.decimals import plain

_TEXTS = ("text", "domain", "kind", "issuer", "form", "note", "split")


class GoldError(DataFileError):
    """Gold files with faults; `faults` holds all of them, each with file, record and field."""


def load_gold(path: str | Path) -> list[Document]:
    """The gold documents of a JSON file, a JSON lines file, or a directory of *.gold.json files, in order.

    Raises InputError where there is nothing to read, GoldError with every fault of all files.
    """
    root = Path(path)
    documents: list[Document] = []
    faults: list[Fault] = []
    seen: set[str] = set()
    for place, line in _objects(root, faults):
        found = list(check_document(line, place))
        faults += found
        if found:
            continue
        if line["id"] in seen:
            faults.append(Fault(place, "id", line["id"], "an id of its own"))
        seen.add(line["id"])
        documents.append(document_from_json(line))
    if faults:
        raise GoldError(str(root), tuple(faults))
    return documents


def check_document(document: Any, place: str) -> Iterator[Fault]:
    """The faults of one gold object. Keys that the guide does not name are let through on documents, not on records."""
    if not isinstance(document, Mapping):
        yield Fault(place, "document", type(document).__name__, "a JSON object")
        return
    if not isinstance(document.get("id"), str) or not document["id"]:
        yield Fault(place, "id", repr(document.get("id")), "a text")
    place = f"{place} {document.get('id', '')}".rstrip()
    if not isinstance(document.get("date"), (str, type(None))):
        yield Fault(place, "date", repr(document["date"]), "YYYY-MM-DD or null")
    for key in _TEXTS:
        if not isinstance(document.get(key) or "", str):
            yield Fault(place, key, repr(document[key]), "a text")
    records = document.get("records")
    if not isinstance(records, list):
        yield Fault(place, "records", repr(records)[:40], "a list of records")
        return
    text = document.get("text")
    length = len(text) if isinstance(text, str) and text else 10**9
    for index, record in enumerate(records, 1):
        if not isinstance(record, Mapping):
            yield Fault(f"{place} record {index}", "record", type(record).__name__, "a JSON object")
        else:
            yield from check_record(record, f"{place} record {index}", length)


def document_from_json(data: Mapping[str, Any]) -> Document:
    """The document of a gold object that has no faults."""
    return Document(
        id=data["id"],
        records=tuple(_record(item) for item in data["records"]),
        date=data.get("date"),
        text=data.get("text") or "",
        domain=data.get("domain") or "",
        kind=data.get("kind") or "",
        issuer=data.get("issuer") or "",
        form=data.get("form") or "NFC",
        note=data.get("note") or "",
        split=data.get("split") or "",
    )


def document_to_json(document: Document) -> dict[str, Any]:
    """The gold object of a document, with every key; numbers are texts of plain decimals."""
    return {
        "id": document.id,
        "date": document.date,
        "domain": document.domain,
        "kind": document.kind,
        "issuer": document.issuer,
        "form": document.form,
        "note": document.note,
        "text": document.text,
        "records": [record_to_json(record) for record in document.records],
        "split": document.split,
    }


def record_to_json(record: Record) -> dict[str, Any]:
    """The gold object of a record, with every key; a prediction's confidence has no place in it."""
    return {
        "n": _listed(record.span),
        "v": _text(record.number),
        "lo": _text(record.low),
        "hi": _text(record.high),
        "of": _text(record.of),
        "b": record.bound,
        "u": record.unit,
        "ind": record.indicator,
        "sc": list(record.scopes),
        "p": record.period,
        "st": record.status,
        "cmp": [_comparison_to_json(item) for item in record.comparisons],
        "opt": record.optional,
        "check": record.check,
    }


def write_gold(documents: Iterable[Document], path: str | Path) -> None:
    """Writes gold JSON lines, one document a line."""
    lines = (json.dumps(document_to_json(document), ensure_ascii=False) + "\n" for document in documents)
    Path(path).write_text("".join(lines), encoding="utf-8", newline="\n")


def read_number(value: Any) -> Decimal | None:
    """The number of a JSON text or number, None for null and the empty text."""
    return None if value is None or value == "" else Decimal(str(value))


def _objects(root: Path, faults: list[Fault]) -> Iterator[tuple[str, Any]]:
    """Place and parsed object of every document under a path; what cannot be parsed is noted as a fault."""
    files = sorted(root.glob("*.gold.json")) if root.is_dir() else [root]
    if not files:
        raise InputError(str(root), "a directory without *.gold.json files")
    for file in files:
        try:
            content = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(str(file), f"cannot be read: {error}") from error
        by_line = file.suffix == ".jsonl"
        for number, chunk in enumerate(content.split("\n") if by_line else [content], 1):
            if not chunk.strip():
                continue
            place = f"{file.name}:{number}" if by_line else file.name
            try:
                yield place, json.loads(chunk, parse_float=Decimal)
            except json.JSONDecodeError as error:
                faults.append(Fault(place, "JSON", f"{error.msg} at column {error.colno}", "one JSON object"))


def _record(data: Mapping[str, Any]) -> Record:
    return Record(
        span=_span(data.get("n")),
        indicator=data["ind"],
        number=read_number(data.get("v")),
        low=read_number(data.get("lo")),
        high=read_number(data.get("hi")),
        of=read_number(data.get("of")),
        bound=data.get("b") or "=",
        unit=data.get("u") or "",
        scopes=tuple(data.get("sc") or ()),
        period=data.get("p"),
        status=data.get("st") or "actual",
        comparisons=tuple(_comparison(item) for item in data.get("cmp") or ()),
        optional=bool(data.get("opt")),
        check=data.get("check") or None,
    )


def _comparison(data: Mapping[str, Any]) -> Comparison:
    return Comparison(
        span=_span(data.get("n")),
        direction=data["d"],
        number=read_number(data.get("v")),
        low=read_number(data.get("lo")),
        high=read_number(data.get("hi")),
        bound=data.get("b") or "=",
        unit=data.get("u") or "",
        baseline_kind=data.get("bk") or "unstated",
        baseline_period=data.get("bp"),
        baseline_value=read_number(data.get("bv")),
    )


def _comparison_to_json(item: Comparison) -> dict[str, Any]:
    return {
        "n": _listed(item.span),
        "d": item.direction,
        "v": _text(item.number),
        "lo": _text(item.low),
        "hi": _text(item.high),
        "b": item.bound,
        "u": item.unit,
        "bk": item.baseline_kind,
        "bp": item.baseline_period,
        "bv": _text(item.baseline_value),
    }


def _span(value: Any) -> Span | None:
    return None if value is None else (value[0], value[1])


def _listed(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)
