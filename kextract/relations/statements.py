"""Who said what: the speaker of a quotation, where the grammar makes it plain."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kextract.model import DateValue, Relation
from kextract.relations.scene import REACH, Scene, line_start
from kextract.relations.subject import antecedent, is_he

_QUOTE = re.compile(r"[\"“]([^\"“”\n]{4,600})[\"”“]")
_TAIL = re.compile(r"\s?(?:이라|라|이)?(?:고|며|면서)(?:도)?(?=[\s,])")
_SAYING = re.compile(
    r"말했|밝혔|강조했|전했|설명했|주장했|덧붙였|당부했|평가했|지적했|비판했|반박했|약속했|다짐했|설명한다|말한다|했다"
    r"|촉구했|호소했|토로했|해명했|답했|칭찬했|소개했|언급했|당부|선언했|적었|썼다|전망했|분석했|진술했"
)
_TOPIC = frozenset({"은", "는", "께서는", "측은"})
_SUBJECT = frozenset({"이", "가", "께서", "측이"})
_SUBJECT_REACH = 12  # code points: a subject further off than that belongs to a clause of its own
# subjects that are no mention: 그는 “…”, 이 관계자는 “…”
_OTHER_SUBJECT = re.compile(
    r"(?:^|\s)(?:그|그녀|이들|그들|누리꾼들?|[가-힣]*(?:관계자|대변인|전문가|시민|주민|네티즌)들?)[은는이가]\s"
)
_OFFICIAL = re.compile(
    r"(?: 측)?(?: 고위| 핵심)? (?:관계자|대변인|당국자|실무자)[은는이가도] "
)  # 해솔부 관계자는: the body speaks
_LIKE_THIS = re.compile(
    r"[^.!?\n\"“”]{2,60}(?:이렇게|이같이|이처럼|이 같이) (?:말|밝|강조|전|설명|주장|덧붙|털어놓|소회)"
)
_STOP = re.compile(r"[.!?。][\"'”’)\]]*\s")


def statements(scene: Scene) -> Iterator[Relation]:
    """One relation a quotation whose speaker stands as the subject of its sentence: 김 시장은 “…”라고 말했다."""
    quotes = list(_QUOTE.finditer(scene.text)) if scene.entity_of else []
    quoted = [quote.span() for quote in quotes]
    for quote in quotes:
        tail = _TAIL.match(scene.text, quote.end())
        end = _end(scene, quote.end())
        start = _start(scene, quote.start())
        if tail and _SAYING.search(scene.text, tail.end(), end):
            speaker = _speaker(scene, start, quote.start(), quoted)
            if speaker is None:
                speaker = _speaker(scene, tail.end(), end, quoted)
            if speaker is None and is_he(scene.text, start, quote.start()):
                speaker = antecedent(scene, start)
        else:
            speaker, end = _speaker_behind(scene, quote.end(), quoted)
        if speaker is None:
            continue
        fields = {
            "speaker": scene.entity_of[speaker].id,
            "quote": quote[1].strip(),
            "date": _date(scene, start, quote.start()),
        }
        yield Relation("statement", fields, [(start, end, "")], "statement.quotation")


def _speaker_behind(scene: Scene, position: int, quoted: list[tuple[int, int]]) -> tuple[int | None, int]:
    """“…” 김하늘 의원은 이렇게 말했다: who speaks in the sentence behind a quotation, and where that sentence ends."""
    said = _LIKE_THIS.match(scene.text, position)
    return (_speaker(scene, position, said.end(), quoted) if said else None), said.end() if said else position


def _speaker(scene: Scene, start: int, end: int, quoted: list[tuple[int, int]]) -> int | None:
    """The last topic in the span outside quotations, or a subject right before its end; none where another subject
    (그는) stands nearer."""
    for place in reversed(scene.within(start, end)):
        mention, tail = scene.found[place], scene.tail(place)
        if mention.type not in ("person", "organization") or _inside(mention.start, quoted):
            continue
        official = _OFFICIAL.match(scene.text, tail) if mention.type == "organization" else None
        if official and end - official.end() <= _SUBJECT_REACH:
            return place
        particle = scene.particle(tail)
        if particle in _TOPIC or (particle in _SUBJECT and end - tail <= _SUBJECT_REACH):
            return None if _OTHER_SUBJECT.search(scene.text, tail, end) else place
    return None


def _inside(position: int, quoted: list[tuple[int, int]]) -> bool:
    at = bisect_right(quoted, (position, len(quoted) and quoted[-1][1])) - 1
    return at >= 0 and quoted[at][0] <= position < quoted[at][1]


def _start(scene: Scene, position: int) -> int:
    """Where the sentence around the quotation begins: after the last full stop outside quotation marks, or the line."""
    line = line_start(scene.text, position)
    start = line
    before = _QUOTE.sub(lambda match: "x" * len(match[0]), scene.text[line:position])
    for stop in _STOP.finditer(before):
        start = line + stop.end()
    return start


def _end(scene: Scene, position: int) -> int:
    last = min(len(scene.text), position + REACH)
    line = scene.text.find("\n", position, last)
    stop = _STOP.search(scene.text, position, last)
    ends = [end for end in (line, stop.end() if stop else -1) if end >= 0]
    return min(ends, default=last)


def _date(scene: Scene, start: int, end: int) -> str | None:
    """The day that the sentence itself gives, in front of the quotation: 김 시장은 12일 “…”라고 말했다."""
    for place in scene.within(start, end):
        value = scene.values.get(place)
        if isinstance(value, DateValue) and value.kind == "point" and value.grain in ("day", "minute") and value.first:
            return value.first[:10]
    return None
