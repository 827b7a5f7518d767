"""Read the lexical raw material out of two packages as PyPI serves them, unpacked or still as wheels."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MECAB_DICTIONARY = "sys.dic"
KIWI_MULTI = "multi.dict"
WIKIDATA_HUMAN = "Q5"
# A MeCab dictionary: 72 bytes of header, the double array, the tokens, then NUL-ended feature strings.
HEADER_BYTES = 72


@dataclass(slots=True)
class MecabWords:
    """Words of mecab-ko-dic: people in one piece, people in several, and whatever else it knows."""

    people: set[str] = field(default_factory=set)
    people_parts: set[tuple[str, ...]] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    other_names: set[str] = field(default_factory=set)
    other_words: set[str] = field(default_factory=set)

    def homographs(self) -> set[str]:
        """Every form that is something besides a person."""
        return self.nouns | self.places | self.other_names | self.other_words


def is_hangul(text: str) -> bool:
    """True for a non-empty string of Hangul syllables only."""
    return bool(text) and all("가" <= char <= "힣" for char in text)


def find_bytes(folder: Path, name: str) -> bytes:
    """The file called `name` somewhere under `folder`, or inside one of the wheels there."""
    for path in sorted(folder.rglob(name)):
        return path.read_bytes()
    for wheel in sorted(folder.rglob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for member in sorted(archive.namelist()):
                if member.rsplit("/", 1)[-1] == name:
                    return archive.read(member)
    raise FileNotFoundError(f"{name} is neither under {folder} nor in a wheel there")


def mecab_features(data: bytes) -> Iterator[list[str]]:
    """The feature strings of a compiled dictionary: tag, class, final consonant, reading, kind, …, parts.

    The reading of a Hangul word is the word, so the double array need not be walked.
    """
    array_size, token_size, feature_size = struct.unpack("<10I", data[:40])[6:9]
    start = HEADER_BYTES + array_size + token_size
    for raw in data[start : start + feature_size].split(b"\0"):
        fields = raw.decode("utf-8").split(",")
        if len(fields) >= 8:
            yield fields


def read_mecab(data: bytes) -> MecabWords:
    """Sort the Hangul entries of mecab-ko-dic by what they name."""
    words = MecabWords()
    for tag, kind, _, reading, _, _, _, parts, *_ in mecab_features(data):
        if not is_hangul(reading):
            continue
        if kind == "인명":
            _add_person(words, reading, parts)
        elif kind == "지명":
            words.places.add(reading)
        elif tag == "NNP":
            words.other_names.add(reading)
        elif tag in ("NNG", "XR"):
            words.nouns.add(reading)
        else:
            words.other_words.add(reading)
    return words


def _add_person(words: MecabWords, reading: str, parts: str) -> None:
    """알프레도/NNP/인명+드/NNP/인명+쿠에사다/NNP/인명 is a run of words, 허광학 is one."""
    if "+" not in parts:
        words.people.add(reading)
        return
    run = tuple(part.split("/", 1)[0] for part in parts.split("+"))
    if all(is_hangul(word) for word in run):
        words.people_parts.add(run)


def read_kiwi_humans(data: bytes) -> set[tuple[str, ...]]:
    """Names of several words that Kiwi's multi.dict marks as human (더글러스 애덤스 … # Q5)."""
    humans: set[tuple[str, ...]] = set()
    for line in data.decode("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) < 4 or columns[3].lstrip("# ") != WIKIDATA_HUMAN:
            continue
        words = tuple(columns[0].split())
        if len(words) > 1 and all(is_hangul(word) for word in words):
            humans.add(words)
    return humans
