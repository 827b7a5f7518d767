"""What the letters around a word say by themselves, so that nobody need ask the tokenizer."""

from __future__ import annotations

import re

# particles and what is written like them behind a number or a date, the whole of what follows up to the word's end
_PARTICLE = (
    r"[은는이가을를도만의과와로인]|에[는도만]?|에서[는도]?|에게|까지[는도만]?|부터[는도]?|으로[는도]?|로[는도]|이?나|보다|이며|이고|이다|이자|이?라고"
    r"|이?라는|이?라며|이?었다|였다|이?던|인데|인지|이지만|이었던|였던"
)
_PARTICLES = re.compile(rf"(?:(?:쯤|께|경|씩|가량|짜리)(?:{_PARTICLE})?|{_PARTICLE})(?![가-힣])")
_JOINING = "#@_&"  # the beginning of an address or a hashtag


def opens_word(text: str, start: int) -> bool:
    """Whether a word of Hangul begins at `start` for sure: no letter, digit or hash sign is before it."""
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in _JOINING)


def ends_word(text: str, end: int) -> bool:
    """Whether a word ends at `end` for sure: no Hangul goes on, or only a particle does."""
    return end >= len(text) or not "가" <= text[end] <= "힣" or _PARTICLES.match(text, end) is not None


def is_closed(syllable: str) -> bool:
    """Does a Hangul syllable end in a consonant, as 람 does and 나 does not?"""
    return "가" <= syllable <= "힣" and (ord(syllable) - ord("가")) % 28 > 0
