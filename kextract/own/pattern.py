"""The pattern language of own rules: a text to a tree of parts. `kextract help rules` tells users of it.

pattern  = sequence ("|" sequence)*
sequence = part+
part     = [name ":"] atom ["?" | "{m}" | "{m,n}"]
atom     = "(" pattern ")" | literal | TAG | class | <name> | "!" atom | "_" | "~" | "^" | "$"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

MOST = 20  # the highest number of repetitions
LONGEST = 60  # tokens that a match may have at most, counted from the pattern
LARGEST = 4_000  # steps from one place; see `steps`

# classes of tokens by name; a tag that ends in * stands for all that begin so
CLASSES: dict[str, tuple[str, ...]] = {
    "noun": ("NNG", "NNP", "NNB", "NR", "NP", "XPN", "XSN", "XR", "SL", "SH", "SN"),
    "name": ("NNP",),
    "number": ("SN", "NR"),
    "latin": ("SL",),
    "hanja": ("SH",),
    "particle": ("J*",),
    "ending": ("E*",),
    "verb": ("V*", "XSV", "XSA*"),
    "symbol": ("SF", "SP", "SS*", "SE", "SO", "SW", "SB"),
    "any": ("*",),
}
WHOLE_WORD = "word"
TAGS = frozenset(
    """NNG NNP NNB NR NP VV VA VX VCP VCN MM MAG MAJ IC JKS JKC JKG JKO JKB JKV JKQ JX JC EP EF EC ETN ETM XPN XSN
    XSV XSA XSM XR SF SP SS SSO SSC SE SO SW SL SH SN SB UN W_URL W_EMAIL W_HASHTAG W_MENTION W_SERIAL W_EMOJI
    Z_CODA Z_SIOT USER0""".split()
)
_TOKEN = re.compile(
    r"""\s*(?:(?P<literal>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<tag>[A-Z][A-Z0-9_]*(?:-[A-Z])?\*?)
    |(?P<capture>[a-z가-힣][a-z0-9_가-힣]*):|(?P<word>[a-z][a-z_]*)|<(?P<listed>[^<>\s]+)>
    |(?P<repeat>\{\s*\d+\s*(?:,\s*\d+\s*)?\})|(?P<mark>[()|?!_~^$]))""",
    re.VERBOSE,
)


class PatternError(ValueError):
    """A mistake in a pattern. `column` counts from 1."""

    def __init__(self, column: int, what: str) -> None:
        super().__init__(f"column {column}: {what}")


@dataclass(frozen=True, slots=True)
class Literal:
    """Letters as they stand in the text. A `*` at either end stands for more letters of the same word."""

    text: str
    before: bool = False
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """One token by its tag; `prefixes` are tags without their last letters."""

    tags: frozenset[str]
    prefixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A whole word without its particle."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a lexicon or a mention, by its type or class."""

    name: str


Item = Literal | Tag | Word | Listed


@dataclass(frozen=True, slots=True)
class Here:
    """Takes no token: _ a blank, ~ no blank, ^ and $ the line's ends."""

    mark: str


@dataclass(frozen=True, slots=True)
class Not:
    """Takes no token: what follows is none of the items."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sequence_:
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    part: Part
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Capture:
    name: str
    part: Part


Part = Item | Here | Not | Sequence_ | Choice | Repeat | Capture


def parse(pattern: str) -> Part:
    """Reads a pattern. Raises PatternError."""
    reader = _Reader(pattern)
    try:
        part = _choice(reader)
    except RecursionError:
        raise PatternError(reader.column, "brackets within brackets, too deep") from None
    if reader.kind:
        raise PatternError(reader.column, f"{reader.text!r} closes nothing")
    least, most = length(part)
    if not most:
        raise PatternError(1, "takes no token")
    if not least:
        raise PatternError(1, "everything in it may be left out: it would match anywhere")
    if most > LONGEST:
        raise PatternError(1, f"too long: a match may have {LONGEST} tokens, this could have {most}")
    if steps(part) > LARGEST:
        told = f"up to {steps(part):,} steps from one place where {LARGEST:,} are allowed"
        raise PatternError(1, f'too open: {told}; (noun | "의"){{1,12}} takes fewer than (noun{{1,4}} "의"?){{1,4}}')
    return part


class _Reader:
    """The tokens of a pattern, one ahead: `kind` (empty at the end), `text`, `column`."""

    def __init__(self, pattern: str) -> None:
        self._pattern, self._position = pattern, 0
        self.kind, self.text, self.column = "", "", 1
        self.next()

    def next(self) -> None:
        rest = self._pattern[self._position :]
        blank = len(rest) - len(rest.lstrip())
        self.column = self._position + blank + 1
        if not rest.strip():
            self.kind = self.text = ""
            return
        match = _TOKEN.match(rest)
        if match is None or match.lastgroup is None:
            raise PatternError(self.column, _unreadable(rest.lstrip()))
        self.kind, self.text = match.lastgroup, match[match.lastgroup]
        self._position += match.end()

    def takes(self, mark: str) -> bool:
        if self.kind == "mark" and self.text == mark:
            self.next()
            return True
        return False


def _unreadable(rest: str) -> str:
    if rest[0] in "\"'":
        return "a quotation mark is not closed"
    if rest[0] in "*+":
        return f'{rest[0]} has no bound: say how often, as in noun{{1,5}}, or put it in the quotes: "*법"'
    if rest[0] == "{":
        return "a repetition is {2} or {1,5}"
    if rest[0] == "<":
        return "a list is <organization>, without blanks"
    if rest[0].isalnum():
        word = (re.match(r"\w+", rest) or [rest[0]])[0]
        return f'letters of the text stand in quotes: "{word}"'
    return f"{rest[0]!r} means nothing here"


def _choice(reader: _Reader) -> Part:
    options = [_sequence(reader)]
    while reader.takes("|"):
        options.append(_sequence(reader))
    return options[0] if len(options) == 1 else Choice(tuple(options))


def _sequence(reader: _Reader) -> Part:
    parts = []
    while reader.kind and not (reader.kind == "mark" and reader.text in "|)"):
        parts.append(_part(reader))
    if not parts:
        raise PatternError(reader.column, "nothing here; what may be left out is written with ?")
    return parts[0] if len(parts) == 1 else Sequence_(tuple(parts))


def _part(reader: _Reader) -> Part:
    if reader.kind == "capture":
        name = reader.text
        reader.next()
        return Capture(name, _part(reader))
    column = reader.column
    part = _atom(reader)
    if reader.takes("?"):
        return _repeat(part, 0, 1, column)
    if reader.kind == "repeat":
        numbers = [int(number) for number in re.findall(r"\d+", reader.text)]
        reader.next()
        return _repeat(part, numbers[0], numbers[-1], column)
    return part


def _repeat(part: Part, least: int, most: int, column: int) -> Part:
    if isinstance(part, Here | Not):
        raise PatternError(column, "_ ~ ^ $ and ! take no token and are not repeated")
    if not least <= most <= MOST or not most:
        raise PatternError(column, f"a repetition goes from a smaller to a larger number, {MOST} at most")
    return Repeat(part, least, most)


def _atom(reader: _Reader) -> Part:
    kind, text, column = reader.kind, reader.text, reader.column
    if not kind:
        raise PatternError(column, "something has to follow here")
    reader.next()
    if kind == "literal":
        return _literal(text, column)
    if kind == "tag":
        return _tag(text, column)
    if kind == "word":
        return _class(text, column)
    if kind == "listed":
        return Listed(text)
    if text == "(":
        inner = _choice(reader)
        if not reader.takes(")"):
            raise PatternError(column, "this bracket is not closed")
        return inner
    if text == "!":
        inner = _atom(reader)
        items = inner.options if isinstance(inner, Choice) else (inner,)
        if not all(isinstance(one, Item) for one in items):
            raise PatternError(column, "! stands before one literal, tag, class or list, or (one | another)")
        return Not(tuple(one for one in items if isinstance(one, Item)))
    if text in "_~^$":
        return Here(text)
    raise PatternError(column, f"{text} needs something before it")


def _literal(quoted: str, column: int) -> Literal:
    body = quoted[1:-1]
    before = body.startswith("*")
    behind = body.endswith("*") and not body.endswith("\\*") and len(body) > 1
    inner = body[before : len(body) - behind]
    if re.search(r"(?<!\\)\*", inner):
        raise PatternError(column, "* stands at the beginning or the end of a word only; \\* is the character itself")
    inner = re.sub(r"\\(.)", r"\1", inner)
    if not inner:
        raise PatternError(column, "empty quotes; any word at all is: word")
    if inner != inner.strip():
        raise PatternError(column, "a blank at the edge; between parts blanks are free, and _ asks for one")
    return Literal(inner, before, behind)


def _tag(text: str, column: int) -> Tag:
    if text.endswith("*"):
        stem = text[:-1]
        if any(tag.startswith(stem) for tag in TAGS):
            return Tag(frozenset(), (stem,))
        raise PatternError(column, f"no tag begins with {stem}")
    plain = text.partition("-")[0]
    if plain in TAGS:
        return Tag(frozenset([text]), (f"{text}-",))  # VV is VV-I and VV-R too
    raise PatternError(column, f"no tag {text}{_meant(text, TAGS)}")


def _class(text: str, column: int) -> Item:
    if text == WHOLE_WORD:
        return Word()
    if text not in CLASSES:
        raise PatternError(column, f"no class {text}{_meant(text, [*CLASSES, WHOLE_WORD])}; a list is <{text}>")
    tags = CLASSES[text]
    prefixes = tuple(tag[:-1] for tag in tags if tag.endswith("*")) + tuple(f"{tag}-" for tag in tags)
    return Tag(frozenset(tag for tag in tags if not tag.endswith("*")), prefixes)


def _meant(text: str, known: Sequence[str] | frozenset[str]) -> str:
    close = get_close_matches(text, sorted(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


def length(part: Part) -> tuple[int, int]:
    """The fewest and the most tokens of a match; a literal counts as one."""
    if isinstance(part, Here | Not):
        return 0, 0
    if isinstance(part, Sequence_):
        inner = [length(one) for one in part.parts]
        return sum(least for least, _ in inner), sum(most for _, most in inner)
    if isinstance(part, Choice):
        inner = [length(one) for one in part.options]
        return min(least for least, _ in inner), max(most for _, most in inner)
    if isinstance(part, Repeat):
        least, most = length(part.part)
        return least * part.least, most * part.most
    return length(part.part) if isinstance(part, Capture) else (1, 1)


def size(part: Part) -> int:
    """The number of parts once repetitions are written out."""
    if isinstance(part, Sequence_):
        return 1 + sum(map(size, part.parts))
    if isinstance(part, Choice):
        return 1 + sum(map(size, part.options))
    if isinstance(part, Repeat):
        return part.most * (1 + size(part.part))
    return 1 + size(part.part) if isinstance(part, Capture) else 1


def steps(part: Part) -> int:
    """The most that is tried from one place: the parts of each way to match, times the tokens it may have."""
    options = part.options if isinstance(part, Choice) else (part,)
    return sum(size(one) * length(one)[1] for one in options)


def captures(part: Part) -> set[str]:
    """The names under which a pattern notes parts of a match."""
    if isinstance(part, Capture):
        return {part.name} | captures(part.part)
    if isinstance(part, Repeat):
        return captures(part.part)
    inner = part.parts if isinstance(part, Sequence_) else part.options if isinstance(part, Choice) else ()
    return {name for one in inner for name in captures(one)}


def literals(part: Part) -> set[str]:
    """The letters that a pattern looks for, pieces of words left out."""
    if isinstance(part, Literal):
        return set() if part.before or part.behind else {part.text}
    if isinstance(part, Capture | Repeat):
        return literals(part.part)
    inner = part.parts if isinstance(part, Sequence_) else part.options if isinstance(part, Choice) else ()
    return {text for one in inner for text in literals(one)}


def lists(part: Part) -> set[str]:
    """The lists that a pattern refers to."""
    if isinstance(part, Listed):
        return {part.name}
    if isinstance(part, Not):
        return {name for one in part.items for name in lists(one)}
    if isinstance(part, Capture | Repeat):
        return lists(part.part)
    inner = part.parts if isinstance(part, Sequence_) else part.options if isinstance(part, Choice) else ()
    return {name for one in inner for name in lists(one)}


def needed(part: Part) -> set[str]:
    """Letters without which no match can be."""
    if isinstance(part, Literal):
        return {part.text}
    if isinstance(part, Capture):
        return needed(part.part)
    if isinstance(part, Repeat):
        return needed(part.part) if part.least else set()
    if isinstance(part, Sequence_):
        return {text for one in part.parts for text in needed(one)}
    return set.intersection(*map(needed, part.options)) if isinstance(part, Choice) else set()
