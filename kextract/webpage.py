"""Saved web pages: the main text, without menus and footers, and the publication date that the page states.

The work is trafilatura's, an extra: `pip install 'kextract[html]'`. Offsets count code points of the main text.
"""

from __future__ import annotations

from importlib import import_module

from kextract.decoding import DecodeError

ENDINGS = (".html", ".htm", ".xhtml")
# what the page says of itself, and no day that depends on the day of reading
_DATE = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}


def main_text(page: str) -> tuple[str, str | None]:
    """The text of a page and its date, YYYY-MM-DD. Raises DecodeError without the extra or without a main text."""
    try:
        reader = import_module("trafilatura")
    except ImportError as error:
        raise DecodeError(
            "a web page: pip install 'kextract[html]' reads its main text; --input text takes it as it is"
        ) from error
    try:
        found = reader.bare_extraction(
            page, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=dict(_DATE)
        )
    except Exception as error:  # whatever a page does to a parser, the next file is read
        raise DecodeError(f"cannot read this web page: {type(error).__name__}") from error
    if found is None or not found.text:
        raise DecodeError("no main text in this web page; --input text takes it as it is")
    return str(found.text), found.date or None
