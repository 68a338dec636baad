"""Documents as JSON lines in, reports as plain objects out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnreport.errors import InputError, VnreportError
from vnreport.pipeline.build import extract_all

if TYPE_CHECKING:
    from spacy.language import Language


def extract_lines(path: Path, *, nlp: Language | None = None) -> Iterator[dict[str, Any]]:
    """One object a line of the file: the report, or `{"id", "line", "error"}` for a line that cannot be used.

    Each line is a JSON object with `text` and, where known, `id` and `date`; `nlp` is the pipeline, None for the
    default. Raises InputError when the file itself cannot be read.
    """
    try:
        source = path.open(encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read") from error
    with source:
        try:
            for number, line in enumerate(source, 1):
                if line.strip():
                    yield _extract_line(str(path), number, line, nlp)
        except UnicodeDecodeError as error:
            raise InputError(str(path), f"not UTF-8 text (byte {error.start})") from error


def _extract_line(source: str, number: int, line: str, nlp: Language | None) -> dict[str, Any]:
    place = f"{source}:{number}"
    document_id = None
    try:
        try:
            document = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(place, f"not JSON: {error.msg}") from error
        if not isinstance(document, dict) or not isinstance(document.get("text"), str):
            raise InputError(place, 'not an object with a "text"')
        document_id = document.get("id")
        return next(extract_all([(document["text"], document.get("date"), document_id)], nlp=nlp)).to_dict()
    except VnreportError as error:
        return {"id": document_id, "line": number, "error": str(error)}
