"""What client and server say to each other: JSON objects, each after its length.

    client                                              server
    {"hello": FINGERPRINT}                              {"welcome": true, "pid": 1, …}
    {"text": …, "id": …, "date": …, "types": …}         {"record": …} or {"error": …}

JSON and no pickle: what is read cannot run. Numbers stay exact, and letters without a UTF-8 (lone surrogates) pass.
"""

from __future__ import annotations

import json
import struct
from decimal import Decimal
from socket import socket
from typing import Any

Message = dict[str, Any]

LIMIT = 64 << 20  # bytes of one message
_LENGTH = struct.Struct(">I")
_DECIMAL = "\0decimal"  # no key of a record


class WireError(Exception):
    """What came is not a message, or did not come to its end."""


def send(peer: socket, message: Message) -> None:
    """Raises OSError where the other end is gone, WireError where the message is too long."""
    body = _encode(message).encode("utf-8", "surrogatepass")
    if len(body) > LIMIT:
        raise WireError("too long")
    peer.sendall(_LENGTH.pack(len(body)) + body)


def receive(peer: socket) -> Message | None:
    """The next message; None where the other end has closed in good order. Raises WireError and OSError."""
    head = _read(peer, _LENGTH.size)
    if not head:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > LIMIT:
        raise WireError("too long")
    body = _read(peer, length)
    try:
        message = json.loads(body.decode("utf-8", "surrogatepass"), object_hook=_decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise WireError(str(error)) from None
    if not isinstance(message, dict):
        raise WireError("not an object")
    return message


def _read(peer: socket, size: int) -> bytes:
    """`size` bytes, or none at all where the stream ends before the first."""
    parts: list[bytes] = []
    left = size
    while left:
        part = peer.recv(min(left, 1 << 20))
        if not part and left == size:
            return b""
        if not part:
            raise WireError("cut short")
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _default(value: Any) -> Any:
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    raise TypeError(f"no JSON for {type(value).__name__}")


def _decimal(value: dict[str, Any]) -> Any:
    return Decimal(value[_DECIMAL]) if value.keys() == {_DECIMAL} else value


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_default).encode
