"""That time grows with length and no faster: `python -m tests.bench.linear [patterns|texts]`.

`patterns`: every compiled regular expression of kextract is run over strings made to be its worst: what stands before
one of its repetitions, the repeated part over and over, then something that does not fit; with branches and letters of
classes chosen at random, and with units that are hard on any of them. Each is run in the way that kextract runs it:
those that are only ever matched from the beginning are, all others search from every place. `texts`: the same for the
whole way of a document. Each string is doubled in length three times; a table shows the worst, by how much CPU time
grew with each doubling. Exit 1 where anything grows clearly faster than its length.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import pkgutil
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper, cached_property
from pathlib import Path
from typing import Any

import kextract
from kextract import lazy

SOURCES = Path(kextract.__file__).parent
parser: Any = importlib.import_module("re._parser")

SIZES = (1_000, 2_000, 4_000, 8_000)
DOUBLINGS = len(SIZES) - 1
TOO_STEEP = 2.9  # times a doubling, on average: 2 is linear, 4 is quadratic
TOO_SHORT = 0.005  # seconds at the end below which a ratio says nothing
FEW = 12
SUSPECT = 0.0008  # seconds at the first size
TOO_LONG = 5.0
SAMPLES = 5  # of each repetition
TINY = 24  # where 2**n shows, and ends
STRAYS = ("", "\x00힣!")
UNITS = """
    1 가 ( ) 1, 1. 가( (가 1( " “ ' ‘ ~ 1~ - 1- · 가· 가, , . 가. /1 1/ 1: 00: 년 월 일 2024. 2024년 1년 3억 만 억
    천 수십 약 여 $ $1 원 金 씨 시 & &a &#1 e\u0301 \u200b [ ] [가
    <a> { = ! ? … 김하늘 시장 서울시 대학교 ㈜가 (주) A씨 모(33)씨 협약
    와 은 는 부터 매주 지난 오전 https://a.b/ 1억2천만 십이 1,213억
""".split()
SPACED = [unit + " " for unit in UNITS] + [" ", "\n", "가\n", " \n", "1 ~ ", "김하늘 시장은 “가”라고 말했다. ", '"가" ']
LINES = [
    "새빛시 김하늘 시장은 17일 3억원을 냈다. ",
    "김하늘·이바다 ",
    "가온전자는 누리전자와 협약을 맺었다. ",
    "서울 송파경찰서 ",
]


@dataclass(slots=True)
class Worst:
    """The string on which something grew most."""

    name: str
    unit: str = ""
    seconds: tuple[float, ...] = (0.0,)
    explodes: bool = False  # already on a string of a line's length

    @property
    def growth(self) -> float:
        """Times a doubling, on average over the doublings."""
        if self.explodes:
            return float("inf")
        if self.seconds[-1] < TOO_SHORT or len(self.seconds) < 2:
            return 0.0
        return float((self.seconds[-1] / max(self.seconds[0], 1e-6)) ** (1 / (len(self.seconds) - 1)))


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that a module of kextract holds, by where it is."""
    found: dict[str, re.Pattern[str]] = {}
    seen: set[int] = set()

    def look(value: Any, name: str, depth: int) -> None:
        if isinstance(value, lazy.Pattern):
            value = re.compile(value.pattern, value._flags)
        if isinstance(value, re.Pattern):
            if isinstance(value.pattern, str) and value not in found.values():
                found[name] = value
            return
        if isinstance(value, _lru_cache_wrapper) and not inspect.signature(value).parameters:
            value = value()  # a table made on its first use
        if depth > 4 or id(value) in seen or isinstance(value, str | bytes | int | float | type(None)):
            return
        seen.add(id(value))
        if isinstance(value, dict):
            for key, entry in list(value.items())[:2000]:
                look(entry, f"{name}[{key!r}]"[:60], depth + 1)
        elif isinstance(value, list | tuple | set | frozenset):
            for place, entry in enumerate(list(value)[:2000]):
                look(entry, f"{name}[{place}]", depth + 1)
        elif isinstance(value, type) or type(value).__module__.startswith("kextract"):
            made = [name for name, entry in vars(type(value)).items() if isinstance(entry, cached_property)]
            for field in [*getattr(value, "__dict__", {}), *getattr(type(value), "__slots__", ()), *made]:
                look(getattr(value, field, None), f"{name}.{field}", depth + 1)

    for info in pkgutil.walk_packages(kextract.__path__, "kextract."):
        if info.name.endswith("__main__"):
            continue
        try:
            module = importlib.import_module(info.name)
        except ImportError:  # an extra that is not installed
            continue
        for name, value in vars(module).items():
            if not name.startswith("__"):
                look(value, f"{info.name.removeprefix('kextract.')}.{name}", 0)
    return dict(sorted(found.items()))


class Attack:
    """Strings that are hard on one pattern: `units` gives what stands first, and what is repeated behind it."""

    def __init__(self, pattern: re.Pattern[str], seed: int = 1) -> None:
        self.tree = parser.parse(pattern.pattern, pattern.flags)
        self.random = random.Random(seed)
        self.groups: dict[int, str] = {}

    def units(self, samples: int) -> Iterator[tuple[str, str]]:
        for _ in range(samples):
            yield from self._walk(list(self.tree), "")
            whole = self.example(list(self.tree))
            yield "", whole
            yield "", whole[:-1]
            yield whole, whole[-1:]

    def _walk(self, nodes: list[Any], before: str) -> Iterator[tuple[str, str]]:
        for node in nodes:
            kind, argument = str(node[0]), node[1]
            if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
                _, most, body = argument
                if most > 3:
                    once = self.example(list(body))
                    yield before, once
                    yield "", before + once
                yield from self._walk(list(body), before)
            elif kind == "SUBPATTERN":
                yield from self._walk(list(argument[3]), before)
            elif kind == "ATOMIC_GROUP":
                yield from self._walk(list(argument), before)
            elif kind == "BRANCH":
                branches = argument[1]
                for branch in self.random.sample(branches, min(6, len(branches))):
                    yield from self._walk(list(branch), before)
            elif kind in ("ASSERT", "ASSERT_NOT"):
                yield from self._walk(list(argument[1]), before if argument[0] > 0 else "")
            before += self.example([node])

    def example(self, nodes: list[Any]) -> str:
        """A string that the nodes match, but for what they look around for."""
        return "".join(self._example(str(node[0]), node[1]) for node in nodes)

    def _example(self, kind: str, argument: Any) -> str:
        if kind == "LITERAL":
            return chr(argument)
        if kind == "NOT_LITERAL":
            return "가" if argument != ord("가") else "나"
        if kind == "ANY":
            return self.random.choice("가1 a")
        if kind == "IN":
            return self._of_class(argument)
        if kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, body = argument
            count = min(int(most), max(least, self.random.choice((0, 1, 1, 2, 3))))
            return "".join(self.example(list(body)) for _ in range(count))
        if kind == "SUBPATTERN":
            made = self.example(list(argument[3]))
            if argument[0] is not None:
                self.groups[argument[0]] = made
            return made
        if kind == "ATOMIC_GROUP":
            return self.example(list(argument))
        if kind == "BRANCH":
            return self.example(list(self.random.choice(argument[1])))
        if kind == "GROUPREF":
            return self.groups.get(argument, "")
        if kind == "GROUPREF_EXISTS":
            return self.example(list(argument[1]))
        return ""  # AT, ASSERT …

    def _of_class(self, entries: list[Any]) -> str:
        negated = str(entries[0][0]) == "NEGATE"
        chosen: list[str] = []
        for kind, argument in entries[negated:]:
            if str(kind) == "LITERAL":
                chosen.append(chr(argument))
            elif str(kind) == "RANGE":
                chosen += [chr(argument[0]), chr(argument[1]), chr(sum(argument) // 2)]
            else:
                chosen.append(
                    {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_NOT_DIGIT": "가"}.get(str(argument), "a")
                )
        if not negated:
            return self.random.choice(chosen)
        one = re.compile(parser_class(entries))
        return self.random.choice([letter for letter in "가1a ,(" if one.match(letter)] or ["힣"])


def parser_class(entries: list[Any]) -> str:
    """A class as parsed, as a pattern again."""
    said = ""
    for kind, argument in entries:
        if str(kind) == "NEGATE":
            said += "^"
        elif str(kind) == "LITERAL":
            said += re.escape(chr(argument))
        elif str(kind) == "RANGE":
            said += f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
        else:
            said += {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}.get(str(argument).rpartition("_")[2], r"\S")
    return f"[{said}]"


def timed(work: Callable[[str], object], before: str, unit: str, stray: str, least: float = 0.0) -> tuple[float, ...]:
    """Seconds for each size; the best of two."""
    seconds: list[float] = []
    for size in SIZES:
        text = before + unit * max(1, (size - len(before)) // len(unit)) + stray
        took = []
        for _ in range(2):
            began = time.process_time()
            work(text)
            took.append(time.process_time() - began)
            if took[-1] > TOO_LONG / 10:
                break
        seconds.append(min(took))
        if seconds[-1] > TOO_LONG / 4:
            break
    return tuple(seconds)


def anchored(name: str) -> bool:
    """True where the sources only ever ask whether the pattern matches from the beginning of a string."""
    return bool(_uses(name)) and all(method in ("match", "fullmatch") and not more for method, more in _uses(name))


def _uses(name: str) -> list[tuple[str, str]]:
    """The methods called on a pattern, and a comma where one was told the place to begin at."""
    module, _, variable = name.rpartition(".")
    own = re.compile(rf"\b{re.escape(variable)}\.(match|fullmatch|search|finditer|findall|sub|split)\b(?:\([^()]*(,))?")
    found: list[tuple[str, str]] = []
    for path in sorted(SOURCES.rglob("*.py")):
        text = path.read_text("utf-8")
        if path == SOURCES / (module.replace(".", "/") + ".py") or f"import {variable}" in text:
            calls = own.findall(text)
            others = len(re.findall(rf"\b{re.escape(variable)}\b", text)) - len(calls)
            found += calls + [("search", "")] * (others > 1)  # its definition, and something else
    return found


def worst_of_pattern(name: str, pattern: re.Pattern[str], samples: int = SAMPLES, quick: bool = False) -> Worst:
    """Tries all strings at one size first: only those that take longest there are doubled. `quick` tries fewer, and
    doubles none that take no time worth the word."""
    worst = Worst(f"{name}{' (from the beginning)' if anchored(name) else ''}")

    def search(text: str) -> object:
        return sum(1 for _ in pattern.finditer(text))

    def match(text: str) -> object:
        return pattern.match(text), pattern.fullmatch(text)

    run = match if anchored(name) else search
    tried: set[tuple[str, str, str]] = set()
    slow: list[tuple[float, tuple[str, str, str]]] = []
    started = time.process_time()
    hard = [*Attack(pattern).units(samples)]
    for before, unit in hard[:FEW] if quick else [*hard, *(("", unit) for unit in UNITS + SPACED)]:
        if time.process_time() - started > TOO_LONG:
            break
        for stray in STRAYS:
            key = (before[:200], unit[:200], stray)
            if not unit or key in tried:
                continue
            tried.add(key)
            began = time.process_time()
            run(key[0] + key[1] * (TINY // len(key[1]) + 1) + stray)
            if time.process_time() - began > TOO_SHORT * 4:
                return Worst(worst.name, f"{before}|{unit}|{stray}", (time.process_time() - began,), explodes=True)
            began = time.process_time()
            run(key[0] + key[1] * (SIZES[0] // len(key[1]) + 1) + stray)
            slow.append((time.process_time() - began, key))
    for took, (before, unit, stray) in sorted(slow, reverse=True)[:4]:
        if quick and took < SUSPECT:
            break
        seconds = timed(run, before, unit, stray)
        made = Worst(worst.name, f"{before}|{unit}|{stray}", seconds)
        if (made.growth, seconds[-1]) > (worst.growth, worst.seconds[-1]):
            worst = made
    if worst.growth > TOO_STEEP:
        print(worst.name, f"{worst.growth:.2f}", repr(worst.unit[:80]), file=sys.stderr, flush=True)
    return worst


def table(found: list[Worst], most: int) -> int:
    """Prints the worst first; how many are too steep."""
    steep = [worst for worst in found if worst.growth > TOO_STEEP]
    print(f"{'ms at ' + ', '.join(f'{size:,}' for size in SIZES):44} {'a doubling':>10}  what, and its worst string")
    for worst in sorted(found, key=lambda worst: (worst.growth, worst.seconds[-1]), reverse=True)[:most]:
        times = " ".join(f"{1000 * second:10.2f}" for second in worst.seconds)
        print(f"{times:44} {worst.growth:10.2f}  {worst.name}  {worst.unit[:60]!r}")
    print(f"{len(found)} tried, {len(steep)} grow by more than {TOO_STEEP} a doubling")
    return len(steep)


def texts() -> list[Worst]:
    """The whole way of a document."""
    from kextract import Extractor

    extractor = Extractor()
    extractor.extract("준비")
    found = []
    for unit in UNITS + SPACED + LINES + [line + "\n" for line in LINES]:
        seconds = timed(extractor.extract, "", unit, "")
        found.append(Worst("document", unit, seconds))
    return found


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", nargs="?", choices=("patterns", "texts"))
    arguments.add_argument("--most", type=int, default=25, help="rows of each table")
    arguments.add_argument("--only", default="", help="only patterns whose names hold this regular expression")
    options = arguments.parse_args()
    steep = 0
    if options.what != "texts":
        only = re.compile(options.only)
        steep += table(
            [worst_of_pattern(*entry) for entry in patterns().items() if only.search(entry[0])], options.most
        )
    if options.what != "patterns":
        steep += table(texts(), options.most)
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
