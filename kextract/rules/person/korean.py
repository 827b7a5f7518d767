"""Korean full names at the beginning of a word, read from the LETTERS: Kiwi cuts unknown names anywhere (김/두/겸)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kextract.rules.person import vocabulary
from kextract.rules.person.context import surroundings
from kextract.rules.person.particles import ANIMATE, DIRECTIVE, LOCATIVE, is_particle
from kextract.rules.person.titles import title_end
from kextract.rules.person.view import Draft, View
from kextract.rules.person.weights import WEIGHTS, score

FLOOR = -2.0  # what the name alone must reach before its surroundings are looked at
RULE = "person.korean_name"
COMMON_SURNAME = 9.0
RARE_SURNAME = 0.3
LIKELY, POSSIBLE, UNLIKELY = 4.4, 3.6, 2.6
COMMON_GIVEN = 12
DIMINUTIVE_GIVEN = 6
HONORIFICS = ("씨", "군", "양", "님")
COLUMN = "칼럼"  # [김하늘칼럼]
THING_ENDINGS = frozenset("식직초회상종률율액비권법령점금층력별")  # 이임식
ORGANIZATION_ENDINGS = frozenset("당대청읍면역")
_BODY_ENDINGS = ORGANIZATION_ENDINGS | THING_ENDINGS
_DIRECT = frozenset(["title_next", "noun_title_next", "role_before"])
# particles that Kiwi takes into a word it does not know: 방시혁이/NNP
SWALLOWED = frozenset("이 가 은 는 을 를 의 와 과 도 에게".split())
STARTS = frozenset("故前現")
_PREDICATE = ("XSV", "XSA", "VCP")


Reading = tuple[int, str, tuple[str, ...], float, bool]
"""The name's length, what follows it, the evidence of both with its weight, and whether its end may be a particle."""


def korean_names(view: View, found: Iterable[tuple[int, Sequence[Reading]]]) -> None:
    """Adds a draft for each reading of a word as a Korean full name."""
    for i, read in found:
        word = view.words[i]
        if word[0] in STARTS:
            _read(view, i, word[1:], read, 1)
        elif view.heads[i]:
            _read(view, i, word, read)


def _read(view: View, i: int, word: str, found: Sequence[Reading], skipped: int = 0) -> None:
    weights = WEIGHTS
    for length, kind, basis, weight, doubtful in found:
        if length == 2 and not kind and not skipped and not _short_hope(view, i, word[:2]):
            continue
        more = ["late"] if skipped else token_evidence(view, i, length, len(word) > length)
        if doubtful:
            more.append("may_end_in_particle")
        for piece in more:
            weight += weights[piece]
        if weight < FLOOR:
            continue
        evidence = [*basis, *more]
        start = view.starts[i] + skipped
        draft = Draft(start, start + length, i, i, "full", RULE, word[:length], evidence)
        if kind == "title_glued" and word[length:] != COLUMN:
            draft.title = (draft.end, start + title_end(word, length))
        if evidence_of_address(view, i, draft.surface):
            evidence.append("address")
        surroundings(view, draft)
        if "place" in evidence and draft.title and _is_local(view.text[draft.title[0] : draft.title[1]]):
            evidence.append("title_of_a_place")
        elif length == 2 and "one_proper_noun" in evidence and not _DIRECT.isdisjoint(evidence):
            evidence.append("short_with_title")
        draft.score = score(draft.evidence)
        view.drafts.append(draft)


def readings(word: str) -> Sequence[Reading]:
    """The ways to read a word as a name, whatever its tokens are."""
    if word[0] in STARTS:
        word = word[1:]
    if word[:1] not in vocabulary.surname_starts():
        return ()
    found = []
    for length in (3, 2, 4):
        if length > len(word) or (length == 4 and word[:2] not in vocabulary.surnames()):
            continue
        kind = _rest_kind(word, length)
        if kind is None or (length == 2 and word[1] == "모" and word[2:3] in ("", "씨")):
            continue  # 김모(33)씨, 박모 씨: the surname is the name
        evidence = name_evidence(word[:length])
        if evidence is not None:
            basis = (*evidence, kind) if kind else tuple(evidence)
            doubtful = length == 3 and (len(word) == 3 or word[2] == "이") and _may_end_in_particle(word[:3])
            found.append((length, kind, basis, sum(map(WEIGHTS.__getitem__, basis)), doubtful))
    return found


_LOCAL = ("군수", "시장", "구청장", "면장", "읍장", "동장", "지사", "의장", "의원", "교육장", "서장", "지역위원장")


def _is_local(title: str) -> bool:
    return title.endswith(_LOCAL)


_COUNTY, _VILLAGE = frozenset("면읍군시구동"), frozenset("리동가로길")


def evidence_of_address(view: View, i: int, name: str) -> bool:
    """장단군 송서면 경릉리: what ends in 리 behind a county is a village."""
    return i > 0 and name[-1] in _VILLAGE and view.words[i - 1][-1] in _COUNTY and len(view.words[i - 1]) > 2


def _may_end_in_particle(word: str) -> bool:
    """태양과 may be 태양 with a particle, and 지훈이 a boy called 지훈."""
    if word[2] not in SWALLOWED or not is_particle(word[2], word[1]) or vocabulary.is_full_name(word):
        return False
    short = word[:2]
    if word[2] == "이" and vocabulary.given_names().get(short, 0) >= DIMINUTIVE_GIVEN:
        return True
    return (
        any(name == short for name, _ in vocabulary.known_people().get(short, ())) or short in vocabulary.short_names()
    )


def _short_hope(view: View, i: int, name: str) -> bool:
    """Could a name of two syllables be one? Only few of the nouns of that length are worth a closer look."""
    if name in vocabulary.short_names():
        return True
    line, k = view.line, view.tokens[i]
    if line.tags[k] == "NNP" and line.ends[k] - line.starts[k] <= 2:
        return True
    following = view.words[i + 1] if i + 1 < len(view.words) else "-"
    return following[0] in vocabulary.title_starts() or view.gap(i)[:1] == "("


def _rest_kind(word: str, length: int) -> str | None:
    """What the rest of the word is evidence of: "" for nothing, None when no name can stand before it."""
    rest = word[length:]
    if not rest:
        return ""
    if rest[0] in HONORIFICS and is_particle(rest[1:], rest[0]):
        return None if rest[0] == "님" and word[length - 1] == "스" else "honorific"  # 인산스님
    if rest in ANIMATE:
        return "animate_particle"
    if is_particle(rest, word[length - 1]):
        return "locative_particle" if rest in LOCATIVE else "directive_particle" if rest in DIRECTIVE else ""
    if len(rest) > 1 and (title_end(word, length) or rest == COLUMN):
        return "title_glued"
    return None


def name_evidence(name: str) -> list[str] | None:
    """What the letters say; None for what is no name at all."""
    table = vocabulary.surnames()
    surname = name[:2] if len(name) > 2 and name[:2] in table else name[:1]
    if len(name) == 4 and len(surname) == 1:
        return None
    rate = table.get(surname)
    if rate is None:
        return None
    given = name[len(surname) :]
    if len(given) == 2 and not _possible(given) and not vocabulary.is_full_name(name):
        return None
    evidence = _given_evidence(given)
    if len(surname) == 2:
        evidence.append("compound_surname")
    elif rate >= COMMON_SURNAME:
        evidence.append("common_surname")
    elif rate <= RARE_SURNAME:
        evidence.append("rare_surname")
    common = vocabulary.short_names().get(name) if len(name) == 2 else None
    if common is not None:
        evidence.append("listed_short_common" if common else "listed_short")
    if vocabulary.is_full_name(name):
        evidence.append("listed_name")
    if name in vocabulary.not_names():
        evidence.append("noun_of_that_form")
    office = vocabulary.titles().get(given)
    if name in vocabulary.titles() or (office is not None and not office.noun):
        evidence.append("title_itself")
    elif office is not None:
        evidence.append("title_inside")
    if name[-1] in THING_ENDINGS and len(name) == 3 and given not in vocabulary.given_names():
        evidence.append("suffix_ending")
    if name[-1] in ORGANIZATION_ENDINGS:
        evidence.append("organization_ending")
    if len(name) == 3 and name[:2] in vocabulary.places():
        countries = vocabulary.countries()
        particled = name[:2] in countries and name[2] in SWALLOWED and is_particle(name[2], name[1])
        evidence.append("place_and_particle" if particled else "place_stem")
    if vocabulary.is_organization(name):
        evidence.append("organization_word")
    if name in vocabulary.places():
        evidence.append("place")
    return evidence


def _possible(given: str) -> bool:
    first, second = vocabulary.given_syllables()
    return (given[0] in first and given[1] in second) or given in vocabulary.given_names()


def _given_evidence(given: str) -> list[str]:
    first, second = vocabulary.given_syllables()
    if len(given) == 1:
        likely = max(first.get(given, 0.0), second.get(given, 0.0))
        return ["two_syllables"] if likely > 2 else ["two_syllables", "unlikely_syllables"]
    evidence = []
    count = vocabulary.given_names().get(given, 0)
    if count:
        evidence.append("listed_given_common" if count >= COMMON_GIVEN else "listed_given")
        if given in vocabulary.noun_given_names():
            evidence.append("given_is_noun")
    one, two = first.get(given[0], -1.0), second.get(given[1], -1.0)
    total = one + two
    if one < 0 or two < 0:
        evidence.append("impossible_syllables")
    elif total >= LIKELY:
        evidence.append("likely_syllables")
    elif total >= POSSIBLE:
        evidence.append("possible_syllables")
    elif total < UNLIKELY:
        evidence.append("unlikely_syllables")
    return evidence


def token_evidence(view: View, i: int, length: int, more: bool) -> list[str]:
    """What Kiwi's tokens say: whether the name is one of them, ends with one, or runs over particles and verbs."""
    line = view.line
    starts, ends, tags = line.starts, line.ends, line.tags
    k, begin = view.tokens[i], view.starts[i]
    end = begin + length
    evidence: list[str] = []
    count = len(starts)
    if k < count and starts[k] == begin and ends[k] == end:
        if tags[k] == "NNP":
            evidence.append("one_proper_noun")
            if starts[k] in line.unknown and length > 2 and view.words[i][length - 1] not in _BODY_ENDINGS:
                evidence.append("new_word")
        elif tags[k] == "NNG":
            evidence.append("one_new_noun" if starts[k] in line.unknown and length > 2 else "one_common_noun")
        elif tags[k][:2] not in ("NN", "XR", "SL", "SH"):
            evidence.append("one_function_word")
        k += 1
    else:
        worst = ""
        if k < count and tags[k] == "NNP" and starts[k] == begin and ends[k] == begin + 1:
            evidence.append("surname_token")
        noun = k < count and tags[k][:2] == "NN" and ends[k] > begin + 1
        while k < count and starts[k] < end:
            tag = tags[k]
            if starts[k] > begin:
                if tag == "XSN" and noun and ends[k] == end:
                    worst = "noun_and_suffix"
                elif tag[0] == "J":
                    worst = "noun_and_particle" if noun and ends[k] == end else "crosses_particle"
                elif tag[:3] in _PREDICATE and noun:
                    worst = "predicate"
                elif tag[0] in "VE" and not worst:
                    worst = "crosses_verb"
            if ends[k] > end and starts[k] < end:
                rest = view.words[i][length:]
                swallowed = starts[k] == begin and ((ends[k] == view.ends[i] and rest in SWALLOWED) or len(rest) > 1)
                evidence.append("swallowed_particle" if swallowed else "ends_off_boundary")
            k += 1
        if worst:
            evidence.append(worst)
    if more and k < count and starts[k] == end and tags[k][0] == "J":
        evidence.append("particle_follows")
    return evidence
