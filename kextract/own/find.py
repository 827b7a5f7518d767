"""Own names and own rules over a document, beside what the built-in rules propose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from kextract.model import (
    MENTION_TYPES,
    Candidate,
    Evidence,
    OrganizationFacts,
    OwnValue,
    PersonFacts,
)
from kextract.morph import Document, Line
from kextract.own.lexicon import STOP, WORD, Entry, Lexicon, merged
from kextract.own.machine import Match, Tokens, cut
from kextract.own.names import UNSPLIT_LENGTH, Hit, Names, glued_title, places
from kextract.own.problems import Problem
from kextract.own.rules import SPAN, TEXT, TITLE, OwnRule, fill
from kextract.resolve import resolve
from kextract.rules.person.vocabulary import surname_starts

SCORE = 100.0  # above whatever the built-in rules give
LEXICON_RULE = "own.lexicon"
_NAME_EVIDENCE, _RULE_EVIDENCE = Evidence("own_name", SCORE), Evidence("own_rule", SCORE)


class Own:
    """A user's names and rules, ready to be looked for."""

    def __init__(self, lexicons: Sequence[Lexicon], rules: Sequence[OwnRule]) -> None:
        self.lexicons, self.rules = list(lexicons), list(rules)
        entries = merged(lexicons)
        self.names = Names(entries)
        found = {e.type for lexicon in lexicons for e in lexicon.kinds} | {rule.type for rule in rules}
        self.types = tuple(sorted(found - {STOP, WORD, *MENTION_TYPES}))  # those that only these files know
        self.stops: dict[str, Entry] = {}
        if STOP in found:
            self.stops = {surface.replace(" ", ""): e for surface, e in entries.items() if e.type == STOP}
        # longer ones alone: of two letters and a particle another word may be made
        self._literals = sorted({text for rule in rules for text in rule.literals if len(text) >= UNSPLIT_LENGTH})
        self._lists = {name for rule in rules for name in rule.lists}

    @property
    def needs_names(self) -> bool:
        """Do rules refer to people or organizations, whatever types are asked for?"""
        return bool(self._lists)

    def candidates(self, document: Document, built_in: Sequence[Candidate]) -> list[Candidate]:
        """All candidates of a document, the own ones among them; those with a stopped surface have a score of 0."""
        found: list[Candidate] = []
        hits: list[list[Hit]] = []
        for line in document.lines:
            hits.append(list(self.names.find(line)) if len(self.names) else [])
            found += [_named(line, hit) for hit in hits[-1] if hit.entry.type != WORD]
        known = {(c.type, c.start, c.end): c.facts for c in built_in if c.type == "person"}
        for one in found:
            if (one.type, one.start, one.end) in known:
                one.facts = known[one.type, one.start, one.end]  # with the title that stands beside the name
        allowed = [self._stopped(document, one) for one in built_in]
        if self.rules:
            found += self._by_rules(document, hits, [*allowed, *found])
        return allowed + found

    def stop_for(self, surface: str, type: str) -> Entry | None:
        """The entry that forbids a surface."""
        entry = self.stops.get(surface.replace(" ", ""))
        return entry if entry and entry.name_class in ("", type) else None

    def _stopped(self, document: Document, one: Candidate) -> Candidate:
        if not self.stops or not self.stop_for(document.text[one.start : one.end], one.type):
            return one
        return replace(one, score=0.0, evidence=(*one.evidence, Evidence("own_stop", -one.score)))

    def _by_rules(
        self, document: Document, hits: Sequence[Sequence[Hit]], candidates: list[Candidate]
    ) -> list[Candidate]:
        standing = resolve(candidates) if self._lists else []
        found, place = [], 0
        for line, named in zip(document.lines, hits, strict=True):
            end = line.offset + len(line.text)
            first = place
            while place < len(standing) and standing[place].start < end:
                place += 1
            ends = [*(hit.end for hit in named), *places(line, self._literals)]
            tokens = Tokens(cut(line, ends), self._listed(line, named, standing[first:place]))
            for rule in self.rules:
                found += [_matched(document.text, line, rule, match) for match in rule.machine.find(tokens)]
        return [one for one in found if not self.stop_for(document.text[one.start : one.end], one.type)]

    def _listed(
        self, line: Line, hits: Iterable[Hit], standing: Iterable[Candidate]
    ) -> dict[str, dict[int, list[int]]]:
        """What patterns call <organization>, <product> …: listed names by type and class, mentions by type."""
        lists: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        if not self._lists:
            return {}
        for hit in hits:
            for name in {hit.entry.type, hit.entry.name_class} & self._lists:
                lists[name][hit.start].append(hit.end)
        for one in standing:
            start, end = one.start - line.offset, one.end - line.offset
            name_class = one.facts.name_class if isinstance(one.facts, OrganizationFacts) else ""
            for name in {one.type, name_class} & self._lists:
                if end not in lists[name][start]:
                    lists[name][start].append(end)
        return lists


def unknown_lists(lexicons: Iterable[Lexicon], rules: Sequence[OwnRule]) -> list[Problem]:
    """Rules that refer to lists that nobody brought along."""
    if not any(rule.lists for rule in rules):
        return []
    known: set[str] = set(MENTION_TYPES)
    for lexicon in lexicons:
        for entry in lexicon.kinds:
            known |= {entry.type, entry.name_class}
    known -= {"", STOP, WORD}
    if all(rule.lists <= known for rule in rules):
        return []
    classes = built_in_classes()
    return [
        Problem(rule.path, rule.line, f"rule {rule.name.removeprefix('own.')}: {_unknown(name, known, classes)}")
        for rule in rules
        for name in sorted(rule.lists - known - classes)
    ]


def built_in_classes() -> set[str]:
    """The classes of organizations that the built-in lists tell apart."""
    from kextract.rules.organization.names import catalog

    return {name_class for name_class, _, _ in catalog().surfaces.values() if name_class}


def _unknown(name: str, known: set[str], classes: set[str]) -> str:
    close = get_close_matches(name, sorted(known | classes), 1)
    told = f"did you mean <{close[0]}>?" if close else f"there are {', '.join(f'<{one}>' for one in sorted(known))}."
    return f"no list is called <{name}>; {told} Lists of your own come with --lexicon FILE"


def _named(line: Line, hit: Hit) -> Candidate:
    start, end, entry = line.offset + hit.start, line.offset + hit.end, hit.entry
    surface = line.text[hit.start : hit.end]
    facts = _facts(entry, surface)
    if isinstance(facts, PersonFacts) and (title := glued_title(line, hit.end)):
        facts = replace(facts, title=(end, line.offset + title))
    return Candidate(entry.type, start, end, LEXICON_RULE, SCORE, facts, (_NAME_EVIDENCE,))


def _facts(entry: Entry, surface: str) -> OrganizationFacts | PersonFacts | OwnValue:
    if entry.type == "organization":
        return OrganizationFacts(entry.name_class, entry.name or None)
    if entry.type == "person":
        korean = " " not in surface and 2 <= len(surface) <= 4 and surface[0] in surname_starts()
        return PersonFacts("full" if korean else "foreign")
    return OwnValue(entry.name or surface, {"class": entry.name_class} if entry.name_class else {})


def _matched(text: str, line: Line, rule: OwnRule, match: Match) -> Candidate:
    start, end = match.captures.get(SPAN, (match.start, match.end))
    noted = {name: line.text[a:b] for name, (a, b) in match.captures.items() if name != SPAN}
    facts: OrganizationFacts | PersonFacts | OwnValue
    if rule.type == "organization":
        facts = OrganizationFacts()
    elif rule.type == "person":
        title = match.captures.get(TITLE)
        facts = PersonFacts("full", title and (line.offset + title[0], line.offset + title[1]))
    else:
        value = fill(rule.value, {**noted, TEXT: line.text[start:end]}) if rule.value else None
        facts = OwnValue(value or None, {name: noted[name] for name in sorted(noted) if name != "value"})
    start, end = line.offset + start, line.offset + end
    return Candidate(rule.type, start, end, rule.name, SCORE, facts, (_RULE_EVIDENCE,))
