"""Of what a text is: a stage name that is an everyday word is believed in a text on music, not in one on trade."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kextract.rules.person import vocabulary
from kextract.rules.person.known import RULE
from kextract.rules.person.view import Draft, View

PIECE = "field_of_text"
LEAST = -2.4
MANY = 3  # words of a field that make the whole document one of it
FIELDS = ("stage", "sports", "state")
_BARRED = frozenset(["noun_and_particle", "common_word", "name_of_a_work", "directive_particle", "locative_particle"])


def believe_in_field(views: Sequence[View]) -> None:
    """Lifts well-known people whose names are everyday words where the text is of their trade."""
    weak = [(view, draft) for view in views for draft in view.drafts if draft.rule == RULE and _is_weak(draft)]
    if not weak:
        return
    counts = {view: _counts(view) for view in views}
    totals = {field: sum(found[field] for found in counts.values()) for field in FIELDS}
    for view, draft in weak:
        field = vocabulary.known_fields()[draft.surface]
        if counts[view][field] or totals[field] >= MANY:
            draft.add(PIECE)


def _is_weak(draft: Draft) -> bool:
    if "known_common_word" not in draft.evidence or not LEAST < draft.score <= 1.0:
        return False
    return _BARRED.isdisjoint(draft.evidence) and vocabulary.known_fields().get(draft.surface, "") != ""


def _counts(view: View) -> dict[str, int]:
    """How many words of the line belong to each field."""
    found, table = dict.fromkeys(FIELDS, 0), _fields_of_words()
    for i in range(len(view.words)):
        for field in table.get(view.nominal(i), ()):
            found[field] += 1
    return found


@cache
def _fields_of_words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field in FIELDS:
        for word in vocabulary.neighbours(field):
            found.setdefault(word, []).append(field)
    return found
