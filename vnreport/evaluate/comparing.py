"""Compares two predictions of the same gold, record by record: what got better and what got worse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vnreport.evaluate.documents import Document, Record
from vnreport.evaluate.judging import JudgedDocument, Pair
from vnreport.evaluate.mistakes import summary
from vnreport.evaluate.scoring import Output, Result, score


@dataclass(frozen=True, slots=True)
class Change:
    """One gold record, or one extra prediction, that two runs judge differently.

    `better` says which way; `before` and `after` are "missed", "extra", "absent" or the wrong fields ("right" for
    none). `record` sums up the gold record, or the extra one; `start` is its place in the text.
    """

    document: str
    start: int
    end: int
    quote: str
    better: bool
    before: str
    after: str
    record: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two results over the same gold and all changes between them, in the order of the texts."""

    before: Result
    after: Result
    changes: tuple[Change, ...]

    @property
    def better(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.better)

    @property
    def worse(self) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if not change.better)


def compare(gold: Sequence[Document], before: Mapping[str, Output], after: Mapping[str, Output]) -> Difference:
    """What changed between two predictions, each by document id."""
    first, second = score(gold, before), score(gold, after)
    changes = [
        change
        for old, new in zip(first.documents, second.documents, strict=True)
        for change in sorted(_changes(old, new), key=lambda item: (item.start, item.end))
    ]
    return Difference(first, second, tuple(changes))


def _changes(old: JudgedDocument, new: JudgedDocument) -> Iterator[Change]:
    for one, other in zip(old.pairs, new.pairs, strict=True):
        if one.gold.optional:
            continue
        was, now = _rank(one), _rank(other)
        if was != now:
            yield _change(old.document, one.gold, _state(one), _state(other), better=was > now)
    for record in _without(old.extra, new.extra):
        yield _change(old.document, record, "extra", "absent", better=True)
    for record in _without(new.extra, old.extra):
        yield _change(old.document, record, "absent", "extra", better=False)


def _rank(pair: Pair) -> tuple[int, int]:
    """How bad a pair is: missed, else not right, then the number of wrong fields. Equal ranks are no change."""
    if pair.judgement is None:
        return 2, 0
    return int(not pair.judgement.right), len(pair.judgement.wrong)


def _state(pair: Pair) -> str:
    if pair.judgement is None:
        return "missed"
    return ", ".join(pair.judgement.wrong) or "right"


def _without(records: Sequence[Record], others: Sequence[Record]) -> list[Record]:
    """The extra records that the other run has not at the same place."""
    places = {record.anchors for record in others}
    return [record for record in records if record.anchors not in places]


def _change(document: Document, record: Record, before: str, after: str, *, better: bool) -> Change:
    start, end = record.place
    return Change(document.id, start, end, document.text[start:end], better, before, after, summary(record))
