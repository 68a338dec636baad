"""The mistakes of a run as rows: one for each missed, extra or partly wrong record, with its place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from typing import TYPE_CHECKING

from vnreport.evaluate.confusion import field_text
from vnreport.evaluate.documents import FIELDS, Record
from vnreport.evaluate.judging import JudgedDocument

if TYPE_CHECKING:
    import datasets

BEFORE, AFTER = 60, 40
"""Characters of context, as many as fill one line of a terminal around a figure."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One record that went wrong.

    `kind` is `missed`, `extra` or `wrong`; `fields` are the wrong ones, none where a side is absent. `before`, `quote`,
    `after` are the text around the number. `gold` and `predicted` hold the fields as short texts, joined by
    " · "; "" where that side is absent. `confidence` is the prediction's, None where it gives none.
    """

    document: str
    kind: str
    fields: tuple[str, ...]
    start: int
    end: int
    before: str
    quote: str
    after: str
    gold: str
    predicted: str
    confidence: float | None


def find_mistakes(documents: Sequence[JudgedDocument]) -> list[Mistake]:
    """The mistakes of all documents in the order of the texts; optional gold counts as none."""
    return [mistake for document in documents for mistake in sorted(_of(document), key=lambda item: item.start)]


def mistakes_dataset(documents: Sequence[JudgedDocument]) -> datasets.Dataset:
    """The mistakes as a Hugging Face dataset, one row a mistake with the fields of Mistake."""
    import datasets

    text, number = datasets.Value("string"), datasets.Value("int64")
    types = dict.fromkeys((item.name for item in dataclass_fields(Mistake)), text)
    types |= {
        "fields": datasets.Sequence(text),
        "start": number,
        "end": number,
        "confidence": datasets.Value("float64"),
    }
    mistakes = find_mistakes(documents)
    columns = {name: [getattr(mistake, name) for mistake in mistakes] for name in types}
    return datasets.Dataset.from_dict(columns, features=datasets.Features(types))


def summary(record: Record | None) -> str:
    """All fields of a record that hold something, as one short text; "" for None."""
    if record is None:
        return ""
    texts = [(name, field_text(record, name)) for name in FIELDS]
    return " · ".join(f"{name} {text}" for name, text in texts if text and (name, text) != ("bound", "="))


def _of(document: JudgedDocument) -> Iterator[Mistake]:
    for pair in document.pairs:
        if pair.gold.optional:
            continue
        if pair.judgement is None:
            yield _mistake(document, "missed", (), pair.gold, None)
        elif pair.judgement.wrong:
            yield _mistake(document, "wrong", pair.judgement.wrong, pair.gold, pair.predicted)
    for record in document.extra:
        yield _mistake(document, "extra", (), None, record)


def _mistake(
    document: JudgedDocument, kind: str, fields: tuple[str, ...], gold: Record | None, predicted: Record | None
) -> Mistake:
    place = gold or predicted
    start, end = place.place if place else (0, 0)
    text = document.document.text
    return Mistake(
        document=document.document.id,
        kind=kind,
        fields=fields,
        start=start,
        end=end,
        before=text[max(0, start - BEFORE) : start],
        quote=text[start:end],
        after=text[end : end + AFTER],
        gold=summary(gold),
        predicted=summary(predicted),
        confidence=predicted.confidence if predicted else None,
    )
