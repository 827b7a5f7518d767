"""A state and an organ of it written as one word: 기니군, 美의회, 버마정부."""

from __future__ import annotations

from functools import cache

from kextract.rules.organization import boundaries
from kextract.rules.organization.found import Found
from kextract.rules.organization.names import Name, countries
from kextract.rules.organization.organs import is_organ
from kextract.rules.organization.scan import Scan

LONGEST = 7  # letters of a state's name
HANJA = frozenset("美中日北露韓英佛獨")
FORCES = frozenset(["군", "군부", "정부", "정부군", "외교부", "외무부", "국방부", "대사관"])
# what looks like one: 이란성 쌍둥이, 가나군 is somebody
NO_STATES = frozenset(["가나", "조지", "말리", "차드", "고려", "조선", "가야", "부여", "신라", "백제", "한국", "대만"])


def solid_state(scan: Scan, i: int, found: Found) -> int:
    """A state with its organ in chunk `i`. The chunk to go on with, 0 if there is none."""
    core = scan.cores[i]
    if core[:2] not in _openings() and core[0] not in HANJA:
        return 0
    for size in range(1 if core[0] in HANJA else 2, min(LONGEST, len(core) - 1) + 1):
        state, organ = core[:size], core[size:]
        if state in countries() and _belongs(scan, state, organ):
            first = boundaries.left(scan, i, "government")  # 주 중국 한국대사관
            span = (first, i, scan.chunks[first].start, scan.chunks[i].start + len(core))
            name = Name("government", "", core)
            return i + 1 if found.emit(scan, span, "state", ["place", "state_organ"], name) else 0
    return 0


@cache
def _openings() -> frozenset[str]:
    return frozenset(country[:2] for country in countries() if len(country) > 1)


def _belongs(scan: Scan, state: str, organ: str) -> bool:
    if state in NO_STATES and len(organ) < 2:
        return False
    if len(state) == 1:
        return len(organ) > 1 and (organ in scan.vocabulary.organs or organ in FORCES or is_organ(state, organ))
    return organ in FORCES or organ in scan.vocabulary.organs or is_organ(state, organ)
