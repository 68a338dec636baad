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

_TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*|[^\w\s]|_|\s+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Tokenizer:
    """Makes the Doc of a text and starts its layers with the normalised text.

    `doc.text` equals the input, except that a lone surrogate, which spaCy cannot hold, becomes U+FFFD.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        safe = _SURROGATE.sub("\ufffd", text)
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(safe):
            token = match.group()
            if token == " " and words and not spaces[-1]:
                spaces[-1] = True
            elif token[0] == " " and words and not spaces[-1] and token.isspace():
                spaces[-1] = True
                words.append(token[1:])
                spaces.append(False)
            else:
                words.append(token)
                spaces.append(False)
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
