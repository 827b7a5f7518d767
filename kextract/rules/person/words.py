"""What words say by their letters alone, read once and kept: most words of news come again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class Told:
    """What the words of a line say, with their places."""

    korean: list[tuple[int, Sequence[korean.Reading]]] = field(default_factory=list)
    foreign: list[tuple[int, Sequence[sound.Part]]] = field(default_factory=list)
    surname: list[tuple[int, Sequence[surname.Shape]]] = field(default_factory=list)
    known: list[tuple[int, Sequence[known.Listed]]] = field(default_factory=list)
    hint: bool = False


def telling(view: View) -> Told:
    """What the words of a line may have to do with people."""
    kept, told = _kept, Told()
    for i, text in enumerate(view.words):
        word = kept.get(text) or _learn(text)
        if word is NOTHING:
            continue
        if word.foreign is None and (word.listed or not sound.is_odd(view, i)) and view.heads[i]:
            word.foreign = sound.readings(text)
            _forget_nothing(text, word)
        if word.korean:
            told.korean.append((i, word.korean))
        if word.foreign:
            told.foreign.append((i, word.foreign))
        if word.surname:
            told.surname.append((i, word.surname))
        if word.known:
            told.known.append((i, word.known))
        if word.hint:
            told.hint = True
    return told


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
