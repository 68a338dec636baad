"""The Python blocks of README and docs run as they stand, each on its own, from the root of the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMES = ("README.md", "README.vi.md", "docs/guide.md", "docs/extending.md", "docs/tables.md")
PAGES = tuple(ROOT / name for name in NAMES)
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [
    pytest.param(page, match["code"], id=f"{page.name}-{number}")
    for page in PAGES
    for number, match in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize(("page", "code"), BLOCKS)
def test_block_runs(page: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, str(page), "exec"), {"__name__": "block"})


def test_every_page_has_blocks() -> None:
    assert {block.values[0] for block in BLOCKS} == set(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
