"""A regular expression that is compiled on its first use: importing the rules costs next to nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator


class Pattern:
    """Like a compiled `re.Pattern`, as far as the rules need one."""

    match: Callable[..., re.Match[str] | None]
    search: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Called for the four methods until the first of them is asked for; from then on they are the compiled ones."""
        if name not in {"match", "search", "fullmatch", "finditer"}:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.match, self.search = compiled.match, compiled.search
        self.fullmatch, self.finditer = compiled.fullmatch, compiled.finditer
        found: object = getattr(compiled, name)
        return found

    def __reduce__(self) -> tuple[type[Pattern], tuple[str, int]]:
        return Pattern, (self.pattern, self._flags)
