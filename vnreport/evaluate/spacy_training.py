"""Trains spaCy's `ner` on the same sentences and labels as the tagger."""

from __future__ import annotations

import random
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from vnreport.assembly.arbitration.tag_labels import NAMES, runs_of
from vnreport.components.spacy_ner import SpacyEntityTagger, doc_of, make_recognizer
from vnreport.evaluate.tagger_training import LabelledSentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Tried 10 and 20: INDICATOR on corpus/dev 0.521 and 0.525, at 76 and 250 seconds.
EPOCHS = 15
BATCH = 32
DROPOUT = 0.25


def train_recognizer(
    sentences: Sequence[LabelledSentence], *, seed: int = 0, epochs: int = EPOCHS
) -> SpacyEntityTagger:
    """The recognizer of labelled sentences; the same seed gives the same weights on the same machine."""
    from spacy.training import Example
    from thinc.api import fix_random_seed, use_ops

    fix_random_seed(seed)
    drawer = random.Random(seed)
    with use_ops("numpy"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        language, recognizer = make_recognizer()
        for name in NAMES:
            recognizer.add_label(name)
        examples = [
            Example(doc_of(language.vocab, item.sentence), labelled(language.vocab, item)) for item in sentences
        ]
        optimizer = language.initialize(lambda: examples)
        optimizer.learn_rate = 0.001
        for _ in range(epochs):
            drawer.shuffle(examples)
            for start in range(0, len(examples), BATCH):
                language.update(examples[start : start + BATCH], sgd=optimizer, drop=DROPOUT)
    return SpacyEntityTagger(language.vocab, recognizer)


def labelled(vocab: Any, item: LabelledSentence) -> Doc:
    """The sentence as a doc with its runs as entities."""
    from spacy.tokens import Span

    doc = doc_of(vocab, item.sentence)
    doc.set_ents([Span(doc, first, last, label=name) for first, last, name in runs_of(item.labels)])
    return doc


def tag_labels(tagger: SpacyEntityTagger, sentences: Sequence[LabelledSentence]) -> list[list[str]]:
    """The labels that a recognizer gives the items of each sentence."""
    found = []
    docs = tagger.recognizer.pipe((doc_of(tagger.vocab, item.sentence) for item in sentences), batch_size=256)
    for item, doc in zip(sentences, docs, strict=True):
        labels = ["O"] * len(item.labels)
        for span in doc.ents:
            labels[span.start : span.end] = [f"B-{span.label_}", *[f"I-{span.label_}"] * (span.end - span.start - 1)]
        found.append(labels)
    return found


def recognizer_bytes(tagger: SpacyEntityTagger) -> bytes:
    """The recognizer as `vnreport/components/spacy_ner.py` reads it."""
    content: bytes = tagger.recognizer.to_bytes(exclude=["vocab"])
    return content
