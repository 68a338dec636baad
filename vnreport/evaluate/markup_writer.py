"""Writes gold documents in the in-line markup of the corpus (corpus/markup.md); `read_markup` gives them back."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from vnreport.errors import InputError
from vnreport.evaluate.markup_fields import KEYS
from vnreport.evaluate.numerals import read_number
from vnreport.records.decimals import plain

_DEFAULTS: dict[str, Any] = {"b": "=", "u": "", "st": "actual", "bk": "unstated", "opt": False, "check": None}
_TOP = ("id", "date", "domain", "kind", "issuer")


def write_markup(document: Mapping[str, Any]) -> str:
    """The markup of a gold object as `read_markup` gives it; reading it again gives the same object.

    The header's @period is the records' most frequent one. Raises InputError for a text that the markup cannot hold:
    braces, lines like record lines, empty lines at its ends, tabs, marks that overlap.
    """
    text = document["text"]
    _check_text(text, document["id"])
    periods = Counter(record["p"] for record in document["records"] if record["p"])
    default = periods.most_common(1)[0][0] if periods else None
    body = _body(document, text.split("\n"), default)
    return unicodedata.normalize("NFC", "\n".join([*_header(document, default), "", *body]) + "\n")


def _body(document: Mapping[str, Any], plain_lines: list[str], period: str | None) -> Iterator[str]:
    """The text's lines with their marks, record lines after the line of a record's first mark or as soon as may be."""
    left = sorted(_marks(document["records"]))
    waiting: list[str] = []
    written: set[int] = set()
    offset = 0
    for index, line in enumerate(plain_lines):
        end = offset + len(line)
        within = [mark for mark in left if mark[0] < end]
        left = left[len(within) :]
        yield _marked(line, offset, within, document["id"])
        for number in dict.fromkeys(int(mark[2].split(".")[0]) for mark in within):
            if number not in written:
                written.add(number)
                waiting += _record_lines(number, document["records"][number - 1], document["text"], period)
        if line and _empty_run(plain_lines, index + 1) <= 1:
            yield from waiting
            waiting = []
        offset = end + 1


def _header(document: Mapping[str, Any], period: str | None) -> Iterator[str]:
    for key in _TOP:
        yield f"@{key} {document[key] or '-'}"
    if period is not None:
        yield f"@period {period}"
    if document.get("form", "NFC") != "NFC":
        yield f"@form {document['form']}"
    if document.get("note"):
        yield f"@note {document['note']}"


def _check_text(text: str, name: str) -> None:
    if re.search(r"[{}\t\r]|^#[0-9]", text, re.MULTILINE):
        raise InputError(name, "braces, tabs, carriage returns or a line like a record line in the text")
    if not text.strip() or text != text.strip("\n") or re.search(r"^\s+$", text, re.MULTILINE):
        raise InputError(name, "an empty text, empty lines at its ends, or a line of spaces only")


def _marks(records: list[dict[str, Any]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and key of every marked number."""
    for number, record in enumerate(records, 1):
        if record["n"]:
            yield record["n"][0], record["n"][1], str(number)
        for index, item in enumerate(record["cmp"], 1):
            if item["n"]:
                yield item["n"][0], item["n"][1], f"{number}.{index}"


def _marked(line: str, offset: int, marks: list[tuple[int, int, str]], name: str) -> str:
    done, result = offset, ""
    for start, end, key in marks:
        if start < done or end > offset + len(line):
            raise InputError(name, f"the marked number {key} overlaps another or crosses a line break")
        result += line[done - offset : start - offset] + "{" + key + ":" + line[start - offset : end - offset] + "}"
        done = end
    return result + line[done - offset :]


def _empty_run(lines: list[str], start: int) -> int:
    """How many empty lines follow; record lines may stand before one, but not before several, which they would join."""
    end = start
    while end < len(lines) and not lines[end]:
        end += 1
    return end - start


def _record_lines(number: int, record: Mapping[str, Any], text: str, period: str | None) -> Iterator[str]:
    fields = {name: record[name] for name in KEYS[0] if name in record and name != "p"}
    fields |= _shown(record, text)
    if record["p"] != period:
        fields["p"] = record["p"] or "-"
    yield _line(str(number), fields)
    for index, item in enumerate(record["cmp"], 1):
        fields = {name: item[name] for name in KEYS[1]} | _shown(item, text)
        if item["n"] is None:
            fields["v"] = "-"
        if item["bk"] == "period" and item["bp"] is None:
            fields["bp"] = "-"
        yield _line(f"{number}.{index}", fields)


def _shown(entry: Mapping[str, Any], text: str) -> dict[str, str | None]:
    """v, lo and hi, None where the span prints just these."""
    given = {name: entry[name] for name in ("v", "lo", "hi")}
    reading = read_number(text[entry["n"][0] : entry["n"][1]]) if entry["n"] else None
    if reading is None:
        return given
    printed = {"v": reading.number, "lo": reading.low, "hi": reading.high}
    same = all((None if value is None else plain(value)) == given[name] for name, value in printed.items())
    return dict.fromkeys(given, None) if same else given


def _line(key: str, fields: Mapping[str, Any]) -> str:
    parts = [f"#{key}"]
    for name, value in fields.items():
        if value is None or value == _DEFAULTS.get(name, ()):
            continue
        for item in value if isinstance(value, list) else [value]:
            parts.append(f"{name}={_quoted('1' if item is True else str(item))}")
    return " ".join(parts)


def _quoted(value: str) -> str:
    escaped = value.replace('"', '\\"')
    return f'"{escaped}"' if re.search(r'[\s"]', value) or not value else value
