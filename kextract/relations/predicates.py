"""What a sentence says of its subject: 김하늘은 해솔전자의 사장을 지냈다, 정가람은 대한민국의 가수, 배우이다."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kextract.relations import phrases, titles
from kextract.relations.occupations import is_title
from kextract.relations.post import Post
from kextract.relations.scene import Scene
from kextract.relations.subject import he_sentences, subject

_RULE = "position.topic"
# what the subject is said to be; group 1 is the last word of a list
_IS = re.compile(
    r"이다|이며|이자|이고|이면서|이기도|이었다|이었으며|였다|였으며"
    r"|으?로 (?:활동하고|활동하며|활동했|활동 중|활약|살아가|알려져|알려진|유명하|이름을 알)"
    r"|[이가] (?:됐|되었|된 |되어)|다(?=[.\"”]|$)"
    r"|([을를] (?:지냈|지낸|역임))"
)
_WORD = re.compile(r"(?:(?<=[ 의/])|^)[가-힣A-Z]{2,10}$")
_NO_WORK = frozenset({"성인", "스타", "모델"})  # 그는 성인이다
_LISTED = re.compile(r"(?:(?<=[ 의/])|^)([가-힣A-Z]{2,10})(?:, ?|/|·| 겸 |이자 |이며 |와 |과 )$")
_LOOK_BACK = 14
_FORMER = re.compile(r"(?:^| )[전前] (?:[^\s.,]+ ){0,2}$")  # 전 프로야구 샛별의 투수이다
_AGENCY = re.compile(r"[ ]?소속사(?:인)? ['‘\"“]?$")
# nouns behind a verb that is said of the subject all the same: 입단한 뒤, 맡은 바 있다, 활동한 가수다
_AFTER_VERB = tuple("뒤 후 이후 바 적 것 때 경험 경력 이력 가운데 상태 이래 직후 동안".split())
_BEING = ("이다", "이며", "였다", "이었다", "다", "으로", "로")


def predicates(scene: Scene) -> Iterator[Post]:
    """Posts and memberships that a sentence states of the person it speaks of."""
    for start, after, end in _speaking(scene):
        yield from _said(scene, start, after, end)
        for place in scene.within(after, end):
            if place in scene.entity_of and scene.is_body(place):
                yield from _joined(scene, start, place, end)


def _speaking(scene: Scene) -> list[tuple[int, int, int]]:
    """The sentences that name a person or say 그는: where they begin, where something may be said, where they end."""
    found: dict[int, tuple[int, int]] = {}
    known = 0  # the end of the last sentence found
    for mention in scene.found:
        if mention.type == "person" and mention.start >= known:
            start, end = scene.sentence_at(mention.start)
            found[start], known = (mention.end, end), end
    for position in he_sentences(scene.text):
        start, end = scene.sentence_at(position)
        found[start] = (position, end)
    return [(start, *found[start]) for start in sorted(found)]


def _said(scene: Scene, start: int, after: int, end: int) -> Iterator[Post]:
    """The titles that a sentence gives its subject without an organization."""
    for said in _IS.finditer(scene.text, after, end):
        first = max(after, said.start() - _LOOK_BACK)
        word = _WORD.search(scene.text[first : said.start()])
        if word is None or not is_title(word[0]):
            continue
        title = (first + word.start(), said.start())
        person = subject(scene, start, title[0])
        if person is None or _of_body(scene, title[0]):
            continue
        titles_told = [title, *_listed(scene, person, title[0])]
        if len(titles_told) == 1 and word[0] in _NO_WORK:
            continue
        for other in titles_told:
            wide = titles.widened(scene, other)
            evidence = [(max(start, scene.found[person].start), title[1], "")]
            status = "former" if said[1] else None
            yield Post(scene.entity_of[person], None, scene.text[slice(*wide)], status, _RULE, evidence)


def _of_body(scene: Scene, start: int) -> bool:
    """해솔전자의 사장이다: the title belongs to the organization before it."""
    earlier = scene.name_before(start)
    return (
        earlier is not None and scene.is_body(earlier) and scene.text[scene.found[earlier].end : start] in (" ", "의 ")
    )


def _listed(scene: Scene, person: int, start: int) -> Iterator[titles.Span]:
    """The titles before the last one of a list: 가수 of 가수, 배우이다."""
    after = scene.tail(person)
    while True:
        first = max(after, start - _LOOK_BACK)
        word = _LISTED.search(scene.text[first:start])
        if word is None or not is_title(word[1]):
            return
        start = first + word.start(1)
        yield start, first + word.end(1)


def _joined(scene: Scene, start: int, place: int, end: int) -> Iterator[Post]:
    """What the sentence says of its subject and the organization at `place`."""
    body = scene.found[place]
    title, status = None, None
    told = phrases.SAID_TITLE.match(scene.text, body.end, end)
    if told and is_title(told[1].rsplit(" ", 1)[-1]) and not _runs_over(scene, body.end, told.end(1)):
        title, status = told[1], "former" if told[2] else None
    elif not scene.has_members(place):
        return
    else:
        title = None
        told = phrases.SAID_MEMBER.match(scene.text, body.end, end)
        if told:
            title = told[1] if told[1] and is_title(told[1]) else None
        elif told := phrases.SAID_PAST.match(scene.text, body.end, end):
            status = "former"
    agency = _AGENCY.search(scene.text[max(start, body.start - 8) : body.start])
    if not told and not agency:
        return
    last = told.end() if told else body.end
    if told and (phrases.UNREAL.match(scene.text, last) or _runs_over(scene, body.end, last)):
        return
    if told and not _says(scene, told.end() - 1):
        return
    person = subject(scene, start, body.start - len(agency[0]) if agency else body.start)
    if person is not None:
        said_from = max(start, scene.particle_at(scene.tail(person))[1], body.start - _LOOK_BACK)
        if _FORMER.search(scene.text[said_from : body.start]):
            status = "former"
        elif told and phrases.DESIGNATED.search(told[0]):
            status = "designate"
        evidence = [(max(start, scene.found[person].start), last, "")]
        yield Post(scene.entity_of[person], scene.entity_of[place], title, status, _RULE, evidence)


def _says(scene: Scene, verb: int) -> bool:
    """Whether the verb at `verb` is said of the subject, and not of a noun behind it: 샛별에서 뛰던 동료를 만났다."""
    noun = scene.modifies(verb)
    return not noun or noun.startswith(_AFTER_VERB) or noun.endswith(_BEING)


def _runs_over(scene: Scene, start: int, end: int) -> bool:
    """Whether another person or organization stands in the span, bands left out."""
    return any(
        place in scene.entity_of and scene.entity_of[place].kind != "group" for place in scene.within(start, end)
    )
