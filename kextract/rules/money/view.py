"""A line as the money reader asks about it: letters, token boundaries, tags. Works without tokens too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kextract.lazy import Pattern
from kextract.letters import ends_word
from kextract.morph import Line

_PARTICLE = Pattern(
    r"(?:[은는이가을를도만의에와과씩꼴쯤선대정권여나라]|으로|로|짜리|어치|상당|가량|정도|이상|이하|미만|초과|안팎|내외|남짓|까지|부터|밖에|보다|입니|였|이었|든)"
)


class View:
    """`text` with, where Kiwi has read it, its token boundaries and tags."""

    __slots__ = ("line", "text")

    def __init__(self, text: str, line: Line | None = None) -> None:
        self.text = text
        self.line = line

    def ends_word(self, position: int) -> bool:
        """Whether a currency word may end here: no letter follows, or a token begins."""
        if ends_word(self.text, position):
            return True
        if self.line is not None:
            return position in self.line.boundaries
        return _PARTICLE.match(self.text, position) is not None

    def breaks_at(self, position: int) -> bool:
        """Whether a token ends and another begins here; always so without tokens."""
        return self.line is None or position in self.line.boundaries

    def starts_word(self, position: int) -> bool:
        """Whether a numeral in Hangul may begin here: no letter is before it, or a number's token begins."""
        before = self.text[position - 1 : position] if position else ""
        if not ("가" <= before <= "힣" or "一" <= before <= "鿿"):
            return True
        return self.tag_from(position) == "NR"

    def tag_from(self, position: int) -> str:
        """The tag of the token that begins at `position`, or nothing."""
        if self.line is None:
            return ""
        i = bisect_left(self.line.starts, position)
        return self.line.tags[i] if i < len(self.line.starts) and self.line.starts[i] == position else ""

    def token(self, position: int) -> tuple[int, int, str] | None:
        """The token that covers `position`."""
        if self.line is None:
            return None
        i = bisect_right(self.line.starts, position) - 1
        if i < 0 or self.line.ends[i] <= position:
            return None
        return self.line.starts[i], self.line.ends[i], self.line.tags[i]
