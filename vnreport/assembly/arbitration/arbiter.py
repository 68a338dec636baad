"""Decides between the rules and the tagger what each figure measures."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from vnreport.assembly.arbitration.candidate_evidence import CandidateEvidence, Choice, likeness, likenesses
from vnreport.assembly.arbitration.candidates import Candidate, CandidateFinder
from vnreport.assembly.arbitration.tag_labels import INDICATOR
from vnreport.assembly.scopes.scopes import ScopeNames
from vnreport.assembly.sentences.drafts import TABLE, Draft, Phrase
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.assembly.sentences.origins import FROM_BEFORE, FROM_DOCUMENT
from vnreport.learned.choices import OUTPUT
from vnreport.learned.loglinear import Floats, LogLinear
from vnreport.learned.model_json import model_data
from vnreport.lexicon.cues import CueRow
from vnreport.lexicon.load import read_rows

Runs = Sequence[tuple[int, int, str]]
FORMAT = "vnreport arbiter 1"
# From this likeness to a run of the tagger on both agree, as the evidence says.
AGREED = 0.6
# From this likeness on two names say about the same: what the scorer counts as right.
ALIKE = 0.5
# The likeness of a choice that is a run of the tagger from its last head on.
HEADED = 0.75
NOTHING: Runs = ()


@dataclass(frozen=True, slots=True)
class ArbiterModel:
    """The weights of a choice, and by how much another candidate must be likelier right than the rules' to be taken."""

    weights: LogLinear
    margin: float

    def to_json(self) -> str:
        """The model as JSON text that reads the same each time it is written."""
        data = {"format": FORMAT, "margin": self.margin, **self.weights.to_dict()}
        return json.dumps(data, ensure_ascii=False, indent=0) + "\n"

    @classmethod
    def untrained(cls) -> ArbiterModel:
        """A model without weights, which leaves every choice to the rules."""
        return cls(LogLinear((OUTPUT,), (), np.zeros(1), np.zeros((0, 1))), float("inf"))

    @classmethod
    def from_json(cls, text: str | bytes, *, source: str) -> ArbiterModel:
        """The model of a JSON text. Raises ModelFileError naming `source` where it is none."""
        with model_data(text, form=FORMAT, kind="arbiter", source=source) as data:
            return cls(LogLinear.from_dict(data), float(data["margin"]))


class Arbiter:
    """Settles the indicators of a document's drafts, in order; holds model and lexicon, no state of a document."""

    def __init__(self, model: ArbiterModel) -> None:
        heads = HeadFinder(read_rows("indicators", CueRow))
        self._model = model
        self._finder = CandidateFinder(heads)
        self._scopes = ScopeNames(heads)
        self._evidence = CandidateEvidence(heads, model.weights.places_of)
        self._features = CandidateEvidence(heads, tuple)

    def settle(self, drafts: Sequence[Draft], runs: Mapping[int, Runs]) -> None:
        """Sets `indicator` and `votes` of the drafts; `runs` are the tagger's by the start of their sentence."""
        named: Counter[str] = Counter()
        for place, draft in enumerate(drafts):
            if draft.earlier is not None:
                draft.indicator = draft.earlier.indicator
                continue
            found = runs.get(draft.sentence.start, NOTHING)
            alike = self.agreement(draft, found)
            draft.votes["tagger"] = alike
            if is_open(draft, alike):
                self._decide(self.choice(draft, drafts[:place], found, named))
            self._add_scope(draft, found)
            if draft.indicator is not None:
                named[draft.indicator.text.lower()] += 1

    def _add_scope(self, draft: Draft, runs: Runs) -> None:
        """Adds the body, place or group that the tagger found nearest before the figure, where no scope says it yet.

        One behind which another figure stands is that one's where this has a name of its own: "Nhật (9 lượt), Nga (7)".
        """
        before = [run for run in runs if run[2] != INDICATOR and run[1] <= draft.place]
        if not before or draft.sentence.block == TABLE:
            return
        first, last, name = before[-1]
        if _is_former(draft, last):
            return
        run = replace(self._finder.phrase_of(draft, (first, last)), rule=f"scope.ner.{name.lower()}")
        found = self._scopes.names(draft.sentence, run)
        told = [*draft.scope, *([draft.indicator] if draft.indicator is not None else [])]
        draft.scope = [*draft.scope, *(phrase for phrase in found if not _is_told(phrase, told))]

    def choice(self, draft: Draft, earlier: Sequence[Draft], runs: Runs, named: Mapping[str, int]) -> Choice:
        """What there is to choose from."""
        candidates = self._finder.find(draft, earlier, runs)
        texts = [item.phrase.text.lower() for item in candidates]
        return Choice(draft, candidates, texts, runs, named, likenesses(texts))

    def rows(self, choice: Choice) -> list[list[str]]:
        """The features of each candidate."""
        return self._features.rows(choice)

    def agreement(self, draft: Draft, runs: Runs) -> float:
        """How like the rules' choice is to the tagger's run that is most like it, 0 to 1.

        Its scopes may go on where it ends ("GRDP" of "TP.HCM"), and the run may begin before its head.
        """
        phrase = draft.indicator
        if phrase is None:
            return 0.0
        best = 0.0
        for first, last, name in runs:
            if name != INDICATOR:
                continue
            text = self._finder.phrase_of(draft, (first, last)).text
            if text.lower() == phrase.text.lower():
                return 1.0
            if text.lower().endswith(f" {phrase.text.lower()}") and self._finder.opens_with_head(draft, phrase):
                best = max(best, HEADED)
            whole = " ".join([phrase.text, *(scope.text for scope in draft.scope)])
            best = max(best, likeness(text, phrase.text), likeness(text, whole) if draft.scope else 0.0)
        return best

    def _decide(self, choice: Choice) -> None:
        """Takes the candidate that is most likely right, where it is so by the margin over the rules' choice."""
        draft, candidates = choice.draft, choice.candidates
        if not candidates:
            return
        chances = chances_right(self._model.weights.sums_at(self._evidence.rows(choice)), choice.likes)
        best = int(chances.argmax())
        if best and not candidates[best].fits:
            # What backs another up says that the rules' own words are meant.
            best = 0
        if best and chances[best] - chances[0] >= self._model.margin:
            _take(draft, candidates[best])
            draft.votes["taken"] = float(chances[best] - chances[0])
        else:
            best = 0
        draft.votes["chance"] = float(chances[best])


def _is_former(draft: Draft, last: int) -> bool:
    """Whether the name that ends before item `last` is of a former figure, and the draft has one of its own behind."""
    items = draft.sentence.items
    first = next((index for index in range(last, draft.place) if items[index].kind == "quantity"), None)
    if first is None:
        return False
    return any(phrase.parts[0][0] >= items[first].end and phrase.text[0].isupper() for phrase in draft.scope)


def _is_told(phrase: Phrase, told: Sequence[Phrase]) -> bool:
    """Whether another phrase says about the same."""
    return any(
        phrase.text.lower() in other.text.lower() or likeness(phrase.text, other.text) >= ALIKE for other in told
    )


def chances_right(sums: Floats, likes: Sequence[Sequence[float]]) -> Floats:
    """How likely each candidate is right: the chance that it or one that says about the same is the name meant.

    `sums` are the candidates' log odds, in one column.
    """
    odds = sums[:, 0]
    powers = np.exp(odds - odds.max())
    chances: Floats = (np.array(likes) >= ALIKE) @ (powers / powers.sum())
    return chances


def is_open(draft: Draft, alike: float) -> bool:
    """Whether the arbiter is asked: not where the tagger found just what the rules did, nor where the document set it.

    Records of tables are named by their cells.
    """
    if draft.sentence.block == TABLE or draft.inherited.get("indicator") == FROM_DOCUMENT:
        return False
    return alike < 1.0


def _take(draft: Draft, candidate: Candidate) -> None:
    """Makes the candidate the draft's indicator, with evidence that the arbiter chose it."""
    rule = f"arbiter.{candidate.source}"
    if candidate.draft is not None:
        draft.inherited["indicator"] = FROM_BEFORE
    else:
        draft.inherited.pop("indicator", None)
    draft.indicator = replace(candidate.phrase, rule=rule)
