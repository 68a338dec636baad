"""The `vnreport_ner` component: indicators, bodies, places and groups, as the trained tagger finds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language

from vnreport.assembly.arbitration.tag_labels import runs_of
from vnreport.assembly.arbitration.tag_streams import tag_streams
from vnreport.assembly.sentences.drafts import SentenceItems
from vnreport.assembly.sentences.heads import HeadFinder
from vnreport.learned.tagger import Tagger, unpack
from vnreport.lexicon.cues import CueRow
from vnreport.lexicon.load import read_rows
from vnreport.steps import Run, SentenceTagger
from vnreport.text.model_files import read_model_file

MODEL, FILE = "ner", "tagger.npz"


class EntityTagger(SentenceTagger):
    """Sets `layers.runs` from `layers.figures`.

    Scores stand in `models/ner/README.md`.

    >>> import vnreport
    >>> doc = vnreport.load()("Thu ngân sách đạt 12 tỷ đồng.")
    >>> [name for runs in doc._.layers.runs.values() for _, _, name in runs]
    ['INDICATOR']
    """

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger
        self._heads = HeadFinder(read_rows("indicators", CueRow))

    def find_runs(self, sentences: Sequence[SentenceItems]) -> Iterator[list[Run]]:
        """The runs of each sentence; all are tagged together."""
        streams = [tag_streams(sentence.text, sentence.items, self._heads) for sentence in sentences]
        return map(runs_of, self.tagger.tag(streams))


@Language.factory("vnreport_ner", default_config={"models": None})
def make_ner(nlp: Language, name: str, models: str | None) -> EntityTagger:
    """The component; `models` is a directory that holds `ner/tagger.npz`, None for the shipped one."""
    directory = None if models is None else Path(models)
    return EntityTagger(unpack(read_model_file(MODEL, FILE, directory=directory), source=FILE))
