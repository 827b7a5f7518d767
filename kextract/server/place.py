"""Where the socket is: in a folder of the user's own that nobody else can enter."""

from __future__ import annotations

import os
import stat
import struct
import tempfile
from pathlib import Path
from socket import SOL_SOCKET, socket

NAME = "kextract"
_PEER = struct.Struct("3i")  # pid, uid, gid


class PlaceError(Exception):
    """There is no safe place for the socket; the message says why."""


def folder() -> Path:
    """$XDG_RUNTIME_DIR/kextract, or where that is not set a folder with the user's number among the temporary files.
    It need not be there."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and Path(runtime).is_absolute():
        return Path(runtime, NAME)
    return Path(tempfile.gettempdir(), f"{NAME}-{os.getuid()}")


def socket_path() -> Path:
    """Where the server listens."""
    return folder() / "socket"


def lock_path() -> Path:
    """A server holds a lock on this file as long as it lives; its process number is written there."""
    return folder() / "lock"


def is_private(place: Path) -> bool:
    """A real folder of this user's which nobody else can enter. Others may have made one of that name first."""
    try:
        found = place.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077


def make_folder() -> Path:
    """The folder, made where it is not there. Raises PlaceError."""
    place = folder()
    try:
        place.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise PlaceError(f"{place}: {error.strerror or error}") from None
    if not is_private(place):
        raise PlaceError(f"{place}: not a folder that is yours alone (owner {os.getuid()}, mode 0700)")
    return place


def is_ours(peer: socket) -> bool:
    """Whether the process at the other end runs for the same user; True where the system does not tell, since the
    folder lets nobody else in."""
    option = _peer_option()
    if option is None:
        return True
    try:
        _, user, _ = _PEER.unpack(peer.getsockopt(SOL_SOCKET, option, _PEER.size))
    except (OSError, struct.error):
        return False
    return bool(user == os.getuid())


def _peer_option() -> int | None:
    import socket as module

    option: int | None = getattr(module, "SO_PEERCRED", None)
    return option
