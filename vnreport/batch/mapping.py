"""Extraction as a function for `datasets.Dataset.map`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vnreport.batch.digests import program_digest
from vnreport.errors import InputError, VnreportError


@dataclass(frozen=True)
class ReportMapper:
    """Adds the output JSON of each row to a batch of a dataset: `dataset.map(ReportMapper(), batched=True)`.

    `text`, `date` and `id` name columns; the last two may be missing. It adds `report` (JSON, null without one) and
    `reason` (null with a report). It can be pickled, and its fingerprint is the same in every process and changes with
    the program, its models and its lexicon (`program`), so that what `datasets` keeps from earlier is right.
    """

    text: str = "text"
    date: str = "date"
    id: str = "id"
    program: str = field(default_factory=program_digest)

    def __call__(self, batch: Mapping[str, Sequence[str | None]]) -> dict[str, list[str | None]]:
        """The two new columns of a batch. Raises InputError for a batch without texts."""
        if self.text not in batch:
            raise InputError(self.text, f"no such column; there are {', '.join(batch)}")
        texts = batch[self.text]
        nothing: list[str | None] = [None] * len(texts)
        rows = zip(texts, batch.get(self.date, nothing), batch.get(self.id, nothing), strict=True)
        made = [self._report(text, date, name) for text, date, name in rows]
        return {"report": [report for report, _ in made], "reason": [reason for _, reason in made]}

    def _report(self, text: str | None, date: str | None, name: str | None) -> tuple[str | None, str | None]:
        """The report of a text, or the reason why there is none."""
        from vnreport.pipeline.build import extract

        if text is None:
            return None, "no text"
        try:
            report = extract(text, date=date, id=name)
        except VnreportError as error:
            return None, str(error)
        return json.dumps(report.to_dict(), ensure_ascii=False), None
