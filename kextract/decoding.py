"""Bytes to text: a byte order mark, strict UTF-8, strict CP949, else one clear error.

The byte order mark is no part of the text; everything else is, line ends included, and offsets count from there.
"""

from __future__ import annotations

import codecs
from typing import Literal

ErrorMode = Literal["strict", "replace"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BUILT_ON_BYTES = ("utf-8", "cp949", "euc_kr", "ascii")  # a line feed is one byte and no part of another character
_FOREIGN = (
    (b"%PDF-", "a PDF file; pipe its text in: pdftotext FILE - | kextract"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a binary office file (HWP, DOC); pipe its text in: hwp5txt FILE | kextract"),
    (b"HWP Document File", "an HWP file; pipe its text in: hwp5txt FILE | kextract"),
    (b"PK\x03\x04", "a zip file (HWPX, DOCX, ODT ...); pipe its text in: pandoc -t plain FILE | kextract"),
    (b"\x1f\x8b", "compressed; pipe its text in: zcat FILE | kextract"),
)
_SAMPLE = 4096
_UTF16_LEAST, _UTF16_SHARE = 3, 0.05  # NUL bytes, all at even or all at odd places


class DecodeError(ValueError):
    """The bytes are not text in the encoding asked for; the message says why and what to do."""


def check_encoding(name: str) -> str:
    """`name` when it is `auto` or a text encoding that Python knows; raises ValueError otherwise."""
    if name == "auto":
        return name
    try:
        b"a".decode(name)  # b"" would decode as anything
    except LookupError as error:
        raise ValueError(f"unknown encoding {name!r}") from error
    except ValueError:
        return name  # half a letter in UTF-16
    return name


def decode(data: bytes, encoding: str = "auto", errors: ErrorMode = "strict") -> str:
    """A whole file. Raises DecodeError."""
    rest, marked = _strip_mark(data)
    if encoding != "auto":
        same = marked is not None and codecs.lookup(marked).name.startswith(codecs.lookup(encoding).name)
        return _decode(rest if same else data, marked if same and marked else encoding, errors)
    if marked:
        return _decode(rest, marked, errors)
    _refuse_foreign(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, errors)


def is_bytewise(encoding: str) -> bool:
    """True where lines may be cut at line feed bytes before decoding."""
    if encoding == "auto":
        return True
    name = codecs.lookup(encoding).name
    return name in _BUILT_ON_BYTES or name.startswith(("iso8859", "cp125"))


def wide_mark(data: bytes) -> bool:
    """True where `data` begins with the mark of UTF-16 or UTF-32."""
    return _strip_mark(data)[1] not in (None, "utf-8")


class LineDecoder:
    """Decodes the lines of one file as they come, without having seen the rest.

    With `auto`, a file is UTF-8 until its first line with other than ASCII letters says that it is CP949; after that
    a line in another encoding is an error of that line alone.
    """

    def __init__(self, encoding: str = "auto", errors: ErrorMode = "strict") -> None:
        self._encoding = None if encoding == "auto" else encoding
        self._errors = errors
        self._first = True

    def decode(self, line: bytes) -> str:
        """Raises DecodeError."""
        if self._first:
            self._first = False
            if line.startswith(codecs.BOM_UTF8):
                line = line[len(codecs.BOM_UTF8) :]
                self._encoding = self._encoding or "utf-8"
            elif self._encoding is None:
                _refuse_foreign(line)
        if self._encoding is not None:
            return _decode(line, self._encoding, self._errors)
        if line.isascii():
            return line.decode("ascii")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError as error:
            text = _not_utf8(line, error, self._errors)
            self._encoding = "cp949"
        else:
            self._encoding = "utf-8"
        return text


def _strip_mark(data: bytes) -> tuple[bytes, str | None]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :], encoding
    return data, None


def _decode(data: bytes, encoding: str, errors: ErrorMode) -> str:
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError as error:
        raise DecodeError(f"not {encoding.upper()}: {_where(error)}") from None
    except (UnicodeError, ValueError) as error:
        raise DecodeError(f"not {encoding.upper()}: {error}") from None


def _where(error: UnicodeDecodeError) -> str:
    shown = error.object[error.start : error.start + 1].hex()
    return f"byte 0x{shown} at offset {error.start} (see --encoding, --encoding-errors)"


def _not_utf8(data: bytes, error: UnicodeDecodeError, errors: ErrorMode) -> str:
    """CP949, unless most of the bytes do read as UTF-8: then the file is UTF-8 with a damaged place."""
    replaced = data.decode("utf-8", "replace")
    damage = replaced.count("\ufffd")
    damaged_utf8 = sum("가" <= letter <= "힣" for letter in replaced) > damage
    if not damaged_utf8:
        try:
            return data.decode("cp949")
        except UnicodeDecodeError:
            pass
    if errors == "replace":
        other = data.decode("cp949", "replace")
        return replaced if damaged_utf8 or damage <= other.count("\ufffd") else other
    raise DecodeError(f"neither UTF-8 nor CP949: {_where(error)}")


def _refuse_foreign(data: bytes) -> None:
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise DecodeError(what)
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    # a stray NUL is text too; the blanks and digits of UTF-16 are many, and their NULs are all on one side
    if min(even, odd) == 0 and max(even, odd) >= max(_UTF16_LEAST, _UTF16_SHARE * len(sample)):
        name = "utf-16-be" if even else "utf-16-le"
        raise DecodeError(f"looks like UTF-16 without its byte order mark; give --encoding {name}")
