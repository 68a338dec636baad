"""The gate: figures must not fall below their floors, and floors must not be lowered without a reason.

`corpus/baseline.toml` has one table a split: `digest` of the gold file that the floors were measured on, `reason` where
a floor is lower than in the committed version before, and the floors.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path

from vnreport.errors import DataFileError, Fault

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover
    import tomli as tomllib

GUARDED = ("span_f1", "core_f1", "rec_f1", "acc_period", "acc_indicator", "cmp_f1", "accept_at_99")
"""The figures that `raised` gives a floor to."""

STEP = Decimal("0.001")
"""Floors are cut to this step, so that a rounding does not close the gate."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The floors of one split; `digest` is the SHA-256 of its gold file, `reason` why a floor was lowered."""

    split: str
    digest: str
    reason: str = ""
    floors: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Breach:
    """What closes the gate, in one sentence; `figure` is "" where it is not about a figure."""

    split: str
    figure: str
    message: str


def read_baselines(text: str, *, source: str = "baseline.toml") -> dict[str, Baseline]:
    """The baselines of a TOML text by split. Raises DataFileError with every fault."""
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(source, (Fault("file", "TOML", str(error), "a TOML file"),)) from error
    faults: list[Fault] = []
    baselines = {}
    for split, row in table.items():
        floors = row.get("floors", {}) if isinstance(row, dict) else {}
        for name, kind in (("digest", str), ("reason", str)):
            if not isinstance(row, dict) or not isinstance(row.get(name, ""), kind):
                faults.append(Fault(split, name, repr(row), "a text"))
        faults += _floor_faults(split, floors)
        if not faults:
            baselines[split] = Baseline(split, row.get("digest", ""), row.get("reason", ""), floors)
    if faults:
        raise DataFileError(source, tuple(faults))
    return baselines


def check_figures(figures: Mapping[str, float], baseline: Baseline, *, digest: str) -> list[Breach]:
    """What closes the gate for a run: another corpus than the floors', a missing figure, a figure below its floor."""
    breaches = []
    if digest != baseline.digest:
        message = f"the gold file has digest {digest[:12]}, the floors were measured on {baseline.digest[:12]}"
        breaches.append(Breach(baseline.split, "", message))
    for name, floor in baseline.floors.items():
        value = figures.get(name)
        if value is None:
            breaches.append(Breach(baseline.split, name, f"{name} was not measured; its floor is {floor}"))
        elif Decimal(repr(float(value))) < floor:
            breaches.append(Breach(baseline.split, name, f"{name} is {value:.4f}, below its floor {floor}"))
    return breaches


def check_floors(new: Mapping[str, Baseline], before: Mapping[str, Baseline]) -> list[Breach]:
    """What closes the gate for a changed baseline: a floor lowered or dropped without a reason of its own.

    A reason counts when it is not the one that stood there before.
    """
    breaches = []
    for split, old in before.items():
        current = new.get(split)
        reason = current.reason.strip() if current else ""
        if reason and reason != old.reason.strip():
            continue
        for name, floor in old.floors.items():
            value = current.floors.get(name) if current else None
            if value is None or value < floor:
                now = "dropped" if value is None else f"lowered to {value}"
                breaches.append(Breach(split, name, f"the floor of {name}, {floor}, was {now} without a new reason"))
    return breaches


def raised(baseline: Baseline, figures: Mapping[str, float], *, digest: str) -> Baseline:
    """The baseline with every guarded floor raised to its figure, cut to 0.001; none is lowered."""
    floors = dict(baseline.floors)
    for name in GUARDED:
        if name in figures:
            value = Decimal(repr(float(figures[name]))).quantize(STEP, rounding=ROUND_FLOOR)
            floors[name] = max(value, floors.get(name, value))
    return replace(baseline, digest=digest, floors=floors)


def baselines_text(baselines: Mapping[str, Baseline]) -> str:
    """The TOML text of baselines."""
    parts = ["# Floors of the gate (scripts/gate.py). A lower floor needs a new reason, in a commit of its own."]
    for split in sorted(baselines):
        row = baselines[split]
        reason = row.reason.replace("\\", "\\\\").replace('"', '\\"')
        floors = "".join(f"{name} = {floor}\n" for name, floor in row.floors.items())
        parts.append(f'[{split}]\ndigest = "{row.digest}"\nreason = "{reason}"\n\n[{split}.floors]\n{floors}'.rstrip())
    return "\n\n".join(parts) + "\n"


def digest_of(path: str | Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def _floor_faults(split: str, floors: object) -> Iterator[Fault]:
    if not isinstance(floors, dict):
        yield Fault(split, "floors", repr(floors), "a table")
        return
    for name, floor in floors.items():
        if isinstance(floor, bool) or not isinstance(floor, (int, Decimal)) or not 0 <= floor <= 1:
            yield Fault(split, name, repr(floor), "a number from 0 to 1")
