"""The server's parts: what goes over the wire, where the socket may be, who may hold it, what a version is."""

from __future__ import annotations

import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kextract.model import Reference
from kextract.server import available, client, place, wire

if not available():
    pytest.skip("no Unix sockets here", allow_module_level=True)

from kextract.server import fingerprint, lock
from kextract.server.daemon import Server, warming_up


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A runtime directory with a name that is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="kx") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    for end in (ours, theirs):
        end.settimeout(10)
    with ours, theirs:
        yield ours, theirs


Pair = tuple[socket.socket, socket.socket]


@pytest.mark.parametrize(
    "value",
    [
        {"amount": Decimal("350000000"), "max": Decimal("1E+20"), "part": Decimal("0.350")},
        {"text": "김하늘\ud83d\ude00 \udc80 끝\x00\x7f\u2028", "null": None, "flag": True, "number": 7},
        {"nested": [[1, {"a": []}], {}], "": "empty key"},
    ],
    ids=["decimals", "any letter", "nested"],
)
def test_a_message_comes_as_it_went(pair: Pair, value: Any) -> None:
    wire.send(pair[0], value)
    came = wire.receive(pair[1])
    assert came == value
    assert repr(came) == repr(value)  # 0.350 is not 0.35


def test_an_end_between_messages_is_no_error(pair: Pair) -> None:
    pair[0].close()
    assert wire.receive(pair[1]) is None


@pytest.mark.parametrize(
    "raw",
    [
        b"\0\0",
        b"\0\0\0\x05{}",
        b"\0\0\0\x02[]",
        b"\0\0\0\x02{,",
        b"\0\0\0\x02\xff\xff",
        b"\xff\xff\xff\xff",
        b"\0\0\0\x16" + b'{"\\u0000decimal": "x"}',
    ],
)
def test_what_is_no_message(pair: Pair, raw: bytes) -> None:
    pair[0].sendall(raw)
    pair[0].close()
    with pytest.raises(wire.WireError):
        wire.receive(pair[1])


def test_a_message_that_is_too_long_is_not_sent(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "LIMIT", 10)
    with pytest.raises(wire.WireError):
        wire.send(pair[0], {"text": "a" * 20})


def test_the_folder_is_made_for_its_owner_only(runtime: Path) -> None:
    made = place.make_folder()
    assert made == runtime / "kextract"
    assert made.stat().st_mode & 0o777 == 0o700


def test_without_a_runtime_directory_the_temporary_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert place.folder() == Path(tempfile.gettempdir(), f"kextract-{os.getuid()}")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "relative")
    assert place.folder() == Path(tempfile.gettempdir(), f"kextract-{os.getuid()}")


def test_a_folder_that_others_can_enter_is_refused(runtime: Path) -> None:
    (runtime / "kextract").mkdir(mode=0o700)
    (runtime / "kextract").chmod(0o755)
    assert client.connect() is None
    with pytest.raises(place.PlaceError, match="0700"):
        place.make_folder()


def test_a_link_in_its_place_is_refused(runtime: Path) -> None:
    (runtime / "elsewhere").mkdir(mode=0o700)
    (runtime / "kextract").symlink_to(runtime / "elsewhere")
    assert not place.is_private(place.folder())
    with pytest.raises(place.PlaceError):
        place.make_folder()


def test_a_folder_of_another_user_is_refused(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.make_folder()
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert not place.is_private(place.folder())


@pytest.mark.skipif(not hasattr(socket, "SO_PEERCRED"), reason="this system does not tell who is there")
def test_the_other_end_is_of_the_same_user(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    assert place.is_ours(pair[0])
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    assert not place.is_ours(pair[0])


def test_one_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert lock.holder(path) is None
    held = lock.hold(path)
    assert lock.holder(path) == os.getpid()
    with pytest.raises(lock.RunningError) as told:
        lock.hold(path)
    assert told.value.pid == os.getpid()
    os.close(held)
    assert lock.holder(path) is None


def test_a_version_is_every_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = fingerprint.fingerprint()
    assert fingerprint.fingerprint() == before
    (tmp_path / "server").mkdir()
    (tmp_path / "names.tsv").write_text("a")
    monkeypatch.setattr(fingerprint, "__file__", str(tmp_path / "server" / "fingerprint.py"))
    other = fingerprint.fingerprint()
    (tmp_path / "names.tsv").write_text("ab")
    assert len({before, other, fingerprint.fingerprint()}) == 3


class Stub:
    """A server that says what the test wants, an answer a message, to its first client; after bytes it hangs up."""

    def __init__(self, *answers: Any) -> None:
        place.make_folder()
        self.heard: list[Any] = []
        self._answers = answers
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(place.socket_path()))
        self._listener.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Stub:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self._thread.join(10)

    def _serve(self) -> None:
        peer, _ = self._listener.accept()
        with peer:
            for answer in self._answers:
                self.heard.append(wire.receive(peer))
                if isinstance(answer, bytes):
                    peer.sendall(answer)
                else:
                    wire.send(peer, answer)
            if isinstance(self._answers[-1], dict):
                self.heard.append(wire.receive(peer))


def ask(to: client.Client) -> dict[str, Any] | None:
    date = Reference("2024-01-18", "field")
    return to.record("글", id=7, date=date, types=("person",), needs=("tokens",))


def test_a_client_asks(runtime: Path) -> None:
    with Stub({"welcome": True}, {"record": {"id": 7}}) as stub:
        found = client.connect()
        assert found is not None
        assert ask(found) == {"id": 7}
        found.close()
    asked = {"text": "글", "id": 7, "date": ["2024-01-18", "field", None], "types": ["person"], "needs": ["tokens"]}
    assert stub.heard == [{"hello": fingerprint.fingerprint()}, asked, None]


def test_nobody_there(runtime: Path) -> None:
    assert client.connect() is None
    place.make_folder()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as left:
        left.bind(str(place.socket_path()))
    assert client.connect() is None


def test_a_name_that_is_too_long_for_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("long" * 30)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    place.make_folder()
    assert client.connect() is None
    with pytest.raises(OSError, match="too long"), Server(None):
        pass
    assert lock.holder(place.lock_path()) is None


def test_another_version(runtime: Path) -> None:
    with Stub({"welcome": False}):
        assert client.connect() is None


def test_a_server_that_says_nothing(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_HELLO_SECONDS", 0.05)
    place.make_folder()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(place.socket_path()))
        listener.listen()
        assert client.connect() is None


@pytest.mark.parametrize("answer", [b"\0\0\1\0{", b"nonsense", {"error": "ValueError"}, {}, {"record": 3}])
def test_a_client_that_got_no_answer_goes_on_alone(runtime: Path, answer: Any) -> None:
    with Stub({"welcome": True}, answer):
        found = client.connect()
        assert found is not None
        assert ask(found) is None
        assert ask(found) is None


def test_a_long_text_is_not_sent(runtime: Path) -> None:
    with Stub({"welcome": True}) as stub:
        found = client.connect()
        assert found is not None
        assert found.record("가" * 500_001, id="", date=None, types=(), needs=()) is None
    assert stub.heard[1:] == [None]


def test_what_warms_up_has_no_marks() -> None:
    texts = list(warming_up())
    assert len(texts) > 100
    assert not any("[[" in text or "]]" in text for text in texts)
