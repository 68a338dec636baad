"""Opens the ZIP archives of Office files, once it is sure that they are safe."""

from __future__ import annotations

import io
import zipfile
import zlib

from vnreport.readers.limits import MEGABYTE, Limits
from vnreport.readers.refusals import Damaged, Encrypted, ExternalEntities, Macros, TooLarge, ZipBomb

_CHUNK = 1 << 16
_DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY")
_HEAD = 4096
_MACROS = "vbaproject.bin"


def open_archive(source: str, data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive in `data`, its sizes checked against the limits before anything is unpacked.

    Raises Damaged when it is cut off, Encrypted, ZipBomb, TooLarge, Macros when it holds a VBA project.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Damaged(source, f"the archive is cut off or damaged ({error})") from error
    members = archive.infolist()
    if len(members) > limits.max_members:
        raise ZipBomb(source, f"the archive has {len(members)} members, more than {limits.max_members}")
    unpacked = sum(member.file_size for member in members)
    packed = max(1, min(len(data), sum(member.compress_size for member in members)))
    if unpacked > limits.free_unpacked and unpacked > packed * limits.max_ratio:
        raise ZipBomb(source, f"the archive unpacks to {unpacked // packed} times its size")
    if unpacked > limits.max_unpacked:
        raise TooLarge(source, f"it unpacks to {unpacked // MEGABYTE} MB, more than {limits.max_unpacked // MEGABYTE}")
    if any(member.flag_bits & 1 for member in members):
        raise Encrypted(source, "the archive asks for a password")
    if any(member.filename.lower().endswith(_MACROS) for member in members):
        raise Macros(source, "the file holds macros; save it without them (as .docx or .xlsx)")
    return archive


def read_member(source: str, archive: zipfile.ZipFile, name: str) -> bytes | None:
    """One member unpacked, None when there is none; XML with a document type definition raises ExternalEntities.

    The sizes that the archive declares bound what is unpacked: zipfile stops there and then finds the checksum wrong.
    """
    try:
        content = archive.read(name)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise Damaged(source, f"the member {name} cannot be unpacked ({error})") from error
    check_xml(source, name, content)
    return content


def check_archive(source: str, archive: zipfile.ZipFile) -> None:
    """Unpacks all XML members piece by piece, so that a library may read the archive with what it declares."""
    for member in archive.infolist():
        if not member.filename.lower().endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(member) as stream:
                check_xml(source, member.filename, stream.read(_HEAD))
                while stream.read(_CHUNK):
                    pass
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise Damaged(source, f"the member {member.filename} cannot be unpacked ({error})") from error


def check_xml(source: str, name: str, content: bytes) -> None:
    """Raises ExternalEntities when the XML in `content` opens with a document type definition, in any encoding."""
    head = content[:_HEAD].replace(b"\0", b"")
    if any(mark in head for mark in _DOCTYPE):
        raise ExternalEntities(source, f"{name} declares a document type, which could name other files")
