"""The one shape in which the scorer sees records, gold and predicted alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

Span = tuple[int, int]

FIELDS = ("value", "bound", "unit", "indicator", "period", "comparisons", "baselines", "status", "scope")
"""The fields that are judged, in the order of every table."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A change or ratio of a record.

    `span` is the amount's, None where there is none in the text. All numbers are None for a change without an amount.
    """

    span: Span | None
    direction: str
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: str = "="
    unit: str = ""
    baseline_kind: str = "unstated"
    baseline_period: str | None = None
    baseline_value: Decimal | None = None

    @property
    def kind_of_baseline(self) -> str:
        """The baseline's kind for scoring: a period that is not named says no more than `unstated`."""
        if self.baseline_kind == "period" and not self.baseline_period:
            return "unstated"
        return self.baseline_kind


@dataclass(frozen=True, slots=True)
class Record:
    """A gold or predicted record.

    `span` is the number's, None for a record without a value. `optional` and `check` are gold's own; `confidence` is
    a prediction's, None where it gives none.
    """

    span: Span | None
    indicator: str
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    of: Decimal | None = None
    bound: str = "="
    unit: str = ""
    scopes: tuple[str, ...] = ()
    period: str | None = None
    status: str = "actual"
    comparisons: tuple[Comparison, ...] = ()
    optional: bool = False
    check: str | None = None
    confidence: float | None = None

    @property
    def anchors(self) -> tuple[Span, ...]:
        """The spans by which the record is paired: its number's, else those of its comparisons' amounts."""
        if self.span is not None:
            return (self.span,)
        return tuple(item.span for item in self.comparisons if item.span is not None)

    @property
    def place(self) -> Span:
        """Where the record stands in the text; (0, 0) where it has no anchor."""
        return self.anchors[0] if self.anchors else (0, 0)


@dataclass(frozen=True, slots=True)
class Document:
    """A gold document; `text` may be empty where the file carries none. `form` is the Unicode form of the text."""

    id: str
    records: tuple[Record, ...]
    text: str = ""
    date: str | None = None
    domain: str = ""
    kind: str = ""
    issuer: str = ""
    form: str = "NFC"
    note: str = ""
    split: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a program found in one document; `bad_offsets` counts quoted texts that do not stand where they say."""

    id: str
    records: tuple[Record, ...] = field(default=())
    bad_offsets: int = 0
