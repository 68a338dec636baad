"""Builds the pipeline from its registered steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from vnreport.errors import InputError

if TYPE_CHECKING:
    from spacy.language import Language

    from vnreport.assembly.tables.grids import TableGrid
    from vnreport.records.models import Report

STEPS = (
    "vnreport_segment",
    "vnreport_acronyms",
    "vnreport_periods",
    "vnreport_quantities",
    "vnreport_tables",
    "vnreport_comparisons",
    "vnreport_ner",
    "vnreport_records",
    "vnreport_arbiter",
    "vnreport_checks",
    "vnreport_confidence",
    "vnreport_report",
)
# The steps that need a trained model beside the rules.
LEARNED = ("vnreport_ner", "vnreport_arbiter")
# The factories of the step `vnreport_ner`.
TAGGERS = {"crf": "vnreport_ner", "spacy": "vnreport_spacy_ner"}


def load(
    *,
    exclude: Iterable[str] = (),
    rules_only: bool = False,
    tagger: Literal["crf", "spacy"] = "crf",
    models: str | None = None,
    confidence: str | None = None,
) -> Language:
    """The pipeline as a spaCy `Language`; a processed doc holds its report in `doc._.report`.

    `exclude` names steps to leave out; later steps then see an empty layer (without `vnreport_confidence` every
    confidence is 0). `rules_only` leaves out the tagger and the arbiter; `tagger` is the default CRF or spaCy's `ner`.
    `models` is a directory with other models than the shipped ones for these; `confidence` a model file of
    `vnreport calibrate`, None for the shipped one.
    Raises InputError for an unknown step, ModelFileError where a model is missing or damaged.
    """
    from vnreport.pipeline.registry import make_language

    if tagger not in TAGGERS:
        raise InputError("load", f"unknown tagger {tagger!r}; known: {', '.join(TAGGERS)}")
    left_out = {*exclude, *(LEARNED if rules_only else ())}
    unknown = left_out - set(STEPS)
    if unknown:
        raise InputError("load", f"unknown step(s) {', '.join(sorted(unknown))}; known: {', '.join(STEPS)}")
    config: dict[str, dict[str, Any]] = {step: {"models": models} for step in LEARNED}
    config["vnreport_confidence"] = {"model": confidence}
    factories = {"vnreport_ner": TAGGERS[tagger]}
    nlp = make_language()
    for step in STEPS:
        if step not in left_out:
            nlp.add_pipe(factories.get(step, step), name=step, config=config.get(step, {}))
    return nlp


@lru_cache(maxsize=1)
def default_pipeline() -> Language:
    """The pipeline that `extract` uses, built at its first use and kept."""
    return load()


def extract(text: str, *, date: Date | str | None = None, id: str | None = None) -> Report:  # noqa: A002
    """The report of one document.

    `date` is the document's date, a `datetime.date` or an ISO text; without one, the date that the document states of
    itself is used, else none, and relative periods stay null with a warning. Raises InputError when `text` is no str
    or `date` is no date.
    """
    return next(extract_all([(text, date, id)], nlp=default_pipeline()))


def extract_all(
    documents: Iterable[tuple[str, Date | str | None, str | None]], *, nlp: Language | None = None
) -> Iterator[Report]:
    """The reports of (text, date, id) triples, in order."""
    pipeline = nlp if nlp is not None else default_pipeline()
    for text, date, id in documents:  # noqa: A001
        yield pipeline(make_doc(pipeline, text, date=date, id=id))._.report


def make_doc(
    nlp: Language,
    text: str,
    *,
    date: Date | str | None = None,
    id: str | None = None,  # noqa: A002
    tables: Sequence[TableGrid] = (),
) -> Any:
    """The unprocessed doc of a text with the caller's date and id, for `nlp(doc)` or `nlp.pipe`.

    `tables` are grids that a reader found, with offsets of `text`.
    """
    if not isinstance(text, str):
        raise InputError(id or "text", f"a document's text must be str, not {type(text).__name__}")
    doc = nlp.make_doc(text)
    doc._.id = id
    doc._.layers.tables = list(tables)
    reference = read_date(date, source=id or "date")
    if reference is not None:
        doc._.layers.reference = reference
        doc._.layers.reference_source = "caller"
    return doc


def read_date(date: Date | str | None, *, source: str) -> Date | None:
    """A date from an ISO text ("2023-10-05") or a `datetime.date`; None stays None.

    Raises InputError for anything else.
    """
    if date is None:
        return None
    if isinstance(date, Date):
        return Date(date.year, date.month, date.day)
    if isinstance(date, str):
        try:
            return Date.fromisoformat(date)
        except ValueError as error:
            raise InputError(source, f"{date!r} is not a date of the form YYYY-MM-DD") from error
    raise InputError(source, f"a date must be a datetime.date or YYYY-MM-DD text, not {type(date).__name__}")
