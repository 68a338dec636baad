"""What those asked in a survey answer, as a part of the name of how many they are: "59% người được hỏi cho rằng | giá
vàng sẽ tăng"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import CHANGES, DIRECTED, Item
from vnreport.assembly.sentences.links import is_percent
from vnreport.assembly.sentences.phrases import compose, without_preposition
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.lexicon.phrase_words import phrase_words

RULE = "indicator.survey.answer"
# Items of the longest words that tell who was asked, and roles of cues that stand in none.
LONGEST_ASKED = 10
# The same behind a number of them.
LONGEST_COUNTED = 4
BREAKING = frozenset({"up", "down", "flat", "versus", "level", "to", "conjunction", "have", "part"})
# Items of the longest answer.
LONGEST_ANSWER = 24
# Signs and roles of cues that end an answer.
ENDING_SIGNS = frozenset(",;.:()…")
ENDING_ROLES = frozenset({"versus", "part", "then", "cause", "report"})
# Roles of cues that no answer ends in, and those that it does not end in before a figure.
OPEN_ROLES = frozenset({"tense", "aux", "conjunction", "have", "from"})
LEADING_ROLES = frozenset({"level", "to", "soft"})


def name_answer(naming: Naming) -> None:
    """Adds the rest of what they answer to a share or a number of those asked, whatever verb of change or of time it
    holds."""
    draft, items, name = naming.draft, naming.items, naming.draft.indicator
    start, first = _opening(items[draft.place]), draft.place + 1
    if name is None or start is None or first >= len(items):
        return
    asked = _asked(items, draft.place) or _unsaid(naming)
    if asked is None:
        return
    answer = _pieces(items, asked[1], _end(items, asked[1] + 1))
    if name.parts[0][0] in {start, items[first].start}:
        if answer and items[answer[-1][1] - 1].end > name.parts[-1][1]:
            whole = compose(draft, items, _pieces(items, first, answer[-1][1]), RULE)
            opening = name.parts[0][0], whole.parts[0][1]
            text = draft.sentence.text[slice(*opening)]
            rest = whole.text[whole.parts[0][1] - whole.parts[0][0] :]
            draft.indicator = Phrase(f"{text}{rest}", (opening, *whole.parts[1:]), RULE)
        return
    before = _asked_before(naming)
    if before is not None and answer and asked[1] == first:
        draft.indicator = before.joined(compose(draft, items, answer, RULE), RULE)


def _opening(item: Item) -> int | None:
    """Where the noun of those asked starts that the figure itself counts; of a share where it ends, None for other
    figures."""
    quantity = item.quantity
    if is_percent(item):
        return item.end
    if quantity is None or quantity.kind != "count" or quantity.unit is None:
        return None
    return quantity.unit.start if quantity.code in phrase_words().asked else None


def _asked_before(naming: Naming) -> Phrase | None:
    """Those asked whom a share told before is of: of the sentence, else of the name that the draft took."""
    draft, items, name = naming.draft, naming.items, naming.draft.indicator
    told = [_asked(items, other.place) for other in naming.told if is_percent(items[other.place])]
    before = next((other for other in reversed(told) if other is not None and other[1] > other[0]), None)
    if before is not None:
        return compose(draft, items, [before], RULE)
    if name is None or not draft.inherited.get("indicator") or len(name.parts) != 1:
        return None
    verbs = [name.text.find(f" {verb} ") for verb in phrase_words().opinion]
    size = min((verb for verb in verbs if verb > 0), default=None)
    start = name.parts[0][0]
    return None if size is None else Phrase(name.text[:size], ((start, start + size),), RULE)


def _unsaid(naming: Naming) -> tuple[int, int] | None:
    """Where what some of those asked do is told right behind the figure, which took the whole name of those before:
    "43% cho biết đủ ăn, 26% | phải ăn dè"; None for no such."""
    items, first, before = naming.items, naming.draft.place + 1, naming.before
    name, told = naming.draft.indicator, before.indicator if before is not None else None
    if name is None or told is None or told.rule != RULE or name.parts != told.parts:
        return None
    does = items[first].kind == "word" or items[first].role == "aux"
    return (first, first) if does else None


def _asked(items: list[Item], place: int) -> tuple[int, int] | None:
    """Who is asked behind the figure, up to the verb of what they answer: an empty range where that stands right
    behind it ("22% | cho rằng"); None for no such verb."""
    words, first = phrase_words(), place + 1
    longest = LONGEST_ASKED if is_percent(items[place]) else LONGEST_COUNTED
    for index in range(first, min(len(items) - 1, first + longest)):
        if items[index].low in words.pointing:
            # "Bảy người | trên | cho biết"
            return None
        if items[index].kind not in {"word", "cue"} or (items[index].kind == "cue" and items[index].role in BREAKING):
            return None
        size = phrase_size(items, index, len(items), words.opinion)
        if size and items[index - 1].low not in words.told and index + size < len(items):
            return first, index
    return None


def _end(items: list[Item], first: int) -> int:
    """Where the clause of the answer ends."""
    last, words = first, phrase_words()
    while last < min(len(items), first + LONGEST_ANSWER):
        item = items[last]
        counted = any(behind.kind == "quantity" for behind in items[last + 1 : last + 4])
        if item.kind == "quantity" or (item.kind == "punct" and item.low in ENDING_SIGNS):
            break
        if (item.role in ENDING_ROLES and last > first) or (item.role == "conjunction" and counted):
            break
        if item.low in words.aim or item.low == words.condition:
            break
        if item.role in DIRECTED and last + 1 < len(items) and items[last + 1].kind == "period":
            # "thuận lợi | hơn so với | quý trước"
            break
        last += 1
    return last


def _pieces(items: list[Item], first: int, last: int) -> list[tuple[int, int]]:
    """The ranges of the name without the times in it and what hangs at its end."""
    pieces, begin = [], first
    for index in range(first, last + 1):
        if index == last or items[index].kind == "period":
            end = _trimmed(items, begin, index)
            pieces += [(begin, end)] if end > begin else []
            begin = index + 1
    return pieces


def _trimmed(items: list[Item], first: int, last: int) -> int:
    """The end of the range without signs, verbs and prepositions that lead to what is left out."""
    leads = last < len(items) and items[last].kind == "quantity"
    open_roles = OPEN_ROLES | LEADING_ROLES if leads else OPEN_ROLES
    if leads and is_percent(items[last]) and items[last - 1].role in CHANGES:
        # "17 hộ cho biết thu nhập | tăng 5%"
        last -= 1
    while last > first and (items[last - 1].role in open_roles or items[last - 1].kind == "punct"):
        last -= 1
    return without_preposition(items, first, last) if last > first else last
