"""Runs a pattern over the tokens of a line.

The pattern is written out as states. From one start, each pair of a state and a token is visited once, and a match has
a highest length: the time grows with the text's length, whatever the pattern.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kextract.morph import Line
from kextract.own.names import ends_word
from kextract.own.pattern import (
    Capture,
    Choice,
    Here,
    Item,
    Listed,
    Literal,
    Not,
    Part,
    Repeat,
    Sequence_,
    Tag,
    needed,
)

PARTICLE = "JX"
_CLOSING = ("J", "E", "VC")  # tags of what closes a word
_ENDING = ("V", "XSV", "XSA", *_CLOSING)  # … or ends a predicate
WIDEST = 40  # tokens of one word that a literal with * takes
Lists = Mapping[str, Mapping[int, Sequence[int]]]  # name → start within the line → ends


class Match(NamedTuple):
    """A match within a line: its span, and the spans of what was captured."""

    start: int
    end: int
    captures: dict[str, tuple[int, int]]


@dataclass(slots=True)
class Tokens:
    """A line as patterns see it: its tokens and the listed names in it."""

    line: Line
    lists: Lists = field(default_factory=dict)
    ends: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        self.ends = frozenset(self.line.ends)

    def after(self, end: int) -> int:
        """The first token that begins at `end` or later."""
        return bisect_left(self.line.starts, end)


def cut(line: Line, places: Iterable[int]) -> Line:
    """The line with its tokens cut at `places`, what is cut off being a particle: 하늬솔이, for the tokenizer one name,
    is 하늬솔 and 이."""
    wanted = sorted(set(places) - line.boundaries)
    if not wanted:
        return line
    starts, ends, tags = [], [], []
    for start, end, tag in zip(line.starts, line.ends, line.tags, strict=True):
        inside = [place for place in wanted if start < place < end]
        edges = [start, *inside, end]
        starts += edges[:-1]
        ends += edges[1:]
        tags += [tag, *(PARTICLE for _ in inside)]
    return Line(line.text, line.offset, starts, ends, tags, line.unknown)


# a state: an item or assertion and the state after it; states to go on with; a capture's edge; None is the end
_TAKE, _SPLIT, _OPEN, _CLOSE, _DONE = range(5)
_State = tuple[int, object, tuple[int, ...]]
_Noted = tuple[str, bool, int, "_Noted"] | None  # name, is it the opening, token, what was noted before


class Machine:
    """A pattern, ready to run."""

    def __init__(self, pattern: Part) -> None:
        self._states: list[_State] = [(_DONE, None, ())]
        parts = pattern.parts if isinstance(pattern, Sequence_) else (pattern,)
        self._inside_start = parts[0] == Here("~")  # may begin within a word
        self._inside_end = parts[-1] == Here("~")
        self._needed = sorted(needed(pattern), key=len, reverse=True)
        self._first = self._add(Sequence_(parts[self._inside_start : len(parts) - self._inside_end]), 0)

    def find(self, tokens: Tokens) -> Iterator[Match]:
        """The matches in a line from left to right, the longest from each start, none overlapping another."""
        text = tokens.line.text
        if any(letters not in text for letters in self._needed):
            return
        starts, reached = tokens.line.starts, 0
        for i, start in enumerate(starts):
            if start < reached or not (self._inside_start or _begins_word(text, start)):
                continue
            match = self._run(tokens, i)
            if match:
                yield match
                reached = match.end

    def _add(self, part: Part, after: int) -> int:
        """Writes out a part that goes on with state `after`; the number of its first state."""
        if isinstance(part, Sequence_):
            for one in reversed(part.parts):
                after = self._add(one, after)
            return after
        if isinstance(part, Choice):
            return self._state(_SPLIT, None, tuple(self._add(one, after) for one in part.options))
        if isinstance(part, Repeat):
            stop = after
            for count in range(part.most, 0, -1):
                after = self._add(part.part, after)
                if count > part.least:
                    after = self._state(_SPLIT, None, (after, stop))
            return after
        if isinstance(part, Capture):
            inner = self._add(part.part, self._state(_CLOSE, part.name, (after,)))
            return self._state(_OPEN, part.name, (inner,))
        return self._state(_TAKE, part, (after,))

    def _state(self, kind: int, what: object, following: tuple[int, ...]) -> int:
        self._states.append((kind, what, following))
        return len(self._states) - 1

    def _run(self, tokens: Tokens, first: int) -> Match | None:
        """The longest match from token `first`; of two as long, the one that the pattern names first."""
        best, best_noted = first, None
        seen: set[tuple[int, int]] = set()
        stack: list[tuple[int, int, _Noted]] = [(self._first, first, None)]
        while stack:
            number, i, noted = stack.pop()
            if (number, i) in seen:
                continue
            seen.add((number, i))
            kind, what, following = self._states[number]
            if kind == _DONE:
                if i > best and self._may_end(tokens.line, i):
                    best, best_noted = i, noted
            elif kind == _TAKE:
                for j in reversed(_steps(tokens, i, what, first)):
                    stack.append((following[0], j, noted))
            else:
                if kind != _SPLIT:
                    noted = (str(what), kind == _OPEN, i, noted)
                for choice in reversed(following):
                    stack.append((choice, i, noted))
        return _match(tokens.line, first, best, best_noted) if best > first else None

    def _may_end(self, line: Line, i: int) -> bool:
        end = line.ends[i - 1]
        return self._inside_end or ends_word(line, end, 0)


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1].isalnum() and text[start : start + 1].isalnum())


def _match(line: Line, first: int, after: int, noted: _Noted) -> Match:
    captures: dict[str, tuple[int, int]] = {}
    closing: dict[str, int] = {}
    while noted is not None:  # from the last note to the first
        name, opens, i, noted = noted
        if not opens:
            closing.setdefault(name, i)
        elif name in closing and name not in captures and closing[name] > i:
            captures[name] = (line.starts[i], line.ends[closing[name] - 1])
    return Match(line.starts[first], line.ends[after - 1], captures)


def _steps(tokens: Tokens, i: int, what: object, first: int) -> list[int]:
    """The tokens with which to go on behind an item or assertion at token `i`; empty where it fails."""
    if isinstance(what, Here):
        return [i] if _is_here(tokens.line, i, what.mark, first) else []
    if isinstance(what, Not):
        return [] if any(_ends(tokens, i, item) for item in what.items) else [i]
    return _ends(tokens, i, what)  # type: ignore[arg-type]


def _is_here(line: Line, i: int, mark: str, first: int) -> bool:
    if mark == "^":
        return i == 0
    if mark == "$":
        return i == len(line.starts)
    if i == 0 or i == len(line.starts):
        return mark == "_"
    return (line.starts[i] > line.ends[i - 1]) == (mark == "_")


def _ends(tokens: Tokens, i: int, item: Item) -> list[int]:
    """The tokens behind an item that begins with token `i`."""
    line = tokens.line
    if i >= len(line.starts):
        return []
    if isinstance(item, Tag):
        tag = line.tags[i]
        return [i + 1] if tag in item.tags or tag.startswith(item.prefixes) else []
    start = line.starts[i]
    if isinstance(item, Literal):
        return _literal(tokens, i, item) if item.before or item.behind else _plain(tokens, start, item.text)
    if isinstance(item, Listed):
        return [tokens.after(end) for end in tokens.lists.get(item.name, {}).get(start, ()) if end in tokens.ends]
    return _word(tokens, i)


def _word(tokens: Tokens, i: int) -> list[int]:
    """A word up to its particles and endings, whatever pieces the tokenizer makes of it: 다/온/새 of 다온새는."""
    line = tokens.line
    at = bisect_left(line.chunks, line.starts[i], key=lambda chunk: chunk.start)
    if at == len(line.chunks) or line.chunks[at].start != line.starts[i]:
        return []
    last = line.chunks[at].last
    while last > i and line.tags[last - 1].startswith(_ENDING):
        last -= 1
    return [tokens.after(line.ends[last - 1])] if last > i else []


def _plain(tokens: Tokens, start: int, text: str) -> list[int]:
    end = start + len(text)
    return [tokens.after(end)] if end in tokens.ends and tokens.line.text.startswith(text, start) else []


def _literal(tokens: Tokens, i: int, item: Literal) -> list[int]:
    """A literal with * within one word, the longest first."""
    line, start = tokens.line, tokens.line.starts[i]
    found = []
    for k in range(i, min(i + WIDEST, len(line.starts))):
        end = line.ends[k]
        if k > i and (line.starts[k] > line.ends[k - 1] or line.tags[k].startswith(_CLOSING)):
            break
        if not line.text[line.starts[k] : end].isalnum():
            break
        if _fits(line.text[start:end], item):
            found.append(tokens.after(end))
    return found[::-1]


def _fits(text: str, item: Literal) -> bool:
    """Every * stands for one letter at least."""
    least = len(item.text) + item.before + item.behind
    if len(text) < least:
        return False
    if item.before and item.behind:
        return item.text in text[1:-1]
    return text.endswith(item.text) if item.before else text.startswith(item.text)
