"""Converts underthesea's word segmentation model into the plain file models/words/words.txt.gz.

The model (a CRFsuite file with the labels B-W and I-W, feature templates and a dictionary) comes with the package
underthesea, Apache-2.0. The plain file is UTF-8 text in sections; `vnreport/text/word_weights.py` describes and reads
them. Weights are those of I-W less those of B-W, in millionths. Usage: python scripts/convert_words.py [DIRECTORY]
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import re
import struct
from collections.abc import Iterator
from importlib import metadata, util
from pathlib import Path

MODEL = "ws_crf_vlsp2013_20230727"
FILE = "words.txt.gz"
UNIT = 1_000_000
WIDTHS = {1: 5, 2: 4, 3: 3}
"""How many places a window of one, two or three tokens has between two before and two behind the token."""

LABELS = ["B-W", "I-W"]
TEMPLATE = re.compile(r"T\[(-?\d+)(?:,(-?\d+))?\](?:\.(\w+))?")
LEXICAL = (None, "lower")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", nargs="?", type=Path, default=Path(__file__).parents[1] / "models" / "words")
    directory: Path = parser.parse_args().directory
    directory.mkdir(parents=True, exist_ok=True)
    packed = gzip.compress(plain_model(), compresslevel=9, mtime=0)
    (directory / FILE).write_bytes(packed)
    digest = hashlib.sha256(packed).hexdigest()
    (directory / "SHA256SUMS").write_text(f"{digest}  {FILE}\n", encoding="utf-8")
    print(f"{directory / FILE}: {len(packed)} bytes, sha256 {digest}")


def plain_model() -> bytes:
    """The plain file's content, made from the installed underthesea."""
    import joblib
    from underthesea.pipeline.text_normalize.text_normalizer import token_map

    spec = util.find_spec("underthesea")
    if spec is None or spec.origin is None:
        raise SystemExit("underthesea is not installed")
    source = Path(spec.origin).parent / "pipeline" / "word_tokenize" / "models" / MODEL
    weights, transitions = word_weights(source / "models.bin")
    tables = fold(weights, joblib.load(source / "features.bin"))
    words = sorted(word for word in joblib.load(source / "dictionary.bin") if word == word.strip())
    spellings = sorted(f"{old}\t{new}" for old, new in token_map.items() if old != new)
    lines = ["vnreport words 1", f"source underthesea {metadata.version('underthesea')} {MODEL} Apache-2.0"]
    lines += section("transitions", [" ".join(str(round(value * UNIT)) for value in transitions)])
    for name, rows in tables.items():
        table = {value: f"{value} {' '.join(map(str, row))}" for value, row in rows.items()}
        lines += section(name, grouped(table) if name[0] in "23" else single(table))
    lines += section("words.1", [word for word in words if " " not in word])
    for size in (2, 3):
        lines += section(f"words.{size}", grouped({word: word for word in words if word.count(" ") == size - 1}))
    lines += section("spellings", spellings)
    return ("\n".join(lines) + "\n").encode("utf-8")


def section(name: str, rows: list[str]) -> list[str]:
    """The lines of one section: its name and number of rows, then the rows."""
    return [f"[{name} {len(rows)}]", *rows]


def single(table: dict[str, str]) -> list[str]:
    """One row for each value: the value, a tab, its weights."""
    return [f"{value}\t{text[len(value) + 1 :]}" for value, text in sorted(table.items())]


def grouped(table: dict[str, str]) -> list[str]:
    """One row for each first token of the values: it, then each value's text without it, after tabs."""
    groups: dict[str, list[str]] = {}
    for value, text in sorted(table.items()):
        first = value.split(" ", 1)[0]
        groups.setdefault(first, []).append(text.removeprefix(f"{first} "))
    return ["\t".join((first, *texts)) for first, texts in sorted(groups.items())]


def fold(weights: dict[str, float], templates: list[str]) -> dict[str, dict[str, list[int]]]:
    """Section name → feature value → its weight at each place of the window, in units; all-zero rows left out.

    A window of n tokens whose first stands k places from the token in question has place k + 2. Sections are named
    "1", "2.lower", "3" for values that are texts, "flags" holds the rest as "<n>.<function>.<value>".
    """
    places: dict[str, tuple[int, int, str | None]] = {}
    for template in templates:
        found = TEMPLATE.fullmatch(template)
        if found is None:
            raise SystemExit(f"unknown template {template}")
        first, last = int(found[1]), int(found[2] or found[1])
        places[template] = (last - first + 1, first + 2, found[3])
    tables: dict[str, dict[str, list[int]]] = {name: {} for name in ("flags", "1", "1.lower", "2", "2.lower", "3")}
    for attribute, weight in weights.items():
        template, value = attribute.split("=", 1)
        size, place, function = places[template]
        name = str(size) if function is None else f"{size}.{function}"
        if function in LEXICAL and value not in ("BOS", "EOS"):
            rows = tables[name]
        else:
            rows, value = tables["flags"], f"{name}.{value}"
        rows.setdefault(value, [0] * WIDTHS[size])[place] += round(weight * UNIT)
    return {name: {value: row for value, row in rows.items() if any(row)} for name, rows in tables.items()}


def word_weights(path: Path) -> tuple[dict[str, float], list[float]]:
    """Attribute → weight of I-W less that of B-W; and the transitions B→B, B→I, I→B, I→I."""
    labels, states, found = read_crfsuite(path)
    if labels != LABELS:
        raise SystemExit(f"{path} has the labels {labels}")
    weights: dict[str, float] = {}
    for attribute, label, weight in states:
        sign = 1 if label == "I-W" else -1
        weights[attribute] = weights.get(attribute, 0.0) + sign * weight
    return weights, [found.get((source, target), 0.0) for source in LABELS for target in LABELS]


def read_crfsuite(path: Path) -> tuple[list[str], list[tuple[str, str, float]], dict[tuple[str, str], float]]:
    """The labels, the state features (attribute, label, weight) and the transitions of a CRFsuite file."""
    data = path.read_bytes()
    if data[:4] != b"lCRF":
        raise SystemExit(f"{path} is no CRFsuite model")
    features, labels, attributes = struct.unpack_from("<III", data, 28)
    names, words = dict(strings(data, labels)), dict(strings(data, attributes))
    (count,) = struct.unpack_from("<I", data, features + 8)
    states: list[tuple[str, str, float]] = []
    transitions: dict[tuple[str, str], float] = {}
    for kind, source, target, weight in struct.iter_unpack("<IIId", data[features + 12 : features + 12 + 20 * count]):
        if kind == 0:
            states.append((words[source], names[target], weight))
        else:
            transitions[names[source], names[target]] = weight
    return [names[index] for index in sorted(names)], states, transitions


def strings(data: bytes, offset: int) -> Iterator[tuple[int, str]]:
    """The identifiers and texts of the constant database (CQDB) at `offset`."""
    _, _, _, _, count, table = struct.unpack_from("<4sIIIII", data, offset)
    for index in range(count):
        (place,) = struct.unpack_from("<I", data, offset + table + 4 * index)
        if place:
            identifier, size = struct.unpack_from("<II", data, offset + place)
            start = offset + place + 8
            yield identifier, data[start : start + size - 1].decode("utf-8")


if __name__ == "__main__":
    main()
