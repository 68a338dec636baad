"""Numbers and shares of cases by their cause: "120 vụ tai nạn. Nguyên nhân do sai làn chiếm 31%, rượu bia (17%)"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.clauses import clause_start
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.nouns import right_stop
from vnreport.assembly.sentences.phrases import add_scope, phrase_of
from vnreport.assembly.sentences.scope_words import phrase_size
from vnreport.assembly.sentences.subjects import trim
from vnreport.assembly.sentences.topics import unit_code, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

CAUSED_RULE = "indicator.whole.caused"
SHARE_ROLES = frozenset({"value", "share"})
# Items of the longest name of those that came about by the cause: "các chuyến bay chậm".
LONGEST_CASES = 6


def name_caused(naming: Naming) -> bool:
    """Names a number or share of cases by those cases where the words before it tell their cause; whether it did.

    "Nguyên nhân do …" is of the cases counted last, "các chuyến chậm do …" of those said there; "do …" alone goes on.
    """
    draft, items, subject = naming.draft, naming.items, naming.subject
    if subject is None or draft.role not in SHARE_ROLES or not (unit_kind(draft) == "percent" or _counts_cases(draft)):
        return False
    first, causes = clause_start(items, *draft.subject), phrase_words().cause
    cause = next((index for index in range(first, subject[1]) if items[index].low in causes), None)
    if cause is None or cause + 1 >= subject[1]:
        return False
    whole = _cases(naming, first, cause)
    if whole is None:
        return False
    stop = right_stop(items, draft.place)
    if stop > draft.place + 1 and items[draft.place + 1].low in phrase_words().counter:
        # "Nguyên nhân do chập điện chiếm 48% | số vụ đã làm rõ"
        whole = phrase_of(draft, items, (draft.place + 1, stop), CAUSED_RULE)
    draft.indicator = Phrase(whole.text, whole.parts, CAUSED_RULE)
    add_scope(draft, items, (cause + 1, subject[1]), "scope.share")
    return True


def _cases(naming: Naming, first: int, cause: int) -> Phrase | None:
    """Those that came about by the cause told at item `cause` of the clause that opens at `first`; None for others."""
    items, words = naming.items, phrase_words()
    said = trim(items, first, cause)
    if said is None:
        told = [other.indicator for other in naming.told if other.indicator is not None]
        return next((name for name in reversed(told) if name.rule == CAUSED_RULE), None)
    size = phrase_size(items, *said, words.case_cause)
    if size:
        # "Nguyên nhân | chậm chuyến | do", "Nguyên nhân do"
        own = trim(items, said[0] + size, said[1])
        return _counted_cases(naming) if own is None else phrase_of(naming.draft, items, own, CAUSED_RULE)
    if said[1] - said[0] > LONGEST_CASES or items[said[0]].low not in words.plural:
        return None
    return phrase_of(naming.draft, items, said, CAUSED_RULE)


def _counted_cases(naming: Naming) -> Phrase | None:
    """The last cases that were counted, rather than those whom they befell."""
    return next((other.indicator for other in reversed(naming.topics.values) if _counts_cases(other)), None)


def _counts_cases(draft: Draft) -> bool:
    return unit_kind(draft) == "count" and unit_code(draft).partition(" ")[0] in phrase_words().case
