"""html: one page for a browser, with all it needs inside: no request leaves it."""

from __future__ import annotations

from typing import IO

from kextract.output import Options, Record
from kextract.output.html.document import Section, section
from kextract.output.html.page import page


class Page:
    """The page is written at the end: its list of documents stands at the beginning."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._sections: list[Section] = []
        self._others: list[str] = []  # types of one's own, numbered as they come

    def write(self, record: Record, text: str) -> None:
        self._sections.append(section(record, text, len(self._sections) + 1, self._others))

    def close(self) -> None:
        self._stream.writelines(page(self._sections, self._others))


def open_writer(stream: IO[str], options: Options) -> Page:
    return Page(stream)
