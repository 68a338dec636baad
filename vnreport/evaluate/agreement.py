"""How far two annotations of the same documents agree, by the scorer itself: one is gold, the other the prediction.

Texts have no number of true negatives; kappa then approaches F1 (Hripcsak and Rothschild 2005).
"""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.errors import InputError
from vnreport.evaluate.documents import Document, Prediction, Record
from vnreport.evaluate.judging import pair_records
from vnreport.evaluate.scoring import Result, score


def agreement(first: Sequence[Document], second: Sequence[Document]) -> Result:
    """The scores of the second annotation against the first, over the documents that both have.

    An optional record of either side counts neither way. Raises InputError where no document is shared, or where a
    shared one has two texts.
    """
    others = {document.id: document for document in second}
    shared = [document for document in first if document.id in others]
    if not shared:
        raise InputError("agreement", "the two annotations have no document in common")
    predictions = {}
    for document in shared:
        other = others[document.id]
        if document.text != other.text:
            raise InputError(document.id, "the two annotations have different texts")
        predictions[document.id] = Prediction(document.id, _counted(document.records, other.records))
    return score(shared, predictions)


def _counted(first: Sequence[Record], second: Sequence[Record]) -> tuple[Record, ...]:
    """The second side's records without its optional ones that stand for none of the first side's."""
    paired = set(pair_records(first, second))
    return tuple(record for index, record in enumerate(second) if index in paired or not record.optional)
