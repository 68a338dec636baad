"""The fonts of a DOCX file's runs: their own, their style's, or the document's default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport.text.legacy import font_encoding
from vnreport.text.legacy_tables import FontEncoding

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFF = ("0", "false", "off")


def word(name: str) -> str:
    """A name in the namespace of WordprocessingML, as lxml writes it."""
    return f"{{{_NAMESPACE}}}{name}"


def tag(element: _Element) -> str:
    """An element's name without its namespace; "" for comments and the like."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def attribute(element: _Element, name: str) -> str | None:
    """An attribute of WordprocessingML."""
    value = element.get(word(name))
    return value if isinstance(value, str) else None


class DocxFonts:
    """The fonts and styles that `word/styles.xml` defines; `root` is None where the file has none."""

    def __init__(self, root: _Element | None) -> None:
        self._fonts: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._headings: set[str] = set()
        self._default: str | None = None
        self._default_style: str | None = None
        if root is not None:
            self._default = _font(root.find(f"{word('docDefaults')}/{word('rPrDefault')}/{word('rPr')}"))
            for style in root.iterfind(word("style")):
                self._add_style(style)

    def encoding(self, paragraph: _Element, run: _Element) -> FontEncoding | None:
        """What the font of a run tells of its encoding."""
        properties = run.find(word("rPr"))
        font = _font(properties) or self._style_font(_style(properties, "rStyle"))
        if font is None:
            name = _style(paragraph.find(word("pPr")), "pStyle") or self._default_style
            font = self._style_font(name) or self._default
        return font_encoding(font)

    def is_hidden(self, run: _Element) -> bool:
        """Whether a run is formatted as hidden text."""
        found = run.find(f"{word('rPr')}/{word('vanish')}")
        return found is not None and attribute(found, "val") not in _OFF

    def is_heading(self, properties: _Element) -> bool:
        """Whether a paragraph with these properties has an outline level, its own or its style's."""
        if properties.find(word("outlineLvl")) is not None:
            return True
        return _style(properties, "pStyle") in self._headings

    def _add_style(self, style: _Element) -> None:
        name = attribute(style, "styleId") or ""
        font = _font(style.find(word("rPr")))
        if font:
            self._fonts[name] = font
        if parent := _style(style, "basedOn"):
            self._parents[name] = parent
        if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1":
            self._default_style = name
        if style.find(f"{word('pPr')}/{word('outlineLvl')}") is not None:
            self._headings.add(name)

    def _style_font(self, name: str | None) -> str | None:
        """The font of a style or of the nearest one that it is based on."""
        seen: set[str] = set()
        while name is not None and name not in seen:
            if name in self._fonts:
                return self._fonts[name]
            seen.add(name)
            name = self._parents.get(name)
        return None


def _font(properties: _Element | None) -> str | None:
    """The font for letters beyond ASCII that run properties name."""
    fonts = None if properties is None else properties.find(word("rFonts"))
    if fonts is None:
        return None
    return attribute(fonts, "hAnsi") or attribute(fonts, "ascii")


def _style(properties: _Element | None, name: str) -> str | None:
    found = None if properties is None else properties.find(word(name))
    return None if found is None else attribute(found, "val")
