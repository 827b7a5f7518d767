"""Escaping, and the page's words in both languages."""

from __future__ import annotations

import html
import re
from typing import Any

from kextract.output.encode import encode
from kextract.output.html.words import WORDS

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# what HTML forbids, and what has no UTF-8; offsets no longer matter here
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_IN_SCRIPT = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&"}


def plain(text: str) -> str:
    """`text` with line ends as \\n and U+FFFD for what HTML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def escaped(text: Any) -> str:
    """As text or as a quoted attribute."""
    return html.escape(plain(str(text)), quote=True)


def said(key: str) -> str:
    """A word of the page in both languages; the style sheet shows one of them."""
    korean, english = WORDS[key]
    return f'<span class="ko" lang="ko">{escaped(korean)}</span><span class="en" lang="en">{escaped(english)}</span>'


def nothing() -> str:
    """What stands where there is nothing to show."""
    return f"<p>{said('nothing')}</p>\n"


def data(value: Any) -> str:
    """`value` as JSON that may stand within a script element."""
    return encode(value).translate(_IN_SCRIPT)
