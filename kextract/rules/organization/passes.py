"""The second reading: what a document made plain once holds for the rest of it."""

from __future__ import annotations

from kextract.rules.organization.brackets import is_subsequence
from kextract.rules.organization.found import Found
from kextract.rules.organization.names import Name
from kextract.rules.organization.scan import Scan

KNOWN_TAGS = frozenset(["NNG", "NNP", "NP", "NR", "SN"])


def second_pass(scans: list[Scan], found: Found) -> None:
    """Finds the names that the first reading established where it passed them over."""
    names = {surface: name for surface, name in found.established.items() if len(surface) > 1}
    if not names:
        return
    beginnings: dict[str, list[str]] = {}
    for surface in names:
        beginnings.setdefault(surface[:2], []).append(surface)
    for group in beginnings.values():
        group.sort(key=lambda surface: -len(surface))
    for scan in scans:
        _read(scan, beginnings, found)


def _read(scan: Scan, beginnings: dict[str, list[str]], found: Found) -> None:
    offset = scan.line.offset
    taken = {candidate.start - offset for _, _, candidate in scan.spans}
    for i, chunk in enumerate(scan.chunks):
        group = beginnings.get(scan.words[i][:2])
        if group is None or chunk.start in taken:
            continue
        for surface in group:
            end = chunk.start + len(surface)
            if end <= chunk.end and scan.text.startswith(surface, chunk.start) and scan.closes(i, i, end):
                name = found.established[surface]
                found.emit(scan, (i, i, chunk.start, end), "established", ["established"], name)
                break
        else:
            _abbreviation(scan, i, group, found)


def _abbreviation(scan: Scan, i: int, group: list[str], found: Found) -> None:
    """경북경총 in a document that has 경북경영자총협회: a word that the tokenizer does not know."""
    core, chunk = scan.cores[i], scan.chunks[i]
    first = chunk.first
    if len(core) < 3 or (scan.line.ends[first] >= chunk.core and scan.line.tags[first] in KNOWN_TAGS):
        return
    for surface in group:
        if len(surface) > len(core) + 1 and is_subsequence(core, surface):
            name = found.established[surface]
            canonical = Name(name.name_class, "", name.canonical or surface)
            found.emit(scan, (i, i, chunk.start, chunk.core), "abbreviation", ["abbreviates"], canonical)
            return
