"""Opens the compound files of Office 97 to 2003."""

from __future__ import annotations

import io

from vnreport.readers.refusals import Damaged, MissingLibrary


def read_streams(source: str, data: bytes, names: frozenset[str]) -> dict[str, bytes]:
    """The streams of a compound file that have these names; those it does not hold are left out.

    Raises Damaged when the file is cut off.
    """
    try:
        import olefile  # type: ignore[import-untyped, unused-ignore]
    except ImportError as error:
        raise MissingLibrary(source, "reading this format needs olefile (pip install vnreport[readers])") from error
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return {name: container.openstream(name).read() for name in names if container.exists(name)}
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise Damaged(source, f"the compound file is cut off or damaged ({error})") from error


def stream_names(source: str, data: bytes) -> frozenset[str]:
    """The names of the streams at the top of a compound file."""
    try:
        import olefile  # type: ignore[import-untyped, unused-ignore]
    except ImportError as error:
        raise MissingLibrary(source, "reading this format needs olefile (pip install vnreport[readers])") from error
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return frozenset(path[0] for path in container.listdir())
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise Damaged(source, f"the compound file is cut off or damaged ({error})") from error
