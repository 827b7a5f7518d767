"""Who reports in a sentence: 도일리안은 … 보도했다."""

from __future__ import annotations

from kextract.rules.organization.evidence import quoted_apart
from kextract.rules.organization.scan import SENTENCE_ENDS, Scan
from kextract.rules.organization.vocabulary import REPORTED

REACH = 30  # words from who reports to 보도했다


def reports(scan: Scan, i: int) -> bool:
    """도일리안은 … 보도했다: a subject that reports."""
    chunk = scan.chunks[i]
    if chunk.end - chunk.core != 1 or chunk.core - chunk.start < 3 or scan.text[chunk.core] not in "은는이가":
        return False
    k = reporting(scan, i)
    if k is None or k >= i + REACH:
        return False
    return not quoted_apart(scan.text[chunk.end : scan.chunks[k].start]) and not _told_by_other(scan, i)


def reporting(scan: Scan, i: int) -> int | None:
    """The chunk after chunk `i` in its sentence that says that somebody reports: 보도했다."""
    return next((k for k in range(i + 1, scan.sentence_end(i)) if scan.words[k].startswith(REPORTED)), None)


def _told_by_other(scan: Scan, i: int) -> bool:
    """Does an organization before chunk `i` report, so that the chunk is what it tells of: 누리통신은 달무리가 …?"""
    begin = max((k for k, gap in enumerate(scan.gaps[: i + 1]) if gap[:1] in SENTENCE_ENDS and gap != ""), default=0)
    return any(
        begin <= j < i and scan.rest(j, candidate.end - scan.line.offset) in ("은", "는")
        for _, j, candidate in scan.spans
    )
