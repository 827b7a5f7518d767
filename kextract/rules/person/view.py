"""A line as the person rules see it: its words with what stands between them, and the drafts found so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kextract.morph import Line
from kextract.rules.person.weights import WEIGHTS

Form = Literal["full", "surname", "given", "masked", "foreign", "group"]


@dataclass(slots=True)
class Draft:
    """A possible name. Offsets count within the line; `word` and `last` are the words it begins and ends in."""

    start: int
    end: int
    word: int
    last: int
    form: Form
    rule: str
    surface: str
    evidence: list[str]
    score: float = 0.0
    title: tuple[int, int] | None = None
    status: str | None = None
    aliases: tuple[tuple[int, int], ...] = ()
    joined: bool = False  # next to the following draft in a list: 심가람·문나래 위원장

    def add(self, piece: str) -> None:
        """One more piece of evidence, with its weight."""
        self.evidence.append(piece)
        self.score += WEIGHTS[piece]


_CLOSING = frozenset("'\"’”)）」』》〉>")
_OPENING = frozenset(" \t([（「『《〈<‘“·,")


def _is_head(text: str, start: int) -> bool:
    """False for what follows a closing quote or bracket, as 은 in '피플'은."""
    if start == 0 or text[start - 1] not in _CLOSING:
        return True
    return start == 1 or (text[start - 1] in "'\"" and text[start - 2] in _OPENING)


class View:
    """The words of a line (runs of letters and digits) as parallel lists, and the line's drafts. `gaps[i]` stands
    before word `i`, the last one behind the last word."""

    __slots__ = ("cores", "drafts", "ends", "gaps", "heads", "lasts", "line", "starts", "text", "tokens", "words")

    def __init__(self, line: Line) -> None:
        text = line.text
        self.line = line
        self.text = text
        chunks = line.chunks
        self.words, self.gaps = line.words, line.gaps
        columns: list[tuple[int, ...]] = list(zip(*chunks, strict=True)) or [()] * 5
        self.starts, self.ends, self.cores, self.tokens, after = columns
        self.lasts = [last - 1 for last in after]
        closing = _CLOSING
        self.heads = [
            not gap or gap[-1] not in closing or _is_head(text, start)
            for gap, start in zip(self.gaps, self.starts, strict=False)
        ]
        self.drafts: list[Draft] = []

    def gap(self, i: int) -> str:
        """What stands between word `i` and the next; the line's rest behind the last word."""
        return self.gaps[i + 1]

    def particled(self, i: int) -> bool:
        """Does Kiwi see a particle at the word's end?"""
        line, k = self.line, self.lasts[i]
        return k > self.tokens[i] and line.tags[k][0] == "J"

    def ends_in_ending(self, i: int) -> bool:
        """Does Kiwi see a predicate's ending at the word's end?"""
        line, k = self.line, self.lasts[i]
        return k > self.tokens[i] and line.tags[k][0] == "E"

    def nominal(self, i: int) -> str:
        """The word without its particle: 울산시장 of 울산시장은."""
        return self.text[self.starts[i] : self.cores[i]]

    def bare(self, i: int) -> bool:
        """Has the word no particle?"""
        return self.cores[i] == self.ends[i]
