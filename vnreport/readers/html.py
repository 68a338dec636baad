"""Reads web pages: the article or report with its tables, without the site around it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from vnreport.readers.charsets import decode_bytes
from vnreport.readers.documents import Metadata
from vnreport.readers.html_blocks import read_blocks
from vnreport.readers.html_fonts import decode_tree
from vnreport.readers.limits import Limits
from vnreport.readers.parts import Content, Grid, Part
from vnreport.readers.refusals import Damaged, MissingLibrary, NoText, TooLarge

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
_FORMATTING = re.compile(r"</?(?:font|b|i|u|em|strong|span|center|big|small)(?:\s[^<>]*)?>", re.I)
"""Tags that old pages open again and again without closing them, until the page is too deep to parse."""

_SPACE = re.compile(r"\s+")
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DATE_FIELDS = ("article:published_time", "pubdate", "publishdate", "datepublished", "dc.date.issued", "dc.date")
_TITLE_FIELDS = ("og:title", "dc.title", "title")

LEAST = 0.2
"""When less than this share of a page's text is taken for its article, the page is a plain report: all is taken."""

LEAST_CHARACTERS = 200
_MAX_CHARACTERS = 20_000_000


def read_html(source: str, data: bytes, limits: Limits) -> Content:
    """The blocks of the page's article, in the order of the page; all blocks where no article is found."""
    text, charset = decode_bytes(source, data, declared=True)
    if len(text) > min(limits.max_characters, _MAX_CHARACTERS) * 2:
        raise TooLarge(source, f"a page of more than {limits.max_characters * 2} characters")
    root = _parse(source, text)
    legacy = decode_tree(root)
    parts = _article(source, root, read_blocks(root))
    return Content("html", parts, _metadata(root), (charset, *legacy))


def _parse(source: str, text: str) -> HtmlElement:
    try:
        from lxml import etree, html
    except ImportError as error:
        raise MissingLibrary(source, "reading HTML needs lxml (pip install vnreport[readers])") from error
    plain = _DECLARATION.sub("", text).replace("\0", "")
    for markup in (plain, _FORMATTING.sub("", plain)):
        parser = html.HTMLParser()
        try:
            root = html.document_fromstring(markup, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError) as error:
            if not plain.strip():
                raise NoText(source, "the page is empty") from error
            raise Damaged(source, f"the page cannot be parsed ({error})") from error
        if not any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
            return root
    raise TooLarge(source, "the elements of the page are nested too deep")


def _article(source: str, root: HtmlElement, parts: list[Part]) -> list[Part]:
    """The parts that trafilatura counts to the article, with the main heading; all when it finds too little."""
    try:
        import trafilatura
    except ImportError as error:
        raise MissingLibrary(source, "reading HTML needs trafilatura (pip install vnreport[readers])") from error
    from copy import deepcopy

    found = trafilatura.extract(
        deepcopy(root), include_tables=True, include_comments=False, favor_recall=True, output_format="txt"
    )
    squeezed = _SPACE.sub("", (found or "").replace("|", ""))
    whole = sum(len(text) for part in parts for text in _texts(part))
    if len(squeezed) < LEAST_CHARACTERS or len(squeezed) < LEAST * whole:
        return parts
    kept = [part for part in parts if _is_main_heading(part) or _stands_in(part, squeezed)]
    return kept or parts


def _texts(part: Part) -> list[str]:
    holders = part.cells if isinstance(part, Grid) else (part,)
    return [_SPACE.sub("", "".join(run.text for run in holder.runs)).replace("|", "") for holder in holders]


def _stands_in(part: Part, squeezed: str) -> bool:
    """Whether most of a part's text stands in the article."""
    texts = [text for text in _texts(part) if text]
    return bool(texts) and 2 * sum(len(text) for text in texts if text in squeezed) >= sum(map(len, texts))


def _is_main_heading(part: Part) -> bool:
    return not isinstance(part, Grid) and part.kind == "heading" and part.location.paragraph == 0


def _metadata(root: HtmlElement) -> Metadata:
    """Title and date that the page's head names; the text may say more."""
    fields: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        fields.setdefault(name, meta.get("content") or "")
    title = next((fields[name] for name in _TITLE_FIELDS if fields.get(name)), None)
    heading = next(iter(root.iter("h1")), None)
    if heading is not None and heading.text_content().strip():
        title = heading.text_content()
    if title is None:
        title = root.findtext(".//title")
    return Metadata(title=" ".join(title.split()) or None if title else None, date=_date(fields))


def _date(fields: dict[str, str]) -> date | None:
    for name in _DATE_FIELDS:
        if found := _ISO_DATE.search(fields.get(name, "")):
            try:
                return date(*map(int, found.groups()))
            except ValueError:
                continue
    return None
