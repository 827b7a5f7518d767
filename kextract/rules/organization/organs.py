"""Organs of a state and parties that no list names, by the words of such names: 민간항공 + 국, 민중 + 연대 + 당.

Organs after a country (케냐 야생동물보호청), some kinds by themselves (야생동물보호청); parties by themselves.
"""

from __future__ import annotations

import re

# what states have offices for; 해양수산 and the like are made of two
FIELDS = frozenset(
    """
    민간항공 항공 항공안전 항공우주 우주 우주항공 우주개발 교통 교통안전 도로교통 도로교통안전 고속도로
    고속도로교통안전 철도 철도안전 해운 해사 해양 해양경비 해양안전 해양대기 해양수산 수산 수산업 어업 항만 운수
    운수안전 수송 건설 주택 주택도시 국토 국토안보 국토개발 도시개발 도시계획 지역개발 농촌개발 농업 농업농촌 농림
    농수산 농식품 축산 산림 임업 식량 식품 식품안전 식품의약 의약 의약품 식약 보건 보건복지 보건안전 공중보건 위생
    질병 질병관리 질병통제 방역 감염병 감염병관리 검역 동식물검역 건강보험 의료 의료보험 사회보장 사회복지 사회보험
    복지 연금 노동 고용 노동안전 직업안전 산업안전 인력 인력개발 인사 인사관리 이민 이민세관 이민귀화 출입국
    출입국관리 국경 국경관리 국경경비 국경보호 세관 세관국경보호 관세 국세 조세 세무 재정 재정감독 금융 금융감독
    금융규제 금융안정 금융정보 은행감독 보험감독 증권 증권감독 증권거래 선물거래 통화 외환 외환관리 조달 예산 예산관리
    회계감사 감사 통계 인구 인구통계 주민등록 호적 등록 선거 선거관리 무역 통상 통상산업 대외무역 대외경제 대외협력
    수출통제 수출입 산업 공업 산업안보 경제 경제개발 경제산업 경제기획 기획 계획 국가계획 투자 투자유치 외국인투자
    기업 중소기업 경쟁 경쟁시장 공정거래 공정경쟁 소비자보호 소비자금융보호 소비자제품안전 상업 상공 관광 문화
    문화유산 문화재 유산 고고학 유물 고대유물 박물관 체육 스포츠 청소년 여성 여성가족 아동 아동보호 가족 인권 인권보호
    평등 종교 종교문제 교육 고등교육 과학 과학기술 기술 혁신 연구 연구개발 학술 특허 지식재산 지식재산권 표준 표준기술
    계량 통신 정보통신 정보기술 방송 방송통신 미디어 언론 인터넷 사이버 사이버안보 사이버보안 인터넷정보 디지털
    데이터보호 개인정보보호 우정 우편 에너지 석유 석유자원 천연자원 자원 광물 광물자원 광업 지질 지질자원 지질조사
    전력 전기 원자력 원자력안전 원자력규제 핵안전 핵규제 방사선 방사선방호 수자원 수력 물관리 환경 환경보호 생태환경
    환경보전 자연보호 야생동물 야생동물보호 야생생물 국립공원 공원관리 기후변화 기상 수문기상 기상해양 화산 화산지진
    지진 재난 재난관리 재난방지 재난대응 재난예방 재해 재해대책 국가재난 비상사태 비상관리 응급 응급관리 위기관리
    시민보호 시민방위 민방위 소방 구조 수색구조 해난구조 국방 방위 방위사업 국방조달 병무 보훈 재향군인 군사 군사정보
    안보 국가안보 국가안전 공공안전 공안 보안 연방보안 치안 내무 외무 외교 법무 사법 사법행정 교정 교도 교정행정 수사
    범죄 범죄수사 중대범죄수사 마약 마약단속 마약통제 마약퇴치 반부패 부패방지 부패척결 부패범죄수사 조직범죄 대테러
    테러대응 정보 대외정보 해외정보 중앙정보 국내정보 첩보 비밀경호 경호 대통령경호 왕실 궁내 의전 난민 국제개발
    해외개발 원조 평화유지 도량형 품질 품질감독 시장감독 시장관리 물가 가격 국유자산 국유재산 토지 부동산 주류담배
    도박 복권 상품 물류 조선 철강 반도체 화학 섬유 영화 출판 저작권 예술
    """.split()
)
HEADS = tuple(
    """
    국 청 부 위 위원회 본부 당국 경찰 검찰 법원 재판소 수비대 경비대 방위대 순찰대 경호대 기구 평의회 감독국 감독청
    감독원 감독위원회 관리국 관리청 관리위원회 관리본부 보호국 보호청 보호위원회 조사국 조사청 조사위원회 조사단
    안전국 안전청 안전위원회 규제국 규제청 규제위원회 규제기관 통제국 통제청 대책본부 대책센터 대응센터 예방센터
    통제센터 정책국 정책위원회 진흥청 진흥국 개발청 개발국 개발위원회 서비스국 행정청 행정국 집행국 단속국 수사국
    수사청 수사대 연구소 과학원 아카데미 거래소 총국 총감실 정보국 정보부 정보원 협의회 방위군 수비군
    """.split()
)
# what reads like one and is none: 미국 방송국, 주요 원조국
NO_ORGANS = frozenset(
    "방송국 원조국 무역국 공업국 산업국 농업국 철강국 석유국 투자국 수출입국 기술국 혁신국 자원국".split()
)
ADJECTIVES = ("국립", "국가", "연방", "중앙", "왕립", "공화국", "고등", "최고")
# what opens the names of organs besides: 최고지도자실
SEATS = frozenset(
    """
    군사정권 군부정권 독재정권
    최고지도자실 최고국가안보회의 최고안보회의 국가안보실 국왕비서실 왕실사무국 총리공관 대통령행정실 대통령비서실
    국정자문회의 국무회의 각료회의 장관회의 원로원 국민의회 인민의회 제헌의회 슈라위원회 민방위단 향토방위군 국방군
    국민방위군 국가방위군 주방위군 자위군 의용군 민병대 국경수비군 대통령경호대 왕실근위대 헌병대 특수부대 특전사
    지상군 방공군 미사일군 로켓군 우주군 함대 합참 합동참모본부 총참모부 국방참모부 군사위원회 군사평의회
    과도군사위원회 과도위원회 과도통치위원회 임시정부 망명정부 통합정부 거국내각 자치정부 괴뢰정부 꼭두각시정부
    반정부군 친정부군
    """.split()
)
# letters that a property ends in as well as a ministry of Japan, China or the North: 안전성
MINISTRY = "성"
MINISTRIES_OF = frozenset("일본 日 북한 北 베트남".split())

# heads that make an organ of state with such a word though no country stands before it
BUREAUS = (
    "청",
    "조사국",
    "보호국",
    "보호청",
    "수사국",
    "감독청",
    "규제청",
    "단속국",
    "통제국",
    "규제위원회",
    "감독위원회",
)
SHORTEST_BUREAU = 5  # letters: 관광청 may be anybody's
# what parties call themselves after: two of these or more and 당
_CAUSE = (
    "자유|민주|사회|정의|국민|인민|민중|민족|진보|보수|개혁|혁신|통합|연합|연대|행동|전진|미래|희망|새벽|부흥|번영|발전|조국"
    "|공화|노동|노동자|녹색|해방|독립|혁명|평화|단결|통일|복지|인권|시민|농민|기독|기독교|이슬람|중도|주권|애국|권력|의지|제일|우선|새시대"
    "|신시대|새희망|새로운|선진|친박|창조|생명|환경|생태|해적|여성|청년|노년|연금|은퇴자|동물|왕정|입헌|급진|자결|자치|연방|개발|정통"
    "|민생|가자|함께|우리|열린|참여|바른|한국|대한|조선|유럽|아프리카"
)
_PARTY = re.compile(f"(?:(?:{_CAUSE})(?:의)?){{2,4}}당$")


def is_party(text: str) -> bool:
    """민중연대당, 정의의새벽당: is it all of causes and 당?"""
    return _PARTY.match(text) is not None


def is_bureau(text: str) -> bool:
    """야생동물보호청, 교통안전조사국: is it an organ of state whichever the state?"""
    if len(text) < SHORTEST_BUREAU or not text.endswith(BUREAUS):
        return False
    return is_organ("", text)


def is_organ(country: str, word: str) -> bool:
    """Is `word`, which stands right after a country, an organ of it: 민간항공국, 국가재난관리청, 외무성?"""
    if word in SEATS:
        return True
    if word in NO_ORGANS or not word.endswith((*HEADS, MINISTRY)):
        return False
    for adjective in ADJECTIVES:
        if word.startswith(adjective) and len(word) > len(adjective) + 2:
            word = word[len(adjective) :]
            break
    if word[-1:] == MINISTRY and country in MINISTRIES_OF:
        return word[:-1] in FIELDS
    return any(word.endswith(head) and word[: -len(head)] in FIELDS for head in HEADS)
