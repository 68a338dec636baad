"""The `vnreport_report` component: records with confidence, and the spans for display."""

from __future__ import annotations

import hashlib
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from vnreport.assembly.reports import RecordWriter
from vnreport.grammar.acronyms import AcronymGrammar
from vnreport.layers import Layers
from vnreport.records.models import Report

NOTHING = "the text holds no figure that is an indicator"
EMPTY = "the text is empty"


class ReportMaker:
    """Sets `doc._.report` and mirrors the layers into `doc.spans`; reads every layer. `grammar` expands names."""

    def __init__(self, grammar: AcronymGrammar) -> None:
        self.grammar = grammar

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        doc._.report = build_report(layers, self.grammar, id=doc._.id)
        for name, spans in (("quantities", layers.quantities), ("periods", layers.periods)):
            doc.spans[name] = SpanGroup(doc, name=name, spans=_display(doc, layers, spans, name))
        return doc


def build_report(layers: Layers, grammar: AcronymGrammar, *, id: str | None) -> Report:  # noqa: A002
    """The report of a document's layers."""
    text, to_original = layers.normalised.text, layers.normalised.to_original
    longs = {span.short: span.long for span in layers.acronyms}
    writer = RecordWriter(layers.original, text, to_original, partial(grammar.expand, longs=longs))
    warnings = list(layers.warnings)
    if not layers.original.strip():
        warnings.append(EMPTY)
    elif not layers.drafts:
        warnings.append(NOTHING)
    acronyms = []
    for span in layers.acronyms:
        start, end = to_original(span.start, span.end)
        short = layers.original[start:end]
        acronyms.append({"short": short, "long": span.long, "start": start, "end": end, "source": span.source})
    return Report.model_validate(
        {
            "id": id,
            "date": layers.reference.isoformat() if layers.reference is not None else None,
            "text_sha256": hashlib.sha256(layers.original.encode("utf-8", "surrogatepass")).hexdigest(),
            "records": writer.records(layers.drafts, layers.checks, layers.confidences),
            "acronyms": acronyms,
            "warnings": warnings,
        }
    )


def _display(doc: Doc, layers: Layers, spans: list, name: str) -> list:  # type: ignore[type-arg]
    """The spans as spaCy spans, widened to whole tokens."""
    found = []
    for span in spans:
        start, end = layers.normalised.to_original(span.start, span.end)
        token_span = doc.char_span(start, end, label=name.upper(), alignment_mode="expand")
        if token_span is not None:
            found.append(token_span)
    return found


@Language.factory("vnreport_report")
def make_report(nlp: Language, name: str) -> ReportMaker:
    """The component; it has no settings."""
    return ReportMaker(AcronymGrammar())
