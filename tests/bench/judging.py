"""What must hold for any input, for the fuzzers: no error, no hang, true offsets, a record that the schema allows."""

from __future__ import annotations

import io
import json
import re
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

from kextract import Extractor
from kextract.model import Reference
from kextract.output import FORMATS, Options, open_writer
from kextract.output.encode import encode
from kextract.output.extras import record_of
from kextract.source import Failure, Reading, SourceText, documents
from tests.unit.records import schema_errors
from tests.unit.test_hypothesis import check

SECONDS, BYTES = 2.0, 10_000  # no input may take longer than so long for each so many bytes

Kind = tuple[str, ...]


class Judge:
    """Reads inputs and keeps, by kind of failure, how many there were and the shortest."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.failures: dict[Kind, tuple[int, str]] = {}
        self.slowest = (0.0, "")
        self.documents = self.mentions = self.unread = self.size = 0
        self._file = Path(tempfile.mkdtemp(), "input")
        extractor.extract("준비")

    def file(self, mode: str, data: bytes, errors: str = "strict") -> None:
        """A file of these bytes, read in this mode."""
        self._file.write_bytes(data)
        try:
            found = list(documents(str(self._file), Reading(mode=mode, errors=errors)))  # type: ignore[arg-type]
        except Exception as error:
            self._failed(error, repr((mode, data)))
            return
        for item in found:
            if isinstance(item, Failure):
                self.unread += 1
                "\n".join((item.what, str(item.id))).encode("utf-8", "surrogateescape")
            elif isinstance(item, SourceText):
                self.text(item.text, item.date, item.id)

    def text(self, text: str, date: Reference | str | None = None, id: str | int = "x", thorough: bool = False) -> None:
        """One document; `thorough` reads it twice and writes it in every format."""
        began = time.process_time()
        try:
            record = self.extractor.extract(text, id=id, date=date).to_record()
        except Exception as error:
            self._failed(error, repr((text, date)))
            return
        spent = time.process_time() - began
        self.documents += 1
        self.mentions += len(record["mentions"])
        self.size += len(text)
        try:
            self._timely(spent, text)
            self._holds(record, text)
            if thorough:
                assert self.extractor.extract(text, id=id, date=date).to_record() == record, "not the same twice"
                self._written(record, text, date)
        except Exception as error:
            self._failed(error, repr((text, date)))

    def _timely(self, spent: float, text: str) -> None:
        share = spent / max(1.0, len(text.encode("utf-8", "replace")) / BYTES)
        self.slowest = max(self.slowest, (share, text[:60]))
        assert share < SECONDS, "too slow"

    def _holds(self, record: dict[str, Any], text: str) -> None:
        line = encode(record)
        line.encode("utf-8")
        assert "\n" not in line, "a record of several lines"
        told = json.loads(line)
        against = schema_errors(told)
        assert not against, "schema: " + re.sub("[0-9]+", "N", against[-1])
        check(text, told)
        for entity in record["entities"]:
            for name in (entity["name"], *entity.get("aliases", ())):
                assert name.strip() == name != "", "a name with blanks around it"
                assert name.isprintable(), "a name with control characters"

    def _written(self, record: dict[str, Any], text: str, date: Reference | str | None) -> None:
        reference = Reference(date, "option") if isinstance(date, str) else date
        for format in FORMATS.values():
            if not format.binary:
                asked = record_of(self.extractor, text, format.needs, "x", reference) if format.needs else record
                out = io.StringIO()
                writer = open_writer(format, out, Options(width=60, color=False))
                writer.write(asked, text)
                writer.close()
                out.getvalue().encode("utf-8")
                assert format.name not in TERMINAL or "\x1b" not in out.getvalue(), "an escape sequence"

    def _failed(self, error: Exception, given: str) -> None:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__]
        where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
        kind = (type(error).__name__, str(error).partition("\n")[0][:60], where)
        if kind not in self.failures:
            print("found:", *kind, given[:300], sep="\n  ", file=sys.stderr, flush=True)
        count, shortest = self.failures.get(kind, (0, given))
        self.failures[kind] = (count + 1, min(shortest, given, key=len))

    def told(self) -> str:
        """The figures, and a paragraph for each kind of failure."""
        seconds, text = self.slowest
        lines = [
            f"{self.documents:,} documents of {self.size:,} code points, {self.mentions:,} mentions, {self.unread:,} "
            f"lines or files not read; slowest {seconds:.2f} s per 10 kB: {text!r}"
        ]
        for kind, (count, given) in sorted(self.failures.items(), key=lambda entry: -entry[1][0]):
            lines.append(f"{count} × {' | '.join(kind)}\n    {given[:1000]}")
        return "\n".join([*lines, f"{len(self.failures)} kinds of failure"])


TERMINAL = ("table",)
