"""What a command is given to read: files of every kind, and plain text as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from os import PathLike
from pathlib import Path

from vnreport.readers.documents import Document, Location, SourceSpan
from vnreport.readers.limits import DEFAULT, Limits
from vnreport.readers.reading import load_bytes, read_documents
from vnreport.readers.sniffing import sniff


def read_inputs(path: str | PathLike[str], *, limits: Limits = DEFAULT) -> Iterator[Document]:
    """The documents in a file, as `read_documents` gives them, but plain UTF-8 text exactly as it stands.

    So the offsets of a text file are its own, white space at the ends of lines included. Raises a Refusal.
    """
    source, data = str(path), load_bytes(path, limits)
    if not data.strip() or sniff(source, data, limits) == "text":
        try:
            yield plain_document(data.decode("utf-8-sig"), source=source)
            return
        except UnicodeDecodeError:
            pass
    yield from read_documents(Path(path), limits=limits)


def plain_document(text: str, *, source: str) -> Document:
    """The document of a text that is not changed; its places are the numbers of its lines."""
    lines = text.splitlines(keepends=True)
    ends = list(accumulate(map(len, lines)))
    spans = (
        SourceSpan(end - len(line), end, Location(paragraph=number))
        for number, (line, end) in enumerate(zip(lines, ends, strict=True), 1)
    )
    return Document(source=source, format="text", text=text, source_map=tuple(spans))
