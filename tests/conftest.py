"""What several tests share."""

from __future__ import annotations

import pytest

from kextract import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """One Extractor for the whole run: loading Kiwi takes seconds."""
    return Extractor()
