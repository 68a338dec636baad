"""Names what each draft measures: the noun on its right, its subject on the left, or what came before."""

from __future__ import annotations

from vnreport.assembly.drafts import Draft, Phrase
from vnreport.assembly.heads import HeadedPhrase, HeadFinder
from vnreport.assembly.items import Item
from vnreport.assembly.nouns import PREPOSITIONS, right_stop, subject_pieces
from vnreport.assembly.parts import PartFinder
from vnreport.assembly.phrases import add_scope, compose, main_piece, phrase_of, place_tail, trim_end
from vnreport.assembly.topics import GROWTH, Topics, unit_kind

GROWTH_NOUNS = frozenset({"growth", "fall"})
# Kinds of value whose bare components ("khối bộ đạt 71%") take the whole indicator before, not only its core.
WHOLE_KINDS = frozenset({"percent", "points", "times", "count", "pp", ""})
# The lexicon row of "con số này", "tỷ lệ này": the indicator is the one before.
ANAPHOR_ROW = "plain.anaphor"
# Kinds of value that carry their own noun: "12 hồ sơ trễ hạn", "95 điểm theo bộ chỉ số".
COUNTED_KINDS = frozenset({"count", "points"})
LONGEST_ACTOR = 14
# Words that open a sentence with what it is about.
ABOUT = frozenset({"về", "đối với"})
LONGEST_VERB = 5
# A counted noun of this many syllables says what is counted ("trường hợp tử vong"); a shorter one may lean on the text.
COMPLETE_NOUN = 3
# So many words behind a head name something of their own: "ghi nhận tỷ lệ đúng giờ", not "đạt sản lượng".
FULL_COMPLEMENT = 2


class IndicatorNamer:
    """Finds indicators; `heads` finds the nouns that can head one, `trades` are those that amounts are of,
    `accounts` the totals that percentages are of."""

    def __init__(
        self, heads: HeadFinder, parts: PartFinder, *, trades: tuple[str, ...], accounts: tuple[str, ...]
    ) -> None:
        self._heads = heads
        self._accounts = frozenset(accounts)
        self._parts = parts
        self._trades = trades

    def name(self, draft: Draft, drafts: list[Draft], topics: Topics) -> None:
        """Sets `draft.indicator` and adds the scopes that its words give; updates `topics`."""
        items = draft.sentence.items
        subject = self._subject(draft, drafts, items)
        if subject is None and draft.role == "value" and draft.subject[0] < draft.subject[1]:
            subject = self._tail(items, draft.subject)
        if draft.paired_part is not None:
            subject = draft.paired_part
        if draft.about:
            subject = draft.subject
        headed = self._heads.narrow(items, subject) if subject is not None else None
        if draft.role == "value" and draft.cue is not None:
            headed = self._headed_cue(items, _first_level(items, draft.cue), draft.place) or headed
        self._scene_topic(draft, items, topics)
        if draft.role == "growth":
            self._growth(draft, drafts, items, subject, headed, topics)
        elif draft.role == "share":
            self._share(draft, drafts, items, subject, topics)
        elif draft.role == "contribution":
            self._contribution(draft, drafts, items, subject)
        elif draft.role == "rank":
            self._rank(draft, items, subject)
        elif not self._amount_of(draft, drafts, items, headed, topics):
            self._value(draft, drafts, items, subject, headed, topics)
        if draft.indicator is None:
            remembered = topics.known(draft) or topics.last
            if remembered is not None:
                draft.indicator = Phrase(remembered.text, remembered.parts, "indicator.inherited")
                draft.inherited["indicator"] = "before"
        self._remember(draft, items, topics)

    def _subject(self, draft: Draft, drafts: list[Draft], items: list[Item]) -> tuple[int, int] | None:
        """The piece of the draft's subject that names it: one that a head is in before one without; None for none.

        "Con số này" names nothing; words before it ("có nơi tỷ lệ này lên đến …") are a scope.
        """
        pieces = subject_pieces(items, *draft.subject)
        subject = main_piece(items, pieces)
        if subject is None:
            return self._around_coverage(draft, drafts, items)
        for index in range(*subject):
            if items[index].row == ANAPHOR_ROW:
                add_scope(draft, items, (subject[0], index), "scope.subject")
                return None
        if self._heads.narrow(items, subject) is None:
            named = [piece for piece in pieces if self._heads.narrow(items, piece) is not None]
            subject = named[-1] if named else self._around_coverage(draft, drafts, items) or subject
        return subject

    def _around_coverage(self, draft: Draft, drafts: list[Draft], items: list[Item]) -> tuple[int, int] | None:
        """The headed words before a count that only says where: "tỷ lệ hài lòng tại 63 tỉnh, thành phố dao động …"."""
        before = _before(draft, drafts)
        if before is None or unit_kind(before) != "count" or draft.cue is None or before.place < 2:
            return None
        if items[before.place - 1].low not in PREPOSITIONS or items[draft.cue].role != "level":
            return None
        if any(item.kind == "punct" and item.low != "," for item in items[before.place + 1 : draft.cue]):
            return None
        wider = main_piece(items, subject_pieces(items, before.subject[0], before.place - 1))
        return wider if wider is not None and self._heads.narrow(items, wider) is not None else None

    def _amount_of(
        self, draft: Draft, drafts: list[Draft], items: list[Item], headed: HeadedPhrase | None, topics: Topics
    ) -> bool:
        """ "13 giao dịch với số tiền 4 tỷ": a bare noun of money is of the count before it; whether it was named so.

        "xuất khẩu đạt 3 nghìn tấn, kim ngạch 5 triệu USD": or of the trade before it.
        """
        before = _before(draft, drafts)
        if headed is None or headed.role != "amount" or headed.head_end < headed.last or before is None:
            return False
        if before.indicator is None or not before.indicator.parts:
            return False
        own = phrase_of(draft, items, (headed.first, headed.last), "indicator.amount")
        if topics.kind_of(before).startswith("count:"):
            text, parts = f"{before.indicator.text} với {own.text}", before.indicator.parts + own.parts
        elif before.indicator.text.lower().startswith(tuple(self._trades)):
            text, parts = f"{own.text} {before.indicator.text}", own.parts + before.indicator.parts
        else:
            return False
        draft.indicator = Phrase(text, parts, own.rule)
        draft.scope.extend(before.scope)
        return True

    def _tail(self, items: list[Item], piece: tuple[int, int]) -> tuple[int, int] | None:
        """Words right behind the figure before that head an indicator: "2 vụ thiệt hại 8 ha"."""
        first, last = trim_end(items, *piece)
        return (first, last) if items[first].kind == "word" and self._heads.starts(items, first) else None

    def _headed_cue(self, items: list[Item], cue: int, place: int) -> HeadedPhrase | None:
        """A cue that is an indicator itself ("trị giá hàng hoá 56 triệu"), or headed words between it and the number
        ("ghi nhận tỷ lệ đúng giờ lần lượt là"); None for neither."""
        if items[cue].role != "level":
            return None
        if self._heads.starts(items, cue):
            return self._heads.narrow(items, trim_end(items, cue, place))
        if cue + 1 >= place or not self._heads.starts(items, cue + 1):
            return None
        behind = self._heads.narrow(items, trim_end(items, cue + 1, place))
        return behind if behind is not None and behind.last - behind.head_end >= FULL_COMPLEMENT else None

    def _scene_topic(self, draft: Draft, items: list[Item], topics: Topics) -> None:
        """ "Về cơ cấu nền kinh tế, khu vực … chiếm": what shares without a whole are shares of."""
        if draft.role != "share" or not items or items[0].low != "về":
            return
        stop = 1
        while stop < len(items) and items[stop].kind == "word":
            stop += 1
        if stop > 1:
            topics.by_kind["share"] = phrase_of(draft, items, (1, stop), "indicator.scene")

    def _growth(
        self,
        draft: Draft,
        drafts: list[Draft],
        items: list[Item],
        subject: tuple[int, int] | None,
        headed: HeadedPhrase | None,
        topics: Topics,
    ) -> None:
        """A growth: its subject, joined to the core indicator when it only names a component."""
        cue = draft.cue
        if cue is not None and items[cue].role in GROWTH_NOUNS and not draft.about:
            self._growth_noun(draft, items, cue, subject, topics)
            return
        if cue is not None and not draft.about and self._object(draft, items, cue):
            return
        planned = self._planned(items, draft) if headed is None else None
        if planned is not None:
            draft.indicator = phrase_of(draft, items, planned, "indicator.planned")
            return
        if subject is None:
            return
        if items[subject[0]].low in {"nếu", "loại"}:
            add_scope(draft, items, (subject[0] + (items[subject[0]].low == "nếu"), subject[1]), "scope.condition")
            before = _before(draft, drafts)
            if before is not None and before.indicator is not None:
                draft.indicator, draft.inherited["indicator"] = before.indicator, "before"
            return
        if headed is not None:
            self._set_headed(draft, items, headed)
        else:
            self._component(draft, items, subject, topics, GROWTH)

    def _object(self, draft: Draft, items: list[Item], cue: int) -> bool:
        """ "Đợt tăng giá xăng 675 đồng/lít": the headed words between the cue and the number; whether there are any."""
        first, last = trim_end(items, cue + 1, draft.place)
        if last <= first or first >= draft.place or not self._heads.starts(items, first):
            return False
        draft.indicator = place_tail(draft, items, (first, last), "indicator.object")
        return True

    def _planned(self, items: list[Item], draft: Draft) -> tuple[int, int] | None:
        """ "hoàn thành 100% kế hoạch giải ngân": the headed words behind the plan, or None."""
        first = draft.place + 1
        while first < len(items) and items[first].role in {"target", "target_noun"}:
            first += 1
        if first == draft.place + 1 or first >= len(items) or not self._heads.starts(items, first):
            return None
        return first, max(first + 1, right_stop(items, first - 1))

    def _growth_noun(
        self, draft: Draft, items: list[Item], cue: int, subject: tuple[int, int] | None, topics: Topics
    ) -> None:
        """ "mức tăng trưởng 7,6%": the noun with its words, and the subject before it."""
        stop = cue + 1
        while stop < draft.place and items[stop].kind == "word":
            stop += 1
        pieces = [(cue, stop)]
        after = draft.place + 1
        if after < len(items) and items[after].low == "của":
            pieces.append((after, max(after + 1, right_stop(items, draft.place))))
        elif subject is not None and subject[1] in {cue, cue - 1}:
            pieces.append(subject)
            add_scope(draft, items, subject, "scope.subject")
        elif (core := topics.core_by_kind.get("any")) is not None:
            own = compose(draft, items, pieces, "indicator.growth.noun")
            draft.indicator = Phrase(f"{own.text} {core.text}", own.parts + core.parts, own.rule)
            return
        draft.indicator = compose(draft, items, pieces, "indicator.growth.noun")

    def _set_headed(self, draft: Draft, items: list[Item], headed: HeadedPhrase) -> None:
        """The headed phrase as the indicator; a body before it ("Cục Hải quan thu ngân sách") is a scope."""
        last = headed.last
        if headed.role == "core" and headed.head_end < last and _is_name(draft.sentence.text, items[headed.head_end]):
            add_scope(draft, items, (headed.head_end, last), "scope.place")
            last = headed.head_end
        draft.indicator = place_tail(draft, items, (headed.first, last), "indicator.subject", head_end=headed.head_end)
        if headed.before is not None and headed.before[1] - headed.before[0] <= LONGEST_ACTOR:
            first, last = headed.before
            while last > first and (items[last - 1].kind == "punct" or items[last - 1].role):
                last -= 1
            if "," not in {item.low for item in items[first:last]}:
                add_scope(draft, items, (first, last), "scope.actor")

    def _value(
        self,
        draft: Draft,
        drafts: list[Draft],
        items: list[Item],
        subject: tuple[int, int] | None,
        headed: HeadedPhrase | None,
        topics: Topics,
    ) -> None:
        """A value: the counted noun with its words, or the subject of a level verb."""
        kind = unit_kind(draft)
        stop = right_stop(items, draft.place)
        if stop < len(items) and items[stop].kind == "quantity" and self._heads.starts(items, draft.place + 1):
            stop = draft.place + 1
        cue = items[draft.cue].role if draft.cue is not None else ""
        if kind in COUNTED_KINDS:
            self._count(draft, items, subject, headed, stop, cue, topics)
            return
        right = (draft.place + 1, stop) if stop > draft.place + 1 else None
        if right is not None and items[right[0]].low in PREPOSITIONS:
            if kind == "percent" and headed is None:
                wholes = [topics.by_kind.get(kind), *(other.indicator for other in reversed(drafts))]
                if any(whole is not None and self._stem(draft, items, right, whole) for whole in wholes):
                    return
            right = None
        rated = headed is not None and headed.role == "rate"
        if right is not None and kind == "percent" and self._is_denominator(items, right):
            right = None
        if right is not None and (headed is None or (kind == "percent" and not rated)):
            if subject is not None and kind != "percent" and cue not in {"level", "have"}:
                draft.indicator = compose(draft, items, [subject, right], "indicator.subject.right")
            else:
                draft.indicator = place_tail(draft, items, right, "indicator.right")
                if subject is not None:
                    add_scope(draft, items, subject, "scope.actor")
            return
        if (
            headed is not None
            and right is not None
            and headed.head_end - headed.first == 1 == headed.last - headed.first
        ):
            draft.indicator = compose(draft, items, [(headed.first, headed.last), right], "indicator.head.right")
        elif headed is not None:
            self._set_headed(draft, items, headed)
        elif (scene := self._scene(items)) is not None:
            draft.indicator = place_tail(draft, items, scene, "indicator.scene")
            if subject is not None:
                add_scope(draft, items, subject, "scope.actor")
        elif subject is not None:
            self._component(draft, items, subject, topics, kind)

    def _is_denominator(self, items: list[Item], right: tuple[int, int]) -> bool:
        """Whether the words behind a percentage only name what it is a percentage of: "61,4% GDP"."""
        words = " ".join(item.low for item in items[right[0] : right[1]])
        return words in self._accounts

    def _scene(self, items: list[Item]) -> tuple[int, int] | None:
        """ "Về tổn thất điện năng tháng 4, EVN NPC …": the headed words that the sentence says it is about, or None."""
        if not items or items[0].low not in ABOUT:
            return None
        stop = 1
        while stop < len(items) and items[stop].kind == "word":
            stop += 1
        return (1, stop) if stop > 1 and self._heads.starts(items, 1) else None

    def _count(
        self,
        draft: Draft,
        items: list[Item],
        subject: tuple[int, int] | None,
        headed: HeadedPhrase | None,
        stop: int,
        cue: str,
        topics: Topics,
    ) -> None:
        """A count: a headed subject of a level verb, the noun with its words, or the noun alone."""
        has_words = stop > draft.place + 1
        if headed is not None and cue in {"level", "to"} and (not has_words or items[headed.first].low != "có"):
            self._set_headed(draft, items, headed)
        elif has_words:
            unit = draft.quantity.unit if draft.quantity is not None else None
            start = unit.start if unit is not None and unit.end > unit.start else items[draft.place + 1].start
            draft.indicator = place_tail(draft, items, (draft.place, stop), "indicator.counted", start=start)
            if subject is not None and subject[1] - subject[0] <= LONGEST_ACTOR:
                add_scope(draft, items, subject, "scope.actor")
        else:
            self._bare_count(draft, items, subject, headed, topics)

    def _bare_count(
        self,
        draft: Draft,
        items: list[Item],
        subject: tuple[int, int] | None,
        headed: HeadedPhrase | None,
        topics: Topics,
    ) -> None:
        """A counted noun with no words after it: "làm chết 19 người", "đường bộ xảy ra 62 vụ"."""
        unit = draft.quantity.unit if draft.quantity is not None else None
        if unit is None:
            return
        noun = draft.sentence.text[unit.start : unit.end]
        known = topics.known(draft)
        cue = items[draft.cue] if draft.cue is not None else None
        if headed is not None:
            self._set_headed(draft, items, headed)
            return
        if subject is not None and unit.kind == "count" and _is_completion(draft, items, subject, cue):
            first, last = items[subject[0]].start, items[subject[1] - 1].end
            text = f"{noun} {draft.sentence.text[first:last]}"
            draft.indicator = Phrase(text, ((unit.start, unit.end), (first, last)), "indicator.count.verb")
            return
        if subject is not None and items[subject[0]].low not in PREPOSITIONS:
            add_scope(draft, items, subject, "scope.subject")
        generic = topics.nouns.is_generic(noun.lower())
        if known is not None and (generic or (subject is not None and len(noun.split()) < COMPLETE_NOUN)):
            draft.indicator = Phrase(known.text, known.parts, "indicator.inherited.unit")
            draft.inherited["indicator"] = "unit"
        else:
            draft.indicator = Phrase(noun, ((unit.start, unit.end),), "indicator.noun")

    def _rank(self, draft: Draft, items: list[Item], subject: tuple[int, int] | None) -> None:
        """A rank: what follows it ("thứ 2 về kinh phí"), else the subject."""
        stop = right_stop(items, draft.place)
        first = draft.place + 1
        if first < len(items) and items[first].low == "về":
            stop = first + 1
            while stop < len(items) and items[stop].kind == "word":
                stop += 1
            first += 1
            if first < stop:
                draft.indicator = place_tail(draft, items, (first, stop), "indicator.rank.about")
        if subject is not None:
            headed = self._heads.narrow(items, subject)
            if draft.indicator is not None:
                add_scope(draft, items, subject, "scope.subject")
            elif headed is not None:
                self._set_headed(draft, items, headed)
            elif any(item.role == "ranking" and item.low != "thứ" for item in items[subject[1] : draft.place]):
                add_scope(draft, items, subject, "scope.subject")
            else:
                draft.indicator = phrase_of(draft, items, subject, "indicator.subject")

    def _contribution(
        self, draft: Draft, drafts: list[Draft], items: list[Item], subject: tuple[int, int] | None
    ) -> None:
        """ "đóng góp 0,4 điểm phần trăm": the contribution of the subject, or of what the figure before is about."""
        cue = draft.cue if draft.cue is not None else draft.place
        noun = (cue, cue + 1)
        if subject is not None:
            draft.indicator = compose(draft, items, [noun, subject], "indicator.contribution")
            add_scope(draft, items, subject, "scope.subject")
            return
        before = _before(draft, drafts)
        if before is None or before.indicator is None:
            draft.indicator = phrase_of(draft, items, noun, "indicator.contribution")
            return
        about = before.scope[0] if before.scope else before.indicator
        own = phrase_of(draft, items, noun, "indicator.contribution")
        draft.indicator = Phrase(f"{own.text} của {about.text}", own.parts + about.parts, "indicator.contribution")
        draft.scope.append(about)

    def _share(
        self, draft: Draft, drafts: list[Draft], items: list[Item], subject: tuple[int, int] | None, topics: Topics
    ) -> None:
        """A share: the whole on its right or before; its scope is the part."""
        before = _before(draft, drafts)
        stop = right_stop(items, draft.place)
        first = draft.place + 1
        while first < stop and items[first].low in {"trong", "vào", "của"}:
            first += 1
        if first < stop and items[first].low not in PREPOSITIONS:
            draft.indicator = place_tail(draft, items, (first, stop), "indicator.right")
        if subject is not None:
            add_scope(draft, items, subject, "scope.share")
            if draft.indicator is None:
                whole = topics.by_kind.get("share") or self._whole(before, topics)
                if whole is not None:
                    draft.indicator = Phrase(whole.text, whole.parts, "indicator.whole")
                    draft.inherited["indicator"] = "before"
            return
        base = draft.base if draft.base is not None and draft.base in drafts else before
        if base is None:
            return
        draft.scope.extend(base.scope)
        if draft.indicator is None:
            whole_draft = base.parent if base.parent is not None and not base.scope else base
            draft.indicator = whole_draft.indicator
            draft.inherited["indicator"] = "whole"
        if not base.scope and base.indicator is not None and base.indicator is not draft.indicator:
            draft.scope.append(base.indicator)

    def _whole(self, before: Draft | None, topics: Topics) -> Phrase | None:
        """What a share with a subject of its own is a share of: the whole of the share before, or the last value."""
        if before is not None and before.role == "share":
            return before.indicator
        return topics.by_kind.get("value") or topics.last

    def _component(self, draft: Draft, items: list[Item], subject: tuple[int, int], topics: Topics, kind: str) -> None:
        """A subject that only names a part: joined to the indicator it is a part of, and a scope."""
        part = phrase_of(draft, items, subject, "scope.component")
        whole, core = topics.known(draft), topics.core_by_kind.get(topics.kind_of(draft))
        if core is None and kind == GROWTH:
            core = topics.core_by_kind.get("any")
        draft.inherited["indicator"] = "core"
        if whole is not None and self._stem(draft, items, subject, whole):
            return
        if whole is not None and kind in WHOLE_KINDS:
            draft.scope.append(part)
            draft.indicator = Phrase(whole.text, whole.parts, "indicator.inherited")
        elif core is not None:
            draft.scope.append(part)
            draft.indicator = Phrase(f"{core.text} {part.text}", core.parts + part.parts, "indicator.core.component")
        elif whole is not None and self._parts.is_part(draft.sentence.text, items, subject):
            draft.scope.append(part)
            draft.indicator = Phrase(whole.text, whole.parts, "indicator.inherited.part")
        else:
            del draft.inherited["indicator"]
            draft.indicator = place_tail(draft, items, subject, "indicator.subject")

    def _stem(self, draft: Draft, items: list[Item], piece: tuple[int, int], whole: Phrase) -> bool:
        """ "…, đến bằng đường bộ": words that open with a preposition of the indicator before take its stem.

        Returns whether they did; then the indicator is set and the words are a scope.
        """
        opener = items[piece[0]].low
        if opener not in PREPOSITIONS or f" {opener} " not in whole.text:
            return False
        part = phrase_of(draft, items, piece, "scope.component")
        stem = whole.text[: whole.text.index(f" {opener} ")]
        parts = tuple((start, start + len(stem)) for start, _ in whole.parts[:1])
        draft.scope.append(part)
        draft.indicator = Phrase(f"{stem} {part.text}", parts + part.parts, "indicator.stem.component")
        draft.inherited["indicator"] = "core"
        return True

    def _remember(self, draft: Draft, items: list[Item], topics: Topics) -> None:
        """Keeps the draft's indicator, and its core, for figures that leave theirs out."""
        phrase = draft.indicator
        passing = draft.role in {"share", "rank", "contribution"} or "indicator" in draft.inherited
        if phrase is None or passing:
            return
        kind = topics.kind_of(draft)
        topics.last = topics.by_kind[kind] = phrase
        topics.by_kind[topics.family_of(draft)] = phrase
        if kind != GROWTH:
            topics.by_kind["value"] = phrase
        first = next((n for n, item in enumerate(items) if item.start == phrase.parts[0][0]), None)
        if first is None:
            return
        last = first
        while last < len(items) and items[last].end <= phrase.parts[0][1]:
            last += 1
        headed = self._heads.narrow(items, (first, last))
        if headed is None or headed.role != "core":
            topics.core_by_kind.pop(kind, None)
            return
        piece = (headed.first, headed.head_end)
        if headed.head_end + 2 < last and items[headed.head_end].low == "(" and items[headed.head_end + 2].low == ")":
            piece = (headed.head_end + 1, headed.head_end + 2)
        core = phrase_of(draft, items, piece, "indicator.core")
        for key in (kind, "any", GROWTH) if kind in {GROWTH, "money"} else (kind, "any"):
            topics.core_by_kind[key] = core


def _before(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The draft before this one in its sentence, or None."""
    index = drafts.index(draft)
    return drafts[index - 1] if index else None


def _is_completion(draft: Draft, items: list[Item], subject: tuple[int, int], cue: Item | None) -> bool:
    """Whether the words before a bare count say what is counted: "làm chết 19 người", "Ngộ độc thực phẩm: 7 vụ"."""
    if items[draft.place - 1].low == ":" and subject[1] == draft.place - 1:
        return True
    if cue is not None and cue.role != "cause":
        return False
    named = draft.sentence.text[items[subject[0]].start].isupper()
    return subject[1] - subject[0] <= LONGEST_VERB and not named and items[subject[0]].low not in PREPOSITIONS


def _first_level(items: list[Item], cue: int) -> int:
    """The first of the cues of a level that stand together: "trị giá" of "trị giá ước tính 4 tỷ"."""
    while cue and items[cue - 1].role == "level":
        cue -= 1
    return cue


def _is_name(text: str, item: Item) -> bool:
    """Whether the item opens a proper name: a capital, and not an acronym in brackets."""
    return item.kind == "word" and text[item.start].isupper()
