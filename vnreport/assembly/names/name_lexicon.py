"""What finds the words that names are made of."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.assembly.sentences.parts import PartFinder
from vnreport.lexicon.cues import Phrases


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """What finds names: nouns that head an indicator, openers of parts, the trades that amounts are of ("xuất khẩu"),
    the totals that percentages are of ("GDP"), the things that are counted ("xe"), and the cues of a sentence."""

    heads: HeadFinder
    parts: PartFinder
    trades: tuple[str, ...]
    accounts: frozenset[str]
    goods: frozenset[str]
    cues: Phrases
