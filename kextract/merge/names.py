"""What a name tells about who bears it, over the bounds of a document. Declarations first.

Within a document 김 시장 can only be the one; over documents a name joins only where it names nobody else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kextract import lexicon
from kextract.entities import squash
from kextract.rules.organization.names import COUNTRY, Name, catalog

_HANGUL_ALIAS, _LATIN_ALIAS = 4, 3  # letters from which an organization's other name may join documents
_REMEMBERED = 1 << 16  # names whose reading is kept, so that memory stays bounded
_MULTIWORD = 5  # letters of a foreign name of several words
# 형사3부, 수사2과: every court and station has one
_NUMBERED = re.compile(r"[가-힣]{0,6}\d+(?:단독|재판부|[부과팀계실국반대])")
# offices that a country has one of: with a name they tell who it is, whether the country is named or not
_NATIONAL = frozenset(
    "대통령 부통령 총리 부총리 국가주석 총통 총서기 국무위원장 국왕 여왕 왕세자 교황 대통령당선인 대통령권한대행 "
    "국회의장 대법원장 헌법재판소장 감사원장 검찰총장 경찰청장 국세청장 합참의장 유엔사무총장".split()
)
_SAME_OFFICE = {"국무총리": "총리", "주석": "국가주석", "당선인": "대통령당선인"}
_MINISTER = "장관"  # of a country: 미국 국무장관
_PLACE_OFFICES = {
    "부시장": "부시장",
    "시장": "시장",
    "부군수": "부군수",
    "군수": "군수",
    "부구청장": "부구청장",
    "구청장": "구청장",
    "부지사": "부지사",
    "도지사": "지사",
    "주지사": "지사",
    "지사": "지사",
    "교육감": "교육감",
    "시의원": "시의원",
    "도의원": "도의원",
    "군의원": "군의원",
    "구의원": "구의원",
}
# what stands before the office, in full and short
_SHORT_PROVINCES = {
    "충청북": "충북",
    "충청남": "충남",
    "전라북": "전북",
    "전라남": "전남",
    "경상북": "경북",
    "경상남": "경남",
}
_TWICE = frozenset("강서 고성 광주 중구 동구 서구 남구 북구".split())  # more than one place is called so
_PLACE_CLASSES = frozenset([COUNTRY, "local", "foreign_government"])  # of the lists of organizations
_RANKS = re.compile(r"특별자치|특별|광역")
_HALL = re.compile(r"(?<=[시군구도])청$")
_PLACE_ENDING = re.compile(r"(?<=[가-힣]{2})(?:시|군|구|도|주)$")

_ONE_LETTER = re.compile(r"[가-힣A-Za-z○OX*]")
_HIDDEN = re.compile(r"[○◯●〇□△*]|[가-힣][XO]{1,2}$|^[가-힣A-Z]{1,2}씨$")
_SOMEBODY = re.compile(r"([가-힣]{1,2})모씨?")
_HANJA = re.compile(r"[一-鿿㐀-䶿豈-﫿]{2,5}")
_LATIN_WORD = re.compile(r"[A-ZÀ-Þ](?:(?![a-zà-ÿ])[A-Za-zÀ-ÿ'’-])*+[a-zà-ÿ][A-Za-zÀ-ÿ'’-]*+|[A-Z]\.")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_HANGUL = re.compile(r"[가-힣]")


@lru_cache(_REMEMBERED)
def key(name: str) -> str:
    """A name as it is compared over documents: no blanks, no legal form, letters in one case, no common dots."""
    return squash(name).casefold() or name.casefold()


# --- organizations -----------------------------------------------------------------------------------------------


@lru_cache(_REMEMBERED)
def organization_key(name: str) -> str:
    """The key of the canonical name where the lists know one: UNIST and 울산과기원 are 울산과학기술원."""
    entry = _entry(name)
    return key(entry.canonical) if entry is not None and entry.flag != "G" else key(name)


def _entry(name: str) -> Name | None:
    squashed = squash(name)
    entry = catalog().get(squashed)
    if entry is None or (entry.flag == "C" and not _is_telling(squashed)):
        return None
    return entry


@lru_cache(_REMEMBERED)
def is_bare_kind(name: str) -> bool:
    """산학협력단, 문화재단, 형사3부: a kind of body, of which every document may mean another."""
    squashed = squash(name)
    if squashed in catalog().surfaces:
        return False
    return squashed in _kinds() or len(squashed) < 2 or bool(_NUMBERED.fullmatch(squashed))


@cache
def _kinds() -> frozenset[str]:
    lists = ("organization_common.tsv", "organization_heads.tsv", "organization_units.tsv")
    return frozenset().union(*map(lexicon.words, lists))


def organization_alias(name: str, alias: str) -> bool:
    """Whether `alias` may stand for `name` in other documents too: long enough, and not only the common end of it
    (해양조사협회 of 한국해양조사협회) or the body it belongs to (한울대학교 of 한울대학교 에너지공학과)."""
    short, full = squash(alias), squash(name)
    if not short or short == full or not _is_telling(short) or is_bare_kind(alias):
        return False
    if full.endswith(short):
        return full[: -len(short)] in lexicon.words("places/countries.tsv")
    words = name.split()
    return short not in {squash("".join(words[:count])) for count in range(1, len(words))}


def _is_telling(squashed: str) -> bool:
    return len(_HANGUL.findall(squashed)) >= _HANGUL_ALIAS or len(_LATIN.findall(squashed)) >= _LATIN_ALIAS


def are_variants(first: str, second: str) -> bool:
    """Whether the letters of the shorter key stand in the longer one in their order: 새빛연구원, 새빛기술연구원."""
    short, long = sorted((first, second), key=len)
    letters = iter(long)
    return len(short) >= _HANGUL_ALIAS and all(letter in letters for letter in short)


# --- posts -------------------------------------------------------------------------------------------------------


@lru_cache(_REMEMBERED)
def is_country(organization: str) -> bool:
    """True for 대한민국, 미국 …"""
    entry = _entry(organization)
    return entry is not None and entry.name_class == COUNTRY


@lru_cache(_REMEMBERED)
def is_place(organization: str) -> bool:
    """구미시, 울산, 중구, 한국: where somebody is from tells little about who it is."""
    entry = _entry(organization)
    if entry is not None and entry.name_class not in _PLACE_CLASSES:
        return False  # 도요타 is a city too
    return is_country(organization) or bool(_place(squash(organization)))


def place_stem(organization: str) -> str:
    """구미 of 구미시, 울산 of 울산: the place that an organization's name is; empty where it is none, or one of several
    places."""
    return _known_place(squash(organization)) if is_place(organization) else ""


def _town_hall(organization: str) -> str:
    """구미시 of 구미시청."""
    return _HALL.sub("", squash(organization))


def national_post(title: str, organization: str | None = None) -> str:
    """A post that only one person of a country holds at a time, or empty: 대통령, 미국 대통령, 미국 + 국무장관."""
    squashed = bare_title(title, organization or "")
    countries = lexicon.words("places/countries.tsv")
    start = next((size for size in range(len(squashed) - 1, 1, -1) if squashed[:size] in countries), 0)
    office = _SAME_OFFICE.get(squashed[start:], squashed[start:])
    if office in _NATIONAL:
        return office
    if organization and is_country(organization) and office.endswith(_MINISTER) and len(office) > len(_MINISTER):
        return f"{organization_key(organization)} {office}"
    return ""


def place_post(title: str, organization: str | None = None) -> str:
    """The post that a title bound to a place names, or empty: 구미시장; 시장 of 구미시; 경상북도지사, 경북지사."""
    squashed = squash(title)
    office = next((office for office in _PLACE_OFFICES if squashed.endswith(office)), None)
    if office is None:
        return ""
    stem = squashed[: -len(office)]
    known = _known_place(stem) if stem else place_stem(_town_hall(organization or ""))
    return f"{known} {_PLACE_OFFICES[office]}" if known else ""


def bare_title(title: str, organization: str) -> str:
    """시장 of 춘천시장, where the organization is 춘천시."""
    squashed, body = squash(title), squash(organization)
    for start in (body, place_stem(organization)):
        if start and squashed.startswith(start) and len(squashed) > len(start) + 1:
            return squashed[len(start) :]
    return squashed


def _known_place(name: str) -> str:
    """A place without its rank (서울특별시 is 서울), or empty when no list has it or it may be several."""
    stem = _place(name)
    return "" if stem in _TWICE else stem


@lru_cache(_REMEMBERED)
def _place(name: str) -> str:
    stem = _PLACE_ENDING.sub("", _RANKS.sub("", name))
    stem = _SHORT_PROVINCES.get(stem, stem)
    return stem if len(stem) > 1 and (name in _places() or stem in _places()) else ""


@cache
def _places() -> frozenset[str]:
    return lexicon.words("places/korea.tsv") | lexicon.words("places/world.tsv")


# --- people ------------------------------------------------------------------------------------------------------


@lru_cache(_REMEMBERED)
def is_partial(name: str) -> bool:
    """A name that hides or leaves out who it is: A, 김모, 박○○, 김 시장."""
    words = name.split()
    if not words or len(squash(name)) < 2 or _HIDDEN.search(squash(name)):
        return True
    somebody = _SOMEBODY.fullmatch(squash(name))
    if somebody and _is_surname(somebody[1]):
        return True
    if len(words) == 1:
        return False
    return bool(_ONE_LETTER.fullmatch(words[0]) or _is_surname(words[0])) and _ends_in_title(words[-1])


@lru_cache(_REMEMBERED)
def is_foreign(name: str) -> bool:
    """A foreign name of several words, which few people share: 안나 코르호넨, Anna Korhonen; not 김 하늘."""
    words = name.split()
    if len(words) < 2 or len(squash(name)) < _MULTIWORD or is_partial(name):
        return False
    if _LATIN.search(name):
        return all(map(_LATIN_WORD.fullmatch, words))
    return not (_is_surname(words[0]) and len(words) == 2 and len(words[1]) <= 2)


def other_script(name: str, alias: str) -> bool:
    """Whether `alias` is `name` in hanja or in Latin letters (邊宇覽, Anna Korhonen); KBS PD is no name."""
    if not _HANGUL.search(name) or _HANGUL.search(alias):
        return False
    return bool(_HANJA.fullmatch(alias)) or all(map(_LATIN_WORD.fullmatch, alias.split() or [""]))


def _is_surname(word: str) -> bool:
    return word in lexicon.words("persons/surnames.tsv")


def _ends_in_title(word: str) -> bool:
    titles = lexicon.words("persons/titles.tsv")
    return any(word[start:] in titles for start in range(len(word)))
