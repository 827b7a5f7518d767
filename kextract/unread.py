"""Lines that Kiwi has not read yet, for whoever wants dates and money only: most of these are plain from the letters.

A line is read when a rule first asks for its tokens, and then gives what it would have given at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields

from kextract.morph import Line, pieces

Read = Callable[[str], Iterator[Line]]

_OF_KIWI = frozenset(field.name for field in fields(Line) if field.name[0] != "_") - {"text", "offset"}


class UnreadLine(Line):
    """A `Line` that has `starts`, `ends` and `tags` from the moment on that somebody asks for one of them."""

    __slots__ = ("_read",)

    def __init__(self, text: str, offset: int, read: Read) -> None:
        self.text, self.offset, self._read = text, offset, read
        self._chunks = self._words = self._gaps = self._boundaries = None

    def __getattr__(self, name: str) -> object:
        """Called for what is not there yet."""
        if name not in _OF_KIWI:
            raise AttributeError(name)
        line = next(self._read(self.text))
        for known in _OF_KIWI:
            setattr(self, known, getattr(line, known))
        return getattr(line, name)


def unread(text: str, read: Read) -> list[Line]:
    """The lines of a normalised text, as `Analyzer.lines` gives them; `read` is that method."""
    return [UnreadLine(text[start:end], start, read) for start, end in pieces(text)]
