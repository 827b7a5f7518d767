"""Those whom a body tells of as its own: 달빛소년단은 김하늘, 정다온으로 구성됐다; 소속사 해솔은 김하늘을 소개했다."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kextract.relations.post import Post
from kextract.relations.scene import Scene

_MADE_OF = re.compile("구성|결성|이루어|이뤄|짜였|짜여|소속|속해|몸담")
_PARTICLE = re.compile(r"(?:으로|로|[와과]|등의|[이가]|등이) $")
_GAP = re.compile(
    r"(?:\([^()\n]{0,30}\))?(?:, ?|·|[와과] |, 그리고 | 그리고 |을 비롯해 |를 비롯해 )(?:[가-힣A-Z]{1,6}, ){0,2}"
)
_BEGIN = frozenset({"은", "는", "에는"})
_AGENCY = "소속사 "
_SPEAKS = frozenset({"은", "는", "이", "가", "측은", "측이"})


def rosters(scene: Scene) -> Iterator[Post]:
    """One post a member, without a title."""
    for made in _MADE_OF.finditer(scene.text):
        particle = _PARTICLE.search(scene.text[max(0, made.start() - 4) : made.start()])
        if particle is None:
            continue
        start, _ = scene.sentence_at(made.start())
        names = _list_before(scene, start, made.start() - len(particle[0]))
        if not names:
            continue
        body = next(
            (other for other in scene.within(start, scene.found[names[0]].start) if _begins(scene, other)), None
        )
        if body is None:
            continue
        for place in names:
            evidence = [(scene.found[body].start, made.end(), "")]
            yield Post(scene.entity_of[place], scene.entity_of[body], None, None, "position.roster", evidence)


def clients(scene: Scene) -> Iterator[Post]:
    """소속사 해솔은 김하늘의 새 음반을 공개했다: its own, where the sentence names nobody else."""
    if _AGENCY not in scene.text:
        return
    for place, body in enumerate(scene.found):
        if body.type != "organization" or not scene.text.endswith(_AGENCY, 0, body.start):
            continue
        start, end = scene.sentence_at(body.start)
        people = [other for other in scene.within(start, end) if scene.found[other].type == "person"]
        if not people or people[0] < place or scene.particle(body.end) not in _SPEAKS:
            continue
        if _list_before(scene, body.end, scene.found[people[-1]].end, whole=False) != people:
            continue
        for other in people:
            evidence = [(body.start, scene.found[other].end, "")]
            yield Post(scene.entity_of[other], scene.entity_of[place], None, None, "position.agency", evidence)


def _begins(scene: Scene, place: int) -> bool:
    return place in scene.entity_of and scene.is_body(place) and scene.particle(scene.found[place].end) in _BEGIN


def _list_before(scene: Scene, start: int, end: int, whole: bool = True) -> list[int]:
    """The names of the list that ends at `end`, in text order; no bands among them where it makes up a `whole`."""
    found: list[int] = []
    for place in reversed(scene.within(start, end)):
        mention = scene.found[place]
        gap = scene.text[mention.end : scene.found[found[-1]].start if found else end]
        fits = _GAP.fullmatch(gap) if found else gap.strip() in ("", "등", ",")
        if mention.type != "person" or not fits or (whole and scene.entity_of[place].kind == "group"):
            break
        found.append(place)
    return found[::-1]
