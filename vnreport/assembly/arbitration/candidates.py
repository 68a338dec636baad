"""Phrases that may name what a figure measures: the rules' choice, the tagger's runs, words around, earlier ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnreport.assembly.arbitration.tag_labels import INDICATOR
from vnreport.assembly.sentences.actors import part_actor
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.parts import PartFinder
from vnreport.assembly.sentences.phrases import trim_end, without_gloss
from vnreport.assembly.sentences.subjects import subject_pieces, trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import Unit
from vnreport.lexicon.cues import CueRow
from vnreport.lexicon.load import read_rows
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.values import value

Range = tuple[int, int]
# Earlier indicators that are offered, the latest first, each text once.
MOST_EARLIER = 4
# Heads on the left of a figure that are offered, the nearest first.
MOST_HEADS = 3
# Rules that join a head with what it is of.
HEADED_RULES = ("indicator.amount", "indicator.head.component")
# Kinds of unit that no rate is told in.
COUNTED_KINDS = frozenset({"money", "count"})
# The lexicon row of verbs behind which a change is told of something else: "điện đẩy CPI".
CAUSE_ROW = "level.cause"


@value(frozen=True, slots=True)
class Candidate:
    """A phrase, who proposed it, and where it stands: `span` is its item range, None for one from elsewhere.

    `draft` is the earlier draft that it named, None for one of the sentence's own words; `same_as` who proposed the
    same text next, "" for nobody. `fits` is false for one that can only back another up: the words of the figure joined
    to what is measured in another way, or joined though they name the figure themselves; and words on the left that the
    rules weighed and left for others of the sentence.
    """

    phrase: Phrase
    source: str
    span: Range | None = None
    draft: Draft | None = None
    same_as: str = ""
    fits: bool = True


class CandidateFinder:
    """Finds the candidates of a draft; `heads` finds the nouns that can head an indicator."""

    def __init__(self, heads: HeadFinder) -> None:
        self._heads = heads
        self._parts = PartFinder(read_rows("parts", CueRow))

    def find(self, draft: Draft, earlier: Sequence[Draft], runs: Sequence[tuple[int, int, str]]) -> list[Candidate]:
        """The candidates, the rules' choice first, each text once; `earlier` are the drafts before, in order.

        `runs` are the tagger's, by item range of the draft's sentence.
        """
        found: dict[str, Candidate] = {}
        parts = {phrase.text.lower() for phrase in draft.scope} if draft.role == "share" else set()
        for candidate in self._all(draft, earlier, runs):
            text = candidate.phrase.text.lower().strip()
            # What a share is the share of is not the part that has it.
            if (
                not text
                or (found and (text in parts or _is_unlike(draft, text, candidate.span)))
                or (candidate.span is not None and self._is_piece_of(draft, text, candidate.span))
            ):
                continue
            first = found.setdefault(text, candidate)
            if first is not candidate and not first.same_as:
                found[text] = replace(first, same_as=candidate.source)
        return list(found.values())

    def phrase_of(self, draft: Draft, span: Range) -> Phrase:
        """The words of an item range as a phrase, without the number that it may open with."""
        return _words(draft, span, "run").phrase

    def opens_with_head(self, draft: Draft, phrase: Phrase) -> bool:
        """Whether the phrase stands in the draft's sentence and its first words can head an indicator."""
        items = draft.sentence.items
        start = phrase.parts[0][0] if phrase.parts else -1
        return any(item.start == start and self._heads.starts(items, index) for index, item in enumerate(items))

    def _all(self, draft: Draft, earlier: Sequence[Draft], runs: Sequence[tuple[int, int, str]]) -> Iterator[Candidate]:
        items, place = draft.sentence.items, draft.place
        if draft.indicator is not None:
            yield Candidate(draft.indicator, "rules", _range_of(items, draft.indicator))
        yield from self._tagged(draft, runs)
        yield from self._right(draft)
        pieces = [piece for piece in subject_pieces(items, *draft.subject) if not self._is_aimed(draft, piece)]
        for number, piece in enumerate(reversed(pieces[-2:])):
            yield replace(_words(draft, piece, f"left.{number}"), fits=not _is_named_here(draft))
        yield from self._headed(draft)
        opening = trim(items, 0, _first_break(items))
        if opening is not None and opening[1] <= place:
            yield _words(draft, opening, "opening")
        yield from self._earlier(draft, earlier, pieces)

    def _is_aimed(self, draft: Draft, piece: Range) -> bool:
        """Whether a piece of the subject only says who aims at the figure: "sở đặt mục tiêu"."""
        return part_actor(draft.sentence.text, draft.sentence.items, piece, self._parts)[1] is None

    def _is_piece_of(self, draft: Draft, text: str, span: Range) -> bool:
        """Whether the text is but the amount of the name that the rules put together, or the last noun of its list.

        "kim ngạch" of "kim ngạch gạo nếp" and "13 lô gạo với kim ngạch", "phạt" of "tổng số tiền truy thu và phạt".
        """
        named, words = draft.indicator, phrase_words()
        if named is None or named.text.lower() == text:
            return False
        whole = named.text.lower()
        if len(named.parts) == 1:
            return whole.endswith(f" {words.conjunction} {text}")
        if not named.rule.startswith(HEADED_RULES):
            return False
        opens = whole.startswith(f"{text} ") and len(text) == named.parts[0][1] - named.parts[0][0]
        if not opens and not whole.endswith(f" {words.companion} {text}"):
            return False
        headed = self._heads.narrow(draft.sentence.items, span)
        return headed is not None and headed.role == "amount"

    def _tagged(self, draft: Draft, runs: Sequence[tuple[int, int, str]]) -> Iterator[Candidate]:
        """The tagger's runs: the one at the figure, the nearest on each side, and the others of the sentence."""
        items = draft.sentence.items
        named = [_own_words(items, (first, last)) for first, last, name in runs if name == INDICATOR]
        left = [run for run in named if run[1] <= draft.place]
        right = [run for run in named if run[0] > draft.place]
        for run in named:
            if run[0] <= draft.place < run[1]:
                yield _words(draft, run, "tag.at")
        for number, run in enumerate(reversed(left[-3:])):
            yield _words(draft, run, f"tag.left.{number}")
            headed = self._from_head(draft, run)
            if headed is not None:
                yield _words(draft, headed, f"tag.head.{number}")
        for number, run in enumerate(right[:2]):
            yield _words(draft, run, f"tag.right.{number}")

    def _from_head(self, draft: Draft, run: Range) -> Range | None:
        """The run from its last head on, None where it has none but at its start."""
        items = draft.sentence.items
        for index in range(run[1] - 1, run[0], -1):
            if items[index].kind in {"word", "cue"} and self._heads.starts(items, index):
                return index, run[1]
        return None

    def _right(self, draft: Draft) -> Iterator[Candidate]:
        """The counted noun with its words, and alone; the words behind another unit."""
        items, place = draft.sentence.items, draft.place
        stop = right_stop(items, place)
        unit = _noun(items[place])
        if unit is not None:
            if stop > place + 1:
                yield _words(draft, (place, stop), "right.counted")
            text = draft.sentence.text[unit.start : unit.end]
            yield Candidate(Phrase(text, ((unit.start, unit.end),), "indicator.noun"), "noun", (place, place + 1))
        elif stop > place + 1:
            yield _words(draft, (place + 1, stop), "right.plain")

    def _headed(self, draft: Draft) -> Iterator[Candidate]:
        """What runs from a head on the left to the verb or figure behind it."""
        items = draft.sentence.items
        count = 0
        for index in range(draft.place - 1, -1, -1):
            if items[index].kind == "quantity" or count == MOST_HEADS:
                break
            if items[index].kind in {"word", "cue"} and self._heads.starts(items, index):
                last = index + 1
                while last < draft.place and _goes_on(items[last]):
                    last += 1
                headed = _words(draft, trim_end(items, index, last), f"head.{count}")
                yield replace(headed, fits=not _is_named_here(draft))
                count += 1

    def _earlier(self, draft: Draft, earlier: Sequence[Draft], pieces: list[Range]) -> Iterator[Candidate]:
        """What the drafts before measure; the same with this figure's own words behind it."""
        texts: set[str] = set()
        for other in reversed(earlier):
            phrase = other.indicator
            if phrase is None or phrase.text.lower() in texts:
                continue
            texts.add(phrase.text.lower())
            yield Candidate(phrase, f"earlier.{len(texts) - 1}", None, other)
            if pieces and len(texts) == 1:
                own = _words(draft, pieces[-1], "left").phrase
                stem = _first_part(phrase, other)
                joined = stem.joined(own, phrase.rule)
                headed = self._heads.starts(draft.sentence.items, pieces[-1][0])
                fits = not headed and _measured_by(other) == _measured_by(draft)
                yield Candidate(joined, "earlier.left", None, other, fits=fits)
            if len(texts) == MOST_EARLIER:
                return


def _is_named_here(draft: Draft) -> bool:
    """Whether the rules named the figure by words of its own sentence."""
    return draft.indicator is not None and "indicator" not in draft.inherited


def _measured_by(draft: Draft) -> str:
    """What the draft is measured in: growth, or the kind of its unit."""
    return draft.role if draft.quantity is None else unit_kind(draft)


def _first_part(phrase: Phrase, draft: Draft) -> Phrase:
    """What a part is joined to: the whole alone of a name that was joined itself ("CPI" of "CPI nhóm giáo dục")."""
    if len(phrase.parts) < 2:
        return phrase
    start, end = phrase.parts[0]
    return Phrase(draft.sentence.text[start:end], ((start, end),), phrase.rule)


def _own_words(items: Sequence[Item], run: Range) -> Range:
    """The run behind what acts on it, and up to a word that opens a clause or what it is a part of or for.

    "điện | đẩy | CPI", "63 địa phương | để phục vụ khai thác", "hộ nghèo | trong tổng số 24 triệu hộ".
    """
    first, last = run
    words = phrase_words()
    for index in range(first + 1, last):
        item = items[index]
        acts = item.row == CAUSE_ROW and (item.low in words.carrying or " " in item.low)
        whole = item.low == words.within and index + 1 < last and items[index + 1].low in words.counter
        if acts and items[first].kind != "quantity" and index + 1 < last:
            first = index + 1
        elif acts or whole or item.role == "then" or item.low in words.closer | words.showing:
            return first, index
    return first, last


def _goes_on(item: Item) -> bool:
    """Whether a noun phrase may go on with the item: a word, or a cue that is no verb of level or change."""
    return item.kind in {"word", "cue"} and item.role not in {"level", "up", "down"}


def _noun(item: Item) -> Unit | None:
    """The counted noun of a figure, None for another unit or none."""
    unit = item.quantity.unit if item.quantity is not None else None
    return unit if unit is not None and unit.kind == "count" and unit.end > unit.start else None


def _is_unlike(draft: Draft, text: str, span: Range | None) -> bool:
    """Whether the text cannot name the figure: a rate names no sum or count, no name begins within a word or closes a
    bracket that it did not open."""
    if span is not None and draft.sentence.items[span[0]].is_inner:
        return True
    if text.count(")") > text.count("("):
        return True
    return unit_kind(draft) in COUNTED_KINDS and any(map(text.startswith, phrase_words().level_rate))


def _words(draft: Draft, span: Range, source: str) -> Candidate:
    """The quoted phrase of an item range; one that opens with the figure itself opens at its noun."""
    items = draft.sentence.items
    first, last = span[0], without_gloss(items, *span)
    unit = _noun(items[first])
    if items[first].quantity is not None:
        start = unit.start if unit is not None else items[first].end
    else:
        start = items[first].start
    # "1,6 triệu hộ nghèo trong tổng số 24 triệu hộ" is one figure, of its first noun.
    alone = unit is not None and last == first + 1
    end = unit.end if unit is not None and alone else max(items[last - 1].end, start)
    text = draft.sentence.text[start:end].strip()
    return Candidate(Phrase(text, ((start, end),), f"ner.{source}"), source, span)


def _range_of(items: Sequence[Item], phrase: Phrase) -> Range | None:
    """The item range of a phrase that stands in the sentence in one piece or more, None where it does not."""
    inside = [
        index
        for start, end in phrase.parts
        for index, item in enumerate(items)
        if start < item.end and item.start < end
    ]
    return (min(inside), max(inside) + 1) if inside else None


def _first_break(items: Sequence[Item]) -> int:
    """Where the first figure, verb of level or change, or comma stands."""
    for index, item in enumerate(items):
        if item.kind == "quantity" or item.low in {",", ":", ";"} or item.role in {"level", "up", "down", "have"}:
            return index
    return len(items)
