"""The plain command's side: asks a server where one is there. Whatever goes wrong, the caller does the work itself."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Collection
from typing import Any

from kextract.model import Reference
from kextract.server import available, wire
from kextract.server.fingerprint import fingerprint
from kextract.server.place import is_ours, is_private, socket_path

LARGEST = 500_000  # code points of a document that is worth sending; loading Kiwi is cheap beside a longer one
_HELLO_SECONDS = 1.0
_SECONDS, _SECONDS_A_LETTER = 10.0, 1 / 1_000  # patience: a tenth of the speed of a machine that is busy


class Client:
    """A connection to a server of this very version."""

    def __init__(self, peer: socket.socket, welcome: wire.Message) -> None:
        self._peer: socket.socket | None = peer
        self.welcome = welcome

    def record(
        self,
        text: str,
        *,
        id: str | int,
        date: Reference | None,
        types: Collection[str],
        needs: Collection[str],
    ) -> dict[str, Any] | None:
        """The record of a document; None where the caller has to make it, and then for all that follow."""
        if self._peer is None:
            return None
        asked = {
            "text": text,
            "id": id,
            "date": date and [date.value, date.source, date.text],
            "types": sorted(types),
            "needs": sorted(needs),
        }
        answer: wire.Message | None = None
        if len(text) <= LARGEST:
            with contextlib.suppress(OSError, wire.WireError):
                self._peer.settimeout(_SECONDS + len(text) * _SECONDS_A_LETTER)
                wire.send(self._peer, asked)
                answer = wire.receive(self._peer)
        record = answer.get("record") if answer else None
        if isinstance(record, dict):
            return record
        self.close()
        return None

    def close(self) -> None:
        """Ends the visit; may be called again."""
        if self._peer is not None:
            self._peer.close()
            self._peer = None


def connect() -> Client | None:
    """A connection to the server, None where there is none, where it is busy, or where it is of another version."""
    peer = call()
    if peer is None:
        return None
    welcome = greet(peer)
    if welcome is None or not welcome.get("welcome"):
        peer.close()
        return None
    return Client(peer, welcome)


def call() -> socket.socket | None:
    """The open line to a server of this user's, whatever its version."""
    path = socket_path() if available() else None
    if path is None or not is_private(path.parent):
        return None
    peer = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        peer.settimeout(_HELLO_SECONDS)
        peer.connect(str(path))
    except OSError:  # nobody there, a socket that a dead server left, or a name too long for a socket
        peer.close()
        return None
    if not is_ours(peer):
        peer.close()
        return None
    return peer


def greet(peer: socket.socket) -> wire.Message | None:
    """The server's answer to our version."""
    try:
        wire.send(peer, {"hello": fingerprint()})
        return wire.receive(peer)
    except (OSError, wire.WireError):
        return None
