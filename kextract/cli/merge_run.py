"""Files of records or of texts → one knowledge base → one output."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kextract.cli.destination import one_place
from kextract.cli.ending import to_the_end
from kextract.cli.messages import Messages
from kextract.cli.run import Crash, Done, Job, outcomes, outputs_of
from kextract.cli.signals import Stop
from kextract.merge import Knowledge, RecordError, Store
from kextract.merge.formats import write
from kextract.merge.reading import begins_like_records, head_of, holds_records, open_input, told
from kextract.output.sink import open_sink
from kextract.source import STANDARD_INPUT, End, Failure, Input, Item, SourceText, documents, inputs, read


@dataclass(frozen=True, slots=True)
class Merge:
    """A run of `kextract merge`: the job that reads, the items to list in a table, the documents to name a fact."""

    job: Job
    top: int
    sources: int


def run(merge: Merge) -> int:
    """Runs it and gives the exit code."""
    job = merge.job
    return to_the_end(lambda messages, stop: _run(merge, messages, stop), job.output, job.quiet, job.debug)


def _run(merge: Merge, messages: Messages, stop: Stop) -> None:
    job = merge.job
    store = Store()
    try:
        outputs = outputs_of(job)
        if one_place(job.output, job.skip_existing, job.force):
            _fill(store, list(inputs(job.paths, outputs)), job, messages, stop)
            _deliver(Knowledge(store, merge.sources), merge, stop)
    except sqlite3.OperationalError as error:  # a disk that is full; TMPDIR names another place
        stop.check()
        messages.failure("temporary file", f"cannot go on: {error}")
    finally:
        store.close()


def _deliver(knowledge: Knowledge, merge: Merge, stop: Stop) -> None:
    stop.check()
    sink = open_sink(merge.job.output)
    try:
        write(merge.job.format.name, knowledge, sink.stream, merge.job.options, merge.top)
        stop.check()
        sink.commit()
    except BaseException:
        sink.discard()
        raise


def _fill(store: Store, entries: list[Input | Failure], job: Job, messages: Messages, stop: Stop) -> None:
    """Records first, then texts: what comes when makes no difference."""
    texts: list[Input | Failure] = []
    messages.expect(entry.path for entry in entries if isinstance(entry, Input))
    for entry in entries:
        if isinstance(entry, Failure):
            messages.failure(entry.place, entry.what)
            continue
        try:
            if entry.path == STANDARD_INPUT:
                _standard_input(store, job, messages, stop)
            elif _may_be_records(job) and holds_records(entry.path):
                with open_input(entry.path) as file:
                    _records(store, entry.path, file, messages, stop)
                messages.end(entry.path)
            else:
                texts.append(entry)
        except OSError as error:
            messages.failure(entry.path, error.strerror or type(error).__name__)
    paths = tuple(entry.path for entry in texts if isinstance(entry, Input))
    _texts(store, read(texts, job.reading), replace(job, paths=paths), messages, stop)


def _may_be_records(job: Job) -> bool:
    return job.reading.mode in ("auto", "jsonl")


def _records(store: Store, path: str, file: BinaryIO, messages: Messages, stop: Stop, head: bytes = b"") -> None:
    for found in told(path, _counted(chain(head.splitlines(keepends=True), file), messages)):
        stop.check()
        if isinstance(found, Failure):
            messages.failure(found.place, found.what)
            continue
        try:
            store.add(found.record)
        except RecordError as error:
            messages.failure(found.place, str(error))
        messages.step("")


def _counted(lines: Iterable[bytes], messages: Messages) -> Iterator[bytes]:
    for line in lines:
        messages.read(len(line))
        yield line


def _standard_input(store: Store, job: Job, messages: Messages, stop: Stop) -> None:
    with open_input(STANDARD_INPUT) as file:
        head = head_of(file)
        if _may_be_records(job) and begins_like_records(head):
            _records(store, STANDARD_INPUT, file, messages, stop, head)
            return
        with tempfile.TemporaryDirectory(prefix="kextract-") as folder:  # what is looked at cannot be put back
            copy = Path(folder, "stdin")
            with copy.open("wb") as spool:
                spool.write(head)
                shutil.copyfileobj(file, spool)
            _texts(
                store, (_from_standard_input(item) for item in documents(str(copy), job.reading)), job, messages, stop
            )


def _from_standard_input(item: SourceText | Failure) -> SourceText | Failure:
    """Under the name that it has when it is read directly."""
    path, line = STANDARD_INPUT, item.line
    own = isinstance(item.id, str) and item.id.startswith(item.path)
    id = item.id if not own else path if line is None else f"{path}:{line}"
    if isinstance(item, SourceText):
        return replace(item, path=path, id=path if id is None else id)
    return replace(item, path=path, id=id)


def _texts(store: Store, items: Iterable[Item], job: Job, messages: Messages, stop: Stop) -> None:
    for outcome in outcomes(items, job, messages):
        stop.check()
        if isinstance(outcome, Done):
            store.add(outcome.record)
            messages.step(outcome.source.text)
        elif isinstance(outcome, End):
            messages.end(outcome.input.path)
        elif isinstance(outcome, Crash):
            messages.crash(outcome.source.place, outcome.error)
        elif isinstance(outcome, Failure):
            messages.failure(outcome.place, outcome.what)
