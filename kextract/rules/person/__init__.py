"""People: `find_people` proposes names with their titles."""

from __future__ import annotations

import re

from kextract.model import Candidate, Evidence, PersonFacts
from kextract.morph import Document, Line
from kextract.rules.person.document import (
    believe_repeated,
    join_foreign,
    join_lists,
    merge_equal,
    prefer_runs,
    surround,
    yield_titles,
)
from kextract.rules.person.fields import believe_in_field
from kextract.rules.person.foreign import foreign_names
from kextract.rules.person.given import given_names
from kextract.rules.person.hanja import NAME_RULE as HANJA_RULE
from kextract.rules.person.hanja import hanja_names
from kextract.rules.person.human import humanise
from kextract.rules.person.known import known_people
from kextract.rules.person.korean import korean_names
from kextract.rules.person.masked import masked_names
from kextract.rules.person.reporter import bylines
from kextract.rules.person.rules import RULES
from kextract.rules.person.surname import surname_mentions
from kextract.rules.person.view import Draft, View
from kextract.rules.person.weights import WEIGHTS
from kextract.rules.person.words import telling

HIGHEST = 6.0  # however much speaks for a name, a longer organization around it may win
_EVIDENCE = {name: Evidence(name, weight) for name, weight in WEIGHTS.items()}
__all__ = ["RULES", "find_people"]

_HANJA = re.compile(r"[\u3400-\u9fff]").search
_ALL_HANJA = re.compile(r"[\u3400-\u9fff]{2,}").fullmatch


def find_people(document: Document, least: float = 0.0) -> list[Candidate]:
    """All people of a document, in no order; overlapping candidates are left to `resolve`. With a `least` score below
    0, those too that were nearly people."""
    views = [View(line) for line in document.lines]
    for view in views:
        if view.words:
            told = telling(view)
            korean_names(view, told.korean)
            foreign_names(view, told.foreign)
            surname_mentions(view, told.surname)
            known_people(view, told.known)
            if told.hints:
                given_names(view, told.hints)
            masked_names(view)
            bylines(view)
            if _HANJA(view.text):
                hanja_names(view)
            if view.drafts:
                humanise(view)
            if len(view.drafts) > 1:
                merge_equal(view)
                yield_titles(view)
                join_foreign(view)
                join_lists(view)
                prefer_runs(view)
                surround(view)
    believe_in_field(views)
    believe_repeated(views)
    found = [_candidate(view.line, draft) for view in views for draft in view.drafts if draft.score > least]
    return [*found, *_spellings(document, found)]


def _spellings(document: Document, found: list[Candidate]) -> list[Candidate]:
    """The name in Chinese characters behind a name is another mention of who bears it: 김두혁(金斗赫)."""
    spelt: dict[tuple[int, int], Candidate] = {}
    for candidate in found:
        aliases = candidate.facts.aliases if isinstance(candidate.facts, PersonFacts) else ()
        for start, end in aliases:
            if candidate.score > 0 and _ALL_HANJA(document.text[start:end]):
                facts = PersonFacts("full", None, None, ())
                spelt[start, end] = Candidate(
                    "person", start, end, HANJA_RULE, candidate.score, facts, (_EVIDENCE["hanja_spelling"],)
                )
    return list(spelt.values())


def _candidate(line: Line, draft: Draft) -> Candidate:
    offset = line.offset
    title = draft.title and (draft.title[0] + offset, draft.title[1] + offset)
    aliases = tuple((start + offset, end + offset) for start, end in draft.aliases)
    evidence = tuple([_EVIDENCE[name] for name in draft.evidence])
    facts = PersonFacts(draft.form, title, draft.status, aliases)
    return Candidate(
        "person", draft.start + offset, draft.end + offset, draft.rule, min(draft.score, HIGHEST), facts, evidence
    )
