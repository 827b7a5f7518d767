"""Names that no list knows, by what they are written with: ㈜, quotation marks, a role before them."""

from __future__ import annotations

from kextract.rules.organization import brackets
from kextract.rules.organization.evidence import around
from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import PROPER_TAGS
from kextract.rules.organization.names import Name, latin_stop, places, surnames
from kextract.rules.organization.scan import Scan

ROLE_CLASSES = {"media": "media", "company": "company", "other": "association"}
ROLE_GAPS = frozenset([" ", " '", ' "', " ‘", " “", " <", " 《", " ㈜"])
LEGAL_SIGNS = ("㈜", "(주)", "㈔", "(사)", "㈶", "(재)", "(유)")
LEGAL_WORDS = frozenset(
    """
    주식회사 사단법인 재단법인 유한회사 학교법인 의료법인 사회복지법인 법무법인 회계법인 농업회사법인 영농조합법인
    """.split()
)
REPORTED = ("보도했", "보도하", "보도한")
EXTRA = {"latin": "latin", "reports": "reports"}
OPEN_TITLES = ("<", "《", "〈", "『", "「")


def at(scan: Scan, i: int, found: Found) -> None:
    """Chunk `i`, which is no name of a list and has no head."""
    following = scan.words[i + 1][:3] if i + 1 < scan.size else ""
    role = scan.vocabulary.roles.get(scan.words[i - 1]) if i and scan.gaps[i] in ROLE_GAPS else None
    if role is not None:
        _unknown(scan, i, "role", found, Name(ROLE_CLASSES[role], "", ""))
    elif following == "따르면" and scan.gaps[i + 1] == " ":
        _unknown(scan, i, "according", found, Name("", "", ""))
    elif _reports(scan, i):
        _unknown(scan, i, "reports", found, Name("media", "", ""))
    elif scan.words[i][0].isascii() and _is_acronym(scan.cores[i]):
        _unknown(scan, i, "latin", found, Name("", "", ""))


def _reports(scan: Scan, i: int) -> bool:
    """매셔블은 … 보도했다: a subject that reports."""
    chunk = scan.chunks[i]
    if chunk.end - chunk.core != 1 or chunk.core - chunk.start < 3 or scan.text[chunk.core] not in "은는이가":
        return False
    return any(scan.words[k].startswith(REPORTED) for k in range(i + 1, min(scan.sentence_end(i), i + 30)))


def _is_acronym(core: str) -> bool:
    return 1 < len(core) < 7 and core.isascii() and core.isupper() and core not in latin_stop()


def _looks_proper(scan: Scan, i: int) -> bool:
    chunk = scan.chunks[i]
    core = scan.cores[i]
    if len(core) < 2 or core in places() or (len(core) == 3 and core[0] in surnames()):
        return False
    return any(tag in PROPER_TAGS for tag in scan.line.tags[chunk.first : chunk.last])


def _unknown(scan: Scan, i: int, rule: str, found: Found, name: Name) -> None:
    if not _looks_proper(scan, i):
        return
    chunk = scan.chunks[i]
    evidence = around(scan, i, i, chunk.core)
    if rule in EXTRA:
        evidence.append(EXTRA[rule])
    found.emit(scan, (i, i, chunk.start, chunk.core), rule, evidence, name)


def find(scan: Scan, found: Found) -> None:
    """What symbols show in a line."""
    text = scan.text
    if "㈜" in text or "(주)" in text or "법인" in text or "회사" in text or "㈔" in text or "(사)" in text:
        _legal(scan, found)
    if "<" in text or "《" in text or "「" in text or "『" in text or "〈" in text:
        _titles(scan, found)
    if "(" in text:
        brackets.find(scan, found)


def _legal(scan: Scan, found: Found) -> None:
    for i in range(scan.size):
        gap, after = scan.gaps[i], scan.gaps[i + 1]
        chunk = scan.chunks[i]
        sign = next((sign for sign in LEGAL_SIGNS if sign in gap), "")
        if sign and gap.rstrip().endswith(sign):
            start = chunk.start - (len(gap) - gap.rindex(sign))
            _emit_legal(scan, i, i, start, chunk.core, scan.cores[i], found)
        elif scan.words[i] in LEGAL_WORDS and after == " " and i + 1 < scan.size:
            _emit_legal(scan, i, i + 1, chunk.start, scan.chunks[i + 1].core, scan.cores[i + 1], found)
        elif after.startswith(("㈜", "(주)")) and i + 1 <= scan.size:
            end = chunk.end + (1 if after[0] == "㈜" else 3)
            _emit_legal(scan, i, i, chunk.start, end, scan.words[i], found)


def _emit_legal(scan: Scan, i: int, j: int, start: int, end: int, canonical: str, found: Found) -> None:
    name = Name("company", "", canonical)
    if found.emit(scan, (i, j, start, end), "legal_form", ["legal_form"], name) and len(canonical) > 1:
        found.established[canonical] = name


def _titles(scan: Scan, found: Found) -> None:
    """<시사울산> 창간, 《오마이뉴스》 기자."""
    for i in range(scan.size):
        if not scan.gaps[i].endswith(OPEN_TITLES):
            continue
        j = i
        while j + 1 < scan.size and j - i < 4 and scan.gaps[j + 1] == " ":
            j += 1
        after = scan.gaps[j + 1]
        if after[:1] not in (">", "》", "〉", "』", "」") or scan.core(j + 1) not in scan.vocabulary.media_after:
            continue
        span = (i, j, scan.chunks[i].start, scan.chunks[j].end)
        found.emit(scan, span, "media_title", ["quoted_title"], Name("media", "", ""))
