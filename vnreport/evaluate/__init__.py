"""Gold, scores and their gate: what vnreport is measured by, and any other extractor can be.

    gold = load_gold("corpus/dev.jsonl")
    result = score(gold, load_predictions("pred.jsonl"))
    result.figures["rec_f1"]

Names are imported from their modules when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vnreport.evaluate.bootstrap import intervals as intervals
    from vnreport.evaluate.comparing import Difference as Difference
    from vnreport.evaluate.comparing import compare as compare
    from vnreport.evaluate.documents import Comparison as Comparison
    from vnreport.evaluate.documents import Document as Document
    from vnreport.evaluate.documents import Prediction as Prediction
    from vnreport.evaluate.documents import Record as Record
    from vnreport.evaluate.features import gold_features as gold_features
    from vnreport.evaluate.formats import load_format as load_format
    from vnreport.evaluate.gold import GoldError as GoldError
    from vnreport.evaluate.gold import load_gold as load_gold
    from vnreport.evaluate.gold import write_gold as write_gold
    from vnreport.evaluate.markup import MarkupError as MarkupError
    from vnreport.evaluate.markup import read_markup as read_markup
    from vnreport.evaluate.markup_writer import write_markup as write_markup
    from vnreport.evaluate.mistakes import find_mistakes as find_mistakes
    from vnreport.evaluate.mistakes import mistakes_dataset as mistakes_dataset
    from vnreport.evaluate.predictions import PredictionError as PredictionError
    from vnreport.evaluate.predictions import load_predictions as load_predictions
    from vnreport.evaluate.predictions import run_extractor as run_extractor
    from vnreport.evaluate.report_page import html_report as html_report
    from vnreport.evaluate.scoring import Result as Result
    from vnreport.evaluate.scoring import score as score
    from vnreport.evaluate.spans import span_scores as span_scores

_PLACES = {
    "comparing": ("Difference", "compare"),
    "documents": ("Comparison", "Document", "Prediction", "Record"),
    "features": ("gold_features",),
    "formats": ("load_format",),
    "gold": ("GoldError", "load_gold", "write_gold"),
    "report_page": ("html_report",),
    "bootstrap": ("intervals",),
    "markup": ("MarkupError", "read_markup"),
    "markup_writer": ("write_markup",),
    "mistakes": ("find_mistakes", "mistakes_dataset"),
    "predictions": ("PredictionError", "load_predictions", "run_extractor"),
    "scoring": ("Result", "score"),
    "spans": ("span_scores",),
}
_MODULES = {name: module for module, names in _PLACES.items() for name in names}

__all__ = sorted(_MODULES)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
