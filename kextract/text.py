"""The text as the rules read it, with the way back to the text as given.

Normalising composes Hangul (NFC), drops zero-width characters and soft hyphens, maps full-width forms, odd blanks,
dots and line ends to plain ones, and reads HTML entities. `Text.span` takes a span of the normalised text back to code
points of the original.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from dataclasses import dataclass

# dropped: soft hyphen, zero-width and direction marks, byte order mark, variation selectors (of emoji and of hanja),
# annotation marks, tags
_DROP = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
)
_DROPPED = re.compile(f"[{_DROP}]")
# blanks, among them the fillers of Hangul and an empty pattern of Braille
_BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0"
# dots that stand between the members of a row as the middle dot does: 한ㆍ미, 국민‧신한‧누리은행
_DOTS = "\u2027\u2219\u22c5\u30fb\u318d\uff65"
# changed one for one: blanks, dots, control characters, full-width and half-width forms, lone surrogates, line ends
_ODD = re.compile(
    f"[\x00-\x09\x0b-\x1f\x7f-\xa0{_DROP}{_BLANKS}{_DOTS}\u2028\u2029\uff01-\uff5e\uffa1-\uffdc\uffe0-\uffe6"
    "\ud800-\udfff]"
)
_ENTITY = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# one base character with what composes onto it: NFD syllables and letters with combining marks
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
_CLUSTER = re.compile(
    "[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?"
    "|[가-힣][\u11a8-\u11c2]"
    f"|[^\n{_MARKS}][{_MARKS}]+"
    "|[\uf900-\ufaff\U0002f800-\U0002fa1f]"
)


def _one_for_one() -> dict[int, str]:
    table = dict.fromkeys((*range(32), *range(127, 161)), " ")
    table |= {ord(c): " " for c in "\u1680\u202f\u205f\u2800\u3000\u3164\uffa0"}
    table |= dict.fromkeys(range(0x2000, 0x200B), " ")
    table |= {ord(c): "\n" for c in "\n\x0b\x0c\x85\u2028\u2029"}
    table |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    # half-width jamo become compatibility jamo, full-width signs the plain ones: NFKC of NFKC's letter would be neither
    table |= {code: _compatible(code) for code in range(0xFFA1, 0xFFDD) if _compatible(code)}
    table |= dict(zip(range(0xFFE0, 0xFFE7), "¢£¬¯¦¥₩", strict=True))
    table |= {ord(c): "·" for c in _DOTS}
    table |= dict.fromkeys(range(0xD800, 0xE000), "�")
    return table


def _compatible(code: int) -> str:
    """The full-width letter that a half-width jamo stands for; empty for the unassigned places between them."""
    decomposed = unicodedata.decomposition(chr(code))
    return chr(int(decomposed.rpartition(" ")[2], 16)) if decomposed else ""


def _lone_jamo() -> dict[int, str]:
    """What composes into no syllable becomes a letter of its own: Kiwi glues the other kind to its neighbours."""
    table = {}
    for code in (*range(0x1100, 0x1200), *range(0xA960, 0xA97D), *range(0xD7B0, 0xD7FC)):
        name = unicodedata.name(chr(code), "").rpartition(" ")[2]
        table[code] = _LETTERS.get(name, "�")
    return table


_LETTERS = {unicodedata.name(chr(code)).rpartition(" ")[2]: chr(code) for code in range(0x3131, 0x3164)}
_LETTERS |= {"ARAEA": "·", "FILLER": " "}
_TABLE = _one_for_one()
_JAMO = _lone_jamo()
_LONE_JAMO = re.compile("[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]")


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
    plain = raw
    if _ODD.search(raw):
        plain = re.sub("\r(?!\n)", "\n", raw).translate(_TABLE)  # "\r\n" becomes " \n": same length
    if composed and _LONE_JAMO.search(plain):
        plain = plain.translate(_JAMO)
    if composed and not _DROPPED.search(plain) and not ("&" in plain and _ENTITY.search(plain)):
        return Text(raw, plain)
    return _with_offsets(raw, plain, composed)


def _with_offsets(raw: str, plain: str, composed: bool) -> Text:
    """Drops and composes, noting where each remaining code point came from."""
    starts, ends = array("I"), array("I")
    pieces: list[str] = []
    patterns = [_DROPPED, _ENTITY] if composed else [_DROPPED, _ENTITY, _CLUSTER]
    position = 0
    for match in re.finditer("|".join(pattern.pattern for pattern in patterns), plain):
        start, end = match.span()
        pieces.append(plain[position:start])
        starts.extend(range(position, start))
        ends.extend(range(position + 1, start + 1))
        letters = _letters(match[0])
        pieces.append(letters)
        starts.extend([start] * len(letters))
        ends.extend([end] * len(letters))
        position = end
    pieces.append(plain[position:])
    starts.extend(range(position, len(plain)))
    ends.extend(range(position + 1, len(plain) + 1))
    norm = "".join(pieces)
    return Text(raw, norm.translate(_JAMO) if _LONE_JAMO.search(norm) else norm, starts, ends)


def _letters(piece: str) -> str:
    """What a piece of the text is read as: nothing, the character of an entity, or a composed letter."""
    if len(piece) > 3 and piece[0] == "&" and piece[-1] == ";":
        return _DROPPED.sub("", html.unescape(piece).translate(_TABLE))
    return _DROPPED.sub("", unicodedata.normalize("NFC", piece))
