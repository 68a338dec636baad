"""What was worked out before, kept to be looked up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
# Entries a memo holds; then it forgets all, so that memory does not grow with what is read. Only the largest, of an
# arbiter's, come to so many, after 4 MB of news.
MOST = 12_000


class Memo(dict[K, V], Generic[K, V]):
    """What `make` gives for a key, worked out when it is first asked for.

    It belongs to the object that asks, a lexicon or a step; what it holds changes no result.
    """

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        if len(self) >= MOST:
            self.clear()
        made = self[key] = self._make(key)
        return made
