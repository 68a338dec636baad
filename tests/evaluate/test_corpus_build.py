"""The corpus's own checks: arithmetic, near-copies, splits, and that the built files are those of the markup."""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vnreport.errors import InputError
from vnreport.evaluate.arithmetic import check_growth
from vnreport.evaluate.corpus import BEGIN, END, between, read_splits, with_counts, write_corpus
from vnreport.evaluate.overlap import shared_pairs, shared_runs
from vnreport.evaluate.splits import SHARES, assign, divided_issuers, issuer_key

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
TEXT = "Nay 1.203 vụ, kỳ trước 1.100 vụ, tăng 9,4%."


def growth(**fields: Any) -> dict[str, Any]:
    change = {"n": [38, 41], "d": "up", "v": "9.4", "b": "=", "u": "%", "bv": "1100"} | fields
    return {"v": "1203", "b": "=", "n": [4, 9], "u": "vụ", "cmp": [change], "check": None}


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({}, 0),
        ({"v": "9.3", "n": None}, 0),
        ({"v": "9.9", "n": None}, 1),
        ({"d": "down"}, 1),
        ({"v": "103", "u": "vụ", "n": None}, 0),
        ({"v": "100", "u": "vụ", "n": None}, 0),
        ({"v": "133", "u": "vụ", "n": None}, 1),
        ({"d": "ratio", "v": "109.4", "n": None}, 0),
        ({"d": "times", "v": "1.1", "u": "x", "n": None}, 0),
        ({"d": "times", "v": "2", "u": "x", "n": None}, 1),
        ({"v": None}, 0),
        ({"v": None, "d": "flat"}, 1),
        ({"bv": None, "v": "50"}, 0),
    ],
)
def test_growth_follows_from_its_values(fields: dict[str, Any], faults: int) -> None:
    assert len(list(check_growth(growth(**fields), TEXT, "here"))) == faults


def test_planted_mistakes_pass() -> None:
    assert list(check_growth({**growth(v="99"), "check": "inconsistent"}, TEXT, "here")) == []


def test_frames_with_other_numbers_are_near_copies() -> None:
    frame = "Trong tháng {} cả huyện trồng được {} ha rừng mới và chăm sóc {} ha rừng cũ tại bảy xã vùng cao."
    texts = {
        "a": frame.format(3, 40, 75),
        "b": frame.format(4, 52, 81),
        "c": "Một văn bản khác hẳn về giá cả ngoài chợ.",
    }
    assert [(pair.one, pair.other, pair.share) for pair in shared_pairs(texts)] == [("a", "b", 1.0)]


def test_shared_runs_and_fixed_phrases() -> None:
    texts = {
        "a": "cả huyện trồng được bốn trăm ha rừng mới",
        "b": "văn phòng thường trực ủy ban an toàn giao thông quốc gia",
    }
    foreign = [f"Hôm qua {text}." for text in texts.values()]
    assert list(shared_runs(texts, foreign)) == ["a", "b"]
    assert list(shared_runs(texts, foreign, fixed=["văn phòng thường trực ủy ban an toàn giao thông quốc gia"])) == [
        "a"
    ]
    numbers = {"a": "thu 12 tỷ đồng và chi 15 tỷ đồng trong tháng"}
    other = ["thu 13 tỷ đồng và chi 16 tỷ đồng trong tháng"]
    assert not shared_runs(numbers, other)
    assert shared_runs(numbers, other, figures=False)


def documents(count: int, seed: int) -> list[dict[str, Any]]:
    drawer = random.Random(seed)
    return [
        {
            "id": f"d{index}",
            "issuer": f"Sở {drawer.randrange(count // 2)}",
            "domain": f"m{drawer.randrange(4)}",
            "kind": f"k{drawer.randrange(3)}",
            "records": [{"check": None}] * drawer.randrange(3, 30),
        }
        for index in range(count)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_splits_keep_issuers_together_and_shares(seed: int) -> None:
    chosen = documents(120, seed)
    splits = assign(chosen, {})
    assert assign(chosen[::-1], {}) == splits
    assert divided_issuers(chosen, splits) == []
    total = sum(len(item["records"]) for item in chosen)
    for split, share in SHARES.items():
        found = sum(len(item["records"]) for item in chosen if splits[item["id"]] == split)
        assert found / total == pytest.approx(share, abs=0.03)


def test_what_was_assigned_never_moves() -> None:
    chosen = documents(60, 1)
    before = assign(chosen[:40], {})
    after = assign(chosen, before)
    assert {name: after[name] for name in before} == before
    assert divided_issuers(chosen, after) == []


def test_issuers_by_other_names() -> None:
    assert issuer_key("UBND tỉnh Bến Tre") == issuer_key("Uỷ ban nhân dân tỉnh Bến Tre")
    assert issuer_key("Bộ trưởng Bộ Y tế") == issuer_key("Bộ Y tế")


def test_divided_issuer_is_refused(tmp_path: Path) -> None:
    chosen = documents(2, 1)
    chosen[1]["issuer"] = chosen[0]["issuer"]
    (tmp_path / "splits.toml").write_text('train = ["d0"]\ntest = ["d1"]\n', encoding="utf-8")
    with pytest.raises(InputError, match="more than one split"):
        write_corpus(tmp_path, chosen)


def test_build_writes_files_that_agree(tmp_path: Path) -> None:
    chosen = documents(40, 2)
    (tmp_path / "README.md").write_text(f"Karte\n{BEGIN}\nold\n{END}\nrest\n", encoding="utf-8")
    splits = write_corpus(tmp_path, chosen)
    assert read_splits(tmp_path) == splits
    sums = (tmp_path / "checksums.toml").read_text(encoding="utf-8")
    for split in SHARES:
        content = (tmp_path / f"{split}.jsonl").read_bytes()
        assert hashlib.sha256(content).hexdigest() in sums
        assert [json.loads(line)["split"] for line in content.splitlines()] == [split] * content.count(b"\n")
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert "old" not in card
    assert card.endswith("rest\n")
    assert with_counts(card, chosen, splits) == card
    assert write_corpus(tmp_path, chosen[::-1]) == splits


@pytest.mark.skipif(not (CORPUS / "markup").is_dir(), reason="the corpus is not beside the tests")
def test_built_corpus_is_that_of_the_markup(tmp_path: Path) -> None:
    for name in ("markup", "splits.toml", "fixed_phrases.txt", "README.md"):
        (tmp_path / name).symlink_to(CORPUS / name) if name != "README.md" else None
    (tmp_path / "splits.toml").unlink()
    (tmp_path / "splits.toml").write_bytes((CORPUS / "splits.toml").read_bytes())
    script = [sys.executable, str(ROOT / "scripts" / "build_corpus.py"), "--corpus", str(tmp_path)]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    for name in ("train.jsonl", "dev.jsonl", "test.jsonl", "splits.toml", "checksums.toml"):
        assert (tmp_path / name).read_bytes() == (CORPUS / name).read_bytes(), name


@pytest.mark.skipif(not (CORPUS / "markup").is_dir(), reason="the corpus is not beside the tests")
def test_card_states_the_agreement_of_its_annotations() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "data_card.py"), "--agreement"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("| first against second |")
    assert done.stdout.strip() in (CORPUS / "README.md").read_text(encoding="utf-8")


def test_text_between_markers() -> None:
    assert between("a<x>old<y>b", "<x>", "<y>", "new\n") == "a<x>\n\nnew\n\n<y>b"
    assert between("a<x>old", "<x>", "<y>", "new") == "a<x>old"
