"""From chunks to candidates: the lexicon first, then heads, then what only its surroundings show."""

from __future__ import annotations

from kextract.model import Candidate
from kextract.morph import Document
from kextract.rules.organization import actors, market, series, surface
from kextract.rules.organization.academy import academy
from kextract.rules.organization.found import Found
from kextract.rules.organization.headed import headed
from kextract.rules.organization.heads import head_at
from kextract.rules.organization.listed import listed
from kextract.rules.organization.names import BLOCKED, catalog
from kextract.rules.organization.passes import second_pass
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.signs import live
from kextract.rules.organization.solid import solid_state
from kextract.rules.organization.vocabulary import STATES, vocabulary

PROGRAMME_GAPS = (" ‘", " '")
CHANNELS = frozenset(["media", "foreign_media"])


def find(document: Document, least: float = 0.0) -> list[Candidate]:
    """All candidates of a document with a score above `least`."""
    found = Found(least)
    names, words = catalog(), vocabulary()
    scans = [Scan(line, names, words) for line in document.lines]
    for scan in scans:
        alive = live(scan.signs, scan.gaps, scan.text)
        i = 0
        while i < scan.size:
            i = _at(scan, i, found) if alive[i] else i + 1
        surface.find(scan, found)
        market.find(scan, found)
        series.find(scan, found)
    second_pass(scans, found)
    return found.candidates + found.rejected


def _at(scan: Scan, i: int, found: Found) -> int:
    """Reads chunk `i` and says with which chunk to go on."""
    named = scan.named(i)
    if (named is None or named[1] - scan.chunks[i].start < 4) and scan.words[i][0] in STATES:
        after = actors.bloc(scan, i, found)
        if after:
            return after
    if named is not None:
        j, end, name = named
        if name.flag == BLOCKED or _is_programme(scan, i, j) or scan.gaps[i][-1:] == "@":
            return j + 1
        acts = name.flag == "P" or (name.flag == "C" and name.name_class == "local")  # 울산시, 남구
        after = (actors.place if acts else listed)(scan, i, j, end, name, found)
        if acts and not after and j == i and scan.rest(j, end):
            after = solid_state(scan, i, found)  # 기니군은
        if after:
            return after
    elif (after := actors.foreign_town(scan, i, found) or solid_state(scan, i, found) or academy(scan, i, found)) > 0:
        return after
    head = head_at(scan, i)
    if head is not None:
        after = headed(scan, i, *head, found)
        if after:
            return after
    if named is None:
        surface.at(scan, i, found)
    return i + 1


def _is_programme(scan: Scan, i: int, j: int) -> bool:
    """KBS2 ‘국가대표’: what a broadcaster names in quotes is what it shows."""
    if scan.gaps[i] not in PROGRAMME_GAPS or not scan.spans or not scan.quoted(i, j):
        return False
    _, last, before = scan.spans[-1]
    return last == i - 1 and before.facts.name_class in CHANNELS and scan.bare(last)
