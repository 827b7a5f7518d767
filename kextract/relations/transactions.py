"""Whose money went where: 투자, 기부, 지원, 수주, 매각, 벌금."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kextract.model import Relation
from kextract.relations.scene import Scene

# what follows the amount, and what it makes of it
_KINDS = {
    "investment": re.compile(r"투자"),
    "donation": re.compile(r"기부|기탁|쾌척|전달했|전달받|내놓|맡겼|맡긴"),
    "support": re.compile(r"지원"),
    "order": re.compile(r"수주"),
    "sale": re.compile(r"매각|팔았"),
    "purchase": re.compile(r"인수|매입|사들"),
    "fine": re.compile(r"부과"),
}
_FINE = re.compile(r"(?:벌금|과징금|과태료)\s?(?:약\s?)?$")
_REACH = 14  # code points between an amount and its verb
_SIZED = re.compile(r"(?:\([^()\n]{1,20}\))?\s?(?:규모|상당|어치)")  # 3조원 규모의 공사를 수주했다
_SIZED_REACH = 36
# 부과받았다, 전달받았다: the subject is whom it comes to
_TAKEN = re.compile(r"(?:부과|전달|투자|지원|기부|유치)(?:을|를)? ?받")
_SOURCE = frozenset({"에게서", "으로부터", "로부터", "에서"})
_SUBJECT = frozenset({"은", "는", "이", "가", "측은", "측이"})
_GOAL = frozenset({"에", "에게"})


def transactions(scene: Scene) -> Iterator[Relation]:
    """One relation an amount with a verb of giving or taking right after it and a payer marked as subject."""
    if not any(mention.type == "money" for mention in scene.found):
        return
    for start, end in scene.sentences():
        for place in scene.within(start, end):
            if scene.found[place].type == "money":
                relation = _read(scene, place, start, end)
                if relation is not None:
                    yield relation


def _read(scene: Scene, place: int, start: int, end: int) -> Relation | None:
    amount = scene.found[place]
    size = _SIZED_REACH if _SIZED.match(scene.text, amount.end) else _REACH
    reach = scene.text[amount.end : min(end, amount.end + size)]
    following = scene.within(amount.end, amount.end + len(reach))
    if any(scene.found[other].type == "money" for other in following):
        return None
    kind = next((name for name, verb in _KINDS.items() if verb.search(reach)), None)
    if _FINE.search(scene.text, start, amount.start):
        kind = "fine"
    who = scene.marked(start, amount.start, _SUBJECT)
    if kind is None or who is None:
        return None
    whom = scene.marked(start, amount.start, _GOAL)
    whom = whom if whom is not None and whom > who else None
    if _TAKEN.search(reach):
        who, whom = scene.marked(start, amount.start, _SOURCE), who
    fields = {
        "kind": kind,
        "who": scene.entity_of[who].id if who is not None else None,
        "whom": scene.entity_of[whom].id if whom is not None else None,
        "money": place,
    }
    return Relation("transaction", fields, [(start, end, "")], "transaction.amount_verb")
