"""The `vnreport_arbiter` component: decides between the rules and the tagger what each figure measures."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.arbitration.arbiter import Arbiter, ArbiterModel
from vnreport.text.model_files import read_model_file

MODEL, FILE = "ner", "arbiter.json"


class RecordArbiter:
    """Settles `layers.drafts` with `layers.runs`, but for those of tables, whose words stand in headers."""

    def __init__(self, arbiter: Arbiter) -> None:
        self.arbiter = arbiter

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        tables = {id(draft) for draft in layers.table_drafts}
        self.arbiter.settle([draft for draft in layers.drafts if id(draft) not in tables], layers.runs)
        return doc


@Language.factory("vnreport_arbiter", default_config={"models": None})
def make_arbiter(nlp: Language, name: str, models: str | None) -> RecordArbiter:
    """The component; `models` is a directory that holds `ner/arbiter.json`, None for the shipped one."""
    directory = None if models is None else Path(models)
    content = read_model_file(MODEL, FILE, directory=directory)
    return RecordArbiter(Arbiter(ArbiterModel.from_json(content, source=FILE)))
