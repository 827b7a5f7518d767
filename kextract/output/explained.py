"""What `kextract explain` shows, at 80 columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from kextract.output.encode import told
from kextract.output.printable import printable

WIDTH = 80
_INDENT = " " * 10
_WORDS = re.compile("(?=.) *+(?:[^ ]++ *+)?", re.DOTALL)
_VALUES = ("from", "to", "amount", "amount_max", "currency", "precision")


def lines(document: dict[str, Any]) -> Iterator[str]:
    """One document: its mentions, then what was nearly one, then the places asked for."""
    yield printable(str(document["id"]))
    for place in document.get("asked", []):
        yield ""
        yield from _wrapped(f"  asked   {place['start']}-{place['end']} {_quoted(place['text'])}")
        yield from _tokens(place["tokens"])
    for mention in document["mentions"]:
        yield ""
        yield from _wrapped(f"  {mention['id']:<8}{mention['type']}  {_quoted(mention['text'])}  {_span(mention)}")
        yield from _values(mention)
        yield from _reasons(mention)
        for other in mention["beat"]:
            yield from _row("beat", _other(other))
    for group in _alike(document["rejected"]):
        one = group[0]
        yield ""
        yield from _wrapped(f"  not     {one['type']}  {_quoted(one['text'])}  {', '.join(map(_span, group))}")
        yield from _reasons(one)
        yield from _row("lost", _why(one))
    if not document["mentions"] and not document["rejected"]:
        yield ""
        yield "  nothing was found here, and nothing nearly"


def _alike(rejected: list[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    """What did not stand, the same words for the same reasons together."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in rejected:
        what = [one[key] for key in ("type", "text", "rule", "evidence", "reason")]
        # against whom it lost tells occurrences apart, but not where that one stands
        against = _other(one["lost_to"]) if "lost_to" in one else ""
        groups.setdefault(repr((what, against)), []).append(one)
    return groups.values()


def _span(one: dict[str, Any]) -> str:
    return f"{one['start']}-{one['end']}"


def _values(mention: dict[str, Any]) -> Iterator[str]:
    known = [mention["value"]] if "value" in mention else []
    known += [f"{key} {told(mention[key])}" for key in _VALUES if mention.get(key) is not None]
    known += [f"{key} {told(value)}" for key, value in mention.get("fields", {}).items()]
    if known:
        yield from _row("value", ", ".join(known))
    if "entity" in mention:
        yield from _row("entity", mention["entity"])


def _reasons(one: dict[str, Any]) -> Iterator[str]:
    yield from _row("rule", one["rule"] + (f": {one['about']}" if one["about"] else ""))
    yield from _tokens(one["tokens"])
    width = max(len(reason["name"]) for reason in one["evidence"])
    for reason in one["evidence"]:
        label = "because" if reason is one["evidence"][0] else ""
        yield f"{label:>9} {reason['name']:<{width}} {reason['weight']:+6.1f}"
    total, least, score = one["sum"], one["threshold"], one["score"]
    summed = f"sum {total:.1f}" + (f" less {least:.1f} to pass" if least else "")
    if score != round(total - least, 3):
        summed += f", counted as {score:.1f}"
    elif least:
        summed += f" = {score:.1f}"
    yield f"{_INDENT}{summed}"


def _why(one: dict[str, Any]) -> str:
    if one["reason"] != "overlap":
        return "the score is not above 0" if one["reason"] != "stopped" else "your list says stop"
    winner = one.get("lost_to")
    return f"against {_other(winner)}" if winner else "against another candidate that lost in turn"


def _other(other: dict[str, Any]) -> str:
    return f"{other['type']} {_quoted(other['text'])} ({other['rule']}, {other['score']:.1f})"


def _tokens(tokens: list[dict[str, Any]]) -> Iterator[str]:
    yield from _row("tokens", "  ".join(f"{token['form']}/{token['tag']}" for token in tokens) or "none")


def _row(label: str, text: str) -> Iterator[str]:
    first, *others = _folded(printable(text), WIDTH - len(_INDENT)) or [""]
    yield f"{label:>9} {first}"
    for other in others:
        yield _INDENT + other


def _wrapped(text: str) -> Iterator[str]:
    first, *others = _folded(printable(text), WIDTH) or [""]
    yield first
    for other in others:
        yield _INDENT + other


def _folded(text: str, width: int) -> list[str]:
    """Folds at blanks, and anywhere in what is wider than a line."""
    shown: list[str] = []
    line = ""
    for word in _WORDS.findall(text):
        if line and _columns((line + word).rstrip()) > width:
            shown.append(line.rstrip())
            line = ""
        for letter in word:
            if _columns(line + letter) > width and letter != " ":
                shown.append(line)
                line = ""
            line += letter
    return [*shown, line.rstrip()] if line.strip() else shown


def _columns(text: str) -> int:
    """A Hangul syllable takes two columns."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _quoted(text: str) -> str:
    return "'" + unicodedata.normalize("NFC", text).replace("\n", " ") + "'"
