"""The flat tables: `documents`, `records` and `comparisons`, with their columns in order.

A row maps column names to values: `text` and `day` (ISO date) columns hold strings, `number` columns plain decimal
strings as the output JSON has them, `integer`, `real` and `boolean` columns Python's own; None is nothing there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind = Literal["text", "day", "number", "integer", "real", "boolean"]
Cell: TypeAlias = "str | int | float | bool | None"
Row: TypeAlias = "dict[str, Cell]"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the kind of its cells and what they say. `required` ones are never None."""

    name: str
    kind: Kind
    says: str
    required: bool = False


_KEY = Column("document", "integer", "number of the document in the run, from 1", required=True)
_ID = Column("document_id", "text", "id of the document")
_RECORD = Column("record", "text", "id of the record in its document", required=True)

DOCUMENTS = (
    _KEY,
    Column("id", "text", "id of the document"),
    Column("source", "text", "the file, line or row that it came from"),
    Column("status", "text", "ok, error, skipped or timeout", required=True),
    Column("reason", "text", "why there is no report"),
    Column("date", "day", "date of the document"),
    Column("title", "text", "title of the document"),
    Column("issuer", "text", "who issued it"),
    Column("number", "text", "number of the document, as 146/QĐ-TTg"),
    Column("records", "integer", "how many records it has; none without a report"),
    Column("warnings", "text", "what its report warns of, a line each"),
    Column("text_sha256", "text", "digest of its text"),
)

RECORDS = (
    _KEY,
    _ID,
    Column("document_date", "day", "date of the document"),
    _RECORD,
    Column("indicator", "text", "what is measured, acronyms expanded", required=True),
    Column("scope", "text", "places, organisations or groups, in the order of the text, joined by ' | '"),
    Column("period", "text", "ISO 8601 or EDTF"),
    Column("first_day", "day", "of the period; none where open"),
    Column("last_day", "day", "of the period; none where open"),
    Column("as_of", "boolean", "whether the figure is a state at the last day"),
    Column("value", "number", "the whole number; none for a range or without a value"),
    Column("low", "number", "lower end of a range"),
    Column("high", "number", "upper end of a range"),
    Column("of", "number", "the whole of a ratio"),
    Column("bound", "text", "=, ~, >, <, >= or <="),
    Column("unit", "text", "%, pp, x, ISO 4217, UCUM or a counted noun; empty for a bare figure, none without a value"),
    Column("status", "text", "actual, estimate, target or forecast", required=True),
    Column("aggregation", "text", "level, cumulative, average, share, rank, max or min", required=True),
    Column("comparisons", "integer", "how many comparisons it has", required=True),
    Column("checks", "text", "consistent, inconsistent where any check is, or none without checks"),
    Column("part_of", "text", "the record whose breakdown it is"),
    Column("confidence", "real", "chance that the record is right, 0 to 1", required=True),
    Column("indicator_text", "text", "the words of the document", required=True),
    Column("indicator_start", "integer", "offset in the text; none for a composed one"),
    Column("indicator_end", "integer", "offset in the text, exclusive"),
    Column("value_text", "text", "the words of the document"),
    Column("value_start", "integer", "offset in the text"),
    Column("value_end", "integer", "offset in the text, exclusive"),
    Column("period_text", "text", "the words of the document"),
    Column("period_inherited", "text", "where the period was taken from when its clause has none"),
    Column("sentence_start", "integer", "offset in the text", required=True),
    Column("sentence_end", "integer", "offset in the text, exclusive", required=True),
    Column("place_page", "integer", "page of the file, from 1"),
    Column("place_paragraph", "integer", "paragraph of the file, from 1"),
    Column("place_sheet", "text", "sheet of the workbook"),
    Column("place_table", "integer", "table of the file, from 1"),
    Column("place_row", "integer", "row of the table or sheet, from 1"),
    Column("place_column", "integer", "column of the table or sheet, from 1"),
)

COMPARISONS = (
    _KEY,
    _ID,
    _RECORD,
    Column("comparison", "integer", "number of the comparison in its record, from 1", required=True),
    Column("indicator", "text", "of the record", required=True),
    Column("direction", "text", "up, down, flat, times or ratio", required=True),
    Column("amount", "number", "of the change; none where the text gives none or a range"),
    Column("low", "number", "lower end of a range"),
    Column("high", "number", "upper end of a range"),
    Column("bound", "text", "=, ~, >, <, >= or <="),
    Column("unit", "text", "of the amount"),
    Column("baseline_kind", "text", "period, target, entity or unstated", required=True),
    Column("baseline_period", "text", "ISO 8601 or EDTF"),
    Column("baseline_first_day", "day", "of that period"),
    Column("baseline_last_day", "day", "of that period"),
    Column("baseline_text", "text", "the words of the document"),
    Column("baseline_value", "number", "the earlier figure when the text gives it"),
    Column("baseline_unit", "text", "its unit"),
    Column("text", "text", "the words of the document", required=True),
    Column("start", "integer", "offset in the text"),
    Column("end", "integer", "offset in the text, exclusive"),
)

TABLES = {"documents": DOCUMENTS, "records": RECORDS, "comparisons": COMPARISONS}
