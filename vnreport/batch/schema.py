"""The columns that go into a run and come out of it."""

from __future__ import annotations

import pyarrow as pa

INPUT = pa.schema(
    [
        ("id", pa.string()),
        ("source", pa.string()),
        ("path", pa.binary()),
        ("content", pa.binary()),
        ("text", pa.string()),
        ("date", pa.string()),
        ("title", pa.string()),
        ("issuer", pa.string()),
        ("number", pa.string()),
        ("status", pa.string()),
        ("reason", pa.string()),
    ]
)
"""One row a document: its text, or the `path` of its file as the system spells it, or the file's `content`.

A row whose `status` is given was settled before (a broken line, a file passed over) and only goes through.
"""

OUTPUT = pa.schema(
    [
        ("id", pa.string()),
        ("source", pa.string()),
        ("status", pa.string()),
        ("reason", pa.string()),
        ("date", pa.string()),
        ("title", pa.string()),
        ("issuer", pa.string()),
        ("number", pa.string()),
        ("report", pa.string()),
    ]
)
"""One row a document, in the order of the input.

`status` is ok, error, skipped or timeout; `reason` is null when it is ok, `report` (the output JSON) otherwise.
"""


def unicode_text(text: str) -> str:
    """`text` with whatever has no place in Unicode (undecodable bytes of file names, half surrogate pairs) escaped."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
