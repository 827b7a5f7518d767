"""The function for a single call; it keeps one Extractor, so that only the first call loads the tokenizer."""

from __future__ import annotations

from functools import cache

from kextract.extractor import Extractor
from kextract.model import Reference, Result


@cache
def _shared() -> Extractor:
    return Extractor()


def extract(text: str, *, id: str | int | None = None, date: Reference | str | None = None) -> Result:
    """Everything found in `text`; see `Extractor.extract`."""
    return _shared().extract(text, id=id, date=date)
