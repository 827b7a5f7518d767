"""The whole way of a document: text → lines → candidates → mentions → entities → relations → original offsets."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kextract.contest import settle
from kextract.entities import Cluster, cluster
from kextract.model import (
    MENTION_TYPES,
    Candidate,
    DateValue,
    Entity,
    Mention,
    MoneyValue,
    OrganizationFacts,
    OwnValue,
    Reference,
    Relation,
    Result,
)
from kextract.morph import Analyzer, Document
from kextract.relations import relate
from kextract.resolve import resolve
from kextract.rules.date import find_dates, find_reference, resolve_dates
from kextract.rules.money import find_money, link_amounts
from kextract.rules.organization import find_organizations
from kextract.rules.person import find_people
from kextract.text import Text, normalise
from kextract.unread import unread
from kextract.wrapped import unwrap

if TYPE_CHECKING:
    from kextract.own.find import Own

SELF_EVIDENT = frozenset({"date", "money"})  # types that the letters give away: few lines need tokens for them
NEARLY = -2.5  # the score from which a person or organization that is none is worth telling of


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text as given and as normalised, and the latter with its tokens."""

    reading: Text
    document: Document


class Extractor:
    """Loads the tokenizer once, on the first call, and reads any number of texts.

    `types` limits what is reported; `own` are names and rules of one's own, as `kextract.own.load` reads them. An
    Extractor keeps nothing between texts: the same text gives the same result.
    """

    def __init__(self, types: Iterable[str] | None = None, own: Own | None = None) -> None:
        every = (*MENTION_TYPES, *own.types) if own else MENTION_TYPES
        self.types: frozenset[str] = frozenset(every if types is None else types)
        self.own = own
        self.analyzer = Analyzer()

    def every_type(self) -> Extractor:
        """An Extractor like this one, with the same tokenizer, that reports all types."""
        other = Extractor(None, self.own)
        other.analyzer = self.analyzer
        return other

    def load(self) -> None:
        """Loads the tokenizer now rather than with the first text."""
        self.analyzer.load()

    def extract(self, text: str, *, id: str | int | None = None, date: Reference | str | None = None) -> Result:
        """Everything found in `text`. `date` is the reference date, ISO 8601 day or minute; it beats the text's own."""
        return self.extract_from(self.analyse(text), id=id, date=date)

    @property
    def without_names(self) -> bool:
        """Whether people and organizations are looked for only where a date or an amount may be part of one."""
        return self.own is None and self.types <= SELF_EVIDENT

    def normalised(self, text: str) -> Text:
        """`text` as the rules read it."""
        return unwrap(normalise(text), self.analyzer.gluing)

    def extract_many(self, texts: Iterable[str], *, date: Reference | str | None = None) -> Iterator[Result]:
        """What `extract` says of each text, in order and sooner where there is a second core; see `analyses`."""
        for analysis in self.analyses(texts):
            yield self.extract_from(analysis, date=date)

    def analyse(self, text: str) -> Analysis:
        """What Kiwi makes of `text`, for `extract_from`."""
        reading = self.normalised(text)
        lines = self.analyzer.lines
        read = unread(reading.norm, lines) if self.without_names else list(lines(reading.norm))
        return Analysis(reading, Document(reading.norm, read))

    def analyses(self, texts: Iterable[str]) -> Iterator[Analysis]:
        """What `analyse` says of each text, in order, while Kiwi's threads are some lines ahead of whoever takes it:
        with a second core the rules then cost next to no time of their own. Not for a stream that is read as it
        comes."""
        if self.without_names:
            yield from map(self.analyse, texts)
            return
        readings: deque[Text] = deque()

        def norms() -> Iterator[str]:
            for text in texts:
                readings.append(self.normalised(text))
                yield readings[-1].norm

        for lines in self.analyzer.ahead(norms()):
            reading = readings.popleft()
            yield Analysis(reading, Document(reading.norm, lines))

    def extract_from(
        self, analysis: Analysis, *, id: str | int | None = None, date: Reference | str | None = None
    ) -> Result:
        """The same as `extract`, for who wants the tokens too."""
        reading, document = analysis.reading, analysis.document
        reference = Reference(date, "option") if isinstance(date, str) else date
        reference = reference or find_reference(document.text)
        found = resolve(self.candidates(document))
        found, values = self._valued(document, found, reference)
        if self.without_names:
            return self._result(id, reading, reference, found, values, (), list)
        clusters = self._clusters(document, found)
        relations = self.later(partial(relate, document, found, clusters, values))
        return self._result(id, reading, reference, found, values, clusters, relations)

    def later(self, work: Callable[[], list[Relation]]) -> Callable[[], list[Relation]]:
        """What gives the result of `work` when it is asked for, once: here the work itself."""
        return work

    def candidates(self, document: Document, rejected: bool = False) -> list[Candidate]:
        """Everything that the rules propose, before `resolve`; with `rejected` what was nearly a name too, its score 0
        or less."""
        candidates = self.self_evident(document)
        settled = settle(document.text, candidates)
        if not (settled and self.without_names):
            candidates += self.names(document, (NEARLY,) if rejected else ())
        return self.own.candidates(document, candidates) if self.own else candidates

    def self_evident(self, document: Document) -> list[Candidate]:
        """The dates and amounts of a document."""
        return [candidate for line in document.lines for candidate in (*find_dates(line), *find_money(line))]

    def names(self, document: Document, least: tuple[float, ...] = ()) -> list[Candidate]:
        """The organizations and people of a document whose score is above `least`, else above 0."""
        return find_organizations(document, *least) + find_people(document, *least)

    def _clusters(self, document: Document, found: Sequence[Candidate]) -> list[Cluster]:
        clusters = cluster(document.text, found)
        if self.own is None:
            return clusters
        from kextract.own.entities import name

        return name(document.text, found, clusters, self.own)

    def _valued(
        self, document: Document, found: list[Candidate], reference: Reference | None
    ) -> tuple[list[Candidate], dict[int, DateValue | MoneyValue]]:
        """The candidates and, by place, the value of each date and amount. A day that the calendar turns out not to
        have (이달 31일 in June) is no date."""
        wanted = "date" in self.types or not self.without_names
        places = [place for place, candidate in enumerate(found) if wanted and candidate.type == "date"]
        dates = resolve_dates(document.text, [found[place] for place in places], reference)
        value_of: dict[int, DateValue | MoneyValue] = dict(zip(places, dates, strict=True))
        kept: list[Candidate] = []
        values: dict[int, DateValue | MoneyValue] = {}
        for place, candidate in enumerate(found):
            value = candidate.facts if isinstance(candidate.facts, MoneyValue) else value_of.get(place)
            if isinstance(value, DateValue) and value.extra.get("no_such_day"):
                continue
            if value is not None:
                values[len(kept)] = value
            kept.append(candidate)
        return kept, values

    def _result(
        self,
        id: str | int | None,
        reading: Text,
        reference: Reference | None,
        found: Sequence[Candidate],
        values: dict[int, DateValue | MoneyValue],
        clusters: Sequence[Cluster],
        relate: Callable[[], Sequence[Relation]],
    ) -> Result:
        ids: dict[int, str] = {}
        for place, candidate in enumerate(found):
            if candidate.type in self.types:
                ids[place] = f"m{len(ids) + 1}"
        kept = [group for group in clusters if group.type in self.types]
        entity_of = {place: group.id for group in kept for place in group.members}
        mentions = []
        for place, mention_id in ids.items():
            candidate = found[place]
            start, end = reading.span(candidate.start, candidate.end)
            generic = isinstance(candidate.facts, OrganizationFacts) and candidate.facts.generic
            mentions.append(
                Mention(
                    mention_id,
                    candidate.type,
                    reading.raw[start:end],
                    start,
                    end,
                    candidate.rule,
                    entity_of.get(place),
                    generic,
                    values.get(place) or (candidate.facts if isinstance(candidate.facts, OwnValue) else None),
                    candidate.evidence,
                )
            )
        entities = [
            Entity(
                group.id,
                group.type,
                group.name,
                group.aliases,
                [ids[place] for place in group.members],
                {"group": True} if group.kind == "group" else {},
            )
            for group in kept
        ]
        _link(found, mentions, ids, reading.norm)
        relations = relate()
        for relation in relations:
            spans = [reading.span(start, end) for start, end, _ in relation.evidence]
            relation.evidence = [(start, end, reading.raw[start:end]) for start, end in spans]
            if "money" in relation.fields:  # a place in `found` so far
                relation.fields["money"] = ids.get(relation.fields["money"])
        known = {group.id for group in kept}
        dropped = {group.id for group in clusters} - known
        told = [relation for relation in relations if not dropped & _entities_of(relation)]
        return Result(id, reference, mentions, entities, told)


def _link(found: Sequence[Candidate], mentions: Sequence[Mention], ids: Mapping[int, str], text: str) -> None:
    """Says of an amount which other mention is the same sum: 1억5000만달러(약 2000억원)."""
    by_id = {mention.id: mention for mention in mentions}
    for place, other in link_amounts(text, found).items():
        if place in ids and other in ids:
            mention = by_id[ids[place]]
            if isinstance(mention.value, MoneyValue):
                mention.value = replace(mention.value, extra={**mention.value.extra, "same_as": ids[other]})


def _entities_of(relation: Relation) -> set[str]:
    named: set[str] = set()
    for value in relation.fields.values():
        named.update(value if isinstance(value, list) else [value] if isinstance(value, str) else [])
    return named
