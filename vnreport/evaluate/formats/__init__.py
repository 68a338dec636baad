"""Gold documents in the forms of annotation tools, one module each with `write` and `read`.

What a form can hold comes back unchanged. Label Studio, doccano and DocBin hold everything; brat holds the text and the
records, not the document's date, domain, kind, issuer and note.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from vnreport.errors import InputError
from vnreport.evaluate.documents import Document

NAMES = ("label_studio", "brat", "doccano", "docbin")


class Format(Protocol):
    """A module that writes and reads gold documents in one form."""

    def write(self, documents: Iterable[Document], path: str | Path) -> None:
        """Writes the documents to a file, or to a directory where the form has one file a document."""

    def read(self, path: str | Path) -> list[Document]:
        """The documents of a file or directory."""


def load_format(name: str) -> Format:
    """The module of a form. Raises InputError for a name that is none of NAMES."""
    if name not in NAMES:
        raise InputError(name, f"no such form; expected one of {', '.join(NAMES)}")
    return cast(Format, import_module(f"vnreport.evaluate.formats.{name}"))
