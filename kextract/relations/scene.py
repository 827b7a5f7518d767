"""A document's mentions side by side, with the questions that every kind of relation asks of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kextract.entities import Cluster, other_name, squash
from kextract.model import Candidate, DateValue, MoneyValue, OrganizationFacts, PersonFacts
from kextract.morph import Document, Line
from kextract.rules.organization.names import COUNTRY

REACH = 2_000  # code points; no sentence is longer

# a sentence ends at . ! ? before a blank (not inside 3.5 or 2024. 1. 18.) or with the line
# (the letters that may end it come first in the pattern: `re` jumps from one to the next)
_SENTENCE_END = re.compile(r"[.!?。\n](?:(?<=\n)|(?<=[^\d\s][.!?。])[\"'”’)\]]*(?=\s|$))")
_BRACKET = re.compile(r"\s?\((?:[^()\n]|\([^()\n]{0,30}\)){0,100}\)")
_ADDRESSED = re.compile(r"[ ]?(?:씨|군|양|님)(?=[은는이가도의을를과와에(]|측|께서| 소속)")
_PARTICLE = re.compile(
    r"(?:에게서|으로부터|로부터|에서는|에서|에게|께서는|께서|이라고|라고|으로|이나|부터|까지|에는|와는|과는|이며|측은|측이|측과|측"
    r"|은|는|이|가|을|를|과|와|의|에|로|도|만|나|,|·|ㆍ|\s?및|\s등|\s간)"
)
LONGEST = 1_000  # code points: a longer sentence is a list or a table, and statements do not reach across it


@dataclass(slots=True)
class Scene:
    """`found` are the standing candidates in text order; `entity_of` gives the cluster of a place in `found`."""

    document: Document
    text: str
    found: Sequence[Candidate]
    clusters: Sequence[Cluster]
    values: Mapping[int, DateValue | MoneyValue]
    entity_of: dict[int, Cluster]
    starts: list[int]
    by_name: dict[str, Cluster]
    _sentences: list[tuple[int, int]] | None
    _classes: dict[str, list[int]] | None
    heads: dict[str, Cluster | None]  # titles → what `inferred.of_document` has said of them

    def __init__(
        self,
        document: Document,
        found: Sequence[Candidate],
        clusters: Sequence[Cluster],
        values: Mapping[int, DateValue | MoneyValue],
    ) -> None:
        self.document, self.found, self.clusters, self.values = document, found, clusters, values
        self.text = document.text
        self.entity_of = {place: group for group in clusters for place in group.members}
        self.starts = [candidate.start for candidate in found]
        self.by_name = {}
        self._sentences = None
        self._classes = None
        self.heads = {}
        bodies = [group for group in clusters if group.type == "organization"]
        for group in bodies:
            for name in (group.name, *group.aliases):
                self.by_name.setdefault(squash(name), group)
        for group in bodies:
            for name in group.keys:  # canonical names too
                self.by_name.setdefault(name, group)

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
        return self.particle_at(position)[0]

    def particle_at(self, position: int) -> tuple[str, int]:
        """The particle right after `position` and where it ends."""
        bracket = _BRACKET.match(self.text, position)
        position = bracket.end() if bracket else position
        if bracket and self.text.startswith((" 은 ", " 는 "), position):
            position += 1  # 얀 노바크 (1970년 ~ ) 은
        match = _PARTICLE.match(self.text, position)
        return (match[0].strip(), match.end()) if match else ("", position)

    def line_at(self, position: int) -> Line:
        """The line in which a mention stands."""
        lines = self.document.lines
        return lines[bisect_right(lines, position, key=lambda line: line.offset) - 1]

    def plain(self, start: int, end: int) -> bool:
        """Whether no word in the span carries a particle or an ending, so that it can be a department or a title:
        삼성전자 DS부문 …"""
        line = self.line_at(start)
        first, last = start - line.offset, end - line.offset
        return all(chunk.core == chunk.end for chunk in line.chunks if chunk.start >= first and chunk.end <= last)

    def tag_before(self, position: int) -> str:
        """The tag of the last token before `position`."""
        line = self.line_at(max(position - 1, 0))
        at = bisect_left(line.starts, position - line.offset) - 1
        return line.tags[at] if at >= 0 else ""

    def has_subject(self, start: int, end: int) -> bool:
        """Whether a word in the span is marked as subject or topic."""
        line = self.line_at(start)
        first, last = bisect_left(line.starts, start - line.offset), bisect_left(line.starts, end - line.offset)
        return any(
            tag == "JKS" or (tag == "JX" and line.text[line.starts[k] : line.ends[k]] in ("은", "는"))
            for k, tag in enumerate(line.tags[first:last], first)
        )

    def modifies(self, position: int) -> str:
        """The word that the verb at `position` stands before as 뛰던 does before 선수; empty if its form is another."""
        line = self.line_at(position)
        chunks, local = line.chunks, position - line.offset
        at = bisect_left(chunks, local + 1, key=lambda chunk: chunk.start) - 1
        if at < 0:
            return ""
        if chunks[at].end <= local + 1 and line.tags[chunks[at].last - 1] == "EC":  # 뛰고 있는
            at += 1
        if at + 1 >= len(chunks) or line.tags[chunks[at].last - 1] != "ETM":
            return ""
        return line.text[chunks[at + 1].start : chunks[at + 1].end]

    def whole_of(self, place: int) -> Cluster | None:
        """The known body that the first words of a name give: 울산과학기술원 of 한빛과학기술원 산학협력단."""
        group = self.entity_of[place]
        words = self.text[self.found[place].start : self.found[place].end].split(" ")
        for count in range(len(words) - 1, 0, -1):
            whole = self.by_name.get(squash("".join(words[:count])))
            if whole is not None and whole is not group:
                return whole
        return None

    def is_body(self, place: int) -> bool:
        """Whether a mention is something that people belong to: an organization or a band."""
        return self.found[place].type == "organization" or (
            self.found[place].type == "person" and self.entity_of[place].kind == "group"
        )

    def other_name(self, place: int) -> tuple[int, int] | None:
        """The span of another name that a bracket gives a person: 정가람(본명 정하람)."""
        return other_name(self.text, self.found[place].end) if self.found[place].type == "person" else None

    def is_generic(self, place: int) -> bool:
        """Whether an organization names no single body: 경찰, 정부."""
        facts = self.found[place].facts
        return isinstance(facts, OrganizationFacts) and facts.generic

    def is_team(self, place: int) -> bool:
        """Whether an organization is one of the lists' teams."""
        facts = self.found[place].facts
        return isinstance(facts, OrganizationFacts) and facts.name_class == "team"

    def has_members(self, place: int) -> bool:
        """Whether one can join and leave a body: nobody joins the police of a text, or a country."""
        facts = self.found[place].facts
        return not isinstance(facts, OrganizationFacts) or not (facts.generic or facts.name_class == COUNTRY)

    def name_before(self, position: int) -> int | None:
        """The place of the last person or organization that ends at or before `position`."""
        place = bisect_right(self.starts, position) - 1
        while place >= 0 and (place not in self.entity_of or self.found[place].end > position):
            place -= 1
        return place if place >= 0 else None

    def name_after(self, position: int) -> int | None:
        """The place of the first person or organization that begins at or after `position`."""
        place = bisect_left(self.starts, position)
        while place < len(self.found) and place not in self.entity_of:
            place += 1
        return place if place < len(self.found) else None

    def of_class(self, name_class: str) -> list[int]:
        """The places of the organizations of a class of the lists: party, company …"""
        if self._classes is None:
            self._classes = defaultdict(list)
            for place in self.entity_of:
                facts = self.found[place].facts
                if isinstance(facts, OrganizationFacts):
                    self._classes[facts.name_class].append(place)
        return self._classes.get(name_class, [])

    def tail(self, place: int) -> int:
        """Where a mention ends together with the title behind a name (김하늘 시장, 김하늘 씨): the place to look for
        its particle."""
        mention = self.found[place]
        end = mention.end
        if isinstance(mention.facts, PersonFacts) and mention.facts.title:
            end = max(end, mention.facts.title[1])
        if end == mention.end and mention.type == "person":
            bracket = _BRACKET.match(self.text, end)  # 김하늘(31) 씨
            addressed = _ADDRESSED.match(self.text, bracket.end() if bracket else end)
            end = addressed.end() if addressed else end
        return end

    def marked(self, start: int, end: int, particles: frozenset[str]) -> int | None:
        """The place of the last person or organization in the span that carries one of the particles."""
        for place in reversed(self.within(start, end)):
            if self.found[place].type in ("person", "organization") and self.particle(self.tail(place)) in particles:
                return place
        return None


def line_start(text: str, position: int, reach: int = REACH) -> int:
    """Where the line of `position` begins, but at most `reach` code points before it: a line may be the whole text."""
    earliest = max(0, position - reach)
    return max(text.rfind("\n", earliest, position) + 1, earliest)
