"""Which words are posts and occupations, and which words before them say of what: 축구 선수, 뮤지컬 배우, 3선 의원."""

from __future__ import annotations

from functools import cache

from kextract import lexicon
from kextract.entities import GROUP_WORDS

PERSONAL = frozenset({"씨", "군", "양", "옹", "여사", "선생", "님", "선생님"})
_NO_POST = frozenset({"kin", "honor", "suspect"})  # classes of titles: 장남, 여사, 피고인
# classes of which many bear the title at a time, and the titles in them that one has alone
_SHARED = frozenset({"arts", "sports", "media", "medical", "role", "acad"})
_SINGLE = frozenset(
    "감독 총감독 주장 코치 사령탑 총장 부총장 학장 교장 원장 병원장 이사장 단장 구단주 국장 편집장 사장 대사".split()
)
_MOMENTS = frozenset(
    "선두타자 주자 1루주자 2루주자 3루주자 대주자 대타 타자 첫타자".split()
)  # parts in a game, no posts
# what people are beside their work: 흑인선수, 신인가수
_TRAITS = tuple(
    "흑인 백인 외국인 외국 신인 여성 여자 남성 남자 동료 인기 유명 최고령 최연소 미국 일본 중국 한국".split()
)
# ends of words for what people do, in words that no list has: 전기공학자, 재즈피아니스트
_ENDINGS = tuple(
    """학자 운동가 평론가 비평가 연주자 연주가 연구가 활동가 사업가 작곡가 번역가 건축가 사진가 예술가 기획자 제작자
    작가 가수 배우 선수 교수 니스트""".split()
)
_LONGEST = 8  # letters of such a word
# what a title's end may have before it
_FIELDS: dict[str, frozenset[str]] = {
    "선수": frozenset(
        """축구 야구 농구 배구 골프 테니스 수영 유도 태권도 양궁 탁구 배드민턴 핸드볼 하키 아이스하키 피겨 스케이팅
        쇼트트랙 스피드 역도 레슬링 복싱 권투 펜싱 사격 체조 리듬체조 육상 마라톤 격투기 종합격투기 이종격투기 스키
        스노보드 컬링 봅슬레이 럭비 미식축구 크리켓 씨름 체스 당구 볼링 요트 조정 카누 사이클 승마 e스포츠""".split()
    ),
    "배우": frozenset("뮤지컬 영화 연극 아역 단역 조연".split()),
    "교사": frozenset("영어 수학 국어 과학 체육 음악 미술 역사 고등학교 중학교 초등학교 유치원".split()),
    "감독": frozenset("영화 음악 미술 촬영 무술 애니메이션 뮤지컬 다큐멘터리 조명 의상 2군".split()),
    "코치": frozenset("투수 타격 수비 배터리 골키퍼 수석 피지컬 작전 주루 불펜".split()),
    "작가": frozenset("드라마 방송 동화 웹툰 사진 여행 만화 시나리오 소설".split()),
    "가수": frozenset("트로트 오페라 포크 록 힙합 발라드 재즈 팝".split()),
    "의원": frozenset("국회 상원 하원 초선 재선 3선 4선 5선 6선 7선".split()),
}
# offices of a country: 프랑스 대통령
_OF_COUNTRIES = tuple(
    "대통령 총리 국왕 여왕 왕비 왕세자 황제 주석 총통 수상 장관 대사 왕자 공주 총비서 서기장 총서기".split()
)
_STATES = ("공화국", "왕국", "제국", "연방", "합중국", "왕조", "공국")


@cache
def _classes() -> dict[str, tuple[str, str]]:
    """Titles that are posts → class and flags."""
    rows = lexicon.rows("persons/titles.tsv")
    return {title: (kind, flags) for title, kind, flags, *_ in rows if title not in _no_posts()}


@cache
def _no_posts() -> frozenset[str]:
    kin = {title for title, kind, *_ in lexicon.rows("persons/titles.tsv") if kind in _NO_POST}
    return lexicon.words("persons/no_posts.txt") | PERSONAL | GROUP_WORDS | _MOMENTS | kin


def is_title(word: str) -> bool:
    """Whether a word is a post or an occupation."""
    return word in _classes() or (len(word) <= _LONGEST and word.endswith(_ENDINGS) and word not in _no_posts())


def is_post(words: str) -> bool:
    """Whether what the person rules saw beside a name is a post; titles that no list has are (산학협력단장)."""
    return words.rsplit(" ", 1)[-1] not in _no_posts()


def trait(word: str) -> int:
    """How many letters before a title say only what somebody is beside it: 흑인 of 흑인선수."""
    size = next((len(trait) for trait in _TRAITS if word.startswith(trait)), 0)
    return size if size and word not in _classes() and word[size:] in _classes() else 0


def is_role(word: str) -> bool:
    """Whether a title may stand before a name: 환경운동가 (flag R)."""
    return "R" in _classes()[word][1] if word in _classes() else is_title(word)


def is_occupation(words: str) -> bool:
    """Whether many can be that at a time, so that one word may be said of a list: 배우 김하늘과 정다온."""
    word = words.rsplit(" ", 1)[-1]
    kind, flags = _classes().get(word, ("", ""))
    return kind in _SHARED and "R" in flags and word not in _SINGLE


def says_of_what(word: str, title: str) -> bool:
    """Whether a word before a title belongs to it: 축구 of 축구 선수, 프랑스 of 프랑스 대통령."""
    if title.endswith(_OF_COUNTRIES):
        return word in lexicon.words("places/countries.tsv") or word.endswith(_STATES)
    return any(title.endswith(head) and word in fields for head, fields in _FIELDS.items())
