"""Makes the output object that a program would give for gold records, right or with planted mistakes."""

from __future__ import annotations

import random
from typing import Any

from vnreport.evaluate.documents import Comparison, Document, Record
from vnreport.evaluate.gold import document_to_json


def output_of(document: Document, *, confidence: float | None = 0.9) -> dict[str, Any]:
    """The output object that is right in every field."""
    records = [record_output(record, document.text, index) for index, record in enumerate(document.records, 1)]
    for record in records:
        record["confidence"] = confidence
    return {"id": document.id, "date": document.date, "records": records, "acronyms": [], "warnings": []}


def damaged(document: Document, drawer: random.Random) -> dict[str, Any]:
    """An output object with about one mistake in two records: every field, dropped, doubled and shifted records."""
    output = output_of(document)
    kept = []
    for record in output["records"]:
        record["confidence"] = round(drawer.random(), 3)
        roll = drawer.randrange(16)
        if roll == 0:
            continue
        if roll < len(DAMAGES):
            DAMAGES[roll](record)
        kept.append(record)
        if roll == 15:
            kept.append({**record, "confidence": 0.5})
    drawer.shuffle(kept)
    return {**output, "records": kept}


def record_output(record: Record, text: str, index: int) -> dict[str, Any]:
    """The output object of one record."""
    data = document_to_json(Document("x", (record,)))["records"][0]
    value = None
    if record.span is not None:
        value = {**quote(record.span, text), "number": data["v"], "low": data["lo"], "high": data["hi"]}
        value |= {"of": data["of"], "bound": record.bound, "unit": unit(record.unit)}
    return {
        "id": f"r{index}",
        "indicator": {"text": record.indicator, "start": None, "end": None, "name": record.indicator},
        "value": value,
        "scope": [{"text": scope, "start": None, "end": None, "kind": "place"} for scope in record.scopes],
        "period": period(record.period),
        "status": record.status,
        "comparisons": [comparison(item, text) for item in record.comparisons],
    }


def comparison(item: Comparison, text: str) -> dict[str, Any]:
    """The output object of one comparison."""
    data = document_to_json(Document("x", (Record(None, "x", comparisons=(item,)),)))["records"][0]["cmp"][0]
    amount = None
    if item.span is not None or item.number is not None or item.low is not None:
        place = quote(item.span, text) if item.span else {"text": None, "start": None, "end": None}
        amount = {**place, "number": data["v"], "low": data["lo"], "high": data["hi"]}
        amount |= {"bound": item.bound, "unit": unit(item.unit)}
    earlier = None if item.baseline_value is None else {"number": data["bv"], "unit": unit("")}
    return {
        "direction": item.direction,
        "amount": amount,
        "baseline": {"kind": item.baseline_kind, "period": period(item.baseline_period)},
        "baseline_value": earlier,
    }


def quote(span: tuple[int, int], text: str) -> dict[str, Any]:
    return {"text": text[span[0] : span[1]], "start": span[0], "end": span[1]}


def unit(code: str) -> dict[str, Any]:
    return {"text": code, "start": None, "end": None, "code": code, "kind": "count"}


def period(iso: str | None) -> dict[str, Any] | None:
    return None if iso is None else {"text": None, "iso": iso}


def _lose_period(record: dict[str, Any]) -> None:
    record["period"] = None if record["period"] else period("2020")


def _move_period(record: dict[str, Any]) -> None:
    record["period"] = period("2001-02/2001-07")


def _scale(record: dict[str, Any]) -> None:
    if record["value"] and record["value"]["number"]:
        record["value"]["number"] += "0"


def _rebound(record: dict[str, Any]) -> None:
    if record["value"]:
        record["value"]["bound"] = ">"


def _reunit(record: dict[str, Any]) -> None:
    if record["value"]:
        record["value"]["unit"] = unit(record["value"]["unit"]["code"].upper() + " khác")


def _rename(record: dict[str, Any]) -> None:
    words = record["indicator"]["text"].split()
    record["indicator"]["text"] = " ".join(words[: len(words) // 2])


def _lose_change(record: dict[str, Any]) -> None:
    if record["value"]:
        record["comparisons"] = record["comparisons"][:-1]


def _double_change(record: dict[str, Any]) -> None:
    record["comparisons"] = record["comparisons"] * 2


def _turn_change(record: dict[str, Any]) -> None:
    for item in record["comparisons"]:
        item["direction"] = "flat"


def _rebase(record: dict[str, Any]) -> None:
    for item in record["comparisons"]:
        item["baseline"] = {"kind": "entity", "period": None}


def _restate(record: dict[str, Any]) -> None:
    record["status"] = "forecast"


def _lose_scope(record: dict[str, Any]) -> None:
    record["scope"] = []


def _shift(record: dict[str, Any]) -> None:
    if record["value"]:
        record["value"]["start"] += 100
        record["value"]["end"] += 100


DAMAGES = [lambda record: None, _lose_period, _move_period, _scale, _rebound, _reunit, _rename, _lose_change]
DAMAGES += [_double_change, _turn_change, _rebase, _restate, _lose_scope, _shift]
