"""What words say by their letters alone, read once and kept: most words of news come again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kextract.rules.person import given, known, korean, sound, surname
from kextract.rules.person.view import View

KEPT = 60_000  # words


@dataclass(slots=True)
class Word:
    """The readings of a word as a Korean name, as a foreign one (None while nobody has asked: they are dear) and as a
    surname with what belongs to it; the listed people whose name it may begin; whether a given name may be it or stand
    beside it; whether it begins like a listed foreign name."""

    korean: Sequence[korean.Reading] = ()
    foreign: Sequence[sound.Part] | None = ()
    surname: Sequence[surname.Shape] = ()
    known: Sequence[known.Listed] = ()
    hint: bool = False
    listed: bool = True


NOTHING = Word()
_kept: dict[str, Word] = {}


def telling(view: View) -> list[tuple[int, Word]]:
    """The words that may have to do with people, with their places."""
    kept, found = _kept, []
    for i, text in enumerate(view.words):
        word = kept.get(text) or _learn(text)
        if word is not NOTHING:
            if word.foreign is None and (word.listed or not sound.is_odd(view, i)) and view.heads[i]:
                word.foreign = sound.readings(text)
                _forget_nothing(text, word)
            found.append((i, word))
    return found


def _learn(text: str) -> Word:
    if len(_kept) >= KEPT:
        _kept.clear()
    word = Word(
        korean.readings(text),
        None if sound.may_begin(text) else (),
        surname.shapes(text),
        known.beginning_with(text),
        given.is_hint(text),
        len(text) == 1 or sound.is_listed_beginning(text),
    )
    _kept[text] = word
    return _forget_nothing(text, word)


def _forget_nothing(text: str, word: Word) -> Word:
    """Words that say nothing are one and the same, which a loop can pass over."""
    silent = word.foreign is not None and not (word.foreign or word.korean or word.surname or word.known or word.hint)
    if silent:
        _kept[text] = word = NOTHING
    return word
