"""Draws how often records of each confidence are right, as one SVG without anything outside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from vnreport.errors import InputError
from vnreport.evaluate.calibration import expected_error, reliability

SIDE = 320
LEFT, TOP = 52, 40
INK, SOFT, BAR, LINE = "#222", "#ddd", "#4477aa", "#cc3311"
MOST_RADIUS = 12.0


def write_diagram(path: Path, pairs: Sequence[tuple[float, bool]], *, title: str) -> None:
    """Writes the diagram of (confidence, right) pairs. Raises InputError where the file cannot be written."""
    try:
        path.write_text(diagram(pairs, title=title), encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error


def diagram(pairs: Sequence[tuple[float, bool]], *, title: str) -> str:
    """The SVG: a point a bin, its area the records in it, on the diagonal where confidence is as good as its word."""
    width, height = LEFT + SIDE + 24, TOP + SIDE + 48
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="11">'
    )
    note = f"{len(pairs)} records, calibration error {expected_error(pairs):.3f}"
    parts = [
        head,
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{LEFT}" y="16" font-size="12" fill="{INK}">{escape(title)}</text>',
        f'<text x="{LEFT}" y="31" fill="{INK}">{note}</text>',
        *_axes(),
        *_points(pairs),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _place(confidence: float, right: float) -> tuple[str, str]:
    return f"{LEFT + confidence * SIDE:.1f}", f"{TOP + (1.0 - right) * SIDE:.1f}"


def _axes() -> Iterator[str]:
    """The grid, the diagonal and the labels."""
    for step in range(0, 11, 2):
        share = step / 10
        x, y = _place(share, share)
        yield f'<path d="M{x} {TOP}V{TOP + SIDE}M{LEFT} {y}H{LEFT + SIDE}" stroke="{SOFT}" fill="none"/>'
        yield f'<text x="{x}" y="{TOP + SIDE + 16}" text-anchor="middle" fill="{INK}">{share:.1f}</text>'
        yield f'<text x="{LEFT - 6}" y="{float(y) + 4:.1f}" text-anchor="end" fill="{INK}">{share:.1f}</text>'
    yield f'<path d="M{LEFT} {TOP + SIDE}L{LEFT + SIDE} {TOP}" stroke="{LINE}" stroke-dasharray="4 3"/>'
    middle = LEFT + SIDE / 2
    yield f'<text x="{middle:.0f}" y="{TOP + SIDE + 36}" text-anchor="middle" fill="{INK}">confidence</text>'
    turn = f"rotate(-90 14 {TOP + SIDE / 2:.0f})"
    yield (
        f'<text x="14" y="{TOP + SIDE / 2:.0f}" transform="{turn}" text-anchor="middle" fill="{INK}">share right</text>'
    )


def _points(pairs: Sequence[tuple[float, bool]]) -> Iterator[str]:
    table = reliability(pairs)
    most = max((row.count for row in table), default=1)
    for row in table:
        x, y = _place(row.confidence, row.right)
        radius = max(2.0, MOST_RADIUS * (row.count / most) ** 0.5)
        label = f"{row.count} records, confidence {row.confidence:.2f}, right {row.right:.2f}"
        circle = f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" fill="{BAR}" fill-opacity="0.7">'
        yield f"{circle}<title>{label}</title></circle>"
