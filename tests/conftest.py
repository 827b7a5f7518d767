"""What several tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kextract import Extractor


@pytest.fixture(scope="session", autouse=True)
def no_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The tests are of this process and this tree, whatever server and config the developer keeps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        yield


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """One Extractor for the whole run: loading Kiwi takes seconds."""
    return Extractor()
