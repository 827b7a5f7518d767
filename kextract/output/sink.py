"""Where output goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import stat
import sys
from pathlib import Path
from typing import IO, Any

STANDARD_OUTPUT = "-"
_parts: set[Path] = set()  # files of this process that are not complete
_LEFT_OVER = re.compile(r"\..*\.kextract-(\d+)\.part")


class Sink:
    """An open output. `stream` takes what is written; then `commit` or `discard`, once."""

    def __init__(self, raw: IO[bytes], binary: bool) -> None:
        self._raw = raw
        # a lone surrogate has no UTF-8: \udc80 is written in its place
        self.stream: IO[Any] = (
            raw if binary else io.TextIOWrapper(raw, "utf-8", "backslashreplace", newline="\n", write_through=False)
        )

    def flush(self) -> None:
        """Hands on what is written so far where somebody may be waiting for it."""
        self.stream.flush()

    def commit(self) -> None:
        """All is written. Raises OSError where it did not get there."""
        self.stream.flush()
        self.stream.close()

    def discard(self) -> None:
        """Something went wrong: what is written so far is not to stay where that can be helped."""
        with contextlib.suppress(OSError):
            self.stream.close()


class AtomicSink(Sink):
    """A file that takes its place when it is complete and safe on the disk."""

    def __init__(self, path: Path, binary: bool) -> None:
        self._target = Path(os.path.realpath(path))  # a link stays a link
        self._part = self._target.with_name(f".{self._target.name}.kextract-{os.getpid()}.part")
        _parts.add(self._part)
        super().__init__(self._part.open("wb"), binary)

    def flush(self) -> None:
        """Nobody reads the file before it is complete."""

    def commit(self) -> None:
        try:
            self.stream.flush()
            os.fsync(self._raw.fileno())
            self.stream.close()
            with contextlib.suppress(OSError):
                self._part.chmod(stat.S_IMODE(self._target.stat().st_mode))
            self._part.replace(self._target)
            _parts.discard(self._part)
            _sync_directory(self._target.parent)
        except BaseException:
            self.discard()
            raise

    def discard(self) -> None:
        super().discard()
        self._part.unlink(missing_ok=True)
        _parts.discard(self._part)


def open_sink(path: str | None, binary: bool = False) -> Sink:
    """The sink for a path; None and `-` are standard output. Raises OSError."""
    if path is None or path == STANDARD_OUTPUT:
        if sys.stdout is None:  # closed by whoever started us
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.flush()
        return Sink(io.open(sys.stdout.fileno(), "wb", closefd=False), binary)  # noqa: UP020
    target = Path(path)
    if target.exists() and not target.is_file():  # /dev/stdout, a FIFO: cannot be replaced, only written to
        return Sink(target.open("wb"), binary)
    return AtomicSink(target, binary)


def discard_parts() -> None:
    """Takes away what is begun and not complete: an interrupt may come before its sink has an owner."""
    while _parts:
        with contextlib.suppress(OSError):
            _parts.pop().unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Removes what jobs that were killed left in `folder` and below."""
    for path in folder.rglob(".*.part"):
        match = _LEFT_OVER.fullmatch(path.name)
        if match and not _alive(int(match[1])):
            path.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return process != os.getpid()


def _sync_directory(folder: Path) -> None:
    """So that the new name survives a power cut too; not every file system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def silence_stdout() -> None:
    """After a reader closed the pipe: what is still buffered goes nowhere, without a word."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
