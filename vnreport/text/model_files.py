"""Finds the packaged models and checks that they are whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

from vnreport.errors import ModelFileError

CHECKSUMS = "SHA256SUMS"


def read_model_file(model: str, name: str, *, directory: Path | None = None) -> bytes:
    """The content of `models/<model>/<name>`, checked against the SHA256SUMS beside it.

    The wheel holds the models in `vnreport/models`, the source tree in `models` beside the package; `directory` is
    looked into instead of them. Raises ModelFileError when the file, its checksum or the directory is missing, or the
    content differs from the checksum.
    """
    path = _model_directory(model, directory) / name
    try:
        content = path.read_bytes()
        checksums = (path.parent / CHECKSUMS).read_text(encoding="utf-8")
    except OSError as error:
        raise ModelFileError(str(error.filename), "the file cannot be read; install vnreport again") from error
    expected = next((line.split()[0] for line in checksums.splitlines() if line.split()[1:] == [name]), None)
    if expected is None:
        raise ModelFileError(str(path), f"{CHECKSUMS} does not name the file")
    found = hashlib.sha256(content).hexdigest()
    if found != expected:
        raise ModelFileError(str(path), f"the file is damaged: its SHA-256 is {found}, {CHECKSUMS} says {expected}")
    return content


def _model_directory(model: str, directory: Path | None) -> Path:
    """The directory of one model: of the wheel, or else of the source tree."""
    package = Path(__file__).parents[1]
    places = [directory] if directory else [package / "models", package.parent / "models"]
    for place in places:
        if (place / model).is_dir():
            return place / model
    raise ModelFileError(model, f"no model of this name in {' or '.join(map(str, places))}")
