"""What only people have and do, as a help for names that are nearly good enough: 제시카의 어깨, 로지는 딸을 낳았다."""

from __future__ import annotations

from kextract.rules.person import vocabulary
from kextract.rules.person.view import Draft, View
from kextract.rules.person.weights import WEIGHTS

LEAST, MOST = -2.4, 0.6
REACH = 8  # words between the one who acts and the verb
VERB_LETTERS = 2
_SUBJECT = frozenset("은 는 이 가 도 만 역시".split())
_BARRED = frozenset(
    """place_word organization_word organization_name_too firm_mark name_of_a_work common_word unknown_noun title_itself
    title_inside noun_of_that_form noun_and_particle noun_and_suffix thing_ending functional_word""".split()
)
_CALLED = ("라는", "이라는", "란", "이란")
_BEARERS = ("이름", "별명", "남성", "여성", "사람", "인물", "남자", "여자")
_RULES = frozenset(["person.foreign_word", "person.foreign_run", "person.known", "person.korean_name"])


def humanise(view: View) -> None:
    """Adds what the words behind a name say of it, where it is nearly good enough."""
    for draft in view.drafts:
        if LEAST < draft.score <= MOST and draft.rule in _RULES and _BARRED.isdisjoint(draft.evidence):
            piece = _piece(view, draft)
            if piece:
                draft.evidence.append(piece)
                draft.score += WEIGHTS[piece]


def _piece(view: View, draft: Draft) -> str:
    last = draft.last
    rest = view.text[draft.end : view.ends[last]]
    following = last + 1
    if following >= len(view.words) or view.gaps[following] not in (" ", ", "):
        return ""
    if rest in _CALLED:
        return "called" if view.words[following].startswith(_BEARERS) else ""
    if rest == "의":
        return "human_thing" if view.nominal(following) in vocabulary.neighbours("owned") else ""
    if rest in _SUBJECT:
        acts = vocabulary.neighbours("act")
        for word in view.words[following : following + REACH]:
            if word[:VERB_LETTERS] in acts:
                return "human_act"
    return ""
