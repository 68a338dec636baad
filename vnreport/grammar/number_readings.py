"""Reading what stands around a number: a second number, a unit, a bracket that says it again; not yet judged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from vnreport.grammar.bounds import Bounds
from vnreport.grammar.digits import NumberStyle, has_spaced_thousands, number_style
from vnreport.grammar.number_cues import Facts, NumberCues
from vnreport.grammar.number_pairs import Pair, Pairs
from vnreport.grammar.numerals import Number, Numerals
from vnreport.grammar.pieces import Piece
from vnreport.grammar.unit_rows import DURATION
from vnreport.grammar.units import WORD_ROW, UnitReading, Units, WordEnd
from vnreport.grammar.values import Unit
from vnreport.lexicon.numbers import NumberLexicon
from vnreport.values import value

Span = tuple[int, int]

_SMALLEST_SUM = Decimal(10) ** 9
"""From this scale word on a number counts nothing that the lexicon lacks: it is money that goes without saying."""
_SMALLEST_PRICE = Decimal(100000)
"""From here on a whole number over a measure is money that goes without saying: "36.280.000/lượng"."""
_LEAST_PEOPLE = Decimal(10000)
"""A whole number over fewer people is a part of them: "940/1.000 người"."""
_CODE = re.compile(r"\w+(?:[./-]\w+)*")
"""A run of letters and digits: the rest of a code that a number stands in ("A320-200", "km2/h")."""
_NICKNAME = re.compile(r"([“\"‘])([^“”‘’\"\d.,:;]{2,25})[”\"’](?!\s*\d)")
"""A few words in quotation marks, which are the counted noun that a number stands before."""
_LONGEST_NICKNAME = 2
"""Syllables of a nickname that is one noun: “ông lớn”."""


@dataclass(slots=True)
class Scene:
    """One call of `QuantityGrammar.find`: the piece of text, and what the caller knows."""

    piece: Piece
    taken: Sequence[Span]
    word_end: WordEnd | None
    style: NumberStyle | None = None
    next_taken: int = 0
    last_end: int = 0
    """The end of the last quantity, its unit included."""
    dropped: int = -1
    """The end of the last number that its cue made no quantity; -1 before the first."""
    ratio_end: int = -1
    """The end of the last ratio of counted things, or of one that goes on with it; -1 before the first."""

    def limit(self, position: int) -> int:
        """Where numbers that start at or after `position` must end: at the next taken span; `position` inside one."""
        while self.next_taken < len(self.taken) and self.taken[self.next_taken][1] <= position:
            self.next_taken += 1
        if self.next_taken == len(self.taken):
            return self.piece.end
        return max(position, min(self.piece.end, self.taken[self.next_taken][0]))

    def taken_end(self) -> int:
        """The end of the taken span that `limit` stopped at."""
        return self.taken[self.next_taken][1]

    def number_style(self) -> NumberStyle:
        """The text's style, looked for when the first ambiguous number needs it."""
        if self.style is None:
            self.style = number_style(self.piece.text, self.piece.start, self.piece.end)
        return self.style


@value(frozen=True, slots=True)
class Reading:
    """A number with what was read around it.

    `start`, `end` are of the number (both numbers of a range), `stop` is the end of all that was read, `unit` the unit
    found after it or before it ("$5"), `outer_start` the start of such a unit or `start`, `name` the capitalised
    word right before the number where it does not begin a sentence.
    """

    first: Number
    pair: Pair | None
    unit: UnitReading | None
    start: int
    end: int
    stop: int
    outer_start: int
    name: str = ""

    def numbers_end(self) -> int:
        """The end of the last number, the whole of a ratio too."""
        return self.first.end if self.pair is None else self.pair.second.end

    def facts(self, text: str) -> Facts:
        """What the cues ask about the number in `text`; a capitalised noun ("lớp 10 Trường Gia Định") is no unit."""
        numbers = [self.first] if self.pair is None else [self.first, self.pair.second]
        value = self.first.value or Decimal(0)
        shapes = {"spelled"} if self.first.spelled else set()
        if all(number.plain for number in numbers):
            shapes.add("plain")
            if self.pair is not None and self.pair.is_glued():
                shapes.add("slash")
        if self.first.scale == 1 and self.first.step >= 1:
            shapes.add("whole")
            if self.pair is not None and self.pair.kind in ("of", "ratio"):
                shapes.add("of")
        largest = value if self.pair is None or self.pair.kind in ("of", "ratio") else self.pair.high
        known = self.unit is not None and self.unit.unit.row != WORD_ROW and self.unit.hint != DURATION
        known = known and not (self.unit is not None and _is_title(text, self.unit.unit))
        unit = self.unit.unit.kind if self.unit is not None and known else ""
        code = self.unit.unit.code if self.unit is not None else ""
        if "plain" in shapes and self.name:
            shapes.add("coded" if self.name.isupper() else "named")
        return Facts(largest, shapes, self.first.rules, unit, code)


def _is_title(text: str, unit: Unit) -> bool:
    """Whether a counted noun of one syllable stands with a capital, and not in capitals throughout."""
    noun = text[unit.start : unit.end]
    return unit.kind == "count" and " " not in noun and noun[:1].isupper() and not noun.isupper()


def _quoted(piece: Piece, reading: UnitReading | None) -> UnitReading | None:
    """The reading with the quotation marks around its unit; a short nickname is the unit as a whole."""
    found = None if reading is None else _NICKNAME.match(piece.text, reading.unit.start - 1, piece.end)
    if reading is None or found is None:
        return reading
    unit, noun = reading.unit, found[2].lower().split()
    if unit.kind == "count" and len(noun) <= _LONGEST_NICKNAME:
        return replace(reading, unit=replace(unit, start=found.start(), end=found.end(), code=" ".join(noun)))
    return replace(reading, unit=replace(unit, start=found.start()))


def _name_before(piece: Piece, position: int) -> str:
    """The capitalised word right before `position` when another word of its sentence stands before it, else ""."""
    word = piece.behind(position)
    if word is None or not piece.text[word.end].isupper() or not word.low.isalpha():
        return ""
    before = piece.behind(word.end)
    return piece.text[word.end : word.begin] if before is not None and before.low.isalpha() else ""


class Reader:
    """Reads numbers with the lexicon's numerals and units; `cues` know which words are no counted nouns."""

    def __init__(self, lexicon: NumberLexicon, cues: NumberCues, bounds: Bounds) -> None:
        self._cues, self._bounds = cues, bounds
        self.numerals = Numerals(lexicon.numerals)
        self.units = Units(lexicon.units, self.numerals)
        self.pairs = Pairs(lexicon.numerals, self.numerals, self.units)

    def code_stop(self, piece: Piece, position: int, end: int) -> int | None:
        """The end of the code that the number at `position` is glued into ("QL1", "m2"); None where it is free.

        Words that ran together with a number ("hơn44.800", "được196") leave it free.
        """
        text = piece.text
        if position == piece.start or not (text[position - 1].isalpha() or text[position - 1] == "_"):
            return None
        found = _CODE.match(text, position, end)
        stop = found.end() if found else position + 1
        word = piece.behind(position)
        begin = position if word is None or text[position - 1] == "_" else word.end
        run = text[begin:position]
        is_free = text[position].isdigit() and self._is_word(piece, run, begin, position)
        return None if is_free else stop

    def _is_word(self, piece: Piece, run: str, begin: int, position: int) -> bool:
        """Whether `run` is a Vietnamese word and no part of a code: a bound word, or one with Vietnamese letters."""
        bound = self._bounds.before(piece, position)
        return (bound is not None and bound.edge <= begin) or (run.islower() and len(run) > 1 and not run.isascii())

    def number(self, scene: Scene, position: int, limit: int) -> Number | None:
        """The number at `position`, digits or words, that ends by `limit`; None where a word there is no number."""
        piece = scene.piece
        if not piece.text[position].isdigit():
            return self.numerals.words(piece, position, limit)
        spaced = has_spaced_thousands(piece.text, position, limit) and scene.number_style().spaced_thousands
        return self.numerals.digits(piece, position, limit, spaced=spaced)

    def may_count(self, scene: Scene, number: Number) -> bool:
        """Whether a number word that needs a noun has one, or belongs to another number; a quick look before `read`."""
        word = scene.piece.ahead(number.end)
        if word is None or word.low.isdigit():
            return False
        return self._known_unit(scene, number.end) is not None or self.pairs.connects(scene.piece, number.end)

    def read(self, scene: Scene, first: Number, limit: int) -> Reading:
        """`first` with the second number and the unit that belong to it; its numbers end by `limit`."""
        piece = scene.piece
        own = self._known_unit(scene, first.end)
        people = None if own is not None else self._people(piece, first)
        own = own or people
        pair = None if people is not None else self.pairs.after(piece, first, limit, None)
        if people is None and pair is None and own is not None:
            pair = self.pairs.after(piece, first, limit, own)
        own_end = pair is None or pair.kind == "of" or (pair.kind == "ratio" and pair.second.scale == 1)
        end = first.end if own_end or pair is None else pair.second.end
        tail = first.end if pair is None else pair.second.end
        unit = own if pair is None else self._known_unit(scene, tail)
        last = first if pair is None or pair.kind != "range" else pair.second
        unit = unit or self._unknown_unit(scene, tail, last)
        stop = unit.unit.end if unit is not None else tail
        if pair is not None and pair.kind == "of" and pair.unit is not None:
            unit = pair.unit
        prefix = self.units.before(piece, first.start)
        is_free = prefix is not None and prefix[0] >= scene.last_end
        if prefix is None or not is_free or (unit is not None and unit.unit.kind in ("money", "rate")):
            return Reading(first, pair, unit, first.start, end, stop, first.start, _name_before(piece, first.start))
        begin, row = prefix
        before = UnitReading(Unit(begin, first.start, row.code, row.kind, row.id), row.factor, row.hint)
        return Reading(first, pair, before, first.start, end, tail, begin)

    def _people(self, piece: Piece, first: Number) -> UnitReading | None:
        """The people that a rate among many of them leaves out: "40,7/100.000 dân"."""
        least = _LEAST_PEOPLE if first.step >= 1 else _LEAST_PEOPLE / 10
        return self.units.among(piece, first.end, least=least) if first.scale == 1 and not first.spelled else None

    def _known_unit(self, scene: Scene, position: int) -> UnitReading | None:
        """The unit of the lexicon after a number that ends at `position`.

        Only a length of time may share words with a taken span: the "năm" of "trong 5 năm 2016 - 2020".
        """
        piece = scene.piece
        begin, end = self._noun_start(piece, position), self._unit_limit(scene, position)
        found = _quoted(piece, self.units.read(piece, begin, end, word_end=scene.word_end))
        if found is None and end < piece.end:
            found = self.units.read(piece, begin, piece.end)
            found = found if found is not None and found.hint == DURATION else None
        if found is None or found.hint != DURATION:
            return found
        phrase = self._cues.no_noun_end(piece, begin)
        return None if phrase is not None and phrase > found.unit.end else found

    def _unknown_unit(self, scene: Scene, position: int, first: Number) -> UnitReading | None:
        """The unit that a scaled number leaves out before a slash, or the counted noun that the lexicon lacks."""
        piece = scene.piece
        begin, end = self._noun_start(piece, position), self._unit_limit(scene, position)
        implied = None
        if first.scale > 1:
            implied = self.units.implied(piece, position, word_end=scene.word_end)
        elif first.value is not None and first.value >= _SMALLEST_PRICE and first.step >= 1:
            implied = self.units.implied_price(piece, position)
        if implied is not None:
            return implied
        if begin >= end or first.scale >= _SMALLEST_SUM or self._cues.no_noun_end(piece, begin) is not None:
            return None
        return _quoted(piece, self.units.read_word(piece, begin, end, scene.word_end))

    def _unit_limit(self, scene: Scene, position: int) -> int:
        """Where a unit after `position` must end: at the next taken span, unless that is what a rate is divided by."""
        end = scene.limit(position)
        return scene.piece.end if end > position and scene.piece.text[end - 1] == "/" else end

    def _noun_start(self, piece: Piece, position: int) -> int:
        """Where a unit after `position` starts: past spaces, past the number said again ("05 (năm) xã"), and past the
        sign that opens a nickname ("4 “ông lớn”")."""
        begin = piece.skip_spaces(position)
        if not piece.text.startswith("(", begin):
            nickname = _NICKNAME.match(piece.text, begin, piece.end) if begin > position else None
            return begin if nickname is None else begin + 1
        said = self.numerals.words(piece, begin + 1, piece.end) if piece.word_end(begin + 1) > begin + 1 else None
        if said is None or not piece.text.startswith(")", said.end):
            return begin
        return piece.skip_spaces(said.end + 1)
