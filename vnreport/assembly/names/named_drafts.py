"""One draft that is being named, with what helps to name it."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.assembly.names.name_lexicon import NameLexicon
from vnreport.assembly.sentences.drafts import Draft
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.topics import Topics


@dataclass(slots=True)
class NamedDraft:
    """A draft among the `drafts` of its sentence; `subject` is the item range of the words that name it, `headed` the
    phrase in it that a head opens; None where there are none."""

    lexicon: NameLexicon
    draft: Draft
    drafts: list[Draft]
    topics: Topics
    subject: tuple[int, int] | None = None
    headed: HeadedPhrase | None = None

    @property
    def items(self) -> list[Item]:
        """The items of the sentence."""
        return self.draft.sentence.items

    @property
    def told(self) -> list[Draft]:
        """The drafts before this one in its sentence."""
        return self.drafts[: self.drafts.index(self.draft)]

    @property
    def before(self) -> Draft | None:
        """The draft before this one in its sentence, or None."""
        index = self.drafts.index(self.draft)
        return self.drafts[index - 1] if index else None
