"""Trains the arbiter's choice of indicators from gold, with a tagger that did not see the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vnreport.assembly.arbitration.arbiter import Arbiter, ArbiterModel, chances_right, is_open
from vnreport.evaluate.documents import Document
from vnreport.evaluate.judging import pair_records
from vnreport.evaluate.predictions import read_prediction
from vnreport.evaluate.similarity import ENOUGH, syllable_f1
from vnreport.learned.choices import fit_choices

if TYPE_CHECKING:
    from spacy.language import Language

# Tried 5, 10 and 20, with margins from 0.2 to 0.4: see scripts/train_ner.py.
PENALTY = 10.0
LEAST = 4


@dataclass(frozen=True, slots=True)
class LabelledChoice:
    """The candidates of a record in gold too: their features, who proposed them, how alike they are, which are right.

    `agreed` tells that the arbiter is not asked, mostly because the tagger found the rules' choice.
    """

    document: str
    kind: str
    rows: list[list[str]]
    sources: list[str]
    likes: list[list[float]]
    right: list[bool]
    agreed: bool


def label_choices(documents: Iterable[Document], nlp: Language, arbiter: Arbiter) -> list[LabelledChoice]:
    """The choices in gold documents; `nlp` runs rules and tagger but no arbiter. Records of no gold say nothing."""
    from vnreport.pipeline.build import make_doc

    found = []
    for document in documents:
        doc = nlp(make_doc(nlp, document.text, date=document.date, id=document.id))
        predicted = read_prediction(doc._.report.to_dict()).records
        partners = pair_records(document.records, predicted)
        gold = {place: record for record, place in zip(document.records, partners, strict=True) if place is not None}
        drafts, runs, named = doc._.layers.drafts, doc._.layers.runs, Counter[str]()
        for place, draft in enumerate(drafts):
            record = gold.get(place)
            if draft.earlier is None and record is not None and not record.optional:
                choice = arbiter.choice(draft, drafts[:place], runs.get(draft.sentence.start, ()), named)
                texts = [item.phrase.text for item in choice.candidates]
                right = [syllable_f1(text, record.indicator) >= ENOUGH for text in texts]
                sources = [item.source for item in choice.candidates]
                agreed = not is_open(draft, arbiter.agreement(draft, choice.runs))
                found.append(
                    LabelledChoice(
                        document.id, document.kind, arbiter.rows(choice), sources, choice.likes, right, agreed
                    )
                )
            if draft.indicator is not None:
                named[draft.indicator.text.lower()] += 1
    return found


def train_arbiter(choices: Sequence[LabelledChoice], *, margin: float) -> ArbiterModel:
    """The model of labelled choices, also of those in which the tagger agrees with the rules."""
    weights = fit_choices(
        [item.rows for item in choices],
        [item.right for item in choices],
        weights=[1.0] * len(choices),
        penalty=PENALTY,
        least=LEAST,
    )
    return ArbiterModel(weights, margin)


def score_choices(choices: Sequence[LabelledChoice], model: ArbiterModel) -> dict[str, int]:
    """How many records are named right by the rules and by the arbiter, and how often it took another candidate."""
    counts = Counter(records=len(choices))
    for item in choices:
        best = 0
        if not item.agreed:
            chances = chances_right(model.weights.sums(item.rows), item.likes)
            best = int(chances.argmax())
            best = best if chances[best] - chances[0] >= model.margin else 0
        counts.update(
            rules=item.right[0],
            arbiter=item.right[best],
            possible=any(item.right),
            agreed=item.agreed,
            agreed_right=item.agreed and item.right[0],
            taken=bool(best),
            better=item.right[best] and not item.right[0],
            worse=item.right[0] and not item.right[best],
        )
    return dict(counts)
