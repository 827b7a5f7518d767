"""Who agreed what with whom: MOU, 협약, 양해각서, 계약, 제휴, 인수, 합병."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kextract.model import DateValue, Relation
from kextract.relations.scene import Scene

_DEAL = re.compile(r"업무\s?협약|협약|양해각서|MOU|계약|제휴|협정|합의서|자매결연|인수|합병")
_DONE = re.compile(r"체결|맺|서명|사인|손잡|조인|약정|결연|협약했|제휴했|합병했|인수했|인수한다|인수키로|인수하기로")
_QUOTED = re.compile(r"['‘\"“「『]([^'’\"”」』\n]{2,60}?(?:협약|MOU|양해각서|계약|제휴|협정))(?:\([^)]*\))?['’\"”」』]")
_PARTY_PARTICLES = frozenset("와 과 은 는 이 가 , · ㆍ 및 등 간 측은 측이 측과".split(" "))


@dataclass(slots=True)
class _Deal:
    parties: list[str]
    date: str | None
    name: str | None
    evidence: list[tuple[int, int, str]] = field(default_factory=list)


def agreements(scene: Scene) -> list[Relation]:
    """Agreements of two or more organizations of one sentence; sentences on the same agreement are joined."""
    deals: list[_Deal] = []
    for start, end in scene.sentences():
        sentence = scene.text[start:end]
        if _DEAL.search(sentence) and _DONE.search(sentence):
            deal = _read(scene, start, end)
            if deal and not _joined(deal, deals):
                deals.append(deal)
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


def _read(scene: Scene, start: int, end: int) -> _Deal | None:
    parties: list[str] = []
    date = None
    for place in scene.within(start, end):
        mention = scene.found[place]
        if mention.type == "organization" and scene.particle(mention.end) in _PARTY_PARTICLES:
            group = scene.entity_of[place]
            if group.id not in parties:
                parties.append(group.id)
        value = scene.values.get(place)
        if date is None and isinstance(value, DateValue) and value.kind == "point" and value.grain in ("day", "minute"):
            date = (value.first or value.value)[:10]
    if not parties:
        return None
    quoted = _QUOTED.search(scene.text, start, end)
    return _Deal(parties, date, quoted[1] if quoted else None, [(start, end, "")])


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
