"""Lines apart from their tokens: read when a rule first asks for one, or read in another process.

Whoever wants dates and money only is spared most of the tokenizer's time so: most of these are plain from the letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from kextract.morph import Line, pieces

Read = Callable[[str], Iterator[Line]]
Tokens = tuple[Any, ...]  # what Kiwi says of a line

_OF_KIWI = tuple(field.name for field in fields(Line) if field.name[0] != "_" and field.name not in ("text", "offset"))


def tokens_of(line: Line) -> Tokens:
    """What Kiwi says of a line."""
    return tuple(getattr(line, name) for name in _OF_KIWI)


def with_tokens(text: str, offset: int, tokens: Tokens) -> Line:
    """The line again that `tokens_of` was asked about."""
    return Line(text, offset, **dict(zip(_OF_KIWI, tokens, strict=True)))


class UnreadLine(Line):
    """A `Line` that has its tokens from the moment on that somebody asks for them."""

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
