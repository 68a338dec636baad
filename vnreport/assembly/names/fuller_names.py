"""Names that say no more than that something is measured or done, and the fuller ones told before: "giá", "nộp"."""

from __future__ import annotations

from vnreport.assembly.names.naming import Naming
from vnreport.assembly.sentences.drafts import Draft, Phrase
from vnreport.assembly.sentences.labels import LABEL_RULE
from vnreport.assembly.sentences.topics import GROWTH, MONEY, name_of, unit_kind
from vnreport.lexicon.phrase_words import phrase_words

# Values before a bare verb that may tell what it is done for.
MOST_DEEDS = 4
# Syllables of the longest name that such a verb takes from another sentence.
LONGEST_DEED = 6


def is_bare(naming: Naming) -> bool:
    """Whether the name says only that something is measured, or of a rate only that it is a price: "giá".

    So does "thu" or "vốn" of a sum.
    """
    draft, words = naming.draft, phrase_words()
    if draft.indicator is None or draft.indicator.rule == LABEL_RULE:
        # "Tỷ lệ nghèo 3%. Cơ cấu: | nông nghiệp 20%, dịch vụ 45%": the label says what its parts are of.
        return False
    said = draft.indicator.text.lower()
    return said in words.bare | words.told_sum or (said == words.price and unit_kind(draft) == "rate")


def told_alike(naming: Naming) -> Phrase | None:
    """What the sentence last measured in the draft's unit by a name that says it, or else the text before it.

    None for a sum of money, of which "giá trị" says enough.
    """
    draft, topics, bare = naming.draft, naming.topics, phrase_words().bare
    if unit_kind(draft) == "money" and name_of(draft) in phrase_words().worth_name:
        return None
    kind = topics.kind_of(draft)
    told = [other.indicator for other in naming.told if topics.kind_of(other) == kind]
    names = [name for name in (topics.known(draft), *told) if name is not None and name.text.lower() not in bare]
    words, said = phrase_words(), name_of(draft)
    if said == words.price or said in words.told_sum:
        names = [name for name in names if _is_of(name.text.lower(), said)]
    return _by_worth(draft, names[-1]) if names else None


def _is_of(name: str, said: str) -> bool:
    """Whether a name says of what a bare noun is: "giá | lợn hơi", "tổng số thu | ngân sách", but "giá | tăng nóng"."""
    words, syllables = phrase_words(), name.split()
    opener = next((place for place, syllable in enumerate(syllables) if syllable not in words.counter), 0)
    opens, rest = syllables[opener : opener + 1] == [said], " ".join(syllables[opener + 1 :])
    return opens and bool(rest) and not rest.startswith((*words.rise, *words.fall))


def _by_worth(draft: Draft, known: Phrase) -> Phrase:
    """The name with the draft's own noun of worth in place of the amount that it opens with: "lượng xe nhập khẩu giảm
    9%, | giá trị | giảm 4%" is of "giá trị xe nhập khẩu"."""
    said, (start, end) = known.text.lower(), known.parts[0]
    size = max((len(word) + 1 for word in phrase_words().amount_name if said.startswith(f"{word} ")), default=0)
    worth = draft.role == GROWTH and name_of(draft) in phrase_words().worth_name
    if draft.indicator is None or not worth or not size or start + size >= end:
        return known
    rest = Phrase(known.text[size:], ((start + size, end), *known.parts[1:]), known.rule)
    return draft.indicator.joined(rest, known.rule)


def deed_again(naming: Naming) -> Phrase | None:
    """What a bare verb of money was told with before: "nộp ngân sách 900 tỷ đồng thì năm nay chỉ | nộp | 400 tỷ".

    A verb of more syllables ("bồi thường") says enough.
    """
    draft, said = naming.draft, name_of(naming.draft)
    if unit_kind(draft) != MONEY or " " in said or said not in phrase_words().money_deed:
        return None
    told = reversed([*naming.topics.values[-MOST_DEEDS:], *naming.told])
    names = (other.indicator for other in told if other.indicator is not None and unit_kind(other) == MONEY)
    beside = [other.indicator for other in naming.told]
    near = (name for name in names if name in beside or len(name.text.split()) <= LONGEST_DEED)
    return next((name for name in near if _done_in(name.text.lower(), said)), None)


def _done_in(name: str, said: str) -> bool:
    """Whether a name opens with a verb, alone or behind a bare noun of sums: "nộp ngân sách", "số tiền | nộp ngân
    sách"."""
    nouns = (f"{noun} " for noun in phrase_words().sum_noun if name.startswith(f"{noun} "))
    return name.removeprefix(next(nouns, "")).startswith(f"{said} ")
