"""The pieces of the HTML report; every text is escaped here, so that callers pass plain texts only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from vnreport.evaluate.calibration import Bin

_WHITE = re.compile(r"\s+")

STYLE = """
:root{--ink:#1c2430;--soft:#5d6b7c;--line:#e3e7ec;--accent:#1f6f8b;--good:#2b7a4b;--bad:#b3402e;--mark:#fff1c9}
*{box-sizing:border-box}
body{margin:0;font:15px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:#fff}
main{max-width:1080px;margin:0 auto;padding:32px 24px 80px}
h1{font-size:24px;margin:0 0 4px}h2{font-size:17px;margin:40px 0 10px}p{margin:6px 0;color:var(--soft)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:20px 0}
.card{border:1px solid var(--line);border-radius:8px;padding:12px 14px}
.card b{display:block;font-size:24px;font-weight:600;color:var(--accent)}
.card span,.card small{display:block;color:var(--soft);font-size:13px}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;color:var(--soft);font-size:13px}
td.n,th.n{text-align:right;white-space:nowrap}
mark{background:var(--mark);padding:0 2px;border-radius:2px}
details{border-bottom:1px solid var(--line);padding:8px 0}summary{cursor:pointer}
td.w{min-width:84px}
summary{display:grid;grid-template-columns:170px 1fr;gap:2px 12px}
summary .tag::before{content:"\\25b8";display:inline-block;width:16px}
details[open] .tag::before{content:"\\25be"}
summary::-webkit-details-marker{display:none}
.tag{font-size:12px;line-height:22px;font-weight:600;color:var(--soft)}
.missed .tag,.extra .tag,.worse .tag{color:var(--bad)}.wrong .tag{color:var(--accent)}.better .tag{color:var(--good)}
dl{display:grid;grid-template-columns:90px 1fr;gap:2px 12px;margin:8px 0 8px 182px;font-size:14px}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
svg{display:block;max-width:100%}svg text{font-size:11px;fill:#5d6b7c}
@media(max-width:640px){main{padding:20px 14px 60px}th,td{padding:5px 6px}table{font-size:14px}
summary{grid-template-columns:1fr}dl{margin-left:0}}
"""


def page(title: str, body: Iterable[str]) -> str:
    """A whole HTML page that needs no other file; `body` holds pieces of this module."""
    meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
    head = f"{meta}<title>{escape(title)}</title><style>{STYLE}</style>"
    content = "".join(body)
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n<body><main>\n{content}</main></body></html>\n'


def heading(text: str, *, level: int = 2, note: str = "") -> str:
    """A heading and, where given, a line of explanation under it."""
    return f"<h{level}>{escape(text)}</h{level}>\n" + (f"<p>{escape(note)}</p>\n" if note else "")


def cards(rows: Iterable[tuple[str, str, str]]) -> str:
    """Large figures side by side: name, figure, what stands under it."""
    items = "".join(
        f'<div class="card"><span>{escape(name)}</span><b>{escape(value)}</b><small>{escape(note)}</small></div>'
        for name, value, note in rows
    )
    return f'<div class="cards">{items}</div>\n'


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, words: int = 1) -> str:
    """A table; the first `words` columns hold words, the rest figures, set to the right."""
    kinds = ['"w"' if index < words else '"n"' for index in range(len(head))]
    top = "".join(f"<th class={kind}>{escape(name)}</th>" for kind, name in zip(kinds, head, strict=True))
    body = "".join(
        "<tr>"
        + "".join(f"<td class={kind}>{escape(cell)}</td>" for kind, cell in zip(kinds, row, strict=True))
        + "</tr>"
        for row in rows
    )
    return f'<div class="wide"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>\n'


def entry(kind: str, tag: str, context: tuple[str, str, str], facts: Iterable[tuple[str, str]]) -> str:
    """A line that opens: its tag, the text before, at and after the figure; inside, named facts."""
    before, quote, after = (escape(_WHITE.sub(" ", part)) for part in context)
    inside = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    line = f'<span class="tag">{escape(tag)}</span><span>{before}<mark>{quote}</mark>{after}</span>'
    return f'<details class="{escape(kind)}"><summary>{line}</summary><dl>{inside}</dl></details>\n'


def reliability_chart(bins: Sequence[Bin], *, size: int = 260) -> str:
    """A reliability diagram as inline SVG: the share that is right over confidence; the diagonal is perfect."""
    most = max((row.count for row in bins), default=1)
    parts = [f'<line x1="0" y1="{size}" x2="{size}" y2="0" stroke="#c8d0d9" stroke-dasharray="4 4"/>']
    parts.append(f'<path d="M0 0V{size}H{size}" fill="none" stroke="#c8d0d9"/>')
    for tick in (0, 0.5, 1):
        x, y = tick * size, (1 - tick) * size
        parts.append(f'<text x="{x}" y="{size + 15}" text-anchor="middle">{tick:.0%}</text>')
        parts.append(f'<text x="-6" y="{y + 4}" text-anchor="end">{tick:.0%}</text>')
    for row in bins:
        x, y = row.confidence * size, (1 - row.right) * size
        radius = 3 + 9 * (row.count / most) ** 0.5
        label = f"{row.low:.1f} to {row.high:.1f}: {row.count} records, {row.right:.0%} right"
        dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1f6f8b" fill-opacity="0.6">'
        parts.append(f"{dot}<title>{escape(label)}</title></circle>")
    parts.append(f'<text x="{size / 2}" y="{size + 32}" text-anchor="middle">confidence</text>')
    parts.append(
        f'<text x="-40" y="{size / 2}" text-anchor="middle" transform="rotate(-90 -40 {size / 2})">right</text>'
    )
    width = size + 72
    box = f"-54 -14 {width} {size + 54}"
    return f'<svg role="img" aria-label="reliability diagram" width="{width}" viewBox="{box}">{"".join(parts)}</svg>\n'
