"""What rules and models give alone and together: the same gold, scored by each way of naming."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from vnreport.assembly.arbitration.arbiter import Runs
from vnreport.assembly.arbitration.candidates import CandidateFinder
from vnreport.assembly.arbitration.tag_labels import INDICATOR
from vnreport.assembly.sentences.drafts import TABLE, Draft
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.evaluate.bootstrap import intervals
from vnreport.evaluate.figure_names import ACCURACIES, RATES
from vnreport.evaluate.scoring import Result
from vnreport.lexicon.cues import CueRow
from vnreport.lexicon.load import read_rows

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODES = ("rules only", "model only", "hybrid")
NAMER = "vnreport_model_only"


def pipeline(mode: str) -> Language:
    """The pipeline of a mode. Model only: roles, units and periods are still the rules', names the tagger's alone."""
    from spacy.language import Language

    from vnreport.pipeline.build import load

    if mode != "model only":
        return load(rules_only=mode == "rules only")
    nlp = load(exclude=["vnreport_arbiter"])
    if not Language.has_factory(NAMER):
        Language.component(NAMER, func=ModelNamer())
    nlp.add_pipe(NAMER, after="vnreport_records")
    return nlp


class ModelNamer:
    """Gives every figure of prose the tagger's run at it, else the nearest before it, else behind it; else nothing."""

    def __init__(self) -> None:
        self._finder = CandidateFinder(HeadFinder(read_rows("indicators", CueRow)))

    def __call__(self, doc: Doc) -> Doc:
        layers = doc._.layers
        for draft in layers.drafts:
            if draft.sentence.block != TABLE:
                draft.indicator = self._name(draft, layers.runs.get(draft.sentence.start, ()))
                draft.scope = []
        return doc

    def _name(self, draft: Draft, runs: Runs) -> Any:
        named = [run for run in runs if run[2] == INDICATOR]
        at = [run for run in named if run[0] <= draft.place < run[1]]
        left = [run for run in named if run[1] <= draft.place]
        chosen = at or left[-1:] or named[:1]
        return self._finder.phrase_of(draft, chosen[0][:2]) if chosen else None


def table(results: Mapping[str, Result]) -> list[str]:
    """The lines of a Markdown table: a row a figure, a column a mode, each with its 95 % interval."""
    bounds = {mode: intervals(result.documents) for mode, result in results.items()}
    lines = [f"| | {' | '.join(results)} |", f"| --- |{' --- |' * len(results)}"]
    names = [(f"{name}_f1", f"{label.split(':')[0]}, F1") for name, label in RATES]
    for name, label in (*names, *ACCURACIES):
        cells = [_cell(result.figures.get(name), bounds[mode].get(name)) for mode, result in results.items()]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return lines


def _cell(value: float | None, bound: Sequence[float] | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" + (f" ({bound[0]:.3f}–{bound[1]:.3f})" if bound is not None else "")
