"""What tells of whom or what a count is whose noun has no words behind it."""

from __future__ import annotations

from vnreport.assembly.names.bare_nouns import (
    COMPLETE_NOUN,
    BareCount,
    said,
)
from vnreport.assembly.names.naming import Naming
from vnreport.assembly.names.shared_deeds import DEED_RULE
from vnreport.assembly.sentences.deeds import deed_before
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.assembly.sentences.items import holds_phrase
from vnreport.lexicon.phrase_words import phrase_words

# Items of the shortest name of a sort: "loại xe | bán tải".
SHORTEST_SORT = 3
# Families of nouns of which a verb before says enough: "khởi tố 204 vụ".
CASE_ROWS = frozenset({"noun.case", "noun.incident"})


def is_done_by(naming: Naming, bare: BareCount, deed: tuple[int, int]) -> bool:
    """Whether the head before the verb names who or what does it: "xi măng đã | xuất khẩu sang hơn 40 thị trường"."""
    headed, items, cue, words = naming.headed, naming.items, naming.draft.cue, phrase_words()
    if headed is None or deed[0] <= headed.last or bare.generic:
        # "công suất | phục vụ 2.700 lượt", "đội bay hiện khai thác 165 chiếc"
        return False
    if cue is not None and (items[cue].role != "have" or items[cue].low in words.being):
        return False
    named = items[headed.first : headed.last]
    return named[0].low.partition(" ")[0] not in words.counter and not holds_phrase(named, (bare.unit.code,))


def is_sort(naming: Naming, bare: BareCount, subject: tuple[int, int]) -> bool:
    """Whether a level is told of a sort of things: "loại xe từ 9 chỗ ngồi trở xuống là | 13 nghìn chiếc"."""
    items, cue = naming.items, naming.draft.cue
    if not bare.generic or cue is None or items[cue].role != "level" or subject[1] - subject[0] < SHORTEST_SORT:
        return False
    return naming.lexicon.parts.is_of_things(items, subject)


def is_own(naming: Naming, bare: BareCount, deed: tuple[int, int]) -> bool:
    """Whether the verb tells what was done with cases, rather than that they are there: "kiểm tra 31 vụ, khởi tố 2 vụ",
    but "tiếp nhận 8 ca", unless those before were told by what was done: "xử phạt 9 vụ; phát hiện 4 vụ"."""
    if not _is_of_cases(naming, bare):
        return False
    done = bare.known is not None and bare.known.rule == DEED_RULE
    return done or said(naming.items, deed) not in phrase_words().finding


def is_done_again(naming: Naming, bare: BareCount, deed: tuple[int, int] | None) -> bool:
    """Whether the cases counted before were told with the same verb: "xử lý 4 vụ cháy; cả năm xử lý 30 vụ"."""
    if deed is None or bare.known is None or not _is_of_cases(naming, bare):
        return False
    items, verb = naming.items, said(naming.items, deed)
    told = naming.told
    done = [deed_before(items, other.place) for other in told if other.indicator is bare.known]
    return any(other is not None and said(items, other) == verb for other in done)


def takes_stem(naming: Naming, subject: tuple[int, int], known: Phrase) -> bool:
    """Whether "từ" before the part stands in the name of the count before as well, and that goes on with the part:
    "xe nhập từ Đức | với 9 chiếc, từ Áo | với 4 chiếc"; then the indicator is set."""
    first = subject[0] - 1
    opens = first >= naming.draft.subject[0] and naming.items[first].low in phrase_words().preposition
    return opens and naming.stem((first, subject[1]), known)


def leans(naming: Naming, bare: BareCount) -> bool:
    """Whether the noun leaves what is counted to the text before."""
    draft, items = naming.draft, naming.items
    cue = items[draft.cue] if draft.cue is not None else None
    has = cue is not None and cue.role == "have" and cue.low.endswith(phrase_words().have)
    if bare.generic or bare.lent or _breaks_down(naming, bare):
        return True
    if cue is not None and cue.role == "to" and not cue.low.startswith(phrase_words().rest) and naming.subject is None:
        # "13 nghìn người chết … nay đã giảm xuống | 9 nghìn người"
        return any(other.indicator is bare.known for other in naming.told)
    return naming.subject is not None and not has and len(bare.noun.split()) < COMPLETE_NOUN


def _is_of_cases(naming: Naming, bare: BareCount) -> bool:
    """Whether the noun counts cases, of which a verb of doing says enough."""
    return naming.topics.nouns.family(bare.noun.lower()) in CASE_ROWS


def _breaks_down(naming: Naming, bare: BareCount) -> bool:
    """Whether the count is a part of one of the same noun that the sentence told before.

    "108 lao động chưa liên lạc được, trong đó | Quảng Ngãi có 17 lao động".
    """
    if naming.draft.parent is None:
        return False
    items, depth = naming.items, naming.items[naming.draft.place].depth
    told = naming.told
    return any(other.indicator is bare.known and items[other.place].depth <= depth for other in told)
