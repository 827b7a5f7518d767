"""What the money rules look for, declared: words around an amount and the patterns made of them.

Every pattern runs over a short stretch of text beside an amount or is anchored at a letter, so that reading a line
takes time linear in its length.
"""

from __future__ import annotations

import re

from kextract.lazy import Pattern
from kextract.model import Precision
from kextract.numbers import NUMERAL


def _any(words: str) -> str:
    """A group of alternatives, longest first; `_` stands for a blank."""
    forms = sorted(set(words.split()), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(form.replace("_", " ")) for form in forms) + ")"


#: letters that a Korean numeral may consist of; blanks between them are judged later
NUMERAL_LETTERS = frozenset(
    "0123456789,.영공일이삼사오육륙칠팔구십백천만억조경해여수몇점쩜"
    "하나한둘두셋세서너넷네다섯여섯일곱덟아홉열스물무른마흔쉰예순든대닐엳"
    "零〇一二三四五六七八九十百千萬万億兆京壹貳參拾"
)
HANGUL_DIGITS = frozenset("영공일이삼사오육륙칠팔구零〇一二三四五六七八九壹貳參")
UNIT_LETTERS = frozenset("십백천만억조경해十百千萬万億兆京拾")
LARGE_LETTERS = frozenset("만억조경해萬万億兆京")
#: native numerals end in these: 세 달러, 열 달러
NATIVE_END = frozenset("나한둘두셋세너넷네섯곱덟홉열물무른흔쉰순든")

#: the last letter of a numeral, in front of which a currency may stand
NUMERAL_END = (
    r"[0-9십백천만억조경해여영공일이삼사오육륙칠팔구한두세네섯곱덟홉열무른흔쉰순든十百千萬万億兆京一二三四五六七八九]"
)
#: a line without any of this holds no money
GATE = Pattern(
    r"[0-9]|[영일이삼사오육칠팔구십백천만억조경두세네한섯곱덟홉열무른흔쉰순든여萬億百千萬] "
    "?[원달불유엔위파센루페프바동헤리링크즐코포셰디투텡흐짯콜실케과볼길굴마美미홍호캐대싱뉴일중영스러弗元円]"
    r"|억대|[수몇][십백천]?[만억조]"
)
NUMBER = Pattern(NUMERAL)

# ranges
RANGE_MARKS = frozenset("~∼～〜–—-")
RANGE_WORDS = ("에서 ", "부터 ", " 내지 ", "내지 ")
#: behind an `A에서 B` that tells of a change and names no range: 3만원에서 5만원으로 올렸다
CHANGE = Pattern(
    r"(?:으로|로|까지) ?[^.,\n]{0,14}?"
    + _any(
        "올 오르 오른 인상 인하 늘 줄 증 감 확대 축소 상향 하향 조정 뛰 뛴 낮 높 내 떨 하락 상승 급등 급락 변경 "
        "바뀌 바꾸"
    )
)

# magnitudes in Latin letters: $3.5 billion, US$3.5m
LATIN_SCALES = dict.fromkeys(("k", "thousand"), 10**3)
LATIN_SCALES |= dict.fromkeys(("m", "mn", "mm", "mil", "million"), 10**6)
LATIN_SCALES |= dict.fromkeys(("b", "bn", "bil", "billion"), 10**9)
LATIN_SCALES |= dict.fromkeys(("t", "tn", "trillion"), 10**12)
LATIN_SCALE = Pattern(rf"[ -]?({_any(' '.join(LATIN_SCALES))})(?![a-z0-9])", re.IGNORECASE)

# firmness in front of the amount
BEFORE: tuple[tuple[Pattern, Precision], ...] = (
    (Pattern(_any("최소 최소한 적어도 최저 적게는 못해도 최하") + r" ?(?:약 ?)?$"), "at_least"),
    (Pattern(_any("최대 많게는 최고 많아야 기껏해야") + r" ?(?:약 ?)?$"), "at_most"),
    (Pattern(_any("약 대략 어림잡아 줄잡아 얼추 거의 대충 근 한") + r" ?$"), "approximate"),
)
#: 계약 5천만원 and 통근 3만원 are no guesses
NOT_BEFORE = Pattern(r"[가-힣](?:약|근|한) ?$")
# firmness behind it, particles between allowed; the first that matches decides
AFTER: tuple[tuple[Pattern, Precision], ...] = (
    (Pattern(r"(?:어치|짜리|가량|정도)? ?이상(?!한|하|했|해|징후|거래|기류|기후|현상)"), "at_least"),
    (Pattern(r"(?:어치|짜리|정도)? ?이하"), "at_most"),
    (Pattern(r"(?:어치|짜리)? ?미만"), "less_than"),
    (Pattern(r"[을를이] ?(?:넘지|초과하지|웃돌지|넘기지) ?(?:않|못)"), "at_most"),
    (
        Pattern(
            r"(?:[이가을를도에])? ?(?:채 |조금 |다소 |약간 |크게 |한참 "
            ")?" + _any("밑도 밑돌 못_미치 못미치 못_미친 못미친 못_미쳤 못_미칠 미달 안_되 안되 안_된 안된 하회")
        ),
        "less_than",
    ),
    (Pattern(r"(?:[이가을를]|도)? ?(?:훌쩍 |크게 )?" + _any("넘 초과 웃도 웃돌 상회 돌파")), "more_than"),
    (Pattern(r" ?이내"), "at_most"),
    (
        Pattern(
            r"까지(?! ?" + _any("올 오르 오른 치솟 떨어 내려 내린 내렸 늘 줄 상승 하락 인상 인하 증가 감소 뛰 뛴") + ")"
        ),
        "at_most",
    ),
    (Pattern(r"부터"), "at_least"),
    (
        Pattern(
            r" ?"
            + _any("여 정도 가량 안팎 내외 남짓 쯤 꼴 전후")
            + r"|선(?![가-힣])|선(?=[에으이을의])| 선(?=[에으이을])"
        ),
        "approximate",
    ),
    (Pattern(r" ?수준(?!급)|(?:에)? ?(?:거의 )?(?:육박|가까)"), "approximate"),
)
#: 100만원대 in plain text; with tokens the boundary behind 대 decides
BAND = Pattern(r"대(?![가-힣])|대(?=의|로|에|를|가|는|까지|이|인|부터|도|만|보다|와|라|였|초|중|후)")

# per unit
_MODIFIERS = r"(?:" + _any("약 평균 최대 최소 최고 무려 각각 각 총 미화 대략") + " )*"
PER_BEFORE = Pattern(
    r"(?:^|[^가-힣A-Za-z0-9.㎡])((?:[0-9][0-9,.]{0,20}+|한|두|세|매|각)? ?"
    r"(?:[가-힣]{1,4}|[㎡㎥㎏㎞ℓ]|[A-Za-z]{1,3}))당 ?" + _MODIFIERS + "$"
)
#: words that end in 당 and are no unit: 정당, 일당, 수당
NOT_PER = frozenset(
    "정 민주 한국 공 자유 노동 신 여 야 양 각 제1 제2 사회 새누리 바른미래 민주노동 우리 열린우리 해 식 담 상 부 "
    "수 일 배 할 예 서 "
    "강 마 성 사 무 온 타 적 감 합 정의 진보 녹색 기본소득 공화 보수 통합진보 경로 교회 소 경 지 불 약 의 연 월 "
    "보 가".split()
)
PER_PERIOD = Pattern(
    r"(?:^|[^가-힣0-9])("
    + _any(
        "매월 매달 월 한_달 한달 매년 연간 연 해마다 하루 매일 일 매주 주 시간 월평균 연평균 하루평균 월간 1년 한_해"
    )
    + r") ?(?:에 ?)?"
    + _MODIFIERS
    + "$"
)
PERIODS = dict.fromkeys(("매월", "매달", "월", "한 달", "한달", "월평균", "월간"), "월")
PERIODS |= dict.fromkeys(("매년", "연간", "연", "해마다", "연평균", "1년", "한 해", "년"), "연")
PERIODS |= dict.fromkeys(("하루", "매일", "하루평균", "일"), "일")
PERIODS |= {"매주": "주", "주": "주", "시간": "시간"}
PER_AFTER = Pattern(
    r" ?/ ?((?:[0-9.]+)?"
    + _any("kg ㎏ ㎡ km ㎞ MWh kWh GB 배럴 톤 리터 ℓ 월 년 연 일 시간 명 인 주 건 개 박 평 온스 t L g")
    + r")(?![A-Za-z])(?=에|을|를|이|은|는|로|[^가-힣]|$)"
)

# a bare 1,213억 is won where one of these words leads to it …
MONEY_WORDS = frozenset(
    (
        "예산 사업 사업비 총사업비 공사비 건설비 제작비 개발비 연구비 인건비 운영비 치료비 수술비 병원비 생활비 "
        "교육비 학비 등록금 "
        "장학금 관리비 국비 도비 시비 군비 구비 지방비 민자 매출 매출액 영업이익 순이익 이익 수익 수입 소득 순익 "
        "적자 흑자 영업손실 영업익 추경 비트코인 추정가 원화 한화 "
        "순손실 손실 손해 손해액 피해액 자본금 자산 재산 부채 채무 빚 대출 대출금 융자 투자 투자금 투자액 투자비 "
        "연봉 월급 급여 임금 "
        "몸값 이적료 계약금 상금 포상금 격려금 위로금 위자료 합의금 보상금 배상금 벌금 과징금 과태료 추징금 "
        "보증금 전세 전셋값 월세 "
        "매매가 실거래가 분양가 시세 호가 집값 가격 값 원가 단가 비용 경비 요금 수수료 총액 금액 액수 거래액 "
        "거래대금 시가총액 시총 "
        "공모가 지원금 보조금 성금 기부금 후원금 모금액 기금 펀드 채권 배당 배당금 뇌물 현금 돈 예금 적금 세금 "
        "세수 체납액 수출액 "
        "수입액 수주 수주액 낙찰가 감정가 출연금 현상금 판돈 판매액 재정 원금 이자 판공비 특활비 비자금 자금 "
        "출연료 개런티"
    ).split()
)
#: … with no more than particles and firmness between …
MONEY_LINK = Pattern(
    r"(?:[은는이가을를도만의]|으로|로|에서|에)?[ (:]{0,2}(?:"
    + _any(
        "총 약 최대 최소 무려 모두 각각 연 월 역대 올해 지난해 대략 전체 국비 시비 도비 규모 기준 한화 원화 매년 "
        "연간 각"
    )
    + r" ?){0,3}$"
)
# … unless the word right behind it is one that is counted
BARE_AFTER = Pattern(
    r"[)\]'\"”’·+/]|[,.](?![0-9])|$| "
    + _any(
        "규모 상당 가량 정도 이상 이하 미만 안팎 내외 투자 지원 융자 적자 흑자 손실 매출 대출 이르 달하 넘 올 "
        "오르 내 떨어 하락 상승 늘 줄 벌 받 "
        "낸 냈 주 썼 쓴 들 등 가까이 돌파 구간 찍"
    )
)
BARE_WORDS = Pattern(
    " ?"
    + _any(
        "연봉 대출 적자 흑자 빚 상금 뇌물 자산가 예산 투자 매출 손실 이적료 보증금 벌금 과징금 기부 성금 펀드 채권 몸값"
    )
)
BAND_WORDS = Pattern(
    " " + _any("아파트 주택 자산 빚 재산 집 매출 연봉 전세 자산가 부자 빌딩 건물 이적료 상금 뇌물 손실")
)
#: … or when the number itself qualifies one: 1억이 넘는 빚
BARE_OF = Pattern(
    _any(
        "이_넘는 을_넘는 를_넘는 가_넘는 을_웃도는 를_웃도는 에_달하는 에_이르는 에_가까운 _가까운 _이상의 "
        "_상당의 짜리 _규모의 의"
    )
    + " ?"
    + _any(
        "빚 예산 연봉 대출 적자 손실 매출 자산 재산 상금 벌금 과징금 보증금 이적료 비용 돈 부채 수익 뇌물 "
        "투자 세금 손해 피해액"
    )
)
COUNTED = Pattern(
    _any(
        "인구 관객 회원 가입자 조회 누적 다운로드 명 건수 팔로워 구독 시청 부수 판매량 생산량 대수 물량 면적 "
        "마리 득표 유권자 관중 "
        "방문 이용자 발행부수 세포 광년 뷰 배럴"
    )
)

# where a currency word is none
WEIGHT = Pattern(
    _any(
        "무게 체중 중량 kg ㎏ 킬로 그램 온스 밀가루 고기 근육 폭탄 감량 살을 체급 뺐 빠졌 쪘 아령 바벨 역기 추력 "
        "압력 헤비급 라이트급 톤"
    )
)
#: 3만 원아, 100만 원정대: 원 begins another word
OTHER_WON = Pattern(r"원(?:정대|도심|정 ?(?:도박|팬|경기|응원|길)|아[가를들는]|생(?!각)|격|자력|두(?=[ 를가])|료|주민)")
NOT_WON = Pattern(" ?" + _any("체제 체계 구조 생중계 방정식 배치 배열 분류 분산 대립 집정 정부제 색 론 적"))
#: behind 만원 these make it an amount after all: 만원씩, 만원짜리
PAID = Pattern(
    " ?"
    + _any(
        "씩 짜리 어치 권 대 이상 이하 미만 초과 정도 쯤 가량 안팎 밖에 에_팔 에_산 에_샀 에_판 "
        "을_내 을_냈 을_주 을_줬 을_받"
    )
)
FULL_HOUSE = Pattern(
    " ?"
    + _any(
        "버스 지하철 전철 열차 기차 관중 관객 사례 엘리베이터 승객 객석 행진 이었 을_이루 을_이뤄 을_이룬 "
        "을_이뤘 을_기록"
    )
)
#: 유로 2024, 유로파
NOT_EURO = Pattern(r" ?(?:19|20)[0-9]{2}(?![0-9])|파|존|넥스트|스타|폴|채권")
NAMED = Pattern(" ?" + _any("씨 군 양 의원 선수 감독 교수 장군 선생 대표 시인 작가 박사"))
RATE = Pattern(r"환율|원[·/ ]?달러|달러당|엔당|100엔|유가|종가|주가|배당|공모")
RATE_MOVE = Pattern(
    r"(?:까지|[이가을를은는씩에])? ?" + _any("올 오른 오르 내린 내려 내렸 하락 상승 급등 급락 떨어 뛴 뛰 낮 높 마감")
)
BIG_CONTEXT = Pattern(_any("달러 미화 환율 가격 요금 유가 배럴 지불 수출 투자 지급 비용 벌금"))
YUAN = Pattern(_any("위안 중국 인민 상하이 베이징"))
NORTH = Pattern(r"북한 ?(?:돈|원|화폐)(?:으로)? ?$|조선 ?원 ?$")

#: two amounts with only this between them are the same amount: 1억5000만달러(약 2000억원)
CONVERSION = Pattern(
    r"(?:"
    + _any("을 를 에 의 이 가 은 는 로 으로 짜리 정도 가량 어치 이상 상당 여 규모 대 정 整")
    + r")? ?(?:[(（\[] ?|, ?|[·=≒] ?| )(?:"
    + _any(
        "약 한화 한화로 원화 원화로 미화 미화로 우리돈 우리돈으로 우리_돈 우리_돈으로 한국_돈으로 한국_돈 "
        "현재_환율로 당시_환율로 "
        "환산하면 달러로 엔화로 대략 현재 당시 환율_기준 = ≒"
    )
    + r" ?){0,4}"
)
CONVERSION_WORD = Pattern(_any("우리돈 우리_돈 한화 원화 한국_돈 환산 환율 미화"))
