"""One server a user: it holds a lock, which ends with it however it ends, and writes its process number there."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class RunningError(Exception):
    """Another server has the lock; `pid` is its process, 0 where it has not said so yet."""

    def __init__(self, pid: int) -> None:
        super().__init__(f"a server is running already (process {pid})")
        self.pid = pid


def hold(path: Path) -> int:
    """The open file with the lock on it. A forked child has to close its copy. Raises RunningError and OSError."""
    lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    if not _take(lock):
        pid = _written(lock)
        os.close(lock)
        raise RunningError(pid)
    os.ftruncate(lock, 0)
    os.pwrite(lock, str(os.getpid()).encode(), 0)
    return lock


def holder(path: Path) -> int | None:
    """The process that has the lock, None where nobody has it."""
    try:
        lock = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        return None if _take(lock) else _written(lock)
    finally:
        os.close(lock)


def is_at(lock: int, path: Path) -> bool:
    """Whether the open file is the one that has this name. Raises OSError."""
    return os.path.samestat(os.fstat(lock), path.stat())


def _take(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _written(lock: int) -> int:
    try:
        return int(os.pread(lock, 20, 0))
    except (OSError, ValueError):
        return 0
