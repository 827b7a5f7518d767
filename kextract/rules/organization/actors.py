"""Countries and municipalities, which are organizations only where they act: 북한은 미사일을 발사했다."""

from __future__ import annotations

from kextract.rules.organization.evidence import TOPIC, plays
from kextract.rules.organization.found import Found
from kextract.rules.organization.names import COUNTRY, Name
from kextract.rules.organization.scan import Scan

ACTING = frozenset("은 는 이 가 의 과 와 도 에 을 를 측 전 간".split())
SUBJECT = frozenset(["은", "는", "이", "가", "도", "측은", "측이"])


def place(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    """A country or a municipality at chunk `i`. The chunk to go on with, 0 if it does not act."""
    if name.name_class == COUNTRY:
        return _country(scan, i, j, end, name, found)
    return _municipality(scan, i, j, end, name, found)


def _country(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    start = scan.chunks[i].start
    following = j + 1
    if end == scan.chunks[j].end and following < scan.size and scan.gaps[following] == " ":
        organ = scan.cores[following]
        if organ in scan.vocabulary.organs:
            span = (i, following, start, scan.chunks[following].core)
            named = Name("government", "", "")
            return following + 1 if found.emit(scan, span, "state", ["place", "state_organ"], named) else 0
        if organ[:2] == "당국":
            return j + 1 if found.emit(scan, (i, j, start, end), "country", ["place", "acts"], name) else 0
    rest = scan.rest(j, end)
    if rest not in ACTING:
        return 0
    if plays(scan, j) and rest != "에":
        return j + 1 if found.emit(scan, (i, j, start, end), "country", ["place", "sport"], name) else 0
    window = 14 if rest in SUBJECT else 3
    if rest != "에" and scan.follows("act", j, window):
        return j + 1 if found.emit(scan, (i, j, start, end), "country", ["place", "acts"], name) else 0
    return 0


def _municipality(scan: Scan, i: int, j: int, end: int, name: Name, found: Found) -> int:
    rest = scan.rest(j, end)
    if rest in TOPIC and (scan.follows("speak", j) or scan.follows("act", j)):
        span = (i, j, scan.chunks[i].start, end)
        return j + 1 if found.emit(scan, span, "municipality", ["place", "local_topic"], name) else 0
    return 0
