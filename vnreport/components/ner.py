"""The `vnreport_ner` component: indicators, bodies, places and groups, as the trained tagger finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch

from vnreport.assembly.heads import HeadFinder
from vnreport.assembly.tag_labels import runs_of
from vnreport.assembly.tag_streams import tag_streams
from vnreport.learned.tagger import Tagger, unpack
from vnreport.lexicon.cues import CueRow
from vnreport.lexicon.load import read_rows
from vnreport.text.model_files import read_model_file

MODEL, FILE = "ner", "tagger.npz"


class EntityTagger:
    """Sets `layers.runs` from `layers.figures`: only sentences with a figure are read, those of many docs at once.

    Scores stand in `models/ner/README.md`.

    >>> import vnreport
    >>> doc = vnreport.load()("Thu ngân sách đạt 12 tỷ đồng.")
    >>> [name for runs in doc._.layers.runs.values() for _, _, name in runs]
    ['INDICATOR']
    """

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        self._heads = HeadFinder(read_rows("indicators", CueRow))

    def __call__(self, doc: Doc) -> Doc:
        self._tag([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """The docs of a stream, tagged `batch_size` at a time; each as if it were alone."""
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            self._tag(docs)
            yield from docs

    def _tag(self, docs: Sequence[Doc]) -> None:
        places = [(doc._.layers, sentence) for doc in docs for sentence, figures in doc._.layers.figures if figures]
        labels = self.tagger.tag([tag_streams(sentence.text, sentence.items, self._heads) for _, sentence in places])
        for (layers, sentence), found in zip(places, labels, strict=True):
            layers.runs[sentence.start] = runs_of(found)


@Language.factory("vnreport_ner", default_config={"models": None})
def make_ner(nlp: Language, name: str, models: str | None) -> EntityTagger:
    """The component; `models` is a directory that holds `ner/tagger.npz`, None for the shipped one."""
    directory = None if models is None else Path(models)
    return EntityTagger(unpack(read_model_file(MODEL, FILE, directory=directory), source=FILE))
