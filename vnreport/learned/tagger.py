"""A linear-chain CRF read with numpy: weights gathered for each stream of texts, Viterbi over a whole batch at once.

Lafferty, McCallum and Pereira (2001), "Conditional random fields"; Viterbi (1967) for the best path.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from vnreport.errors import ModelFileError

Weights = npt.NDArray[np.float32]
FORMAT = "vnreport tagger 1"
# Two sentences of a batch stand so many empty places apart: as far as a stream looks.
REACH = 3


@dataclass(frozen=True, slots=True)
class StreamWeights:
    """The weights of a stream: `rows[places[text], n]` are those of a text seen at `offsets[n]`, one a label.

    Row 0 is of texts that the model does not know, all zero.
    """

    name: str
    offsets: tuple[int, ...]
    places: Mapping[str, int]
    rows: Weights


@dataclass(frozen=True, slots=True)
class Tagger:
    """Labels items; `moves[a, b]` is the weight of label b behind label a, `bias` of each label anywhere."""

    labels: tuple[str, ...]
    streams: tuple[StreamWeights, ...]
    bias: Weights
    moves: Weights

    def tag(self, sentences: Sequence[Sequence[Sequence[str]]]) -> list[list[str]]:
        """The likeliest labels of each sentence, given as one list of texts a stream, in the streams' order."""
        lengths = [len(sentence[0]) for sentence in sentences]
        if not any(lengths):
            return [[] for _ in sentences]
        sums, starts = self._sums(sentences, lengths)
        return self._viterbi(sums, starts, lengths)

    def _sums(self, sentences: Sequence[Sequence[Sequence[str]]], lengths: list[int]) -> tuple[Weights, list[int]]:
        """The summed weights of every place of the batch, and where its sentences start."""
        starts, place = [], REACH
        for length in lengths:
            starts.append(place)
            place += length + REACH
        sums = np.tile(self.bias, (place, 1))
        nowhere = repeat(0)
        for number, stream in enumerate(self.streams):
            get = stream.places.get
            known = [0] * REACH
            for sentence in sentences:
                known += map(get, sentence[number], nowhere)
                known += (0,) * REACH
            ids = np.array(known, dtype=np.intp)
            found = stream.rows.take(ids, axis=0)
            for column, offset in enumerate(stream.offsets):
                if offset > 0:
                    sums[:-offset] += found[offset:, column]
                elif offset < 0:
                    sums[-offset:] += found[:offset, column]
                else:
                    sums += found[:, column]
        return sums, starts

    def _viterbi(self, sums: Weights, starts: list[int], lengths: list[int]) -> list[list[str]]:
        """The best path of each sentence; the longest first, so that those still running stand in front."""
        order = sorted(range(len(lengths)), key=lambda n: -lengths[n])
        order = order[: sum(length > 0 for length in lengths)]
        first = np.array([starts[n] for n in order])
        longest = lengths[order[0]]
        steps = np.arange(longest)[:, None]
        running = (np.array([lengths[n] for n in order]) > steps).sum(axis=1).tolist()
        moves = self.moves.T[None]
        best = sums[np.minimum(first + steps, len(sums) - 1)]
        for step in range(1, longest):
            count = running[step]
            best[step, :count] += np.maximum.reduce(best[step - 1, :count, None, :] + moves, axis=2)
        path = self._trace(best, running)
        tagged: list[list[str]] = [[] for _ in lengths]
        for number, row in zip(order, path.T.tolist(), strict=True):
            tagged[number] = [self.labels[label] for label in row[: lengths[number]]]
        return tagged

    def _trace(self, best: Weights, running: Sequence[int]) -> npt.NDArray[np.intp]:
        """The labels of the best paths, from their last items back; `best[step, row]` are the sums of paths so far."""
        path = np.zeros(best.shape[:2], dtype=np.intp)
        moves = self.moves.T
        behind = 0
        for step in range(len(best) - 1, -1, -1):
            count = running[step]
            if behind:
                path[step, :behind] = (best[step, :behind] + moves[path[step + 1, :behind]]).argmax(axis=1)
            if count > behind:
                path[step, behind:count] = best[step, behind:count].argmax(axis=1)
            behind = count
        return path


def pack(tagger: Tagger) -> bytes:
    """The tagger as a compressed npz without pickled objects; the same tagger gives the same bytes."""
    arrays: dict[str, Any] = {
        "format": _text([FORMAT]),
        "labels": _text(tagger.labels),
        "streams": _text([stream.name for stream in tagger.streams]),
        "bias": tagger.bias,
        "moves": tagger.moves,
    }
    for stream in tagger.streams:
        known = sorted(stream.places, key=lambda text: stream.places[text])
        arrays[f"{stream.name}.offsets"] = np.array(stream.offsets, dtype=np.int8)
        arrays[f"{stream.name}.texts"] = _text(known)
        arrays[f"{stream.name}.rows"] = stream.rows[1:].astype(np.float16)
    sink = io.BytesIO()
    np.savez_compressed(sink, **arrays)
    return sink.getvalue()


def unpack(content: bytes, *, source: str) -> Tagger:
    """The tagger of `pack`. Raises ModelFileError naming `source` where the content is none."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            (found,) = _texts(arrays["format"])
            if found != FORMAT:
                raise ModelFileError(source, f"its format is {found!r}, expected {FORMAT!r}")
            streams = tuple(_stream(arrays, name) for name in _texts(arrays["streams"]))
            return Tagger(tuple(_texts(arrays["labels"])), streams, arrays["bias"], arrays["moves"])
    except (KeyError, ValueError, OSError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelFileError(source, f"is no tagger: {error!r}") from error


def _stream(arrays: Mapping[str, Any], name: str) -> StreamWeights:
    texts = _texts(arrays[f"{name}.texts"])
    rows = arrays[f"{name}.rows"].astype(np.float32)
    whole = np.concatenate([np.zeros((1, *rows.shape[1:]), dtype=np.float32), rows])
    places = {text: place for place, text in enumerate(texts, 1)}
    return StreamWeights(name, tuple(int(offset) for offset in arrays[f"{name}.offsets"]), places, whole)


def _text(lines: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def _texts(array: npt.NDArray[np.uint8]) -> list[str]:
    return array.tobytes().decode("utf-8").split("\n")
