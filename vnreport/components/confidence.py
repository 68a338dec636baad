"""The `vnreport_confidence` component: how likely each record, and each of its fields, is right."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from vnreport.assembly.trust.confidence import ConfidenceModel
from vnreport.errors import ModelFileError
from vnreport.text.model_files import read_model_file

MODEL = "confidence"
FILE = "confidence.json"


class ConfidenceJudge:
    """Sets `layers.confidences` from `layers.drafts` and `layers.checks`.

    On the corpus's development documents, out of fold, see `models/confidence/README.md`.
    """

    def __init__(self, model: ConfidenceModel) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        layers.confidences = self.model.judge(layers.drafts, layers.checks)
        return doc


def read_confidence_model(path: str | None) -> ConfidenceModel:
    """The model of a file as `vnreport calibrate` writes it, or the shipped one for None.

    Raises ModelFileError where the file is missing, damaged or no confidence model.
    """
    if path is None:
        return ConfidenceModel.from_json(read_model_file(MODEL, FILE), source=FILE)
    try:
        return ConfidenceModel.from_json(Path(path).read_bytes(), source=path)
    except OSError as error:
        raise ModelFileError(path, error.strerror or "cannot be read") from error


@Language.factory("vnreport_confidence", default_config={"model": None})
def make_confidence(nlp: Language, name: str, model: str | None) -> ConfidenceJudge:
    """The component; `model` is the path of a model file, None for the shipped one."""
    return ConfidenceJudge(read_confidence_model(model))
