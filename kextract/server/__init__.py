"""A process that keeps the tokenizer loaded, and the way to it: `kextract serve`.

`client` is what the plain command uses; `daemon` is the process; both talk by `wire` over the socket of `place`, and
`fingerprint` tells whether they are of one version. Where a system has no Unix sockets or cannot fork, it is off.
"""

from __future__ import annotations

import os


def available() -> bool:
    """Whether this system has what a server stands on."""
    import socket

    return hasattr(socket, "AF_UNIX") and hasattr(os, "fork") and hasattr(os, "getuid")
