"""Which names mean the same body or person (alias), and which body is part of which (part_of)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kextract.entities import squash
from kextract.model import OrganizationFacts, PersonFacts, Relation
from kextract.relations.scene import Scene

# 한국전력 자회사인 한국남동발전, 국방부 산하 국방연구원
_PART = re.compile(
    r"의?[ ](?:(?:100% |해외 |핵심 |주력 )?(?:자회사|손자회사|계열사)|산하(?: 기관| 공공기관)?|부설(?: 기관)?"
    r"|직속(?: 기관)?)인?[ ]['‘]?"
)
_LONGEST = 16  # code points of such words


def aliases(scene: Scene) -> Iterator[Relation]:
    """한국해양조사협회(KOSA), 얀 노바크(Jan Novak), 정가람(본명 정하람): one relation a pair of names, where the text
    puts them side by side."""
    told: dict[tuple[str, str], Relation] = {}
    for place, mention in enumerate(scene.found):
        facts = mention.facts
        if not isinstance(facts, PersonFacts | OrganizationFacts):
            continue
        group = scene.entity_of[place]
        other = scene.other_name(place)
        for start, end in (*facts.aliases, *((other,) if other else ())):
            last = max(end, mention.end)
            last += scene.text[last : last + 1] in (")", "]", "）")
            evidence = (min(start, mention.start), last, "")
            key = (group.id, squash(scene.text[start:end]))
            if key in told:
                told[key].evidence.append(evidence)
            else:
                names = {"entity": group.id, "name": scene.text[mention.start : mention.end]}
                told[key] = Relation("alias", {**names, "alias": scene.text[start:end]}, [evidence], "alias.apposition")
    yield from told.values()


def parts(scene: Scene) -> Iterator[Relation]:
    """한빛과학기술원 산학협력단 of 한빛과학기술원, where the text names both; 한국전력 자회사인 한국남동발전."""
    told: dict[tuple[str, str], Relation] = {}
    previous: int | None = None
    for place, mention in enumerate(scene.found):
        if mention.type != "organization":
            previous = None
            continue
        group = scene.entity_of[place]
        whole = scene.whole_of(place)
        if whole is not None and whole is not group:
            _tell(told, group.id, whole.id, "part_of.leading_words", (mention.start, mention.end, ""))
        if previous is not None and scene.entity_of[previous] is not group and _owned(scene, previous, mention.start):
            evidence = (scene.found[previous].start, mention.end, "")
            _tell(told, group.id, scene.entity_of[previous].id, "part_of.apposition", evidence)
        previous = place
    yield from told.values()


def _owned(scene: Scene, place: int, start: int) -> bool:
    end = scene.found[place].end
    return start - end <= _LONGEST and bool(_PART.fullmatch(scene.text, end, start))


def _tell(
    told: dict[tuple[str, str], Relation], part: str, whole: str, rule: str, evidence: tuple[int, int, str]
) -> None:
    if (part, whole) in told:
        told[part, whole].evidence.append(evidence)
    else:
        told[part, whole] = Relation("part_of", {"part": part, "whole": whole}, [evidence], rule)
