"""What the names of a list share: a title at its end or beginning, an organization before or behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from kextract.model import PersonFacts
from kextract.relations.nearby import OF_ALL, Nearby, nearby, together
from kextract.relations.occupations import is_occupation
from kextract.relations.scene import Scene
from kextract.relations.titles import Span

_TIGHT = re.compile(r"(?:\([^()\n]{0,30}\))?\s?[·‧ㆍ/∙]\s?")
_COMMA = re.compile(r"(?:\([^()\n]{0,30}\))?\s?,\s?(?:그리고 )?")
_WITH = re.compile(r"(?:\([^()\n]{0,30}\))?(?:[와과] |, 그리고 | 그리고 |,? 및 )")

Titles = Mapping[int, Span | None]


def organizations(scene: Scene, people: list[int], own: Titles) -> dict[int, Nearby | None]:
    """What stands beside each name or its list: 정의당 심가람·문나래; 김하늘, 정다온(이상 샛별)."""
    near: dict[int, Nearby | None] = {}
    previous: int | None = None
    for place in people:
        # a title at the end of a list belongs to this name, but what stands before it belongs to others
        found = nearby(scene, place, own[place])
        shared = near[previous] if previous is not None else None
        if found is None and shared and previous is not None and _shares(scene, previous, place, own[previous], shared):
            found = Nearby(shared.organization, shared.start, shared.end, "position.list", status=shared.status)
        near[place], previous = found, place
    for following, place in pairwise(reversed(people)):
        last = near[following]
        if near[place] is not None or last is None or last.start < scene.found[following].start:
            continue
        of_all = last.rule == OF_ALL or together(scene, following)
        if of_all and (_linked(scene, place, following, own[place]) or _joined(scene, place, following)):
            near[place] = Nearby(last.organization, last.start, last.end, OF_ALL)
    return near


def _shares(scene: Scene, first: int, second: int, title: Span | None, shared: Nearby) -> bool:
    """Whether what stands before the first of two names is said of the second: of a list, or 별(김하늘) of a band."""
    if _linked(scene, first, second, title):
        return True
    gap = scene.text[scene.found[first].end : scene.found[second].start]
    return gap == "(" and shared.organization.type == "person"


def titles(scene: Scene, people: list[int], own: Titles) -> dict[int, Span | None]:
    """The titles, with those that the end of a list gives to its other names (심가람·문나래 위원장) and those that its
    beginning does (배우 김하늘과 정다온)."""
    shown = dict(own)
    for following, place in pairwise(reversed(people)):
        title = shown[following]
        behind = title and title[0] >= scene.found[following].end
        if shown[place] is None and behind and _linked(scene, place, following, own[place]):
            shown[place] = title
    for place, following in pairwise(people):
        title = shown[place]
        if shown[following] is not None or title is None or title[1] > scene.found[place].start:
            continue
        if _is_shared(scene, title) and _is_open(scene, following) and _joined(scene, place, following):
            shown[following] = title
    return shown


def _linked(scene: Scene, first: int, second: int, title: Span | None) -> bool:
    """Whether two names stand in one list: joined by a dot, or by a comma where the first has no title of its own."""
    gap = scene.text[scene.found[first].end : scene.found[second].start]
    return bool(_TIGHT.fullmatch(gap) or (_COMMA.fullmatch(gap) and title is None))


def _joined(scene: Scene, first: int, second: int) -> bool:
    """Whether nothing but 와, 과, a dot or a comma stands between two names."""
    gap = scene.text[scene.tail(first) : scene.found[second].start]
    return bool(_TIGHT.fullmatch(gap) or _COMMA.fullmatch(gap) or _WITH.fullmatch(gap))


def _is_shared(scene: Scene, title: Span) -> bool:
    return is_occupation(scene.text[title[0] : title[1]])


def _is_open(scene: Scene, place: int) -> bool:
    """Whether a name may share the title of the list: it is no band, and no 남편 or the like stands beside it."""
    facts = scene.found[place].facts
    told = facts.title if isinstance(facts, PersonFacts) else None
    return scene.entity_of[place].kind != "group" and (told is None or scene.text[told[0] : told[1]] in ("씨", "님"))
