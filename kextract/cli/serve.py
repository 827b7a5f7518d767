"""`kextract serve`: the tokenizer kept loaded, so that the next small file takes a fraction of a second."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kextract.server import available

if TYPE_CHECKING:
    from kextract.server.daemon import Server
    from kextract.server.wire import Message

_STOP_SECONDS = 10.0
_READY = b"ready"


def serve(
    idle: Annotated[
        float, typer.Option(metavar="MINUTES", min=0, max=525_600, help="End after so long without work; 0: never.")
    ] = 30,
    background: Annotated[
        bool, typer.Option("--background", help="Come back when the server is ready; it goes on by itself.")
    ] = False,
    stop: Annotated[bool, typer.Option("--stop", help="End the server that is running.")] = False,
    status: Annotated[bool, typer.Option("--status", help="Say whether one is running; exit code 1 if not.")] = False,
) -> None:
    """Keep the tokenizer loaded for the runs to come.

    While it runs, kextract has small inputs read by it: the same output, in a fraction of a second. Only processes of
    the same user reach it, and only with the same version of kextract. --no-server does without.

    kextract serve --background; kextract news.txt; kextract serve --stop
    """
    if stop and status:
        raise typer.BadParameter("--stop and --status exclude each other")
    if not available():
        _refuse("this system has no Unix sockets or cannot fork: there is no server here, and none is needed")
    if status:
        raise typer.Exit(_status())
    if stop:
        raise typer.Exit(_stop())
    if background:
        raise typer.Exit(_in_background(idle * 60 or None))
    raise typer.Exit(_run(idle * 60 or None, None))


def _run(idle_seconds: float | None, ready: int | None) -> int:
    """The server's life. `ready` is where to write once it listens, or why it does not."""
    from kextract.server.daemon import Server
    from kextract.server.lock import RunningError
    from kextract.server.place import PlaceError

    for attempt in (1, 2):
        try:
            with Server(idle_seconds) as server:
                return _serve(server, ready)
        except RunningError as error:
            if attempt == 2 or _is_ours() or _stop():
                return _failed(str(error), ready)
        except (PlaceError, OSError) as error:
            return _failed(f"cannot serve: {error}", ready)
        except KeyboardInterrupt:  # while it was loading
            return 130
        except Exception as error:
            return _failed(f"cannot serve: internal error: {type(error).__name__}: {error}", ready)
    return 1


def _serve(server: Server, ready: int | None) -> int:
    from kextract.server.place import socket_path

    server.load()
    if ready is None:
        _say(f"serving on {socket_path()} (process {os.getpid()}); Ctrl-C or kextract serve --stop ends it")
    else:
        os.write(ready, _READY)
        os.close(ready)
    server.serve()
    return 0


def _in_background(idle_seconds: float | None) -> int:
    """Starts a process of its own, away from this terminal, and waits until it listens."""
    if (_welcome() or {}).get("welcome"):
        return 0
    sys.stdout.flush()
    answer, ready = os.pipe()
    if os.fork() == 0:
        os.close(answer)
        _leave_terminal(ready)
        code = 1
        try:
            code = _run(idle_seconds, ready)
        finally:
            os._exit(code)
    os.close(ready)
    with os.fdopen(answer, "rb") as file:
        told = file.read()
    if told == _READY:
        return 0
    _say(told.decode() or "the server died while it was loading")
    return 1


def _leave_terminal(keep: int) -> None:
    """So that neither its end nor its Ctrl-C is the server's, and nobody waits for output that never comes."""
    os.setsid()
    os.chdir("/")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    if nowhere > 2:
        os.close(nowhere)
    os.set_inheritable(keep, False)


def _failed(what: str, ready: int | None) -> int:
    if ready is None:
        _say(what)
    else:
        os.write(ready, what.encode("utf-8", "replace"))
        os.close(ready)
    return 1


def _is_ours() -> bool:
    """Whether the server that has the place is of this version, or still loading. Another one is of no use to us."""
    welcome = _welcome()
    return welcome is None or bool(welcome.get("welcome"))


def _welcome() -> Message | None:
    from kextract.server.client import call, greet

    peer = call()
    if peer is None:
        return None
    with peer:
        return greet(peer)


def _status() -> int:
    from kextract.server.lock import holder
    from kextract.server.place import lock_path, socket_path

    pid = holder(lock_path())
    if pid is None:
        print("no server")
        return 1
    welcome = _welcome()
    if welcome is None:
        print(f"process {pid} is there and does not answer: it is loading, or full")
        return 1
    if not welcome.get("welcome"):
        print(f"process {pid} is of another version ({welcome.get('version')}): not used; kextract serve replaces it")
        return 1
    minutes = welcome["idle"] and welcome["idle"] / 60
    ends = f"ends after {minutes:g} idle minutes" if minutes else "does not end by itself"
    print(f"process {pid} on {socket_path()}, up {welcome['seconds']} s, {welcome['served']} clients, {ends}")
    return 0


def _stop() -> int:
    """Ends the server; those whom it is serving are served to their end."""
    import signal
    import time

    from kextract.server.lock import holder
    from kextract.server.place import lock_path

    pid = holder(lock_path())
    if not pid:
        _say("no server")
        return 1
    deadline = time.monotonic() + _STOP_SECONDS
    try:
        os.kill(pid, signal.SIGTERM)
    except OSError:  # it ended by itself just now
        return 0
    while holder(lock_path()) == pid:
        if time.monotonic() > deadline:
            _say(f"the server (process {pid}) does not end")
            return 1
        time.sleep(0.02)
    return 0


def _say(what: str) -> None:
    from kextract.cli.messages import say

    say(what)


def _refuse(what: str) -> NoReturn:
    _say(what)
    raise typer.Exit(2)
