"""Registers the steps with spaCy: importing this module makes their factories and doc extensions known."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from vnreport.components import (  # noqa: F401
    acronyms,
    arbiter,
    checks,
    comparisons,
    confidence,
    ner,
    periods,
    quantities,
    records,
    report,
    segment,
    spacy_ner,
    tables,
    tokenizer,
)
from vnreport.pipeline import doc_bytes

# spaCy refuses longer texts by default because its own models need the memory; ours are linear in the text.
MAX_LENGTH = 1 << 31
EXTENSIONS = ("layers", "report", "id")


def make_language() -> Language:
    """A blank Vietnamese `Language` with vnreport's tokenizer and doc extensions."""
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    doc_bytes.register()
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "vnreport.Tokenizer.v1"}}})
    nlp.max_length = MAX_LENGTH
    return nlp
