"""What steps of the pipeline share that read sentences of many docs at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from vnreport.assembly.sentences.drafts import SentenceItems

if TYPE_CHECKING:
    from spacy.tokens import Doc

Run = tuple[int, int, str]
# Docs tagged at once: `nlp.pipe` gives every step batches of 1,000, whose layers would double a worker's memory.
MOST_AT_ONCE = 64


class SentenceTagger(ABC):
    """A step that sets `layers.runs` from `layers.figures`: only sentences with a figure are read.

    A doc gets the same runs alone and among others.
    """

    @abstractmethod
    def find_runs(self, sentences: Sequence[SentenceItems]) -> Iterable[list[Run]]:
        """The runs of each sentence in order: half-open item ranges with a label."""

    def __call__(self, doc: Doc) -> Doc:
        self._tag([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = MOST_AT_ONCE) -> Iterator[Doc]:
        """The docs of a stream, tagged `batch_size` at a time, but never more than `MOST_AT_ONCE`."""
        rest = iter(stream)
        while docs := list(islice(rest, min(batch_size, MOST_AT_ONCE))):
            self._tag(docs)
            yield from docs

    def _tag(self, docs: Sequence[Doc]) -> None:
        places = [(doc._.layers, sentence) for doc in docs for sentence, figures in doc._.layers.figures if figures]
        found = self.find_runs([sentence for _, sentence in places])
        for (layers, sentence), runs in zip(places, found, strict=True):
            layers.runs[sentence.start] = runs
