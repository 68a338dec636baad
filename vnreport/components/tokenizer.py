"""The tokenizer of the pipeline: syllables, numbers and punctuation, one token each, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from vnreport.layers import Layers
from vnreport.text.normalise import normalise

_TOKEN = re.compile(r"([^\W_]+(?:[.,]\d+)*|[^\w\s]|_|\s+)( ?)")
"""A token, and the space behind it."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class Tokenizer:
    """Makes the Doc of a text and starts its layers with the normalised text.

    `doc.text` equals the input, except that a lone surrogate, which spaCy cannot hold, becomes U+FFFD.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        safe = _SURROGATE.sub("\ufffd", text)
        found = _TOKEN.findall(safe)
        words, spaces = [word for word, _ in found], [space == " " for _, space in found]
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc._.layers = Layers(original=text, normalised=normalise(text))
        return doc

    def to_bytes(self, **kwargs: object) -> bytes:
        """Nothing: the tokenizer has no state."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> Tokenizer:
        """Itself."""
        return self

    def to_disk(self, path: object, **kwargs: object) -> None:
        """Writes nothing."""

    def from_disk(self, path: object, **kwargs: object) -> Tokenizer:
        """Itself."""
        return self


@registry.tokenizers("vnreport.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """The factory that spaCy's config names."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab)

    return make
