"""The frozen models of the output JSON (`corpus/guidelines.md`, section 6).

Every `start`, `end` is a half-open character offset of the original input, before any normalisation, and
`original[start:end] == text` holds wherever both offsets are given. Offsets are None for a text that was composed
from several places ("CPI" + "lương thực"); its pieces then stand in `parts`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, PlainSerializer

from vnreport.records.decimals import plain

SCHEMA_VERSION = "1.0"

Number = Annotated[Decimal, PlainSerializer(plain, return_type=str)]
Bound = Literal["=", "~", ">", "<", ">=", "<="]
Status = Literal["actual", "estimate", "target", "forecast"]
Direction = Literal["up", "down", "flat", "times", "ratio"]
BaselineKind = Literal["period", "target", "entity", "unstated"]
Aggregation = Literal["level", "cumulative", "average", "share", "rank", "max", "min"]


class Model(BaseModel):
    """Frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(Model):
    """A stretch of the original text; both offsets None for a composed text."""

    text: str
    start: int | None
    end: int | None


class UnitText(Model):
    """A unit in its normal form: `%`, `pp`, `x`, ISO 4217, UCUM, `VND/L`, or a counted noun in lower case.

    Offsets are None where the unit was taken from elsewhere in the text or is left out.
    """

    text: str
    start: int | None
    end: int | None
    code: str
    kind: str


class Value(Quote):
    """The figure of a record: `number`, or `low` and `high` of a range; `of` is the whole of a ratio."""

    number: Number | None
    low: Number | None
    high: Number | None
    of: Number | None
    bound: Bound
    unit: UnitText


class Indicator(Quote):
    """What is measured; `name` is the text with acronyms expanded, spaces and case normalised."""

    name: str
    parts: tuple[Quote, ...] = ()


class Scope(Quote):
    """A place, organisation or group that the figure is about."""

    kind: str


class PeriodText(Model):
    """A resolved period; its days are ISO dates, None where open. `inherited` says where it was taken from."""

    text: str | None
    start: int | None
    end: int | None
    iso: str
    first_day: str | None
    last_day: str | None
    as_of: bool
    inherited: str | None


class Amount(Quote):
    """The amount of a change: `number`, or `low` and `high`, in `unit`."""

    number: Number | None
    low: Number | None
    high: Number | None
    bound: Bound
    unit: UnitText


class Baseline(Model):
    """What a figure is compared with; `text` and offsets None where nothing is said."""

    kind: BaselineKind
    period: PeriodText | None
    text: str | None
    start: int | None
    end: int | None


class BaselineValue(Quote):
    """The earlier figure that the text gives."""

    number: Number
    unit: UnitText


class Comparison(Quote):
    """A change or ratio; `amount` is None for a bare "tăng so với…"."""

    direction: Direction
    amount: Amount | None
    baseline: Baseline
    baseline_value: BaselineValue | None


class Check(Model):
    """An arithmetic check: what the text states and what follows from its other figures, as plain text."""

    kind: str
    verdict: Literal["consistent", "inconsistent"]
    stated: str
    computed: str


class SentenceSpan(Model):
    """Where the record's sentence stands."""

    start: int
    end: int


class SourceLocation(Model):
    """Where a record's figure stands in the file it was read from; all count from 1, None where there is no such thing.

    `paragraph` counts paragraphs outside tables (lines of the page in PDF, lines of a text file); `row` and `column`
    are those of the table, or of the sheet as its program shows them.
    """

    page: int | None = None
    paragraph: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


class Evidence(Model):
    """Which rule row or model found a field, from which stretch of the original (None where nothing is quoted)."""

    field: str
    rule: str
    start: int | None
    end: int | None


class Record(Model):
    """One figure that a report states about something measurable."""

    id: str
    indicator: Indicator
    value: Value | None
    scope: tuple[Scope, ...]
    period: PeriodText | None
    status: Status
    aggregation: Aggregation
    comparisons: tuple[Comparison, ...]
    part_of: str | None
    checks: tuple[Check, ...]
    sentence: SentenceSpan
    confidence: float
    field_confidence: dict[str, float]
    evidence: tuple[Evidence, ...] = ()
    location: SourceLocation | None = None


class AcronymUse(Model):
    """An acronym of the text with its expansion; `source` is "document" or the lexicon row."""

    short: str
    long: str
    start: int
    end: int
    source: str


class Report(Model):
    """All records of one document, in reading order.

    `date` is the document's date (ISO) or None where neither the caller nor the text gives one; `text_sha256` is the
    digest of the original text in UTF-8 (lone surrogates passed through).
    """

    id: str | None
    date: str | None
    text_sha256: str
    records: tuple[Record, ...]
    acronyms: tuple[AcronymUse, ...]
    warnings: tuple[str, ...]

    def to_dict(self, *, evidence: bool = False) -> dict[str, object]:
        """The output JSON as plain objects; numbers are strings. `evidence` adds each record's evidence list.

        A record has a `location` only where its document was read from a file that has places.
        """
        data = self.model_dump(mode="json")
        for record in data["records"]:
            if not evidence:
                record.pop("evidence")
            if record["location"] is None:
                record.pop("location")
        return data

    def to_json(self, *, evidence: bool = False, indent: int | None = None) -> str:
        """The output JSON as text, UTF-8 letters unescaped, keys in the order of the guide."""
        import json

        return json.dumps(self.to_dict(evidence=evidence), ensure_ascii=False, indent=indent)


def json_schema() -> dict[str, object]:
    """The JSON Schema of a report as it is written, with its version."""
    schema = Report.model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["version"] = SCHEMA_VERSION
    return schema
