"""The HTML report of a result: figures with intervals, groups, causes, calibration, every mistake in its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vnreport.evaluate import html_parts as parts
from vnreport.evaluate.bootstrap import intervals
from vnreport.evaluate.calibration import reliability
from vnreport.evaluate.confusion import field_table, mixups, period_table
from vnreport.evaluate.figure_names import ACCURACIES, HEADLINE, RATES, TITLES
from vnreport.evaluate.mistakes import AFTER, BEFORE, Mistake, find_mistakes
from vnreport.evaluate.scoring import Result, group_figures, tally_document

Bounds = Mapping[str, tuple[float, float]]

MOST_MISTAKES = 2000
"""More of them make a page that browsers scroll badly; the rest is left out, and the page says so."""


def html_report(result: Result, *, title: str = "Evaluation", seed: int = 0) -> str:
    """A page of its own, with nothing loaded from elsewhere; the same result and seed give the same bytes."""
    bounds = intervals(result.documents, seed=seed)
    body = [*_overview(result, title, bounds), *_figures(result, bounds), *_groups(result)]
    body += [*_fields(result), *_calibration(result), *_mistakes(find_mistakes(result.documents))]
    return parts.page(title, body)


def percent(value: float) -> str:
    """A share as per cent with one decimal."""
    return f"{100 * value:.1f} %"


def _overview(result: Result, title: str, bounds: Bounds) -> Iterator[str]:
    figures = result.figures
    counts = (("documents", "documents"), ("gold", "gold records"), ("found", "found"), ("extra", "extra"))
    note = ", ".join(f"{figures[name]} {label}" for name, label in counts)
    yield parts.heading(title, level=1, note=note)
    if figures["missing_documents"] or figures["bad_offsets"]:
        note = f"{figures['missing_documents']} documents without prediction, {figures['bad_offsets']} wrong offsets"
        yield parts.heading("Take care", note=note)
    yield parts.cards(
        (TITLES[name], percent(figures[name]), _interval(bounds, name)) for name in HEADLINE if name in figures
    )


def _figures(result: Result, bounds: Bounds) -> Iterator[str]:
    figures = result.figures
    yield parts.heading("Figures", note="Intervals: 95 %, from drawing documents with replacement.")
    rows = [
        (label, *(percent(figures[f"{name}_{kind}"]) for kind in ("p", "r", "f1")), _interval(bounds, f"{name}_f1"))
        for name, label in RATES
    ]
    yield parts.table(("", "precision", "recall", "F1", "interval of F1"), rows)
    yield parts.heading("Fields of the records found")
    accuracies = [
        (label, percent(figures[name]), _interval(bounds, name)) for name, label in ACCURACIES if name in figures
    ]
    yield parts.table(("", "share", "interval"), accuracies)


def _groups(result: Result) -> Iterator[str]:
    for by in ("domain", "kind"):
        groups = group_figures(result.documents, by)
        if set(groups) == {"none given"}:
            continue
        yield parts.heading(f"By {by}")
        rows = [
            (
                name,
                str(row["documents"]),
                str(row["gold"]),
                *(percent(row[key]) for key in ("span_f1", "core_f1", "rec_f1")),
            )
            for name, row in groups.items()
        ]
        yield parts.table((by, "documents", "records", "span F1", "core F1", "record F1"), rows)


def _fields(result: Result) -> Iterator[str]:
    yield parts.heading(
        "Causes", note="missed: gold has something and the prediction nothing; extra: the other way round."
    )
    rows = [
        (row.field, *map(str, (row.right, row.wrong, row.missed, row.extra, row.unpaired_gold, row.unpaired_predicted)))
        for row in field_table(result.documents)
    ]
    head = ("field", "right", "wrong", "missed", "extra", "records missed", "records extra")
    yield parts.table(head, rows)
    yield parts.heading("Periods")
    table = period_table(result.documents)
    labels = {"stated": "gold has one", "null": "gold has none"}
    periods = [(labels[state], *map(str, table[state].values())) for state in ("stated", "null")]
    yield parts.table(("", "predicted none", "right", "another"), periods)
    mixed = mixups(result.documents, most=30)
    if mixed:
        yield parts.heading("Most frequent confusions")
        rows = [(row.field, row.gold or "–", row.predicted or "–", str(row.count)) for row in mixed]
        yield parts.table(("field", "gold", "predicted", "times"), rows, words=3)


def _calibration(result: Result) -> Iterator[str]:
    confidences = [pair for document in result.documents for pair in tally_document(document).confidences]
    if not confidences:
        return
    bins = reliability(confidences)
    yield parts.heading("Calibration", note="How often a record of some confidence is right.")
    yield parts.reliability_chart(bins)
    rows = [
        (f"{row.low:.1f} to {row.high:.1f}", str(row.count), percent(row.confidence), percent(row.right))
        for row in bins
    ]
    yield parts.table(("confidence", "records", "mean", "right"), rows)


def _mistakes(mistakes: Sequence[Mistake]) -> Iterator[str]:
    shown = mistakes[:MOST_MISTAKES]
    left = len(mistakes) - len(shown)
    yield parts.heading("Mistakes", note=f"{len(mistakes)} records" + (f", {left} of them not shown" if left else ""))
    for item in shown:
        facts = [
            ("document", f"{item.document}, character {item.start}"),
            ("wrong", ", ".join(item.fields)),
            ("gold", item.gold),
            ("predicted", item.predicted),
            ("confidence", "" if item.confidence is None else f"{item.confidence:.2f}"),
        ]
        tag = ", ".join(item.fields) or item.kind
        yield parts.entry(item.kind, tag, _context(item), facts)


def _context(item: Mistake) -> tuple[str, str, str]:
    """The text before, at and after a figure, where it was cut a whole word and an ellipsis."""
    before, after = item.before, item.after
    if len(before) == BEFORE and " " in before:
        before = "… " + before.partition(" ")[2]
    if len(after) == AFTER and " " in after:
        after = after.rpartition(" ")[0] + " …"
    return before, item.quote, after


def _interval(bounds: Bounds, name: str) -> str:
    if name not in bounds:
        return ""
    low, high = bounds[name]
    return f"{100 * low:.1f} to {100 * high:.1f}"
