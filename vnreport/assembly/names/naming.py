"""The ways of naming a draft that all kinds of figure share."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.assembly.names.deals import join_priced, join_trade, name_deal
from vnreport.assembly.names.named_drafts import NamedDraft
from vnreport.assembly.names.owners import join_owner, name_alone, of_counted
from vnreport.assembly.sentences.asides import before_dashes
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.nouns import is_decimal_point
from vnreport.assembly.sentences.origins import FROM_CORE
from vnreport.assembly.sentences.part_clauses import own_behind
from vnreport.assembly.sentences.phrase_ends import LABEL_END
from vnreport.assembly.sentences.phrases import add_scope, phrase_of, place_tail, without_cause
from vnreport.assembly.sentences.scope_words import has_capital, is_deed, phrase_at, tells_act
from vnreport.assembly.sentences.subjects import parted_piece, subject_pieces, trim
from vnreport.assembly.sentences.topics import unit_kind
from vnreport.grammar.values import PRICES
from vnreport.lexicon.phrase_words import phrase_words

# The rules of a name that is the words behind the figure, alone or behind a head.
RIGHT_RULE, HEAD_RIGHT_RULE = "indicator.right", "indicator.head.right"
# The rule of a name that is the subject alone.
SUBJECT_RULE = "indicator.subject"
# A longer stretch of items before an indicator names nobody.
LONGEST_ACTOR = 14
# So many words that end in "này" only point back: "công ty này".
LONGEST_POINTER = 3
# A longer stretch of items before a bare head is a clause, no complement of it.
LONGEST_COMPONENT = 12
# Roles of cues that end what a bare head behind them is of.
PREDICATES = frozenset({"up", "down", "level", "tense", "aux", "growth"})
# Roles of cues that may stand in the goods that a head is of: "xe dưới 9 chỗ", "xe nhập từ Thái Lan".
COMPONENT_ROLES = frozenset({"", "conjunction", "soft", "from"})


@dataclass(slots=True)
class Naming(NamedDraft):
    """A draft that is being named, and the ways of naming that all kinds of figure share."""

    def set_headed(self, headed: HeadedPhrase) -> None:
        """The headed phrase as the indicator; a body before it ("Cục Hải quan thu ngân sách") is a scope."""
        draft, items = self.draft, self.items
        bare = headed.head_end == headed.last
        own = self._own_part(headed)
        if own is not None:
            self._join(headed, own, "indicator.head.part")
            return
        if name_alone(self, headed):
            return
        if bare and (self._traded(headed) if headed.role == "core" else self._complete(headed)):
            return
        if bare and (join_owner(self, headed) or name_deal(self, headed) or join_trade(self, headed)):
            return
        last = headed.last
        if (
            headed.role == "core"
            and headed.head_end < last
            and has_capital(items[headed.head_end])
            and not self.lexicon.heads.starts(items, headed.head_end)
        ):
            add_scope(draft, items, (headed.head_end, last), "scope.place")
            last = headed.head_end
        draft.indicator = of_counted(self, headed) or place_tail(
            draft, items, (headed.first, last), SUBJECT_RULE, head_end=headed.head_end
        )
        self.add_actor(headed)
        join_priced(self, headed)
        self._add_labelled(headed)

    def _add_labelled(self, headed: HeadedPhrase) -> None:
        """Adds the part behind a label that ends in a colon: a place as a scope only, a thing to the name as well.

        "Giá xăng đều được giữ: | xăng RON 95" is the price of what is said again.
        """
        draft, items = self.draft, self.items
        if self.subject is None or headed.last >= self.subject[1] or items[headed.last].low != LABEL_END:
            return
        own = trim(items, headed.last + 1, self.subject[1])
        if own is None or draft.indicator is None:
            return
        if items[own[0]].low == items[headed.head_end].low:
            self._join(headed, own, "indicator.head.labelled")
            return
        part = phrase_of(draft, items, own, "scope.component")
        draft.scope.append(part)
        if not self.lexicon.parts.is_part(draft.sentence.text, items, own):
            draft.indicator = draft.indicator.joined(part, "indicator.head.labelled")

    def _own_part(self, headed: HeadedPhrase) -> tuple[int, int] | None:
        """What the figure is of behind a comma that ends what was told of the whole, or None."""
        last = self.draft.cue if self.draft.cue is not None else self.draft.place
        own = own_behind(self.items, headed.last, last)
        if own is None or not self.is_component(own) or self.lexicon.heads.narrow(self.items, own) is not None:
            return None
        return own

    def add_actor(self, headed: HeadedPhrase) -> None:
        """The words before the headed phrase as a scope, where they are few and no list."""
        items = self.items
        if headed.before is None or headed.before[1] - headed.before[0] > LONGEST_ACTOR:
            return
        first, last = headed.before
        idle = phrase_words().causing | phrase_words().quoting
        while last > first and (
            items[last - 1].kind == "punct"
            or items[last - 1].role
            or (last > first + 1 and items[last - 1].low in idle)
        ):
            last -= 1
        comma = max((index for index in range(first, last) if items[index].low == ","), default=None)
        if comma is not None and items[headed.first - 1].role == "have":
            first, comma = comma + 1, None
        if comma is None:
            add_scope(self.draft, items, (first, last), "scope.actor")

    def _traded(self, headed: HeadedPhrase) -> bool:
        """Whether a trade right behind goods says which they are, and so ends their name: "gạo thơm nhập khẩu"."""
        draft, items = self.draft, self.items
        if headed.before is None or headed.before[1] != headed.first or items[headed.first - 1].kind != "word":
            return False
        goods = trim(items, *headed.before)
        text = " ".join(item.low for item in items[headed.first : headed.last])
        if goods is None or text not in self.lexicon.trades:
            return False
        if not self.is_component(goods) and not phrase_at(items, *goods, phrase_words().goods_group):
            return False
        draft.indicator = phrase_of(draft, items, (goods[0], headed.last), "indicator.subject.traded")
        return True

    def _complete(self, headed: HeadedPhrase) -> bool:
        """Whether a head without a complement took the goods or the group named before it for one.

        "giầy dép các loại | với kim ngạch 7,4 tỷ USD" is of "kim ngạch giầy dép các loại".
        """
        draft, items = self.draft, self.items
        piece = self._priced(headed)
        rule = "indicator.head.priced" if piece is not None else "indicator.head.sized"
        piece = piece or self._sized(headed)
        if piece is not None:
            self._join(headed, piece, rule)
            return True
        piece = (
            parted_piece(items, draft.subject[0], headed.first)
            if headed.before is None
            else trim(items, *headed.before)
        )
        piece = None if piece is None else self._without_pointer(without_cause(items, piece))
        words = phrase_words()
        if piece is None or items[headed.first - 1].low in (words.closer - words.demonstrative) | words.carrying:
            # "có kết quả thuận lợi khi | doanh thu đạt 9 tỷ", "xưởng lắp bộ lọc, nâng | giá bán lên 9 triệu đồng"
            return False
        if self._ends_count(piece) or (not self.lexicon.heads.starts(items, piece[0]) and tells_act(items, *piece)):
            return False
        if not self.is_component(piece):
            # "các dịch vụ phụ trợ | cũng tăng trưởng mạnh với doanh thu …"
            verb = next((index for index in range(piece[0], headed.first) if items[index].role in PREDICATES), piece[0])
            piece = trim(items, piece[0], verb)
            told = any(item.kind != "cue" for item in items[verb : headed.first])
            if piece is None or told or not self.is_component(piece, many=True):
                return False
        self._join(headed, piece, "indicator.head.component")
        return True

    def _ends_count(self, piece: tuple[int, int]) -> bool:
        """Whether the words are the last of several nouns counted before: "7 sở, | cơ quan ngang sở | đạt điểm 80"."""
        return self.items[piece[0] - 1].low == "," and self.is_of_name_before(piece[0])

    def is_of_name_before(self, index: int) -> bool:
        """Whether the item stands within the name of the figure before."""
        name = self.before.indicator if self.before is not None else None
        return name is not None and any(start < self.items[index].start < end for start, end in name.parts)

    def _priced(self, headed: HeadedPhrase) -> tuple[int, int] | None:
        """The goods at the head of a clause that tells what they cost: "Quy ra tiền Việt, | vàng thế giới | có giá"."""
        items, known = self.items, phrase_words()
        if items[headed.first - 1].role != "have" or unit_kind(self.draft) not in PRICES:
            return None
        pieces = subject_pieces(items, self.draft.subject[0], headed.first - 1)
        if not pieces:
            return None
        first, stop = pieces[-1]
        while first < stop - 1 and (items[first].low in known.priced_opener or items[first].kind == "cue"):
            first += 1
        last = next((index for index in range(first, stop) if items[index].kind == "cue"), stop)
        comma = next((index for index in range(last - 3, first, -1) if items[index].low == ","), first - 1)
        goods = trim(items, comma + 1, min(last, comma + 1 + LONGEST_COMPONENT))
        goods = goods and (before_dashes(items, (goods[0], goods[1] + 1)) or goods)
        if goods is None or items[goods[0]].low in known.preposition or self.lexicon.parts.is_body(items, goods):
            return None
        return None if self.lexicon.parts.is_part(self.draft.sentence.text, items, goods) else goods

    def _sized(self, headed: HeadedPhrase) -> tuple[int, int] | None:
        """The built or natural thing whose size is told: "| nhà máy xử lý rác Vân Canh | có công suất 2.000 tấn"."""
        items, verb = self.items, headed.first - 1
        if verb < 1 or not items[verb].low.endswith(phrase_words().have) or unit_kind(self.draft) != "measure":
            return None
        pieces = subject_pieces(items, self.draft.subject[0], verb)
        if not pieces or not phrase_at(items, *pieces[-1], phrase_words().built):
            return None
        first, stop = pieces[-1]
        last = next((index for index in range(first, stop) if items[index].role in PREDICATES), stop)
        return (first, last) if last - first <= LONGEST_COMPONENT else None

    def _without_pointer(self, piece: tuple[int, int]) -> tuple[int, int]:
        """The words before a comma behind which only who was told of stands: "mảng vận tải | , hãng này"."""
        items, (first, last) = self.items, piece
        pointer = items[last - 1].low in phrase_words().demonstrative
        for comma in range(last - 2, max(first, last - 2 - LONGEST_POINTER), -1):
            if pointer and items[comma].low == ",":
                return first, comma
        return piece

    def _join(self, headed: HeadedPhrase, piece: tuple[int, int], rule: str) -> None:
        """The head with what it is of behind it as the indicator, and that as a scope."""
        head = phrase_of(self.draft, self.items, (headed.first, headed.head_end), rule)
        part = phrase_of(self.draft, self.items, piece, "scope.component")
        self.draft.indicator = head.joined(part, head.rule)
        self.draft.scope.append(part)

    def is_component(self, piece: tuple[int, int], *, having: bool = False, many: bool = False) -> bool:
        """Whether words before a head are goods or a group that it is of, rather than a place, a body or a clause.

        "Có" may stand in goods `having` something ("nước có gas"); `many` are plurals of things: "các xe".
        """
        items = self.items
        words = items[piece[0] : piece[1]]
        known = phrase_words()
        openers = known.preposition | known.closer | known.scope_opener
        if len(words) > LONGEST_COMPONENT or words[0].low in openers:
            return False
        if is_deed(items, *piece) and not self.lexicon.heads.starts(items, piece[0]):
            return False
        if any(item.low in {known.negation, known.given} for item in words) or words[0].low in known.pronoun:
            # "thưởng" behind "lãnh đạo sẽ | được | treo": a clause
            return False
        if len(words) <= LONGEST_POINTER and words[-1].low in known.demonstrative:
            return False
        if len(words) == 1 and words[0].low in known.quoting:
            # "nhưng | báo | lỗ 94 tỷ đồng"
            return False
        told = known.have if having else None
        if any(item.role not in COMPONENT_ROLES and item.low != told for item in words):
            return False
        signs = (index for index in range(*piece) if items[index].kind == "punct")
        if any(items[index].low != "," and not is_decimal_point(items, index) for index in signs):
            return False
        parts = self.lexicon.parts
        if many and parts.is_of_things(items, piece):
            return True
        # "một | công ty vàng mã"
        named = (piece[0] + (words[0].low in known.one and len(words) > 1), piece[1])
        return not parts.is_body(items, named) and not parts.is_part(self.draft.sentence.text, items, piece)

    def head_joins(self, subject: tuple[int, int]) -> bool:
        """ "giá thép 12.000 đồng, xi măng 1.500 đồng": goods take the head of the indicator of other goods before."""
        draft = self.draft
        head = self.topics.head_by_kind.get(self.topics.in_row(draft))
        if head is not None and is_deed(self.items, *subject):
            # "phạt tiền 3 tỷ đồng; phạt 310 triệu đồng": the verb says no more than the head.
            said = {item.low for item in self.items[subject[0] : subject[1]]} <= set(head.text.lower().split())
            draft.indicator = head if said else draft.indicator
            return said
        if head is None or not self.is_component(subject):
            return False
        part = phrase_of(draft, self.items, subject, "scope.component")
        draft.indicator = head.joined(part, "indicator.head.goods")
        return True

    def stem(self, piece: tuple[int, int], whole: Phrase) -> bool:
        """ "…, đến bằng đường bộ": words that open with a word of the indicator before take its stem.

        Returns whether they did; then the indicator is set and the words are a scope.
        """
        draft, items = self.draft, self.items
        if piece[0] and items[piece[0] - 1].role == "from" and f" {items[piece[0] - 1].low} " in whole.text:
            # "nhập siêu từ Lào 4 tỷ USD, | từ Thái Lan"
            piece = (piece[0] - 1, piece[1])
        opener = items[piece[0]].low
        if items[piece[0]].is_name and piece[0] + 1 < piece[1] and items[piece[0] + 1].is_inner:
            # "Giải ngân đầu tư công", then "| Ngân hàng Nhà nước"
            opener = opener if opener in phrase_words().sold else f"{opener} {items[piece[0] + 1].low}"
        if f" {opener} " not in whole.text or whole.text.lower().startswith(f"{opener} "):
            # "xăng nền dùng pha chế xăng E5", then "| xăng A95": the one is no part of the other.
            return False
        part = phrase_of(draft, items, piece, "scope.component")
        stem = whole.text[: whole.text.index(f" {opener} ")]
        if stem.lower() in phrase_words().headless and opener not in phrase_words().preposition:
            # "sản phẩm | điện tử", then "điện thoại"
            return False
        parts = tuple((start, start + len(stem)) for start, _ in whole.parts[:1])
        draft.scope.append(part)
        draft.indicator = Phrase(f"{stem} {part.text}", parts + part.parts, "indicator.stem.component")
        draft.inherited["indicator"] = FROM_CORE
        return True
