"""Tables made of the lists, kept between runs.

To read the lists takes longer than to extract from a page. So what is made of them is kept in the user's cache folder
(`$XDG_CACHE_HOME/kextract`, or `~/.cache/kextract`), as Python keeps its compiled modules: written on first use, made
anew when a list, the code that reads it or Python itself has changed, and done without where it cannot be written.
"""

from __future__ import annotations

import gc
import marshal
import os
import shutil
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache, wraps
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, overload

_HERE = Path(__file__).parent
_READ = (".tsv", ".txt", ".py")
_WHOSE = "installation"  # the file that says for whose lists a folder is
_MARK = 16  # bytes that tell what the table was made of, before the table
_SUM = 4  # bytes of the table's checksum

Table = TypeVar("Table")
Form = TypeVar("Form")
Value = TypeVar("Value")
Other = TypeVar("Other")


def compiled(build: Callable[[], Table]) -> Callable[[], Table]:
    """Calls `build` once, as functools.cache does, and keeps what it returns for later runs too.

    `build` must depend on the lists and on its own module alone, and return plain data: dicts, lists, tuples, sets,
    strings, numbers (ValueError for anything else).
    """

    @cache
    @wraps(build)
    def table() -> Table:
        return _made(build, lambda made: made)

    return table


class _Letters(dict[str, dict[str, Value]]):
    """The words of each first letter, read when they are asked for."""

    __slots__ = ("kept",)

    def __init__(self, kept: dict[str, bytes]) -> None:
        super().__init__({"": {}})
        self.kept = kept

    def __missing__(self, letter: str) -> dict[str, Value]:
        kept = self.kept.get(letter)
        with without_collecting():
            read: dict[str, Value] = marshal.loads(kept) if kept else {}
        self[letter] = read
        return read


class ByLetter(Mapping[str, Value]):
    """A table of words of which only those with the first letters that are asked for have been read."""

    __slots__ = ("letters",)

    def __init__(self, kept: dict[str, bytes]) -> None:
        #: the words of a first letter, for who asks for several of them
        self.letters: _Letters[Value] = _Letters(kept)

    def __getitem__(self, word: str) -> Value:
        return self.letters[word[:1]][word]

    def __iter__(self) -> Iterator[str]:
        return (word for letter in self.letters.kept for word in self.letters[letter])

    def __len__(self) -> int:
        return sum(len(self.letters[letter]) for letter in self.letters.kept)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word in self.letters[word[:1]]

    @overload
    def get(self, word: str, /) -> Value | None: ...
    @overload
    def get(self, word: str, /, default: Value) -> Value: ...
    @overload
    def get(self, word: str, /, default: Other) -> Value | Other: ...
    def get(self, word: str, /, default: object = None) -> object:
        """As Mapping has it, at a third of the price."""
        return self.letters[word[:1]].get(word, default)


def compiled_by_letter(build: Callable[[], dict[str, Value]]) -> Callable[[], ByLetter[Value]]:
    """As `compiled`, for a big table of words: no more of it is read than is asked for."""

    @cache
    @wraps(build)
    def table() -> ByLetter[Value]:
        return ByLetter(_made(build, _by_letter))

    return table


def _by_letter(words: dict[str, Value]) -> dict[str, bytes]:
    letters: dict[str, dict[str, Value]] = {}
    for word, value in words.items():
        letters.setdefault(word[:1], {})[word] = value
    return {letter: _dumped(found) for letter, found in letters.items()}


def _made(build: Callable[[], Table], form: Callable[[Table], Form]) -> Form:
    """The table as it was kept, or made anew and kept."""
    with without_collecting():
        path = stored_at(f"{build.__module__.removeprefix('kextract.')}.{build.__name__}")
        mark = _made_of(build.__code__.co_filename)
        kept = _read(path, mark)
        if kept is None:
            kept = _dumped(form(build()))
            _write(path, mark, kept)
        made: Form = marshal.loads(kept)
    return made


def _dumped(table: Any) -> bytes:
    return marshal.dumps(table)


def stored_at(name: str) -> Path | None:
    """Where the table `name` (`rules.person.vocabulary.given_names`) of this installation is kept; None: nowhere."""
    folder = os.environ.get("XDG_CACHE_HOME", "")  # a relative one is to be ignored
    with suppress(RuntimeError):  # a user without a home
        cached = Path(folder) if folder.startswith("/") else Path("~", ".cache").expanduser()
        return cached / "kextract" / blake2b(str(_HERE).encode(), digest_size=4).hexdigest() / f"{name}.table"
    return None


@contextmanager
def without_collecting() -> Iterator[None]:
    """Ten thousands of small objects and not one cycle: the garbage collector would take a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _made_of(module: str) -> bytes:
    """Changes with the lists, the module that reads them, and Python."""
    return blake2b(f"{sys.version} {_lists()} {_state(module)}".encode(), digest_size=_MARK).digest()


@cache
def _lists() -> str:
    files = [Path(folder, name) for folder, _, names in os.walk(_HERE) for name in names if name.endswith(_READ)]
    return repr(sorted((str(path), *_state(path)) for path in files))


def _state(path: str | Path) -> tuple[int, int]:
    status = Path(path).stat()
    return status.st_size, status.st_mtime_ns


def _read(path: Path | None, mark: bytes) -> bytes | memoryview | None:
    """The table as it was written, if it was made of the same things and is whole."""
    if path is None:
        return None
    try:
        kept = path.read_bytes()
    except OSError:
        return None  # not written yet, or not for this user to read
    table = memoryview(kept)[_MARK + _SUM :]
    return table if kept[: _MARK + _SUM] == mark + _sum(table) else None


def _write(path: Path | None, mark: bytes, table: bytes) -> None:
    if path is None:
        return
    part = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):  # no room, a home that is not to be written: the table is made anew in every run
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            (path.parent / _WHOSE).write_text(str(_HERE), "utf-8")
            _forget_removed(path.parent.parent)
        part.write_bytes(mark + _sum(table) + table)
        part.replace(path)


def _forget_removed(cached: Path) -> None:
    """Deletes what was kept for installations that are no more."""
    for folder in cached.iterdir():
        whose = folder / _WHOSE
        if whose.is_file() and not Path(whose.read_text("utf-8")).is_dir():
            shutil.rmtree(folder)


def _sum(table: bytes | memoryview) -> bytes:
    return zlib.crc32(table).to_bytes(_SUM, "big")
