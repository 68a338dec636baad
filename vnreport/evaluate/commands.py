"""What `vnreport evaluate` does, as functions that return texts; nothing here prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vnreport.errors import InputError
from vnreport.evaluate.bootstrap import intervals
from vnreport.evaluate.calibration import reliability
from vnreport.evaluate.comparing import Change, compare
from vnreport.evaluate.confusion import field_table, mixups, period_table
from vnreport.evaluate.documents import Document
from vnreport.evaluate.figure_names import ACCURACIES, RATES
from vnreport.evaluate.gold import load_gold
from vnreport.evaluate.mistakes import find_mistakes
from vnreport.evaluate.predictions import Extract, load_predictions, run_extractor
from vnreport.evaluate.report_page import html_report
from vnreport.evaluate.scoring import Result, group_figures, score, tally_document
from vnreport.evaluate.spans import span_scores

GROUPS = ("domain", "kind", "field")

MOST_MIXUPS = 20
"""A screenful."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table for the terminal: column names and rows of texts; `note` stands under the title."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]] = ()
    note: str = ""


def evaluate(gold: str | Path, *, predictions: str | Path | None = None, extract: Extract | None = None) -> Result:
    """The result for a gold path: against a prediction file, or of a callable `extract(text, *, date, id)`.

    Raises InputError where neither is given, where a file cannot be read, or where no document has a prediction.
    """
    documents = load_gold(gold)
    if predictions is not None:
        outputs = load_predictions(predictions)
    elif extract is not None:
        outputs = run_extractor(documents, extract)
    else:
        raise InputError(str(gold), "nothing to score: give a prediction file or an extractor")
    result = score(documents, outputs)
    if documents and result.figures["missing_documents"] == len(documents):
        raise InputError(str(predictions), "has no prediction for any document of the gold")
    return result


def figure_sections(result: Result, *, by: str | None = None, seed: int = 0) -> list[Section]:
    """The tables of a result: its figures with intervals, and by domain, kind or field where asked.

    Raises InputError for another `by`.
    """
    sections = [*_figure_tables(result, seed)]
    if by == "field":
        sections += [_field_table(result), _period_table(result), _mixup_table(result), *_calibration_tables(result)]
    elif by is not None:
        if by not in GROUPS:
            raise InputError(by, f"no such grouping; expected one of {', '.join(GROUPS)}")
        sections.append(_group_table(result, by))
    return sections


def span_section(result: Result) -> Section:
    """nervaluate's strict, exact, partial and type scores of the spans of values and changes."""
    rows = [
        (row.scheme, row.label, *(f"{value:.4f}" for value in (row.precision, row.recall, row.f1)))
        for row in span_scores(result.documents)
    ]
    return Section("Spans", ("scheme", "label", "precision", "recall", "F1"), rows)


def mistake_lines(result: Result, *, most: int) -> list[str]:
    """The first `most` mistakes as lines: what went wrong, the text around it, gold and prediction below."""
    lines = []
    for item in find_mistakes(result.documents)[:most]:
        context = " ".join(f"{item.before}[{item.quote}]{item.after}".split())
        lines.append(f"{item.document} {', '.join(item.fields) or item.kind}: …{context}…")
        lines += [f"  {name}: {value}" for name, value in (("gold", item.gold), ("pred", item.predicted)) if value]
    return lines


def compare_files(gold: str | Path, before: str | Path, after: str | Path) -> list[Section]:
    """The tables of two prediction files over the same gold: figures side by side, records better and worse."""
    documents: Sequence[Document] = load_gold(gold)
    difference = compare(documents, load_predictions(before), load_predictions(after))
    old, new = difference.before.figures, difference.after.figures
    names = [f"{name}_f1" for name, _ in RATES] + [name for name, _ in ACCURACIES]
    rows = [
        (name, f"{old[name]:.4f}", f"{new[name]:.4f}", f"{new[name] - old[name]:+.4f}")
        for name in names
        if name in old and name in new
    ]
    figures = Section("Figures", ("figure", "before", "after", "change"), rows)
    head = ("document", "at", "figure", "before", "after", "record")
    better = Section("Better", head, [_change_row(item) for item in difference.better], f"{len(difference.better)}")
    worse = Section("Worse", head, [_change_row(item) for item in difference.worse], f"{len(difference.worse)}")
    return [figures, better, worse]


def write_html(result: Result, path: str | Path, *, title: str = "Evaluation") -> None:
    """Writes the HTML report of a result. Raises InputError where the file cannot be written."""
    try:
        Path(path).write_text(html_report(result, title=title), encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error


def sections_text(sections: Sequence[Section]) -> str:
    """The sections as plain text with aligned columns."""
    return "\n\n".join("\n".join(_section_lines(section)) for section in sections)


def _figure_tables(result: Result, seed: int) -> Iterator[Section]:
    figures, bounds = result.figures, intervals(result.documents, seed=seed)

    def interval(name: str) -> str:
        return "[{:.4f}, {:.4f}]".format(*bounds[name]) if name in bounds else ""

    counts = ("documents", "missing_documents", "bad_offsets", "gold", "found", "extra")
    yield Section("Counts", ("", "number"), [(name, str(figures[name])) for name in counts])
    rates = [
        (label, *(f"{figures[f'{name}_{kind}']:.4f}" for kind in ("p", "r", "f1")), interval(f"{name}_f1"))
        for name, label in RATES
    ]
    yield Section("Records", ("", "precision", "recall", "F1", "95 % interval"), rates)
    shares = [(label, f"{figures[name]:.4f}", interval(name)) for name, label in ACCURACIES if name in figures]
    yield Section("Fields of the records found", ("", "share", "95 % interval"), shares)


def _group_table(result: Result, by: str) -> Section:
    keys = ("span_f1", "core_f1", "rec_f1", "acc_indicator", "acc_period", "acc_comparisons")
    rows = [
        (name, str(row["documents"]), str(row["gold"]), *(f"{row[key]:.4f}" for key in keys))
        for name, row in group_figures(result.documents, by).items()
    ]
    return Section(f"By {by}", (by, "documents", "records", *keys), rows)


def _field_table(result: Result) -> Section:
    head = ("field", "right", "wrong", "missed", "extra", "records missed", "records extra")
    rows = [
        (row.field, *map(str, (row.right, row.wrong, row.missed, row.extra, row.unpaired_gold, row.unpaired_predicted)))
        for row in field_table(result.documents)
    ]
    return Section("By field", head, rows)


def _period_table(result: Result) -> Section:
    rows = [
        (f"gold {state}", *(str(row[key]) for key in ("null", "right", "wrong")))
        for state, row in period_table(result.documents).items()
    ]
    return Section("Periods", ("", "predicted null", "right", "wrong"), rows)


def _mixup_table(result: Result) -> Section:
    rows = [
        (row.field, row.cause, row.gold or "-", row.predicted or "-", str(row.count))
        for row in mixups(result.documents, most=MOST_MIXUPS)
    ]
    return Section("Most frequent confusions", ("field", "cause", "gold", "predicted", "times"), rows)


def _calibration_tables(result: Result) -> Iterator[Section]:
    """The reliability table, where the predictions carry confidences."""
    confidences = [pair for document in result.documents for pair in tally_document(document).confidences]
    if confidences:
        rows = [
            (f"{row.low:.1f}-{row.high:.1f}", str(row.count), f"{row.confidence:.4f}", f"{row.right:.4f}")
            for row in reliability(confidences)
        ]
        yield Section("Calibration", ("confidence", "records", "mean", "right"), rows)


def _change_row(change: Change) -> tuple[str, ...]:
    return change.document, str(change.start), change.quote, change.before, change.after, change.record


def _section_lines(section: Section) -> Iterator[str]:
    yield f"{section.title}{': ' + section.note if section.note else ''}"
    rows = [section.head, *section.rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(section.head))]
    for row in rows:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
