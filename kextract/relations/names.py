"""Which names mean the same body or person (alias), and which body is part of which (part_of)."""

from __future__ import annotations

from collections.abc import Iterator

from kextract.entities import squash
from kextract.model import OrganizationFacts, PersonFacts, Relation
from kextract.relations.scene import Scene


def aliases(scene: Scene) -> Iterator[Relation]:
    """한국해양조사협회(KOSA), 얀 노바크(Jan Novak): one relation a pair of names, where the text puts them side by
    side."""
    told: dict[tuple[str, str], Relation] = {}
    for place, mention in enumerate(scene.found):
        facts = mention.facts
        if not isinstance(facts, PersonFacts | OrganizationFacts):
            continue
        for start, end in facts.aliases:
            group = scene.entity_of[place]
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
    """한빛과학기술원 산학협력단 is part of 한빛과학기술원, where the text names both."""
    told: dict[tuple[str, str], Relation] = {}
    for place, mention in enumerate(scene.found):
        if mention.type != "organization":
            continue
        group = scene.entity_of[place]
        whole = scene.whole_of(place)
        if whole is None:
            continue
        evidence = (mention.start, mention.end, "")
        if (group.id, whole.id) in told:
            told[group.id, whole.id].evidence.append(evidence)
        else:
            fields = {"part": group.id, "whole": whole.id}
            told[group.id, whole.id] = Relation("part_of", fields, [evidence], "part_of.leading_words")
    yield from told.values()
