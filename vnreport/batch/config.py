"""What decides the outcome of a run, apart from its input, the shipped models and the lexicon."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field
from pathlib import Path

from vnreport.errors import ModelFileError
from vnreport.readers.limits import DEFAULT, MEGABYTE, Limits


@dataclass(frozen=True, slots=True)
class BatchConfig:
    """How documents are read, and the bounds on one; these change nothing in a document that stays within them.

    `rules_only` leaves out the trained models; `confidence` is the path of a model of `vnreport calibrate`, None for
    the shipped one.
    `seconds` is the time from handing a document to a worker to its report: the slowest of 44 real files takes
    0.7, a text of ten million characters two minutes on a busy machine.
    `memory` bounds the address space of a worker in bytes, where the system has resource limits: libraries reserve
    1.6 GB of it and touch 0.2. `limits` bound a file.
    """

    rules_only: bool = False
    confidence: str | None = None
    seconds: float = 600.0
    memory: int = 4096 * MEGABYTE
    limits: Limits = field(default_factory=lambda: DEFAULT)

    def to_dict(self) -> dict[str, object]:
        """The settings as plain data, for the manifest; the confidence model by the SHA-256 of its file.

        Raises ModelFileError where that cannot be read.
        """
        return {**asdict(self), "confidence": self.confidence_digest()}

    def confidence_digest(self) -> str | None:
        """SHA-256 of the confidence model's file, None for the shipped one. Raises ModelFileError."""
        if self.confidence is None:
            return None
        try:
            return hashlib.sha256(Path(self.confidence).read_bytes()).hexdigest()
        except OSError as error:
            raise ModelFileError(self.confidence, error.strerror or "cannot be read") from error
