"""Where the rules put what they find."""

from __future__ import annotations

from kextract.model import Candidate, Evidence, OrganizationFacts
from kextract.rules.organization.names import Name
from kextract.rules.organization.scan import Scan
from kextract.rules.organization.weights import WEIGHTS, score

_EVIDENCE = {name: Evidence(name, weight) for name, weight in WEIGHTS.items()}
UNKNOWN = Name("", "", "")
ESTABLISHED = 0.9  # the score from which a name stands for itself elsewhere in the document

LATIN = 0.3  # … and a name in Latin letters, which is no word of the language


class Found:
    """The candidates of a document, and the names that it has made plain."""

    def __init__(self, least: float = 0.0) -> None:
        self.candidates: list[Candidate] = []
        self.rejected: list[Candidate] = []  # with a score of 0 or less, but above `least`
        self._least = least
        self.established: dict[str, Name] = {}
        # ambiguous names of the lists that their surroundings did not carry: line, span, evidence, name
        self.doubtful: list[tuple[Scan, tuple[int, int, int, int], list[str], Name]] = []

    def emit(
        self,
        scan: Scan,
        span: tuple[int, int, int, int],
        rule: str,
        evidence: list[str],
        name: Name = UNKNOWN,
        aliases: tuple[tuple[int, int], ...] = (),
    ) -> bool:
        """Adds a candidate if its evidence carries it. `span`: first and last chunk, start and end in the line."""
        value = score(evidence)
        if value <= self._least:
            return False
        i, j, start, end = span
        offset = scan.line.offset
        facts = OrganizationFacts(name.name_class, name.canonical or None, name.flag == "G", aliases)
        candidate = Candidate(
            "organization",
            offset + start,
            offset + end,
            "organization." + rule,
            value,
            facts,
            tuple([_EVIDENCE[piece] for piece in evidence]),
        )
        if value <= 0:
            self.rejected.append(candidate)
            return False
        self.candidates.append(candidate)
        scan.spans.append((i, j, candidate))
        if (
            value >= (LATIN if scan.text[start:end].isascii() else ESTABLISHED)
            and name.flag != "P"
            and name.flag != "G"
        ):
            self.established[scan.text[start:end]] = name
        return True

    def emit_part(self, scan: Scan, first: int, part: tuple[int, int], name_class: str) -> int:
        """Adds a known name, which begins with chunk `first`, with its part, which ends in a chunk and at a place. The
        chunk to go on with, 0 if it is none."""
        last, end = part
        span = (first, last, scan.chunks[first].start, end)
        return last + 1 if self.emit(scan, span, "part", ["listed"], Name(name_class, "", "")) else 0
