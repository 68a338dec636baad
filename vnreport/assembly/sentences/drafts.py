"""What assembly works on: sentences as items, and records in the making."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from vnreport.assembly.sentences.items import Item
from vnreport.grammar.values import Period, PeriodMention, Quantity
from vnreport.values import value

# The rule of a change that counts other things than the growth before it, and is named by them.
COUNTED_RULE = "role.change.counted"
# The rule of a change that only gives the level it started from: "từ 3% lên 5%".
MOVED_RULE = "role.from.to"
# The rule of a rate that a noun of growth tells: "tốc độ tăng trưởng đạt 6%".
GROWTH_RULE = "role.change.growth"

# The rule of a count named by its noun and the words behind it, and that of a part named by the sum that it is of.
COUNT_RULE, SUMMED_RULE = "indicator.counted", "indicator.summed"
# The rule of a count named by what is told behind its share: a part of the count before it.
SHARED_RULE = "indicator.counted.share"
# Words that two phrases share at least where the one goes on with the other.
LEAST_SHARED = 2
# The status of what is foreseen, and those of what is yet to come.
FORECAST = "forecast"
TO_COME = frozenset({FORECAST, "target"})
# The kind of block of the records of tables, which are named by their cells.
TABLE = "table_row"


@dataclass(slots=True)
class SentenceItems:
    """A sentence: its place in the normalised text, its items, the kind and number of its block, and its section;
    `behind` is the place of the sentence right before it where that has no figure and no period."""

    text: str
    start: int
    end: int
    items: list[Item]
    block: str
    block_index: int
    section: tuple[int, ...] = ()
    behind: tuple[int, int] | None = None

    def shares_paragraph(self, before: SentenceItems) -> bool:
        """Whether a sentence before this one is of its paragraph: of its block, or with no line break between them, as
        the sentences of a long paragraph are read as lines."""
        return self.block_index == before.block_index or "\n" not in self.text[before.end : self.start]


@value(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `text` as quoted or composed; `parts` are the half-open stretches of text it comes from."""

    text: str
    parts: tuple[tuple[int, int], ...]
    rule: str

    def joined(self, other: Phrase, rule: str, *, by: str = " ") -> Phrase:
        """This phrase and another behind it, with the words `by` between, spaces included; shared words once.

        "tổng kim ngạch" and "kim ngạch xuất khẩu gạo" are "tổng kim ngạch xuất khẩu gạo".
        """
        text, parts = other.text, other.parts
        shared = _shared_words(self.text, text)
        if shared and by == " " and parts[0][1] - parts[0][0] > shared:
            text, parts = text[shared:], ((parts[0][0] + shared, parts[0][1]), *parts[1:])
        return Phrase(f"{self.text}{by}{text}", self.parts + parts, rule)

    def holds(self, words: str) -> bool:
        """Whether the words stand in the phrase, whole and in this order, whatever their case."""
        return f" {words.lower()} " in f" {self.text.lower()} "


def _shared_words(before: str, behind: str) -> int:
    """Characters of the two words or more, with their last space, that end one text and open another."""
    ours, theirs = before.lower().split(), behind.split()
    for size in range(min(len(ours), len(theirs) - 1), LEAST_SHARED - 1, -1):
        opening = theirs[:size]
        if ours[-size:] == [word.lower() for word in opening]:
            return len(" ".join(opening)) + 1
    return 0


@value(frozen=True, slots=True)
class BaselineDraft:
    """What a change is measured against, before its period is resolved; offsets are None where nothing is said."""

    kind: str
    mention: PeriodMention | None
    start: int | None
    end: int | None
    rule: str


@dataclass(slots=True)
class Change:
    """A comparison in the making: `place` is the index of its amount among its sentence's items, or of its cue.

    `sentence` is where it stands, None for the sentence of its draft; `to_come` marks one that "sẽ" announces; `origin`
    is the draft whose level it starts from, so whose period it is set against.
    """

    direction: str
    quantity: Quantity | None
    place: int
    rule: str
    baseline: BaselineDraft | None = None
    baseline_period: Period | None = None
    baseline_value: Quantity | None = None
    to_come: bool = False
    sentence: SentenceItems | None = None
    origin: Draft | None = None

    @property
    def is_of_plan(self) -> bool:
        """Whether it tells how much of a plan was reached."""
        return self.direction == "ratio" and self.baseline is not None and self.baseline.kind == "target"


@dataclass(slots=True)
class Figure:
    """A quantity with its role in the sentence.

    `role` is one of `value`, `change`, `share`, `rank`, `contribution`, `baseline_value`, `earlier`; `cue` is the
    index of the cue that decided it, None without one; `direction` is set for changes; `paired` is its place in a list
    told by "lần lượt", None outside one; `named` the item range that names what changed where that stands behind the
    cue.
    """

    place: int
    quantity: Quantity
    role: str
    rule: str
    cue: int | None = None
    direction: str = ""
    paired: int | None = None
    named: tuple[int, int] | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """A record in the making; it equals only itself.

    `role` is `value`, `growth` (no value, changes only), `share`, `rank` or `contribution`; `place` the index of its
    first figure; `subject` the item range of the words on its left that belong to it; `parent` the draft whose
    breakdown it is; `earlier` the draft whose growth of a year before this one states; `base` the value that a share
    stands behind; `share_of_base` marks a share with no subject of its own ("chiếm 91,8%"), `share_subject` is the
    subject of one that has; `nested` a figure inside the noun phrase of the one before ("quy mô dưới 10 tỷ"); `about`
    a growth named by "về …"; `counted` the words whose first noun a bare figure counts ("Ca mắc mới: 14");
    `paired_part` and `period_place` are its own part of a list told by "lần lượt": the item range of what it is about,
    or the item of its period; `pending_baseline` is an earlier value told before any change.
    `inherited` says where a field was taken from when not from its own clause. `votes` holds how like the tagger's
    run the rules' indicator is (`tagger`), and, where the arbiter was asked, how likely the chosen one is right
    (`chance`) and, of another one than the rules', by how much likelier (`taken`).
    """

    role: str
    place: int
    sentence: SentenceItems
    quantity: Quantity | None = None
    changes: list[Change] = field(default_factory=list)
    subject: tuple[int, int] = (0, 0)
    cue: int | None = None
    indicator: Phrase | None = None
    scope: list[Phrase] = field(default_factory=list)
    mention: PeriodMention | None = None
    period: Period | None = None
    status: str = "actual"
    parent: Draft | None = None
    earlier: Draft | None = None
    base: Draft | None = None
    about: bool = False
    counted: tuple[int, int] | None = None
    share_of_base: bool = False
    share_subject: tuple[int, int] | None = None
    nested: bool = False
    paired: int | None = None
    paired_part: tuple[int, int] | None = None
    period_place: int | None = None
    pending_baseline: Quantity | None = None
    inherited: dict[str, str] = field(default_factory=dict)
    rules: dict[str, tuple[str, int | None, int | None]] = field(default_factory=dict)
    part_cue: bool = False
    votes: dict[str, float] = field(default_factory=dict)

    @property
    def status_rule(self) -> str:
        """The rule that found the status, "" where none did."""
        return self.rules.get("status", ("",))[0]


def by_sentence(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The drafts of each sentence, in order."""
    for _, group in groupby(drafts, key=lambda draft: id(draft.sentence)):
        yield list(group)
