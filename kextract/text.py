"""The text as the rules read it, with the way back to the text as given.

Normalising composes Hangul (NFC), drops zero-width characters and soft hyphens, and maps full-width forms, odd blanks
and line ends to plain ones. `Text.span` takes a span of the normalised text back to code points of the original.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

# dropped: soft hyphen, zero-width and direction marks, byte order mark
_DROP = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_DROPPED = re.compile(f"[{_DROP}]")
# changed one for one: blanks, control characters, full-width ASCII, lone surrogates, other line ends
_BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\xa0{_DROP}{_BLANKS}\u2028\u2029\uff01-\uff5e\uffe6\ud800-\udfff]")
# one base character with what composes onto it: NFD syllables and letters with combining marks
_CLUSTER = re.compile(
    "[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?"
    "|[가-힣][\u11a8-\u11c2]"
    "|[^\n\u0300-\u036f\u20d0-\u20ff][\u0300-\u036f\u20d0-\u20ff]+"
    "|[\uf900-\ufaff\U0002f800-\U0002fa1f]"
)


def _one_for_one() -> dict[int, str]:
    table = dict.fromkeys((*range(32), *range(127, 161)), " ")
    table |= {ord(c): " " for c in "\u1680\u202f\u205f\u3000"} | dict.fromkeys(range(8192, 8203), " ")
    table |= {ord(c): "\n" for c in "\n\x0b\x0c\x85\u2028\u2029"}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0xFFE6: "₩"}
    table |= dict.fromkeys(range(55296, 57344), "�")
    return table


_TABLE = _one_for_one()


@dataclass(frozen=True, slots=True)
class Text:
    """`norm` is what the rules read. `starts` and `ends` give, for each of its code points, the span in `raw` that it
    stands for; both are None where the two texts have the same length and offsets."""

    raw: str
    norm: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in `raw` of the non-empty span `start` to `end` of `norm`."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def normalise(raw: str) -> Text:
    """Reads any str, lone surrogates included; never raises."""
    composed = unicodedata.is_normalized("NFC", raw)
    if composed and not _ODD.search(raw):
        return Text(raw, raw)
    plain = re.sub("\r(?!\n)", "\n", raw).translate(_TABLE)  # "\r\n" becomes " \n": same length
    if composed and not _DROPPED.search(plain):
        return Text(raw, plain)
    return _with_offsets(raw, plain, composed)


def _with_offsets(raw: str, plain: str, composed: bool) -> Text:
    """Drops and composes, noting where each remaining code point came from."""
    starts, ends = array("I"), array("I")
    pieces: list[str] = []

    def keep(start: int, end: int) -> None:
        pieces.append(plain[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    changed = _DROPPED if composed else re.compile(f"{_DROPPED.pattern}|{_CLUSTER.pattern}")
    position = 0
    for match in changed.finditer(plain):
        keep(position, match.start())
        position = match.end()
        if _DROPPED.match(match[0][0]):
            continue
        letters = unicodedata.normalize("NFC", match[0])
        pieces.append(letters)
        starts.extend([match.start()] * len(letters))
        ends.extend([match.end()] * len(letters))
    keep(position, len(plain))
    return Text(raw, "".join(pieces), starts, ends)
