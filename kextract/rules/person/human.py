"""What only people have and do, as a help for names that are nearly good enough: 제시카의 어깨, 로지는 딸을 낳았다."""

from __future__ import annotations

import re

from kextract.rules.person import vocabulary
from kextract.rules.person.view import Draft, View

LEAST, MOST = -2.4, 0.6
WEAK = 1.6  # what things do speaks against a single foreign word with no better score
REACH = 8  # words between the one who acts and the verb
VERB_LETTERS = 2
_SUBJECT = frozenset("은 는 이 가 도 만 역시".split())
_OBJECT = ("을", "를")
_BARRED = frozenset(
    """place_word organization_word organization_name_too firm_mark name_of_a_work common_word unknown_noun title_itself
    title_inside noun_of_that_form noun_and_particle noun_and_suffix thing_ending functional_word""".split()
)
_CALLED = ("라는", "이라는", "란", "이란")
_BEARERS = ("이름", "별명", "남성", "여성", "사람", "인물", "남자", "여자")
_NAMES = frozenset(["foreign_listed", "foreign_listed_common", "foreign_given", "foreign_given_common"])
# beginnings of what is said of things and not of people: 셀토스는 지난해 출시됐다
_OF_THINGS = tuple(
    """출시 공개된 공개됐 공개되 개봉 방영 방송된 방송됐 상영 상장 판매되 판매된 판매됐 팔렸 팔린 팔리 개최된 개최됐
    열렸 열린 열리 발생 확산 번졌 번지 감염 도입된 도입됐 사용되 사용된 이용되 이용된 생산되 생산된 제조 수입된 수출
    들어간 들어갔 함유 적용되 적용된 탑재 장착 설치된 설치됐 운영되 운영된 운영됐 설립된 설립됐 개장 폐장 제작된
    제작됐 쓰이 쓰인 시장에""".split()
)
# what is said of markets, not of mayors
_MARKET = re.compile(
    r"(?:에|에서)(?:는|도)?(?![가-힣])(?! (?:따르|대|의해))|[은는이가을를의]? (?:[가-힣]+ )?"
    r"(?:커[졌지진질]|성장|확대|축소|위축|규모|점유율|진출|공략|선점|장악|주도|독점|포화|침체|급성|팽창|열리|열렸|전망|판도|"
    r"강자|진입|형성|과열|호황|불황|둔화|잠식)"
).match
_MAYOR = "시장"
_SHORT = 2  # letters of a name that may well be a ware: 하둡 시장
THING_REACH = 2  # words
_RULES = frozenset(["person.foreign_word", "person.foreign_run", "person.known", "person.korean_name"])


def humanise(view: View) -> None:
    """Adds what the words behind a name say of it, where it is nearly good enough."""
    for draft in view.drafts:
        if draft.score > LEAST and _is_market(view, draft):
            draft.add("market")
        if LEAST < draft.score <= WEAK and draft.rule in _RULES and _BARRED.isdisjoint(draft.evidence):
            piece = _piece(view, draft)
            if draft.score > MOST and piece != "thing_act":
                continue
            if piece:
                draft.add(piece)


def _is_market(view: View, draft: Draft) -> bool:
    """드론 시장이 커졌다: no mayor."""
    if draft.title is None or view.text[draft.title[0] : draft.title[1]] != _MAYOR:
        return False
    if draft.form == "full" and len(draft.surface) > _SHORT:
        return False
    return _MARKET(view.text, draft.title[1]) is not None


def _piece(view: View, draft: Draft) -> str:
    last = draft.last
    rest = view.text[draft.end : view.ends[last]]
    following = last + 1
    if following >= len(view.words) or view.gaps[following] not in (" ", ", "):
        return ""
    if rest in _CALLED:
        return "called" if view.words[following].startswith(_BEARERS) else ""
    if rest in _OBJECT:
        return "human_object" if view.words[following][:VERB_LETTERS] in vocabulary.neighbours("undergo") else ""
    if rest == "의":
        return "human_thing" if view.nominal(following) in vocabulary.neighbours("owned") else ""
    if rest in _SUBJECT:
        acts = vocabulary.neighbours("act")
        unknown = draft.rule == "person.foreign_word" and _NAMES.isdisjoint(draft.evidence)
        for n, word in enumerate(view.words[following : following + REACH]):
            if word[:VERB_LETTERS] in acts:
                return "human_act"
            if unknown and n < THING_REACH and word.startswith(_OF_THINGS):
                return "thing_act"
    return ""
