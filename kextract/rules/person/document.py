"""What a whole document says of its weaker names: lists share their title, and a name once sure stays a name."""

from __future__ import annotations

from kextract.rules.person.view import Draft, View
from kextract.rules.person.weights import WEIGHTS

SURE = 1.0
HOPELESS = -3.0
_SHARING = ("·", "ㆍ", "‧", "・", "/", ", ", " · ")
_LISTING = (*_SHARING, " ", "와 ", "과 ", "·전 ")


def join_lists(view: View) -> None:
    """심상정·문명순 위원장: neighbours in a list help each other, and the last one's title is everyone's."""
    drafts = sorted((d for d in view.drafts if d.form in ("full", "foreign")), key=lambda d: (d.start, -d.score))
    text = view.text
    for i in range(len(drafts) - 1, 0, -1):
        later = drafts[i]
        for earlier in reversed(drafts[max(0, i - 4) : i]):
            gap = text[earlier.end : later.start] if earlier.end < later.start else ""
            if not gap or gap not in _LISTING:
                continue
            if gap == " " and "foreign" in (earlier.form, later.form):
                continue
            if later.score > 0 and earlier.score > HOPELESS:
                _help(earlier, gap)
            if earlier.score > 0 and later.score > HOPELESS:
                _help(later, gap)
            if gap in _SHARING and earlier.title is None and later.score > 0:
                earlier.title, earlier.status = later.title, earlier.status or later.status


def yield_titles(view: View) -> None:
    """In 민주당 이석현 의원 the title is 이석현's: it speaks for no word before him."""
    claimed: dict[tuple[int, int], int] = {}
    for draft in view.drafts:
        if draft.title and draft.score > 0:
            claimed[draft.title] = max(draft.start, claimed.get(draft.title, -1))
    for draft in view.drafts:
        if draft.title and "title_near" in draft.evidence and claimed.get(draft.title, -1) >= draft.end:
            draft.evidence.remove("title_near")
            draft.score -= WEIGHTS["title_near"]
            draft.title = None


def _help(draft: Draft, gap: str) -> None:
    if "in_list" not in draft.evidence and "beside_name" not in draft.evidence:
        _add(draft, "in_list" if gap in _SHARING else "beside_name")


def _add(draft: Draft, piece: str) -> None:
    draft.evidence.append(piece)
    draft.score += WEIGHTS[piece]


def believe_repeated(views: list[View]) -> None:
    """A full name that is sure in one place is believed wherever it stands; so is its surname before a title."""
    sure = [draft for view in views for draft in view.drafts if draft.score >= SURE and draft.form in ("full", "foreign")]
    surfaces = {draft.surface for draft in sure}
    surnames = {draft.surface[:1] for draft in sure if draft.form == "full"}
    surnames |= {draft.surface[:2] for draft in sure if "compound_surname" in draft.evidence}
    parts = {part for draft in sure if " " in draft.surface for part in (draft.surface.split()[0], draft.surface.split()[-1])}
    givens = {draft.surface[1:] for draft in sure if draft.form == "full" and len(draft.surface) == 3}
    for view in views:
        taken = [(d.start, d.end) for d in view.drafts if d.score >= SURE and " " in d.surface]
        for draft in view.drafts:
            if draft.score <= HOPELESS - 1 or any(a <= draft.start and draft.end <= b for a, b in taken):
                continue
            if draft.form == "surname":
                if draft.surface in surnames:
                    _add(draft, "known_surname")
            elif draft.form == "given":
                if draft.surface in givens:
                    _add(draft, "known_given")
            elif draft.surface in surfaces:
                if draft.score < SURE:
                    _add(draft, "known_elsewhere")
            elif draft.surface in parts:
                _add(draft, "known_part")
