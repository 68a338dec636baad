"""Reads the JSON text of a model file, and says of what is none that it is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from vnreport.errors import ModelFileError


@contextmanager
def model_data(text: str | bytes, *, form: str, kind: str, source: str) -> Iterator[dict[str, Any]]:
    """The data of a model's JSON text, to be read within the block.

    `form` is the format that the text must name, `kind` what its model is. Raises ModelFileError naming `source` where
    the text is none such, or where reading it in the block fails.
    """
    try:
        data: dict[str, Any] = json.loads(text)
        if data["format"] != form:
            raise ModelFileError(source, f"its format is {data['format']!r}, expected {form!r}")
        yield data
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelFileError(source, f"is no {kind} model: {error!r}") from error
