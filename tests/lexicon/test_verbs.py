"""The verbs of all kinds: what they hold, and that the file is what its script makes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vnreport.lexicon.verbs import known_verbs

ROOT = Path(__file__).parents[2]


def test_verbs_and_no_words_that_are_nouns_as_well() -> None:
    verbs = known_verbs()
    assert {"nâng", "sở hữu", "xác định", "di chuyển"} <= verbs
    assert not {"hoạt động", "báo", "dự án", "chỉ"} & verbs


def test_the_file_is_what_the_script_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    monkeypatch.delitem(sys.modules, "convert_verbs", raising=False)
    import convert_verbs

    assert frozenset(convert_verbs.known_verbs()) == known_verbs()
