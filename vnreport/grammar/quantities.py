"""Finding the quantities of a text: numbers with bound, range or ratio, and unit; and none that are no quantities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from vnreport.grammar.bounds import Bound, Bounds
from vnreport.grammar.compound_lengths import fold_lengths
from vnreport.grammar.digits import NumberStyle
from vnreport.grammar.number_cues import Facts, NumberCues
from vnreport.grammar.number_lists import measure_moves, share_units
from vnreport.grammar.number_products import fold_products
from vnreport.grammar.number_readings import Reader, Reading, Scene, Span
from vnreport.grammar.number_starts import NumberStarts, StartWalk
from vnreport.grammar.numerals import Number
from vnreport.grammar.pieces import Piece
from vnreport.grammar.price_pairs import part_prices
from vnreport.grammar.quantity_values import Outer, build
from vnreport.grammar.units import WORD_ROW, WordEnd
from vnreport.grammar.values import Quantity
from vnreport.lexicon.numbers import NumberCueRow, NumberLexicon
from vnreport.lexicon.phrase_words import phrase_words

_ONE_COUNTS = ("money", "measure", "percent", "pp", "rate")
"""Kinds of units that "một" counts: "một triệu tấn", "một ha", but not "một doanh nghiệp"."""
_LARGEST_ALONE = Decimal(10)
"""Number words up to ten count only before a unit of the lexicon."""
_LARGEST_FRACTION = Decimal(10)
"""The largest whole of a fraction with no unit ("2/3 nguồn thu"); above it two small numbers are a date."""
_WORD_SHAPES = frozenset({"spelled", "whole"})
"""The shapes of a bare number word, for a first look at what stands before it."""
_YEAR = "a"
"""The code of a year, which may be no unit: "bằng một nửa | năm ngoái"."""
_LONGEST_DAYS = 40
"""Characters of a list of days before the date that it ends in."""
_PRICED = ("money", "rate")
"""The kinds of units of prices that "giá vé từ" leaves open above."""
_LONGEST_PART, _LIST_SIGNS, _ENDS = 100, frozenset({";", ",", ".", ")", ""}), frozenset(".:\n")
"""Characters from one ratio of a list of parts to the next; what may stand behind it, and what ends the list."""
_BOUND_REACH = 4
"""Words between the unit after "từ" and its "trở lên": "từ 5 học sinh giỏi khối 9 trở lên"."""


class QuantityGrammar:
    """The grammar of quantities, composed once from the lexicon; holds no state between calls.

    >>> from vnreport.lexicon.numbers import NumberLexicon
    >>> grammar = QuantityGrammar(NumberLexicon.load())
    >>> [found] = grammar.find("Tổng thu đạt hơn 4.000 tỷ đồng.")
    >>> str(found.number), found.bound, found.unit.code
    ('4000000000000', '>', 'VND')
    """

    def __init__(self, lexicon: NumberLexicon) -> None:
        self._bounds = Bounds(lexicon.bounds)
        self._cues = NumberCues(lexicon.cues)
        self._starts = NumberStarts(lexicon.numerals)
        self._reader = Reader(lexicon, self._cues, self._bounds)

    def find(
        self,
        text: str,
        *,
        taken: Sequence[Span] = (),
        start: int = 0,
        end: int | None = None,
        word_end: WordEnd | None = None,
        style: NumberStyle | None = None,
    ) -> list[Quantity]:
        """The quantities of `text[start:end]` in order; offsets are of `text`, which is normalised.

        `taken` are sorted spans whose digits are no quantities (periods, codes). `word_end` gives the end of the word
        that starts at an offset, for counted nouns that the lexicon lacks. `style` is the document's, from
        `vnreport.grammar.digits.number_style`; without it the piece's own is used.
        """
        piece = Piece(text, start, end)
        scene = Scene(piece, taken, word_end, style)
        walk = StartWalk(self._starts, text, start, piece.end)
        found: list[Quantity] = []
        begin = walk.next(start)
        while begin is not None:
            limit = scene.limit(begin)
            if limit == begin:
                position = scene.taken_end()
            else:
                quantity, position = self._at(scene, begin, limit)
                if quantity is not None:
                    found.append(quantity)
            begin = walk.next(position)
        whole = fold_lengths(text, fold_products(text, found))
        listed = share_units(text, whole, self._reader.pairs.closers)
        return part_prices(text, measure_moves(text, listed))

    def _at(self, scene: Scene, begin: int, limit: int) -> tuple[Quantity | None, int]:
        """The quantity at `begin`, or None, and the offset to go on from."""
        piece = scene.piece
        code = self._reader.code_stop(piece, begin, limit)
        if code is not None:
            return None, code
        pattern = self._cues.pattern_end(piece, begin)
        if pattern is not None:
            return None, max(pattern, begin + 1)
        first = self._reader.number(scene, begin, limit)
        if first is None:
            return None, piece.word_end(begin)
        if first.value is None or (self._needs_noun(first) and not self._has_noun(scene, first)):
            return None, first.end
        reading = self._reader.read(scene, first, limit)
        facts = reading.facts(piece.text)
        near = self._cues.before(piece, reading.outer_start, facts)
        cue = None if near is None else self._ranked(piece, reading, facts, near[1])
        bare = not facts.unit and "plain" in facts.shapes
        if cue is None:
            cue = self._cues.before_name(piece, reading.outer_start, facts)
        listed = bare and (self._reader.pairs.is_listed(piece, scene.dropped, begin) or self._is_dated(scene, reading))
        if listed or (cue is not None and cue.effect == "drop"):
            scene.dropped = reading.numbers_end()
            return None, scene.dropped
        if not self._counts(scene, reading, facts, cue):
            return None, reading.numbers_end()
        begin = near[0] if near is not None and near[1].effect == "fold" else reading.outer_start
        quantity = build(reading, self._outer(piece, reading, facts, cue, begin), scene)
        scene.last_end = max(quantity.outer_end, quantity.end)
        if quantity.of is not None and (quantity.kind == "count" or _goes_on_with_ratios(scene, reading)):
            scene.ratio_end = scene.last_end
        return quantity, scene.last_end

    def _is_dated(self, scene: Scene, reading: Reading) -> bool:
        """Whether a list of days follows that ends in a date: the 25 of "25, 26 và 27/6"."""
        text, stop, end = scene.piece.text, reading.numbers_end(), scene.limit(reading.start)
        if reading.unit is not None or end >= scene.piece.end or not text[end].isdigit() or end - stop > _LONGEST_DAYS:
            return False
        words = text[stop:end].replace(",", " , ").split()
        joins = {*self._reader.pairs.closers, ","}
        return bool(words) and words[-1] in joins and all(word in joins or word.isdigit() for word in words)

    def _needs_noun(self, number: Number) -> bool:
        """Whether it is a number word up to ten, which counts only before a unit of the lexicon."""
        return number.spelled and number.scale == 1 and number.value is not None and 1 <= number.value <= _LARGEST_ALONE

    def _has_noun(self, scene: Scene, number: Number) -> bool:
        """Whether a noun follows, or "thứ", "gấp" stand before."""
        if self._reader.may_count(scene, number):
            return True
        facts = Facts(number.value or Decimal(0), _WORD_SHAPES, number.rules, "")
        cue = self._cues.before(scene.piece, number.start, facts)
        return cue is not None and cue[1].effect != "drop"

    def _ranked(self, piece: Piece, reading: Reading, facts: Facts, cue: NumberCueRow) -> NumberCueRow:
        """`cue`, or for a bare ordinal the words after it that make it a rank ("thứ 2 thế giới")."""
        if cue.effect != "ordinal":
            return cue
        ordinal = replace(facts, shapes=facts.shapes | {"ordinal"})
        return self._cues.after(piece, reading.end, ordinal).get("rank", cue)

    def _counts(self, scene: Scene, reading: Reading, facts: Facts, cue: NumberCueRow | None) -> bool:
        """Whether the number that was read is a quantity."""
        piece, pair = scene.piece, reading.pair
        if pair is not None and pair.kind == "none":
            return False
        if self._cues.is_pattern(piece, reading.start, facts):
            return False
        if cue is not None and cue.effect in ("rank", "ordinal", "fold"):
            return True
        bare = reading.first.spelled or not facts.unit
        if bare and "drop" in self._cues.after(piece, reading.end, facts):
            return False
        if reading.first.spelled:
            if reading.first.scale == 1 and facts.largest < 1 and (not facts.unit or facts.code == _YEAR):
                return self._is_part(piece, reading, facts)
            return self._words_count(piece.text, reading)
        if pair is not None and pair.kind == "ratio" and not facts.unit and pair.is_date_like():
            if self._cues.distant(piece, reading.outer_start, facts).keys() & {"odds", "part"}:
                return pair.low < pair.high
            if _goes_on_with_ratios(scene, reading):
                return pair.low <= pair.high
            bounded = self._bounds.before(piece, reading.start) is not None
            return pair.low < pair.high <= _LARGEST_FRACTION and (bounded or self._noun_follows(piece, reading))
        return self._ends_cleanly(piece, reading)

    def _is_part(self, piece: Piece, reading: Reading, facts: Facts) -> bool:
        """Whether a bare fraction is a share ("chiếm một nửa") or a ratio ("bằng một nửa"), not the size of a change
        ("giảm một nửa"); before a year only a ratio: "bằng một nửa | năm ngoái"."""
        effects = {"share", "part"} if not facts.unit else {"part"}
        return bool(self._cues.distant(piece, reading.outer_start, facts).keys() & effects)

    def _words_count(self, text: str, reading: Reading) -> bool:
        """Whether a number in words counts: two or more before a known unit, with a scale word, or as a part."""
        number, unit = reading.first, reading.unit
        if reading.pair is not None and reading.pair.kind == "ratio":
            # "hai phần ba"
            return True
        if number.scale > 1 or number.value is None or number.value < 1:
            return True
        if reading.pair is None and number.value > _LARGEST_ALONE:
            return True
        if unit is None or unit.unit.row == WORD_ROW:
            return False
        noun = text[unit.unit.start : unit.unit.end]
        if noun[0].isupper() and not noun.isupper():
            return False
        if reading.pair is None and number.value == 1:
            return unit.unit.kind in _ONE_COUNTS and not unit.hint
        return True

    def _noun_follows(self, piece: Piece, reading: Reading) -> bool:
        """Whether a word in lower case follows, as after a fraction."""
        stop = reading.numbers_end()
        begin = piece.skip_spaces(stop)
        return begin > stop and begin < piece.end and piece.text[begin].islower()

    def _ends_cleanly(self, piece: Piece, reading: Reading) -> bool:
        """Whether the digits are no part of a code ("1A", "5G"): a unit, a space or a run-together word follows."""
        stop = reading.numbers_end()
        if stop >= piece.end or not (piece.text[stop].isalpha() or piece.text[stop] == "_"):
            return True
        known = reading.unit is not None and reading.unit.unit.row != WORD_ROW
        return known or self._cues.no_noun_end(piece, stop) is not None

    def _outer(self, piece: Piece, reading: Reading, facts: Facts, cue: NumberCueRow | None, begin: int) -> Outer:
        """The bound and the cues around the number that starts at `begin`, a "gấp" before it included."""
        is_range = reading.pair is not None and reading.pair.kind == "range"
        exact = "" if _is_round(facts.largest) else facts.code
        bound = self._bounds.before(piece, begin, is_range=is_range, exact=exact)
        edge = begin if bound is None else bound.edge
        from_start = self._reader.pairs.from_before(piece, edge)
        if bound is None and from_start is not None:
            bound = self._bounds.before(piece, from_start, is_range=is_range)
            edge = from_start if bound is None else bound.edge
        effects = self._effects(piece, reading, facts, cue)
        stop = reading.numbers_end() if self._ends_at_number(reading, facts, effects) else reading.stop
        if bound is not None and bound.sign != "=" and bound.unless_effect not in effects:
            sign = "=" if self._is_all(reading) else bound.sign
            opened = self._reader.pairs.from_before(piece, bound.edge) if is_range else None
            return Outer(bound.edge if opened is None else opened, stop, sign, (bound.row,), effects)
        sign, rows = "=", () if bound is None or bound.sign != "=" else (bound.row,)
        after = self._bound_after(piece, reading.stop, reach=_BOUND_REACH if from_start is not None else 0)
        if after is not None:
            sign, rows, stop = after.sign, (*rows, after.row), after.edge
        elif "open" in effects and not is_range and facts.unit in _PRICED:
            sign = ">="
        if from_start is not None and (is_range or after is not None):
            begin = from_start
        return Outer(begin, stop, sign, rows, effects)

    def _is_all(self, reading: Reading) -> bool:
        """Whether the number is all of its whole, which no bound exceeds: "vượt 3/3 chỉ tiêu"."""
        pair = reading.pair
        return pair is not None and pair.kind in ("of", "ratio") and reading.first.value == pair.second.value

    def _ends_at_number(self, reading: Reading, facts: Facts, effects: Mapping[str, NumberCueRow]) -> bool:
        """Whether the noun after a rank, an ordinal or a multiple is not its unit ("gấp đôi ngày thường")."""
        if "fold" in effects:
            return facts.unit != "times"
        if "part" in effects and (reading.pair is not None or reading.first.spelled):
            return reading.first.spelled or facts.unit in ("", "count")
        return not facts.unit and bool(effects.keys() & {"rank", "ordinal"})

    def _effects(
        self, piece: Piece, reading: Reading, facts: Facts, cue: NumberCueRow | None
    ) -> dict[str, NumberCueRow]:
        """The cue rows that say what the number is besides, by effect: before it, after the unit, and `cue`."""
        effects = self._cues.distant(piece, reading.outer_start, facts)
        effects.update(self._cues.after(piece, reading.stop, facts))
        if cue is not None:
            effects[cue.effect] = cue
        return effects

    def _bound_after(self, piece: Piece, position: int, *, reach: int) -> Bound | None:
        """The bound after `position`, at most `reach` words on, or None."""
        for _ in range(reach + 1):
            bound = self._bounds.after(piece, position)
            if bound is not None:
                return bound
            begin = piece.skip_spaces(position)
            position = piece.word_end(begin)
            if position == begin:
                return None
        return None


def _is_round(number: Decimal) -> bool:
    """Whether the number is one that people round to: one that ends in a zero, however long it is."""
    return f"{number:f}".endswith("0")


def _goes_on_with_ratios(scene: Scene, reading: Reading) -> bool:
    """Whether a bare ratio is one more of a list of parts: "Khối A có 12/12 người trúng cử; Khối B có | 3/3"."""
    text, start, stop = scene.piece.text, reading.start, reading.numbers_end()
    if scene.ratio_end < 0 or start - scene.ratio_end > _LONGEST_PART or text[stop : stop + 1] not in _LIST_SIGNS:
        return False
    between = text[scene.ratio_end : start]
    return between.split()[-1:] == [phrase_words().have] and ";" in between and not _ENDS & set(between)
