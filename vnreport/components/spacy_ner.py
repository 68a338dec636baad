"""The `vnreport_spacy_ner` component: what `vnreport_ner` does, with spaCy's own trainable `ner`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from vnreport.assembly.sentences.drafts import SentenceItems
from vnreport.assembly.sentences.items import Item
from vnreport.errors import ModelFileError
from vnreport.steps import Run, SentenceTagger
from vnreport.text.model_files import read_model_file

if TYPE_CHECKING:
    from spacy.pipeline.ner import EntityRecognizer

MODEL, FILE = "spacy-ner", "ner.msgpack"
# A small tok2vec: some 1,500 sentences teach no more. The tables of hashed words take most of the file.
SETTINGS: dict[str, Any] = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "pretrained_vectors": None,
            "width": 96,
            "depth": 4,
            "embed_size": 2000,
            "window_size": 1,
            "maxout_pieces": 3,
            "subword_features": True,
        },
    }
}


def make_recognizer() -> tuple[Language, EntityRecognizer]:
    """An untrained recognizer with its language; both are needed to train it and to read its weights."""
    language = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "vnreport.Tokenizer.v1"}}})
    recognizer: EntityRecognizer = language.add_pipe("ner", config=SETTINGS)
    return language, recognizer


def words_of(sentence: SentenceItems) -> list[str]:
    """The words of a sentence as the recognizer sees them: one an item, figures and periods by their kind."""
    return [_word(sentence.text, item) for item in sentence.items]


def _word(text: str, item: Item) -> str:
    if item.quantity is not None:
        unit = item.quantity.unit
        return f"<{unit.kind if unit is not None else 'bare'}>"
    return "<period>" if item.kind == "period" else text[item.start : item.end].replace(" ", "_")


def doc_of(vocab: Vocab, sentence: SentenceItems) -> Doc:
    """The sentence as a spaCy doc of its items."""
    return Doc(vocab, words=words_of(sentence))


class SpacyEntityTagger(SentenceTagger):
    """Sets `layers.runs` from `layers.figures`, as `vnreport_ner` does."""

    def __init__(self, vocab: Vocab, recognizer: EntityRecognizer) -> None:
        self.vocab, self.recognizer = vocab, recognizer

    def find_runs(self, sentences: Sequence[SentenceItems]) -> Iterator[list[Run]]:
        """The runs of each sentence, in batches of the recognizer's own."""
        docs = (doc_of(self.vocab, sentence) for sentence in sentences)
        for tagged in self.recognizer.pipe(docs, batch_size=256):
            yield [(span.start, span.end, span.label_) for span in tagged.ents]


def read_recognizer(models: str | None) -> SpacyEntityTagger:
    """The trained recognizer; `models` is a directory that holds `spacy-ner`, None for the shipped one.

    Raises ModelFileError where the file is missing, damaged or no recognizer.
    """
    content = read_model_file(MODEL, FILE, directory=None if models is None else Path(models))
    language, recognizer = make_recognizer()
    try:
        recognizer.from_bytes(content)
    except (KeyError, ValueError, TypeError) as error:
        raise ModelFileError(FILE, f"is no recognizer: {error!r}") from error
    return SpacyEntityTagger(language.vocab, recognizer)


@Language.factory("vnreport_spacy_ner", default_config={"models": None})
def make_spacy_ner(nlp: Language, name: str, models: str | None) -> SpacyEntityTagger:
    """The component; `models` is a directory that holds `spacy-ner/ner.msgpack`, None for the shipped one."""
    return read_recognizer(models)
