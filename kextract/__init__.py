"""People, organizations, dates and money out of Korean text.

    from kextract import extract, Extractor
    extract("김하늘 시장은 3억원을 지원한다고 밝혔다.").to_record()

Importing this loads no model and no lexicon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kextract.api import extract
    from kextract.extractor import Extractor
    from kextract.model import (
        DateValue,
        Entity,
        Evidence,
        Mention,
        MoneyValue,
        Reference,
        Relation,
        Result,
    )

__version__ = "0.1.0"

_HOMES = {"extract": "kextract.api", "Extractor": "kextract.extractor"}
_MODEL = ("DateValue", "Entity", "Evidence", "Mention", "MoneyValue", "Reference", "Relation", "Result")

__all__ = [
    "DateValue",
    "Entity",
    "Evidence",
    "Extractor",
    "Mention",
    "MoneyValue",
    "Reference",
    "Relation",
    "Result",
    "__version__",
    "extract",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in _MODEL:
        return getattr(import_module("kextract.model"), name)
    raise AttributeError(f"module 'kextract' has no attribute {name!r}")
