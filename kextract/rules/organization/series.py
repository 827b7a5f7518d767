"""Names in a row: where some are organizations beyond doubt, so are their neighbours (퀄컴, 트루노바 등 기업)."""

from __future__ import annotations

from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import PROPER_TAGS
from kextract.rules.organization.names import Name, catalog, latin_stop, places
from kextract.rules.organization.scan import Scan

SEPARATORS = frozenset([", ", "·", ",", "‧", "・", "/", " · ", "-"])
SURE = 2.0  # the score that makes a neighbour sure
KIND_WINDOW = 5
NO_COMPANY = frozenset(["country", "local", "government", "ministry", "police", "court", "prosecution", "military"])
JOINING = "와과"
PAIRED = frozenset("와 과 은 는 이 가 의 을 를 도 에 측은 측이".split())
Item = tuple[int, int]


def find(scan: Scan, found: Found) -> None:
    """Adds the unknown members of the line's rows."""
    sure = {i: (j, c.facts.name_class) for i, j, c in scan.spans if c.score >= SURE}
    known = {i for i, _, _ in scan.spans}
    if sure:
        _pairs(scan, sure, known, found)
    if SEPARATORS.isdisjoint(scan.gaps):
        return
    for row in _rows(scan, sure):
        _read(scan, row, sure, known, found)


def _pairs(scan: Scan, sure: dict[int, tuple[int, str]], known: set[int], found: Found) -> None:
    """누리생명과 정관장이: an ambiguous name of the lists beside a sure one."""
    for i, (j, name_class) in sure.items():
        if name_class in NO_COMPANY:
            continue
        if scan.words[j][-1] in JOINING and j + 1 < scan.size and scan.gaps[j + 1] == " " and j + 1 not in known:
            _partner(scan, j + 1, found)
        if i and scan.words[i - 1][-1] in JOINING and scan.gaps[i] == " " and i - 1 not in known:
            _partner(scan, i - 1, found)


def _partner(scan: Scan, k: int, found: Found) -> None:
    named = scan.named(k)
    if named is None or named[2].flag != "C" or named[2].name_class in NO_COMPANY or named[0] != k:
        return
    end = named[1]
    if scan.rest(k, end) not in PAIRED or scan.line.tags[scan.chunks[k].first] == "NNG":
        return
    found.emit(scan, (k, k, scan.chunks[k].start, end), "series", ["ambiguous", "paired"], named[2])


def _rows(scan: Scan, sure: dict[int, tuple[int, str]]) -> list[list[Item]]:
    """The rows of a line: items of one word or one known name between separators."""
    rows: list[list[Item]] = []
    row: list[Item] = []
    k = 0
    while k < scan.size:
        last = sure[k][0] if k in sure else k
        if scan.gaps[last + 1] in SEPARATORS and last + 1 < scan.size:
            row.append((k, last))
        else:
            if row:
                rows.append([*row, (k, last)])
            row = []
        k = last + 1
    return rows


def _read(scan: Scan, row: list[Item], sure: dict[int, tuple[int, str]], known: set[int], found: Found) -> None:
    classes = [sure[i][1] for i, _ in row if i in sure]
    if classes and classes[0] in NO_COMPANY:
        return
    summed = _summed_up(scan, row[-1][1])
    evidence = ["series"] if classes else []
    if summed:
        evidence.append("summed_up")
    if len(classes) > 1:
        evidence.append("series_of_two")
    if not classes and not (summed and len(row) > 2):
        return
    for i, _ in row:
        if i not in known:
            _member(scan, i, evidence, classes[0] if classes else "company", found)


def _summed_up(scan: Scan, last: int) -> bool:
    """등 (국내) 기업, 등 4개 기관."""
    k = last + 1
    if k >= scan.size or scan.words[k][:1] != "등":
        return scan.words[last].endswith("등") and scan.core(k) in scan.vocabulary.kinds
    return any(scan.core(m) in scan.vocabulary.kinds for m in range(k + 1, min(k + KIND_WINDOW, scan.size)))


def _member(scan: Scan, i: int, evidence: list[str], name_class: str, found: Found) -> None:
    chunk, core = scan.chunks[i], scan.cores[i]
    entry = catalog().get(core)
    if entry is not None and entry.flag == "C":
        found.emit(scan, (i, i, chunk.start, chunk.core), "series", ["ambiguous", *evidence], entry)
        return
    if len(core) < 2 or core in places() or core in latin_stop() or core.isdigit():
        return
    if core.isascii() and core.isupper():
        if len(core) < 3:
            return
        evidence = [*evidence, "latin"]
    sure = len(evidence) > 2 and len(core) > 2  # among several firms, summed up as firms: any noun will do
    if sure or any(tag in PROPER_TAGS for tag in scan.line.tags[chunk.first : chunk.last]):
        found.emit(scan, (i, i, chunk.start, chunk.core), "series", evidence, Name(name_class, "", ""))
