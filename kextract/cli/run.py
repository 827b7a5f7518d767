"""The main job: inputs → records → outputs, in the order of the inputs."""

from __future__ import annotations

import gc
import stat
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kextract.cli.destination import Destination, EachItsFile, OneOutput, TargetError, one_place, places
from kextract.cli.ending import to_the_end
from kextract.cli.messages import Messages
from kextract.cli.signals import Stop
from kextract.model import MENTION_TYPES, Reference
from kextract.output import Format, Options
from kextract.source import End, Failure, FileId, Input, Item, Reading, SourceText, file_id, inputs, read

if TYPE_CHECKING:
    from kextract.extractor import Analysis, Extractor
    from kextract.own.find import Own

BYTES = 3  # of a code point of Korean
PARALLEL_BYTES = 1_000_000  # input from which several processes pay for their start

_WARM = SourceText("", "준비", "-")


@dataclass(frozen=True, slots=True)
class Job:
    """Everything that the command line says about a run."""

    paths: tuple[str, ...]
    format: Format
    reading: Reading = field(default_factory=Reading)
    types: tuple[str, ...] = MENTION_TYPES
    own: Own | None = None
    date: str | None = None
    options: Options = field(default_factory=Options)
    output: str | None = None
    out_dir: str | None = None
    skip_existing: bool = False
    force: bool = False
    jobs: int | None = None
    record_errors: bool = False
    quiet: bool = False
    debug: bool = False
    server: bool = True  # use a server that is there; see `kextract serve`


@dataclass(frozen=True, slots=True)
class Done:
    """A document with its record."""

    source: SourceText
    record: Any  # a dict, or Encoded where that was allowed


@dataclass(frozen=True, slots=True)
class Crash:
    """A document that brought the extractor down: an error of ours."""

    source: SourceText
    error: Exception


Outcome = Done | Crash | Failure | End


def run(job: Job) -> int:
    """Runs the job and gives the exit code."""
    return to_the_end(lambda messages, stop: _run(job, messages, stop), job.output, job.quiet, job.debug)


def _run(job: Job, messages: Messages, stop: Stop) -> None:
    destination, entries = _destination(job)
    if destination is None:
        return
    messages.expect(entry.path for entry in entries if isinstance(entry, Input))
    try:
        for outcome in outcomes(read(entries, job.reading), job, messages, job.format.encoded):
            stop.check()
            _deliver(outcome, destination, messages, job)
        destination.close()
    finally:
        destination.abort()


def outcomes(items: Iterable[Item], job: Job, messages: Messages, encoded: bool = False) -> Iterator[Outcome]:
    """One outcome an item, in order. Records may come `encoded` as JSON, which takes time off this process."""
    size = _input_size(job.paths)
    jobs = _jobs(job, size)
    if jobs > 1:
        yield from _shared_out(items, job, jobs, size, messages, encoded)
        return
    extractor: Extractor | None = None
    ask = _server(job)
    if ask is None and job.jobs is None and size:
        yield from _reading_ahead(items, job)
        return
    for item in items:
        if not isinstance(item, SourceText):
            yield item
            continue
        made: dict[str, Any] | Exception | None = ask(item) if ask else None
        if made is None:
            ask, extractor = None, extractor or _extractor(job)
            made = _extract(extractor, job, item)
        yield _outcome(item, made)


def _server(job: Job) -> Callable[[SourceText], dict[str, Any] | None] | None:
    """What asks the server of `kextract serve` for a record; None where there is none, or the job is not for it: own
    names and rules are this process's, and who says -j wants his own processes."""
    if not job.server or job.jobs is not None or job.own is not None:
        return None
    from kextract.server.client import connect

    client = connect()
    if client is None:
        return None

    def ask(item: SourceText) -> dict[str, Any] | None:
        date = Reference(job.date, "option") if job.date else item.date
        return client.record(item.text, id=item.id, date=date, types=job.types, needs=job.format.needs)

    return ask


def _extractor(job: Job) -> Extractor:
    """An extractor with its tokenizer and lists loaded, which the garbage collector need not look through again."""
    from kextract.extractor import Extractor

    extractor = Extractor(job.types) if job.own is None else Extractor(job.types, job.own)
    _extract(extractor, job, _WARM)  # what fails here fails again, and is told, with the first document
    if job.own is not None:
        from kextract.own.examples import verify

        verify(job.own, extractor.every_type().extract)
    gc.freeze()
    return extractor


def _reading_ahead(items: Iterable[Item], job: Job) -> Iterator[Outcome]:
    """The same outcomes, the tokenizer's threads some lines ahead of the rules."""
    extractor = _extractor(job)
    waiting: deque[Item] = deque()

    def texts() -> Iterator[str]:
        for item in items:
            waiting.append(item)
            if isinstance(item, SourceText):
                yield item.text

    coming = texts()
    more = True
    while more:
        try:
            for analysis in extractor.analyses(coming):
                while not isinstance(item := waiting.popleft(), SourceText):
                    yield item
                yield _outcome(item, _extract(extractor, job, item, analysis))
            more = False
        except Exception:
            again = [_alone(extractor, job, item) for item in waiting]
            if not any(isinstance(outcome, Crash) for outcome in again):
                raise  # it is no document's error
            yield from again
            waiting.clear()
    yield from [_alone(extractor, job, item) for item in waiting]


def _alone(extractor: Extractor, job: Job, item: Item) -> Outcome:
    return _outcome(item, _extract(extractor, job, item)) if isinstance(item, SourceText) else item


def _extract(
    extractor: Extractor, job: Job, source: SourceText, analysis: Analysis | None = None
) -> dict[str, Any] | Exception:
    from kextract.output.extras import record_from

    date = Reference(job.date, "option") if job.date else source.date
    try:
        analysis = analysis or extractor.analyse(source.text)
        return record_from(extractor, analysis, job.format.needs, source.id, date)
    except Exception as error:  # whatever one document does, the others are read
        return error


def _outcome(source: SourceText, made: dict[str, Any] | Exception) -> Done | Crash:
    return Crash(source, made) if isinstance(made, Exception) else Done(source, made)


def _jobs(job: Job, size: int) -> int:
    """The processes to use: as asked, else all cores for enough input of known size, one for little or a stream."""
    if job.jobs is None and size < PARALLEL_BYTES:
        return 1
    from kextract.cli.pool import can_fork
    from kextract.morph import cores

    return job.jobs or cores() if can_fork() else 1


def _input_size(paths: Iterable[str]) -> int:
    """Bytes of all input files; 0 where one is a stream, whose records are to come out as its lines come in."""
    total = 0
    for entry in inputs(paths):
        if isinstance(entry, Failure):
            continue
        try:
            status = Path(entry.path).stat()
        except OSError:
            return 0
        if not stat.S_ISREG(status.st_mode):
            return 0
        total += status.st_size
    return total


def _shared_out(
    items: Iterable[Item], job: Job, jobs: int, size: int, messages: Messages, encoded: bool
) -> Iterator[Outcome]:
    """The same outcomes, the documents read in several processes. `size` is the bytes of all input, 0 of a stream."""
    from kextract.cli.sharing import LARGE, share_out
    from kextract.output.encode import Encoded, encode

    def record(extractor: Extractor, source: SourceText, analysis: Analysis | None) -> Any:
        made = _extract(extractor, job, source, analysis)
        return Encoded(encode(made)) if encoded and not isinstance(made, Exception) else made

    # one of many files is left whole: then a process has it to itself
    large = max(LARGE, size // (2 * BYTES * jobs))
    extractor = _extractor(job)  # loaded before the fork: the workers share it
    for item, made in share_out(items, extractor, record, jobs, messages.say, large):
        yield _outcome(item, made) if isinstance(item, SourceText) else item


def _destination(job: Job) -> tuple[Destination | None, list[Input | Failure]]:
    """Where the output goes and what is to be read for it; None where everything is there already."""
    outputs = outputs_of(job)
    entries = list(inputs(job.paths, outputs))
    if job.out_dir is None:
        if not one_place(job.output, job.skip_existing, job.force):
            return None, []
        return OneOutput(job.output, job.format, job.options), entries
    where = places(entries, job.out_dir, job.format, job.skip_existing, job.force)
    wanted = [entry for entry in entries if isinstance(entry, Failure) or entry.path in where]
    return EachItsFile(where, job.format, job.options), wanted


def outputs_of(job: Job) -> set[FileId]:
    """The files and the folder that are written to and there already: `kextract . > all.jsonl` must not read its own
    output. Raises TargetError where it is told to."""
    outputs = _outputs(job)
    for path in job.paths:
        if file_id(path) in outputs:
            raise TargetError(f"{path}: is the output too")
    return outputs


def _outputs(job: Job) -> set[FileId]:
    if job.out_dir is not None:
        return {known for known in (file_id(job.out_dir),) if known}
    try:
        target = job.output if job.output not in (None, "-") else sys.stdout.fileno()
    except (AttributeError, OSError, ValueError):
        return set()
    known = file_id(target) if target is not None else None
    return {known} if known else set()


def _deliver(outcome: Outcome, destination: Destination, messages: Messages, job: Job) -> None:
    if isinstance(outcome, Done):
        destination.write(outcome.source.path, outcome.record, outcome.source.text)
        messages.step(outcome.source.text)
    elif isinstance(outcome, End):
        destination.end(outcome.input.path)
        messages.end(outcome.input.path)
    elif isinstance(outcome, Crash):
        messages.crash(outcome.source.place, outcome.error)
        if job.record_errors:
            destination.write(outcome.source.path, {"id": outcome.source.id, "error": "internal error"}, "")
    elif job.record_errors and outcome.id is not None:
        messages.failed = True
        destination.write(outcome.path, {"id": outcome.id, "error": outcome.what}, "")
    else:
        messages.failure(outcome.place, outcome.what)
        if outcome.whole:
            destination.spoil(outcome.path)
