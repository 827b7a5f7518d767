"""Names of foreigners: runs of words (마리오 페레이라, 무함마드 빈 살만) and single words (오바마)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kextract import lexicon
from kextract.rules.person import vocabulary
from kextract.rules.person.context import surroundings
from kextract.rules.person.particles import ANIMATE, DIRECTIVE, LOCATIVE, is_particle
from kextract.rules.person.sound import COMMON_COUNT, HONORIFICS, INNER_LINKS, LINKS, NEITHER, Part, pieces
from kextract.rules.person.titles import title_end
from kextract.rules.person.tokens import FUNCTIONAL
from kextract.rules.person.view import Draft, View
from kextract.rules.person.vocabulary import Foreign
from kextract.rules.person.weights import WEIGHTS, score

RUN_RULE = "person.foreign_run"
WORD_RULE = "person.foreign_word"
LOANWORD = "dictionary_word"
LONGEST_RUN = 6
STRONG_SOUND, GOOD_SOUND, FAIR_SOUND, POOR_SOUND = 1.6, 1.0, 0.5, 0.0
NEVER_LAST = frozenset("오브 앤 빈 벤 알 엘 폰 드 데 디 델 다 라 르 레 이븐 아부 압둘 더 술탄 셰이크".split())
LISTED_SOUND = 1.0
WIDELY_BORNE = 15  # people: a given name that is a place too (조지)
RUN_FLOOR, WORD_FLOOR = -0.6, 0.0
SURNAME_FIRST = frozenset(["ja", "zh", "vi", "ko"])
_FIRM = ("㈜", "㈔", "㈐")
_SUBJECT = ("은", "는", "이", "가")
_MIDDLE = ("티", "반")  # of Vietnamese names: 응우옌 티 란
# what makes a person of a word that the tokenizer's dictionary has: 로메로 감독
_VOUCHING = frozenset(["title_next", "honorific", "role_before"])
_EVERYDAY = frozenset(["common_word", "unknown_noun", LOANWORD])
_LISTED_WORD = frozenset(["foreign_listed", "foreign_listed_common"])
_PERSONAL = frozenset("은 는 이 가 을 를 의 와 과 도 만".split())


def foreign_names(view: View, found: Sequence[tuple[int, Sequence[Part]]]) -> None:
    """Adds a draft for each word and each run of words that may be a foreign name."""
    read = [NEITHER] * len(view.words)
    for i, parts in found:
        read[i] = pieces(view, i, parts)
    for i, _ in found:
        first, alone = read[i]
        if alone is not None and len(alone.text) > 1:
            _word_draft(view, i, alone)
        if first is None:
            continue
        run = [first]
        k = i
        while k + 1 < len(read) and len(run) < LONGEST_RUN and _continues(view, k, read):
            k += 1
            inner, last = read[k]
            if last is not None:
                _run_draft(view, i, k, [*run, last])
            inner = inner or _syllable(view, k)
            if inner is None:
                break
            run.append(inner)


def _syllable(view: View, k: int) -> Part | None:
    """A syllable that Kiwi takes for a name may be a name's middle: 이드리스 젠 우스만."""
    word, tags, token = view.words[k], view.line.tags, view.tokens[k]
    return Part(word, "", 0.0) if len(word) == 1 and token < len(tags) and tags[token] == "NNP" else None


def _continues(view: View, k: int, read: Sequence[tuple[Part | None, Part | None]]) -> bool:
    gap = view.gap(k)
    if gap == "-":  # 장-클레르 토디뇨, but not 바이든-네타냐후
        first, second = read[k][0], read[k + 1][0]
        return first is not None and second is not None and first.given is not None and second.given is not None
    return gap == " " or (gap == ". " and len(view.words[k]) == 1)


def _sound_piece(value: float) -> str:
    if value >= STRONG_SOUND:
        return "strong_foreign_sound"
    if value >= GOOD_SOUND:
        return "good_foreign_sound"
    if value >= FAIR_SOUND:
        return "fair_foreign_sound"
    return "poor_foreign_sound" if value >= POOR_SOUND else "no_foreign_sound"


def _run_draft(view: View, i: int, k: int, parts: list[Part]) -> None:
    first, last = parts[0], parts[-1]
    if len(first.text) == 1 and not first.common and first.text not in LINKS:
        return
    if first.text in INNER_LINKS:
        return
    if last.text in NEVER_LAST:
        return
    if len(last.text) == 1 and not _may_be_one_letter(first, last):
        return
    heard = [max(part.sound, LISTED_SOUND) if part.listed else part.sound for part in parts if len(part.text) > 1]
    if not heard:
        return
    evidence = ["run_of_words", _sound_piece(sum(heard) / len(heard)), *_order(first, last)]
    for part in parts[1:-1]:
        known = part.listed or part.text in LINKS
        evidence.append("foreign_middle" if known else "unknown_middle")
    if (
        len(parts) > 2
        and last.surname is None
        and any(part.surname and not part.given and part.text not in LINKS for part in parts[1:-1])
    ):
        evidence.append("surname_inside")
    if any(
        view.particled(i + n) and part.given is None and part.text not in LINKS for n, part in enumerate(parts[:-1])
    ):
        evidence.append("particle_inside")
    if min(heard) < POOR_SOUND:
        evidence.append("unforeign_word")
    if not any(part.listed for part in parts):
        evidence.append("unlisted_run")
    everyday = 0
    for n, part in enumerate(parts):
        piece = _word_piece(view, i + n, part)
        everyday += piece in _EVERYDAY
        if piece == "common_word" and n == 0 and part.given and _is_new(view, k, last):
            continue  # 실비 그란베르크
        if piece == "common_word" and len(part.text) == 1 and first.surname and first.surname.language == "vi":
            continue  # 응우옌 반 흥
        if piece == "place_word" and n == 0 and part.given and part.given.bearers >= WIDELY_BORNE:
            continue  # 조지 헨리 브랜디스
        if piece == "organization_name_too" and part.listed:
            if part is last and part.surname and first.given and first.given.bearers >= WIDELY_BORNE:
                evidence.append("name_of_founder")  # 게리 맥도널드
        elif piece:
            evidence.append(piece)
    if everyday == len(parts):
        evidence.append("everyday_words")
    if last.text in vocabulary.thing_endings() and len(last.text) > 1:
        evidence.append("thing_ending")
    if vocabulary.is_organization(view.text[view.starts[i] : view.starts[k] + len(last.text)]):
        evidence.append("organization_word")
    if sum(map(WEIGHTS.__getitem__, evidence)) >= RUN_FLOOR:
        _finish(view, i, k, last, RUN_RULE, evidence)


def _may_be_one_letter(first: Part, last: Part) -> bool:
    """켈리 웡, 다카나시 렌, 응우옌 반 흥."""
    if first.given and (last.surname or last.text in vocabulary.surnames()):
        return True
    surname, given = first.surname, last.given
    if surname is None or given is None or last.text in _MIDDLE:
        return False
    return surname.language in ("ja", "vi") and given.language in (surname.language, "-")


def _order(first: Part, last: Part) -> list[str]:
    """Given name and surname, or surname and given name as in 기시다 후미오."""
    western = _given(first.given) + _surname(last)
    if last.surname is None and last.text in vocabulary.surnames() and first.common:
        western.append("korean_surname_last")
    if not (first.surname and first.surname.language in SURNAME_FIRST):
        return [*western, "foreign_pair"] if len(western) == 2 else western
    eastern = _given(last.given) + _surname(first)
    if len(western) == 2:
        western.append("foreign_pair")
    if len(eastern) == 2:
        eastern.append("foreign_pair")
    if last.given and last.given.language == first.surname.language:
        eastern.append("same_language")
    return eastern if len(eastern) >= len(western) else western


def _given(entry: Foreign | None) -> list[str]:
    if entry is None:
        return []
    return ["foreign_given_common" if entry.bearers >= COMMON_COUNT else "foreign_given"]


def _surname(part: Part) -> list[str]:
    if part.surname is None:
        return []
    return ["foreign_surname_common" if part.surname.bearers >= COMMON_COUNT else "foreign_surname"]


def _word_draft(view: View, i: int, part: Part) -> None:
    if part.alone is None:
        part.alone = _alone(part)
    basis, weight = part.alone
    piece = _word_piece(view, i, part)
    if not piece and not part.listed and _is_compound(view, i, part):
        piece = "unknown_noun"
    more = (piece, "common_word_alone") if piece in ("common_word", "unknown_noun") else (piece,) if piece else ()
    if _is_new(view, i, part):
        more = (*more, "new_word")
    if part.listed and not part.everyday and part.rest in _PERSONAL and not piece and _is_proper(view, i, part):
        more = (*more, "listed_proper_noun")
    for reason in more:
        weight += WEIGHTS[reason]
    if weight >= WORD_FLOOR or _helped(view, i):
        _finish(view, i, i, part, WORD_RULE, [*basis, *more])


def _is_new(view: View, i: int, part: Part) -> bool:
    """Is the word one that Kiwi's dictionary lacks? The nouns of every day are all in it."""
    line, k = view.line, view.tokens[i]
    return line.starts[k] in line.unknown and line.ends[k] == view.starts[i] + len(part.text)


def _is_proper(view: View, i: int, part: Part) -> bool:
    line, k = view.line, view.tokens[i]
    return line.tags[k] == "NNP" and line.ends[k] == view.starts[i] + len(part.text)


def _alone(part: Part) -> tuple[tuple[str, ...], float]:
    """What a word's letters say of it as a name by itself, and the weight of that."""
    evidence = [
        "single_word",
        _sound_piece(max(part.sound, FAIR_SOUND) if part.chinese or _is_plain(part) else part.sound),
    ]
    if part.common:
        evidence.append("foreign_listed_common")
    elif part.listed:
        evidence.append("foreign_listed")
    if part.chinese and part.sound < GOOD_SOUND:
        evidence.append("chinese_name")
    if not part.listed and part.text in vocabulary.given_names():
        evidence.append("korean_given")
    return tuple(evidence), sum(map(WEIGHTS.__getitem__, evidence))


def _is_plain(part: Part) -> bool:
    """Is the word a common name and nothing else, so that its sound tells no more: 로지, 해나?"""
    return part.common and not part.everyday and part.given is not None


def _helped(view: View, i: int) -> bool:
    """May the surroundings still make a name of a word that does not look like one?"""
    if view.gaps[i + 1][:1] == "(":
        return True
    following = view.words[i + 1] if i + 1 < len(view.words) else ""
    return following[:2] in vocabulary.title_openings() or following[:1] == "씨"


def _word_piece(view: View, i: int, part: Part) -> str:
    """Is this piece of a name something else as well?"""
    if part.known_as is None:
        part.known_as = _known_as(part)
    known_as = part.known_as
    if known_as and known_as != LOANWORD:
        return known_as
    line, k = view.line, view.tokens[i]
    if line.tags[k][:2] in FUNCTIONAL:
        return "" if part.text in LINKS else "functional_word"
    if line.tags[k] in ("NNG", "XR") and line.ends[k] == view.starts[i] + len(part.text):
        if part.listed:
            return "common_word" if part.everyday else known_as
        return "" if line.starts[k] in line.unknown and not known_as else known_as or "unknown_noun"
    if not part.listed and not part.chinese and _is_proper(view, i, part) and line.starts[k] not in line.unknown:
        return LOANWORD
    return known_as


def _is_compound(view: View, i: int, part: Part) -> bool:
    """Is the word made of two nouns that Kiwi's dictionary has: 프로야구?"""
    line, k, end = view.line, view.tokens[i], view.starts[i] + len(part.text)
    return (
        line.tags[k] == "NNG"
        and k + 1 < len(line.ends)
        and line.ends[k + 1] == end
        and line.tags[k + 1] == "NNG"
        and min(line.ends[k] - line.starts[k], end - line.starts[k + 1]) > 1
        and line.unknown.isdisjoint((line.starts[k], line.starts[k + 1]))
    )


@cache
def _loanwords() -> frozenset[str]:
    """Words that sound like names and are none, beyond the tokenizer's dictionary: 크루아상."""
    return lexicon.words("persons/loanwords.txt")


def _known_as(part: Part) -> str:
    if part.text in vocabulary.places():
        return "place_word"
    needs_context = vocabulary.needs_context(part.text)
    if needs_context is not None:
        return "organization_name_too" if needs_context or part.listed else "organization_word"
    if part.text in _loanwords():
        return LOANWORD
    if not part.listed and not part.chinese and vocabulary.is_thing(part.text):
        return "thing_ending"
    return "university_ending" if part.text[-1] == "대" and len(part.text) > 2 and not part.listed else ""


def _finish(view: View, i: int, k: int, last: Part, rule: str, evidence: list[str]) -> None:
    start = view.starts[i]
    end = view.starts[k] + len(last.text)
    draft = Draft(start, end, i, k, "foreign", rule, view.text[start:end], evidence)
    if last.rest:
        _tail(view, k, last, draft)
    if view.text[start - 1 : start] in _FIRM:
        evidence.append("firm_mark")
    surroundings(view, draft)
    if rule == WORD_RULE and "title_near" in evidence and "chinese_name" not in evidence:
        evidence.append("far_for_one_word")
    if rule == WORD_RULE and "noun_title_next" in evidence:
        evidence.append("noun_for_new_word" if _LISTED_WORD.isdisjoint(evidence) else "noun_for_one_word")
    if LOANWORD in evidence and (not _VOUCHING.isdisjoint(evidence) or _is_band(view, i)):
        evidence.remove(LOANWORD)
    if "organization_name_too" in evidence and ("title_next" in evidence or "noun_title_next" in evidence):
        evidence.append("title_of_organization")
    draft.score = score(draft.evidence)
    view.drafts.append(draft)


def _is_band(view: View, i: int) -> bool:
    """그룹 라벤더, but not 모델인 로드스터"""
    return i > 0 and view.gaps[i] == " " and view.words[i - 1] in vocabulary.neighbours("group_role")


def _tail(view: View, k: int, last: Part, draft: Draft) -> None:
    """What follows the name in its own word."""
    rest, evidence = last.rest, draft.evidence
    if rest[0] in HONORIFICS and is_particle(rest[1:], rest[0]):
        evidence.append("honorific")
    elif len(rest) > 1 and (end := title_end(view.words[k], len(last.text))):
        evidence.append("title_glued" if k > draft.word else "title_glued_single")
        draft.title = (draft.end, view.starts[k] + end)
    elif rest in ANIMATE:
        evidence.append("animate_particle")
    elif rest in LOCATIVE:
        evidence.append("locative_particle")
    elif rest in DIRECTIVE:
        evidence.append("directive_particle")
    elif rest in _SUBJECT:
        evidence.append("foreign_subject")
