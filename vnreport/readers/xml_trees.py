"""Parses XML from files that nobody vouches for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnreport.readers.archives import check_xml
from vnreport.readers.refusals import Damaged, MissingLibrary

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(source: str, content: bytes) -> _Element:
    """The root of the XML in `content`; no entity is resolved, nothing is fetched, depth and text sizes are bounded.

    Raises ExternalEntities when it has a document type definition, Damaged when it is not well-formed.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingLibrary(source, "reading this format needs lxml (pip install vnreport[readers])") from error
    check_xml(source, "the XML", content)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Damaged(source, f"the XML is cut off or damaged ({error})") from error
