"""Whom a sentence speaks of at some point: its last subject before it, if that is a person."""

from __future__ import annotations

import re
from bisect import bisect_left

from kextract.relations.scene import Scene

_TOPIC = frozenset({"은", "는", "께서는"})
_SUBJECT = frozenset({"이", "가", "께서", "도"})
_TOGETHER = re.compile(
    r"(?: 등)?[와과] (?:함께|나란히)"
)  # what the sentence says of its dropped subject is true of both
_QUOTES = frozenset('"“”')
_HE = re.compile(r"(?:그녀|그)(?<![^\s]그)(?<![^\s]그녀)[은는가]\s")
_TIME_WORDS = frozenset({"지난", "오는"})  # 지난 3월: the verb that the tokenizer sees makes no clause


def subject(scene: Scene, start: int, position: int) -> int | None:
    """The place of the person that is the subject of what stands at `position`, in the sentence that begins at
    `start`; none where a clause of its own or another subject lies between."""
    for place in reversed(scene.within(start, position)):
        mention = scene.found[place]
        if mention.type != "person" or mention.end > position or scene.entity_of[place].kind == "group":
            continue
        particle, end = scene.particle_at(scene.tail(place))
        together = _TOGETHER.match(scene.text, scene.tail(place))
        if together:
            particle, end = "은", together.end()
        if particle in _TOPIC or particle in _SUBJECT:
            quoted = not _QUOTES.isdisjoint(scene.text[end:position])
            return place if not quoted and _governs(scene, end, position, particle in _TOPIC) else None
    if not is_he(scene.text, start, position):
        return None
    he = scene.text.index(" ", scene.text.index("그", start))  # past its particle
    return antecedent(scene, start) if _governs(scene, he, position, True) else None


def he_sentences(text: str) -> list[int]:
    """Where sentences begin that speak of him or her: 그는 …"""
    return [he.start() for he in _HE.finditer(text)]


def is_he(text: str, start: int, end: int) -> bool:
    """Whether the sentence that begins at `start` speaks of him or her."""
    he = _HE.search(text, max(start - 1, 0), end)
    return he is not None and not text[start : he.start()].strip()


def antecedent(scene: Scene, start: int) -> int | None:
    """Whom 그는 at the beginning of a sentence means: the only person of the sentence before it in the paragraph, if
    that one is its subject."""
    end = start
    while end and scene.text[end - 1].isspace():
        end -= 1
    if not end or "\n" in scene.text[end : start + 1]:
        return None
    first, _ = scene.sentence_at(end - 1)
    people = [place for place in scene.within(first, start) if scene.found[place].type == "person"]
    if len({scene.entity_of[place].id for place in people}) != 1:
        return None
    subjects = _TOPIC | _SUBJECT
    return next((place for place in people if scene.particle(scene.tail(place)) in subjects), None)


def _governs(scene: Scene, start: int, end: int, topic: bool) -> bool:
    """Whether a subject whose particle ends at `start` is still the subject at `end`. A topic reaches over clauses
    (김하늘은 아버지가 세운 해솔전자에 …), a mere subject does not (김하늘이 만난 정다온의 …)."""
    line = scene.line_at(start)
    tags, waiting = line.tags, False
    for k in range(bisect_left(line.starts, start - line.offset), bisect_left(line.starts, end - line.offset)):
        tag = tags[k]
        if tag == "JX" and line.text[line.starts[k] : line.ends[k]] in _TOPIC and tags[k - 1][0] == "N":
            if not _is_date(scene, line.offset + line.starts[k]):
                return False
        elif tag == "JKS":
            waiting = True
        elif tag == "ETM":
            if not topic and line.text[line.starts[k - 1] : line.ends[k]] not in _TIME_WORDS:
                return False
            waiting = False
        elif tag == "EC":
            waiting = False
    return not waiting


def _is_date(scene: Scene, position: int) -> bool:
    """올해는, 3일은: a day is no topic of its own."""
    earlier = scene.before(position)
    return earlier is not None and scene.found[earlier].type == "date" and scene.found[earlier].end == position
