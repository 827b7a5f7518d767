"""conll: a token a line in four columns parted by tabs, as in CoNLL-2003: surface, Kiwi's tag, start-end, BIO label.

A blank line ends a sentence; a line of the text ends one too. Before each document stands `# document = ID`, before
each sentence `# offset = N`. A token that a mention ends within is parted there, with its tag on both sides, so that
the labels say exactly what the record says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO

from kextract.output import Options, Record
from kextract.output.annotations import Mention, label, spans, well_formed
from kextract.output.extras import Token
from kextract.output.printable import printable

_LINE_END = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_CLOSING = frozenset({"SSC", "SS"})  # Kiwi's tags of what may close with a sentence
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")  # none of these may stand within a column

Row = tuple[int, int, str, str]  # start, end, tag, label


class Conll:
    """Tokens with their labels, sentence by sentence."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, record: Record, text: str) -> None:
        name = f"# document = {printable(str(record['id']))}\n"
        for sentence in _sentences(_rows(record["tokens"], list(spans(record))), text):
            self._stream.write(f"{name}# offset = {sentence[0][0]}\n")
            name = ""
            for start, end, tag, bio in sentence:
                self._stream.write(f"{_surface(text[start:end])}\t{tag}\t{start}-{end}\t{bio}\n")
            self._stream.write("\n")

    def close(self) -> None:
        pass


def open_writer(stream: IO[str], options: Options) -> Conll:
    return Conll(stream)


def _surface(piece: str) -> str:
    return _BLANK.sub("\u2423", well_formed(piece))  # ␣: a token of several words


def _rows(tokens: list[Token], mentions: list[Mention]) -> Iterator[Row]:
    """Tokens with their labels, parted where a mention begins or ends."""
    place = begun = 0  # mentions[:begun] have their B-
    for start, end, tag in tokens:
        while start < end:
            while place < len(mentions) and mentions[place]["end"] <= start:
                place += 1
            mention = mentions[place] if place < len(mentions) else None
            if mention is None or mention["start"] > start:
                cut = end if mention is None else min(end, mention["start"])
                yield start, cut, tag, "O"
            else:
                cut = min(end, mention["end"])
                yield start, cut, tag, f"{'B' if begun <= place else 'I'}-{label(mention['type'])}"
                begun = place + 1
            start = cut


def _sentences(rows: Iterable[Row], text: str) -> Iterator[list[Row]]:
    """The rows by sentence; none ends within a mention."""
    sentence: list[Row] = []
    for row in rows:
        if sentence and not row[3].startswith("I-") and _parted(sentence, row[0], text):
            yield sentence
            sentence = []
        sentence.append(row)
    if sentence:
        yield sentence


def _parted(sentence: list[Row], start: int, text: str) -> bool:
    """True where a line ends before `start`, or a full stop and what closes with it, and a blank after them."""
    if _LINE_END.search(text, sentence[-1][1], start):
        return True
    last = next((row for row in reversed(sentence) if row[2] not in _CLOSING), sentence[-1])
    return last[2] == "SF" and text[start - 1 : start].isspace()
