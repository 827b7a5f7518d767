"""Users' own rules: a TOML file of `[[rule]]` tables to rules that are ready to run."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from kextract.model import Rule
from kextract.own.files import read
from kextract.own.lexicon import STOP, WORD, Sentence, wrong_type
from kextract.own.machine import Machine
from kextract.own.pattern import Part, PatternError, captures, lists, literals, parse
from kextract.own.problems import OwnError, Problem

PREFIX = "own."
SPAN, VALUE, TITLE, TEXT = "span", "value", "title", "text"

_KEYS = ("name", "type", "pattern", "about", "value", "examples", "counters")
_NAME = re.compile(r"\w[\w.-]*")
_HEADER = re.compile(r"\s*\[\[\s*rule\s*\]\]")
_REFERENCE = re.compile(r"\{([^{}]*)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SYNTAX = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule of a user's file. `value` is the pattern of the mention's value, its {references} still open."""

    name: str
    type: str
    about: str
    pattern: str
    machine: Machine
    lists: frozenset[str]
    literals: frozenset[str]
    value: str | None
    sentences: tuple[Sentence, ...]
    path: str
    line: int

    def declared(self) -> Rule:
        """The rule as the built-in ones declare themselves."""
        examples = tuple(one.text for one in self.sentences if not one.counter)
        return Rule(self.name, self.about, examples, tuple(one.text for one in self.sentences if one.counter))


def fill(template: str, known: dict[str, str]) -> str:
    """A value with its references filled in. A [part] in brackets is left out where one of its references was not
    noted: `{law}[ 제{article}조]`."""

    def part(match: re.Match[str]) -> str:
        return match[1] if all(name in known for name in _REFERENCE.findall(match[1])) else ""

    kept = _OPTIONAL.sub(part, template)
    return " ".join(_REFERENCE.sub(lambda match: known.get(match[1], ""), kept).split())


def load(path: str) -> list[OwnRule]:
    """Reads a file. Raises OwnError with every mistake in it. The examples are not run here."""
    text = read(path)
    try:
        tables = tomllib.loads(text)
    except RecursionError:
        raise OwnError([Problem(path, None, "not TOML: brackets within brackets, too deep")]) from None
    except tomllib.TOMLDecodeError as error:
        raise OwnError([_syntax(path, text, str(error))]) from None
    wrong = [f"[{key}] means nothing here; rules are [[rule]] tables" for key in tables if key != "rule"]
    entries = tables.get("rule", [])
    if not isinstance(entries, list):
        wrong, entries = [*wrong, "rules are written [[rule]], with two brackets"], []
    problems = [Problem(path, None, what) for what in wrong]
    if not entries and not wrong:
        problems.append(Problem(path, None, "no [[rule]] in this file"))
    rules: list[OwnRule] = []
    for place, entry in zip(_places(path, text, len(entries)), entries, strict=True):
        reader = _Reader(place, entry)
        rule = reader.rule()
        problems += reader.problems
        if rule is not None:
            rules.append(rule)
    problems += _repeated(rules)
    if problems:
        raise OwnError(sorted(problems, key=lambda problem: problem.line or 0))
    return rules


def _repeated(rules: Iterable[OwnRule]) -> list[Problem]:
    first: dict[str, OwnRule] = {}
    problems = []
    for rule in rules:
        known = first.setdefault(rule.name, rule)
        if known is not rule:
            name = rule.name.removeprefix(PREFIX)
            problems.append(Problem(rule.path, rule.line, f"the name {name!r} stands in line {known.line} already"))
    return problems


def _syntax(path: str, text: str, message: str) -> Problem:
    if not path.lower().endswith(".toml"):
        return Problem(path, None, "not TOML; a lexicon is given with --lexicon, a rule file is a .toml")
    place = _SYNTAX.search(message)
    if not place:
        return Problem(path, text.count("\n") + 1, f"not TOML: {message.removesuffix(' (at end of document)')}")
    what = f"not TOML: {message[: place.start()]}, column {place[2]}"
    line = text.split("\n")[int(place[1]) - 1] if int(place[1]) <= text.count("\n") + 1 else ""
    if line.lstrip().startswith("pattern"):
        what += "; a pattern with quotes in it stands between '''three single quotes'''"
    return Problem(path, int(place[1]), what)


@dataclass(frozen=True, slots=True)
class _Place:
    """The lines of one rule in its file; `first` is the number of the first."""

    path: str
    first: int
    lines: list[str]

    def line(self, key: str, needle: str = "") -> int:
        """Where a key stands, or behind it a text of its value."""
        at = next(
            (i for i, line in enumerate(self.lines) if re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", line)), 0
        )
        if needle:
            escaped = needle.replace("\\", "\\\\").replace('"', '\\"')
            for i in range(at, len(self.lines)):
                if needle in self.lines[i] or escaped in self.lines[i]:
                    return self.first + i
        return self.first + at


def _places(path: str, text: str, count: int) -> list[_Place]:
    lines = text.split("\n")
    heads = [i for i, line in enumerate(lines) if _HEADER.match(line)][:count]
    heads += [0] * (count - len(heads))  # written in another way: rule = [{…}]
    ends = [*heads[1:], len(lines)][:count]
    return [_Place(path, head + 1, lines[head : max(end, head)]) for head, end in zip(heads, ends, strict=True)]


class _Reader:
    """One [[rule]] table; its mistakes gather in `problems`."""

    def __init__(self, place: _Place, entry: Any) -> None:
        self.place = place
        self.entry: dict[str, Any] = entry if isinstance(entry, dict) else {}
        self.problems: list[Problem] = []
        self.name = str(self.entry.get("name", "?"))

    def rule(self) -> OwnRule | None:
        for key in self.entry:
            if key not in _KEYS:
                close = get_close_matches(key, _KEYS, 1)
                self.wrong(
                    key, f"no key {key}; " + (f"did you mean {close[0]}?" if close else f"known: {', '.join(_KEYS)}")
                )
        name, type = self.text("name", True), self.text("type", True)
        if name and not _NAME.fullmatch(name):
            self.wrong("name", "a name is made of letters, digits, - _ and ., without blanks")
        if type and (wrong := wrong_type(type) or (f"a rule cannot have type {type}" if type in (STOP, WORD) else "")):
            self.wrong("type", wrong)
        part, written = self.pattern(), self.entry.get("pattern", "")
        value = self.value(part, type)
        sentences = self.sentences("examples") + self.sentences("counters")
        if part is None or self.problems:
            return None
        return OwnRule(
            PREFIX + name,
            type,
            self.text("about"),
            written if isinstance(written, str) else " | ".join(written),
            Machine(part),
            frozenset(lists(part)),
            frozenset(literals(part)),
            value,
            tuple(sentences),
            self.place.path,
            self.place.first,
        )

    def wrong(self, key: str, what: str, needle: str = "") -> None:
        self.problems.append(Problem(self.place.path, self.place.line(key, needle), f"rule {self.name}: {what}"))

    def text(self, key: str, needed: bool = False) -> str:
        value: object = self.entry.get(key, "")
        if not isinstance(value, str):
            self.wrong(key, f"{key} is a text in quotes")
            return ""
        if needed and not value:
            self.wrong(key, f"{key} is missing")
        return value

    def pattern(self) -> Part | None:
        given = self.entry.get("pattern", "")
        written = given if isinstance(given, list) else [given]
        if not all(isinstance(one, str) and one.strip() for one in written) or not written:
            self.wrong("pattern", "pattern is missing: a text, or a list of texts one of which must match")
            return None
        for one in written if len(written) > 1 else ():
            try:
                parse(one)
            except PatternError as error:
                self.wrong("pattern", f"pattern {one!r}, {error}", one)
                return None
        try:
            return parse(" | ".join(written))
        except PatternError as error:
            self.wrong("pattern", f"pattern, {error}")
        return None

    def value(self, part: Part | None, type: str) -> str | None:
        """The pattern of the value; None where the rule gives none."""
        noted = captures(part) if part is not None else set()
        if type in ("person", "organization"):
            fields = noted - {SPAN, TITLE} if type == "person" else noted - {SPAN}
            if fields or "value" in self.entry:
                known = "span and title" if type == "person" else "span"
                self.wrong(
                    "pattern", f"a rule for type {type} notes {known} only, not {', '.join(sorted(fields)) or 'value'}"
                )
            return None
        template = self.text("value")
        for reference in _REFERENCE.findall(template):
            if part is not None and reference not in noted | {TEXT}:
                have = ", ".join(sorted(noted | {TEXT}))
                self.wrong("value", f"{{{reference}}} in value is noted nowhere in the pattern; there is {have}")
        return template or ("{value}" if VALUE in noted else None)

    def sentences(self, key: str) -> list[Sentence]:
        given = self.entry.get(key, [])
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            self.wrong(key, f'{key} is a list of sentences: ["…", "…"]')
            return []
        counter = key == "counters"
        if not counter and not given:
            self.wrong(key, "an example is missing: a sentence with the mention marked [[so]]")
        for one in given:
            if ("[[" in one) == counter:
                said = "has no mark [[ ]]" if not counter else "shows what must not be found, without marks"
                self.wrong(key, f"{one!r} {said}", one)
        return [Sentence(one, self.place.line(key, one), counter) for one in given]
