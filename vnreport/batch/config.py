"""What decides the outcome of a run, apart from its input, its models and its lexicon."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from vnreport.readers.limits import DEFAULT, MEGABYTE, Limits


@dataclass(frozen=True, slots=True)
class BatchConfig:
    """The bounds on one document. Nothing here changes what is found in a document that stays within them.

    `seconds` is the time from handing a document to a worker to its report: the slowest of 44 real files takes
    0.7, a text of ten million characters two minutes on a busy machine.
    `memory` bounds the address space of a worker in bytes, where the system has resource limits: libraries reserve
    1.6 GB of it and touch 0.2. `limits` bound a file.
    """

    seconds: float = 600.0
    memory: int = 4096 * MEGABYTE
    limits: Limits = field(default_factory=lambda: DEFAULT)

    def to_dict(self) -> dict[str, object]:
        """The settings as plain data, for the manifest."""
        return asdict(self)
