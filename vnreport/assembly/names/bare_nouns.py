"""Counted nouns without words after them, and what the words before say of them: goods, who speaks, what happened."""

from __future__ import annotations

from vnreport.assembly.names.companions import link_before
from vnreport.assembly.names.money_deeds import ends_in
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.clauses import TIME_ROW
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.items import Item
from vnreport.assembly.sentences.phrases import add_scope
from vnreport.assembly.sentences.scope_words import deed_at, is_proper, phrase_at
from vnreport.assembly.sentences.topics import unit_code, unit_kind
from vnreport.grammar.values import Unit
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.values import value

LONGEST_VERB = 5
# A counted noun of this many syllables says what is counted ("trường hợp tử vong"); a shorter one may lean on the text.
COMPLETE_NOUN = 3
# Items of the goods before a bare noun, and the roles of cues that may stand in them: "xe xuất xứ từ Thái Lan".
LONGEST_GOODS = 8
# Items of the longest name of persons, and roles of the cues that tell how many they are.
LONGEST_PERSONS, TOLD_ROLES = 12, frozenset({"have", "level"})
GOODS_ROLES = frozenset({"", "conjunction", "from", "soft", "aux"})


@value(frozen=True, slots=True)
class BareCount:
    """A counted noun without words after it: `phrase` names it, with what it was the noun of before ("chuyến | bay").

    `known` is what was counted by it before, `generic` one that says nothing of what is counted, `lent` one that
    stands with another figure.
    """

    unit: Unit
    noun: str
    phrase: Phrase
    known: Phrase | None
    generic: bool
    lent: bool


def bare_count(naming: Naming) -> BareCount | None:
    """The draft's noun; an earlier indicator of its kind that shares no syllable with a longer noun is not its own."""
    draft, items, topics, subject = naming.draft, naming.items, naming.topics, naming.subject
    unit = draft.quantity.unit if draft.quantity is not None else None
    if unit is None:
        return None
    lent = unit.start == unit.end
    noun = unit.code if lent else draft.sentence.text[unit.start : unit.end]
    known, generic = own_whole(naming) or topics.known(draft), topics.nouns.is_generic(noun.lower())
    opener = "" if subject is None else items[subject[0]].low.split()[0]
    hangs = generic and opener in phrase_words().preposition
    apart = known is not None and unit.kind == "count" and " " in noun and not hangs and not _shares(known.text, noun)
    if apart and not _goes_on(naming, known, noun):
        known = None
    phrase = topics.full.get(noun.lower()) or Phrase(noun, ((unit.start, unit.end),), "indicator.count.verb")
    return BareCount(unit, noun, phrase, known, generic, lent)


def _goes_on(naming: Naming, known: Phrase | None, noun: str) -> bool:
    """Whether the count goes on with the one right before it in a noun that only says how it is counted: "khách từ Nga
    đạt 9 nghìn lượt người, | Anh 3 nghìn lượt người"."""
    before = naming.before
    said = before.quantity.unit if before is not None and before.quantity is not None else None
    if before is None or said is None or known is None or before.indicator is None:
        return False
    if said.code == noun.lower() or before.indicator.parts != known.parts:
        return False
    return naming.draft.sentence.text[said.start : said.end].lower() == noun.lower()


def own_whole(naming: Naming) -> Phrase | None:
    """What the count is of that the draft is a part of: "82 người chết (bão | 9 |, lũ 73)"; None without one."""
    draft, topics = naming.draft, naming.topics
    parent = draft.parent
    if parent is None or parent.sentence is not draft.sentence:
        return None
    # "61 tổ hợp tác, gồm 24 | tổ"
    shorter = unit_kind(parent) == "count" and unit_code(parent).startswith(f"{unit_code(draft)} ")
    return parent.indicator if shorter or topics.kind_of(parent) == topics.kind_of(draft) else None


def _shares(text: str, noun: str) -> bool:
    """Whether an indicator has the syllables of the noun."""
    return set(noun.lower().split()) <= set(text.lower().split())


def said(items: list[Item], piece: tuple[int, int]) -> str:
    """The words of an item range, in lower case."""
    return " ".join(item.low for item in items[slice(*piece)])


def is_speaker(items: list[Item], piece: tuple[int, int], place: int) -> bool:
    """Whether the words only say who speaks behind a colon: "Ông Nguyễn Văn Lâm:", "Trả lời:"."""
    if items[min(piece[1], place - 1)].low != ":":
        return False
    openers = phrase_words().speaker
    return any(said(items, (piece[0], min(piece[0] + size, piece[1]))) in openers for size in (1, 2))


def is_told(naming: Naming, bare: BareCount, subject: tuple[int, int]) -> bool:
    """Whether the subject names the goods that a bare noun counts: "xe nguyên chiếc nhập từ Indonesia đạt 6.755 xe"."""
    items, draft = naming.items, naming.draft
    words = [part for item in items[subject[0] : subject[1]] if item.kind == "word" for part in item.low.split()]
    if not words or items[subject[0]].low in phrase_words().preposition:
        return False
    noun = bare.noun.lower().split()
    size, head = len(noun), min(len(noun), 2)
    if words[:size] == noun and len(words) > size:
        return True
    if len(words) <= size + 1:
        return False
    if words[:head] != noun[:head]:
        levelled = draft.cue is not None and items[draft.cue].role == "level"
        if not (levelled or link_before(items, draft.place) is not None) or not bare.generic:
            return False
        goods = naming.lexicon.goods
        if bare.known is not None and words[0] not in goods and " ".join(words[:2]) not in goods:
            return False
    return not naming.lexicon.parts.is_part(draft.sentence.text, items, subject)


def sort_in(items: list[Item], bare: BareCount, subject: tuple[int, int]) -> int | None:
    """Where the classifier that counts stands in the sort named before it: "phân khúc | căn hộ cao cấp | có 90 căn"."""
    noun, (first, last) = bare.noun.lower(), subject
    if noun not in phrase_words().noun_opener or items[last - 1].low == noun:
        return None
    if any(item.kind != "word" or (item.is_name and index) for index, item in enumerate(items[first:last])):
        return None
    return next((index for index in range(first + 1, last) if items[index].low == noun), None)


def names_goods(naming: Naming, bare: BareCount, subject: tuple[int, int]) -> bool:
    """Whether the subject names what a bare noun counts, rather than a place or a body: "xe tải nhập | 1.583 chiếc"."""
    items, draft, words = naming.items, naming.draft, phrase_words()
    if bare.unit.kind not in {"count", "points"} or bare.lent:
        return False
    named = items[subject[0] : subject[1]]
    if not bare.generic and ((bare.known is not None and len(named) < 4) or " " in bare.noun):
        return False
    if (
        len(named) > LONGEST_GOODS
        or named[0].low in words.preposition
        or named[-1].low in words.closer | words.preposition
    ):
        return False
    if " ".join(item.low for item in named) == bare.noun.lower():
        return False
    if any(item.role not in GOODS_ROLES or item.kind == "punct" for item in named) or (named[0].is_name and subject[0]):
        return False
    if is_scene(items, subject) or _is_teller(items, subject):
        return False
    levelled = draft.cue is not None and items[draft.cue].role == "level"
    inner = range(subject[0] + 1, subject[1])
    acts = any(phrase_at(items, index, subject[1], words.deed, words.activity) for index in inner)
    if acts and not (bare.generic or levelled or deed_at(items, *subject)):
        # "tổ công tác đã gặp | 331 hộ", but "xe tải nhập | 1.583 chiếc"
        return False
    opens = not subject[0] and any(item.is_name for item in named[1:])
    if bare.known is not None and bare.generic and not levelled and opens:
        # "tỉnh đón 9.000 lượt khách. Khu di tích Yên Tử đón | 736 lượt"
        return False
    if named[0].low in words.whole or (bare.known is not None and is_proper(items, *subject)):
        # "Cả khu vực có | 19 ca", "Indonesia dẫn đầu với | 15 chiếc"
        return False
    parts = naming.lexicon.parts
    return not parts.is_body(items, subject) and not parts.is_part(draft.sentence.text, items, subject)


def names_persons(naming: Naming, bare: BareCount, subject: tuple[int, int]) -> bool:
    """Whether the subject of "có" or "là" is the persons whom "người" counts: "Học viên giỏi | có 31 người"."""
    items, cue, words = naming.items, naming.draft.cue, phrase_words()
    if bare.noun.lower() != words.anyone or cue is None or cue < subject[1] or bare.lent:
        return False
    if items[cue].role not in TOLD_ROLES or subject[1] - subject[0] > LONGEST_PERSONS:
        return False
    opener = any(said(items, (subject[0], min(subject[0] + size, subject[1]))) in words.persons for size in (1, 2))
    return opener and not naming.lexicon.parts.is_body(items, subject)


def is_scene(items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether the words only tell when, at what occasion or of how many each: "Kỳ nghỉ lễ | 112 vụ", "mỗi nơi"."""
    opener, words = items[subject[0]], phrase_words()
    return opener.row == TIME_ROW or any(
        said(items, (subject[0], min(subject[0] + size, subject[1]))) in words.scene_noun for size in (1, 2, 3)
    )


def _is_teller(items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether the words name who tells or does, or an abstract thing: "Đại diện hãng A", "Thống kê ban đầu"."""
    words = phrase_words()
    opened = [said(items, (subject[0], min(subject[0] + size, subject[1]))) for size in (1, 2, 3)]
    told = any(opener in (words.no_scope | words.speaker) - words.one for opener in opened)
    return told or _ends_in_telling(items, subject)


def _ends_in_telling(items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether the words only say who tells of the count: "cơ quan y tế báo cáo | 30 ca"."""
    return ends_in(items, subject[0] + 1, subject[1], phrase_words().quoting)


def is_completion(draft: Draft, items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether the words before a bare count say what is counted: "làm chết 19 người", "Ngộ độc thực phẩm: 7 vụ"."""
    if is_scene(items, subject) or _ends_in_telling(items, subject):
        return False
    if items[draft.place - 1].low == ":" and subject[1] == draft.place - 1:
        return True
    if items[draft.place - 1].low in phrase_words().preposition or items[draft.place - 1].low == ",":
        # "Để làm cầu An Hòa, | 40 hộ"
        return False
    if draft.cue is not None and items[draft.cue].role != "cause":
        return False
    named = draft.sentence.text[items[subject[0]].start].isupper()
    return (
        subject[1] - subject[0] <= LONGEST_VERB
        and not named
        and items[subject[0]].low not in phrase_words().preposition
    )


def is_done_with_things(naming: Naming, bare: BareCount, deed: tuple[int, int]) -> bool:
    """Whether the verb tells what happened to things before it, which a classifier counts: "gia súc chết | 90 con"."""
    subject, items, words = naming.subject, naming.items, phrase_words()
    if subject is None or subject[0] >= deed[0] or subject[1] < deed[0] or bare.lent:
        return False
    if not bare.generic and bare.noun.lower() not in words.noun_opener:
        return False
    return any(said(items, (subject[0], subject[0] + size)) in words.thing for size in (2, 1))


def part_of_persons(naming: Naming, bare: BareCount, deed: tuple[int, int] | None) -> Phrase | None:
    """The name of the persons whom "người" counts a part of: "thiếu 900 giáo viên, trong đó mầm non 30 | người"."""
    parent = naming.draft.parent
    if bare.noun.lower() != phrase_words().anyone or parent is None or unit_kind(parent) != "count":
        return None
    if parent.indicator is None or naming.headed is not None or unit_code(parent) not in phrase_words().persons:
        return None
    told = parent.indicator.text.lower().split()
    said_again = deed is None or all(item.low in told for item in naming.items[deed[0] : deed[1]])
    return parent.indicator if said_again and told[0] != bare.noun else None


def is_short(bare: BareCount) -> bool:
    """Whether the noun leaves unsaid which ones are counted: "người", "hồ sơ", "tỉnh, thành phố"."""
    first = bare.noun.lower().partition(",")[0]
    return not bare.generic and (first in phrase_words().tier or len(bare.noun.split()) < COMPLETE_NOUN)


def add_doer(naming: Naming, verb: int) -> None:
    """Adds who does it, before the verb, as a scope."""
    subject, items = naming.subject, naming.items
    if subject is not None and subject[0] < verb and items[subject[0]].low not in phrase_words().preposition:
        add_scope(naming.draft, items, (subject[0], min(subject[1], verb)), "scope.subject")
