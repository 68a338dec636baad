"""Digests of what decides a run's outcome: the program, its models, its lexicon and the configuration."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

from vnreport.batch.config import BatchConfig

PACKAGE = Path(__file__).parents[1]
LIBRARIES = ("spacy", "lxml", "trafilatura", "olefile", "python-calamine", "pypdfium2")
"""Libraries that another version of could give another text or other words."""

_CODE = (".py", ".pyc", ".pyi")
_CHUNK = 1 << 20


def run_digests(config: BatchConfig) -> dict[str, str]:
    """The digests by name: `program`, `models`, `lexicon`, `config`."""
    return {**_program_digests(), "config": text_digest(json.dumps(config.to_dict(), sort_keys=True))}


def program_digest() -> str:
    """One digest of the program, its models and its lexicon."""
    return text_digest(json.dumps(_program_digests(), sort_keys=True))


@cache
def _program_digests() -> dict[str, str]:
    """What cannot change while the program runs."""
    modules = files_digest(PACKAGE, PACKAGE.rglob("*.py"))
    data = (path for path in PACKAGE.rglob("*") if path.suffix not in _CODE and "models" not in path.parts)
    models = next(place for place in (PACKAGE / "models", PACKAGE.parent / "models", PACKAGE) if place.is_dir())
    return {
        "program": text_digest(json.dumps([modules, _versions()])),
        "models": files_digest(models, models.rglob("*") if models != PACKAGE else ()),
        "lexicon": files_digest(PACKAGE, data),
    }


def _versions() -> dict[str, str | None]:
    """The installed version of each library, None for one that is not installed."""
    found: dict[str, str | None] = {}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = None
    return found


def text_digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def files_digest(root: Path, paths: Iterable[Path]) -> str:
    """SHA-256 over the names, from `root` on, and the contents of files, whatever their order."""
    total = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file() and "__pycache__" not in path.parts):
        total.update(f"{path.relative_to(root).as_posix()} {file_digest(path)}\n".encode())
    return total.hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file's content, read in pieces."""
    total = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            total.update(piece)
    return total.hexdigest()
