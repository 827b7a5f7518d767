"""Names by their ending: 송파경찰서, 야생식물보호위원회, 애버딘 병원."""

from __future__ import annotations

import re

from kextract.rules.organization.names import Head, catalog, common, heads, latin_stop, places, surnames
from kextract.rules.organization.scan import Scan

# heads that make a name with common nouns: 야생식물보호위원회, but not 대학병원
COMMON_STEM = frozenset(
    """
    위원회 협회 학회 연맹 연합회 총연합회 총연맹 중앙회 협의회 재단 문화재단 장학재단 복지재단 진흥원 연구원 평가원
    개발원 정보원 관리원 인증원 기술원 과학원 공단 관리공단 시설공단 노동조합 공제회 공제조합 협동조합 시민연대 연대
    운동본부 대책위 대책위원회 비대위 비상대책위원회 특위 특별위원회 소위 소위원회 추진위 추진위원회 조직위 조직위원회
    선대위 공관위 공천관리위원회 기념사업회 사업회 진흥회 보존회 총학생회 대책본부 수사본부 합동수사본부 수사단 조사단
    추진단 지원단 기획단 사업단 연구단 개발단 개발사업단 사업추진단 사절단 검증단 특별수사팀 산학협력단 신탁 국민신탁
    의사회 약사회 변호사회 상공회의소
    윤리위 조사위 심의위 심의위원회 사령부 교육지원청 개발청 사업소 노조 연구소 경제연구소 정책연구소 정책연구원
    연수원 교육원 인재개발원 시민모임 국민행동 시민행동 공동행동 총연합 비상행동 긴급행동 시민회의 협의체
    총동맹
    자문회의 점검단 관리단 개발청 심판원 특별사법경찰단 합동조사단 합동수사단
    """.split()
)
# committees by their short form: 지방자치발전위
SHORT_COMMITTEES = frozenset(
    """
    발전위 혁신위 개혁위 조정위 평가위 관리위 보호위 공론화위 규명위 운용위 이전위 심사위 계획위 협력위 육성위 감시위
    검증위 자문위 선정위 분권위 규제위 균형위 통합위 화해위 배상위 보상위 안전위 감독위 시대위 정상화위 활성화위
    """.split()
)
COMMON_ENDINGS = tuple(sorted(COMMON_STEM | SHORT_COMMITTEES))
# of these, the heads that one common noun is too little for: 인사위원회, 육성사업단
NEEDS_MORE = frozenset(
    """
    위원회 협의회 연구원 특별위원회 소위원회 소위 추진위 추진위원회 조직위 조직위원회 대책위 대책위원회 비대위 윤리위
    조사위 심의위 심의위원회 특위 사업회 대책본부 수사본부 수사단 조사단 추진단 지원단 기획단 사업단 사절단 검증단
    연구단 개발단 개발사업단 사업추진단 연구소 경제연구소 정책연구소 정책연구원 연수원 교육원 인재개발원 총학생회
    기구 재단 사업소 연합회 협동조합 운동본부 진흥회 보존회 사령부 교육지원청 협의체
    자문회의 점검단 관리단 심판원 합동조사단 합동수사단
    """.split()
)
# heads that are two words to the tokenizer: 전략연구단 is too little
OF_TWO_NOUNS = frozenset(["연구단", "개발단", "개발사업단", "사업추진단"])
# heads long enough to trust after what the tokenizer takes to bits: 푸른솔초등학교
TRUSTED = frozenset(
    """
    초등학교 중학교 고등학교 여자고등학교 대학교 여자대학교 병원 요양병원 한방병원 유치원 어린이집 교회 재단 문화재단
    장학재단 복지재단 협회 연합회 협의회 위원회 조합연합회 협동조합 노동조합 노조 연구소 연구원 미술관 박물관 오케스트라
    합창단 무용단 저축은행 새마을금고 금융그룹 손해보험 생명보험 자산운용 투자증권 건설 컴퍼니 엔터테인먼트 종합건설
    시민모임 시민연대 시민행동 시민회의 국민행동 공동행동 긴급행동 비상행동 운동본부 도민회의 비상도민회의 시국회의
    대책위 대책위원회 영농조합법인 농업회사법인 종합병원 종합사회복지관 청소년수련관
    """.split()
)
# heads that make a name with whatever stands before them, kinds apart: 으뜸회계법인, 서부경찰서, 두레신협
ANY_STEM = frozenset(
    """
    감정평가법인 회계법인 법무법인 특허법인 세무법인 노무법인 저축은행 자산운용 신협 새마을금고 생명보험 손해보험
    해상보험 화재해상보험 금융지주 금융그룹 자산신탁 투자증권 일보 헤럴드 타임스 타임즈 엔터테인먼트 홀딩스 컴퍼니
    코퍼레이션 인베스트먼트 인터내셔널 커뮤니케이션즈 파트너스 벤처스 경찰서 소방서 세무서 교도소 구치소
    게임즈 스튜디오스 픽처스 픽쳐스 레코즈 북스 크리에이션즈
    초등학교 고등학교 여자고등학교 대학교 여자대학교 교육지원청 지방검찰청 보훈지청 총영사관 구청 시청 군청 구의회
    시의회 군의회 천태종 노련 노총 교향악단 필하모닉 오케스트라 해방전선 저항전선 인민해방군 민주당 공화당 노동당 공산당
    사회당 녹색당 자유당 진보당 정의당 신민당 인민당 사민당 요양병원 한방병원 여고 교회 비상시국회의 시국회의
    도민회의 비상도민회의
    우편집중국 경찰특공대 홍수통제소 검역소
    """.split()
)
# weak heads of bodies rather than of goods and trades, which make a name with a long stem: 한결비정규노동센터
BODIES = frozenset(
    """
    센터 지원센터 상담소 기구 연합 연대 회의 동맹 포럼 네트워크 조합 모임 봉사단 동호회 후원회 연구회 부대 사업소 관리소
    공동체 자치회 청년회 대의원회 수련관 청소년수련관 문화의집 청소년문화의집
    """.split()
)
# how many letters before an alliance or a new party make a name of common nouns: 국가정상화신당, 의료소비자연대
CAUSE_STEMS = {"신당": 3, "연대": 5, "연합": 5}
# classes of heads that no goods end in, however short: 병원, 대학
INSTITUTES = frozenset(["edu", "hospital", "religion", "media", "assoc"])
LONG_STEM = 4  # letters
# what opens a name of several nouns: 국립조세박물관, 전국여성농민회총연합
OPENING = ("국립", "시립", "도립", "전국", "국제", "대한", "범국민", "범시민", "한국", "세계", "아시아")
# heads in a word of their own that make a name with an unknown proper noun before them, besides those of whole classes
# (애버딘 병원): 다루마 은행, 카스텔라노 재단
JOINABLE = frozenset(
    """
    협회 연맹 재단 연구소 미술관 박물관 엔터테인먼트 홀딩스 컴퍼니 그룹 은행 항공 포스트 FC 교향악단 오케스트라 필하모닉
    갤러리 사무국 프로덕션 픽처스 픽쳐스 레코드 필름 게이밍 게임즈 스튜디오스 북스 이스포츠 e스포츠
    무용단 극단 회계법인 법무법인 특허법인 감정평가법인 저축은행 자산운용 노조 노련 총영사관
    """.split()
)
# bodies that every town has many of: 부산 병원, 미국 대학
MANY = frozenset(
    """
    병원 종합병원 요양병원 한방병원 치과병원 한의원 교회 성당 초등학교 초교 중학교 고등학교 여중 여고 유치원
    어린이집 학교 대학 대학교 전문대학 여대 대학병원 복지관 주민센터 동사무소 면사무소 읍사무소 우체국 파출소 지구대
    은행 저축은행 학생회 동문회 동창회 향우회 부녀회 상인회 학부모회 노인회 청년회 노조 협회 학회 위원회 특별위원회
    극단 무용단 합창단 교향악단 관현악단 오케스트라 선수단 사절단 연수원 훈련소 대책회의 백화점 면세점 증권 건설
    자동차 전자 생명보험 손해보험 자산신탁 시민연대 정비사업조합 재개발조합 재건축조합 주민협의회
    신문 신문사 방송국 방송사 통신사
    """.split()
)
# endings that stand on anything: too vague even on a proper noun, unless a list knows the whole
VAGUE = frozenset(
    """
    의원 팀 계획 회의 게임 소재 글로벌 리그 학원 사찰 밴드 정상회의 의원총회 기업 소속사 기획사 로펌 구단 선수단 실 처
    초 원 국 당 대 고 군 부 청 팜 랩 엔터 랩스 페이 연대 상의 발전 상사 시티 연합 사 공사 시스템 네트워크 호텔 관광
    상무 당국 정당 방송사 신문사 방송국 통신사 교단 종단 동맹 공동체 내각 이사회 사업 리조트 캠퍼스 백화점 서점
    물류 유통 쇼핑 통상 무역 소프트웨어
    """.split()
)

# people of a country abroad, as good as a place: 한인상인회
ETHNIC = ("한인", "교민", "재일", "재미", "동포", "재외")

# weak heads that make a name after a town or a country: 원주시 마을공동체센터
TOWN_HEADS = frozenset(
    """
    센터 지원센터 상담소 사업소 관리소 관리사무소 문화센터 도서관 수련원 요양원 기념관 쉼터 보호소 연구회 봉사단
    청년회 주민자치회 동호회 후원회 기구 연구소 사업단 추진단 지원단 교육원
    """.split()
)

# bodies that every town and village has one of, which make a name after it: 누리시 다온면 새마을부녀회
VILLAGE_HEADS = tuple(
    """
    부녀회 부인회 노인회 청년회 번영회 상인회 체육회 향우회 자치회 소방대 방범대 협의회 협의체 위원회 연합회 복지관
    수련관 도서관 문화원 문화의집 어린이집 보건지소 보건진료소 보건소 주민센터 복지센터 봉사센터 지원센터 봉사회
    봉사단 기술센터 돌봄센터 안심센터 장학회 장학재단 농악단 합창단 상담센터 가족센터 자활센터 협동조합
    """.split()
)

# of these, what a town has many of
TOO_PLAIN = frozenset(
    """
    협동조합 위원회 협의회 협의체 연합회 지원센터 도서관 어린이집 봉사단 봉사회 합창단 복지관 수련관 소방대 농악단
    상담센터 복지센터 돌봄센터
    """.split()
)
# for whom such a body is, in a word of its own: 고창군 장애인 복지관
FOR_WHOM = frozenset(
    "장애인 노인 종합 사회 종합사회 다문화가족 청소년 여성 어린이 이장 통장 새마을 지역사회보장".split()
)

# 제7기동군단, 85의무여단, but not 3개 사단
NUMBERED = re.compile(r"제?\d{1,4}(?!개)[가-힣]{0,4}$")

EMPTY, PLACE, NAME, PROPER, COMMON, BROKEN, NUMBER = "empty", "place", "name", "proper", "common", "broken", "number"

PROPER_TAGS = frozenset(["NNP", "SL", "SH"])
PLAIN_NOUNS = frozenset(["NNG", "NNB", "MM", "MAG", "XPN", "XSN", "XR", "SN", "NR", "NP"])
NOUN_TAGS = frozenset(["NNG", "NNP", "SL", "SH", "SN", "XSN", "XPN", "NNB", "NR", "XR", "MM", "SW", "NP"])


def head_of(text: str) -> Head | None:
    """The longest head that `text` ends in, or None."""
    table = heads()
    for head in table.get(text[-2:], ()):
        if text.endswith(head.text):
            return head
    return None


def head_at(scan: Scan, i: int) -> tuple[int, Head] | None:
    """The end in the line and the head of a name that ends within chunk `i`, titles left out."""
    core, end = scan.cores[i], scan.chunks[i].core
    if end < scan.chunks[i].end and scan.words[i][len(core) :] not in scan.vocabulary.particles:
        end = scan.name_end(i)  # the tokenizer saw a verb or a particle inside: 푸른솔초등학교
        core = scan.text[scan.chunks[i].start : end]
    size = len(core)
    if size < 2:
        return None
    head = head_of(core)
    if head is not None and head.text == "회의":
        body = head_of(core[:-1])
        if body is not None and body.strength == "strong" and len(core) > len(body.text) + 2:
            return end - 1, body  # 미생물학회의, which the tokenizer reads as 미생물 + 학 + 회의
    if head is not None:
        return end, head
    weak = None
    for tail in scan.vocabulary.last_tails.get(core[-1], ()):
        if size - len(tail) > 2 and core.endswith(tail):
            head = head_of(core[: -len(tail)])
            if head is not None and head.strength != "weak":
                return end - len(tail), head
            if head is not None and weak is None:
                weak = end - len(tail), head  # 경제인연합 + 회장, unless 경제인연합회 + 장
    return weak


def stem_kind(scan: Scan, i: int, stem_end: int) -> str:
    """What a head stands on within its chunk."""
    chunk = scan.chunks[i]
    if stem_end <= chunk.start:
        return EMPTY
    stem = scan.text[chunk.start : stem_end]
    if stem in places() or stem.endswith(ETHNIC):
        return PLACE
    name = catalog().get(stem)
    if name is not None and name.flag != "P":
        return NAME
    if NUMBERED.match(stem):
        return NUMBER
    return _kind_by_tags(scan, chunk.first, chunk.last, stem_end)


def _kind_by_tags(scan: Scan, first: int, last: int, end: int) -> str:
    starts, tags = scan.line.starts, scan.line.tags
    proper = False
    for token in range(first, last):
        if starts[token] >= end:
            break
        tag = tags[token]
        if tag in PROPER_TAGS:
            if tag != "SL" or scan.text[starts[token] : scan.line.ends[token]] not in latin_stop():
                proper = True
        elif tag not in NOUN_TAGS:
            return BROKEN
    return PROPER if proper else COMMON


def too_little(scan: Scan, i: int, end: int, head: str) -> bool:
    """Is there but one noun before the head (인사위원회, 육성사업단), or all of it a short word of its own?"""
    line, chunk = scan.line, scan.chunks[i]
    if line.ends[chunk.first] >= end:  # one token: unknown to the tokenizer, or in its dictionary
        return end - chunk.start < 5
    stop = end - len(head) if head in OF_TWO_NOUNS else end
    tokens = sum(1 for token in range(chunk.first, chunk.last) if line.starts[token] < stop)
    return tokens < (2 if head in OF_TWO_NOUNS else 3) and (head in NEEDS_MORE or head in SHORT_COMMITTEES)


def person_shaped(text: str) -> bool:
    """Has it the form of a Korean full name?"""
    return len(text) == 3 and text[0] in surnames()


def is_common(text: str) -> bool:
    """Is it a word for a kind of organization rather than a name: 대학병원?"""
    return text in common()


def is_kind(text: str, head: str) -> bool:
    """Is `text`, which ends in `head`, a kind of organization: 대학병원, and 지방은행 as every 지방…?"""
    return text in common() or text[: -len(head)] + "-" in common()


def unheard_of(scan: Scan, i: int, end: int, head: Head) -> bool:
    """Is all of chunk `i` up to `end` one token that the tokenizer guessed, with a head that goods do not end in:
    두레나래대학교, but not 표식유전자?"""
    line, chunk = scan.line, scan.chunks[i]
    if line.ends[chunk.first] < end or chunk.start not in line.unknown:
        return False
    return len(head.text) > 2 or head.name_class in INSTITUTES or head.text in ("은행", "생명")


def no_noun(scan: Scan, k: int) -> bool:
    """Is bare chunk `k` no noun of the dictionary: a name, or bits that the tokenizer makes of one (오베론)?"""
    line, chunk = scan.line, scan.chunks[k]
    return any(
        line.tags[token] not in PLAIN_NOUNS or line.starts[token] in line.unknown
        for token in range(chunk.first, chunk.last)
    )


def sure_name(scan: Scan, i: int, end: int) -> bool:
    """Is the proper noun that chunk `i` begins with no entry of the tokenizer's own dictionary that goes on to `end`, a
    kind of something as often as not (도깨비시장)?"""
    first = scan.chunks[i].first
    return scan.line.ends[first] < end or scan.line.starts[first] in scan.line.unknown


def unheard(scan: Scan, i: int) -> bool:
    """Is there a proper noun in chunk `i`, or a noun that no dictionary has: 에이엔티스?"""
    line, chunk = scan.line, scan.chunks[i]
    return any(
        line.tags[token] in PROPER_TAGS or line.starts[token] in line.unknown
        for token in range(chunk.first, chunk.last)
    )
