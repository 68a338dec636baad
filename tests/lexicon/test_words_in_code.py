"""Vietnamese words stand in lexicon data, not in code; docstrings and comments may quote them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "vnreport"
CHARACTERS = re.compile(r"\[[^\]]*\]")
WORD = re.compile(r"[^\W\d_]{2,}")
LETTERS_OR_QUOTES = {
    "text/characters.py": "the alphabet",
    "text/tones.py": "vowels with their tones",
    "text/tokens.py": "the tokeniser of the word model, as it was trained",
    "evaluate/variation.py": "vowels with their tones",
    "writers/columns.py": "an example in a column's description",
}
"""Modules whose texts are no words that steer the reading."""


def marked_words(source: str) -> Iterator[str]:
    """The words with Vietnamese letters in the texts of a module, docstrings and classes of characters left out."""
    tree = ast.parse(source)
    quoted = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quoted:
            for word in WORD.findall(CHARACTERS.sub(" ", node.value)):
                if any(letter.isalpha() and not letter.isascii() for letter in word):
                    yield f"line {node.lineno}: {word}"


def test_no_words_in_code() -> None:
    modules = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    assert set(modules) >= set(LETTERS_OR_QUOTES)
    found = {
        name: list(marked_words(path.read_text(encoding="utf-8")))
        for name, path in modules.items()
        if name not in LETTERS_OR_QUOTES
    }
    assert {name: words for name, words in found.items() if words} == {}


def test_a_word_is_seen() -> None:
    module = '"""của"""\nA = {"của", "[ăâ]+", "so", "¹²"}\nB = r"\\b(?:bình quân)\\b"'
    assert sorted(marked_words(module)) == ["line 2: của", "line 3: bình", "line 3: quân"]
