"""What stands around a name: brackets with an age, titles before and behind, 씨, 고."""

from __future__ import annotations

import re

from kextract.rules.person import vocabulary
from kextract.rules.person.titles import TITLE_GAPS, title_after, title_before
from kextract.rules.person.view import Draft, View

# (35), (35·여), (35세), (23·토트넘), (71)
_AGE = re.compile(r"\s?(?:만\s?)?\d{1,3}(?:세|살)?(?:\s?[·,‧ㆍ/]\s?[^)]{1,20})?")
_AGE_LAST = re.compile(r"[^)]{1,20}[·,‧ㆍ/]\s?\d{1,2}(?:세|살)?")
# (성주중 3학년), (한빛초5), (물리학과 4), (3학년)
_SCHOOL = re.compile(
    r"(?:[가-힣]{2,12}(?:초|중|고|대|교|대학|학과|과|부|원|시청|군청|구청|도청|상무)\s?(?:[1-6]|[1-6]학년)?(?:\s?[·,]\s?[^)]{1,12})?|[1-6]학년)"
).fullmatch
_OTHERS = re.compile(r" 외 \d{1,4}(?:명|인)").match
_HANJA = re.compile(r"[\u3400-\u9fff·\s]{2,6}")
_LATIN = re.compile(r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f.'’-]*(?:[ ·][A-Za-z\u00c0-\u024f.'’-]+){0,5}")
_LATE = ("고", "故")
_OPENING = frozenset("(（[")
_ADDRESS = frozenset("씨군양님옹")
_CALLED = re.compile(
    r"(?:이?라는|이란|으?로 불리[는던]|이?라고 불리[는던]) (?:이름|별명|남성|여성|인물|사람|남자|여자|가명|예명)"
).match
PART = re.compile("역(?:$|[을의에으과도이]|으로)").match
_MOURNING = re.compile(
    r" (?:(?:부친|모친|장인|장모|빙부|빙모|시부|시모|조부|조모|배우자|남편|부인|형제|본인)상|별세|부고)(?![가-힣])"
).match
_QUOTES_BEFORE, _QUOTES_AFTER = frozenset("'\"‘“<《「『"), frozenset("'\"’”>》」』")
_HONORIFIC = re.compile(
    r" ?[씨군양님옹](?![가-힣])| ?[씨군양님옹](?=(?:는|가|를|의|와|도|에게|은|이|을|과|로|측|만|에|께|들)\b)"
)


def bracket(text: str, position: int) -> tuple[str, int, tuple[int, int] | None]:
    """What the bracket at `position` says of the name before it (age, hanja, latin or nothing), where it ends, and the
    span of the other spelling inside it."""
    if position >= len(text) or text[position] not in "(（[":
        return "", position, None
    close = text.find(")" if text[position] != "[" else "]", position)
    if close < 0 or close - position > 40:
        return "", position, None
    inside = text[position + 1 : close]
    span = (position + 1, close)
    if _AGE.fullmatch(inside) or _AGE_LAST.fullmatch(inside):
        return "age", close + 1, None
    if _SCHOOL(inside):
        return "school", close + 1, None
    first = re.split(r"[,·]", inside)[0]
    if _HANJA.fullmatch(first):
        return "hanja", close + 1, (span[0], span[0] + len(first))
    if _LATIN.fullmatch(inside):
        if " " in inside:
            return "latin", close + 1, span
        return ("" if inside.isupper() else "latin_word"), close + 1, span
    return "", close + 1, None


def surroundings(view: View, draft: Draft) -> None:
    """Adds the evidence around a draft and its title."""
    text, start, end = view.text, draft.start, draft.end
    if end == view.ends[draft.last]:
        _behind(view, draft)
    before = text[start - 1 : start]
    if before and before != " ":
        if before == "(" and text[end : end + 1] == ")":
            foreign = text[max(0, start - 2) : start - 1].isascii() and text[start - 2 : start - 1].isalpha()
            draft.evidence.append("gloss" if foreign else "bracketed")  # Dancing Cartoon(댄싱 카툰)
        _judge_place(text, draft)
        if before in _QUOTES_BEFORE:
            _quoted(view, draft)
    else:
        _judge_place(text, draft)
    if draft.word and view.gaps[draft.word] in TITLE_GAPS:
        _before(view, draft)


def _quoted(view: View, draft: Draft) -> None:
    """In quotes, as the name of a work or a thing: '김과장'; or of a part in one: '보라' 역."""
    text, end, evidence = view.text, draft.end, draft.evidence
    alone = text[end : end + 1] in _QUOTES_AFTER
    if alone:
        evidence.append("in_quotes")
    if draft.word and view.nominal(draft.word - 1) in vocabulary.neighbours("work") and len(view.gaps[draft.word]) == 2:
        evidence.append("name_of_a_work")
    following = draft.last + 1
    if alone and _CALLED(text, end + 1):
        evidence.append("called")
    if alone and following < len(view.words) and PART(view.words[following]) and view.gaps[following][-1] == " ":
        evidence.append("part_played")


def _judge_place(text: str, draft: Draft) -> None:
    evidence = draft.evidence
    if draft.title and "title_next" in evidence and "place_word" in evidence and not _of_a_place(text, draft):
        evidence.append("title_of_a_person")


def _behind(view: View, draft: Draft) -> None:
    """What follows a name that fills its word: a bracket, 씨, a title."""
    text, at, following = view.text, draft.end, draft.last + 1
    gap, kind = view.gaps[following], ""
    if gap and gap[0] in _OPENING:
        kind, at = _read_bracket(text, draft)
        while following < len(view.words) and view.starts[following] < at:
            following += 1
        gap = text[at : view.starts[following]] if following < len(view.words) else ""
    near = text[at : at + 2].lstrip(" ")[:1]
    match = _HONORIFIC.match(text, at) if near in _ADDRESS else None
    if match and "honorific" not in draft.evidence:
        draft.evidence.append("honorific" if match[0][-1] in "씨님옹" or kind == "age" else "young")
    if draft.title is None and following < len(view.words) and (gap == " " or not gap):
        _after(view, draft, following, gap)


def _read_bracket(text: str, draft: Draft) -> tuple[str, int]:
    """What the bracket behind a draft says of it, and where it ends."""
    kind, end, alias = bracket(text, draft.end)
    if kind == "hanja" and alias:
        kind = _hanja_piece(draft, text[alias[0] : alias[1]])
    if kind == "latin_word" and vocabulary.is_organization(draft.surface):
        return "", end  # 네이처(Nature)
    if kind:
        draft.evidence.append(kind)
        if alias and kind != "hanja_mismatch":
            draft.aliases = (alias,)
    return kind, end


def _hanja_piece(draft: Draft, hanja: str) -> str:
    """金斗赫 fits 김두혁; 歸仁 does not fit 구이런."""
    if draft.form == "full":
        same = len(hanja) == len(draft.surface)
        return "hanja" if same and hanja[0] in vocabulary.hanja_surnames() else "hanja_mismatch"
    return "hanja" if len(hanja) > (2 if " " in draft.surface else 3) else "hanja_word"


# 해리 왕자: foreigners bear these with their given names
ROYALS = frozenset(
    "왕자 공주 왕세자 왕세손 왕세자비 왕세손비 왕비 왕자비 여왕 국왕 공작 백작 교황 추기경 황제 황태자".split()
)
_PLACE_TITLES = ("시장", "지사", "주지사", "대사", "총영사", "영사", "의원", "시의원", "총리", "대통령", "장관", "국왕")


def _of_a_place(text: str, draft: Draft) -> bool:
    """샌디에이고 시장 is a place's mayor; 케리 장관 is a person in spite of County Kerry."""
    if draft.title is None or draft.surface in vocabulary.countries():
        return True
    return text[draft.title[0] : draft.title[1]] in _PLACE_TITLES[:6]


def _after(view: View, draft: Draft, following: int, gap: str) -> None:
    found, status, distance = title_after(view, following)
    if found:
        draft.title, draft.status = (found.start, found.end), status
        direct = distance == 0 or (status is not None and distance == 1)
        royal = direct and "foreign_listed_common" in draft.evidence and view.text[found.start : found.end] in ROYALS
        if royal:
            draft.evidence.append("royal_title")
        elif found.title.noun and not found.compound:
            draft.evidence.append("noun_title_next")
        else:
            draft.evidence.append("title_next" if direct else "title_near")
    elif gap == " " and view.bare(draft.last) and "honorific" not in draft.evidence:
        if _OTHERS(view.text, draft.end):
            draft.evidence.append("and_others")
            return
        if PART(view.words[following]):
            draft.evidence.append("part_played")
            return
        if _MOURNING(view.text, draft.end):
            draft.evidence.append("mourning")
            return
        draft.evidence.append("noun_follows")
        if view.nominal(following) in vocabulary.neighbours("namesake"):
            draft.evidence.append("namesake")
        if view.text[view.cores[following] - 1] == "상":  # 노벨 물리학상
            draft.evidence.append("award_follows")


def is_group(word: str) -> bool:
    """소녀시대 수영, 소녀시대의 수영."""
    groups = vocabulary.music_groups()
    return word in groups or (word[-1] == "의" and word[:-1] in groups)


def _before(view: View, draft: Draft) -> None:
    i = draft.word
    previous, gap = view.words[i - 1], view.gaps[i]
    if previous in _LATE and gap == " ":
        draft.evidence.append("late")
        draft.status = draft.status or vocabulary.status_words().get(previous)
        return
    stage = draft.form == "given" or "known_common_word" in draft.evidence
    if stage and gap == " " and is_group(previous):
        draft.evidence.append("group_before")
    if draft.form == "group" and gap in (" ", " '", " ‘") and previous in vocabulary.neighbours("group_role"):
        draft.evidence.append("group_role_before")
    found = title_before(view, i)
    if found is None:
        return
    if stage and previous in vocabulary.neighbours("stage_role") and "stage_role_before" not in draft.evidence:
        draft.evidence.append("stage_role_before")
    if found.title.noun and not found.compound:
        draft.evidence.append("noun_role_before")
    else:
        draft.evidence.append("role_before" if found.title.role or found.compound else "title_before")
    if draft.title is None and found.title.person:
        draft.title = (found.start, found.end)
