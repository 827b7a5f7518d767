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
    asked = []
    for i, text in enumerate(view.words):
        have = kept.get(text)
        if have is NOTHING or _is_verbal(view, i) or (word := have or _learn(text)) is NOTHING:
            continue
        if word.foreign is None or word.foreign:
            asked.append((i, word))
        if word.korean:
            told.korean.append((i, word.korean))
        if word.surname:
            told.surname.append((i, word.surname))
        if word.known:
            told.known.append((i, word.known))
        if word.hint:
            told.hint = True
    if asked:
        _tell_foreign(view, asked, told)
    return told


def _tell_foreign(view: View, asked: list[tuple[int, Word]], told: Told) -> None:
    """Reads the words that may be pieces of foreign names: those that a list has or no dictionary, and others only
    beside such a one (테오 of 테오 지단)."""
    found: dict[int, Sequence[sound.Part]] = {}
    others: dict[int, Word] = {}
    for i, word in asked:
        if not view.heads[i] or not (word.listed or not sound.is_odd(view, i)):
            others[i] = word
        elif parts := _foreign(view.words[i], word):
            found[i] = parts
    if others:
        for i in list(found):
            for k in (i - 1, i + 1):
                if k in others and view.heads[k] and (parts := _foreign(view.words[k], others[k])):
                    found[k] = parts
    told.foreign = sorted(found.items())


def _foreign(text: str, word: Word) -> Sequence[sound.Part]:
    if word.foreign is None:
        word.foreign = sound.readings(text)
        _forget_nothing(text, word)
    return word.foreign


def _is_verbal(view: View, i: int) -> bool:
    """Is the word a predicate: 밝혔다, 발표한? In news none of a thousand such words is a name."""
    line, k, last = view.line, view.tokens[i], view.lasts[i]
    if last <= k or line.tags[last][0] != "E" or len(view.words[i]) == 1:
        return False
    if line.tags[k][0] == "V":
        return True
    end = view.cores[i]
    while line.starts[k] < end:
        k += 1
    return line.tags[k][0] == "X"


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
