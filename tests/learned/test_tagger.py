"""The tagger: the best path of all, the labels of CRFsuite, the same whatever stands in the batch, and its file."""

from __future__ import annotations

import io
import itertools

import numpy as np
import pytest

from vnreport.errors import ModelFileError
from vnreport.learned.tagger import FORMAT, StreamWeights, Tagger, pack, unpack

LABELS = ("O", "B-X", "I-X")
WORDS = ("a", "b", "c", "unknown")


def drawn_tagger(seed: int = 3) -> Tagger:
    drawer = np.random.default_rng(seed)
    places = {"a": 1, "b": 2, "c": 3}
    rows = np.concatenate([np.zeros((1, 3, 3)), drawer.normal(size=(3, 3, 3))]).astype(np.float16)
    stream = StreamWeights("word", (-1, 0, 2), places, rows.astype(np.float32))
    bias, moves = drawer.normal(size=3).astype(np.float32), drawer.normal(size=(3, 3)).astype(np.float32)
    return Tagger(LABELS, (stream,), bias, moves)


def drawn_sentences(count: int) -> list[list[list[str]]]:
    drawer = np.random.default_rng(5)
    return [[[str(drawer.choice(WORDS)) for _ in range(drawer.integers(0, 6))]] for _ in range(count)]


def best_path(tagger: Tagger, words: list[str]) -> tuple[str, ...]:
    """The best of all paths, weighed one by one."""
    (stream,) = tagger.streams

    def weight(path: tuple[int, ...]) -> float:
        total = sum(float(tagger.moves[one, other]) for one, other in itertools.pairwise(path))
        for place, label in enumerate(path):
            total += float(tagger.bias[label])
            for column, offset in enumerate(stream.offsets):
                if 0 <= place + offset < len(words):
                    total += float(stream.rows[stream.places.get(words[place + offset], 0), column, label])
        return total

    path = max(itertools.product(range(len(LABELS)), repeat=len(words)), key=weight)
    return tuple(LABELS[label] for label in path)


def test_the_best_of_all_paths() -> None:
    tagger = drawn_tagger()
    sentences = drawn_sentences(40)
    for sentence, tagged in zip(sentences, tagger.tag(sentences), strict=True):
        assert tuple(tagged) == (best_path(tagger, sentence[0]) if sentence[0] else ())


def test_alone_as_in_a_batch() -> None:
    tagger, sentences = drawn_tagger(), drawn_sentences(30)
    assert tagger.tag(sentences) == [tagger.tag([sentence])[0] for sentence in sentences]


def test_nothing_to_tag() -> None:
    assert drawn_tagger().tag([]) == []
    assert drawn_tagger().tag([[[]], [[]]]) == [[], []]


def test_written_and_read() -> None:
    tagger, sentences = drawn_tagger(), drawn_sentences(30)
    content = pack(tagger)
    again = unpack(content, source="again")
    assert again.tag(sentences) == tagger.tag(sentences)
    assert pack(again) == content


def pickled() -> bytes:
    sink = io.BytesIO()
    np.savez(sink, format=np.array([{"a": 1}], dtype=object))
    return sink.getvalue()


def of_format(name: str) -> bytes:
    sink = io.BytesIO()
    np.savez(sink, format=np.frombuffer(name.encode(), dtype=np.uint8))
    return sink.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is no tagger"),
        (b"PK\x03\x04 and no more", "is no tagger"),
        (pack(drawn_tagger())[:200], "is no tagger"),
        (pickled(), "is no tagger"),
        (of_format("vnreport tagger 9"), "its format is"),
        (of_format(FORMAT), "is no tagger"),
    ],
    ids=["empty", "broken", "cut", "pickled", "other format", "nothing but its format"],
)
def test_content_that_is_no_tagger(content: bytes, message: str) -> None:
    with pytest.raises(ModelFileError, match=message):
        unpack(content, source="model.npz")
