"""What words say by their letters alone, read once and kept: most words of news come again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kextract.rules.person import given, known, korean, sound, surname, vocabulary
from kextract.rules.person.tokens import NOUN, OPEN, VERBAL, sort_of
from kextract.rules.person.view import View

KEPT = 60_000  # words


@dataclass(slots=True)
class Word:
    """The readings of a word as a Korean name, as a foreign one and as a surname with what belongs to it, each None
    while nobody has asked: they are dear; the listed people whose name it may begin; whether a given name may be it or
    stand beside it; whether it begins with a listed foreign name, and whether it sounds as if it began like one."""

    korean: Sequence[korean.Reading] | None
    foreign: Sequence[sound.Part] | None
    surname: Sequence[surname.Shape] | None
    known: Sequence[known.Listed]
    hint: bool
    listed: bool
    sounds: bool | None = None


NOTHING = Word((), (), (), (), False, False)
_kept: dict[str, Word] = {}


@dataclass(slots=True)
class Told:
    """What the words of a line say, with their places."""

    korean: list[tuple[int, Sequence[korean.Reading]]] = field(default_factory=list)
    foreign: list[tuple[int, Sequence[sound.Part]]] = field(default_factory=list)
    surname: list[tuple[int, Sequence[surname.Shape]]] = field(default_factory=list)
    known: list[tuple[int, Sequence[known.Listed]]] = field(default_factory=list)
    hints: list[int] = field(default_factory=list)


def telling(view: View) -> Told:
    """What the words of a line may have to do with people."""
    kept, told = _kept, Told()
    foreign: list[tuple[int, Word, bool]] = []
    for i, text in enumerate(view.words):
        have = kept.get(text)
        if have is NOTHING or (sort := sort_of(view, i)) == VERBAL:
            continue
        word = have or _learn(text)
        if sort != NOUN or vocabulary.is_full_name(text[:3]):
            if word.korean is None:
                word.korean = korean.readings(text)
            if word.korean:
                told.korean.append((i, word.korean))
        if sort != NOUN:
            if word.surname is None:
                word.surname = surname.shapes(text)
            if word.surname:
                told.surname.append((i, word.surname))
        if word.foreign is None or word.foreign:
            foreign.append((i, word, word.listed or (sort == OPEN and _sounds(text, word))))
        if word.known:
            told.known.append((i, word.known))
        if word.hint:
            told.hints.append(i)
    if foreign:
        _tell_foreign(view, foreign, told)
    return told


def forget() -> None:
    """Drops what was kept of words."""
    _kept.clear()


def _tell_foreign(view: View, asked: list[tuple[int, Word, bool]], told: Told) -> None:
    """Reads the words that may be pieces of foreign names: those that a list has or no dictionary, and others only
    beside such a one (테오 of 테오 지단)."""
    found: dict[int, Sequence[sound.Part]] = {}
    others: dict[int, Word] = {}
    for i, word, likely in asked:
        if not view.heads[i]:
            continue
        if not likely:
            others[i] = word
        elif parts := _foreign(view.words[i], word):
            found[i] = parts
    for i in list(found) if others else ():
        for k in (i - 1, i + 1):
            if k in others and (parts := _foreign(view.words[k], others[k])):
                found[k] = parts
    told.foreign = sorted(found.items())


def _sounds(text: str, word: Word) -> bool:
    if word.sounds is None:
        word.sounds = sound.may_begin(text)
    return word.sounds


def _foreign(text: str, word: Word) -> Sequence[sound.Part]:
    if word.foreign is None:
        word.foreign = sound.readings(text)
        unasked = word.korean is None or word.surname is None
        if not (unasked or word.foreign or word.korean or word.surname or word.known or word.hint):
            _kept[text] = NOTHING
    return word.foreign


def _learn(text: str) -> Word:
    """What a word says whatever its tokens are; dearer readings are left open."""
    if len(_kept) >= KEPT:
        forget()
    may_be_korean = text[0] in korean.STARTS or text[0] in vocabulary.surname_starts()
    _kept[text] = word = Word(
        None if may_be_korean else (),
        None,
        None if may_be_korean else (),
        known.beginning_with(text),
        given.is_hint(text),
        len(text) == 1 or sound.is_listed_beginning(text),
    )
    return word
