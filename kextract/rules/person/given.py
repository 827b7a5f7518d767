"""Given names and stage names alone: 재국씨, 민석이는, 가수 나비, 고 은비."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from kextract.rules.person import vocabulary
from kextract.rules.person.context import is_group, surroundings
from kextract.rules.person.particles import final_consonant, is_particle
from kextract.rules.person.view import Draft, View
from kextract.rules.person.weights import score

RULE = "person.given_name"
WIDELY_BORNE = 6
LISTED = 3
_AFTER_DIMINUTIVE = frozenset("는 가 를 의 와 도 에게 네 랑 한테".split())
MONK = "스님"
# what stands before 스님 and is no name: 주지 스님, 젊은 스님
NOT_DHARMA = frozenset(
    """
    주지 총무 원로 회주 방장 조실 동자 행자 학인 수좌 비구 젊은 우리 다른 여러 모든 어떤
    그런 이런 한국 태국 티벳 외국 여자 남자 노장 도반 은사 상좌 강사 율사 국사 대사 선사
    조사 큰절 전국 조계 천태 태고 불교 사찰 산사 일부 당시 해당 지도
    """.split()
)
_LATE = ("고", "故")
_WORDS = ("given_common_noun", "given_other_word")
_KINDS = ("NNP", "NNG", "XR")


def is_hint(word: str) -> bool:
    """May the word or one beside it be a given name?"""
    if word in _hints() or (word[-1] == "의" and is_group(word)):
        return True
    if "씨" in word and (word[0] == "씨" or "씨" in word[2:]):
        return True
    if word[2:3] == "이" and word[3:] in _AFTER_DIMINUTIVE and word[:2] in vocabulary.given_names():
        return True
    return MONK in (word[:2], word[2:4])


@cache
def _hints() -> frozenset[str]:
    """Words beside which given names stand: roles of the stage, 고, groups."""
    return vocabulary.neighbours("stage_role") | vocabulary.music_groups() | set(_LATE)


def given_names(view: View, hints: Sequence[int]) -> None:
    """Adds a draft for each given name that its surroundings give away, around the words that hint at one."""
    listed, roles = vocabulary.given_names(), vocabulary.neighbours("stage_role")
    around = {i for hint in hints for i in (hint - 2, hint - 1, hint, hint + 1)}
    for i, word in enumerate(view.words):
        if i not in around or len(word) < 2 or not view.heads[i]:
            continue
        drafts = len(view.drafts)
        if word[2:3] == "이" and word[3:] in _AFTER_DIMINUTIVE and word[:2] in listed:
            _diminutive(view, i, word)
        elif "씨" in word[2:]:
            _before_ssi(view, i, word)
        elif i and view.words[i - 1] in roles and view.gap(i - 1) in (" ", " '", " ‘"):
            _named(view, i, "stage_role_before")
        elif _aged(view, i):
            _add(view, i, len(word), ["age", *_listing(view, i, word)])
        elif _late(view, i, listed) or _before_honorific(view, i) or _after_group(view, i):
            _named(view, i, "")
            if _before_honorific(view, i):
                _sharing(view, i)
        elif _before_monk(view, i):
            _add(view, i, 2, ["dharma_name"])
        elif _is_monk(view, i, word):
            _add(view, i, 2, ["dharma_name", "title_next"])
            view.drafts[-1].title = (view.starts[i] + 2, view.starts[i] + 4)
        elif view.drafts and _beside_given(view, i, listed):
            _named(view, i, "given_beside")
        if len(view.drafts) > drafts:
            around.add(i + 1)


def _aged(view: View, i: int) -> bool:
    """향나(19)씨"""
    if i + 2 >= len(view.words) or view.gap(i) != "(" or len(view.words[i]) != 2 or view.words[i][1] == "모":
        return False
    return view.words[i + 1].isdigit() and view.gap(i + 1) in (")", ") ") and view.words[i + 2][0] in "씨군양"


def _late(view: View, i: int, listed: Mapping[str, int]) -> bool:
    return i > 0 and view.words[i - 1] in _LATE and view.words[i][:2] in listed


def _before_honorific(view: View, i: int) -> bool:
    return i + 1 < len(view.words) and view.words[i + 1][0] == "씨" and view.gap(i) == " "


def _before_monk(view: View, i: int) -> bool:
    """법담 스님: a name of two letters, whatever else it may mean."""
    if i + 1 == len(view.words) or view.words[i + 1][:2] != MONK or view.gap(i) != " " or len(view.words[i]) != 2:
        return False
    return _is_dharma(view, i, view.words[i])


def _is_monk(view: View, i: int, word: str) -> bool:
    """법담스님은"""
    return word[2:4] == MONK and is_particle(word[4:], MONK[-1]) and _is_dharma(view, i, word)


def _is_dharma(view: View, i: int, word: str) -> bool:
    tag = view.line.tags[view.tokens[i]] if view.tokens[i] < len(view.line.tags) else ""
    return word[:2] not in NOT_DHARMA and tag[:2] in ("NN", "XR", "XP")


def _after_group(view: View, i: int) -> bool:
    previous = view.words[i - 1] if i else ""
    return previous != "" and view.gap(i - 1) == " " and is_group(previous)


def _beside_given(view: View, i: int, listed: Mapping[str, int]) -> bool:
    """예은과 혜림이: a given name beside another."""
    last = view.drafts[-1]
    if last.form != "given" or last.word != i - 1 or last.score <= 0 or view.words[i][:2] not in listed:
        return False
    return view.text[last.end : view.starts[i]] in ("과 ", "와 ", ", ", "·")


def _diminutive(view: View, i: int, word: str) -> None:
    given = word[:2]
    if final_consonant(given[1]) <= 0:
        return
    if vocabulary.given_names()[given] < WIDELY_BORNE:
        return
    _add(view, i, 2, ["given_diminutive", *_listing(view, i, given)])


def _before_ssi(view: View, i: int, word: str) -> None:
    at = word.find("씨", 2)
    if at in (2, 3, 4) and is_particle(word[at + 1 :], "씨") and view.starts[i] + at in view.line.boundaries:
        _add(view, i, at, ["honorific", *_listing(view, i, word[:at])])
        _sharing(view, i)


def _sharing(view: View, i: int) -> None:
    """세기·수연씨: the 씨 is everyone's whose given name is joined to it."""
    listed = vocabulary.given_names()
    while i and view.gap(i - 1) == "·" and view.words[i - 1] in listed:
        i -= 1
        _add(view, i, len(view.words[i]), ["honorific", *_listing(view, i, view.words[i])])


def _named(view: View, i: int, piece: str) -> None:
    word = view.words[i]
    if word[2:3] in ("군", "양") and is_particle(word[3:], word[2]) and word[:2] in vocabulary.given_names():
        _add(view, i, 2, [*([piece] if piece else []), "young", *_listing(view, i, word[:2])])  # 장녀 소민양
        return
    for length in (2, 3):
        if length <= len(word) and is_particle(word[length:], word[length - 1]):
            end = view.starts[i] + length
            if not "가" <= word[length - 1] <= "힣":
                return
            listed = word[:length] in vocabulary.given_names()
            if word[length - 1] != "모" and (end == view.ends[i] or listed or end in view.line.boundaries):
                _add(view, i, length, ([piece] if piece else []) + _listing(view, i, word[:length]))
                return


def _listing(view: View, i: int, name: str) -> list[str]:
    count = vocabulary.given_names().get(name, 0)
    evidence = ["given_listed"] if count >= LISTED else []
    line, k = view.line, view.tokens[i]
    if k < len(line.starts):
        whole = line.ends[k] == view.starts[i] + len(name)
        if whole and line.tags[k] == "NNP":
            evidence.append("given_proper_noun")
        elif whole and line.tags[k] == "NNG" and line.starts[k] not in line.unknown:
            evidence.append("given_common_noun")
            if not count:
                evidence.append("given_other_word")  # MC 공석
        elif line.tags[k] == "NNG" and 2 <= line.ends[k] - view.starts[i] < len(name):
            evidence.append("given_other_word")  # 아이돌 그룹들
        elif line.tags[k] not in _KINDS:
            evidence.append("given_odd_word")
    if name in vocabulary.places() or name in vocabulary.titles():
        evidence.append("given_other_word")
    return evidence


def _add(view: View, i: int, length: int, evidence: list[str]) -> None:
    start = view.starts[i]
    draft = Draft(start, start + length, i, i, "given", RULE, view.words[i][:length], ["given_alone", *evidence])
    surroundings(view, draft)
    if "honorific" in draft.evidence:  # whoever is called 씨 is a person: 수영 씨
        draft.evidence = [piece for piece in draft.evidence if piece not in _WORDS]
    draft.score = score(draft.evidence)
    view.drafts.append(draft)
