"""The process that keeps the tokenizer: a forked child for every client, so that clients share the loaded model, use
every core, and none can hurt another, whatever its text does or wherever it dies."""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import socket
import time
from collections.abc import Iterator
from importlib import import_module
from typing import NoReturn

from kextract import __version__
from kextract.extractor import Extractor
from kextract.model import MENTION_TYPES, Reference, Rule
from kextract.output.extras import record_of
from kextract.server import wire
from kextract.server.fingerprint import fingerprint
from kextract.server.lock import hold, is_at
from kextract.server.place import is_ours, lock_path, make_folder, socket_path

CLIENTS = 32  # at a time; who comes later is turned away and does its work itself
_HELLO_SECONDS = 5.0


class Server:
    """Takes the place on entering, leaves nothing behind on leaving."""

    def __init__(self, idle_seconds: float | None) -> None:
        self._idle = idle_seconds
        self._version = fingerprint()  # before anything is loaded: what changes on the disk from now on is another
        self._started = self._last = time.monotonic()
        self._children: set[int] = set()
        self._served = 0
        self._stopped = False

    def __enter__(self) -> Server:
        """Raises RunningError, PlaceError and OSError."""
        make_folder()
        self._lock = hold(lock_path())
        self._path = socket_path()
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._bind()
        except OSError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        with contextlib.suppress(OSError):
            if is_at(self._lock, lock_path()):  # not swept away and taken by the next server
                self._path.unlink()
        os.close(self._lock)

    def _bind(self) -> None:
        with contextlib.suppress(FileNotFoundError):  # left by a server that was killed: the lock says that it is gone
            self._path.unlink()
        before = os.umask(0o177)
        try:
            self._listener.bind(str(self._path))
        finally:
            os.umask(before)
        self._path.chmod(0o600)

    def load(self) -> None:
        """Loads everything that a text may need, so that no child has to, and begins to listen."""
        self._extractor = Extractor()
        for text in warming_up():
            self._extractor.extract(text)
        gc.collect()
        gc.freeze()
        self._listener.listen(CLIENTS)
        self._last = time.monotonic()

    def serve(self) -> None:
        """Until it is stopped, or has been idle for its time."""
        wake, waker = os.pipe()
        os.set_blocking(waker, False)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup
                signal.signal(number, self._stop)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        while not self._stopped and not self._is_idle():
            listener = self._listener.fileno()
            ready, _, _ = select.select([listener, wake], [], [], self._left())
            if wake in ready:
                os.read(wake, 4096)
                self._reap()
            if listener in ready and not self._stopped:
                self._accept()

    def _stop(self, number: int, frame: object) -> None:
        self._stopped = True

    def _left(self) -> float | None:
        """Seconds until it has been idle for its time; None while there is work, whose end will be told."""
        if self._idle is None or self._children:
            return None
        return max(0.0, self._last + self._idle - time.monotonic())

    def _is_idle(self) -> bool:
        return self._left() == 0.0

    def _reap(self) -> None:
        for child in list(self._children):
            with contextlib.suppress(ChildProcessError):
                if os.waitpid(child, os.WNOHANG)[0] == 0:
                    continue
            self._children.discard(child)
            self._last = time.monotonic()

    def _accept(self) -> None:
        try:
            peer, _ = self._listener.accept()
        except OSError:
            return
        with peer:
            if len(self._children) >= CLIENTS or not is_ours(peer):
                return
            self._served += 1
            self._last = time.monotonic()
            try:
                child = os.fork()
            except OSError:  # no memory, too many processes: the client does without
                return
            if child == 0:
                self._child(peer)
            self._children.add(child)

    def _child(self, peer: socket.socket) -> NoReturn:
        """One client's whole visit. Never returns into the server's own code."""
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C of a server in the foreground is the server's
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD):
                signal.signal(number, signal.SIG_DFL)
            self._listener.close()
            os.close(self._lock)
            self._converse(peer)
        except (OSError, wire.WireError):  # the client is gone, or is none
            pass
        finally:
            os._exit(0)

    def _converse(self, peer: socket.socket) -> None:
        peer.settimeout(_HELLO_SECONDS)
        hello = wire.receive(peer)
        if hello is None:
            return
        welcome = hello.get("hello") == self._version
        wire.send(peer, {"welcome": welcome, **self._status()})
        peer.settimeout(None)  # a client may wait for its own input
        while welcome and (asked := wire.receive(peer)) is not None:
            wire.send(peer, self._answer(asked))

    def _answer(self, asked: wire.Message) -> wire.Message:
        try:
            date = Reference(*asked["date"]) if asked["date"] else None
            extractor = Extractor(asked["types"])
            extractor.analyzer = self._extractor.analyzer
            return {"record": record_of(extractor, asked["text"], asked["needs"], asked["id"], date)}
        except Exception as error:  # the client comes to the same by itself, and says it as it always does
            return {"error": f"{type(error).__name__}: {error}"}

    def _status(self) -> wire.Message:
        return {
            "pid": os.getppid(),
            "version": __version__,
            "clients": len(self._children),
            "served": self._served - 1,
            "seconds": int(time.monotonic() - self._started),
            "idle": self._idle,
        }


def warming_up() -> Iterator[str]:
    """The examples of all rules: between them they use every list and every pattern."""
    for type in MENTION_TYPES:
        rules: tuple[Rule, ...] = import_module(f"kextract.rules.{type}").RULES
        for rule in rules:
            for example in rule.examples:
                yield example.replace("[[", "").replace("]]", "")
