"""What the words around a name say about it."""

from __future__ import annotations

from kextract.rules.organization import vocabulary as words
from kextract.rules.organization.scan import Scan

PARTNER_PARTICLES = frozenset(["와", "과", "와의", "과의"])
WINDOW = 14  # chunks after a name that may hold its verb


def around(scan: Scan, i: int, j: int, end: int) -> list[str]:
    """Evidence beside the name that reaches from chunk `i` to `end` in chunk `j`."""
    evidence = []
    rest = scan.text[end : scan.chunks[j].end]
    following = scan.words[j + 1] if j + 1 < scan.size else ""
    gap = scan.gaps[j + 1]
    if rest in ("에", "") and following[:2] in ("따르", "의하") and following in words.ACCORDING:
        evidence.append("according")
    elif not rest and gap == " ":
        if following in words.SIDE:
            evidence.append("side")
        elif following in words.OFFICER:
            evidence.append("officer")
        elif following in words.TRADE:
            evidence.append("trades")
    elif rest == "의" and following in words.TRADE:
        evidence.append("trades")
    elif rest and rest[0] == "측":
        evidence.append("side")
    if rest in words.TOPIC and says(scan, j + 1, words.SPEAK):
        evidence.append("speaks")
    elif rest in PARTNER_PARTICLES and says(scan, j + 1, words.PARTNER, 4):
        evidence.append("partner")
    if i and scan.words[i - 1] in words.ROLES and scan.gaps[i] in ROLE_GAPS:
        evidence.append("role_before")
    return evidence


ROLE_GAPS = frozenset([" ", " '", ' "', " ‘", " “", " <", " 《", " ㈜"])


def says(scan: Scan, start: int, beginnings: tuple[str, ...], window: int = WINDOW) -> bool:
    """Does a word with one of these beginnings follow within the sentence?"""
    gaps = scan.gaps
    for k in range(start, min(scan.size, start + window)):
        if "." in gaps[k] and k > start:
            return False
        if scan.words[k].startswith(beginnings):
            return True
    return False
