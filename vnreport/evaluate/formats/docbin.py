"""spaCy DocBin: each figure a span of the group "figures", its fields in the user data; holds everything.

Words are cut at white space and at the ends of the figures, so that every span falls on words; the text comes back
character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnreport.errors import InputError
from vnreport.evaluate.documents import Document
from vnreport.evaluate.formats.regions import Region, head_of, rebuild, to_regions

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

GROUP = "figures"
KEY = "vnreport"
_PIECE = re.compile(r"\S+|\s+")


def write(documents: Iterable[Document], path: str | Path) -> None:
    """Writes a .spacy file with one Doc a document."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    vocab = Vocab()
    store = DocBin(store_user_data=True)
    for document in documents:
        store.add(to_doc(document, vocab))
    store.to_disk(path)


def read(path: str | Path) -> list[Document]:
    """The documents of a .spacy file. Raises InputError where a Doc was not written by this module."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    store = DocBin(store_user_data=True).from_disk(path)
    return [from_doc(doc, source=str(path)) for doc in store.get_docs(Vocab())]


def to_doc(document: Document, vocab: Vocab) -> Doc:
    """The Doc of a document."""
    from spacy.tokens import Doc

    regions = to_regions(document.records)
    edges = sorted({edge for region in regions for edge in (region.start, region.end)})
    words, spaces = _words(document.text, edges)
    doc = Doc(vocab, words=words, spaces=spaces)
    spans = [doc.char_span(region.start, region.end, label=region.label) for region in regions]
    doc.spans[GROUP] = [span for span in spans if span is not None]
    rows = [{"id": region.id, "parent": region.parent, "fields": dict(region.fields)} for region in regions]
    doc.user_data[KEY] = {"document": head_of(document), "regions": rows}
    return doc


def from_doc(doc: Doc, *, source: str = "doc") -> Document:
    """The document of a Doc."""
    data: Any = doc.user_data.get(KEY)
    if not isinstance(data, dict) or GROUP not in doc.spans:
        raise InputError(source, f"a Doc without spans {GROUP!r} or without the user data {KEY!r}")
    regions = [
        Region(row["id"], span.label_, span.start_char, span.end_char, row["parent"], row["fields"])
        for span, row in zip(doc.spans[GROUP], data["regions"], strict=True)
    ]
    return rebuild(data["document"], doc.text, regions)


def _words(text: str, edges: list[int]) -> tuple[list[str], list[bool]]:
    """Words, and whether a blank follows each: stretches with and without white space, cut at the edges."""
    words: list[str] = []
    spaces: list[bool] = []
    cut = set(edges)
    bounds = sorted({0, len(text), *edges})
    for start, end in zip(bounds, bounds[1:], strict=False):
        for match in _PIECE.finditer(text, start, end):
            piece = match[0]
            loose = not cut & {match.start(), match.start() + 1}
            if piece.startswith(" ") and loose and words and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
            if piece:
                words.append(piece)
                spaces.append(False)
    return words, spaces
