"""A document's mentions side by side, with the questions that every kind of relation asks of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kextract.entities import Cluster, squash
from kextract.model import Candidate, DateValue, MoneyValue, PersonFacts
from kextract.morph import Document, Line

# a sentence ends at . ! ? before a blank (not inside 3.5 or 2024. 1. 18.) or with the line
# (the letters that may end it come first in the pattern: `re` jumps from one to the next)
_SENTENCE_END = re.compile(r"[.!?。\n](?:(?<=\n)|(?<=[^\d\s][.!?。])[\"'”’)\]]*(?=\s|$))")
_BRACKET = re.compile(r"\s?\([^()\n]{0,60}\)")
_PARTICLE = re.compile(
    r"(?:에게서|으로부터|로부터|에서는|에서|에게|께서는|께서|이라고|라고|으로|이나|부터|까지|에는|와는|과는|이며|측은|측이|측과|측"
    r"|은|는|이|가|을|를|과|와|의|에|로|도|만|나|,|·|ㆍ|\s?및|\s등|\s간)"
)
LONGEST = 1_000  # code points: a longer sentence is a list or a table, and statements do not reach across it


@dataclass(slots=True)
class Scene:
    """`found` are the standing candidates in text order; `entity_of` gives the cluster of a place in `found`."""

    document: Document
    found: Sequence[Candidate]
    clusters: Sequence[Cluster]
    values: Mapping[int, DateValue | MoneyValue]
    entity_of: dict[int, Cluster]
    starts: list[int]
    by_name: dict[str, Cluster]
    _sentences: list[tuple[int, int]] | None

    def __init__(
        self,
        document: Document,
        found: Sequence[Candidate],
        clusters: Sequence[Cluster],
        values: Mapping[int, DateValue | MoneyValue],
    ) -> None:
        self.document, self.found, self.clusters, self.values = document, found, clusters, values
        self.entity_of = {place: group for group in clusters for place in group.members}
        self.starts = [candidate.start for candidate in found]
        self.by_name = {}
        self._sentences = None
        for group in clusters:
            if group.type == "organization":
                for name in (group.name, *group.aliases):
                    self.by_name.setdefault(squash(name), group)

    @property
    def text(self) -> str:
        return self.document.text

    def sentences(self) -> list[tuple[int, int]]:
        """Spans of the sentences, in order; of a run without any full stop, pieces of `LONGEST` code points."""
        if self._sentences is None:
            self._sentences = []
            start = 0
            for end in [*(match.end() for match in _SENTENCE_END.finditer(self.text)), len(self.text)]:
                self._sentences += [(piece, min(piece + LONGEST, end)) for piece in range(start, end, LONGEST)]
                start = end
        return self._sentences

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence that holds `position`."""
        spans = self.sentences()
        at = bisect_right(spans, position, key=lambda span: span[0]) - 1
        return spans[at] if at >= 0 else (0, len(self.text))

    def within(self, start: int, end: int) -> range:
        """Places in `found` of the mentions that begin in the span."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def before(self, position: int) -> int | None:
        """The place of the last mention that ends at or before `position`."""
        place = bisect_right(self.starts, position) - 1
        while place >= 0 and self.found[place].end > position:
            place -= 1
        return place if place >= 0 else None

    def particle(self, position: int) -> str:
        """The particle (or comma, 및, 등) right after `position`, a bracket between left out; empty if none is."""
        bracket = _BRACKET.match(self.text, position)
        match = _PARTICLE.match(self.text, bracket.end() if bracket else position)
        return match[0].strip() if match else ""

    def line_at(self, position: int) -> Line:
        """The line in which a mention stands."""
        lines = self.document.lines
        return lines[bisect_right(lines, position, key=lambda line: line.offset) - 1]

    def whole_of(self, place: int) -> Cluster | None:
        """The known body that the first words of a name give: 울산과학기술원 of 한빛과학기술원 산학협력단."""
        group = self.entity_of[place]
        words = self.text[self.found[place].start : self.found[place].end].split(" ")
        for count in range(len(words) - 1, 0, -1):
            whole = self.by_name.get(squash("".join(words[:count])))
            if whole is not None and whole is not group:
                return whole
        return None

    def tail(self, place: int) -> int:
        """Where a mention ends together with the title behind a name: the place to look for its particle."""
        mention = self.found[place]
        if isinstance(mention.facts, PersonFacts) and mention.facts.title:
            return max(mention.end, mention.facts.title[1])
        return mention.end

    def marked(self, start: int, end: int, particles: frozenset[str]) -> int | None:
        """The place of the last person or organization in the span that carries one of the particles."""
        for place in reversed(self.within(start, end)):
            if self.found[place].type in ("person", "organization") and self.particle(self.tail(place)) in particles:
                return place
        return None
