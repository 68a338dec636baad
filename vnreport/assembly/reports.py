"""Turns drafts into the frozen records of a report, with offsets of the original text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from vnreport.assembly.arbitration.arbiter import AGREED
from vnreport.assembly.sentences.drafts import BaselineDraft, Change, Draft, Phrase
from vnreport.assembly.trust.confidence import NOT_JUDGED, Confidence
from vnreport.grammar.values import Period, PeriodMention, Quantity, Unit
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.records import models

# What a model of `vnreport.records` is read from: a whole report at once takes half the time of one model a field.
Fields = dict[str, object]
NO_UNIT: Fields = {"text": "", "start": None, "end": None, "code": "", "kind": ""}
UNSAID: Fields = {"text": None, "start": None, "end": None}


class RecordWriter:
    """Writes records, as the fields of their models, with offsets of the original text.

    `original` is the input as given, `text` its normalised form, `to_original` maps half-open offsets of `text` back;
    `expand` gives the indicator's name with acronyms expanded.
    """

    def __init__(
        self,
        original: str,
        text: str,
        to_original: Callable[[int, int], tuple[int, int]],
        expand: Callable[[str], str],
    ) -> None:
        self._original = original
        self._text = text
        self._map = to_original
        self._expand = expand

    def records(
        self, drafts: Sequence[Draft], checks: dict[int, list[models.Check]], confidences: Sequence[Confidence]
    ) -> list[Fields]:
        """One record a draft, in order; `checks` holds the arithmetic checks by the draft's place in `drafts`.

        `confidences` holds one a draft, or none at all where nothing judged them.
        """
        ids = {id(draft): f"r{number}" for number, draft in enumerate(drafts, 1)}
        judged = confidences or [NOT_JUDGED] * len(drafts)
        return [self._record(draft, ids, checks.get(number, []), judged[number]) for number, draft in enumerate(drafts)]

    def _record(self, draft: Draft, ids: dict[int, str], checks: list[models.Check], confidence: Confidence) -> Fields:
        start, end = self._map(draft.sentence.start, draft.sentence.end)
        indicator = self._indicator(draft.indicator)
        return {
            "id": ids[id(draft)],
            "indicator": indicator,
            "value": self._value(draft.quantity) if draft.quantity is not None else None,
            "scope": [self._scope(phrase) for phrase in _distinct(draft.scope)],
            "period": self._period(draft.period, draft.mention, draft.inherited.get("period")),
            "status": draft.status,
            "aggregation": _aggregation(draft, str(indicator["text"])),
            "comparisons": [self._comparison(draft, change) for change in draft.changes],
            "part_of": ids.get(id(draft.parent)) if draft.parent is not None else None,
            "checks": checks,
            "sentence": {"start": start, "end": end},
            "confidence": confidence.record,
            "field_confidence": confidence.fields,
            "evidence": self._evidence(draft),
        }

    def _quote(self, start: int, end: int) -> Fields:
        first, last = self._map(start, end)
        return {"text": self._original[first:last], "start": first, "end": last}

    def _phrase(self, phrase: Phrase) -> Fields:
        if len(phrase.parts) == 1 and self._text[phrase.parts[0][0] : phrase.parts[0][1]] == phrase.text:
            return self._quote(*phrase.parts[0])
        return {"text": phrase.text, "start": None, "end": None}

    def _indicator(self, phrase: Phrase | None) -> Fields:
        if phrase is None:
            return {"text": "", "start": None, "end": None, "name": ""}
        quote = self._phrase(phrase)
        name = " ".join(self._expand(phrase.text).split())
        quote["name"] = name[:1].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name
        quote["parts"] = [self._quote(*part) for part in phrase.parts] if quote["start"] is None else ()
        return quote

    def _scope(self, phrase: Phrase) -> Fields:
        return {**self._phrase(phrase), "kind": phrase.rule.rpartition(".")[2]}

    def _unit(self, unit: Unit | None) -> Fields:
        if unit is None:
            return NO_UNIT
        if unit.end <= unit.start:
            return {"text": "", "start": None, "end": None, "code": unit.code, "kind": unit.kind}
        return {**self._quote(unit.start, unit.end), "code": unit.code, "kind": unit.kind}

    def _value(self, quantity: Quantity) -> Fields:
        return {**self._amount(quantity), "of": quantity.of}

    def _period(self, period: Period | None, mention: PeriodMention | None, inherited: str | None) -> Fields | None:
        if period is None:
            return None
        return {
            **(self._quote(mention.start, mention.end) if mention is not None else UNSAID),
            "iso": period.iso,
            "first_day": period.first.isoformat() if period.first else None,
            "last_day": period.last.isoformat() if period.last else None,
            "as_of": period.as_of,
            "inherited": inherited,
        }

    def _comparison(self, draft: Draft, change: Change) -> Fields:
        if change.quantity is not None:
            quote = self._quote(change.quantity.outer_start, change.quantity.outer_end)
        else:
            item = (change.sentence or draft.sentence).items[change.place]
            quote = self._quote(item.start, item.end)
        return {
            **quote,
            "direction": change.direction,
            "amount": self._amount(change.quantity) if change.quantity is not None else None,
            "baseline": self._baseline(change.baseline, change.baseline_period),
            "baseline_value": self._baseline_value(change.baseline_value),
        }

    def _amount(self, quantity: Quantity) -> Fields:
        return {
            **self._quote(quantity.start, quantity.end),
            "number": quantity.number,
            "low": quantity.low,
            "high": quantity.high,
            "bound": quantity.bound,
            "unit": self._unit(quantity.unit),
        }

    def _baseline(self, baseline: BaselineDraft | None, period: Period | None) -> Fields:
        if baseline is None:
            return {"kind": "unstated", "period": None, **UNSAID}
        quote = UNSAID
        if baseline.start is not None and baseline.end is not None:
            quote = self._quote(baseline.start, baseline.end)
        return {"kind": baseline.kind, "period": self._period(period, baseline.mention, None), **quote}

    def _baseline_value(self, quantity: Quantity | None) -> Fields | None:
        if quantity is None or quantity.number is None:
            return None
        return {
            **self._quote(quantity.start, quantity.end),
            "number": quantity.number,
            "unit": self._unit(quantity.unit),
        }

    def _evidence(self, draft: Draft) -> list[Fields]:
        """Which rule gave each field, and from where in the original."""
        found: list[tuple[str, str, int | None, int | None]] = []
        quantity = draft.quantity
        if quantity is not None:
            found.extend(("value", rule, quantity.start, quantity.end) for rule in quantity.rules)
            if quantity.unit is not None:
                found.append(("unit", quantity.unit.row, quantity.unit.start, quantity.unit.end))
        for name, phrases in (("indicator", [draft.indicator]), ("scope", draft.scope)):
            found.extend((name, p.rule, start, end) for p in phrases if p is not None for start, end in p.parts)
        if draft.indicator is not None and draft.indicator.parts and draft.votes.get("tagger", 0.0) >= AGREED:
            found.append(("indicator", "ner.agrees", *draft.indicator.parts[0]))
        if draft.mention is not None:
            taken = draft.inherited.get("period")
            rule = draft.mention.rule if taken is None else f"{draft.mention.rule} inherited.{taken}"
            found.append(("period", rule, draft.mention.start, draft.mention.end))
        found.extend((name, rule, start, end) for name, (rule, start, end) in draft.rules.items())
        for change in draft.changes:
            place = change.quantity or (change.sentence or draft.sentence).items[change.place]
            found.append(("comparisons", change.rule, place.start, place.end))
            if change.baseline is not None:
                found.append(("baselines", change.baseline.rule, change.baseline.start, change.baseline.end))
        return [self._one_evidence(*row) for row in found]

    def _one_evidence(self, name: str, rule: str, start: int | None, end: int | None) -> Fields:
        if start is not None and end is not None:
            start, end = self._map(start, end)
        return {"field": name, "rule": rule, "start": start, "end": end}


def _distinct(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases without repeats of the same text, in order."""
    return list({phrase.text.lower(): phrase for phrase in reversed(phrases)}.values())[::-1]


@cache
def _average() -> re.Pattern[str]:
    """A word of averages anywhere in an indicator."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrase_words().average))})\b", re.IGNORECASE)


def _aggregation(draft: Draft, indicator: str) -> str:
    """`share`, `rank`, `average`, `cumulative` or `level`."""
    if draft.role in {"share", "rank"}:
        return draft.role
    hint = draft.quantity.hint if draft.quantity is not None else ""
    if hint == "average" or _average().search(indicator):
        return "average"
    if draft.quantity is not None and phrase_words().superlative in indicator.lower().split()[-1:]:
        return "max"
    period = draft.period
    if period is not None and (period.as_of or "/" in period.iso) and draft.quantity is not None:
        unit = draft.quantity.unit
        if unit is None or unit.kind in {"count", "money", "measure"}:
            return "cumulative"
    return "level"
