"""Turns the legacy text of a page into Unicode, by its fonts and by its syllables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vnreport.text.legacy import decode_runs, detect_document, font_encoding
from vnreport.text.legacy_tables import FontEncoding

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FAMILY = re.compile(r"""font-family\s*:\s*["']?([^;,"']+)""", re.I)
_SKIPPED = frozenset({"script", "style", "noscript", "template"})


def decode_tree(root: HtmlElement) -> tuple[str, ...]:
    """The legacy encodings that were found; the texts of `root` are replaced by their Unicode."""
    nodes = list(_nodes(root, None))
    document = detect_document([(text, encoding)] for _, _, text, encoding in nodes)
    found: dict[str, None] = {document.encoding: None} if document.encoding else {}
    for element, place, text, encoding in nodes:
        if text.isascii():
            continue
        changed = decode_runs([(text, None if encoding == "other" else encoding)], document=document)[0]
        if changed != text:
            found[(encoding or "").removesuffix("-capitals")] = None
            setattr(element, place, changed)
    return tuple(name for name in found if name not in ("", "other"))


def _nodes(
    element: HtmlElement, encoding: FontEncoding | None
) -> Iterator[tuple[HtmlElement, str, str, FontEncoding | None]]:
    """All texts under an element: whose they are, whether `text` or `tail`, and what their font tells."""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return
    style = _FAMILY.search(element.get("style") or "")
    face = element.get("face") or (style[1] if style else None)
    own = font_encoding(face.split(",")[0].strip(" '\"")) if face else encoding
    if element.text:
        yield element, "text", element.text, own
    for child in element:
        yield from _nodes(child, own)
        if child.tail:
            yield child, "tail", child.tail, own
