"""People whom a list knows: stage names, athletes, statesmen, figures of history and fiction (아이유, 세종대왕)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kextract.rules.person import vocabulary
from kextract.rules.person.context import surroundings
from kextract.rules.person.korean import SWALLOWED
from kextract.rules.person.particles import DIRECTIVE, LOCATIVE, is_particle
from kextract.rules.person.titles import title_end
from kextract.rules.person.view import Draft, Form, View
from kextract.rules.person.weights import score

RULE = "person.known"
_SUBJECT = ("은", "는", "이", "가", "에게", "의")
HONORIFICS = ("씨", "님", "군", "양")


Listed = tuple[str, bool]
"""A name, and whether it is an everyday word as well."""


def known_people(view: View, listed: Iterable[tuple[int, Sequence[Listed]]]) -> None:
    """Adds a draft for each listed person whose name begins a word."""
    for i, names in listed:
        start = view.starts[i]
        pair = view.text[start : start + 2]
        for name, common in names:
            starts_here = view.text.startswith(name, start) and name[:2] in (pair, pair[0]) and view.heads[i]
            if starts_here and _read(view, i, name, common):
                break  # the longest: 베네딕토 16세, not 베네딕토


def beginning_with(word: str) -> Sequence[Listed]:
    """The listed people whose name may begin with this word, the longest name first."""
    if len(word) == 1:
        return vocabulary.known_singles().get(word, ())
    beginnings = vocabulary.known_beginnings()
    if not word.startswith(beginnings.get(word[:2], ())) and word[0] not in beginnings:
        return ()
    table = vocabulary.known_people()
    group = (*table.get(word[:2], ()), *table.get(word[0], ()))  # the latter: 뷔, 붐
    return [item for item in group if item[0].startswith(word) or word.startswith(item[0])]


def _read(view: View, i: int, name: str, common: bool) -> bool:
    """Adds the draft, unless the name is only the beginning of another word."""
    end = view.starts[i] + len(name)
    last = i
    while view.ends[last] < end:
        last += 1
    rest = view.text[end : view.ends[last]]
    if len(name) == 1 and _token_tag(view, i, end)[:2] != "NN":
        return False  # 배우 한 사람
    evidence = ["known_common_word" if common else "known_person"]
    if " " in name and not common:
        evidence.append("whole_name")  # 서태지와 아이들
    if common and not _is_nominal(view, i):
        return False  # 에 대한, 바로
    if common and _holds_particle(view, i, end):
        evidence.append("noun_and_particle")
    if common and _token_tag(view, i, end) == "NNP" and name not in vocabulary.places():
        evidence.append("known_proper_noun")
        if rest in _SUBJECT and not vocabulary.is_organization(name):
            evidence.append("known_subject")
    if rest:
        piece = _rest(view, last, rest, end)
        if piece is None:
            return False
        if piece:
            evidence.append(piece)
            if common and piece == "locative_particle":
                evidence.append("common_place")  # 루나에서
    elif common and _token_tag(view, i, end) == "NNG":
        evidence.append("common_word")
    if common and vocabulary.is_organization(name) and not rest:
        evidence.append("organization_name_too")  # 하림 대표이사
    draft = Draft(view.starts[i], end, i, last, _form(name), RULE, name, evidence)
    if rest and (stop := title_end(view.words[last], end - view.starts[last])) and len(rest) > 1:
        draft.title = (end, view.starts[last] + stop)
    surroundings(view, draft)
    draft.score = score(evidence)
    if len(name) == 1 and draft.score <= 0:
        return False  # 키가 큰, whoever else bears the name 키
    view.drafts.append(draft)
    return True


def _form(name: str) -> Form:
    if name in vocabulary.music_groups():
        return "group"
    return "full" if name[0] in vocabulary.surname_starts() and len(name) <= 4 and " " not in name else "foreign"


def _rest(view: View, last: int, rest: str, end: int) -> str | None:
    """What follows the name in its word; None where the name is only the beginning of another word."""
    if rest[0] in HONORIFICS and is_particle(rest[1:], rest[0]):
        return "honorific"
    if title_end(view.words[last], end - view.starts[last]) and len(rest) > 1:
        return "title_glued" if end in view.line.boundaries else None  # 강남스타일
    if not is_particle(rest, view.text[end - 1]):
        return None
    if end not in view.line.boundaries and (
        rest not in SWALLOWED or view.ends[last] - len(rest) - view.starts[last] < 3
    ):
        return None
    return "locative_particle" if rest in LOCATIVE else "directive_particle" if rest in DIRECTIVE else ""


def _is_nominal(view: View, i: int) -> bool:
    tags, k = view.line.tags, view.tokens[i]
    return k >= len(tags) or tags[k][:2] in ("NN", "SL", "SN", "XR", "SH")


def _holds_particle(view: View, i: int, end: int) -> bool:
    """Is the word, for Kiwi, a noun with a particle or 들: 말로, and not Malraux?"""
    line, k = view.line, view.tokens[i] + 1
    while k < len(line.starts) and line.ends[k] <= end:
        if line.tags[k][0] == "J" or line.tags[k] == "XSN":
            return True
        k += 1
    return False


def _token_tag(view: View, i: int, end: int) -> str:
    """Kiwi's tag of the name if it is one token."""
    line, k = view.line, view.tokens[i]
    return line.tags[k] if line.ends[k] == end else ""
