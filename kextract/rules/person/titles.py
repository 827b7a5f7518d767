"""Titles around a name: 남하람 구미시장, 배우 한석규, 권하람 한빛과학기술원 산학협력단장."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from kextract.rules.person import particles, vocabulary
from kextract.rules.person.particles import is_particle
from kextract.rules.person.view import View
from kextract.rules.person.vocabulary import Title

REACH = (
    5  # words of an organization's name between a person and the title: 캘리포니아대학교 샌디에이고캠퍼스 수석 부총장
)
HEAD_LENGTHS = (5, 4, 3, 2)

# more words that belong to the title behind them
_FIELDS = frozenset(
    """글로벌 부 대외 기획 제1 제2 제3 정무 행정 경제 사업 영업 마케팅 홍보 인사 재무 기술 개발 연구 운영 전략 원내
    정책 조직 사무 편집 보도 논설 부장 차장 교육 안전 수사 형사 사회 문화 담임 주임 대표 국제 법무 디지털 미래
    혁신 신사업 투자 금융 생산 품질 총무 감사""".split()
)
# titles that go on in the next word: 수석 부총장, 대표 이사, 부장 판사
_GOES_ON = frozenset(
    "수석 대표 상임 부장 차장 책임 선임 총괄 전문 특별 공동 사무 전임 담임 부사장 사장 회장 비상대책 선거대책".split()
)
# between a title and a name: 회장 홍길동, 의장·배영식, 단장=김솔하, 촬영기자:김선오
_BEFORE_NAME = frozenset([" ", "·", "=", ":", ": ", " : ", "ㆍ", "‧"])
TITLE_GAPS = _BEFORE_NAME | {") "}
_MARKET = "시장"
_BEHIND = frozenset("님팀")  # 김 교수님, 김 교수팀


@dataclass(slots=True)
class Found:
    """A title in the text: its span within the line, the words it covers, whether it is one by itself."""

    start: int
    end: int
    word: int
    title: Title
    compound: bool = False


def title_end(word: str, begin: int) -> int:
    """Where the title that begins at `begin` of a word ends, if only a particle follows it; 0 for none."""
    lengths = _lengths().get(word[begin : begin + 2])
    if lengths is None:
        return 0
    titles = vocabulary.titles()
    for length in lengths:
        end = begin + length
        if word[begin:end] in titles and (end >= len(word) or _may_follow(word[end:], word[end - 1])):
            return min(end, len(word))
    return 0


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """What a title may begin with, two letters → how long such titles are, the longest first: 시장, 형 and 형은."""
    found: dict[str, set[int]] = {}
    for name in vocabulary.titles():
        found.setdefault(name[:2], set()).add(len(name))
        if len(name) == 1:
            for letter in particles.beginnings() | _BEHIND:
                found.setdefault(name + letter, set()).add(1)
    return {start: tuple(sorted(sizes, reverse=True)) for start, sizes in found.items()}


def _may_follow(rest: str, letter: str) -> bool:
    """What a title may have behind it: a particle, 님 or 팀 (김 교수팀)."""
    if is_particle(rest, letter):
        return True
    return rest[0] in _BEHIND and is_particle(rest[1:], rest[0])


def compound_head(nominal: str) -> Title | None:
    """The head of a longer title: 단장 of 산학협력단장, 시장 of 구미시장 but not of 주식시장."""
    heads = vocabulary.title_heads()
    for length in HEAD_LENGTHS:
        if length < len(nominal) and nominal[-length:] in heads:
            stem = nominal[:-length]
            if nominal.endswith(_MARKET) and not _is_city(stem, nominal):
                return None
            return vocabulary.titles()[nominal[-length:]]
    return None


def _is_city(stem: str, nominal: str) -> bool:
    places = vocabulary.places()
    return stem in places or nominal[:-1] in places or stem in ("", "부", "특별", "광역")


@lru_cache(maxsize=vocabulary.WORDS_KEPT)
def title_of(word: str, core: int) -> tuple[int, Title, bool] | None:
    """The title that a word is whose nominal part has `core` letters: how many letters it has, and whether it is the
    head of a longer one."""
    titles, nominal = vocabulary.titles(), word[:core]
    if nominal in titles:
        return core, titles[nominal], False
    end = title_end(word, 0)
    if end:
        return end, titles[word[:end]], False
    head = compound_head(nominal)
    if head:
        return core, head, True
    if core < len(word) and (head := compound_head(word)):
        return len(word), head, True
    return None


def title_in(view: View, i: int) -> Found | None:
    """The title that word `i` is: 시장은, 구미시장, 산학협력단장을."""
    start = view.starts[i]
    told = title_of(view.words[i], view.cores[i] - start)
    return Found(start, start + told[0], i, told[1], told[2]) if told else None


def title_after(view: View, i: int) -> tuple[Found | None, str | None, int]:
    """The title that begins at word `i` or some words of an organization later; the status word before it (전), and how
    many words lie between."""
    status = None
    statuses = vocabulary.status_words()
    words, gaps, starts, cores = view.words, view.gaps, view.starts, view.cores
    begins, ends = vocabulary.title_starts(), vocabulary.title_ends()
    for k in range(i, min(i + REACH, len(words))):
        word, core = words[k], cores[k] - starts[k]
        if word in statuses:
            status = statuses[word]
        else:
            titled = word[0] in begins or word[core - 1] in ends or word[-1] in ends
            told = title_of(word, core) if titled else None
            if told and told[1].person and not (_goes_on_to_another(word) and gaps[k + 1] == " "):
                found = Found(starts[k], starts[k] + told[0], k, told[1], told[2])
                return _whole(view, found, i), status, k - i
        if gaps[k + 1] != " " or not (core == len(word) or vocabulary.is_organization(word)):
            break
    return None, None, 0


def _goes_on_to_another(word: str) -> bool:
    """외교 담당 국무위원: the title is still to come."""
    return word.endswith(("담당", "전담", "출신"))


def _whole(view: View, found: Found, first: int) -> Found:
    """The title with the words that belong to it on both sides: 글로벌 본부장, 수석 부총장."""
    last, end = found.word, found.end
    while view.words[last] in _GOES_ON and view.gap(last) == " " and last + 1 < len(view.words):
        more = title_in(view, last + 1)
        if more is None or not more.title.person:
            break
        last, end = last + 1, more.end
    if end == view.ends[last] and view.gap(last) == " " and last + 1 < len(view.words):
        word = view.words[last + 1]
        acting = next((w for w in vocabulary.acting_words() if word.startswith(w)), "")
        if acting and is_particle(word[len(acting) :], acting[-1]):
            last, end = last + 1, view.starts[last + 1] + len(acting)
    start, k = found.start, found.word
    modifiers = vocabulary.title_modifiers()
    while k > first and (view.words[k - 1] in modifiers or view.words[k - 1] in _FIELDS):
        k -= 1
        start = view.starts[k]
    return Found(start, end, last, found.title, found.compound)


def title_before(view: View, i: int) -> Found | None:
    """The title or role in the word before word `i`: 대표 김솔하, 배우 한석규, 대변인인 홍길동."""
    if i == 0:
        return None
    k = i - 1
    gap = view.gaps[i]
    if gap == ") ":  # 복지과장(직무대리) 이애숙
        while k > 0 and "(" not in view.gap(k - 1):
            k -= 1
        if k == 0 or view.gap(k - 1) != "(":
            return None
        k -= 1
    elif gap not in _BEFORE_NAME:
        return None
    word, core = view.words[k], view.cores[k] - view.starts[k]
    copula = core + 1 == len(word) and word[-1] == "인"
    if (core < len(word) or word[-1] not in vocabulary.title_ends()) and not copula:
        return None
    told = title_of(word, core)
    if told is None or (told[0] != len(word) and not copula):
        return None
    return title_in(view, k)
