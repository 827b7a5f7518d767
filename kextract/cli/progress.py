"""How far a job is: counts, and a bar with the time left where the size of the input is known."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

_BAR = 24  # columns of the bar
_SURE = 0.02  # share of the work from which on the time left is told


@dataclass(slots=True)
class Progress:
    """`sizes` are the bytes of the inputs, in the order in which they are read; empty where one is a stream."""

    sizes: dict[str, int] = field(default_factory=dict)
    documents: int = 0
    letters: int = 0
    _total: int = 0
    _finished: int = 0  # bytes of the files that are through
    _within: int = 0  # … and of the one under way
    _begun: float = 0.0

    def expect(self, paths: Iterable[str]) -> None:
        """What is to be read. Where the size of one is not known, nothing is expected."""
        self.sizes, self._total = {}, 0
        for path in paths:
            size = _size(path)
            if size is None:
                self.sizes, self._total = {}, 0
                return
            self.sizes[path] = size
            self._total += size

    def document(self, text: str) -> None:
        """One more document is done. What its file has besides the text is made good at the end of the file."""
        if not self._begun:
            self._begun = time.monotonic()  # what loads before is not in proportion to the work
        self.documents += 1
        self.letters += len(text)
        self.read(len(text.encode("utf-8", "surrogatepass")))

    def read(self, count: int) -> None:
        """So many more bytes of a file are done."""
        self._within += count

    def end(self, path: str) -> None:
        """A file is done."""
        self._finished += self.sizes.get(path, 0)
        self._within = 0

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None while that is not known."""
        return min((self._finished + self._within) / self._total, 1.0) if self._total else None

    def line(self, columns: int) -> str:
        """One line, not wider than the terminal."""
        counts = f"{self.documents:,} document{'' if self.documents == 1 else 's'}" + (
            f", {self.letters:,} characters" if self.letters else ""
        )
        share = self.share
        if share is None:
            return counts[: columns - 1]
        left = _left(share, time.monotonic() - self._begun)
        full = round(share * _BAR)
        line = f"{share:4.0%} {counts}{left}"
        bar = f"[{'#' * full}{'.' * (_BAR - full)}]"
        return f"{bar} {line}" if len(bar) + 1 + len(line) < columns else line[: columns - 1]


def _size(path: str) -> int | None:
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_size if S_ISREG(status.st_mode) else None


def _left(share: float, seconds: float) -> str:
    if not _SURE <= share < 1:
        return ""
    minutes, rest = divmod(round(seconds * (1 - share) / share), 60)
    hours, minutes = divmod(minutes, 60)
    return f", {hours}:{minutes:02}:{rest:02} left" if hours else f", {minutes}:{rest:02} left"
