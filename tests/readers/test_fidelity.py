"""Real files give back what their transcripts hold."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from vnreport.readers import read_text

ROOT = Path(__file__).parents[2]
SET = ROOT.parent / "shared" / "readers"


def test_real_files():
    if not SET.is_dir():
        pytest.skip(f"the set of real files is not at {SET}")
    spec = importlib.util.spec_from_file_location("reader_fidelity", ROOT / "scripts" / "reader_fidelity.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    shares = {}
    for path in sorted((SET / "files").iterdir()):
        truth = (SET / "truth" / f"{path.stem}.txt").read_text(encoding="utf-8")
        shares[path.name] = script.shares(truth, read_text(path), is_exact=True)[0]
    assert sum(shares.values()) / len(shares) >= script.MEAN_FLOOR
    assert {name: share for name, share in shares.items() if share < script.FILE_FLOOR} == {}
