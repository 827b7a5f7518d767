"""Who agreed what with whom: MOU, 협약, 양해각서, 계약, 제휴, 인수, 합병."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kextract.model import DateValue, Relation
from kextract.relations.scene import Scene

_DEAL = re.compile(r"업무\s?협약|협약|양해각서|MOU|계약|제휴|협정|합의서|자매결연|인수|합병")
_DONE = re.compile(r"체결|맺|서명|사인|손잡|조인|약정|결연|협약했|제휴했|합병했|인수했|인수한다|인수키로|인수하기로")
_QUOTED = re.compile(
    r"['‘\"“「『]([^'’\"”」』\n]{2,60}?(?:협약|MOU|양해각서|계약|제휴|협정))"
    r"(?:\([^()\n]{0,60}\))?['’\"”」』]"
)
_PARTY_PARTICLES = frozenset("와 과 은 는 이 가 , · ㆍ 및 등 간 측은 측이 측과".split(" "))
_SUBJECT = frozenset("은 는 이 가 측은 측이".split(" "))
_TOPIC = frozenset({"은", "는"})
# 카카오는 샛별엔터테인먼트를 인수했다, 샛별항공 인수 계약: who is bought is a party too
_BOUGHT = re.compile(r"(?:\([^()\n]{1,20}\))?[을를]? (?:흡수)?(?:인수|합병)")
# 양사는, 두 기관은: the two of the sentence before
_BOTH = re.compile(
    r"(?:양사|양측|양 기관|양 대학|양 도시|양 단체|두 (?:회사|기업|기관|대학|도시|단체|은행|업체|나라))[은는이가]"
)
_CLAUSE = re.compile(r"[가-힣](?:며|고|지만|으나|면서|는데|자),\s")


@dataclass(slots=True)
class _Deal:
    parties: list[str]
    date: str | None
    name: str | None
    evidence: list[tuple[int, int, str]] = field(default_factory=list)


def agreements(scene: Scene) -> list[Relation]:
    """Agreements of two or more organizations of one sentence; sentences on the same agreement are joined."""
    deals: list[_Deal] = []
    if not _DEAL.search(scene.text):
        return []
    previous = (0, 0)
    for start, end in scene.sentences():
        if _DEAL.search(scene.text, start, end) and _DONE.search(scene.text, start, end):
            deal = _read(scene, start, end, previous)
            if deal and not _joined(deal, deals):
                deals.append(deal)
        previous = (start, end)
    return [
        Relation(
            "agreement",
            {"parties": deal.parties, "name": deal.name, "date": deal.date},
            deal.evidence,
            "agreement.sentence",
        )
        for deal in deals
        if len(deal.parties) > 1
    ]


def _read(scene: Scene, start: int, end: int, previous: tuple[int, int]) -> _Deal | None:
    parties = [scene.entity_of[place].id for place in _parties(scene, start, end)]
    if len(set(parties)) < 2 and _BOTH.search(scene.text, start, end):
        parties = _both(scene, *previous)
    if not parties:
        return None
    quoted = _QUOTED.search(scene.text, start, end)
    name = quoted[1] if quoted else None
    return _Deal(list(dict.fromkeys(parties)), _day(scene, start, end), name, [(start, end, "")])


def _parties(scene: Scene, start: int, end: int) -> list[int]:
    """The organizations of the clause that tells of the agreement; without a subject, its topic too."""
    deal = _last_deal(scene.text, start, end)
    clause = max((match.end() for match in _CLAUSE.finditer(scene.text, start, deal)), default=start)
    inside = [
        place
        for place in scene.within(clause, end)
        if scene.found[place].type == "organization" and _is_party(scene, place)
    ]
    if clause == start or any(scene.particle(scene.found[place].end) in _SUBJECT for place in inside):
        return inside
    topic = scene.marked(start, clause, _TOPIC)
    earlier = [topic] if topic is not None and scene.found[topic].type == "organization" else []
    return earlier + inside


def _is_party(scene: Scene, place: int) -> bool:
    end = scene.found[place].end
    return scene.particle(end) in _PARTY_PARTICLES or bool(_BOUGHT.match(scene.text, end))


def _both(scene: Scene, start: int, end: int) -> list[str]:
    """The two organizations of a sentence that names just two."""
    named = [place for place in scene.within(start, end) if scene.found[place].type == "organization"]
    bodies = list(dict.fromkeys(scene.entity_of[place].id for place in named))
    return bodies if len(bodies) == 2 else []


def _last_deal(text: str, start: int, end: int) -> int:
    """Where the last word of agreeing stands that a verb of doing follows."""
    deals = [match.start() for match in _DEAL.finditer(text, start, end) if _DONE.search(text, match.start(), end)]
    return deals[-1] if deals else end


def _day(scene: Scene, start: int, end: int) -> str | None:
    for place in scene.within(start, end):
        value = scene.values.get(place)
        if isinstance(value, DateValue) and value.kind == "point" and value.grain in ("day", "minute"):
            return (value.first or value.value)[:10]
    return None


def _joined(deal: _Deal, deals: list[_Deal]) -> bool:
    """Whether the sentence tells of an agreement already known (a common party, no other day), and was added to it."""
    for known in reversed(deals):
        if known.date and deal.date and known.date != deal.date:
            continue
        if not set(known.parties) & set(deal.parties):
            continue
        known.parties += [party for party in deal.parties if party not in known.parties]
        known.date = known.date or deal.date
        known.name = known.name or deal.name
        known.evidence += deal.evidence
        return True
    return False
