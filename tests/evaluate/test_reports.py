"""What the command shows, and the page."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from planted_outputs import damaged

import vnreport.evaluate as evaluate_package
from vnreport.errors import InputError
from vnreport.evaluate import commands
from vnreport.evaluate.documents import Document, Record
from vnreport.evaluate.gold import write_gold
from vnreport.evaluate.report_page import html_report
from vnreport.evaluate.scoring import score

TEXT = "Có 40 tổ <b>&\n và 12 nhóm."
GOLD = [
    Document(
        f"d{index}", (Record((3, 5), "tổ <i>", Decimal(40)), Record((18, 20), "nhóm", Decimal(12))), TEXT, kind="<k>"
    )
    for index in range(6)
]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    write_gold(GOLD, tmp_path / "gold.jsonl")
    for name in ("one", "two"):
        drawer = random.Random(name)
        lines = [json.dumps(damaged(document, drawer)) for document in GOLD]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "gold.jsonl", tmp_path / "one.jsonl", tmp_path / "two.jsonl"


def test_tables_and_mistakes(files: tuple[Path, Path, Path]) -> None:
    result = commands.evaluate(files[0], predictions=files[1])
    for by in ("domain", "kind", "field"):
        sections = commands.figure_sections(result, by=by)
        assert f"By {by}" in [section.title for section in sections]
        assert all(len(row) == len(section.head) for section in sections for row in section.rows)
    assert "Record: all fields right" in commands.sections_text(sections)
    assert {"Periods", "Most frequent confusions", "Calibration"} <= {section.title for section in sections}
    assert len(commands.span_section(result).rows) >= 8
    assert commands.mistake_lines(result, most=1)[0].startswith("d")
    assert commands.mistake_lines(result, most=0) == []
    with pytest.raises(InputError, match="no such grouping"):
        commands.figure_sections(result, by="issuer")


def test_comparison_of_two_files(files: tuple[Path, Path, Path]) -> None:
    figures, better, worse = commands.compare_files(*files)
    assert figures.rows
    assert int(better.note) == len(better.rows)
    assert all(
        row == (row[0], row[1], row[1], "+0.0000") for row in commands.compare_files(*files[:2], files[1])[0].rows
    )
    assert worse.head == better.head


def nothing_found(text: str, *, date: str | None, id: str) -> dict[str, Any]:  # noqa: A002
    return {"id": id, "records": []}


def test_extractor_or_predictions_are_needed(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    result = commands.evaluate(files[0], extract=nothing_found)
    assert result.figures["found"] == 0
    with pytest.raises(InputError, match="nothing to score"):
        commands.evaluate(files[0])
    (tmp_path / "none.jsonl").write_text('{"id": "z"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="no prediction for any"):
        commands.evaluate(files[0], predictions=tmp_path / "none.jsonl")


class Tags(HTMLParser):
    """Checks that every element is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "line", "path"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_page_is_whole_escaped_and_the_same_twice(files: tuple[Path, Path, Path], tmp_path: Path) -> None:
    result = commands.evaluate(files[0], predictions=files[1])
    page = html_report(result, title="<script>")
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert "<script" not in page
    assert "&lt;k&gt;" in page
    assert "tổ <i>" not in page
    assert not re.search(r"(src|href)=|https?://|@import", page)
    commands.write_html(result, tmp_path / "page.html", title="<script>")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page
    with pytest.raises(InputError, match="cannot be written"):
        commands.write_html(result, tmp_path / "no" / "page.html")


def test_page_of_nothing() -> None:
    assert "0 documents" in html_report(score([], {}))


def test_public_names_resolve_and_load_nothing_early() -> None:
    for name in evaluate_package.__all__:
        assert getattr(evaluate_package, name) is not None
    assert set(evaluate_package.__all__) <= set(dir(evaluate_package))
    with pytest.raises(AttributeError):
        _ = evaluate_package.nothing
    heavy = "('spacy', 'datasets', 'nervaluate', 'numpy', 'pydantic')"
    code = f"import sys, vnreport.evaluate.commands; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
