"""Reads a program's output JSON (corpus/guidelines.md, section 6) into the shape that is scored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnreport.errors import DataFileError, Fault, InputError
from vnreport.evaluate.documents import Comparison, Document, Prediction, Record, Span

if TYPE_CHECKING:
    from spacy.language import Language

Extract = Callable[..., Mapping[str, Any]]
"""`extract(text, *, date, id)` → the output object of one document."""


class PredictionError(DataFileError):
    """A prediction file with faults, all of them listed."""


def load_predictions(path: str | Path) -> dict[str, Mapping[str, Any]]:
    """The output objects of a JSON lines file by document id.

    Raises InputError where the file cannot be read, PredictionError with every line that is no output object.
    """
    source = Path(path)
    try:
        lines = source.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(source), f"cannot be read: {error}") from error
    found: dict[str, Mapping[str, Any]] = {}
    faults: list[Fault] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{source.name}:{number}"
        try:
            data = json.loads(line)
        except json.JSONDecodeError as error:
            faults.append(Fault(place, "JSON", f"{error.msg} at column {error.colno}", "one JSON object"))
            continue
        new = list(_faults(data, place))
        faults += new
        if not new:
            found[data["id"]] = data
    if faults:
        raise PredictionError(str(source), tuple(faults))
    return found


def extractor(nlp: Language | None) -> Extract:
    """`extract(text, *, date, id)` of a pipeline, the default one where None, as the scorer calls it."""
    from vnreport.pipeline.build import extract_all

    def extract(text: str, *, date: str | None, id: str) -> Mapping[str, Any]:  # noqa: A002
        return next(extract_all([(text, date, id)], nlp=nlp)).to_dict()

    return extract


def run_extractor(documents: Iterable[Document], extract: Extract) -> dict[str, Mapping[str, Any]]:
    """The output objects of a callable by document id; an object without `id` is given the document's.

    Raises InputError for a document without text, PredictionError where the callable returns something else.
    """
    found: dict[str, Mapping[str, Any]] = {}
    for document in documents:
        if not document.text:
            raise InputError(document.id, "a gold document without text cannot be extracted from; give predictions")
        output = extract(document.text, date=document.date, id=document.id)
        if isinstance(output, Mapping):
            output = {**output, "id": document.id}
        if faults := tuple(_faults(output, document.id)):
            raise PredictionError("the extractor's output", faults)
        found[document.id] = output
    return found


def read_prediction(output: Mapping[str, Any], *, text: str = "") -> Prediction:
    """The prediction of one output object. `text` is the original; its quoted offsets are checked where it is given."""
    records = output.get("records") or []
    wrong = 0
    if text:
        wrong = sum(text[item["start"] : item["end"]] != item["text"] for item in _quotes(records))
    return Prediction(str(output["id"]), tuple(_record(item) for item in records), wrong)


def _faults(data: Any, place: str) -> Iterator[Fault]:
    if not isinstance(data, Mapping):
        yield Fault(place, "document", type(data).__name__, "a JSON object")
    elif not isinstance(data.get("id"), str):
        yield Fault(place, "id", repr(data.get("id")), "a text")
    elif not isinstance(data.get("records") or [], list) or not all(
        isinstance(item, Mapping) for item in data.get("records") or []
    ):
        yield Fault(f"{place} {data['id']}", "records", "something else", "a list of records")


def _quotes(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every object below that quotes a text with its offsets."""
    if isinstance(value, Mapping):
        if all(value.get(key) is not None for key in ("start", "end", "text")):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _quotes(item)


def _record(data: Mapping[str, Any]) -> Record:
    value = data.get("value") or {}
    confidence = data.get("confidence")
    return Record(
        span=_span(value),
        indicator=(data.get("indicator") or {}).get("text") or "",
        number=_number(value.get("number")),
        low=_number(value.get("low")),
        high=_number(value.get("high")),
        of=_number(value.get("of")),
        bound=value.get("bound") or "=",
        unit=_code(value.get("unit")),
        scopes=tuple(scope.get("text") or "" for scope in data.get("scope") or ()),
        period=(data.get("period") or {}).get("iso"),
        status=data.get("status") or "actual",
        comparisons=tuple(_comparison(item) for item in data.get("comparisons") or ()),
        confidence=None if confidence is None else float(confidence),
    )


def _comparison(data: Mapping[str, Any]) -> Comparison:
    amount = data.get("amount") or {}
    baseline = data.get("baseline") or {}
    earlier = data.get("baseline_value") or {}
    return Comparison(
        span=_span(amount) or _span(data),
        direction=data.get("direction") or "",
        number=_number(amount.get("number")),
        low=_number(amount.get("low")),
        high=_number(amount.get("high")),
        bound=amount.get("bound") or "=",
        unit=_code(amount.get("unit")),
        baseline_kind=baseline.get("kind") or "unstated",
        baseline_period=(baseline.get("period") or {}).get("iso"),
        baseline_value=_number(earlier.get("number")),
    )


def _span(data: Mapping[str, Any]) -> Span | None:
    start, end = data.get("start"), data.get("end")
    return None if start is None or end is None else (start, end)


def _code(unit: Any) -> str:
    if isinstance(unit, Mapping):
        return str(unit.get("code") or unit.get("text") or "")
    return str(unit or "")


def _number(value: Any) -> Decimal | None:
    """The number of a JSON text or number; NaN, which equals nothing, where it is none."""
    if value is None or value == "":
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return Decimal("NaN")
