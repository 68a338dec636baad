"""Trains the tagger (CRFsuite) and reads its weights into plain arrays."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from vnreport.assembly.arbitration.tag_labels import LABELS, NAMES, ScopeKinds, runs_of
from vnreport.assembly.arbitration.tag_streams import STREAMS, tag_streams
from vnreport.assembly.sentences.drafts import SentenceItems
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.evaluate.documents import Document
from vnreport.evaluate.span_alignment import label_items
from vnreport.learned.tagger import StreamWeights, Tagger
from vnreport.lexicon.cues import CueRow
from vnreport.lexicon.load import read_rows

if TYPE_CHECKING:
    from spacy.language import Language

# Tried c1 0.1 with c2 0.05 and c1 0.05 with c2 0.5: INDICATOR 0.519 and 0.521 on corpus/dev.
PENALTIES = {"c1": 0.05, "c2": 0.5}
ROUNDS = 100
BIAS = "bias"
# The kinds of document that the steps before the tagger are enough for.
LATER = ("vnreport_ner", "vnreport_records", "vnreport_arbiter", "vnreport_checks", "vnreport_confidence")


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with the streams of its items and a label each; `document` is the id of its document."""

    document: str
    sentence: SentenceItems
    streams: list[list[str]]
    labels: list[str]


@dataclass(frozen=True, slots=True)
class SpanScore:
    """Exact spans of one label: right, surplus and missed."""

    right: int
    surplus: int
    missed: int

    @property
    def f1(self) -> float:
        found = 2 * self.right + self.surplus + self.missed
        return 2 * self.right / found if found else 0.0


def label_sentences(documents: Iterable[Document], nlp: Language) -> list[LabelledSentence]:
    """The sentences of gold documents in which the figure of a record stands; `nlp` must find figures."""
    from vnreport.pipeline.build import make_doc

    heads, kinds = HeadFinder(read_rows("indicators", CueRow)), ScopeKinds()
    found = []
    for document in documents:
        doc = nlp(make_doc(nlp, document.text, date=document.date, id=document.id))
        back = doc._.layers.normalised.to_original
        for sentence, _ in doc._.layers.figures:
            start, end = back(sentence.start, sentence.end)
            records = [record for record in document.records if start <= record.place[0] < end]
            if records:
                streams = tag_streams(sentence.text, sentence.items, heads)
                labels = label_items(sentence, records, kinds)
                found.append(LabelledSentence(document.id, sentence, streams, labels))
    return found


def train_tagger(sentences: Sequence[LabelledSentence]) -> Tagger:
    """The tagger of labelled sentences; the same each time. Needs python-crfsuite."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False, params={**PENALTIES, "max_iterations": ROUNDS})
    for sentence in sentences:
        trainer.append(crf_features(sentence.streams), sentence.labels)
    with tempfile.TemporaryDirectory() as directory:
        path = str(Path(directory) / "tagger.crfsuite")
        trainer.train(path)
        reader = pycrfsuite.Tagger()
        reader.open(path)
        info = reader.info()
        return read_weights(info.state_features, info.transitions)


def crf_features(streams: Sequence[Sequence[str]]) -> list[list[str]]:
    """The features of each item as CRFsuite takes them: `word[-1]=đạt`."""
    count = len(streams[0])
    rows: list[list[str]] = [[BIAS] for _ in range(count)]
    for stream, texts in zip(STREAMS, streams, strict=True):
        for offset in stream.offsets:
            for index in range(max(0, -offset), min(count, count - offset)):
                if texts[index + offset]:
                    rows[index].append(f"{stream.name}[{offset}]={texts[index + offset]}")
    return rows


def read_weights(states: dict[tuple[str, str], float], moves: dict[tuple[str, str], float]) -> Tagger:
    """The tagger of CRFsuite's weights: of (feature, label) and of (label, label)."""
    columns = {label: number for number, label in enumerate(LABELS)}
    bias = np.zeros(len(LABELS), dtype=np.float32)
    found: dict[str, dict[str, dict[tuple[int, int], float]]] = {stream.name: {} for stream in STREAMS}
    offsets = {stream.name: {offset: n for n, offset in enumerate(stream.offsets)} for stream in STREAMS}
    for (feature, label), weight in states.items():
        if feature == BIAS:
            bias[columns[label]] = weight
            continue
        name, rest = feature.split("[", 1)
        offset, text = rest.split("]=", 1)
        found[name].setdefault(text, {})[offsets[name][int(offset)], columns[label]] = weight
    matrix = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for (before, label), weight in moves.items():
        matrix[columns[before], columns[label]] = weight
    streams = tuple(_stream(stream.name, stream.offsets, found[stream.name]) for stream in STREAMS)
    return Tagger(LABELS, streams, bias, matrix)


def _stream(name: str, offsets: tuple[int, ...], found: dict[str, dict[tuple[int, int], float]]) -> StreamWeights:
    texts = sorted(found)
    # Half precision, as the file keeps them, so that a tagger in training and one that was read give the same labels.
    rows = np.zeros((len(texts) + 1, len(offsets), len(LABELS)), dtype=np.float16)
    for place, text in enumerate(texts, 1):
        for cell, weight in found[text].items():
            rows[(place,) + cell] = weight
    places = {text: place for place, text in enumerate(texts, 1)}
    return StreamWeights(name, offsets, places, rows.astype(np.float32))


def score_spans(gold: Iterable[Sequence[str]], tagged: Iterable[Sequence[str]]) -> dict[str, SpanScore]:
    """The exact-span scores of each label over sentences."""
    counts: Counter[tuple[str, str]] = Counter()
    for ours, theirs in zip(gold, tagged, strict=True):
        wanted, found = set(runs_of(ours)), set(runs_of(theirs))
        for name, kind in _verdicts(wanted, found):
            counts[name, kind] += 1
    return {name: SpanScore(counts[name, "right"], counts[name, "surplus"], counts[name, "missed"]) for name in NAMES}


def _verdicts(wanted: set[Any], found: set[Any]) -> Iterator[tuple[str, str]]:
    for kind, runs in (("right", wanted & found), ("surplus", found - wanted), ("missed", wanted - found)):
        yield from ((name, kind) for _, _, name in runs)
