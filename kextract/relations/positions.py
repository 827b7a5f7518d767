"""Who holds which post where: 남하람 구미시장, 심가람·문나래 위원장, 김하늘은 해솔전자 사장을 지냈다."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from kextract import lexicon
from kextract.entities import Cluster, squash
from kextract.model import PersonFacts, Relation
from kextract.relations import titles
from kextract.relations.inferred import of_document, of_sentence
from kextract.relations.nearby import Nearby, nearby, place_head
from kextract.relations.scene import Scene
from kextract.relations.titles import Span

_STATUSES = frozenset({"former", "new", "acting", "designate", "elect", "candidate", "late"})
_TIGHT = re.compile(r"(?:\([^()\n]{0,30}\))?\s?[·‧ㆍ/∙]\s?")
_COMMA = re.compile(r"(?:\([^()\n]{0,30}\))?\s?,\s?")
# 김하늘은 … 해솔전자의 사장을 지냈다: what follows a title that is said of the topic
_SAID_OF_TOPIC = re.compile(
    r"이다|이며|이자|이었|였|[을를] (?:지냈|지낸|역임|맡)|(?:으로|로|에) (?:선출|임명|취임|발탁|활동)"
)
_TITLE_WORD = re.compile(r"의?[ ]?([가-힣A-Z]{1,10}?)(?=이다|이며|이자|이었|였|을 |를 |로 |으로 |에 )")
_IS = re.compile(r"(?<=[ 의])((?:[가-힣]{2,8}, ?){0,3})([가-힣A-Z]{2,8}?)(?:이다|이며|이자|이었다|였다)(?=[ .,]|$)")
_WORD_AFTER = re.compile(r" ?(내정자|당선인|당선자|후보자|직무대행|권한대행|대행)")
# (한국은행 총재): the title behind an organization in a name's bracket
_TITLE_INSIDE = re.compile(r" ((?:[가-힣A-Z]{1,8} )?[가-힣A-Z]{1,10})(?=[)·,])")


@dataclass(slots=True)
class _Post:
    person: Cluster
    organization: Cluster | None
    title: str | None
    status: str | None
    rule: str
    evidence: list[tuple[int, int, str]] = field(default_factory=list)


def positions(scene: Scene) -> list[Relation]:
    """One relation a person, organization and title, with all places that say so."""
    posts: dict[tuple[str, str | None, str | None], _Post] = {}
    for post in [*_beside(scene), *_topics(scene)]:
        organization = post.organization.id if post.organization else None
        key = (post.person.id, organization, squash(post.title) if post.title else None)
        if key in posts:
            posts[key].evidence += [span for span in post.evidence if span not in posts[key].evidence]
        else:
            posts[key] = post
    return [_relation(post) for post in posts.values() if not _told_better(post, posts.values())]


def _relation(post: _Post) -> Relation:
    fields: dict[str, object] = {
        "person": post.person.id,
        "organization": post.organization.id if post.organization else None,
        "title": post.title,
    }
    if post.status:
        fields["status"] = post.status
    return Relation("position", fields, post.evidence, post.rule)


def _told_better(post: _Post, others: Iterable[_Post]) -> bool:
    """남 시장 says nothing more where 남하람 구미시장 is known, nor 정의당 심가람 where 정의당 심가람 의원 is."""
    if post.title is None:
        return any(o is not post and o.person is post.person and o.organization is post.organization for o in others)
    if post.organization is not None:
        return False
    title = squash(post.title)
    return any(
        other is not post
        and other.person is post.person
        and other.title
        and squash(other.title).endswith(title)
        and (other.organization is not None or len(squash(other.title)) > len(title))
        for other in others
    )


def _beside(scene: Scene) -> Iterator[_Post]:
    """Posts told right beside the name, those of lists shared out: 더불어민주당 김해솔·박누리 의원."""
    people = [place for place, mention in enumerate(scene.found) if mention.type == "person"]
    own = {place: _title(scene, place) for place in people}
    shown = _shared(scene, people, own)
    previous: tuple[int, Nearby | None] | None = None
    for place in people:
        # a title at the end of a list belongs to this name, but what stands before it belongs to others
        found = nearby(scene, place, own[place])
        if found is None and previous and previous[1] and _link(scene, previous[0], place, own[previous[0]]):
            inherited = previous[1]
            found = Nearby(inherited.organization, inherited.start, inherited.end, "position.list")
        previous = (place, found)
        title = shown[place]
        if found is not None and found.rule == "position.name_bracket" and title is None:
            title = _title_inside(scene, found.end)
        if found is not None and found.rule == "position.relative_clause" and title is None:
            title = titles.behind(scene, found.end)
        post = _post(scene, place, title, found)
        if post is not None:
            yield post
            yield from _further(scene, post, title)


def _shared(scene: Scene, people: list[int], own: Mapping[int, Span | None]) -> dict[int, Span | None]:
    """The titles with those that the end of a list gives to its other names: 심가람·문나래 위원장."""
    shown = dict(own)
    for place, following in zip(reversed(people[:-1]), reversed(people[1:]), strict=True):
        title = shown[following]
        behind = title and title[0] >= scene.found[following].end
        if shown[place] is None and behind and _link(scene, place, following, own[place]):
            shown[place] = title
    return shown


def _further(scene: Scene, post: _Post, title: Span | None) -> Iterator[_Post]:
    """부총리 겸 기획재정부 장관, 본부장(보건복지부 장관): the second post."""
    second = titles.further(scene, title) if title else None
    if second is None:
        return
    (start, end), place = second
    group = scene.entity_of[place] if place is not None else post.organization
    evidence = [(post.evidence[0][0], end, "")]
    yield _Post(post.person, group, scene.text[start:end], post.status, "position.second_post", evidence)


def _title(scene: Scene, place: int) -> Span | None:
    facts = scene.found[place].facts
    told = facts.title if isinstance(facts, PersonFacts) else None
    if told is not None and titles.is_post(scene.text[told[0] : told[1]]):
        return told
    return titles.after(scene, place) or titles.before(scene, scene.found[place].start)


def _title_inside(scene: Scene, end: int) -> Span | None:
    """The title that follows an organization at `end` inside a bracket."""
    words = _TITLE_INSIDE.match(scene.text, end)
    return words.span(1) if words and titles.is_title(words[1].split(" ")[-1]) else None


def _link(scene: Scene, first: int, second: int, title: Span | None) -> bool:
    """Whether two names stand in one list: joined by a dot, or by a comma where the first has no title of its own."""
    gap = scene.text[scene.found[first].end : scene.found[second].start]
    return bool(_TIGHT.fullmatch(gap) or (_COMMA.fullmatch(gap) and title is None))


def _post(scene: Scene, place: int, title: Span | None, found: Nearby | None) -> _Post | None:
    mention, facts = scene.found[place], scene.found[place].facts
    form = facts.form if isinstance(facts, PersonFacts) else "full"
    if title is None and (found is None or form not in ("full", "foreign")):
        return None
    spans = [(mention.start, mention.end)] + ([title] if title else []) + ([(found.start, found.end)] if found else [])
    evidence = (min(start for start, _ in spans), max(end for _, end in spans), "")
    organization, rule = (found.organization, found.rule) if found else (None, "position.title")
    if title and organization is None:
        organization = place_head(scene, title)
        rule = "position.place_head" if organization else rule
    words = scene.text[title[0] : title[1]] if title else None
    if words and organization is None:
        inferred = of_document(scene, words) or of_sentence(scene, words, mention.start)
        organization, rule = (inferred, "position.inferred") if inferred else (None, rule)
    status = facts.status if isinstance(facts, PersonFacts) and facts.status in _STATUSES else None
    status = status or _status(scene, *evidence[:2])
    return _Post(scene.entity_of[place], organization, words, status, rule, [evidence])


@cache
def _statuses() -> dict[str, str]:
    """신임 → new, 내정자 → designate …"""
    return {row[0]: row[1] for row in lexicon.rows("persons/status_words.tsv") if row[1] in _STATUSES}


def _status(scene: Scene, start: int, end: int) -> str | None:
    """What the word right before or after name and title says of the post: 신임 김하늘 장관, 박세진 차관 내정자."""
    line_start = scene.text.rfind("\n", 0, start) + 1
    before = scene.text[line_start:start].rsplit(" ", 2)
    after = _WORD_AFTER.match(scene.text, end)
    words = ([before[-2]] if len(before) > 1 and not before[-1] else []) + ([after[1]] if after else [])
    return next((_statuses()[word] for word in words if len(word) > 1 and word in _statuses()), None)


def _topics(scene: Scene) -> Iterator[_Post]:
    """김하늘은 해솔전자의 사장을 지냈다: an organization with a title that is said of the sentence's topic."""
    for start, end in scene.sentences():
        places = scene.within(start, end)
        topic = next((p for p in places if scene.found[p].type == "person"), None)
        if topic is None or scene.particle(scene.tail(topic)) not in ("은", "는"):
            continue
        yield from _said_of(scene, topic, end)
        for place in places:
            if scene.found[place].type != "organization" or place < topic:
                continue
            word = _TITLE_WORD.match(scene.text, scene.found[place].end, end)
            if word and titles.is_title(word[1]) and _SAID_OF_TOPIC.match(scene.text, word.end(1)):
                group = scene.entity_of[place]
                evidence = [(scene.found[topic].start, word.end(1), "")]
                yield _Post(scene.entity_of[topic], group, word[1], None, "position.topic", evidence)


def _said_of(scene: Scene, topic: int, end: int) -> Iterator[_Post]:
    """정가람은 대한민국의 가수, 배우이다: what the topic is said to be."""
    said = _IS.search(scene.text, scene.tail(topic), end)
    if said is None or not titles.is_title(said[2]):
        return
    listed = [word.strip() for word in said[1].split(",") if titles.is_title(word.strip())]
    for word in (*listed, said[2]):
        evidence = [(scene.found[topic].start, said.end(2), "")]
        yield _Post(scene.entity_of[topic], None, word, None, "position.topic", evidence)
