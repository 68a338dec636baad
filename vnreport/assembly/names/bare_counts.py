"""Names counts with no words after the noun: by what happened, the goods before it, or what was counted before."""

from __future__ import annotations

from vnreport.assembly.names.companions import link_before
from vnreport.assembly.names.events import event_before
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.shared_deeds import bracketed_deed, listed_deed
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.heads import HeadedPhrase
from vnreport.assembly.sentences.items import Item, holds_phrase
from vnreport.assembly.sentences.labels import label_before
from vnreport.assembly.sentences.phrases import add_scope, compose, place_tail
from vnreport.assembly.sentences.subjects import trim
from vnreport.grammar.values import Unit
from vnreport.lexicon.phrase_words import phrase_words
from vnreport.values import value

LONGEST_VERB = 5
# Cues that end the goods named before a bare noun: "xe nhập khẩu | đã vượt …, đạt 6.755 xe".
PREDICATES = frozenset({"tense", "up", "down", "level"})
# A counted noun of this many syllables says what is counted ("trường hợp tử vong"); a shorter one may lean on the text.
COMPLETE_NOUN = 3
# Items of the goods before a bare noun, and the roles of cues that may stand in them: "xe xuất xứ từ Thái Lan".
LONGEST_GOODS = 8
GOODS_ROLES = frozenset({"", "conjunction", "from", "soft", "aux"})


@value(frozen=True, slots=True)
class _Bare:
    """A counted noun without words after it: `known` is what was counted by it before, `generic` one that says nothing
    of what is counted, `lent` one that stands with another figure."""

    unit: Unit
    noun: str
    known: Phrase | None
    generic: bool
    lent: bool


def name_bare(naming: Naming) -> None:
    """A counted noun with no words after it: "làm chết 19 người", "đường bộ xảy ra 62 vụ"."""
    draft, items, subject = naming.draft, naming.items, naming.subject
    bare = _bare(naming)
    if bare is None:
        return
    noun = Phrase(bare.noun, ((bare.unit.start, bare.unit.end),), "indicator.count.verb")
    if (shared := bracketed_deed(naming, noun)) is not None:
        draft.indicator = shared
        return
    deed = deed_before(items, draft.place)
    if naming.headed is not None and deed is not None and _is_done_by(naming, bare, deed):
        naming.headed = None
    if naming.headed is not None:
        if not _only_counts(items, naming.headed):
            naming.set_headed(naming.headed)
            return
        subject = None if naming.headed.before is None else trim(items, *naming.headed.before)
    prepositions = phrase_words().preposition
    told = bare.unit.kind == "count" and not bare.lent
    if subject is not None and told and _is_told(naming, bare, subject):
        last = next(
            (index for index in range(subject[0] + 1, subject[1]) if items[index].role in PREDICATES), subject[1]
        )
        draft.indicator = place_tail(draft, items, (subject[0], last), "indicator.count.subject")
        return
    if subject is not None and told and _name_by_label(naming, subject):
        return
    if (
        told
        and not bare.generic
        and (listed := listed_deed(naming, noun, bare.unit, done=deed is not None)) is not None
    ):
        draft.indicator = listed
        return
    if deed is not None and (bare.known is None or not bare.generic):
        if subject is not None and subject[0] < deed[0] and items[subject[0]].low not in prepositions:
            add_scope(draft, items, (subject[0], min(subject[1], deed[0])), "scope.subject")
        draft.indicator = _joined(naming, bare, deed, "indicator.count.deed")
        return
    if (
        subject is not None
        and bare.known is not None
        and naming.lexicon.parts.is_part(draft.sentence.text, items, subject)
    ):
        add_scope(draft, items, subject, "scope.subject")
        if not _takes_stem(naming, subject, bare.known):
            _inherit(draft, bare.known)
        return
    is_part = subject is not None and naming.lexicon.parts.is_part(draft.sentence.text, items, subject)
    if subject is not None and told and not is_part and _is_completion(draft, items, subject):
        whole = deed if deed is not None and deed[0] <= subject[0] and subject[1] <= deed[1] else subject
        draft.indicator = _joined(naming, bare, whole, "indicator.count.verb")
        return
    if subject is not None and items[subject[0]].low not in prepositions:
        add_scope(draft, items, subject, "scope.subject")
    pointed = draft.place + 1 < len(items) and items[draft.place + 1].low in phrase_words().pointing
    if pointed and not bare.lent:
        # "hai đơn vị | này", "3 vụ việc | trên"
        draft.indicator = Phrase(bare.noun, ((bare.unit.start, bare.unit.end),), "indicator.noun")
    elif subject is not None and _names_goods(naming, bare, subject):
        draft.indicator = _joined(naming, bare, subject, "indicator.count.goods")
    elif bare.known is not None and _leans(naming, bare):
        _inherit(draft, bare.known)
    elif not bare.lent:
        draft.indicator = Phrase(bare.noun, ((bare.unit.start, bare.unit.end),), "indicator.noun")


def _only_counts(items: list[Item], headed: HeadedPhrase) -> bool:
    """Whether the headed words say only that something is counted: "với tổng số | 6.606 chuyến bay"."""
    syllables = {syllable for item in items[headed.first : headed.last] for syllable in item.low.split()}
    return syllables <= phrase_words().counter


def _name_by_label(naming: Naming, subject: tuple[int, int]) -> bool:
    """ "Học sinh bỏ học: lớp tám 412 em": a label before a colon, with what is counted behind it, if there is one."""
    draft, items = naming.draft, naming.items
    label = label_before(items, subject[1])
    if label is None or naming.lexicon.parts.is_part(draft.sentence.text, items, label):
        return False
    colon = next(index for index in range(label[1], len(items)) if items[index].low == ":")
    if items[draft.place].depth > items[colon].depth:
        return False
    own = trim(items, max(colon + 1, subject[0]), subject[1])
    if own is None:
        return False
    is_part = naming.lexicon.parts.is_part(draft.sentence.text, items, own)
    draft.indicator = compose(draft, items, [label] if is_part else [label, own], "indicator.label")
    add_scope(draft, items, own, "scope.component")
    return True


def _bare(naming: Naming) -> _Bare | None:
    """The draft's noun; an earlier indicator of its kind that shares no syllable with a longer noun is not its own."""
    draft, items, topics, subject = naming.draft, naming.items, naming.topics, naming.subject
    unit = draft.quantity.unit if draft.quantity is not None else None
    if unit is None:
        return None
    lent = unit.start == unit.end
    noun = unit.code if lent else draft.sentence.text[unit.start : unit.end]
    known, generic = topics.known(draft), topics.nouns.is_generic(noun.lower())
    opener = "" if subject is None else items[subject[0]].low.split()[0]
    hangs = generic and opener in phrase_words().preposition
    if known is not None and unit.kind == "count" and " " in noun and not hangs and not _shares(known.text, noun):
        known = None
    return _Bare(unit, noun, known, generic, lent)


def _inherit(draft: Draft, known: Phrase) -> None:
    """The indicator of the count before of the same noun."""
    draft.indicator = Phrase(known.text, known.parts, "indicator.inherited.unit")
    draft.inherited["indicator"] = "unit"


def _is_done_by(naming: Naming, bare: _Bare, deed: tuple[int, int]) -> bool:
    """Whether the head before the verb names who or what does it: "xi măng đã | xuất khẩu sang hơn 40 thị trường"."""
    headed, items, cue, words = naming.headed, naming.items, naming.draft.cue, phrase_words()
    if headed is None or deed[0] <= headed.last or bare.generic:
        # "công suất | phục vụ 2.700 lượt", "đội bay hiện khai thác 165 chiếc"
        return False
    if cue is not None and (items[cue].role != "have" or items[cue].low in words.being):
        return False
    named = items[headed.first : headed.last]
    return named[0].low.partition(" ")[0] not in words.counter and not holds_phrase(named, (bare.unit.code,))


def _takes_stem(naming: Naming, subject: tuple[int, int], known: Phrase) -> bool:
    """Whether "từ" before the part stands in the name of the count before as well, and that goes on with the part:
    "xe nhập từ Đức | với 9 chiếc, từ Áo | với 4 chiếc"; then the indicator is set."""
    first = subject[0] - 1
    opens = first >= naming.draft.subject[0] and naming.items[first].low in phrase_words().preposition
    return opens and naming.stem((first, subject[1]), known)


def _joined(naming: Naming, bare: _Bare, piece: tuple[int, int], rule: str) -> Phrase:
    """The noun with an item range behind it, and what happened behind both."""
    items, text = naming.items, naming.draft.sentence.text
    parts = [(bare.unit.start, bare.unit.end), (items[piece[0]].start, items[piece[1] - 1].end)]
    event = event_before(naming)
    if event is not None:
        parts.append(event)
    words = [bare.noun, *(text[start:end] for start, end in parts[1:])]
    return Phrase(" ".join(words), tuple(parts), rule)


def _leans(naming: Naming, bare: _Bare) -> bool:
    """Whether the noun leaves what is counted to the text before."""
    draft, items = naming.draft, naming.items
    cue = items[draft.cue] if draft.cue is not None else None
    has = cue is not None and cue.role == "have" and cue.low.endswith(phrase_words().have)
    if bare.generic or bare.lent or _breaks_down(naming, bare):
        return True
    if cue is not None and cue.role == "to" and not cue.low.startswith(phrase_words().rest) and naming.subject is None:
        # "13 nghìn người chết … nay đã giảm xuống | 9 nghìn người"
        return any(other.indicator is bare.known for other in naming.drafts[: naming.drafts.index(draft)])
    return naming.subject is not None and not has and len(bare.noun.split()) < COMPLETE_NOUN


def _breaks_down(naming: Naming, bare: _Bare) -> bool:
    """Whether the count is a part of one of the same noun that the sentence told before.

    "108 lao động chưa liên lạc được, trong đó | Quảng Ngãi có 17 lao động".
    """
    if naming.draft.parent is None:
        return False
    items, depth = naming.items, naming.items[naming.draft.place].depth
    told = naming.drafts[: naming.drafts.index(naming.draft)]
    return any(other.indicator is bare.known and items[other.place].depth <= depth for other in told)


def _names_goods(naming: Naming, bare: _Bare, subject: tuple[int, int]) -> bool:
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
    return not naming.lexicon.parts.is_part(draft.sentence.text, items, subject)


def _shares(text: str, noun: str) -> bool:
    """Whether an indicator has the syllables of the noun."""
    return set(noun.lower().split()) <= set(text.lower().split())


def _is_told(naming: Naming, bare: _Bare, subject: tuple[int, int]) -> bool:
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


def _is_completion(draft: Draft, items: list[Item], subject: tuple[int, int]) -> bool:
    """Whether the words before a bare count say what is counted: "làm chết 19 người", "Ngộ độc thực phẩm: 7 vụ"."""
    if items[draft.place - 1].low == ":" and subject[1] == draft.place - 1:
        return True
    if items[draft.place - 1].low in phrase_words().preposition:
        return False
    if draft.cue is not None and items[draft.cue].role != "cause":
        return False
    named = draft.sentence.text[items[subject[0]].start].isupper()
    return (
        subject[1] - subject[0] <= LONGEST_VERB
        and not named
        and items[subject[0]].low not in phrase_words().preposition
    )
