"""Finds and resolves the periods that a text says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from vnreport.grammar.period_context import Context
from vnreport.grammar.period_frames import join
from vnreport.grammar.period_resolution import resolve_mention
from vnreport.grammar.period_scan import PeriodScanner
from vnreport.grammar.period_words import PeriodWords, fold, packaged_words
from vnreport.grammar.values import Period, PeriodMention
from vnreport.lexicon.periods import PeriodLexicon


class PeriodGrammar:
    """The period grammar of one lexicon; it keeps nothing between calls."""

    def __init__(self, lexicon: PeriodLexicon | None = None) -> None:
        """The grammar of these rows, or of the packaged ones."""
        self._words = packaged_words() if lexicon is None else PeriodWords(lexicon)
        self._scanner = PeriodScanner(self._words)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[PeriodMention]:
        """The periods said in `text[start:end]`: the longest, without overlap, in order; offsets are of `text`."""
        folded = fold(text[start:end])
        mentions = join(folded, self._scanner.scan(folded), self._words)
        return [_moved(mention, start) for mention in mentions] if start else mentions

    def resolve(
        self, mention: PeriodMention, *, own: Period | None, reference: date | None, year: int | None
    ) -> Period | None:
        """The days that a mention means, or None when they cannot be known.

        `own` is the period of the figure itself (for "cùng kỳ", "tháng trước"), `reference` the document's date, `year`
        a year that the context set ("quý I" in a text about 2018).
        """
        return resolve_mention(mention, Context(own, reference, year))


def _moved(mention: PeriodMention, by: int) -> PeriodMention:
    """The mention and its parts some characters further on."""
    parts = tuple(_moved(part, by) for part in mention.parts)
    return replace(mention, start=mention.start + by, end=mention.end + by, parts=parts)
