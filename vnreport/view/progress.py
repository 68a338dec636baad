"""The progress of a run in a terminal: a bar with rate, errors and time left."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class ProgressBar:
    """A bar on the standard error stream while it is open; nothing at all where that is no terminal."""

    def __init__(self, console: Console | None = None) -> None:
        """`console` is where the bar goes, by default the standard error stream."""
        screen = console or Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TextColumn("{task.fields[failed]} errors"),
            TimeRemainingColumn(),
            console=screen,
            disable=not screen.is_terminal,
            transient=True,
        )
        self._task = self._bar.add_task("documents", total=None, failed=0)

    def show(self, *, documents: int, kept: int, statuses: Mapping[str, int]) -> None:
        """Brings the bar up to date; `kept` documents were done by an earlier run and do not count for the rate."""
        failed = statuses.get("error", 0) + statuses.get("timeout", 0)
        done = kept + sum(statuses.values())
        if self._bar.tasks[0].total is None:
            self._bar.reset(self._task, total=documents, completed=kept)
        self._bar.update(self._task, completed=done, failed=failed)

    def __enter__(self) -> ProgressBar:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        """The rate of the last half minute, a dash before there is one."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "-/s")
