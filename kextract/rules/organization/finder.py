"""From chunks to candidates: the lexicon first, then heads, then what only its surroundings show."""

from __future__ import annotations

import re

from kextract.model import Candidate, Evidence, OrganizationFacts
from kextract.morph import Document
from kextract.rules.organization import vocabulary as words
from kextract.rules.organization.context import around, says
from kextract.rules.organization.heads import COMMON_STEM, Head, head_at, is_common, stem_kind
from kextract.rules.organization.names import COUNTRY, Name, catalog, countries, places
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.weights import WEIGHTS, score

STATE_CLASSES = frozenset(
    ["government", "ministry", "agency", "committee", "council", "police", "court", "prosecution", "military", "gov"]
)
HOME_CLASSES = frozenset(
    ["police", "court", "fire", "hospital", "school", "education", "prosecution", "agency", "arts"]
)

_DIVISION = re.compile(
    r" ?(?:제 ?)?(?:\d{1,2}-?\d? ?)?(?:(?:형사|민사|행정|가사|특별|파산|회생|소년|영장)(?:합의|항소|수석|단독|전담)*(?:부|재판부)? ?)?"
    r"(?:제? ?\d{1,2}(?:-\d)?)?(?:형사|민사|행정|가사)?(?:합의|항소)?(?:단독|재판부|부)(?![가-힣])"
)


class Finder:
    """Gathers the candidates of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Candidate] = []
        self.catalog = catalog()

    def run(self) -> list[Candidate]:
        for line in self.document.lines:
            self._line(Scan(line, self.catalog))
        return self.found

    def _line(self, scan: Scan) -> None:
        i = 0
        while i < scan.size:
            i = self._at(scan, i)

    def _at(self, scan: Scan, i: int) -> int:
        """Handles chunk `i` and says with which chunk to go on."""
        named = scan.named(i)
        if named is not None:
            j, end, name = named
            if self._named(scan, i, j, end, name):
                return j + 1
        head = head_at(scan, i)
        if head is not None:
            self._headed(scan, i, *head)
        return i + 1

    def _emit(self, scan: Scan, start: int, end: int, rule: str, evidence: list[str], name: Name | None) -> bool:
        value = score(evidence)
        if value <= 0:
            return False
        facts = OrganizationFacts(
            name.name_class if name else "", name.canonical if name else None, bool(name) and name.flag == "G"
        )
        offset = scan.line.offset
        self.found.append(
            Candidate(
                "organization",
                offset + start,
                offset + end,
                f"organization.{rule}",
                value,
                facts,
                tuple(Evidence(piece, WEIGHTS[piece]) for piece in evidence),
            )
        )
        return True

    # names of the lexicon

    def _named(self, scan: Scan, i: int, j: int, end: int, name: Name) -> bool:
        if name.flag == "P":
            return self._place(scan, i, j, end, name)
        start = self._left(scan, i, name.name_class)
        wide = self._right(scan, j, end, name.name_class)
        if wide is not None:
            j, end = wide
        if name.flag == "G":
            return self._emit(scan, start, end, "generic", ["generic"], name)
        if not name.flag or wide is not None:
            return self._emit(scan, start, end, "lexicon", ["listed"], name)
        return self._emit(scan, start, end, "lexicon", ["ambiguous", *around(scan, i, j, end)], name)

    def _left(self, scan: Scan, i: int, name_class: str) -> int:
        """Where the name really begins: a country before an organ of state, a town before its police."""
        start = scan.chunks[i].start
        if not i or scan.gaps[i] != " " or not scan.bare(i - 1):
            return start
        word = scan.words[i - 1]
        if name_class in STATE_CLASSES and word in countries():
            return scan.chunks[i - 1].start
        if name_class in HOME_CLASSES and word in places():
            return scan.chunks[i - 1].start
        return start

    def _right(self, scan: Scan, j: int, end: int, name_class: str) -> tuple[int, int] | None:
        """The end of a part of the organization that follows: 형사1부, 산학협력단, 노조."""
        if end != scan.chunks[j].end:
            return None
        if name_class in ("court", "gov", "government") and scan.text[:end].endswith(("법", "법원")):
            division = _DIVISION.match(scan.text, end)
            if division is not None:
                stop = division.end()
                while j < scan.size - 1 and scan.chunks[j + 1].start < stop:
                    j += 1
                return j, stop
        for k in range(j + 1, min(j + 4, scan.size)):
            if scan.gaps[k] != " ":
                return None
            head = head_at(scan, k)
            if head is not None and head[1].strength != "weak" and (head[1].text in UNITS):
                return k, head[0]
            if not scan.bare(k) or scan.words[k] in NO_BRIDGE:
                return None
        return None

    # countries and municipalities

    def _place(self, scan: Scan, i: int, j: int, end: int, name: Name) -> bool:
        chunk = scan.chunks[j]
        if name.name_class == COUNTRY:
            if end == chunk.end and j + 1 < scan.size and scan.gaps[j + 1] == " ":
                core = scan.core(j + 1)
                if core in words.STATE_ORGANS:
                    return self._emit(
                        scan, chunk.start, scan.chunks[j + 1].core, "state", ["place", "state_organ"], name
                    )
            rest = scan.text[end : chunk.end]
            if rest in ACTING and says(scan, j + 1, words.SPORTS):
                return self._emit(scan, scan.chunks[i].start, end, "country", ["place", "sport"], name)
            if rest in ACTING and says(scan, j + 1, words.STATE_ACTS, 8):
                return self._emit(scan, scan.chunks[i].start, end, "country", ["place", "acts"], name)
            return False
        rest = scan.text[end : chunk.end]
        if rest in words.TOPIC and says(scan, j + 1, words.SPEAK, 30):
            return self._emit(scan, scan.chunks[i].start, end, "municipality", ["place", "local_topic"], name)
        return False

    # heads

    def _headed(self, scan: Scan, i: int, end: int, head: Head) -> None:
        chunk = scan.chunks[i]
        text = scan.text[chunk.start : end]
        stem_end = end - len(head.text)
        kind = stem_kind(scan, i, stem_end)
        start = chunk.start
        weak = head.strength == "weak"
        if kind == "empty" or is_common(text):
            joined = self._joined(scan, i)
            if joined is None or weak:
                return
            self._emit(scan, joined, end, "head", ["head_joined"], None)
            return
        if kind in ("place", "name", "proper"):
            if weak and kind == "place":
                return
            evidence = ["head_weak" if weak else "head_proper"]
            if weak:
                evidence += around(scan, i, i, end)
        elif kind == "common" and not weak and head.text in COMMON_STEM:
            evidence = ["head_common"]
        else:
            return
        wide = self._right(scan, i, end, head.name_class)
        if wide is not None:
            end = wide[1]
        start = self._left(scan, i, CLASS_OF.get(head.name_class, head.name_class))
        self._emit(scan, start, end, "head", evidence, None)

    def _joined(self, scan: Scan, i: int) -> int | None:
        """Where a bare head's name begins, one or two words before: 콜로라도 대학."""
        if not i or scan.gaps[i] != " " or not scan.bare(i - 1):
            return None
        word = scan.words[i - 1]
        previous = scan.chunks[i - 1]
        tags = scan.line.tags[previous.first : previous.last]
        if word in places() or (tags and all(tag in ("NNP", "SL") for tag in tags)):
            return previous.start
        return None


ACTING = frozenset("은 는 이 가 의 과 와 도 에 을 를 측".split())
UNITS = frozenset(
    """
    산학협력단 학과 학부 대학원 연구소 연구팀 연구센터 총학생회 병원 위원회 소위원회 소위 특별위원회 특위 노조 노동조합 지부 지회 지청 지점 본부 캠퍼스 의대 공대 법대
    로스쿨 지구대 파출소 특별수사팀 수사팀 수사본부 수사단 합동수사본부 대책본부 전략공천위원회 최고위원회 윤리위원회 이사회 협의회 교수협의회 안보리 총회 사무국 사무처 재단
    """.split()
)
NO_BRIDGE: frozenset[str] = frozenset()
CLASS_OF: dict[str, str] = {}


def find(document: Document) -> list[Candidate]:
    """All candidates of a document, eligible ones only."""
    return Finder(document).run()
