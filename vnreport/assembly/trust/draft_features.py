"""Features of drafts in groups, each made of the few facts that it depends on."""

from __future__ import annotations

# Features that are always given together.
Group = tuple[str, ...]
# The steps that sizes are told by: "3" stands for three to four.
STEPS = (0, 1, 2, 3, 5, 8, 13, 21, 34)
_REACHED = tuple(max(step for step in STEPS if step <= n) for n in range(STEPS[-1] + 1))
MOST = STEPS[-1]


def reached(number: int) -> int:
    """The largest of the steps that a size reaches, below zero as zero."""
    return _REACHED[min(max(number, 0), MOST)]


def size(name: str, number: int) -> str:
    """The feature of a size."""
    return f"{name}={reached(number)}"


def role_group(facts: tuple[str, str, str]) -> Group:
    """The role of the figure, the kind of its unit, and the cue that decided it."""
    role, kind, cue = facts
    return f"role={role}", f"role.unit={role}/{kind}", f"cue={cue}", f"cue.role={role}/{cue}"


def unit_group(facts: tuple[str, str, int]) -> Group:
    """Where the unit is from (`word`, `lexicon` or `filled`), its kind, and the syllables of a counted noun."""
    source, kind, syllables = facts
    row = f"unit.row={source}/{kind}"
    return (row, size("unit.syllables", syllables)) if kind == "count" else (row,)


def number_group(facts: tuple[str, str, bool, bool, bool]) -> Group:
    """What the words around the number say, its bound, and whether it is a ratio, a range, in words."""
    hint, bound, has_whole, is_range, is_spelled = facts
    told = (("number.of", has_whole), ("number.range", is_range), ("number.spelled", is_spelled))
    return (f"number.hint={hint or 'none'}", f"number.bound={bound}", *(name for name, holds in told if holds))


def state_group(facts: tuple[int, tuple[str, ...], str]) -> Group:
    """The brackets around the figure, what else the draft is, and its status."""
    depth, names, status = facts
    return f"depth={min(depth, 2)}", *names, f"status={status}"


def check_group(facts: tuple[str, str]) -> Group:
    """What an arithmetic check found."""
    kind, verdict = facts
    return (f"check={kind}/{verdict}",)


def single_group(name: str) -> Group:
    """A feature that needs no fact."""
    return (name,)


def indicator_group(facts: tuple[str, str, tuple[str, str], int, int]) -> Group:
    """Who named the indicator, beside which unit and cue, and its shape."""
    rule, inherited, (kind, cue), syllables, parts = facts
    return (
        f"indicator.rule={rule}",
        f"indicator.from={inherited}",
        f"indicator.rule.unit={rule}/{kind}",
        f"indicator.rule.cue={rule}/{cue}",
        size("indicator.syllables", syllables),
        f"indicator.parts={min(parts, 3)}",
    )


def elsewhere_group(sentences: int) -> Group:
    """An indicator of another sentence, and how many with records lie between."""
    return "indicator.elsewhere", size("indicator.back", sentences)


def edges_group(facts: tuple[str, str, tuple[str, ...], str]) -> Group:
    """How the indicator opens and closes, what it holds besides words, and what stands before it, "" for a figure."""
    opens, closes, holds, after = facts
    return (
        f"indicator.opens={opens}",
        f"indicator.closes={closes}",
        *[f"indicator.holds={sort}" for sort in holds],
        *((f"indicator.after={after}",) if after else ()),
    )


def gap_group(facts: tuple[int, str, int, tuple[str, ...]]) -> Group:
    """What stands between the indicator and its figure: items, the first of them, words, and the others."""
    length, first, words, holds = facts
    return (
        size("indicator.gap", length),
        f"indicator.before={first}",
        size("indicator.gap.words", words),
        *[f"indicator.gap.holds={sort}" for sort in holds],
    )


def behind_group(sort: str) -> Group:
    """What stands behind an indicator that stands behind its figure."""
    return (f"indicator.behind={sort}",)


def left_group(facts: tuple[int, int]) -> Group:
    """How many words of the subject no field took, and how many scopes there are."""
    bare, scopes = facts
    return size("indicator.left.over", bare), size("scope.count", scopes)


def scope_group(facts: tuple[str, int]) -> Group:
    """Who found a scope, and its length."""
    rule, syllables = facts
    return f"scope.rule={rule}", size("scope.syllables", syllables)


def period_group(facts: tuple[str, str, str, int, int]) -> Group:
    """Where the period comes from, its shape, and how many the document named and the sentence says."""
    origin, shape, inherited, named, said = facts
    return (
        f"period.from={origin}",
        f"period.shape={shape}",
        f"period.shape.from={shape}/{inherited}",
        size("period.named", named),
        size("period.said", said),
    )


def spread_group(facts: tuple[int, int, int, bool]) -> Group:
    """How many of the document's drafts, in fifths, have the draft's period and how many none; how many periods there
    are, and whether the draft before has the same one.
    """
    alike, without, periods, is_like = facts
    return (
        f"period.shared={alike}",
        f"period.missing={without}",
        size("period.all", periods),
        *(("period.like.before",) if is_like else ()),
    )


def named_when_group(facts: tuple[str, str, str]) -> Group:
    """Who named the indicator, beside where the period comes from and its shape."""
    rule, origin, shape = facts
    return f"indicator.rule.period={rule}/{origin}", f"indicator.rule.shape={rule}/{shape}"


def length_group(facts: tuple[int, str, tuple[str, str]]) -> Group:
    """The indicator's length beside the cue, and beside the figure's role and kind of unit."""
    syllables, role, (kind, cue) = facts
    steps = reached(syllables)
    return f"indicator.syllables.cue={steps}/{cue}", f"indicator.syllables.role={steps}/{role}/{kind}"


def days_group(facts: tuple[bool, bool, int | None, str | None]) -> Group:
    """Whether the period is as of a day, or open, its months, and the shape of a mention without a year."""
    as_of, is_open, months, yearless = facts
    return (
        *(("period.as_of",) if as_of else ()),
        *(("period.open",) if is_open else ()),
        *((size("period.days", months),) if months is not None else ()),
        *((f"period.no_year={yearless}",) if yearless is not None else ()),
    )


def beside_group(facts: tuple[str, int, int, int, tuple[str, ...], str]) -> Group:
    """On which side of the figure the period stands, what lies between, and what stands before it, "" for nothing."""
    side, items, figures, periods, signs, after = facts
    return (
        f"period.side={side}",
        size(f"period.{side}.gap", items),
        size(f"period.{side}.figures", figures),
        size(f"period.{side}.periods", periods),
        *[f"period.between={sign}" for sign in signs],
        *((f"period.after={after}",) if after else ()),
    )


def before_group(facts: tuple[int, bool]) -> Group:
    """How many sentences with records back the period was named, and whether the draft before has another."""
    sentences, is_unlike = facts
    return (size("period.back", sentences), *(("period.unlike.before",) if is_unlike else ()))


def change_group(facts: tuple[str, str, str, str, str, str, bool]) -> Group:
    """A comparison: who found it, its direction and unit, who found its baseline and where, of which shape, "" for
    none, and whether the baseline's value is told.
    """
    rule, direction, kind, baseline, inherited, shape, has_value = facts
    return (
        f"change.rule={rule}",
        f"change.unit={direction}/{kind}",
        f"baseline.rule={baseline}",
        f"baseline.from={inherited}",
        *((f"baseline.shape={shape}",) if shape else ()),
        *(("baseline.value",) if has_value else ()),
    )


def changes_group(number: int) -> Group:
    """How many comparisons there are."""
    return (size("changes", number),)


def neighbours_group(facts: tuple[str, str]) -> Group:
    """What stands right behind and before the figure, "" for nothing."""
    following, previous = facts
    return (
        *((f"next={following}",) if following else ()),
        *((f"previous={previous}",) if previous else ()),
    )


def votes_group(facts: tuple[int, str, str, tuple[int, int] | None, int | None]) -> Group:
    """How far the tagger agrees with the rules' indicator, in quarters, beside unit and rule; how likely the arbiter
    holds the chosen one, in tenths and fifths, and by how much likelier another than the rules', in tenths.
    """
    alike, kind, rule, chance, taken = facts
    return (
        f"vote.tagger={alike}",
        f"vote.tagger.unit={alike}/{kind}",
        f"vote.tagger.rule={alike}/{rule}",
        *((f"vote.chance={chance[0]}", f"vote.chance.tagger={chance[1]}/{alike}") if chance is not None else ()),
        *((f"vote.taken={taken}",) if taken is not None else ()),
    )
