"""Reads a file in a process of its own, so that no file can take the run down."""

from __future__ import annotations

import multiprocessing
from contextlib import suppress
from multiprocessing.connection import Connection
from os import PathLike

from vnreport.readers.documents import Document
from vnreport.readers.limits import DEFAULT, MEGABYTE, Limits
from vnreport.readers.reading import read_document
from vnreport.readers.refusals import Crashed, Refusal, TimedOut

SECONDS = 60.0
"""A hundred times what the slowest of the real files takes."""

MEMORY = 2048 * MEGABYTE


def read_guarded(
    path: str | PathLike[str], *, limits: Limits = DEFAULT, seconds: float = SECONDS, memory: int = MEMORY
) -> Document:
    """What `read_document` gives, from a spawned process that has `seconds` of time and `memory` bytes.

    Raises TimedOut when it takes longer, Crashed when the process dies or runs out of memory, else what `read_document`
    raises. Starting the process costs about 0.3 seconds; memory is bounded where the system has resource limits. As
    with all spawned processes, a script must call it from under `if __name__ == "__main__":`.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_read, args=(there, str(path), limits, memory), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(seconds):
            raise TimedOut(str(path), f"reading took longer than {seconds:g} seconds")
        try:
            result = here.recv()
        except EOFError as error:
            raise Crashed(str(path), "the process that read the file died") from error
    finally:
        here.close()
        process.kill()
        process.join()
        process.close()
    if isinstance(result, Refusal):
        raise result
    if not isinstance(result, Document):
        raise Crashed(str(path), f"reading failed: {result}")
    return result


def _read(there: Connection, path: str, limits: Limits, memory: int) -> None:
    """Sends the document, the refusal, or the text of another fault, from within the spawned process."""
    _bound_memory(memory)
    try:
        there.send(read_document(path, limits=limits))
    except Refusal as refusal:
        there.send(refusal)
    except MemoryError:
        there.send(f"more than {memory // MEGABYTE} MB of memory")
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError) as error:
        there.send(f"{type(error).__name__}: {error}")
    there.close()


def _bound_memory(memory: int) -> None:
    """Bounds the address space of this process, where the system can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
