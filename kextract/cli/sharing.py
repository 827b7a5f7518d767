"""The documents of a job shared out to processes, and the lines of one that is large.

Small documents go out in batches and come back as records. Of a large one the workers read the lines, block by block;
what takes the whole document is done here, organizations and relations in processes of their own beside the rest.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kextract.cli.pool import Aside, Lost, Pool
from kextract.extractor import Analysis, Extractor
from kextract.model import Candidate, Relation
from kextract.morph import Document, Line, pieces
from kextract.rules.date import find_dates
from kextract.rules.money import find_money
from kextract.rules.organization import find_organizations
from kextract.rules.person import find_people
from kextract.source import Item, SourceText
from kextract.text import Text
from kextract.unread import Tokens, tokens_of, with_tokens

BATCH = 30_000  # code points that a worker gets at once
LARGE = 300_000  # code points from which a document may be worth sharing out itself

Block = list[str]  # lines of a large document
Task = SourceText | Block | None
# makes a record of a document, or says what went wrong
Record = Callable[[Extractor, SourceText, Analysis | None], Any]


class Large(Extractor):
    """An extractor for one document whose lines are read elsewhere. Dates and amounts are found as they come."""

    def __init__(self, extractor: Extractor, text: str) -> None:
        super().__init__(extractor.types, extractor.own)
        self.analyzer = extractor.analyzer
        self.reading: Text = self.normalised(text)
        self._spans = deque(pieces(self.reading.norm))
        self._lines: list[Line] = []
        self._found: list[Candidate] = []

    def blocks(self) -> list[Block]:
        """Its lines in blocks of about `BATCH` code points, at least one."""
        blocks: list[Block] = [[]]
        size = 0
        for start, end in self._spans:
            if size >= BATCH:
                blocks.append([])
                size = 0
            blocks[-1].append(self.reading.norm[start:end])
            size += end - start
        return blocks

    def add(self, block: list[Tokens]) -> None:
        """Takes what a worker has read of the next lines."""
        for tokens in block:
            start, end = self._spans.popleft()
            line = with_tokens(self.reading.norm[start:end], start, tokens)
            self._lines.append(line)
            self._found += (*find_dates(line), *find_money(line))

    def analysis(self) -> Analysis:
        """The document, when all blocks are added."""
        return Analysis(self.reading, Document(self.reading.norm, self._lines))

    def self_evident(self, document: Document) -> list[Candidate]:
        return self._found

    def names(self, document: Document, least: tuple[float, ...] = ()) -> list[Candidate]:
        organizations = Aside(lambda: find_organizations(document, *least))
        people = find_people(document, *least)
        return organizations.result() + people

    def later(self, work: Callable[[], list[Relation]]) -> Callable[[], list[Relation]]:
        return Aside(work).result


@dataclass(slots=True)
class _Waiting:
    """An item under way, with the results that are still to come for it."""

    item: Item
    large: Large | None = None
    left: int = 1
    made: Any = None  # its record, or the first thing that went wrong

    def take(self, made: Any, record: Record) -> bool:
        """Takes the next result; whether it was the last."""
        self.left -= 1
        if isinstance(made, Lost):
            made = RuntimeError(made.reason)
        if self.large is None or isinstance(made, Exception):
            self.made = self.made or made
        elif self.made is None:
            self.large.add(made)
        if self.left or self.large is None or self.made is not None or not isinstance(self.item, SourceText):
            return not self.left
        self.made = record(self.large, self.item, self.large.analysis())
        return True


def share_out(
    items: Iterable[Item], extractor: Extractor, record: Record, jobs: int, died: Callable[[str], None], large: int
) -> Iterator[tuple[Item, Any]]:
    """Each item in order with its record, None for what is no text. `extractor` is loaded, so that the processes share
    its model; `died` is told of each process that dies; texts of `large` code points are shared out themselves."""

    def work(task: Task) -> Any:
        if not isinstance(task, list):
            return task and record(extractor, task, None)
        try:
            return [tokens_of(line) for piece in task for line in extractor.analyzer.lines(piece)]
        except Exception as error:  # the document's, as in `record`
            return error

    waiting: deque[_Waiting] = deque()
    batches = _batches(items, waiting, lambda text: _parted(text, extractor, large))
    for made in Pool[Task, Any](work, jobs, died).results(batches):
        if waiting[0].take(made, record):
            done = waiting.popleft()
            yield done.item, done.made


def _parted(text: str, extractor: Extractor, large: int) -> Large | None:
    return Large(extractor, text) if len(text) >= large and not extractor.without_names else None


def _batches(
    items: Iterable[Item], waiting: deque[_Waiting], parted: Callable[[str], Large | None]
) -> Iterator[list[Task]]:
    """Lists of tasks of about `BATCH` code points each; what goes out is noted in `waiting`."""
    batch: list[Task] = []
    size = 0
    for item in items:
        entry = _entry(item, parted)
        waiting.append(entry)
        if entry.large is not None:
            blocks = entry.large.blocks()
            entry.left = len(blocks)
            if batch:
                yield batch
            for block in blocks:
                yield [block]
            batch, size = [], 0
            continue
        batch.append(item if isinstance(item, SourceText) and entry.made is None else None)
        size += len(item.text) + 100 if isinstance(item, SourceText) else 100
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _entry(item: Item, parted: Callable[[str], Large | None]) -> _Waiting:
    try:
        return _Waiting(item, parted(item.text) if isinstance(item, SourceText) else None)
    except Exception as error:
        return _Waiting(item, made=error)
