"""Judged records with their evidence: what confidence is fitted and measured on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vnreport.assembly.trust.confidence import OUTPUTS, RECORD, evidence_rows
from vnreport.assembly.trust.evidence import DraftEvidence
from vnreport.evaluate.documents import Document
from vnreport.evaluate.judging import Judgement, judge, pair_records
from vnreport.evaluate.predictions import read_prediction
from vnreport.learned.loglinear import Floats

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Case:
    """A predicted record: its document and that one's kind, its evidence, and which of `OUTPUTS` are right.

    A record that no gold record stands for is wrong in everything; one that gold marks optional counts as any other.
    """

    document: str
    kind: str
    evidence: tuple[str, ...]
    right: tuple[bool, ...]


def read_cases(documents: Iterable[Document], nlp: Language) -> list[Case]:
    """The cases of gold documents, in order, as the pipeline finds their records."""
    from vnreport.pipeline.build import make_doc

    cases: list[Case] = []
    evidence: DraftEvidence[str] = DraftEvidence(tuple)
    for document in documents:
        doc = nlp(make_doc(nlp, document.text, date=document.date, id=document.id))
        predicted = read_prediction(doc._.report.to_dict()).records
        verdicts: list[Judgement | None] = [None] * len(predicted)
        for gold, place in zip(document.records, pair_records(document.records, predicted), strict=True):
            if place is not None:
                verdicts[place] = judge(gold, predicted[place])
        rows = evidence_rows(doc._.layers.drafts, doc._.layers.checks, evidence)
        cases += [
            Case(document.id, document.kind, tuple(row), _right(verdict))
            for row, verdict in zip(rows, verdicts, strict=True)
        ]
    return cases


def _right(verdict: Judgement | None) -> tuple[bool, ...]:
    """Which outputs are right."""
    if verdict is None:
        return (False,) * len(OUTPUTS)
    return tuple(verdict.right if name == RECORD else verdict.fields[name] for name in OUTPUTS)


def labels_of(cases: Sequence[Case]) -> Floats:
    """One row a case, one column an output: 1 where it is right."""
    return np.array([case.right for case in cases], dtype=np.float64).reshape(len(cases), len(OUTPUTS))


def folds_of(cases: Sequence[Case], *, folds: int) -> list[int]:
    """The fold of each case: whole documents, dealt out in the order of their ids."""
    dealt = {name: place % folds for place, name in enumerate(sorted({case.document for case in cases}))}
    return [dealt[case.document] for case in cases]


def kinds_of(cases: Sequence[Case]) -> list[int]:
    """The fold of each case where a fold is a kind of document."""
    dealt = {name: place for place, name in enumerate(sorted({case.kind for case in cases}))}
    return [dealt[case.kind] for case in cases]
