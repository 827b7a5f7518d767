"""What words say by their letters alone, read once and kept: most words of news come again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kextract.rules.person import given, known, korean, sound, surname

KEPT = 60_000  # words


@dataclass(frozen=True, slots=True)
class Word:
    """The readings of a word as a Korean name, as a foreign one and as a surname with what belongs to it; the listed
    people whose name it may begin; whether a given name may be it or stand beside it."""

    korean: Sequence[korean.Reading] = ()
    foreign: Sequence[sound.Part] = ()
    surname: Sequence[surname.Shape] = ()
    known: Sequence[known.Listed] = ()
    hint: bool = False


NOTHING = Word()
_kept: dict[str, Word] = {}


def telling(words: Sequence[str]) -> list[tuple[int, Word]]:
    """The words that may have to do with people, with their places."""
    kept, found = _kept, []
    for i, text in enumerate(words):
        word = kept.get(text) or _learn(text)
        if word is not NOTHING:
            found.append((i, word))
    return found


def _learn(text: str) -> Word:
    if len(_kept) >= KEPT:
        _kept.clear()
    word = Word(
        korean.readings(text),
        sound.readings(text),
        surname.shapes(text),
        known.beginning_with(text),
        given.is_hint(text),
    )
    if not (word.korean or word.foreign or word.surname or word.known or word.hint):
        word = NOTHING
    _kept[text] = word
    return word
