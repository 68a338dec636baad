"""The word model against underthesea, where that is installed: the same file, the same words."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from vnreport.text.normalise import normalise
from vnreport.text.word_weights import load_word_weights
from vnreport.text.words import Words

ROOT = Path(__file__).parents[2]
MARKUP = re.compile(r"\{[\d.]+:([^{}]*)\}")
MOST_LINES = 3000

pytest.importorskip("underthesea")
pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def word_tokenize() -> Callable[[str], list[str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from underthesea import word_tokenize as tokenize
    split: Callable[[str], list[str]] = tokenize
    return split


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("convert_words", ROOT / "scripts" / "convert_words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _lines() -> list[str]:
    """Lines of the project's corpus and cases, and of the .jsonl.gz file that VNREPORT_TEXTS names, if any."""
    texts = [
        MARKUP.sub(r"\1", line)
        for path in sorted((ROOT / "corpus" / "markup").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").split("\n")
        if not line.startswith(("@", "#"))
    ]
    texts += (ROOT / "tests" / "cases" / "sentences.toml").read_text(encoding="utf-8").split("\n")
    extra = os.environ.get("VNREPORT_TEXTS")
    if extra:
        rows = gzip.decompress(Path(extra).read_bytes()).splitlines()
        texts += [line for row in rows for line in json.loads(row)["text"].split("\n")]
    lines = [line.strip() for text in texts for line in normalise(text).text.split("\n")]
    return [line for line in dict.fromkeys(lines) if line][: None if extra else MOST_LINES]


def test_the_file_is_what_the_script_makes() -> None:
    content = gzip.decompress((ROOT / "models" / "words" / "words.txt.gz").read_bytes())
    made = _script().plain_model()
    version = re.compile(rb"(?m)^source underthesea \S+ ")
    assert version.sub(b"", made, count=1) == version.sub(b"", content, count=1)


def test_the_words_are_those_of_underthesea(word_tokenize: Callable[[str], list[str]]) -> None:
    words = Words(load_word_weights(), is_free=True)
    lines = _lines()
    assert len(lines) > 300
    differing = [line for line in lines if words.spelled(line) != word_tokenize(line)]
    assert differing == []


def test_underthesea_is_not_imported_by_the_splitter() -> None:
    code = "import sys; from vnreport.text.words import load_words; load_words(); print('underthesea' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
