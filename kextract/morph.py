"""Kiwi behind one door: text in, `Line`s of tokens out. The only file that knows kiwipiepy.

Kiwi is given one line at a time: its time grows faster than the length of what it is given.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiwipiepy import Kiwi, Token

THREADS = 2  # of Kiwi that work ahead of the rules: two are faster than the rules are
LINE_LIMIT = 2_000  # code points that Kiwi gets at once; longer lines are cut at a sentence's end or a blank
_CUT = re.compile(r"[.!?。][\"'”’)\]]*\s|\s")


class Chunk(NamedTuple):
    """A run of letters and digits between blanks and symbols: 울산시장은. Offsets within the line; `core` is the end
    of its nominal part (울산시장), `first` and `last` are its tokens, `last` excluded."""

    start: int
    end: int
    core: int
    first: int
    last: int


@dataclass(slots=True)
class Line:
    """One line of the normalised text, `text`, which begins at code point `offset` of the document. Its tokens are
    parallel lists: `starts` and `ends` within the line, and Kiwi's `tags`. A token's surface is
    `text[starts[i]:ends[i]]`; neighbouring tokens may share code points (했 is 하 and 었). `unknown` has the starts of
    tokens that Kiwi's dictionary lacks, whose tag it guessed."""

    text: str
    offset: int
    starts: list[int]
    ends: list[int]
    tags: list[str]
    unknown: frozenset[int] = frozenset()
    _chunks: list[Chunk] | None = field(default=None, repr=False)
    _words: list[str] | None = field(default=None, repr=False)
    _gaps: list[str] | None = field(default=None, repr=False)
    _boundaries: AbstractSet[int] | None = field(default=None, repr=False)

    @property
    def boundaries(self) -> AbstractSet[int]:
        """Offsets within the line at which a token begins or ends."""
        if self._boundaries is None:
            self._boundaries = {*self.starts, *self.ends}
        return self._boundaries

    @property
    def chunks(self) -> list[Chunk]:
        if self._chunks is None:
            self._chunks = _chunks(self)
        return self._chunks

    @property
    def words(self) -> list[str]:
        """The chunks as written."""
        if self._words is None:
            self._words = _WORD.findall(self.text)
        return self._words

    @property
    def gaps(self) -> list[str]:
        """What stands between the chunks: `gaps[i]` before chunk i, at the end the line's rest."""
        if self._gaps is None:
            self._gaps = _WORD.split(self.text)
        return self._gaps


@dataclass(slots=True)
class Document:
    """A normalised text with its analysed lines. Rules see nothing else of a document."""

    text: str
    lines: list[Line]


# tags that cannot stand inside a nominal: particles, endings, predicates, symbols
_FUNCTIONAL = frozenset(
    [
        "JKS",
        "JKC",
        "JKG",
        "JKO",
        "JKB",
        "JKV",
        "JKQ",
        "JX",
        "JC",
        "VV",
        "VA",
        "VX",
        "VCP",
        "VCN",
        "XSV",
        "XSA",
        "XSA-I",
        "XSA-R",
        "EP",
        "EF",
        "EC",
        "ETN",
        "ETM",
        "MAG",
        "MAJ",
        "IC",
    ]
) | {"VV-R", "VV-I", "VA-R", "VA-I", "VX-R", "VX-I"}
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u3131-\u3162\u3165-\u318c\u318e\u3400-\u9fff가-힣]+")  # not ㅣ and ㆍ


def _chunks(line: Line) -> list[Chunk]:
    beyond = len(line.text) + 1
    starts, ends, tags = [*line.starts, beyond], [*line.ends, beyond], line.tags  # what stops every loop
    functional = _FUNCTIONAL
    found: list[Chunk] = []
    make = tuple.__new__  # a third of the time of Chunk(…)
    i = end = 0
    for gap, word in zip(line.gaps, line.words, strict=False):
        start = end + len(gap)
        end = start + len(word)
        while ends[i] <= start:
            i += 1
        first = i
        core = end
        while starts[i] < end:
            if i > first and tags[i] in functional and starts[i] > start:
                core = starts[i]
                break
            i += 1
        while starts[i] < end:
            i += 1
        found.append(make(Chunk, (start, end, core, first, i)))
        if i and ends[i - 1] > end:
            i -= 1  # one token over two words: the hashtag #김하늘_시장
    return found


class Analyzer:
    """Kiwi, loaded on the first use and kept. Raises nothing of its own; Kiwi's load errors pass through."""

    def __init__(self) -> None:
        self._kiwi: Kiwi | None = None

    def load(self) -> Kiwi:
        if self._kiwi is None:
            from kiwipiepy import Kiwi

            kiwi = Kiwi(num_workers=min(THREADS, cores()), load_multi_dict=False)
            # .77 of the default's time for .999 of the same tokens, measured on news sentences
            kiwi.global_config.cutoff_threshold = 5
            self._kiwi = kiwi
        return self._kiwi

    def lines(self, text: str) -> Iterator[Line]:
        """The lines of a normalised text that hold anything but blanks, in order."""
        kiwi = self.load()
        for start, end in pieces(text):
            piece = text[start:end]
            yield _line(piece, start, kiwi.tokenize(piece, z_coda=False))

    def ahead(self, texts: Iterable[str]) -> Iterator[list[Line]]:
        """Of each text the same lines as `lines` gives, while threads of Kiwi's analyse what comes next: up to 33
        lines are taken before they are wanted, so that this is nothing for a stream that somebody waits for. Nor is
        it for a forked process, where Kiwi's threads hang."""
        begun: deque[tuple[list[Line], deque[tuple[int, str]]]] = deque()  # lines done of a text, and those to come

        def coming_up() -> Iterator[str]:
            for text in texts:
                coming = deque((start, text[start:end]) for start, end in pieces(text))
                begun.append(([], coming))
                yield from [piece for _, piece in coming]

        for tokens in self.load().tokenize(coming_up(), z_coda=False):
            while not begun[0][1]:
                yield begun.popleft()[0]
            lines, coming = begun[0]
            start, piece = coming.popleft()
            lines.append(_line(piece, start, tokens))
        while begun:
            yield begun.popleft()[0]

    def gluing(self, pairs: Iterable[tuple[str, str]]) -> list[float]:
        """Of each pair of pieces of text, how much likelier it is as one word than as two: log-likelihoods."""
        analyze = self.load().analyze
        return [analyze(one + other)[0][1] - analyze(f"{one} {other}")[0][1] for one, other in pairs]


def _line(piece: str, offset: int, tokens: Iterable[Token]) -> Line:
    starts, ends, tags, unknown = [], [], [], []
    for token in tokens:
        starts.append(token.start)
        ends.append(token.end)
        tags.append(token.tag)
        if token.oov:
            unknown.append(token.start)
    return Line(piece, offset, starts, ends, tags, frozenset(unknown))


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end that `Analyzer.lines` gives."""
    position, size = 0, len(text)
    while position < size:
        newline = text.find("\n", position)
        end = size if newline < 0 else newline
        while end - position > LINE_LIMIT:
            cut = _cut(text, position, position + LINE_LIMIT)
            if not text[position:cut].isspace():
                yield position, cut
            position = cut
        if position < end and not text[position:end].isspace():
            yield position, end
        position = end + 1


def _cut(text: str, start: int, limit: int) -> int:
    """Where to cut a long line: after the last sentence's end in its second half, else the last blank, else `limit`."""
    sentence = blank = 0
    for match in _CUT.finditer(text, start + (limit - start) // 2, limit):
        blank = match.end()
        if len(match[0]) > 1:
            sentence = match.end()
    return sentence or blank or limit


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def versions() -> dict[str, str]:
    """Names and versions of the tokenizer and its model, without loading them."""
    from importlib.metadata import version

    return {name: version(name) for name in ("kiwipiepy", "kiwipiepy_model")}
