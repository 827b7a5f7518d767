"""Words by which a clause tells of a deed, of somebody dealt with, or only of how things stand."""

from __future__ import annotations

PAIRS = frozenset(["과", "와"])
OF = frozenset(["의", "과의", "와의"])
OBJECTS = frozenset(["을", "를"])
LOCAL_DEEDS = ("act", "govern")
BETWEEN = frozenset(["간", "사이"])
CLAUSE = 14  # words within which a topic's verb stands
SUBJECT_CLAUSE = 12  # words from a subject to its verb
PHRASE = 4  # words of a noun phrase after 의
DEMAND_WINDOW = 8  # words from the one addressed to the demand
DEEDS = ("act",)
# what begins the names of a state's business: 안보과제, 핵개발
POLICY = tuple("안보 핵실험 핵무기 핵개발 비핵화 군사력 군사행동 외교전 대북 대미 대일 대중정책".split())

# verbs that tell how things stand or go, not what somebody does: 땅이 남다, 45도를 넘다
STILL = frozenset(
    "있 없 되 된 될 됐 돼 오른 올라 늘 줄 남 들 든 나 난 났 넘 닿 잇 뻗 끼 낀 닮 갖 앓 겪 낳 미치".split()
)
STILL_STEMS = tuple(
    """
    떨어지 떨어졌 떨어진 떨어져 오르 올랐 내리 내린 내려 내렸 자라 자란 자랐 이어지 이어진 이어져 이어졌 보이 보인
    보여 보였 이루 이룬 이뤄 속하 속한 속해 달하 달한 달해 흐르 흐른 비롯하 비롯한 비롯해 그립 바라보 바라본 바라봤
    마주하 마주한 맞대 맞댄 접하 접한 접해 지니 지닌 가지 가진 앞지 앞질 뒤지 뒤진 뒤졌 모자라 꼽히 꼽힌 꼽혀 꼽혔 알려
    불리 불린 불려 이름나 이름난 이름났 잡히 걸리 막히 시달 무너 꺼지 꺼졌 커지 커졌 커진 작아 높아 낮아 많아 적어
    길어 짧아 생기 생긴 생겼 일어나 일어난 일어났 나타나 나타난 나타났 벌어지 벌어진 벌어졌 펼쳐 열리 열린 열렸 쌓이
    쌓인 둘러싸 물들 바뀌 바뀐 끝나 끝난 끝났 놓이 놓인 담기 담긴 쓰이 쓰인 쓰였 팔리 팔린 팔렸 나오 나온 나왔 들어서
    들어선 들어섰 그치 그친 그쳤
    """.split()
)
# … and nouns that 하다 makes such verbs of: 증가하다
STILL_NOUNS = tuple(
    """
    증가 감소 상승 하락 급증 급감 급등 급락 폭등 폭락 위치 존재 해당 발생 도달 성장 회복 악화 몰락 번영 번성 기록
    차지 포함 집중 유행 인접 접경 부상 둔화 침체 추락 정체 확산 위축 쇠퇴 발달 발전 변화 지속 고립 자리 직면 의존
    자랑 사랑
    """.split()
)
HELPERS = tuple(
    """
    관하 관한 관해 대하 대한 대해 위하 위한 위해 통하 통해 통한
    따르 따른 따라 의하 의한 의해 인하 인한 인해
    """.split()
)
PASSIVE = frozenset("되된될됐돼됩")
# what is said to one's face, asked of one, done back to one: 일본에 사과를 요구했다
DEMANDS = tuple(
    """
    요구 요청 촉구 제안 통보 항의 경고 사과 협조 부탁 건의 제의 권고 지시 명령 압력 압박 해명 답변 호소 타진
    설득 청구 반발 맞서 맞선 맞섰 끌려다 굴복 항복 보복 선전포고 제소 승소 패소 동참 양보 항소 소환 추궁 재촉 따졌
    따지
    """.split()
)
# what one gets from somebody: 이란으로부터 무기를 받았다
GOT = tuple("받 넘겨받 건네받 빌려 빌린 사들 얻 도입 독립 위협 공격 압력 압박 초청 통보".split())
# what a country or town is made the object of, as somebody and not somewhere: 중국을 비난했다
AIMED = tuple(
    """
    상대로 상대한 향해 겨냥 비난 규탄 비판 제소 압박 설득 견제 두둔 지지 고소 고발 협박 위협 자극 성토 배후로 지목 질타
    제재 달래 몰아세 따돌 배제
    """.split()
)
# who did a deed, rather than the deed: 기니의 무장 군인들
DOERS = (
    "군인",
    "세력",
    "단체",
    "조직",
    "대원",
    "괴한",
    "경찰",
    "차량",
    "시민",
    "주민",
    "기업",
    "업체",
    "배우",
    "가수",
    "선수",
)
ABOUT = frozenset(["대한", "대해"])
QUOTES = ("'", '"', "‘", "’", "“", "”")
NAMING = ("라는", "라고", "라며")
ADVERBIAL = "게"
QUOTED = ("다는", "라는", "다던", "다고")
# … which are deeds where they have an object before them: 휴교령을 내렸다
HANDED_DOWN = ("내리", "내렸", "내려", "내린", "남기", "남겼")
# what a clause ends in that only says when or if: 태풍이 오자
WHEN = ("자", "면", "자마자", "면서", "니", "는데")
# nouns after which a clause goes on being the topic's: 합의한 뒤, 거부한 것으로
BOUND = tuple(
    """
    것 바 적 뒤 후 이후 직후 데 반면 가운데 채 만큼 상태 상황 셈 이래 끝 대신
    결과 이유 까닭 가능성 방침 계획 예정 전망 태세 의사 의향
    """.split()
)
CONTINUED = frozenset(["JC", "JKG"])  # 핵과 미사일 도발
