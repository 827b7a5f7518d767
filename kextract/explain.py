"""Why something was found, and what was nearly found: tokens, rules and evidence for each candidate of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kextract.extractor import Extractor
from kextract.model import MENTION_TYPES, Candidate, Evidence, Mention, OwnValue, Reference, Rule
from kextract.morph import Document, Line
from kextract.resolve import resolve
from kextract.text import Text

BELOW, OVERLAP, STOPPED = "below the threshold", "overlap", "stopped"
_OWN_LEXICON = Rule("own.lexicon", "a name of your own list", ())
_OWN_STOP = "own_stop"
_PATTERN = "pattern"  # the one piece of evidence of rules that read a form rather than weigh


@dataclass(frozen=True, slots=True)
class Asked:
    """A span of the text as given that somebody wants to know of."""

    start: int
    end: int


def declared(extractor: Extractor) -> list[Rule]:
    """All rules, the built-in ones by type and the users' own."""
    from importlib import import_module

    built_in = [rule for type in MENTION_TYPES for rule in import_module(f"kextract.rules.{type}").RULES]
    own = [rule.declared() for rule in extractor.own.rules] if extractor.own else []
    return [*built_in, *own]


def places(text: str, at: int | None, match: str | None) -> list[Asked] | None:
    """The spans that are asked for: one offset, or each place where `match` stands; None for the whole text."""
    if at is not None:
        return [Asked(at, at + 1)] if 0 <= at < len(text) else []
    if match is None:
        return None
    found, position = [], text.find(match) if match else -1
    while position >= 0:
        found.append(Asked(position, position + len(match)))
        position = text.find(match, position + 1)
    return found


def explain(
    extractor: Extractor,
    text: str,
    *,
    id: str | int | None = None,
    date: Reference | str | None = None,
    asked: Sequence[Asked] | None = None,
) -> dict[str, Any]:
    """What was found in `text` and what was not, as plain dicts and lists; `asked` leaves out what touches none of
    the spans, and shows the tokens there."""
    analysis = extractor.analyse(text)
    result = extractor.extract_from(analysis, id=id, date=date)
    reading, document = analysis.reading, analysis.document
    candidates = extractor.candidates(document, rejected=True)
    teller = _Teller(reading, document, {rule.name: rule for rule in (*declared(extractor), _OWN_LEXICON)})
    by_span = {(mention.type, mention.start, mention.end): mention for mention in result.mentions}
    standing = resolve(candidates)
    winners = {id_of(one) for one in standing}
    others = [one for one in _distinct(candidates) if id_of(one) not in winners and one.type in extractor.types]
    others.sort(key=lambda one: (one.start, one.end))
    won = _won(standing, others)
    mentions, rejected = [], []
    beaten: dict[int | None, list[Candidate]] = defaultdict(list)
    for other, place in won:
        beaten[place].append(other)
    for number, one in enumerate(standing):
        mention = by_span.get((one.type, *teller.span(one)))
        if mention is not None:
            mentions.append(teller.mention(one, mention, beaten[number]))
    for other, place in won:
        if place is None:
            rejected.append(teller.rejected(other, None, None))
        else:
            winner = standing[place]
            rejected.append(teller.rejected(other, winner, by_span.get((winner.type, *teller.span(winner)))))
    told: dict[str, Any] = {"id": result.id, "mentions": mentions, "rejected": rejected}
    if asked is not None:
        told["mentions"] = [entry for entry in mentions if _touches(entry, asked)]
        told["rejected"] = [entry for entry in rejected if _touches(entry, asked)]
        told["asked"] = [teller.place(one) for one in asked]
    return told


def id_of(one: Candidate) -> tuple[str, int, int, str]:
    """What tells candidates apart: the same span may be proposed twice by one rule."""
    return one.type, one.start, one.end, one.rule


def _distinct(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each candidate once, the better of equals."""
    best: dict[tuple[str, int, int, str], Candidate] = {}
    for one in candidates:
        known = best.get(id_of(one))
        if known is None or one.score > known.score:
            best[id_of(one)] = one
    return iter(best.values())


def _touches(entry: dict[str, Any], asked: Iterable[Asked]) -> bool:
    return any(entry["start"] < one.end and one.start < entry["end"] for one in asked)


class _Teller:
    """Candidates in the text's own offsets, with all that is known of them."""

    def __init__(self, reading: Text, document: Document, rules: dict[str, Rule]) -> None:
        self._reading, self._document, self._rules = reading, document, rules
        self._edges = [reading.span(line.offset, line.offset + 1)[0] for line in document.lines]

    def span(self, one: Candidate) -> tuple[int, int]:
        return self._reading.span(one.start, one.end)

    def mention(self, one: Candidate, mention: Mention, beaten: Iterable[Candidate]) -> dict[str, Any]:
        """A mention with what it won against."""
        told = [self._short(other) for other in beaten if other.score > 0]
        return {**mention.to_record(), **self._reasons(one), "beat": told}

    def rejected(self, one: Candidate, winner: Candidate | None, mention: Mention | None) -> dict[str, Any]:
        """A candidate that did not stand, and why."""
        stopped = any(reason.name == _OWN_STOP for reason in one.evidence)
        reason = STOPPED if stopped else OVERLAP if one.score > 0 else BELOW
        told = {**self._short(one), **self._reasons(one), "reason": reason}
        if reason == OVERLAP and winner:
            told["lost_to"] = {"id": mention.id if mention else None, **self._short(winner)}
        return told

    def place(self, one: Asked) -> dict[str, Any]:
        """A place that is asked for, with the tokens of its words."""
        text = self._reading.raw
        start, end = one.start, one.end
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        tokens = list(self._tokens(start, end))
        return {"start": one.start, "end": one.end, "text": text[one.start : one.end], "tokens": tokens}

    def _tokens(self, start: int, end: int) -> Iterator[dict[str, Any]]:
        """The tokens that touch a span of the text as given."""
        at = max(0, bisect_right(self._edges, start) - 1)
        while at < len(self._edges) and self._edges[at] < end:
            yield from self._line_tokens(self._document.lines[at], start, end)
            at += 1

    def _line_tokens(self, line: Line, start: int, end: int) -> Iterator[dict[str, Any]]:
        for a, b, tag in zip(line.starts, line.ends, line.tags, strict=True):
            if b > a:
                first, last = self._reading.span(line.offset + a, line.offset + b)
                if first < end and start < last:
                    yield {"form": line.text[a:b], "tag": tag, "start": first, "end": last}

    def _short(self, one: Candidate) -> dict[str, Any]:
        start, end = self.span(one)
        told = {"type": one.type, "text": self._reading.raw[start:end], "start": start, "end": end}
        return {**told, "rule": one.rule, "score": round(one.score, 3)}

    def _reasons(self, one: Candidate) -> dict[str, Any]:
        evidence = one.evidence or (Evidence(_PATTERN, one.score),)
        total = sum(reason.weight for reason in evidence)
        rule = self._rules.get(one.rule)
        start, end = self.span(one)
        noted = one.facts.fields if isinstance(one.facts, OwnValue) else {}
        return {
            "about": rule.about if rule else "",
            "tokens": list(self._tokens(start, end)),
            "evidence": [{"name": reason.name, "weight": reason.weight} for reason in evidence],
            "sum": round(total, 3),
            "threshold": threshold(one),
            "score": round(one.score, 3),
            **({"fields": dict(noted)} if noted else {}),
        }


def threshold(one: Candidate) -> float:
    """What the sum of a candidate's evidence has to pass; its score is what lies above, up to a highest."""
    if one.rule.startswith("own."):
        return 0.0
    if one.type == "person":
        from kextract.rules.person.weights import THRESHOLD as least

        return least
    if one.type == "organization":
        from kextract.rules.organization.weights import THRESHOLD as least_of_organizations

        return least_of_organizations
    return 0.0


def _won(standing: Sequence[Candidate], others: Sequence[Candidate]) -> list[tuple[Candidate, int | None]]:
    """Each of `others` with the place of the first candidate that stands where it would."""
    taken = {position: place for place, one in enumerate(standing) for position in range(one.start, one.end)}
    won = []
    for other in others:
        places = (taken[position] for position in range(other.start, other.end) if position in taken)
        won.append((other, next(places, None)))
    return won
