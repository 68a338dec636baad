"""The schema of gold JSON lines for Hugging Face datasets, so that every split has the same types whatever it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datasets


def gold_features() -> datasets.Features:
    """The features of corpus/*.jsonl: `load_dataset("json", data_files=…, features=gold_features())`.

    Numbers, dates and periods are texts; spans are lists of two offsets, or null.
    """
    import datasets

    text, span = datasets.Value("string"), datasets.Sequence(datasets.Value("int64"))
    comparison = {"n": span} | dict.fromkeys(("d", "v", "lo", "hi", "b", "u", "bk", "bp", "bv"), text)
    record = {"n": span} | dict.fromkeys(("v", "lo", "hi", "of", "b", "u", "ind"), text)
    record |= {"sc": datasets.Sequence(text), "p": text, "st": text, "cmp": [comparison]}
    record |= {"opt": datasets.Value("bool"), "check": text}
    head = dict.fromkeys(("id", "date", "domain", "kind", "issuer", "form", "note", "text"), text)
    return datasets.Features({**head, "records": [record], "split": text})
