"""What a whole document says of its weaker names: lists share their title, and a name once sure stays a name."""

from __future__ import annotations

import re

from kextract.rules.person import vocabulary
from kextract.rules.person.particles import is_particle
from kextract.rules.person.sound import LINKS
from kextract.rules.person.view import Draft, Form, View
from kextract.rules.person.weights import WEIGHTS, score

_NAMED = ("full", "foreign", "given")
SURE = 1.0
HOPELESS = -3.0
REPEATED = "person.repeated"
_OTHER_WORD = frozenset(
    """predicate noun_and_particle one_common_noun one_function_word crosses_verb crosses_particle ends_off_boundary
    common_word functional_word place_word organization_word""".split()
)
# a word of everyday is a name only where its surroundings say so: 드라마 is none elsewhere
_EVERYDAY = frozenset("unknown_noun common_word common_word_alone given_common_noun".split())
_MERGING = ("person.known", "person.byline")
NEAR = -1.2
MARGIN = 0.1
RUN_OF_KNOWN = -1.5  # how poor a run of words may be that holds a known name: 요제프 클로제
LIST_LENGTH = 3
_GIVEN = frozenset(["foreign_given", "foreign_given_common"])
# what makes a run of words doubtful as one name
_FLAWS = frozenset(
    """place_word organization_word organization_name_too common_word thing_ending unforeign_word surname_inside
    functional_word particle_inside unknown_noun""".split()
)
_TITLED = frozenset(
    """title_next noun_title_next age honorific role_before stage_role_before group_before given_beside""".split()
)
_SHARING = ("·", "ㆍ", "‧", "・", "/", ", ", " · ")
_LISTING = (*_SHARING, " ", "와 ", "과 ", "·전 ")


def merge_equal(view: View) -> None:
    """Where a list or a byline has the very words that another rule found, their evidence is one."""
    strong = {(draft.start, draft.end): draft for draft in view.drafts if draft.rule in _MERGING}
    if not strong:
        return
    kept = []
    for draft in view.drafts:
        best = strong.get((draft.start, draft.end))
        if best is None or best is draft:
            kept.append(draft)
        elif draft.form in _NAMED:
            group = best.form == "group" and "known_common_word" in best.evidence  # 뮤즈 sounds like a foreign name
            more = [piece for piece in draft.evidence if piece not in best.evidence]
            best.evidence += [piece for piece in more if not (group and piece.endswith("_sound"))]
            best.title, best.status = best.title or draft.title, best.status or draft.status
            best.aliases = best.aliases or draft.aliases
            best.score = max(score(best.evidence), best.score, draft.score)
    view.drafts = kept


def prefer_runs(view: View) -> None:
    """해리 케인 is one name, however good 케인 alone may be; in 첼시 수비수 마티치 the role is not the team's."""
    singles = [
        d
        for d in view.drafts
        if d.rule in ("person.foreign_word", "person.known", "person.given_name")
        and d.score > 0
        and " " not in d.surface
    ]
    runs = [draft for draft in view.drafts if draft.rule == "person.foreign_run"]
    _prefer_whole(view, runs)
    if not singles:
        return
    for single in singles:
        least = RUN_OF_KNOWN if "known_person" in single.evidence and single.form != "group" else 0.0
        around = [r for r in runs if r.score > least and r.start <= single.start and single.end <= r.end]
        if around:  # only the best of them: 주자 후안 소토 must not rise with 후안 소토
            best = max(around, key=lambda run: (run.score, run.end - run.start))
            best.score = max(best.score, single.score + MARGIN)
        if single.title and "title_next" in single.evidence:
            after = single.title[1] + 1
            if any(d.start == after and d.score > 0 and d.title == single.title for d in view.drafts):
                single.add("role_of_next")


def _prefer_whole(view: View, runs: list[Draft]) -> None:
    """호베르투 다 코스타 핀투 is one name, although 코스타 핀투 might be one."""
    for run in runs:
        first = view.words[run.word]
        for longer in runs:
            if longer.score <= 0 or run.score <= 0 or longer is run:
                continue
            if longer.end == run.end and longer.word < run.word:
                linked = first in LINKS or view.words[run.word - 1] in LINKS
                given = not _GIVEN.isdisjoint(longer.evidence)  # unlike 딥마인드 데미스 하사비스
                if linked or (given and _FLAWS.isdisjoint(longer.evidence)):
                    longer.score = max(longer.score, run.score + MARGIN)
            elif longer.start == run.start and longer.last > run.last and _FLAWS.isdisjoint(longer.evidence):
                longer.score = max(longer.score, run.score + MARGIN)


def join_lists(view: View) -> None:
    """심가람·문나래 위원장: neighbours in a list help each other, and the last one's title is everyone's."""
    drafts = [draft for draft in view.drafts if draft.form in ("full", "foreign")]
    if len(drafts) < 2:
        return
    drafts.sort(key=lambda draft: (draft.start, -draft.score))
    text = view.text
    for i in range(len(drafts) - 1, 0, -1):
        later = drafts[i]
        for earlier in reversed(drafts[max(0, i - 4) : i]):
            gap = _gap(text, earlier.end, later.start)
            if not gap or gap not in _LISTING:
                continue
            if gap == " " and "foreign" in (earlier.form, later.form):
                continue
            if gap in _SHARING and earlier.form == later.form == "full" and min(earlier.score, later.score) > NEAR:
                _help(earlier, gap)
                _help(later, gap)
            if later.score > 0 and earlier.score > HOPELESS:
                _help(earlier, gap)
            if earlier.score > 0 and later.score > HOPELESS:
                _help(later, gap)
            if gap in _SHARING and earlier.title is None and later.score > 0:
                earlier.title, earlier.status = later.title, earlier.status or later.status


def yield_titles(view: View) -> None:
    """In 민주당 이석현 의원 the title is 이석현's: it speaks for no word before him."""
    claimed: dict[tuple[int, int], int] = {}
    owners: list[Draft] = []
    for draft in view.drafts:
        if draft.title and draft.score > 0:
            claimed[draft.title] = max(draft.start, claimed.get(draft.title, -1))
            if draft.form == "full" and "title_near" in draft.evidence and draft.score > WEIGHTS["title_near"]:
                owners.append(draft)
    for owner in owners:  # 이승엽 두산 베어스 감독: 베어스 is no coach
        for draft in view.drafts:
            if draft.title == owner.title and draft.form == "foreign" and draft.start > owner.end and draft.score > 0:
                draft.add("title_of_another")
                claimed[owner.title] = owner.start  # type: ignore[index]
    for draft in view.drafts:
        if draft.title and "title_near" in draft.evidence and claimed.get(draft.title, -1) >= draft.end:
            draft.evidence.remove("title_near")
            draft.score -= WEIGHTS["title_near"]
            draft.title = None


def join_foreign(view: View) -> None:
    """케인, 모우라, 알리, 윙크스: three or more foreign words in a row with commas are a list of people."""
    drafts = [draft for draft in view.drafts if draft.rule == "person.foreign_word" and draft.score > HOPELESS]
    chain: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.start):
        if chain and view.text[chain[-1].end : draft.start] not in _SHARING:
            _settle(chain)
            chain = []
        chain.append(draft)
    _settle(chain)


_ASIDE = re.compile(r"\([^()]{1,30}\)")


def _gap(text: str, end: int, start: int) -> str:
    """What stands between two names but for a bracket: 장효원(성주중 3학년)·하예림."""
    gap = text[end:start] if end < start else ""
    return _ASIDE.sub("", gap, count=1) if gap[:1] == "(" else gap


def _settle(chain: list[Draft]) -> None:
    barred = {"place_word", "organization_word", "common_word"}
    if len(chain) >= LIST_LENGTH and sum(bool(barred & set(draft.evidence)) for draft in chain) * 3 <= len(chain):
        for draft in chain:
            draft.add("foreign_list")


def surround(view: View) -> None:
    """박철 in 장현성, 박철, 김진수: sure names on both sides of a comma."""
    starts = {d.start for d in view.drafts if d.score > SURE and d.form in _NAMED}
    ends = {d.end for d in view.drafts if d.score > SURE and d.form in _NAMED}
    text = view.text
    for draft in view.drafts:
        weak = draft.form in _NAMED and HOPELESS < draft.score <= SURE
        between = draft.end + 2 in starts and draft.start - 2 in ends
        if weak and between and text[draft.end : draft.end + 2] == text[draft.start - 2 : draft.start] == ", ":
            draft.add("amid_list")


def _help(draft: Draft, gap: str) -> None:
    if "in_list" not in draft.evidence and "beside_name" not in draft.evidence:
        draft.add("in_list" if gap in _SHARING else "beside_name")


def _is_sure(draft: Draft) -> bool:
    return draft.score >= SURE or (draft.score > 0 and not _TITLED.isdisjoint(draft.evidence))


def _repeat(views: list[View], sure: list[Draft]) -> None:
    """Drafts for words that no rule took for a name, although it is one elsewhere in the document."""
    known = {draft.surface: draft.form for draft in sure if " " not in draft.surface and len(draft.surface) > 1}
    for draft in sure:
        if draft.form == "foreign" and " " in draft.surface:
            known.update((part, draft.form) for part in _parts(draft) if len(part) > 1)
    starts = {surface[:2] for surface in known}
    for view in views:
        have = {(draft.start, draft.end) for draft in view.drafts}
        for i, word in enumerate(view.words):
            if word[:2] in starts and view.heads[i]:
                _repeat_word(view, i, known, have)


def _parts(draft: Draft) -> list[str]:
    """The words of a name but for places: 포틀랜드 stays a town, whatever run of words it was taken into."""
    return [part for part in draft.surface.split() if part not in vocabulary.places()]


def _repeat_word(view: View, i: int, known: dict[str, Form], have: set[tuple[int, int]]) -> None:
    word, start = view.words[i], view.starts[i]
    for end in range(len(word), 1, -1):
        form = known.get(word[:end])
        if form is None or (start, start + end) in have or not is_particle(word[end:], word[end - 1]):
            continue
        if end < len(word) and start + end not in view.line.boundaries:
            continue
        draft = Draft(start, start + end, i, i, form, REPEATED, word[:end], ["seen_elsewhere"])
        draft.score = score(draft.evidence)
        view.drafts.append(draft)
        return


def _believe(draft: Draft) -> None:
    """The name stands elsewhere: its letters count no more, unless the word is plainly another (유리한 조건)."""
    if draft.rule != REPEATED and _OTHER_WORD.isdisjoint(draft.evidence) and draft.score < HOPELESS + SURE:
        draft.evidence = ["seen_elsewhere"]
        draft.rule = REPEATED
        draft.score = score(draft.evidence)
    draft.add("known_elsewhere")


def believe_repeated(views: list[View]) -> None:
    """A full name that is sure in one place is believed wherever it stands; so is its surname before a title."""
    sure = [draft for view in views for draft in view.drafts if draft.form in _NAMED and _is_sure(draft)]
    sure = [draft for draft in sure if _EVERYDAY.isdisjoint(draft.evidence)]
    _repeat(views, sure)
    surfaces = {draft.surface for draft in sure}
    surnames = {draft.surface[:1] for draft in sure if draft.form == "full"}
    surnames |= {draft.surface[:2] for draft in sure if "compound_surname" in draft.evidence}
    runs = [_parts(draft) for draft in sure if " " in draft.surface]
    parts = {end for words in runs for end in (*words[:1], *words[-1:])}
    givens = {draft.surface[1:] for draft in sure if draft.form == "full" and len(draft.surface) == 3}
    for view in views:
        themselves = {(d.start, d.end) for d in view.drafts if d.form in _NAMED and _is_sure(d)}
        taken = [(d.start, d.end) for d in view.drafts if d.score > 0 and " " in d.surface]
        for draft in view.drafts:
            if draft.score <= HOPELESS - 1 or any(a <= draft.start and draft.end <= b for a, b in taken):
                continue
            if draft.form == "surname":
                if draft.surface in surnames:
                    draft.add("known_surname")
            elif draft.form == "given" and draft.surface in givens:
                draft.add("known_given")
            elif draft.surface in surfaces:
                if draft.score < SURE and (draft.start, draft.end) not in themselves:
                    _believe(draft)
            elif draft.surface in parts and "noun_follows" not in draft.evidence:
                draft.add("known_part")
