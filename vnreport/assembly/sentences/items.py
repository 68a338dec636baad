"""A sentence as a list of items: syllables, punctuation, cues, quantities and periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vnreport.assembly.sentences.cue_roles import CHANGES as CHANGES
from vnreport.assembly.sentences.cue_roles import DIRECTED as DIRECTED
from vnreport.assembly.sentences.cue_roles import GROWING as GROWING
from vnreport.assembly.sentences.cue_roles import MOVES as MOVES
from vnreport.assembly.sentences.cue_roles import PASSING as PASSING
from vnreport.assembly.sentences.cue_roles import PLANS as PLANS
from vnreport.grammar.values import SAME_PERIOD, PeriodMention, Quantity
from vnreport.text.word_starts import WordStarts

# The lexicon row of proposals: "đề nghị", "đề xuất".
PROPOSAL_ROW = "status.proposal"
# The lexicon row of what points at the figure or the name before: "con số này".
ANAPHOR_ROW = "plain.anaphor"


@dataclass(slots=True)
class Item:
    """One item of a sentence.

    `kind` is `word`, `punct`, `cue`, `quantity` or `period`; `role` the cue's role ("" for the rest); offsets are of
    the normalised text and a quantity's include its bound and unit. `depth` counts the brackets around it;
    `words` knows where the words of the sentence start, None for an item made alone.
    """

    kind: str
    start: int
    end: int
    low: str
    role: str = ""
    row: str = ""
    quantity: Quantity | None = None
    period: PeriodMention | None = None
    depth: int = 0
    words: WordStarts | None = None

    @property
    def is_inner(self) -> bool:
        """Whether the item goes on with the word of the one before: "hút" of "thu hút"."""
        return self.kind == "word" and self.words is not None and not self.words.has(self.start)

    @property
    def is_name(self) -> bool:
        """Whether the item is a word that begins with a capital and is no acronym."""
        return self.kind == "word" and is_titled(self)

    @property
    def is_same_period(self) -> bool:
        """Whether the item is a time told as the same one of another year: "cùng kỳ"."""
        return self.period is not None and self.period.shape == SAME_PERIOD


def is_titled(item: Item) -> bool:
    """Whether the item begins with a capital and is no acronym: "Xây dựng" of "Sở Xây dựng"."""
    return item.words is not None and is_titled_at(item.words.text, (item.start, item.end))


def closing(items: Sequence[Item], opened: int, last: int) -> int | None:
    """The index of the first ")" behind the bracket that opens at `opened`, None for none before `last`."""
    return next((index for index in range(opened + 1, last) if items[index].low == ")"), None)


def holds_phrase(items: Sequence[Item], phrases: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether the words of the items hold one of the phrases, as whole syllables."""
    said = f" {' '.join([item.low for item in items])} "
    return any(phrase in said for phrase in _apart(phrases))


@cache
def _apart(phrases: frozenset[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The phrases between spaces."""
    return tuple(f" {phrase} " for phrase in phrases)


def bound_words(items: Sequence[Item], place: int) -> list[str]:
    """The words right before the number at `place` that belong to its bound: "vượt mốc", "gần"."""
    quantity, words = items[place].quantity, next((item.words for item in items if item.words is not None), None)
    if quantity is None or words is None:
        return []
    return words.text[quantity.outer_start : quantity.start].lower().split()


def quantity_behind(items: Sequence[Item], place: int) -> Quantity | None:
    """The quantity right behind the item, with nothing but words that say little between; None for none."""
    return next((item.quantity for item in items[place + 1 :] if item.role not in PASSING), None)


def is_titled_at(text: str, span: tuple[int, int]) -> bool:
    """Whether the stretch begins with a capital and is no acronym."""
    return text[span[0]].isupper() and not text[span[0] : span[1]].isupper()
