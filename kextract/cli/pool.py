"""Work shared out to processes: batches in, results out in the same order, a bounded number under way.

Workers are forked, so that they share the model's memory with the parent, which loads it first.
A worker that dies is replaced and its documents are tried once more, one by one; what dies again is given up.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar, cast

Given = TypeVar("Given")
Made = TypeVar("Made")

AHEAD = 4  # batches a worker that may be sent before the first of them is done


@dataclass(frozen=True, slots=True)
class Lost:
    """What became of a document whose worker died twice."""

    reason: str


@dataclass(slots=True)
class _Worker(Generic[Given]):
    """A process and the one batch that it has in work. Never two: a pipe that is full in both directions blocks."""

    process: BaseProcess
    pipe: Connection
    number: int = -1
    batch: list[Given] | None = None


def can_fork() -> bool:
    """Whether this system has what the pool stands on."""
    return "fork" in multiprocessing.get_all_start_methods()


class Pool(Generic[Given, Made]):
    """`work` makes one result of one document; it runs in `jobs` processes. `died` is told of each dead worker."""

    def __init__(self, work: Callable[[Given], Made], jobs: int, died: Callable[[str], None]) -> None:
        self._context = multiprocessing.get_context("fork")
        self._work, self._jobs, self._died = work, jobs, died
        self._workers: list[_Worker[Given]] = []

    def results(self, batches: Iterable[list[Given]]) -> Iterator[Made | Lost]:
        """One result a document, in order. Ends its workers however it ends."""
        try:
            self._workers = [self._start() for _ in range(self._jobs)]
            yield from self._results(batches)
        finally:
            self._stop()

    def _results(self, batches: Iterable[list[Given]]) -> Iterator[Made | Lost]:
        numbered = enumerate(batches)
        done: dict[int, list[Made | Lost]] = {}
        following = sent = 0
        more = True
        while more or following < sent:
            idle = [worker for worker in self._workers if worker.batch is None]
            while more and idle and sent - following < AHEAD * self._jobs:
                task = next(numbered, None)
                more = task is not None
                if task is not None:
                    self._send(idle.pop(), *task)
                    sent += 1
            if following not in done and following < sent:
                self._collect(done)
            while following in done:
                yield from done.pop(following)
                following += 1

    def _send(self, worker: _Worker[Given], number: int, batch: list[Given]) -> None:
        worker.number, worker.batch = number, batch
        # one that died since is found out and replaced when its results are waited for
        with contextlib.suppress(OSError):
            worker.pipe.send(batch)

    def _collect(self, done: dict[int, list[Made | Lost]]) -> None:
        """Waits for the results of at least one worker."""
        busy = {worker.pipe: worker for worker in self._workers if worker.batch is not None}
        for ready in wait(list(busy)):
            worker = busy[cast(Connection, ready)]
            try:
                done[worker.number] = worker.pipe.recv()
            except (EOFError, OSError):
                self._replace(worker, done)
            worker.batch = None

    def _replace(self, worker: _Worker[Given], done: dict[int, list[Made | Lost]]) -> None:
        """A new worker for a dead one; the batch that it had in work is done again, a document at a time."""
        worker.process.join()
        name = f"worker process {worker.process.pid}"
        self._died(f"{name} died ({_how(worker.process)}); its documents are tried once more")
        self._workers.remove(worker)
        worker.pipe.close()
        done[worker.number] = [self._alone(document) for document in worker.batch or ()]
        self._workers.append(self._start())

    def _alone(self, document: Given) -> Made | Lost:
        """One document in a worker of its own."""
        worker = self._start()
        try:
            worker.pipe.send([document])
            made: list[Made] = worker.pipe.recv()
            return made[0]
        except (EOFError, OSError):
            worker.process.join()
            return Lost(f"its worker process died twice ({_how(worker.process)})")
        finally:
            _end(worker)

    def _start(self) -> _Worker[Given]:
        ours, theirs = self._context.Pipe()
        inherited = [worker.pipe for worker in self._workers]
        process = self._context.Process(target=_serve, args=(self._work, theirs, [ours, *inherited]), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _stop(self) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers = []


class Aside(Generic[Made]):
    """One piece of work in a process of its own, begun now and asked for later. Where that dies, it is done here."""

    def __init__(self, work: Callable[[], Made]) -> None:
        context = multiprocessing.get_context("fork")
        self._work = work
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(work, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def result(self) -> Made:
        """What the work made; once."""
        try:
            made: Made = self._pipe.recv()
        except (EOFError, OSError):
            made = self._work()
        finally:
            self._pipe.close()
            self._process.terminate()
            self._process.join()
        return made


def _do(work: Callable[[], object], pipe: Connection) -> None:
    _leave_signals()
    with contextlib.suppress(Exception):  # it fails here too, and there for whoever asks
        pipe.send(work())


def _leave_signals() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _serve(work: Callable[[Any], Any], pipe: Connection, inherited: list[Connection]) -> None:
    """A worker's life: batches in, results out, until the parent closes the pipe."""
    _leave_signals()
    for other in inherited:  # copies that would keep the parent's ends open
        other.close()
    while True:
        try:
            batch = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send([work(document) for document in batch])
        except BrokenPipeError:
            return


def _end(worker: _Worker[Any]) -> None:
    worker.pipe.close()
    worker.process.terminate()
    worker.process.join()


def _how(process: BaseProcess) -> str:
    code = process.exitcode or 0
    return signal.Signals(-code).name if code < 0 else f"exit {code}"
