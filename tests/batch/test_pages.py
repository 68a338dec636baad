"""The scripts of the manual's pages on runs work as they stand."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", ["batch.md"])
def test_script(page: str, tmp_path: Path) -> None:
    (code,) = BLOCK.findall((DOCS / page).read_text(encoding="utf-8"))
    script = tmp_path / "script.py"
    script.write_text(code, encoding="utf-8")
    subprocess.run([sys.executable, "-W", "error", str(script)], check=True)


@pytest.mark.parametrize("page", ["batch.md", "cluster.md"])
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (DOCS / page).read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (DOCS / link).exists()] == []
