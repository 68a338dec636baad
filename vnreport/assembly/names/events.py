"""What happened, told with the count of cases before a count of those it happened to."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Phrase
from vnreport.lexicon.phrase_words import phrase_words

# So many syllables say what happened; more would bury what is counted ("tai nạn giao thông | đường bộ").
LONGEST_EVENT = 4
# The sort of unit rows that count people, who are no happening: "41.000 lượt cán bộ, cứu 412 người".
PEOPLE = "people."
# Rules whose indicator ends in what happened, where it has three parts.
EVENT_RULES = frozenset({"indicator.count.verb", "indicator.count.deed", "indicator.count.goods"})


def event_before(naming: Naming) -> tuple[int, int] | None:
    """The stretch that says what happened, behind the count of cases before: "34 vụ | tai nạn giao thông | , làm chết
    26 người"; None where no cases are counted there."""
    before, draft = naming.before, naming.draft
    unit = before.quantity.unit if before is not None and before.quantity is not None else None
    if before is None or unit is None or unit.kind != "count" or before.indicator is None:
        return None
    noun = draft.sentence.text[unit.start : unit.end].partition(" ")[0]
    parts = before.indicator.parts
    if len(parts) > 2 and before.indicator.rule in EVENT_RULES:
        return parts[2]
    own = draft.quantity.unit if draft.quantity is not None else None
    if own is None or own.code.partition(" ")[0] == unit.code.partition(" ")[0] or unit.row.startswith(PEOPLE):
        return None
    if not naming.topics.nouns.is_generic(noun.lower()) or len(parts) != 1 or parts[0][0] != unit.start:
        return None
    start, end = unit.start + len(noun) + 1, parts[0][1]
    named = _shortened(draft.sentence.text[start:end].split(" "))
    end = start + len(" ".join(named))
    return (start, end) if start < end else None


def without_cases(name: Phrase, noun: str) -> Phrase | None:
    """The name without the number of cases that it opens with: "số vụ | cháy nhà"; None where nothing is left."""
    low = f"{name.text.lower()} "
    size = max((len(word) for word in phrase_words().measured_noun if low.startswith(f"{word} {noun} ")), default=-1)
    (start, end), *rest = name.parts
    cut = size + len(noun) + 2 if size >= 0 else 0
    return Phrase(name.text[cut:], ((start + cut, end), *rest), name.rule) if start + cut < end else None


def _shortened(named: list[str]) -> list[str]:
    """The syllables that say what happened; of more than fit those before "về", "trên": "phạm tội | về trật tự"."""
    if len(named) <= LONGEST_EVENT:
        return named
    words = phrase_words().preposition | {phrase_words().about}
    last = next((index for index in range(1, LONGEST_EVENT) if named[index].lower() in words), LONGEST_EVENT)
    return named[:last]
