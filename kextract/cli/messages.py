"""What goes to standard error: one line a failure, and progress on a terminal."""

from __future__ import annotations

import sys
import time
import traceback

from kextract.output.printable import printable

_INTERVAL = 0.2  # seconds between two progress lines


class Messages:
    """`failed` turns true with the first failure."""

    def __init__(self, quiet: bool = False, debug: bool = False) -> None:
        self.failed = False
        self._debug = debug
        # with the results on the same terminal a progress line would only be in the way
        self._progress = not quiet and _terminal(sys.stderr) and not _terminal(sys.stdout)
        self._shown = 0.0
        self._documents = self._letters = 0

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

    def step(self, text: str) -> None:
        """One more document is done."""
        self._documents += 1
        self._letters += len(text)
        now = time.monotonic()
        if self._progress and now - self._shown >= _INTERVAL:
            self._shown = now
            print(f"\r{self._documents:,} documents, {self._letters:,} characters", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Takes the progress line away."""
        if self._progress and self._shown:
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
