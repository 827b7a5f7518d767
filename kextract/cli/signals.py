"""Ctrl-C, SIGTERM, a terminal that goes away: the run ends, nothing is left half done, and the exit code tells."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class Stopped(BaseException):
    """Raised by a signal wherever the run happens to be."""


@dataclass(slots=True)
class Stop:
    """`code` is the exit code once a signal has come. It is kept here because Python may wrap what a handler raises
    in another exception, or report it as one that nobody caught, depending on where it strikes."""

    code: int = 0

    def check(self) -> None:
        """Raises Stopped once a signal has come."""
        if self.code:
            raise Stopped


@contextlib.contextmanager
def stopping() -> Iterator[Stop]:
    """Within it, SIGINT, SIGTERM and SIGHUP raise `Stopped`; elsewhere than in the main thread signals are not ours."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def handle(number: int, frame: object) -> None:
        stop.code = 128 + number
        raise Stopped

    # what whoever started us had ignored (nohup, a job in the background) stays ignored
    ours = [number for number in _SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, handle) for number in ours}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
