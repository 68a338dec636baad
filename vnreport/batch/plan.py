"""Divides the input into shards: what is worked on together, written together and never done twice."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from vnreport.batch.digests import file_digest, text_digest
from vnreport.batch.inputs import Input
from vnreport.batch.row_files import count_rows, scan_lines
from vnreport.errors import InputError
from vnreport.readers.limits import DEFAULT

SHARD_DOCUMENTS = 64
"""A minute of work at most places: what is lost when a run is killed, and still few files for a million documents."""

SHARD_BYTES = 8 << 20


@dataclass(frozen=True, slots=True)
class Item:
    """One document file, a range of a file's lines or rows, or a file that is settled already.

    `first` is the byte at which lines start, else the first row; `end` the byte at which they end; `line` the number
    of the first line. `digest` is of the file or, for lines, of their bytes.
    """

    kind: str
    path: str
    source: str
    name: str
    digest: str
    rows: int = 1
    first: int = 0
    end: int = 0
    line: int = 1
    status: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Shard:
    """Some of the input, in its order; the name is a digest of it and of all that decides its outcome."""

    name: str
    items: tuple[Item, ...]

    @property
    def documents(self) -> int:
        """How many rows the shard will have."""
        return sum(item.rows for item in self.items)


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What a written plan comes to."""

    digest: str
    shards: int
    documents: int


def plan_shards(
    inputs: Iterable[Input], digests: Mapping[str, str], *, documents: int = SHARD_DOCUMENTS
) -> Iterator[Shard]:
    """The shards of the input, in order: as many items together as keep within `documents` and SHARD_BYTES."""
    held: list[Item] = []
    rows = size = 0
    for item, cost in _items(inputs, documents):
        if held and (rows + item.rows > documents or size + cost > SHARD_BYTES):
            yield _shard(held, digests)
            held, rows, size = [], 0, 0
        held.append(item)
        rows += item.rows
        size += cost
    if held:
        yield _shard(held, digests)


def write_plan(shards: Iterable[Shard], path: Path) -> PlanFigures:
    """Writes a line a shard, and tells the digest of the whole."""
    total, count, documents = hashlib.sha256(), 0, 0
    scratch = path.with_name(f".{path.name}.tmp")
    with scratch.open("w", encoding="ascii", newline="\n") as sink:
        for shard in shards:
            line = shard_line(shard) + "\n"
            sink.write(line)
            total.update(line.encode("ascii"))
            count += 1
            documents += shard.documents
        sink.flush()
        os.fsync(sink.fileno())
    os.replace(scratch, path)
    return PlanFigures(total.hexdigest(), count, documents)


def read_plan(path: Path) -> Iterator[Shard]:
    """The shards of a written plan, one at a time."""
    with path.open(encoding="ascii") as source:
        for line in source:
            yield shard_from_line(line)


def shard_line(shard: Shard) -> str:
    """The description of a shard as a line of a plan; what an item leaves at its default is left out."""
    items = [
        {field.name: value for field in fields(item) if (value := getattr(item, field.name)) != field.default}
        for item in shard.items
    ]
    return json.dumps({"name": shard.name, "items": items})


def shard_from_line(line: str) -> Shard:
    """The shard that a line of a plan describes."""
    data: dict[str, Any] = json.loads(line)
    return Shard(data["name"], tuple(Item(**item) for item in data["items"]))


def _shard(items: list[Item], digests: Mapping[str, str]) -> Shard:
    """The shard of these items, named."""
    described = json.dumps([dict(digests), [asdict(item) for item in items]], sort_keys=True)
    return Shard(text_digest(described)[:32], tuple(items))


def _items(inputs: Iterable[Input], documents: int) -> Iterator[tuple[Item, int]]:
    """The items of the input, each with its bytes; of tables, whose rows have no size before they are read, 0."""
    for entry in inputs:
        if entry.kind in ("lines", "parquet", "arrow"):
            for item in _row_items(entry, documents):
                yield item, item.end - item.first if item.kind == "lines" else 0
        else:
            yield _file_item(entry), entry.size


def _file_item(entry: Input) -> Item:
    """The item of a file with one document; a file over the limit is told by its size alone, it will be refused."""
    if entry.kind == "skipped":
        return Item("settled", entry.path, entry.source, entry.name, "", status="skipped", reason=entry.reason)
    if entry.kind == "unreadable":
        reason = f"missing: {entry.reason}"
        return Item("settled", entry.path, entry.source, entry.name, "", status="error", reason=reason)
    try:
        digest = f"size {entry.size}" if entry.size > DEFAULT.max_bytes else file_digest(Path(entry.path))
    except OSError:
        digest = ""
    return Item("file", entry.path, entry.source, entry.name, digest)


def _row_items(entry: Input, documents: int) -> Iterator[Item]:
    """The items of a file of lines or rows; one that cannot be read, or holds none, is one settled item."""
    found = False
    try:
        if entry.kind == "lines":
            for place in scan_lines(entry.path, most_rows=documents, most_bytes=SHARD_BYTES):
                found = True
                item = Item("lines", entry.path, entry.source, entry.name, place.digest, place.rows)
                yield replace(item, first=place.start, end=place.end, line=place.line)
        else:
            total, digest = count_rows(entry.path, entry.kind), file_digest(Path(entry.path))  # type: ignore[arg-type]
            for first in range(0, total, documents):
                found = True
                rows = min(documents, total - first)
                yield Item(entry.kind, entry.path, entry.source, entry.name, digest, rows, first)
    except InputError as error:
        reason = f"damaged: {error.reason}"
    except (OSError, pa.ArrowException) as error:
        reason = f"damaged: {error}"
    else:
        reason = "no_text: the file holds no documents"
    if not found:
        yield Item("settled", entry.path, entry.source, entry.name, "", status="error", reason=reason)
