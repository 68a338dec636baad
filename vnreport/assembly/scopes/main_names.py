"""The body or place that a whole document is about, as a scope of the figures that name nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from vnreport.assembly.scopes.carried_scopes import CARRIED_RULE, is_name, is_named, names_other
from vnreport.assembly.scopes.openings import ACTOR_RULE, ACTORS
from vnreport.assembly.scopes.scopes import ScopeNames, phrase_of_name
from vnreport.assembly.sentences.drafts import TABLE, Draft, Phrase, SentenceItems
from vnreport.lexicon.phrase_words import phrase_words

# So often a text tells the name that it is about.
OFTEN = 3
# Syllables of the longest opening of who rules the whole country.
MOST_RULING = 4


def add_main_name(drafts: Sequence[Draft], sentences: Sequence[SentenceItems], names: ScopeNames) -> None:
    """Adds the name that the document is about to the figures in whose sentence nobody is named before them."""
    main = _main_name(drafts, sentences, names)
    if main is None:
        return
    for draft in drafts:
        if draft.sentence.block == TABLE or is_named(draft) or names_other(draft) or names.owner(draft) is not None:
            continue
        if draft.indicator is None or main.text.lower() not in draft.indicator.text.lower():
            draft.scope.append(main)


def _main_name(drafts: Sequence[Draft], sentences: Sequence[SentenceItems], names: ScopeNames) -> Phrase | None:
    """The name in at least half of the scopes, where the headline or the sentence behind it tells it; else None.

    A name that opens the headline counts as one; one that stands alone for a longer one ("Sở"), and one of who rules
    the whole country ("Bộ Y tế"), are not counted at all.
    """
    opening = sentences[:2]
    told = [phrase for draft in drafts for phrase in draft.scope if is_name(phrase)]
    told += [name for sentence in opening[:1] for name in _opening_name(sentence, names)]
    counts = Counter(phrase.text for phrase in told if not _is_vague(phrase))
    best, most = "", 0
    for name in counts:
        count = sum(number for other, number in counts.items() if name in other)
        if count > most:
            best, most = name, count
    if not best or most * 2 < counts.total() or opening[0].text.count(best) < OFTEN:
        return None
    if not any(best in sentence.text[sentence.start : sentence.end] for sentence in opening):
        return None
    return replace(next(phrase for phrase in told if phrase.text == best), rule=CARRIED_RULE)


def _opening_name(headline: SentenceItems, names: ScopeNames) -> list[Phrase]:
    """The one name that a headline opens with: "Gia Lai: 9 xã đạt chuẩn"."""
    if headline.block != "headline" or names.measures(headline.items, 0):
        return []
    found = names.listed_at(headline.items, 0, len(headline.items), ACTOR_RULE)
    if len(found) != 1 or found[0].first or found[0].is_bare:
        return []
    return [phrase_of_name(headline, found[0], ACTOR_RULE)] if found[0].sort in ACTORS else []


def _is_vague(phrase: Phrase) -> bool:
    """Whether a name stands for a longer one, or opens as one of who rules the whole country."""
    words, text = phrase_words(), phrase.text.lower()
    opener = text.split()[:MOST_RULING]
    return text in words.definite or any(" ".join(opener[:size]) in words.ruling for size in range(1, MOST_RULING + 1))
