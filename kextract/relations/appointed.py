"""Whom somebody makes what: 새벽당은 김하늘 의원을 대표로 선출했다, 위원장에는 김하늘 의원이 뽑혔다."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kextract.relations import phrases
from kextract.relations.occupations import is_title
from kextract.relations.post import Post
from kextract.relations.scene import Scene

_CHOOSES = re.compile(phrases.CHOOSING)
_WORD = r"((?:[가-힣A-Z0-9]{1,8} ){0,4}?[가-힣A-Z]{2,10}?)"
# 김하늘을 … 대표로 선출: from the name's particle on
_AS = re.compile(
    rf"[을를이가] (?:(?:공식|신임|새|차기|만장일치로|단독|초대|제?\d+대) )?{_WORD}(?:으로|로|에) {phrases.CHOOSING}"
)
# 위원장에(는) 김하늘 의원이 뽑혔다: the words before the name, an organization of its own among them
_POST_FOR = re.compile(r"(?<![가-힣A-Z])([가-힣A-Z]{2,10}?)(?:에는|에|으로는|으로|로는|로|(는|은))[ ]")
_OWN_WORDS = 3  # words between such a post and the name: 더불어민주당 소속
_BETWEEN = re.compile(r"의?[ ](?:(?:[가-힣]{1,6} )?(?:신임|새|차기|초대|비례대표|공동) )?")
_IS_CHOSEN = re.compile(rf"[이가을를은는] (?:[^.,\n]{{0,20}} )?{phrases.CHOOSING}")
_TAKES = re.compile(r"[을를] (?:[^\s.,]+ ){0,3}(?:영입|임대|데려|스카우트)")
_FROM = re.compile(r"(?:으로부터|로부터|에서)[ ](?:[가-힣]{2,6} )?")
_CHOOSERS = frozenset({"은", "는", "이", "가", "에서", "에서는"})
_MARKED = frozenset({"을", "를", "은", "는", "이", "가"})
_REACH = 60  # code points that such a statement may take before and behind the name


def appointed(scene: Scene) -> Iterator[Post]:
    """Posts that people are chosen for."""
    for place, mention in enumerate(scene.found):
        if mention.type != "person" or scene.entity_of[place].kind == "group":
            continue
        particle, tail = scene.particle_at(scene.tail(place))
        if particle not in _MARKED:
            continue
        start, end = scene.sentence_at(mention.start)
        if not _CHOOSES.search(scene.text, tail, min(end, tail + _REACH)):
            continue
        post = (
            _as(scene, place, tail - 1, start, end)
            or _for(scene, place, tail - 1, start, end)
            or _from(scene, place, tail - 1)
        )
        if post is not None:
            yield post


def _as(scene: Scene, place: int, position: int, start: int, end: int) -> Post | None:
    """새벽당은 김하늘 의원을 대표로 선출했다, … 김하늘을 해솔전자 대표로 내정했다."""
    said = _AS.match(scene.text, position, end)
    if said is None or not is_title(said[1].rsplit(" ", 1)[-1]):
        return None
    inside = [other for other in scene.within(position, said.end(1)) if other in scene.entity_of]
    body = inside[-1] if inside else _chooser(scene, scene.found[place].start, start)
    if body is None or not scene.is_body(body):
        return None
    first = max(said.start(1), scene.found[body].end if inside else 0)
    if not scene.plain(first, said.end(1)):
        return None  # 경쟁자를 제치고 대표에 선출됐다
    title = scene.text[first : said.end(1)].strip().removeprefix("의 ")
    return _post(scene, place, body, title, said[0], said.end())


def _from(scene: Scene, place: int, position: int) -> Post | None:
    """샛별 FC에서 수비수 김하늘을 영입했다: where somebody comes from."""
    if not _TAKES.match(scene.text, position):
        return None
    body = scene.name_before(scene.found[place].start)
    if body is None or not scene.is_team(body):
        return None
    if not _FROM.fullmatch(scene.text, scene.found[body].end, scene.found[place].start):
        return None
    evidence = [(scene.found[body].start, position + 1, "")]
    return Post(scene.entity_of[place], scene.entity_of[body], None, "former", "position.taken_from", evidence)


def _chooser(scene: Scene, position: int, start: int) -> int | None:
    """The organization that is the subject of the sentence before `position`."""
    for other in reversed(scene.within(start, position)):
        if other in scene.entity_of and scene.is_body(other) and _chooses(scene, other):
            return other
    return None


def _chooses(scene: Scene, place: int) -> bool:
    particle = scene.particle(scene.found[place].end)
    return particle in _CHOOSERS or scene.text.startswith((" 전당대회", " 이사회"), scene.found[place].end)


def _for(scene: Scene, place: int, position: int, start: int, end: int) -> Post | None:
    """국회 국방위원장에 김하늘 의원이 선출됐다; 새벽부는 신임 차관에 김하늘 사장을 임명했다."""
    chosen = _IS_CHOSEN.match(scene.text, position, end)
    if chosen is None:
        return None
    head = scene.found[place].start
    first = max(start, head - _REACH)
    said = next(
        (word for word in reversed(list(_POST_FOR.finditer(scene.text, first, head))) if is_title(word[1])), None
    )
    if said is None or scene.text.count(" ", said.end(), head) > _OWN_WORDS:
        return None
    if said[2] and scene.text[position] not in "이가":  # 대통령은 … 김하늘을 고문으로 임명했다
        return None
    title = said.span(1)
    body = scene.name_before(title[0])
    if body is None or not scene.is_body(body) or not _BETWEEN.fullmatch(scene.text, scene.found[body].end, title[0]):
        body = _chooser(scene, title[0], start)
    words = scene.text[max(first, title[0] - 6) : head] + chosen[0]
    return _post(scene, place, body, said[1], words, chosen.end())


def _post(scene: Scene, place: int, body: int | None, title: str, words: str, end: int) -> Post:
    status = "designate" if phrases.DESIGNATED.search(words) else "new" if "신임" in words else None
    if title.endswith(("후보", "예비후보")):
        status = None
    first = scene.found[place].start if body is None else min(scene.found[place].start, scene.found[body].start)
    evidence = [(first, end, "")]
    group = None if body is None else scene.entity_of[body]
    return Post(scene.entity_of[place], group, title, status, "position.appointed", evidence)
