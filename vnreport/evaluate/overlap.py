"""Finds prose that two texts share, as runs of syllables; digits and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_SYLLABLE = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Shared:
    """Two documents and what they share: `share` of the shorter one's runs, `run` one of the shared runs."""

    one: str
    other: str
    share: float
    run: str


def runs(text: str, length: int, *, figures: bool = False) -> Iterator[tuple[str, ...]]:
    """The runs of `length` syllables of a text, in order, composed and in lower case.

    `figures` counts digits as syllables too.
    """
    words = (_WORD if figures else _SYLLABLE).findall(unicodedata.normalize("NFC", text).lower())
    for start in range(len(words) - length + 1):
        yield tuple(words[start : start + length])


def shared_pairs(texts: Mapping[str, str], *, length: int = 6, most: float = 0.15) -> list[Shared]:
    """The pairs of documents that share more than `most` of the shorter one's runs, the worst first."""
    sets = {name: set(runs(text, length)) for name, text in texts.items()}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, found in sets.items():
        for run in found:
            holders[run].append(name)
    counts: Counter[tuple[str, str]] = Counter()
    sample: dict[tuple[str, str], tuple[str, ...]] = {}
    for run, names in holders.items():
        for index, one in enumerate(names):
            for other in names[index + 1 :]:
                counts[one, other] += 1
                sample[one, other] = min(run, sample.get((one, other), run))
    found_pairs = []
    for (one, other), count in counts.items():
        share = count / min(len(sets[one]), len(sets[other]))
        if share > most:
            found_pairs.append(Shared(one, other, share, " ".join(sample[one, other])))
    return sorted(found_pairs, key=lambda pair: (-pair.share, pair.one, pair.other))


def shared_runs(
    texts: Mapping[str, str],
    foreign: Iterable[str],
    *,
    length: int = 8,
    fixed: Iterable[str] = (),
    figures: bool = True,
) -> dict[str, list[str]]:
    """For each document the runs that also stand in a foreign text, in order; documents without are left out.

    Figures count as syllables unless `figures` is false, which also finds set frames with other numbers. `fixed` are
    names and set phrases that everyone must write alike: a run that differs from one of them by at most two syllables
    at its ends is no copy.
    """
    ours: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, text in texts.items():
        for run in runs(text, length, figures=figures):
            ours[run].add(name)
    phrases = tuple(" " + " ".join(_SYLLABLE.findall(phrase.lower())) + " " for phrase in fixed)
    hits = {run for text in foreign for run in runs(text, length, figures=figures) if run in ours}
    copied = {run for run in hits if not _is_fixed(run, phrases)}
    result = {}
    for name, text in texts.items():
        found = [" ".join(run) for run in runs(text, length, figures=figures) if run in copied]
        if found:
            result[name] = list(dict.fromkeys(found))
    return result


def _is_fixed(run: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    """True where the run, with at most two syllables taken off its ends, lies within one fixed phrase."""
    length = len(run)
    cores = [run[left : length - right] for left in range(3) for right in range(3 - left)]
    return any(f" {' '.join(core)} " in phrase for core in cores for phrase in phrases)
