"""`kextract serve`: the same output from the server, and from the command alone whatever becomes of the server."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kextract.server import available, client, place, wire
from kextract.server.fingerprint import fingerprint
from tests.cli.conftest import COMMAND, Cli, Run, environment

pytestmark = pytest.mark.skipif(not available(), reason="no Unix sockets here")

SAMPLES = Path(__file__).parents[2] / "samples"
TEXTS = "samples/02-results.txt", "samples/09-notices-cp949.txt", "samples/10-letter-nfd.txt"


@pytest.fixture(scope="module")
def runtime() -> Iterator[str]:
    """A runtime directory of these tests' own, with a server in it while they run."""
    with tempfile.TemporaryDirectory(prefix="kx") as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", folder)
        started = kextract("serve", "--background")
        assert (started.code, started.err) == (0, "")
        yield folder
        kextract("serve", "--stop")


def kextract(*arguments: str, stdin: bytes = b"") -> Run:
    done = subprocess.run(
        [*COMMAND, *arguments], input=stdin, capture_output=True, cwd=SAMPLES.parent, env=environment(), timeout=120
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def clients() -> int:
    """How many the server says that it has had."""
    peer = client.call()
    assert peer is not None
    with peer:
        welcome = client.greet(peer)
    assert welcome is not None
    assert welcome["welcome"]
    return int(welcome["served"])


def server() -> int:
    told = kextract("serve", "--status")
    assert told.code == 0, told
    return int(told.out.split()[1])


def until(true: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture
def here(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The command within this process, which is quick, where the samples are."""
    monkeypatch.chdir(SAMPLES.parent)
    return cli


@pytest.mark.parametrize("format", ["jsonl", "json", "table", "csv", "conll", "html", "turtle", "spans"])
def test_the_same_bytes(runtime: str, here: Cli, format: str) -> None:
    options = ("-f", format, *TEXTS)
    before = clients()
    from_server = here(*options)
    assert clients() == before + 2, "the server has not been asked"  # once, and the count itself
    assert from_server == here("--no-server", *options)
    assert from_server.code == 0


@pytest.mark.parametrize("options", ["-t date,money", "-t person", "--date 2020-02-29", "--errors record -f json"])
def test_options_go_along(runtime: str, here: Cli, tmp_path: Path, options: str) -> None:
    lines = '{"text": "김하늘 장관은 17일 1억2345.50원을 냈다.", "id": 3, "date": "2024-05-20"}\n{"text": 1}\n'
    (tmp_path / "a.jsonl").write_text(lines)
    from_server = here(*options.split(), str(tmp_path / "a.jsonl"))
    assert from_server == here("--no-server", *options.split(), str(tmp_path / "a.jsonl"))
    assert "mentions" in from_server.out
    assert from_server.code == 1


@pytest.mark.parametrize("options", [("--no-server",), ("-j", "1"), ("-j", "2")])
def test_own_processes_do_without(runtime: str, here: Cli, options: tuple[str, ...]) -> None:
    before = clients()
    assert here(*options, TEXTS[0]).code == 0
    assert clients() == before + 1


def test_many_at_once(runtime: str) -> None:
    expected = {name: kextract("--no-server", name).out for name in TEXTS}
    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(lambda name: kextract(name).out == expected[name], TEXTS * 4))


def test_clients_that_die_hurt_nobody(runtime: str) -> None:
    for sent in (b"", b"\0", b"\0\0\0\x09{", b"GET / HTTP/1.1\r\n\r\n", b"\0\0\0\x02{}"):
        peer = client.call()
        assert peer is not None
        with peer:
            peer.sendall(sent)
    peer = client.call()  # one that goes away while its text is read
    assert peer is not None
    with peer:
        wire.send(peer, {"hello": fingerprint()})
        wire.receive(peer)
        wire.send(peer, {"text": "김하늘 장관은 17일 " * 2000, "id": 1, "date": None, "types": ["person"], "needs": []})
    asked = client.connect()
    assert asked is not None
    record = asked.record("박가람 교수는", id=1, date=None, types=["person"], needs=[])
    asked.close()
    assert record
    assert record["mentions"][0]["text"] == "박가람"


def test_a_request_that_makes_no_sense_is_answered(runtime: str) -> None:
    peer = client.call()
    assert peer is not None
    with peer:
        client.greet(peer)
        wire.send(peer, {"text": 3})
        assert "error" in (wire.receive(peer) or {})


def test_only_the_owner(runtime: str) -> None:
    assert place.socket_path().stat().st_mode & 0o777 == 0o600
    assert place.folder().stat().st_mode & 0o777 == 0o700


def test_one_server_is_enough(runtime: str) -> None:
    before = server()
    assert kextract("serve", "--background").code == 0
    again = kextract("serve")
    assert (again.code, again.err) == (1, f"kextract: a server is running already (process {before})\n")
    assert server() == before


def test_a_server_that_stands_still_keeps_nobody(runtime: str) -> None:
    pid = server()
    os.kill(pid, signal.SIGSTOP)
    try:
        begun = time.monotonic()
        assert client.connect() is None
        assert time.monotonic() - begun < 5
    finally:
        os.kill(pid, signal.SIGCONT)
    until(lambda: client.connect())


def test_killed_replaced_stopped(runtime: str, here: Cli) -> None:
    """A killed server leaves its socket; the command does without, and the next server takes its place."""
    expected = here("--no-server", TEXTS[0])
    os.kill(server(), signal.SIGKILL)
    until(lambda: client.call() is None)
    assert place.socket_path().exists()
    assert here(TEXTS[0]) == expected
    assert kextract("serve", "--status") == Run(1, "no server\n", "")
    assert kextract("serve", "--background", "--idle", "10").code == 0
    assert "ends after 10 idle minutes" in kextract("serve", "--status").out
    assert kextract(TEXTS[0]) == expected
    assert kextract("serve", "--stop") == Run(0, "", "")
    assert not place.socket_path().exists()
    assert kextract("serve", "--stop") == Run(1, "", "kextract: no server\n")


def test_it_ends_by_itself(runtime: str) -> None:
    kextract("serve", "--stop")
    assert kextract("serve", "--background", "--idle", "0.01").code == 0
    until(lambda: not place.socket_path().exists())
    assert client.connect() is None


def test_a_server_that_dies_at_work_costs_nothing(cli: Cli, runtime: str, tmp_path: Path) -> None:
    """The document that it was asked for is read by the command itself."""
    kextract("serve", "--stop")
    (tmp_path / "a.txt").write_text("박가람 교수는 3억원을 기부했다.")
    (tmp_path / "b.txt").write_text("삼성전자는 4일 오른다.")
    alone = cli("--no-server", "a.txt", "b.txt")
    with ThreadPoolExecutor(1) as pool, socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(place.socket_path()))
        listener.listen()
        heard = pool.submit(_die_at_work, listener)
        assert cli("a.txt", "b.txt") == alone
        assert heard.result() == "박가람 교수는 3억원을 기부했다."
    place.socket_path().unlink()


def _die_at_work(listener: socket.socket) -> str:
    peer, _ = listener.accept()
    with peer:
        wire.receive(peer)
        wire.send(peer, {"welcome": True})
        asked = wire.receive(peer)
    return str(asked and asked["text"])


def test_no_sockets_no_server(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(socket, "AF_UNIX")
    refused = cli("serve")
    assert (refused.code, refused.out) == (2, "")
    assert "no Unix sockets" in refused.err
