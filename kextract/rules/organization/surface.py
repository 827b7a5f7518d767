"""Names that no list knows, by what they are written with: ㈜, brackets, quotation marks, a role before them."""

from __future__ import annotations

from kextract.rules.organization.evidence import around
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import PROPER_TAGS
from kextract.rules.organization.names import Name, latin_stop, places
from kextract.rules.organization.scan import Scan

ROLE_CLASSES = {"media": "media", "company": "company", "other": "association"}
NAME_GAPS = frozenset([" ", " '", ' "', " ‘", " “", " <", " 《", " ㈜"])
LEGAL_BEFORE = ("㈜", "(주)", "㈔", "(사)", "㈶", "(재)", "(유)")
LEGAL_WORDS = frozenset(
    ["주식회사", "사단법인", "재단법인", "유한회사", "학교법인", "의료법인", "사회복지법인", "법무법인"]
)


def at(scan: Scan, i: int, found: Found) -> None:
    """Chunk `i`, which is no name of a list and has no head."""
    if i and scan.gaps[i] in NAME_GAPS and scan.words[i - 1] in scan.vocabulary.roles:
        _by_role(scan, i, found)
        return
    following = scan.words[i + 1] if i + 1 < scan.size else ""
    if following[:3] == "따르면" and scan.gaps[i + 1] == " ":
        _unknown(scan, i, "according", found)
    elif scan.words[i][0].isascii() and _is_acronym(scan.cores[i]):
        _unknown(scan, i, "latin", found)


def _is_acronym(core: str) -> bool:
    return 1 < len(core) < 7 and core.isascii() and core.isupper() and core not in latin_stop()


def _looks_proper(scan: Scan, i: int) -> bool:
    chunk = scan.chunks[i]
    core = scan.cores[i]
    if len(core) < 2 or core in places():
        return False
    tags = scan.line.tags[chunk.first : chunk.last]
    return any(tag in PROPER_TAGS for tag in tags)


def _by_role(scan: Scan, i: int, found: Found) -> None:
    if not _looks_proper(scan, i):
        return
    chunk = scan.chunks[i]
    name = Name(ROLE_CLASSES[scan.vocabulary.roles[scan.words[i - 1]]], "", "")
    evidence = around(scan, i, i, chunk.core)
    found.emit(scan, (i, i, chunk.start, chunk.core), "role", evidence, name)


def _unknown(scan: Scan, i: int, rule: str, found: Found) -> None:
    if not _looks_proper(scan, i):
        return
    chunk = scan.chunks[i]
    evidence = around(scan, i, i, chunk.core)
    if rule == "latin":
        evidence.append("latin")
    found.emit(scan, (i, i, chunk.start, chunk.core), rule, evidence)


def find(scan: Scan, found: Found) -> None:
    """What symbols show in a line."""
    text = scan.text
    if "㈜" in text or "(주)" in text or "법인" in text or "회사" in text:
        _legal(scan, found)
    if "<" in text or "《" in text:
        _titles(scan, found)
    if "(" in text:
        _brackets(scan, found)


def _legal(scan: Scan, found: Found) -> None:
    for i in range(scan.size):
        gap = scan.gaps[i]
        form = next((form for form in LEGAL_BEFORE if gap.rstrip().endswith(form)), "")
        chunk = scan.chunks[i]
        if form:
            start = scan.chunks[i].start - (len(gap) - gap.rindex(form))
            found.emit(
                scan, (i, i, start, chunk.core), "legal_form", ["legal_form"], Name("company", "", scan.cores[i])
            )
        elif scan.words[i] in LEGAL_WORDS and i + 1 < scan.size and scan.gaps[i + 1] == " ":
            after = scan.chunks[i + 1]
            found.emit(
                scan,
                (i, i + 1, chunk.start, after.core),
                "legal_form",
                ["legal_form"],
                Name("company", "", scan.cores[i + 1]),
            )
        elif scan.gaps[i + 1].startswith("㈜") or scan.gaps[i + 1].startswith("(주)"):
            end = chunk.end + (1 if scan.gaps[i + 1][0] == "㈜" else 3)
            found.emit(scan, (i, i, chunk.start, end), "legal_form", ["legal_form"], Name("company", "", scan.words[i]))


def _titles(scan: Scan, found: Found) -> None:
    return


def _brackets(scan: Scan, found: Found) -> None:
    """An abbreviation or another form in brackets right after an organization: 유럽연합(EU)."""
    for i, j, _start, end, name_class, value in list(scan.spans):
        k = j + 1
        if k >= scan.size or end != scan.chunks[j].end or scan.gaps[k] != "(" or value < 1:
            continue
        if not scan.gaps[k + 1].startswith(")"):
            continue
        inner = scan.chunks[k]
        tags = scan.line.tags[inner.first : inner.last]
        if tags and all(tag in ("SL", "SH", "NNP") for tag in tags):
            found.emit(scan, (k, k, inner.start, inner.end), "bracket", ["brackets", "latin"], Name(name_class, "", ""))
