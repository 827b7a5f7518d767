"""Which organization a bare title means where sentence or document leave no choice: 육태호 시장 in a text on 춘천시."""

from __future__ import annotations

from collections.abc import Sequence

from kextract.entities import Cluster, squash
from kextract.model import OrganizationFacts
from kextract.relations.scene import Scene

# a title → how the body ends whose head bears it; `document` where one such body in the whole text is enough
_OF_DOCUMENT = {
    "시장": ("시",),
    "군수": ("군",),
    "구청장": ("구", "구청"),
    "도지사": ("도",),
    "지사": ("도",),
    "교육감": ("교육청",),
}
_OF_SENTENCE = {
    "총장": ("대", "대학교", "과학기술원", "과기원"),
    "서장": ("경찰서", "소방서", "세무서"),
    "교장": ("학교", "고", "중", "초"),
    "청장": ("청",),
    "원장": ("원", "연구소"),
    "의장": ("의회",),
    "위원장": ("위원회", "위"),
    "관장": ("관",),
    "이사장": ("재단", "공단", "이사회"),
    "총재": ("은행",),
}


# titles that only parties give
_OF_PARTY = frozenset("대표 원내대표 당대표 당수 최고위원 정책위의장 원내수석부대표 비대위원장 비상대책위원장".split())
_PARTY = "party"
_FIRMS = frozenset({"company", "foreign_company", "startup", "group", "ngo", "association"})  # they have a 대표 too


def of_party(scene: Scene, title: str, position: int) -> Cluster | None:
    """The only party of the document, if it stands before the name in its sentence: 새벽당은 … 김하늘 원내대표를 …"""
    if title not in _OF_PARTY:
        return None
    parties = {scene.entity_of[place].id for place in scene.of_class(_PARTY)}
    start, _ = scene.sentence_at(position)
    before = [place for place in scene.of_class(_PARTY) if start <= scene.found[place].start < position]
    if len(parties) != 1 or not before or any(scene.of_class(kind) for kind in _FIRMS):
        return None
    return scene.entity_of[before[-1]]


def of_document(scene: Scene, title: str) -> Cluster | None:
    """The only body of the document whose head bears the title: 시장 where 춘천시 is the only city that acts."""
    if title not in _OF_DOCUMENT:
        return None
    if title not in scene.heads:
        scene.heads[title] = _only(scene, title, _OF_DOCUMENT, scene.clusters)
    return scene.heads[title]


def of_sentence(scene: Scene, title: str, position: int) -> Cluster | None:
    """The only fitting body told before the name in its sentence: 한국개발연구원을 방문해 김하늘 원장을 만났다."""
    if title not in _OF_SENTENCE:
        return None
    start, end = scene.sentence_at(position)
    before = [scene.entity_of[place] for place in scene.within(start, position) if place in scene.entity_of]
    after = [scene.entity_of[place] for place in scene.within(position, end) if place in scene.entity_of]
    return _only(scene, title, _OF_SENTENCE, before) if not _fitting(title, _OF_SENTENCE, after) else None


def _only(scene: Scene, title: str, endings: dict[str, tuple[str, ...]], groups: Sequence[Cluster]) -> Cluster | None:
    fitting = {group.id: group for group in _fitting(title, endings, groups) if not _generic(scene, group)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _fitting(title: str, endings: dict[str, tuple[str, ...]], groups: Sequence[Cluster]) -> list[Cluster]:
    wanted = endings.get(title)
    if wanted is None:
        return []
    return [
        group
        for group in groups
        if group.type == "organization"
        and any(name.endswith(wanted) and len(name) > 2 for name in map(squash, (group.name, *group.aliases)))
    ]


def _generic(scene: Scene, group: Cluster) -> bool:
    facts = scene.found[group.members[0]].facts
    return isinstance(facts, OrganizationFacts) and facts.generic
