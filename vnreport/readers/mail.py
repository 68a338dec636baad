"""Reads e-mail messages: subject and sender, and the body as text or page."""

from __future__ import annotations

import email
import email.policy
import email.utils
from email.message import EmailMessage

from vnreport.readers.charsets import decode_bytes
from vnreport.readers.documents import Metadata
from vnreport.readers.html import read_html
from vnreport.readers.limits import Limits
from vnreport.readers.parts import Content
from vnreport.readers.plain import text_parts
from vnreport.readers.refusals import NoText


def read_mail(source: str, data: bytes, limits: Limits) -> Content:
    """The body of a message, plain text before HTML; attachments are named in the notes."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    if not isinstance(body, EmailMessage):
        raise NoText(source, "the message has no text")
    content = body.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    names = [part.get_filename() or "unnamed" for part in message.iter_attachments()]
    notes = tuple(f"the attachment {name} was not read" for name in names)
    if body.get_content_type() == "text/html":
        page = read_html(source, raw, limits)
        return Content("mail", page.parts, _metadata(message), page.encodings, notes)
    text, charset = decode_bytes(source, raw)
    return Content("mail", tuple(text_parts(text)), _metadata(message), (charset,), notes)


def _metadata(message: EmailMessage) -> Metadata:
    """The subject and the sender's name."""
    subject = str(message.get("subject", "")).strip() or None
    name = email.utils.parseaddr(str(message.get("from", "")))[0].strip() or None
    return Metadata(title=subject, issuer=name)
