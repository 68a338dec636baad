"""Reads the in-line markup of the corpus (corpus/markup.md) into gold documents; strict, every fault at once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vnreport.errors import DataFileError, Fault
from vnreport.evaluate.fields import check_period, check_record, check_strict
from vnreport.evaluate.markup_fields import KEYS, build_entry, order

MARK = re.compile(r"\{(?P<key>[1-9][0-9]*(?:\.[1-9][0-9]*)?):(?P<span>[^{}]*)\}")
_ENTRY = re.compile(r"#(?P<key>[1-9][0-9]*(?:\.[1-9][0-9]*)?)(?=\s|$)(?P<rest>.*)")
_PAIR = re.compile(r'\s+(?P<key>\w+)=(?:"(?P<quoted>(?:\\"|[^"])*)"|(?P<bare>[^\s"]*))')
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HEADER = ("id", "date", "domain", "kind", "issuer", "period", "form", "note")
REQUIRED = ("id", "date", "domain", "kind", "issuer")


class MarkupError(DataFileError):
    """A markup file with faults; `faults` holds all of them, each with line and record in its place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record line: `key` is "K" or "K.J", `pairs` its fields in order, `line` counts from 1."""

    key: str
    line: int
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked number: its key, its span in the plain text, the line of the file."""

    key: str
    line: int
    start: int
    end: int


@dataclass(slots=True)
class _Reader:
    """What one pass over a file collects."""

    source: str
    faults: list[Fault] = field(default_factory=list)
    header: dict[str, str] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    text: str = ""

    def fault(self, line: int, field_name: str, found: str, expected: str, key: str = "") -> None:
        place = f"line {line} #{key}" if key else f"line {line}"
        self.faults.append(Fault(place, field_name, found, expected))


def read_markup_file(path: Path) -> dict[str, Any]:
    """The gold document of one markup file, whose name must be its id. Raises MarkupError with every fault."""
    try:
        content = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise MarkupError(str(path), (Fault("file", "encoding", str(error), "UTF-8"),)) from error
    return read_markup(content, source=str(path), name=path.stem)


def read_markup(content: str, *, source: str, name: str | None = None) -> dict[str, Any]:
    """The gold document of a markup text: guidelines section 7 with every key, and domain, kind, issuer, form.

    Numbers are texts of plain decimals. `source` is what errors call the file; `name`, where given, must be the id.
    Raises MarkupError with every fault.
    """
    reader = _Reader(source)
    if unicodedata.normalize("NFC", content) != content:
        reader.fault(1, "form", "decomposed letters", "NFC; @form NFD stores the document decomposed")
    if "\r" in content or "\t" in content:
        reader.fault(1, "text", "a carriage return or tab", "line feeds and spaces")
    lines = content.split("\n")
    start = _read_header(reader, lines, name)
    _read_body(reader, lines, start)
    records = _join(reader)
    if reader.faults:
        raise MarkupError(source, tuple(sorted(reader.faults, key=_line)))
    return _document(reader, records)


def _document(reader: _Reader, records: list[dict[str, Any]]) -> dict[str, Any]:
    header = reader.header
    return {
        "id": header["id"],
        "date": None if header["date"] == "-" else header["date"],
        "domain": header["domain"],
        "kind": header["kind"],
        "issuer": header["issuer"],
        "form": header.get("form", "NFC"),
        "note": header.get("note", ""),
        "text": reader.text,
        "records": records,
    }


def _read_header(reader: _Reader, lines: list[str], name: str | None) -> int:
    """Fills the header; returns the index of the first line of the text."""
    index = 0
    for index, line in enumerate(lines):
        if not line.strip():
            break
        key, _, value = line.partition(" ")
        value = value.strip()
        if not key.startswith("@") or key[1:] not in HEADER:
            reader.fault(index + 1, "header", key, "one of " + " ".join(f"@{item}" for item in HEADER))
        elif key[1:] in reader.header:
            reader.fault(index + 1, key, "given twice", "one value")
        elif not value:
            reader.fault(index + 1, key, "nothing", "a value")
        else:
            reader.header[key[1:]] = value
    _check_header(reader, name)
    return index + 1


def _check_header(reader: _Reader, name: str | None) -> None:
    header = reader.header
    for key in REQUIRED:
        if key not in header:
            reader.fault(1, f"@{key}", "nothing", "a value")
    for key in ("id", "domain", "kind"):
        if key in header and not _NAME.fullmatch(header[key]):
            reader.fault(1, f"@{key}", header[key], "lower-case letters, digits and hyphens")
    if name is not None and header.get("id", name) != name:
        reader.fault(1, "@id", header["id"], f"the file's name, {name}")
    if header.get("form", "NFC") not in ("NFC", "NFD"):
        reader.fault(1, "@form", header.pop("form"), "NFC or NFD")
    if header.get("date", "-") != "-" and (
        not _DATE.fullmatch(header["date"]) or list(check_period(header["date"], "", ""))
    ):
        reader.fault(1, "@date", header["date"], "YYYY-MM-DD or -")
    if header.get("period", "-") != "-":
        faults = list(check_period(header["period"], "line 1", "@period"))
        reader.faults += faults
        if faults:
            del header["period"]


def _read_body(reader: _Reader, lines: list[str], start: int) -> None:
    """Fills text, marks and entries. A run of record and empty lines stands as one empty line if it has any."""
    form: Any = reader.header.get("form", "NFC")
    kept: list[tuple[int, str]] = []
    empty: list[tuple[int, str]] = []
    record_seen = False
    for number, line in enumerate(lines[start:], start + 1):
        if re.match(r"#[0-9]", line):
            _read_entry(reader, number, line)
            record_seen = True
        elif not line.strip():
            empty.append((number, ""))
        else:
            kept += empty[:1] if record_seen or not kept else empty
            kept.append((number, line))
            empty, record_seen = [], False
    if kept and not kept[0][1]:
        kept.pop(0)
    if not kept:
        reader.fault(len(lines), "text", "nothing", "the text of the document")
    pieces: list[str] = []
    offset = 0
    for number, line in kept:
        pieces.append(_read_line(reader, number, line, offset, form))
        offset += len(pieces[-1]) + 1
    reader.text = "\n".join(pieces)


def _read_line(reader: _Reader, number: int, line: str, offset: int, form: Any) -> str:
    """The plain text of one line; its marks are noted with offsets in the stored form of the text."""
    plain, done = "", 0
    for match in MARK.finditer(line):
        plain += unicodedata.normalize(form, line[done : match.start()])
        span = unicodedata.normalize(form, match["span"])
        key, done = match["key"], match.end()
        if key in reader.marks:
            reader.fault(number, "mark", "marked twice", "each number once", key)
        if not span or span != span.strip():
            reader.fault(number, "mark", repr(span), "a number without spaces around it", key)
        reader.marks[key] = Mark(key, number, offset + len(plain), offset + len(plain) + len(span))
        plain += span
    plain += unicodedata.normalize(form, line[done:])
    if "{" in plain or "}" in plain:
        brace = min(plain.find(sign) for sign in "{}" if sign in plain)
        reader.fault(
            number,
            "mark",
            repr(plain[max(0, brace - 10) : brace + 25]),
            "marks {K:span} or {K.J:span}; no other braces",
        )
    return plain


def _read_entry(reader: _Reader, number: int, line: str) -> None:
    match = _ENTRY.fullmatch(line.rstrip())
    if match is None:
        reader.fault(number, "record line", line[:30], "#K or #K.J, then key=value fields")
        return
    key, rest = match["key"], match["rest"].rstrip()
    pairs, done = [], 0
    for pair in _PAIR.finditer(rest):
        if pair.start() != done:
            break
        value = pair["bare"] if pair["quoted"] is None else pair["quoted"].replace('\\"', '"')
        pairs.append((pair["key"], value))
        done = pair.end()
    if done != len(rest):
        reader.fault(
            number,
            "record line",
            rest[done : done + 30].strip(),
            'key=value; values with a space in "…", quotes in it as \\"',
            key,
        )
    allowed = KEYS["." in key]
    for index, (name, _) in enumerate(pairs):
        if name not in allowed:
            reader.fault(number, name, "an unknown field", "one of " + " ".join(allowed), key)
        elif name != "sc" and name in (seen for seen, _ in pairs[:index]):
            reader.fault(number, name, "given twice", "one value", key)
    if key in reader.entries:
        reader.fault(
            number,
            "record line",
            f"a second line for #{key}",
            f"one; the first is line {reader.entries[key].line}",
            key,
        )
    reader.entries[key] = Entry(key, number, tuple(pairs))


def _join(reader: _Reader) -> list[dict[str, Any]]:
    """The records in the order of the text, marks joined with their lines; faults are noted."""
    for key, mark in reader.marks.items():
        if key not in reader.entries:
            reader.fault(mark.line, "record line", "nothing", f"a line #{key}", key)
        if "." in key and key.split(".")[0] not in reader.entries:
            reader.fault(mark.line, "record line", "nothing", f"a line #{key.split('.')[0]}", key)
    found = []
    for key, entry in sorted(reader.entries.items(), key=lambda item: order(item[0])):
        place = f"line {entry.line} #{key}"
        values, faults = build_entry(entry.key, entry.pairs, _span(reader, key), reader.text, reader.header, place)
        reader.faults += faults
        if "." not in key:
            found.append((key, place, values))
        elif found and found[-1][0] == key.split(".")[0]:
            found[-1][2]["cmp"].append(values)
        elif key.split(".")[0] not in reader.marks:
            reader.fault(entry.line, "record line", "nothing", f"a line #{key.split('.')[0]}", key)
    for _, place, values in found:
        reader.faults += check_record(values, place, len(reader.text))
        reader.faults += check_strict(values, place)
    return [values for _, _, values in sorted(found, key=lambda item: anchor(item[2]))]


def _span(reader: _Reader, key: str) -> tuple[int, int] | None:
    mark = reader.marks.get(key)
    return None if mark is None else (mark.start, mark.end)


def anchor(record: dict[str, Any]) -> tuple[int, int]:
    """The span by which a record stands in the text: its number's, else its first marked comparison's."""
    spans = [record["n"], *(item["n"] for item in record["cmp"])]
    first: list[int] = next((span for span in spans if span), [0, 0])
    return first[0], first[1]


def _line(fault: Fault) -> int:
    match = re.match(r"line ([0-9]+)", fault.place)
    return int(match[1]) if match else 0
