"""The weights of the word segmentation model, as `models/words/words.txt.gz` holds them.

The file is text in sections: a line "[name rows]", then the rows. A row of a table is a key, a tab and its value; one
of a grouped table a key and any number of entries, all after tabs. Windows of one, two and three tokens have weights
for the five, four and three places around their first token, from two before it (or one, none) to two behind their
last; as text, "-12 0 7 5". The sections, in this order:

    transitions          one row: of B→B, B→I, I→B, I→I
    flags                windows' other features ("2.istitle.True") → weights
    1, 1.lower           tokens (as written; in lower case) → weights
    2, 2.lower           first tokens; each entry a second token and the weights of both
    3                    first tokens; each entry a second and third token and the weights of the three
    words.1              the dictionary's entries of one token, in lower case
    words.2, words.3     first tokens; each entry the rest of a dictionary entry of two or three tokens
    spellings            misspelt tokens → those that the model knows
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

from vnreport.errors import ModelFileError
from vnreport.text.model_files import read_model_file

MODEL, FILE = "words", "words.txt.gz"
HEAD = "vnreport words 1"
_TABLES = ("flags", "1", "1.lower", "2", "2.lower", "3", "words.2", "words.3", "spellings")


@dataclass(frozen=True, slots=True)
class WordWeights:
    """The sections of the model file.

    Weights are those of continuing a word less those of beginning one, in millionths. Rows stay text until they are
    used, which makes loading quick. `one`, `two` and `words` hold the tables by number of tokens, "as written" and
    "lower case" side by side.
    """

    transitions: tuple[int, int, int, int]
    flags: dict[str, str]
    one: tuple[dict[str, str], dict[str, str]]
    two: tuple[dict[str, str], dict[str, str]]
    three: dict[str, str]
    words: tuple[frozenset[str], dict[str, str], dict[str, str]]
    spellings: dict[str, str]


def load_word_weights(*, directory: Path | None = None) -> WordWeights:
    """The packaged weights, or those of `directory`/words. Raises ModelFileError when they are missing or damaged."""
    packed = read_model_file(MODEL, FILE, directory=directory)
    try:
        lines = zlib.decompress(packed, wbits=31).decode("utf-8").split("\n")
        if lines[0] != HEAD:
            raise ModelFileError(FILE, f"its first line is {lines[0]!r}, not {HEAD!r}")
        sections = _sections(lines)
        table = {name: _table(sections[name]) for name in _TABLES}
        bb, bi, ib, ii = map(int, sections["transitions"][0].split())
        single = frozenset(sections["words.1"])
    except (zlib.error, ValueError, KeyError, IndexError) as error:
        raise ModelFileError(FILE, f"the file has not the form that this version reads: {error}") from error
    return WordWeights(
        transitions=(bb, bi, ib, ii),
        flags=table["flags"],
        one=(table["1"], table["1.lower"]),
        two=(table["2"], table["2.lower"]),
        three=table["3"],
        words=(single, table["words.2"], table["words.3"]),
        spellings=table["spellings"],
    )


def _sections(lines: list[str]) -> dict[str, list[str]]:
    """The rows of each section by its name."""
    sections: dict[str, list[str]] = {}
    place = 2
    while lines[place]:
        name, _, count = lines[place].strip("[]").partition(" ")
        end = place + 1 + int(count)
        sections[name] = lines[place + 1 : end]
        place = end
    return sections


def _table(rows: list[str]) -> dict[str, str]:
    """Keys and what stands behind their first tabs."""
    return dict(row.split("\t", 1) for row in rows)
