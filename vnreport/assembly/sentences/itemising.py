"""Makes items of a sentence: its cues, quantities, periods, and the syllables and signs between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from vnreport.assembly.sentences.betterings import settle_betterings
from vnreport.assembly.sentences.branches import name_branches
from vnreport.assembly.sentences.cue_roles import CHANGES, CLAUSE_MARKS, LEVEL, PASSING
from vnreport.assembly.sentences.items import Item, is_titled_at
from vnreport.grammar.values import PeriodMention, Quantity
from vnreport.lexicon.cues import CueRow, Phrases
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.text.word_starts import WordStarts
from vnreport.text.words import Words

# Items of what is brought to a level, with the verb: "đưa | tỷ lệ nợ xấu | về dưới 1%".
MOST_BROUGHT = 8
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
# The lexicon row of words that make a noun of the verb behind them: "sự phục vụ", "công tác kiểm tra".
NOMINALISER_ROW = "plain.nominaliser"
# The lexicon row of "tiếp theo".
NEXT_ROW = "word.next"
NOMINALISED = frozenset({"have", "tense", "up", "down"})
# Items of "doanh nghiệp trong nước | nhập siêu".
SHORTEST_OTHER = 2
# Roles of cues that may open what a clause is of.
LOCATING = frozenset({"level"})
# Signs behind which a capital may begin any word.
SENTENCE_MARKS = frozenset(".:;!?–-+*•\"“‘'(")


def itemise(
    text: str,
    start: int,
    end: int,
    *,
    quantities: Sequence[Quantity],
    periods: Sequence[PeriodMention],
    cues: Phrases,
    words: Words | None,
) -> list[Item]:
    """The items of `text[start:end]`, in order; quantities and periods are single items and must not overlap."""
    typed = [Item("quantity", q.outer_start, q.outer_end, "", quantity=q) for q in quantities]
    typed += [Item("period", p.start, p.end, "", row=p.rule, period=p) for p in periods]
    typed.sort(key=lambda item: item.start)
    starts = WordStarts(words, text, start, end, typed)
    items: list[Item] = []
    place = start
    for item in typed:
        if item.start >= place:
            _plain(starts, place, item.start, cues, items)
        items.append(item)
        place = max(place, item.end)
    _plain(starts, place, end, cues, items)
    name_branches(items)
    settle_betterings(items)
    _name_next(items)
    _turn_clauses(items)
    _bring_to_levels(items)
    if text.find("(", start, end) >= 0:
        _set_depth(items)
    return items


def _name_next(items: list[Item]) -> None:
    """Makes a word of the "tiếp theo" that tells which of a noun is meant: "các quý | tiếp theo"."""
    for before, item in pairwise(items):
        if item.row == NEXT_ROW and before.kind == "word":
            item.kind, item.role = "word", ""


def _turn_clauses(items: list[Item]) -> None:
    """Makes a conjunction of the "còn" that opens a clause of other words: "Hà Nội tăng 5%, còn Huế 3%".

    So does one right behind a figure, before a name or words that lead to a verb: "Hà Nội tăng 5% còn Huế 3%".
    """
    turn = phrase_words().turning
    for index in range(1, len(items) - 1):
        item, following = items[index], items[index + 1]
        if item.low != turn or item.role != "to":
            continue
        if following.role == "aux":
            # "công ty còn bị phạt 3 tỷ đồng"
            item.role = "aux"
            continue
        before = items[index - 1]
        turns = before.low in CLAUSE_MARKS or (before.kind == "quantity" and _opens_other(items, index + 1))
        if turns and (following.kind == "word" or following.role in LOCATING):
            item.role = "conjunction"


def _bring_to_levels(items: list[Item]) -> None:
    """Makes a verb that leads to a level of the "về" right before one: "đưa nợ xấu | về | dưới 1%"."""
    about, bringing = phrase_words().about, phrase_words().bringing
    for index in range(2, len(items) - 1):
        item = items[index]
        if item.low != about or item.role != "conjunction" or items[index + 1].kind != "quantity":
            continue
        before = items[max(0, index - MOST_BROUGHT) : index]
        if any(other.low in bringing for other in before) and items[index - 1].kind == "word":
            item.role = "to"


def _opens_other(items: Sequence[Item], first: int) -> bool:
    """Whether a name stands at the item, or words of which a change with its amount is told: "lãi suất EUR giảm 1%".

    So do words of what others have or did: "doanh nghiệp trong nước nhập siêu 26 tỷ USD", no "hiệu lực với 5 dự án".
    """
    if items[first].is_name:
        return True
    last = first
    while last < len(items) and items[last].kind == "word":
        last += 1
    said = f"{' '.join(item.low for item in items[first:last])} "
    if last - first > SHORTEST_OTHER and last < len(items) and items[last].kind == "quantity":
        return not said.startswith(tuple(f"{word} " for word in phrase_words().staying))
    behind = next((item for item in items[last + 1 :] if item.role not in PASSING), None)
    changes = last > first and last < len(items) and items[last].role in CHANGES
    return changes and behind is not None and behind.kind == "quantity"


def _plain(words: WordStarts, start: int, end: int, cues: Phrases, items: list[Item]) -> None:
    """Adds words, punctuation and cues of a stretch without quantities or periods."""
    spans = [match.span() for match in _TOKEN.finditer(words.text, start, end)]
    syllables = [words.text[first:last].lower() for first, last in spans]
    firsts, skipped = cues.firsts, 0
    for place, low in enumerate(syllables):
        if place < skipped:
            continue
        first, last = spans[place]
        cue = _cue(cues, syllables, place) if low in firsts else None
        softened = cue is not None and cue[0] == 1 and _is_soft(cues, syllables, place + 1)
        if cue is None or (cue[0] == 1 and _is_no_cue(words, syllables, spans, place, cue[1].role, softened=softened)):
            items.append(Item("word" if low[0].isalnum() else "punct", first, last, low, words=words))
            continue
        size, row = cue
        skipped = place + size
        noun = row.role in NOMINALISED and bool(items) and items[-1].row == NOMINALISER_ROW
        # "việc tăng giá điện 8%" leaves the verb its amount.
        noun = noun and not (row.role in CHANGES and items[-1].low in phrase_words().told_noun)
        noun = noun and not (row.role in CHANGES and skipped == len(spans))
        role = "" if noun else row.role
        whole = low if size == 1 else " ".join(syllables[place:skipped])
        last = spans[skipped - 1][1]
        items.append(Item("cue" if role else "word", first, last, whole, role, row.id, words=words))


def _cue(cues: Phrases, syllables: list[str], place: int) -> tuple[int, CueRow] | None:
    """The cue at `place`; a fixed phrase that begins with the last word of an auxiliary, or of a verb behind one, cuts
    it: "có | mức lương", "đã | chiếm đoạt"."""
    cue = cues.match(syllables, place)
    if cue is None or cue[0] == 1 or not cue[1].role:
        return cue
    if cue[1].role != "aux" and syllables[place] != phrase_words().companion:
        alone = cues.match(syllables[place : place + 1], 0)
        if alone is None or alone[1].role not in {"tense", "aux"}:
            return cue
    last = place + cue[0] - 1
    fixed = cues.match(syllables, last) if cues.opens(syllables[last]) else None
    if fixed is None or fixed[0] == 1 or fixed[1].role:
        return cue
    return cues.match(syllables[place:last], 0)


def _is_soft(cues: Phrases, syllables: list[str], place: int) -> bool:
    """Whether a word of degree stands at the place."""
    found = cues.match(syllables, place) if place < len(syllables) and cues.opens(syllables[place]) else None
    return found is not None and found[1].role == "soft"


def _is_no_cue(
    words: WordStarts, syllables: list[str], spans: list[tuple[int, int]], place: int, role: str, *, softened: bool
) -> bool:
    """Whether the one-syllable cue is a part of a word or of a name ("Hạ Lang", "Cao Bằng", "khu đất thứ hai").

    A verb of change or level right before a figure, or before how much or what it changed, is always one, wherever the
    tokenizer has the word start: "giá xe tăng mạnh 5%", "nhà xe tăng giá vé", "tổng tài sản | ước 9 tỷ".
    """
    last = place + 1 == len(spans)
    if not last and _is_ordinal(words.text, syllables, spans, place):
        return True
    if (role in CHANGES and (last or softened or _opens_measured(syllables, place + 1))) or (role == LEVEL and last):
        return _is_in_name(words.text, spans, place)
    return _is_part_of_word(words, syllables, spans, place, role) or _is_in_name(words.text, spans, place)


def _opens_measured(syllables: list[str], place: int) -> bool:
    """Whether a noun of what is measured stands at the place: "giá vé"."""
    nouns = phrase_words().measured_noun
    return syllables[place] in nouns or " ".join(syllables[place : place + 2]) in nouns


def _is_ordinal(text: str, syllables: list[str], spans: list[tuple[int, int]], place: int) -> bool:
    """Whether "thứ" and a number word say which one of several a noun is: "khu đất | thứ hai", no "phiên | thứ Hai"."""
    words = phrase_words()
    if not place or syllables[place] != words.ordinal or syllables[place + 1] not in words.ordinal_number:
        return False
    return syllables[place - 1].isalpha() and text[spans[place + 1][0]].islower()


def _is_in_name(text: str, spans: list[tuple[int, int]], place: int) -> bool:
    """Whether a capital begins the syllable and one beside it, in the midst of a sentence."""
    if not place or not is_titled_at(text, spans[place]) or text[spans[place - 1][0]] in SENTENCE_MARKS:
        return False
    return is_titled_at(text, spans[place - 1]) or (place + 1 < len(spans) and is_titled_at(text, spans[place + 1]))


def _is_part_of_word(
    words: WordStarts, syllables: list[str], spans: list[tuple[int, int]], place: int, role: str
) -> bool:
    """Whether the syllable is no cue: the end of a word ("thiết bị"), or an auxiliary that starts one ("bị thương")."""
    if place and syllables[place - 1][0].isalpha() and not words.has(spans[place][0]):
        return True
    if role != "aux" or place + 1 == len(spans):
        return False
    return syllables[place + 1][0].isalpha() and not words.has(spans[place + 1][0])


def _set_depth(items: list[Item]) -> None:
    """Counts round brackets; one that never closes ends with the sentence."""
    depth = 0
    for item in items:
        if item.kind == "punct" and item.low == "(":
            depth += 1
        item.depth = depth
        if item.kind == "punct" and item.low == ")" and depth:
            depth -= 1
