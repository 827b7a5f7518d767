"""Lines that a mail, minutes or a PDF broke at a fixed width, read as the paragraphs that they were.

A line break within a sentence counts as a blank, or as nothing where the text was cut at a width rather than between
words (남유 / 진 시장은). Headlines, menus, lists and tables stay as they are: a block of lines is taken for a wrapped
paragraph only where nearly all of its lines are full, that is where the next line's first word had no room, and where
it holds whole sentences. `Text` keeps the way back, so that offsets are those of the text as given.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kextract.text import Text

# how much likelier each pair of pieces is as one word than as two, on the tokenizer's scale
Gluing = Callable[[Sequence[tuple[str, str]]], list[float]]

_LEAST_WIDTH, _MOST_WIDTH = 24, 200  # cells: columns of a newspaper, wide pages
_LEAST_LINES, _MOST_LINES = 3, 500
_SLACK = 5  # cells that may be free although more would follow: two syllables, in a proportional font
_FULL_SHARE = 0.8
_LINES_A_SENTENCE = 8  # prose ends a sentence at least so often
_SIDE = 24  # code points that say whether a word was cut
_LIKELY, _SURE = 2.0, 5.0  # 90 and 62 of 100 cut words are above, 2 and 1 of 100 whole ones
_CUT_SHARE = 0.25  # of the breaks within words, from which a text was cut at a width: commonly one half, else 2 of 100

_LINE = re.compile(r"(?P<lead>[ ]*+(?:>[ ]?)*+[ ]*+)(?P<rest>[^\n]*)\n?")
_ENDED = re.compile(r"[.!?。…:;][\"'”’)\]」』》〉]*+$")
_SENTENCE = re.compile(r"[가-힣)\"'”’][.!?][\"'”’)\]]*+(?:\s|$)")
_ITEM = re.compile(
    r"[-*+•·○◦●□■◇◆▲△▶▷▸◎※☞→#|=~_ㅇㆍ①-⑳㉠-㉻❶-❿<〈《【\[]"
    r"|\(?(?:[0-9]{1,3}|[가-하]|[a-zA-Z]|[IVX]{1,4})[.)](?:\s|$)|제[0-9]{1,3}[조장항]"
)
_GAP = re.compile(r"\S\s{2,}\S")
_HANGUL = re.compile("[가-힣]")
_OPEN, _CLOSED = "([{<‘“「『《〈·ㆍ-~∼/", ")]}>’”」』》〉,.!?%·ㆍ~∼/"
_UNIT = re.compile("[0-9]|[년월일시분초만억천조원명개건％%]")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line's words within the text, without what is before and after them."""

    start: int
    end: int
    lead: str
    words: str
    first: str

    def width(self, cells: bool) -> int:
        return _width(self.words, cells)


Break = tuple[_Row, _Row]


def _width(words: str, cells: bool) -> int:
    """In cells, where a Hangul syllable takes two (three bytes for one code point, as it happens), or in letters."""
    return (len(words) + len(words.encode())) // 2 if cells else len(words)


def unwrap(text: Text, gluing: Gluing) -> Text:
    """`text` with the line breaks of wrapped paragraphs read as blanks or as nothing."""
    if text.norm.count("\n") < _LEAST_LINES - 1:
        return text
    breaks = _breaks(text.norm)
    if not breaks:
        return text
    return _joined(text, breaks, _cut(text, breaks, gluing))


def _breaks(text: str) -> list[Break]:
    """The pairs of lines to be joined."""
    found: list[Break] = []
    widths: dict[bool, int] = {}
    for block in _blocks(text):
        cells, breaks = max(((way, _wrapped(block, way)) for way in (True, False)), key=lambda made: len(made[1]))
        if breaks:
            found += breaks
            widths[cells] = max(widths.get(cells, 0), *(row.width(cells) for row in block))
    if not widths:
        return []
    for block in _blocks(text):
        if len(block) == 2:
            found += [pair for cells, width in widths.items() for pair in _short(block, cells, width)][:1]
    return sorted(found, key=lambda pair: pair[0].start)


def _blocks(text: str) -> Iterator[list[_Row]]:
    """Lines that stand together: no blank line between them, and equally often quoted."""
    block: list[_Row] = []
    for match in _LINE.finditer(text):
        words = match["rest"].rstrip()
        lead = match["lead"]
        if block and (not words or len(block) == _MOST_LINES or lead.count(">") != block[-1].lead.count(">")):
            yield block
            block = []
        if words:
            start = match.start("rest")
            block.append(_Row(start, start + len(words), lead, words, words.split(maxsplit=1)[0]))
    if block:
        yield block


def _wrapped(block: list[_Row], cells: bool) -> list[Break]:
    """The breaks of a block that is a wrapped paragraph, or several; nothing else."""
    if len(block) < _LEAST_LINES:
        return []
    width = max(row.width(cells) for row in block)
    if not _LEAST_WIDTH <= (width if cells else 2 * width) <= _MOST_WIDTH or not _is_prose(block):
        return []
    within = [(row, after) for row, after in pairwise(block) if _goes_on(row, after)]
    full = [(row, after) for row, after in within if _is_full(row, after, width, cells)]
    return full if len(full) > 1 and len(full) >= _FULL_SHARE * len(within) else []


def _short(block: list[_Row], cells: bool, width: int) -> list[Break]:
    """The same of two lines, which alone would tell nothing, in a text wrapped at `width`."""
    if len(block) != 2 or not _is_prose(block) or block[0].width(cells) > width:
        return []
    row, after = block
    return [(row, after)] if _goes_on(row, after) and _is_full(row, after, width, cells) else []


def _goes_on(row: _Row, after: _Row) -> bool:
    """True where a sentence may go on from one line to the next: no full stop, and no item or paragraph begins."""
    if _ENDED.search(row.words, max(0, len(row.words) - 8)) or _ITEM.match(after.words):
        return False
    return len(after.lead) <= len(row.lead) or _ITEM.match(row.words) is not None


def _is_full(row: _Row, after: _Row, width: int, cells: bool) -> bool:
    """True where the next line's first word had no room."""
    return width - row.width(cells) < max(1 + _width(after.first, cells), _SLACK if cells else _SLACK // 2)


def _is_prose(block: list[_Row]) -> bool:
    words = " ".join(row.words for row in block)
    if _LINES_A_SENTENCE * len(_SENTENCE.findall(words)) < len(block):
        return False
    if 4 * sum(_GAP.search(row.words) is not None for row in block) > len(block):
        return False  # a table
    return 2 * len(_HANGUL.findall(words)) > len(words) - words.count(" ")


def _cut(text: Text, breaks: list[Break], gluing: Gluing) -> list[bool]:
    """Of each break, whether it is within a word."""
    whole = [text.raw[slice(*text.span(row.end, row.end + 1))] in (" ", "\t", "\u3000") for row, _ in breaks]
    asked = [
        place
        for place, (row, after) in enumerate(breaks)
        if not whole[place] and _HANGUL.match(row.words[-1]) and _HANGUL.match(after.words[0])
    ]
    scores = dict(zip(asked, gluing([_sides(*breaks[place]) for place in asked]), strict=True))
    likely = sum(score > _LIKELY for score in scores.values())
    sure = any(score > _SURE for score in scores.values())
    by_width = likely >= _CUT_SHARE * len(asked) and (likely > 1 or sure)
    return [
        not whole[place] and _is_one(row, after, scores.get(place), by_width)
        for place, (row, after) in enumerate(breaks)
    ]


def _is_one(row: _Row, after: _Row, score: float | None, by_width: bool) -> bool:
    last, first = row.words[-1], after.words[0]
    if score is not None:
        return by_width and score > _LIKELY
    if last in _OPEN or first in _CLOSED:
        return True
    return by_width and last.isdigit() and _UNIT.match(first) is not None


def _sides(row: _Row, after: _Row) -> tuple[str, str]:
    """The two words before a break and the two behind it."""
    before = row.words[-_SIDE:].split()[-2:]
    behind = after.words[:_SIDE].split()[:2]
    return " ".join(before), " ".join(behind)


def _joined(text: Text, breaks: list[Break], cut: list[bool]) -> Text:
    """`text` read on over the breaks."""
    starts = text.starts if text.starts is not None else array("I", range(len(text.norm)))
    ends = text.ends if text.ends is not None else array("I", range(1, len(text.norm) + 1))
    new_starts, new_ends = array("I"), array("I")
    pieces: list[str] = []
    position = 0
    for (row, after), one_word in zip(breaks, cut, strict=True):
        pieces.append(text.norm[position : row.end])
        new_starts.extend(starts[position : row.end])
        new_ends.extend(ends[position : row.end])
        if not one_word:
            pieces.append(" ")
            new_starts.append(starts[row.end])
            new_ends.append(ends[after.start - 1])
        position = after.start
    pieces.append(text.norm[position:])
    new_starts.extend(starts[position:])
    new_ends.extend(ends[position:])
    return Text(text.raw, "".join(pieces), new_starts, new_ends)
