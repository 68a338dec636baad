"""The `vnreport_checks` component: the arithmetic that the text allows."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.trust.checks import find_checks


@Language.component("vnreport_checks")
def check(doc: Doc) -> Doc:
    """The doc with `layers.checks`; reads `layers.drafts`."""
    layers = doc._.layers
    layers.checks = find_checks(layers.drafts)
    return doc
