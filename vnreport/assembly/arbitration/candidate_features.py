"""Features of candidates in groups, each made of the few facts that it depends on."""

from __future__ import annotations

from vnreport.assembly.trust.draft_features import size

# Features that are always given together.
Group = tuple[str, ...]
# Unit, role and cue of the figure, the rules' choice and where it is from, how many runs the tagger found.
Setting = tuple[str, str, str, str, str, int]
ELSEWHERE: Group = ("elsewhere",)


def source_group(facts: tuple[str, Setting]) -> Group:
    """Who proposed it, in which setting."""
    source, (unit, role, cue, rule, inherited, tagged) = facts
    family = source.split(".")[0]
    return (
        f"source={source}",
        f"source.unit={source}/{unit}",
        f"source.role={source}/{role}",
        f"source.cue={source}/{cue}",
        f"family.setting={family}/{unit}/{role}",
        f"family.rule={family}/{rule}",
        f"source.rule.unit={source}/{rule}/{unit}",
        f"source.from={source}/{inherited}",
        f"family.tagged={family}/{tagged}",
    )


def length_group(facts: tuple[str, int, int, str]) -> Group:
    """How long it is, how often it named a figure before, and who proposed the same."""
    family, syllables, named, same_as = facts
    return (
        size("syllables", syllables),
        size(f"syllables.{family}", syllables),
        size(f"named.{family}", named),
        *((f"same.as={family}/{same_as}",) if same_as else ()),
    )


def tagged_group(facts: tuple[str, int]) -> Group:
    """How like the tagger's runs it is, in quarters."""
    family, quarters = facts
    return (f"like.tagged={family}/{quarters}",)


def texts_group(facts: tuple[str, int, str]) -> Group:
    """How like the rules' choice it is, in quarters, and how the texts of both lie."""
    family, quarters, relation = facts
    return f"like.rules={family}/{quarters}", f"texts={family}/{relation}"


def spans_group(facts: tuple[str, int, str, str, str]) -> Group:
    """How like the rules' choice it is, and what it adds or leaves out on each side; `apart` and the side else."""
    family, quarters, left, right, rule = facts
    like = f"like.rules={family}/{quarters}"
    if left == "apart":
        return like, f"spans={family}/apart/{right}"
    return like, f"spans={left}/{right}", f"spans.rule={left}/{right}/{rule}"


def cover_group(facts: tuple[str, int, int, bool]) -> Group:
    """How the tagger's runs cover it, in quarters, and whether it is one."""
    family, named, scoped, is_run = facts
    return (
        f"covered={family}/{named}",
        f"covered.scope={scoped}",
        *(("is.run",) if is_run else ()),
    )


def holds_group(sorts: tuple[str, ...]) -> Group:
    """What it holds besides words."""
    return tuple(dict.fromkeys([f"holds={sort}" for sort in sorts]))


def edges_group(facts: tuple[str, bool, str, str, str, str]) -> Group:
    """Whether a head starts it, how it opens and closes, and what stands on both sides, "" for nothing behind."""
    family, is_head, opens, closes, before, after = facts
    return (
        f"opens={opens}",
        f"closes={closes}",
        f"before={before}",
        *((f"after={after}",) if after else ()),
        f"head={family}/{is_head}",
    )


def gap_group(facts: tuple[str, str, int, int, int, int, tuple[str, ...]]) -> Group:
    """What stands between a phrase and the figure behind it: items, words, figures, commas, and roles of cues."""
    unit, role, length, words, figures, commas, roles = facts
    return (
        size("gap", length),
        size(f"gap.words.{unit}", words),
        size(f"gap.figures.{unit}.{role}", figures),
        size("gap.commas", commas),
        *dict.fromkeys([f"gap.holds={told}" for told in roles]),
    )


def right_group(sorts: tuple[str, ...]) -> Group:
    """What stands between the figure and a phrase behind it."""
    return (size("gap.right", len(sorts)), *dict.fromkeys([f"gap.right.holds={sort}" for sort in sorts]))


def former_group(facts: tuple[str, str, bool, str, str, bool, bool, bool, str | None, int]) -> Group:
    """How like the draft is to an earlier one that the candidate named."""
    kind, unit, same_code, theirs, ours, same_sentence, same_block, is_parent, rule, subject = facts
    return (
        f"former.unit={kind}/{unit}",
        f"former.code={same_code}/{unit}",
        f"former.role={theirs}/{ours}",
        f"former.sentence={same_sentence}",
        f"former.block={same_block}",
        f"former.parent={is_parent}",
        *((f"former.rule={rule}",) if rule is not None else ()),
        size(f"former.subject.{unit}", subject),
    )
