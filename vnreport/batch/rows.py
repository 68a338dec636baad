"""Turns lines and table rows into input rows; one that cannot be used becomes a settled row with its reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from vnreport.batch.schema import unicode_text

_METADATA = ("title", "issuer", "number")


def line_row(raw: bytes, *, name: str, source: str) -> dict[str, Any]:
    """The input row of one line of JSON; `name` is its id where it has none of its own."""
    try:
        values = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return settled_row(name, source, "error", f"damaged: not UTF-8 text (byte {error.start})")
    except json.JSONDecodeError as error:
        return settled_row(name, source, "error", f"damaged: not JSON: {error.msg}")
    except (ValueError, RecursionError) as error:
        return settled_row(name, source, "error", f"damaged: not JSON: {error}")
    if not isinstance(values, dict):
        return settled_row(name, source, "error", 'damaged: not an object with a "text"')
    return values_row(values, name=name, source=source)


def values_row(values: Mapping[str, Any], *, name: str, source: str) -> dict[str, Any]:
    """The input row of an object with `text` and, where known, `id`, `date`, `title`, `issuer`, `number`."""
    given = values.get("id")
    row_id = name if given is None or given == "" else unicode_text(str(given))
    text = values.get("text")
    if not isinstance(text, str):
        return settled_row(row_id, source, "error", 'damaged: not an object with a "text"')
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return settled_row(row_id, source, "error", f"damaged: half a surrogate pair (character {error.start})")
    day = values.get("date") or None
    if isinstance(day, date):
        day = (day.date() if isinstance(day, datetime) else day).isoformat()
    if day is not None and not isinstance(day, str):
        return settled_row(row_id, source, "error", f"unusable: a date must be text, not {type(day).__name__}")
    known = {key: unicode_text(values[key]) for key in _METADATA if isinstance(values.get(key), str)}
    return {"id": row_id, "source": source, "text": text, "date": unicode_text(day) if day else None, **known}


def settled_row(row_id: str, source: str, status: str, reason: str) -> dict[str, Any]:
    """The input row of what will not be read, with its status."""
    return {"id": row_id, "source": source, "status": status, "reason": unicode_text(reason)}
