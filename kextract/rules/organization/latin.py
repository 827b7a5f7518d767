"""Names in Latin letters that end in what an organization is: Blue Harbor Records, and their form in Hangul before
them."""

from __future__ import annotations

from kextract.rules.organization.found import Found
from kextract.rules.organization.heads import head_of
from kextract.rules.organization.names import Name, latin_stop
from kextract.rules.organization.scan import Scan

HEADS: dict[str, str] = {
    **dict.fromkeys(
        """
        Entertainment Records Pictures Studios Music Corporation Corp Company Holdings Technologies Therapeutics
        Biosciences Pharmaceuticals Pharma Laboratories Ventures Partners Inc Ltd LLC GmbH Group
        """.split(),
        "company",
    ),
    **dict.fromkeys("University College Institute".split(), "university"),
    **dict.fromkeys("Foundation Association Federation Society Council Orchestra Museum".split(), "association"),
    **dict.fromkeys("Ministry Agency Commission".split(), "foreign_government"),
    "Hospital": "hospital",
}
NAMES = frozenset(HEADS)
LINKS = frozenset(["of", "and", "the", "for", "&"])
# heads that genres and courses have too: only beside their form in Hangul
COMMON = frozenset(["Music", "Group", "Society", "Company", "College"])
LONGEST = 6  # words


def find(scan: Scan, found: Found) -> None:
    """Reads the Latin names of a line; it is asked only of lines with such a head."""
    begun = {k for i, j, _ in scan.spans for k in range(i, j + 1)}
    for j, word in enumerate(scan.cores):
        if word not in NAMES or j in begun:
            continue
        i, j = _first(scan, j), _last(scan, j)
        if i == j or not scan.words[i][0].isupper() or _goes_on(scan, j) or not begun.isdisjoint(range(i, j)):
            continue
        boxed = scan.gaps[i] == "(" and scan.gaps[j + 1][:1] == ")"
        if word in COMMON and not boxed:
            continue
        span = (i, j, scan.chunks[i].start, scan.chunks[j].core)
        name = Name(HEADS[word], "", "")
        found.emit(scan, span, "latin_name", ["head_proper"], name)
        if boxed:
            _in_hangul(scan, i, j, name, begun, found)


def _first(scan: Scan, j: int) -> int:
    """The first chunk of the Latin name that ends with chunk `j`."""
    i = j
    while i and j - i < LONGEST and scan.gaps[i] in (" ", "&", " & ", "-") and _is_latin(scan.words[i - 1]):
        i -= 1
    while i < j and scan.words[i] in LINKS:
        i += 1
    return i


def _last(scan: Scan, j: int) -> int:
    """The last chunk of the Latin name whose head is chunk `j`: Institute of Design."""
    if not (scan.bare(j) and scan.words[j + 1 : j + 2] == ["of"] and scan.gaps[j + 1] == " "):
        return j
    k = j + 1
    while k + 1 < scan.size and k - j < LONGEST and scan.gaps[k + 1] == " " and scan.bare(k):
        core = scan.cores[k + 1]
        if not core or not _is_latin(core):
            break
        k += 1
    return k if scan.words[k] not in LINKS else j


def _is_latin(word: str) -> bool:
    return word in LINKS or (word.isascii() and word[0].isupper() and word not in latin_stop())


def _goes_on(scan: Scan, j: int) -> bool:
    """Does another Latin word follow: Blue Harbor Records Awards?"""
    return scan.bare(j) and scan.gaps[j + 1] == " " and j + 1 < scan.size and scan.words[j + 1].isascii()


def _in_hangul(scan: Scan, i: int, j: int, name: Name, begun: set[int], found: Found) -> None:
    """블루하버 레코드(Blue Harbor Records): the Hangul form, of as many words at most as the Latin one."""
    last = i - 1
    first = last - (j - i)
    together = first >= 0 and all(scan.gaps[k] == " " for k in range(first + 1, i))
    if not (together and all(_is_part(scan, k, begun) for k in range(first, i))):
        if head_of(scan.cores[last]) is not None or not _is_part(scan, last, begun):
            return
        first = last
    span = (first, last, scan.chunks[first].start, scan.chunks[last].end)
    found.emit(scan, span, "transliterated", ["latin_form"], name)


def _is_part(scan: Scan, k: int, begun: set[int]) -> bool:
    """May chunk `k` be a word of a name in Hangul that brackets explain?"""
    word = scan.words[k]
    return k >= 0 and k not in begun and scan.bare(k) and _is_hangul(word) and scan.vocabulary.role(word) is None


def _is_hangul(word: str) -> bool:
    return "가" <= word[0] <= "힣"
