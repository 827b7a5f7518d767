"""brat: standoff annotation (.ann) of one text, which stands beside it as .txt in UTF-8.

T1	PERSON 57 60	김두혁                entity annotations, offsets in code points
R1	position Arg1:T1 Arg2:T2    from the first mention of the one to the first of the other
A1	Generic T3                              경찰, 정부 …
#1	AnnotatorNotes T4	2024-01-17      the value of a date or an amount, the title of a position
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

from kextract.output import Options, Record
from kextract.output.annotations import Mention, label, spans, value, well_formed
from kextract.output.facts import ends

_LINE_ENDS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class Brat:
    """Entity annotations, relations, attributes and notes, a line each."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, record: Record, text: str) -> None:
        self._stream.writelines(line + "\n" for line in lines(record, text))

    def close(self) -> None:
        pass


def open_writer(stream: IO[str], options: Options) -> Brat:
    return Brat(stream)


def lines(record: Record, text: str) -> Iterator[str]:
    """The annotations of one document, entity annotations first."""
    ids: dict[str, str] = {}
    notes: list[tuple[str, str]] = []
    generic: list[str] = []
    for number, mention in enumerate(spans(record), 1):
        ids[mention["id"]] = own = f"T{number}"
        fragments = _fragments(mention, text)
        offsets = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(text[start:end] for start, end in fragments)
        yield f"{own}\t{label(mention['type'])} {offsets}\t{_shown(words)}"
        if mention.get("generic"):
            generic.append(own)
        if value(mention):
            notes.append((own, value(mention)))
    firsts = {entity["id"]: ids.get(entity["mentions"][0], "") for entity in record["entities"]} | ids
    for number, (relation, one, other) in enumerate(_pairs(record, firsts), 1):
        yield f"R{number}\t{label(relation['type']).lower()} Arg1:{one} Arg2:{other}"
        if relation.get("title"):
            notes.append((f"R{number}", relation["title"]))
    for number, own in enumerate(generic, 1):
        yield f"A{number}\tGeneric {own}"
    for number, (own, note) in enumerate(notes, 1):
        yield f"#{number}\tAnnotatorNotes {own}\t{_shown(note)}"


def _fragments(mention: Mention, text: str) -> list[tuple[int, int]]:
    """The mention's span; one that goes on in the next line is a discontinuous annotation, a fragment a line."""
    found, position = [], mention["start"]
    for match in _LINE_ENDS.finditer(text, mention["start"], mention["end"]):
        found.append((position, match.start()))
        position = match.end()
    found.append((position, mention["end"]))
    return [(start, end) for start, end in found if end > start] or [(mention["start"], mention["end"])]


def _shown(words: str) -> str:
    return well_formed(_CONTROL.sub(" ", _LINE_ENDS.sub(" ", words)))


def _pairs(record: Record, firsts: dict[str, str]) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Relations as pairs of annotations: the first that a relation names, with each of the others."""
    for relation in record["relations"]:
        joined = [firsts[id] for id in ends(relation) if firsts.get(id)]
        for other in joined[1:]:
            yield relation, joined[0], other
