"""Posts told right beside a name, those of lists shared out: 더불어민주당 김해솔·박누리 의원, 배우 김하늘과 정다온."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kextract import lexicon
from kextract.model import PersonFacts
from kextract.relations import listed, titles
from kextract.relations.inferred import of_document, of_party, of_sentence
from kextract.relations.nearby import Nearby, bracketed, clause, committee, place_head
from kextract.relations.occupations import is_post, is_title
from kextract.relations.post import Post
from kextract.relations.scene import Scene, line_start
from kextract.relations.titles import Span

_STATUSES = frozenset({"former", "new", "acting", "designate", "elect", "candidate", "late"})
# 국세청장 후보자, 차관 내정자: what follows a title
_AFTER = {
    "내정자": "designate",
    "지명자": "designate",
    "당선인": "elect",
    "당선자": "elect",
    "후보자": "candidate",
    "직무대행": "acting",
    "권한대행": "acting",
    "대행": "acting",
}
_WORD_AFTER = re.compile(rf" ?({'|'.join(_AFTER)})")
# 오기 직전 김하늘 회장, 당시 김하늘 회장: no word on the post of today
_ADVERBS = frozenset({"직전", "당시"})
# (한국은행 총재): the title behind an organization in a name's bracket
_TITLE_INSIDE = re.compile(r" ((?:[가-힣A-Z]{1,8} )?[가-힣A-Z]{1,10})(?=[)·,])")
_NAMED = frozenset({"full", "foreign", "given", "group"})  # forms that tell who it is without a title


def beside(scene: Scene) -> Iterator[Post]:
    """The posts beside every name."""
    people = [place for place, mention in enumerate(scene.found) if mention.type == "person"]
    own = {place: _title(scene, place) for place in people}
    shown = listed.titles(scene, people, own)
    near = listed.organizations(scene, people, own)
    for place in people:
        title, found = shown[place], near[place]
        told = clause(scene, place, own[place])
        if found is None and told and told.rule == "position.member_clause" and told.status is None:
            found, told = told, None  # 해솔전자를 이끄는 김하늘 사장
        yield from [_clause_post(scene, place, told)] if told else _called(scene, place, own[place])
        inside = _behind_organization(scene, found) if found is not None else None
        if inside is not None and title is not None and found is not None:  # 서가온 위원장(한국은행 총재)
            yield _clause_post(scene, place, replace(found, title=inside))
            found = None
        title = title or inside
        post = _post(scene, place, title, found)
        if post is not None:
            yield post
            yield from _further(scene, post, title)
        for body in (committee(scene, found), bracketed(scene, place, title)) if found else ():
            if body is not None and found and body.organization is not found.organization:
                yield _clause_post(scene, place, body)
        if title is not None and title[1] <= scene.found[place].start:
            yield from _more_titles(scene, place, title)


def _behind_organization(scene: Scene, found: Nearby) -> Span | None:
    """The title behind the organization of a bracket: 민소정(한국은행 총재)."""
    return _title_inside(scene, found.end) if found.rule == "position.name_bracket" else None


def _clause_post(scene: Scene, place: int, found: Nearby) -> Post:
    """What a clause says apart from the title that the name bears: 해솔대 출신 김하늘 의원."""
    words = scene.text[found.title[0] : found.title[1]] if found.title else None
    ends = (scene.found[place].end, found.end, found.title[1] if found.title else 0)
    evidence = (min(found.start, scene.found[place].start), max(ends), "")
    return Post(scene.entity_of[place], found.organization, words, found.status, found.rule, [evidence])


def _further(scene: Scene, post: Post, title: Span | None) -> Iterator[Post]:
    """부총리 겸 기획재정부 장관, 본부장(보건복지부 장관): the second post."""
    second = titles.further(scene, title) if title else None
    if second is None:
        return
    (start, end), place = second
    group = scene.entity_of[place] if place is not None else post.organization
    evidence = [(post.evidence[0][0], end, "")]
    yield Post(post.person, group, scene.text[start:end], post.status, "position.second_post", evidence)


def _more_titles(scene: Scene, place: int, title: Span) -> Iterator[Post]:
    """언론인, 시인 겸 정치인 김하늘: the titles before the one beside the name."""
    for start, end in titles.listed_before(scene, title[0]):
        evidence = [(start, scene.found[place].end, "")]
        yield Post(scene.entity_of[place], None, scene.text[start:end], None, "position.title_list", evidence)


def _called(scene: Scene, place: int, title: Span | None) -> Iterator[Post]:
    """시인, 가수로 불리는 김하늘: the titles of a clause without an organization."""
    head = min(scene.found[place].start, title[0] if title else scene.found[place].start)
    told = titles.called(scene, head)
    if told is None:
        return
    span, status = told
    for start, end in (titles.widened(scene, span), *titles.listed_before(scene, span[0])):
        evidence = [(start, scene.found[place].end, "")]
        words = scene.text[start:end]
        yield Post(scene.entity_of[place], None, words, status, "position.relative_clause", evidence)


def _title(scene: Scene, place: int) -> Span | None:
    title = _found_title(scene, place)
    return titles.widened(scene, title) if title else None


def _found_title(scene: Scene, place: int) -> Span | None:
    facts = scene.found[place].facts
    told = facts.title if isinstance(facts, PersonFacts) else None
    if told is not None and is_post(scene.text[told[0] : told[1]]):
        return told
    start = scene.found[place].start
    return titles.after(scene, place) or titles.before(scene, start) or titles.inside(scene, place)


def _title_inside(scene: Scene, end: int) -> Span | None:
    """The title that follows an organization at `end` inside a bracket."""
    words = _TITLE_INSIDE.match(scene.text, end)
    return words.span(1) if words and is_title(words[1].split(" ")[-1]) else None


def _post(scene: Scene, place: int, title: Span | None, found: Nearby | None) -> Post | None:
    mention, facts = scene.found[place], scene.found[place].facts
    form = facts.form if isinstance(facts, PersonFacts) else "full"
    if title is None and (found is None or form not in _NAMED):
        return None
    spans = [(mention.start, mention.end)] + ([title] if title else []) + ([(found.start, found.end)] if found else [])
    evidence = (min(start for start, _ in spans), max(end for _, end in spans), "")
    organization, rule = (found.organization, found.rule) if found else (None, "position.title")
    if title and organization is None:
        organization = place_head(scene, title)
        rule = "position.place_head" if organization else rule
    words = scene.text[title[0] : title[1]] if title else None
    if words and organization is None:
        inferred = (
            of_document(scene, words)
            or of_sentence(scene, words, mention.start)
            or of_party(scene, words, mention.start)
        )
        organization, rule = (inferred, "position.inferred") if inferred else (None, rule)
    status = _told_status(scene, place)
    status = status or (found.status if found else None) or _status(scene, *evidence[:2])
    return Post(scene.entity_of[place], organization, words, status, rule, [evidence])


def _told_status(scene: Scene, place: int) -> str | None:
    """What the person rules saw of a post's status."""
    facts = scene.found[place].facts
    if not isinstance(facts, PersonFacts) or facts.status not in _STATUSES:
        return None
    start = scene.found[place].start
    return None if scene.text[max(0, start - 3) : start - 1] in _ADVERBS else facts.status


@cache
def _statuses() -> dict[str, str]:
    """신임 → new, 내정자 → designate …"""
    return {row[0]: row[1] for row in lexicon.rows("persons/status_words.tsv") if row[1] in _STATUSES}


def _status(scene: Scene, start: int, end: int) -> str | None:
    """What the word right before or after name and title says of the post: 신임 김하늘 장관, 박세진 차관 내정자."""
    before = scene.text[line_start(scene.text, start) : start].rsplit(" ", 2)
    after = _WORD_AFTER.match(scene.text, end)
    near = [before[-2]] if len(before) > 1 and not before[-1] and before[-2] not in _ADVERBS else []
    status = next((_statuses()[word] for word in near if len(word) > 1 and word in _statuses()), None)
    return status or (_AFTER[after[1]] if after else None)
