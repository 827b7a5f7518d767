"""What goes to standard error: one line a failure, and progress on a terminal."""

from __future__ import annotations

import shutil
import sys
import time
import traceback
from collections.abc import Iterable

from kextract.cli.progress import Progress
from kextract.output.printable import printable

_INTERVAL = 0.2  # seconds between two progress lines


class Messages:
    """`failed` turns true with the first failure."""

    def __init__(self, quiet: bool = False, debug: bool = False) -> None:
        self.failed = False
        self._debug = debug
        # with the results on the same terminal a progress line would only be in the way
        self._tells = not quiet and _terminal(sys.stderr) and not _terminal(sys.stdout)
        self._shown = 0.0
        self._progress = Progress()

    def failure(self, place: str, what: str) -> None:
        """Something of the input failed; the rest goes on."""
        self.failed = True
        self.say(f"{place}: {what}")

    def say(self, what: str) -> None:
        """One line, the progress line taken away before it."""
        self.clear()
        say(what)

    def crash(self, place: str, error: Exception) -> None:
        """An error that is not the input's: one line, with the way to it on --debug."""
        self.failure(place, f"internal error: {type(error).__name__}: {error}")
        if self._debug:
            traceback.print_exception(error)

    def expect(self, paths: Iterable[str]) -> None:
        """What is to be read, so that progress can be told as a share of it."""
        if self._tells:
            self._progress.expect(paths)

    def step(self, text: str) -> None:
        """One more document is done."""
        self._progress.document(text)
        self._tell()

    def read(self, count: int) -> None:
        """So many more bytes of an input are done."""
        self._progress.read(count)

    def end(self, path: str) -> None:
        """An input is done."""
        self._progress.end(path)

    def _tell(self) -> None:
        now = time.monotonic()
        if self._tells and now - self._shown >= _INTERVAL:
            self._shown = now
            line = self._progress.line(shutil.get_terminal_size((80, 24)).columns)
            print(f"\r{line}\x1b[K", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Takes the progress line away."""
        if self._tells and self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = 0.0


def say(what: str) -> None:
    """One line on standard error, in the program's name."""
    if sys.stderr is not None:  # None, closed by whoever started us, would mean standard output here
        print(f"kextract: {printable(what)}", file=sys.stderr, flush=True)


def _terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False
