"""The error hierarchy: one root, typed fields beside the message, picklable."""

from __future__ import annotations

from dataclasses import dataclass, field


class VnreportError(Exception):
    """Root of every error that vnreport raises on purpose."""


@dataclass(eq=False)
class InputError(VnreportError):
    """A document, file or argument that cannot be used.

    `source` names the file or document id, `reason` says what is wrong in one sentence.
    """

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return (type(self), (self.source, self.reason))


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a data file: the row or record it stands in, the field, and what was found and expected."""

    place: str
    field: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.place}: {self.field}: found {self.found}, expected {self.expected}"


@dataclass(eq=False)
class DataFileError(VnreportError):
    """A lexicon, gold or model file with faults; all of them are listed at once."""

    source: str
    faults: tuple[Fault, ...] = field(default_factory=tuple)

    def __str__(self) -> str:
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        return f"{self.source}: {len(self.faults)} fault(s)\n{lines}"

    def __reduce__(self) -> tuple[type[DataFileError], tuple[str, tuple[Fault, ...]]]:
        return (type(self), (self.source, self.faults))


@dataclass(eq=False)
class ModelFileError(VnreportError):
    """A packaged model that is missing or whose checksum differs from its card."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"

    def __reduce__(self) -> tuple[type[ModelFileError], tuple[str, str]]:
        return (type(self), (self.source, self.reason))
