"""Why a file cannot be read: one class a cause, each an InputError that names the file and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from vnreport.errors import InputError


@dataclass(eq=False)
class Refusal(InputError):
    """A file that is not read; `code` is the cause in one word, for error rows."""

    code: ClassVar[str] = "unreadable"


class Missing(Refusal):
    """The path is not a file, or the system does not let us read it."""

    code = "missing"


class UnknownFormat(Refusal):
    """The content is none of the formats that can be read, whatever the extension says."""

    code = "unknown_format"


class Damaged(Refusal):
    """The file is truncated or contradicts its own format."""

    code = "damaged"


class Encrypted(Refusal):
    """The file asks for a password."""

    code = "encrypted"


class NoText(Refusal):
    """The file holds no text: a scan without a text layer, or nothing at all."""

    code = "no_text"


class TooLarge(Refusal):
    """The file, or what it unpacks to, is over a limit."""

    code = "too_large"


class ZipBomb(TooLarge):
    """An archive that unpacks to many times its size."""

    code = "zip_bomb"


class ExternalEntities(Refusal):
    """XML with a document type definition, which Office never writes and which can name other files."""

    code = "external_entities"


class Macros(Refusal):
    """An Office file with macros, which are never run."""

    code = "macros"


class MissingLibrary(Refusal):
    """The optional library that reads this format is not installed."""

    code = "missing_library"


class TimedOut(Refusal):
    """Reading took longer than the guard allows."""

    code = "timeout"


class Crashed(Refusal):
    """The process that read the file died, or ran out of memory."""

    code = "crashed"
